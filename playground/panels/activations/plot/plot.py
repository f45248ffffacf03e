"""A plot of functions: curves and derivatives, a point to move along them, and the numbers that reach one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from playground.panels.activations.plot.fields import FARTHEST, NARROWEST, FunctionFields, readable
from playground.panels.activations.plot.heights import needed_heights
from playground.panels.activations.plot.items import PointOnCurve
from playground.panels.activations.plot.legend import FunctionLegend, LegendRow
from playground.panels.activations.plot.style import function_color
from playground.panels.activations.plot.view import FunctionView
from playground.widgets.layouts import in_column
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from PySide6.QtGui import QShowEvent

    from playground.panels.activations.plot.items import LimitMark
    from playground.panels.activations.plot.samples import Samples

_LEGEND_INSET = 6  # px from the corner of the plot
_FINEST = 1e-4  # share of the range: where a mouse puts the point is not known any better


class FunctionCurve(NamedTuple):
    """A function and its derivative at many numbers, arrays of shape (n,)."""

    name: str
    x: np.ndarray
    y: np.ndarray
    slope: np.ndarray


class FunctionPlotView(LiveLook, QWidget):
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
        in_column(self.title, (self.view, 1), self.fields, of=self, spacing=3)
        self._connect()
        self.restyle()
        self.retranslate()

    def _build(self) -> None:
        self.title = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.title.hide()
        self.view = FunctionView()
        self.legend = FunctionLegend(self.view)
        self.fields = FunctionFields()

    def _connect(self) -> None:
        self.view.range_wanted.connect(self._ask_for_range)
        self.view.point_wanted.connect(self._on_view_point_wanted)
        self.view.whole_wanted.connect(self.whole_requested)
        self.view.focus_stepped.connect(self._on_view_focus_stepped)
        self.view.resized.connect(self._on_view_resized)
        self.legend.focus_wanted.connect(self.focus_edited)
        self.fields.range_edited.connect(self.range_edited)
        self.fields.point_edited.connect(self.point_edited)
        self.fields.refused.connect(self.refused)

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
        self.fields.show_range(*horizontal)
        self.view.bars.set_samples(self._samples, *horizontal)

    def _name_curves(self) -> None:
        """Let the legend have the right size before room is made for it; its figures come with the point."""
        names = [curve.name for curve in self.curves]
        if names != [row.name for row in self.legend.rows]:
            self.legend.show_rows([LegendRow(name, "", "") for name in names], 0)

    def _needed_heights(self) -> tuple[float, float]:
        lines = [(curve.x, curve.y) for curve in self.curves]
        lines += [(curve.x, curve.slope) for curve in self.curves if self._derivatives]
        area, legend = self.view.area(), self.legend.sizeHint()
        width = (legend.width() + 2 * _LEGEND_INSET) / max(1, area.width())
        height = (legend.height() + 2 * _LEGEND_INSET) / max(1, area.height())
        return needed_heights(lines, *self._range, (width, height))

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
        self._color_point()
        names = [curve.name for curve in self.curves]
        rows = [LegendRow(name, f"{y:.4g}", f"{slope:.4g}") for name, (y, slope) in zip(names, points, strict=True)]
        self.legend.show_rows(rows, focus)
        if points:
            y, slope = points[focus]
            self.fields.show_point(x, y, slope)
            self.view.setAccessibleDescription(f"{names[focus]}: x = {x:.6g}, {self.fields.readout.text()}")

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
            self.range_edited.emit(readable(low), readable(high))

    @Slot(object)
    def _on_view_point_wanted(self, x: float) -> None:
        low, high = self._range
        finest = (high - low) * _FINEST
        self.point_edited.emit(readable(round(min(max(x, low), high) / finest) * finest))

    @Slot(object)
    def _on_view_focus_stepped(self, step: int) -> None:
        if self.curves:
            self.focus_edited.emit((self._focus + step) % len(self.curves))

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
        if not self._points:
            self.view.setAccessibleDescription(self.tr("Functions, their derivatives and the numbers of the sample"))
        self.legend.setToolTip(
            wrapped(self.tr("Each function and its derivative at the point. Click one to have it explained."))
        )
        self.fields.retranslate()

    def restyle(self) -> None:
        """Take the colours and the font of the moment."""
        self.view.restyle(self.palette())
        self.legend.update()
        self._color_point()

    def showEvent(self, event: QShowEvent) -> None:
        """Put the legend where the plot now is."""
        super().showEvent(event)
        self._place_legend()

    def minimumSizeHint(self) -> QSize:
        """Stay useful when small."""
        return QSize(240, 160)
