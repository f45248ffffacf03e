"""The numbers below a plot of functions: the ends of the range, the point, and what the function is there."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from nn.inspection.number_texts import number_texts
from playground.widgets.fields.number_entry import NumberEntry
from playground.widgets.layouts import STRETCH, in_column, in_row
from playground.widgets.text.steady_label import SteadyLabel
from playground.widgets.text.tooltips import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QResizeEvent

_ENTRY = "-100.00"
_POINT = "-1.234e-05"  # longer than an end: it goes where a neuron stands
FARTHEST = 1e6
"""The largest number at an end of the range."""
NARROWEST = 1e-3
"""The smallest range."""


class FunctionFields(QWidget):
    """Fields to type range and point in, and the figures at the point with all their digits."""

    range_edited = Signal(object, object)
    """The lower and the upper end that a person typed."""
    point_edited = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._range = (-1.0, 1.0)
        self._figures = (0.0, 0.0)  # the function at the point, and its derivative
        self.low, self.x, self.high = (NumberEntry(-FARTHEST, FARTHEST) for _ in range(3))
        self.readout = SteadyLabel()
        label = QLabel("x =")
        label.setBuddy(self.x)
        self.readout.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out(label)
        for entry in (self.low, self.x, self.high):
            widest = _POINT if entry is self.x else _ENTRY
            entry.setFixedWidth(self.fontMetrics().horizontalAdvance(widest) + 12)
            entry.refused.connect(self.refused)
        self.low.value_edited.connect(self._on_low_edited)
        self.high.value_edited.connect(self._on_high_edited)
        self.x.value_edited.connect(self.point_edited)

    def _lay_out(self, label: QLabel) -> None:
        """Give the figures a line of their own: with all digits they are as wide as a narrow plot."""
        in_column(
            in_row(self.low, STRETCH, label, self.x, STRETCH, self.high, spacing=6), self.readout, of=self, spacing=2
        )

    def show_range(self, low: float, high: float) -> None:
        """Show the ends of the range."""
        self._range = (low, high)
        self.low.show_value(readable(low))
        self.high.show_value(readable(high))

    def show_point(self, x: float, y: float, slope: float) -> None:
        """Show the point, with as many digits as the precision of the numbers has."""
        self.x.show_value(readable(x))
        self._figures = (y, slope)
        self._write_figures()

    def _write_figures(self) -> None:
        """Write every digit, or as many as there is room for: half a number would be another one."""
        metrics, room = self.fontMetrics(), self.readout.width()
        texts = list(_figure_lines(*self._figures))
        self.readout.setText(next((text for text in texts if metrics.horizontalAdvance(text) <= room), texts[-1]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write as many digits as fit now."""
        super().resizeEvent(event)
        self.layout().activate()  # the readout has its new width only then
        self._write_figures()

    @Slot(object)
    def _on_low_edited(self, low: float) -> None:
        self._check(low, self._range[1])

    @Slot(object)
    def _on_high_edited(self, high: float) -> None:
        self._check(self._range[0], high)

    def _check(self, low: float, high: float) -> None:
        if high - low >= NARROWEST:
            self.range_edited.emit(low, high)
            return
        self.show_range(*self._range)
        text = self.tr("The range must begin below its end: {low} is not below {high}.")
        self.refused.emit(text.format(low=f"{low:g}", high=f"{high:g}"))

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
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


def readable(value: float) -> float:
    """Round to six digits, as many as one cares to read."""
    return float(f"{value:.6g}")


def _figure_lines(y: float, slope: float) -> Iterator[str]:
    """Write a function's value and its derivative, from the most exact to the shortest text."""
    written = [_texts(float(str(figure))) for figure in (y, slope)]  # 0.1 in float32 is 0.1
    for fewer in range(max(map(len, written))):
        y_text, slope_text = (texts[min(fewer, len(texts) - 1)] for texts in written)
        sign = "≈" if fewer else "="
        yield f"f(x) {sign} {y_text}    f′(x) {sign} {slope_text}"


def _texts(figure: float) -> list[str]:
    """Give the texts of a figure that are right to three digits."""
    texts = number_texts(figure)
    return [text for text in texts if not math.isfinite(figure) or abs(float(text) - figure) <= 0.005 * abs(figure)]
