"""A plot of functions: curves and derivatives, a point to move along them, and the numbers that reach one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtCore import QEvent, QMargins, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from playground.widgets.function_items import PointOnCurve
from playground.widgets.function_legend import FunctionLegend, LegendRow
from playground.widgets.function_style import function_color
from playground.widgets.function_view import FunctionView
from playground.widgets.number_entry import NumberEntry
from playground.widgets.steady_label import SteadyLabel
from playground.widgets.tooltips import wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from playground.widgets.function_items import LimitMark
    from playground.widgets.function_samples import Samples

_LEGEND_INSET = 6  # px from the corner of the plot
_MOST_LEGEND = 0.4  # share of the height that is kept free of curves for it
_MARGIN = 0.07  # share of the height above and below the curves
_ENTRY = "-100.00"
FARTHEST = 1e6
"""The largest number at an end of the range."""
NARROWEST = 1e-3
"""The smallest range."""


class FunctionCurve(NamedTuple):
    """A function and its derivative at many numbers, arrays of shape (n,)."""

    name: str
    x: np.ndarray
    y: np.ndarray
    slope: np.ndarray


class FunctionPlotView(QWidget):
    """Show functions over a range; knows nothing of where their numbers come from.

    It changes neither range nor point by itself: it tells what a person wants, and is told what to show.
    """

    range_edited = Signal(object, object)
    """The lower and the upper end that a person wants."""
    point_edited = Signal(object)
    """Where a person wants the point."""
    focus_edited = Signal(object)
    """The index of the function that a person wants explained."""
    whole_requested = Signal()
    """The usual range is wanted."""
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.curves: tuple[FunctionCurve, ...] = ()
        """What is plotted."""
        self._samples: Samples | None = None
        self._derivatives = False
        self._x = 0.0
        self._points: tuple[tuple[float, float], ...] = ()  # each function at x, and its derivative
        self._focus = 0
        self._range = (-1.0, 1.0)
        self._heights: tuple[float, float] | None = None  # ends of the vertical axis that are asked for
        self._build()
        self._lay_out()
        self._connect()
        self._restyle()
        self.retranslate()

    def _build(self) -> None:
        self.title = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.title.hide()
        self.view = FunctionView()
        self.legend = FunctionLegend(self.view)
        self.low, self.high = NumberEntry(-FARTHEST, FARTHEST), NumberEntry(-FARTHEST, FARTHEST)
        self.x = NumberEntry(-FARTHEST, FARTHEST)
        self.readout = SteadyLabel()
        self._x_label = QLabel("x =")
        self._x_label.setBuddy(self.x)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        for widget in (self.low, self._x_label, self.x):
            row.addWidget(widget)
        row.addWidget(self.readout, 1)
        row.addWidget(self.high)
        width = self.fontMetrics().horizontalAdvance(_ENTRY) + 8
        for entry in (self.low, self.x, self.high):
            entry.setFixedWidth(width)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.title)
        column.addWidget(self.view, 1)
        column.addLayout(row)

    def _connect(self) -> None:
        self.view.range_wanted.connect(self._ask_for_range)
        self.view.point_wanted.connect(self._on_view_point_wanted)
        self.view.whole_wanted.connect(self.whole_requested)
        self.view.focus_stepped.connect(self._on_view_focus_stepped)
        self.view.resized.connect(self._on_view_resized)
        self.legend.focus_wanted.connect(self.focus_edited)
        self.low.value_edited.connect(self._on_low_edited)
        self.high.value_edited.connect(self._on_high_edited)
        self.x.value_edited.connect(self.point_edited)
        for entry in (self.low, self.high, self.x):
            entry.refused.connect(self.refused)

    # ---- what is shown

    def show_curves(
        self,
        curves: Sequence[FunctionCurve],
        horizontal: tuple[float, float],
        vertical: tuple[float, float] | None = None,
        *,
        derivatives: bool = True,
    ) -> None:
        """Draw functions over a range.

        Parameters
        ----------
        curves : sequence of FunctionCurve
            One for each function.
        horizontal : tuple of float
            The range of x.
        vertical : tuple of float, optional
            The range of y; without it, as much as the curves need.
        derivatives : bool
            Whether the derivatives are drawn, too.
        """
        self.curves, self._range, self._derivatives = tuple(curves), horizontal, derivatives
        self.view.set_line_count(len(self.curves))
        for curve, line, slope in zip(self.curves, self.view.lines, self.view.slopes, strict=True):
            line.set_points(curve.x, curve.y)
            slope.set_points(curve.x, curve.slope)
            slope.setVisible(derivatives)
        self._name_curves()
        self._heights = vertical
        self._apply_ranges()
        self.low.show_value(_short(horizontal[0]))
        self.high.show_value(_short(horizontal[1]))
        self.view.bars.set_samples(self._samples, *horizontal)

    def _name_curves(self) -> None:
        """Let the legend have the right size before room is made for it; its figures come with the point."""
        names = [curve.name for curve in self.curves]
        if names != [row.name for row in self.legend.rows]:
            self.legend.show_rows([LegendRow(name, "", "") for name in names], 0)

    def _needed_heights(self) -> tuple[float, float]:
        arrays = [curve.y for curve in self.curves]
        arrays += [curve.slope for curve in self.curves if self._derivatives]
        values = np.concatenate([*arrays, np.zeros(1)])
        values = values[np.isfinite(values)]
        low, high = float(values.min()), float(values.max())
        space = _MARGIN * (high - low) or 1.0
        return low - space, max(high + space, self._height_below_legend(low - space))

    def _height_below_legend(self, bottom: float) -> float:
        """Give the end of the vertical axis at which the curves pass below the legend, not behind it."""
        area = self.view.area()
        covered = self.legend.sizeHint().grownBy(QMargins(0, 0, _LEGEND_INSET, 2 * _LEGEND_INSET))
        low, high = self._range
        end = low + (high - low) * covered.width() / max(1, area.width())
        heights = [curve.y[curve.x <= end] for curve in self.curves]
        heights += [curve.slope[curve.x <= end] for curve in self.curves if self._derivatives]
        highest = max((float(np.max(each, initial=-np.inf, where=np.isfinite(each))) for each in heights), default=0.0)
        share = min(_MOST_LEGEND, covered.height() / max(1, area.height()))
        return (highest - bottom * share) / (1 - share)

    @Slot()
    def _apply_ranges(self) -> None:
        if self.curves:
            self.view.set_ranges(*self._range, *(self._heights or self._needed_heights()))

    def show_point(self, x: float, points: Sequence[tuple[float, float]], focus: int = 0) -> None:
        """Put the point somewhere.

        Parameters
        ----------
        x : float
            Where.
        points : sequence of (float, float)
            Each function there, and its derivative, with all their digits.
        focus : int
            Index of the function whose tangent is drawn.
        """
        self._x, self._points, self._focus = x, tuple(points), focus
        self.x.show_value(_short(x))
        self._color_point()
        names = [curve.name for curve in self.curves]
        rows = [LegendRow(name, f"{y:.4g}", f"{slope:.4g}") for name, (y, slope) in zip(names, points, strict=True)]
        self.legend.show_rows(rows, focus)
        if points:
            y, slope = points[focus]
            self.readout.setText(f"f(x) = {y!s}    f′(x) = {slope!s}")  # as many digits as the precision has
            self.view.setAccessibleDescription(f"{names[focus]}: x = {x:.6g}, {self.readout.text()}")

    def _color_point(self) -> None:
        palette, focus = self.palette(), self._focus
        dots = [PointOnCurve(y, slope, function_color(i, palette)) for i, (y, slope) in enumerate(self._points)]
        self.view.point.stand_at(self._x, [*dots[focus : focus + 1], *dots[:focus], *dots[focus + 1 :]])

    def show_samples(self, samples: Samples | None) -> None:
        """Show the numbers that reach a function, or none."""
        self._samples = samples
        self.view.bars.set_samples(samples, *self._range)
        self.view.dots.set_samples(samples)

    def show_marks(self, marks: Sequence[LimitMark]) -> None:
        """Mark places on the horizontal axis."""
        self.view.marks.set_marks(marks)

    def show_title(self, text: str) -> None:
        """Show a heading, or none."""
        self.title.setText(text)
        self.title.setVisible(bool(text))

    # ---- what a person wants

    @Slot(object, object)
    def _ask_for_range(self, low: float, high: float) -> None:
        low, high = max(-FARTHEST, low), min(FARTHEST, high)
        if high - low >= NARROWEST:
            self.range_edited.emit(_short(low), _short(high))

    @Slot(object)
    def _on_view_point_wanted(self, x: float) -> None:
        low, high = self._range
        self.point_edited.emit(_short(min(max(x, low), high), high - low))

    @Slot(object)
    def _on_view_focus_stepped(self, step: int) -> None:
        if self.curves:
            self.focus_edited.emit((self._focus + step) % len(self.curves))

    @Slot(object)
    def _on_low_edited(self, low: float) -> None:
        self._check_range(low, self._range[1])

    @Slot(object)
    def _on_high_edited(self, high: float) -> None:
        self._check_range(self._range[0], high)

    def _check_range(self, low: float, high: float) -> None:
        if high - low >= NARROWEST:
            self.range_edited.emit(low, high)
            return
        self.low.show_value(_short(self._range[0]))
        self.high.show_value(_short(self._range[1]))
        text = self.tr("The range must begin below its end: {low} is not below {high}.")
        self.refused.emit(text.format(low=f"{low:g}", high=f"{high:g}"))

    # ---- looks

    @Slot()
    def _on_view_resized(self) -> None:
        self._place_legend()
        self._apply_ranges()

    def _place_legend(self) -> None:
        corner = self.view.area().topLeft()
        self.legend.move(corner.x() + _LEGEND_INSET, corner.y() + _LEGEND_INSET)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.view.setAccessibleName(self.tr("Plot of activation functions"))
        self.view.setToolTip(
            wrapped(
                self.tr(
                    "Click or drag the upright line to move the point; drag elsewhere to move the range, turn the "
                    "wheel to zoom, double-click for the usual range. Keys: ← → move the point, with Shift further, "
                    "with Ctrl the range; + and − zoom; ↑ ↓ change the function."
                )
            )
        )
        self.legend.setToolTip(
            wrapped(self.tr("Each function and its derivative at the point. Click one to have it explained."))
        )
        for entry, name, tooltip in (
            (self.low, self.tr("Lower end of the range"), self.tr("Where the plot begins: type another number.")),
            (self.high, self.tr("Upper end of the range"), self.tr("Where the plot ends: type another number.")),
            (self.x, self.tr("Point"), self.tr("The x of the movable point: type a number to look at it exactly.")),
        ):
            entry.setAccessibleName(name)
            entry.setToolTip(tooltip)
        self.readout.setToolTip(
            wrapped(
                self.tr(
                    "The function and its derivative at the point, with every digit the network's precision has. "
                    "The derivative is the slope of the tangent: the share of a gradient that goes back through here."
                )
            )
        )

    def _restyle(self) -> None:
        self.view.restyle(self.palette())
        self.legend.update()
        self._color_point()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme, font or language."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._restyle()
        elif event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """Put the legend where the plot now is."""
        super().showEvent(event)
        self._place_legend()

    def minimumSizeHint(self) -> QSize:
        """Stay useful when small."""
        return QSize(240, 160)


def _short(value: float, scale: float | None = None) -> float:
    """Round to what can be read: six digits, or a thousandth of a pixel of a range."""
    if scale is None:
        return float(f"{value:.6g}")
    return float(f"{round(value / scale, 4) * scale:.6g}")
