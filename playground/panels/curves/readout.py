"""A small box beside the mouse with the figures of one iteration."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playground.panels.curves.beside import BesideText
    from playground.panels.curves.data import Reading
    from playground.widgets.look.colors import ChartColors

_FRAME = 34  # px of the box around the rows, and above it
_FEWEST_ROWS = 3
_DISTANCE = 14  # px between the box and the iteration it speaks of


class CurveReadout(QLabel):
    """A label that floats over a plot, beside an upright line and out of its way."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, textFormat=Qt.TextFormat.RichText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def restyle(self, colors: ChartColors) -> None:
        """Take the colours of a theme; opaque, because the curve lies beneath."""
        frame = f"border: 1px solid {colors.muted.name()}; border-radius: 5px; padding: 6px 8px;"
        ground = f"background: {colors.background.name()}; color: {colors.text.name()};"
        self.setStyleSheet(f"QLabel {{ {ground} {frame} }}")

    def show_reading(
        self,
        reading: Reading,
        smooth: float,
        colors: tuple[QColor, ...],
        changes: Sequence[str] = (),
        layers: Sequence[tuple[str, str]] = (),
        beside: Sequence[BesideText] = (),
        left: Sequence[str] = (),
        watches: Sequence[BesideText] = (),
    ) -> None:
        """Show what is known at an iteration.

        Parameters
        ----------
        smooth : float
            The smoothed loss, NaN for none.
        colors : tuple of QColor
            Of the lines: each loss, training, test.
        changes : sequence of str
            What was changed before this iteration.
        layers : sequence of (str, str)
            Names of layers and what was measured of them.
        beside : sequence of BesideText
            What other runs were at this iteration.
        left : sequence of str
            Names of runs that have the updates up to here in common with this one, and no more.
        watches : sequence of BesideText
            What watches said in its pass.
        """
        from html import escape  # with a table of 2,231 names: not before somebody points

        rows = [
            _heading(self.tr("Iteration {iteration:,}").format(iteration=reading.iteration)),
            *([_heading(self.tr("Here it parted from: {run}").format(run=escape(", ".join(left))))] if left else []),
            *(_heading(self.tr("Changed before it: {change}").format(change=escape(change))) for change in changes),
        ]
        if not (beside and math.isnan(reading.loss_low)):  # others went on longer
            rows += [
                _row(colors[0], "━", self.tr("Loss"), self._loss_text(reading)),
                _row(colors[1], "━", self.tr("Smoothed"), _figure(smooth, "{:.4g}")),
            ]
        rows += [_row(color, "━", escape(name), text) for color, name, text in watches]
        if reading.evaluated is not None:
            rows.append(_heading(self.tr("After {iteration:,}").format(iteration=reading.evaluated)))
            for color, sign, name, text in (
                (colors[2], "■", self.tr("Test loss"), _figure(reading.test_loss, "{:.4g}")),
                (colors[1], "●", self.tr("Training accuracy"), _figure(reading.accuracies[0], "{:.2f}%")),
                (colors[2], "■", self.tr("Test accuracy"), _figure(reading.accuracies[1], "{:.2f}%")),
            ):
                rows.append(_row(color, sign, name, text))
        rows += [_row(colors[1], "━", escape(name), text) for name, text in layers]
        if beside:
            rows.append(_heading(self.tr("Pinned runs: smoothed loss, test accuracy")))
            rows += [_row(color, "━", escape(name), text) for color, name, text in beside]
        text = self._in_columns(rows)
        if text != self.text():
            self.setText(text)
            self.adjustSize()

    def _in_columns(self, rows: Sequence[str]) -> str:
        """Put rows below each other, and in a low place beside each other, too."""
        room = self.parentWidget().height() - _FRAME
        most = max(_FEWEST_ROWS, room // (self.fontMetrics().height() + 2))
        columns = (rows[start : start + most] for start in range(0, len(rows), most))
        tables = (f'<table cellspacing="1" cellpadding="0">{"".join(column)}</table>' for column in columns)
        cells = "<td>&nbsp;&nbsp;&nbsp;</td>".join(f"<td>{table}</td>" for table in tables)
        return f'<table cellspacing="0" cellpadding="0"><tr>{cells}</tr></table>'

    def _loss_text(self, reading: Reading) -> str:
        low, high = reading.loss_low, reading.loss_high
        if math.isnan(low):
            return self.tr("none or NaN")
        return f"{low:.4g}" if low == high else f"{low:.4g} – {high:.4g}"

    def stand_beside(self, x: int, area: QRect) -> None:
        """Move beside an upright line at `x`, to where there is more room in an area, and show."""
        right = x + _DISTANCE
        left = x - _DISTANCE - self.width()
        room_right = area.right() - right
        fits = room_right >= self.width() or room_right >= x - area.left()
        rightmost = self.parentWidget().width() - self.width()
        self.move(max(0, min(right if fits else left, rightmost)), area.top() + _DISTANCE // 2)
        self.show()


def _heading(text: str) -> str:
    return f'<tr><td colspan="2"><b>{text}</b></td></tr>'


def _row(color: QColor, sign: str, name: str, value: str) -> str:
    cells = f'<td><span style="color:{color.name()}">{sign}</span>&nbsp;{name}</td>'
    return f'<tr>{cells}<td align="right">&nbsp;&nbsp;&nbsp;{value}</td></tr>'


def _figure(value: float, form: str) -> str:
    return "–" if math.isnan(value) else form.format(value)
