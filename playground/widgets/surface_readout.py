"""A small box beside the mouse: a place of the plane, and what the network says there."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QLabel, QWidget

from playground.widgets.colors import chart_colors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor, QPalette

_DISTANCE = 16  # px from the mouse


class ReadoutRow(NamedTuple):
    """One line: a colour (or none), a name and a figure; without a figure the name has the line for itself."""

    name: str
    figure: str = ""
    color: QColor | None = None


class SurfaceReadout(QLabel):
    """A label that floats over a decision surface, out of the mouse's way."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.restyle(parent.palette())
        self.hide()

    def restyle(self, palette: QPalette) -> None:
        """Take the colours of a theme; opaque, because the surface lies beneath."""
        colors = chart_colors(palette)
        frame = f"border: 1px solid {colors.muted.name()}; border-radius: 5px; padding: 4px 6px;"
        self.setStyleSheet(f"QLabel {{ background: {colors.background.name()}; color: {colors.text.name()}; {frame} }}")

    def show_rows(self, heading: str, rows: Sequence[ReadoutRow]) -> None:
        """Show a heading and the lines below it."""
        table = "".join(map(_row, rows))
        text = f'<b>{escape(heading)}</b><table cellspacing="1" cellpadding="0">{table}</table>'
        if text != self.text():
            self.setText(text)
            self.adjustSize()

    def stand_beside(self, point: QPointF) -> None:
        """Move beside a point of the parent, to where there is room, and show."""
        parent = self.parentWidget()
        x, y = point.x() + _DISTANCE, point.y() + _DISTANCE
        if x + self.width() > parent.width():
            x = point.x() - _DISTANCE - self.width()
        if y + self.height() > parent.height():
            y = point.y() - _DISTANCE - self.height()
        self.move(round(max(0, x)), round(max(0, y)))
        self.show()


def _row(row: ReadoutRow) -> str:
    sign = f'<span style="color:{row.color.name()}">●</span>&nbsp;' if row.color is not None else ""
    if not row.figure:
        return f'<tr><td colspan="2">{sign}{escape(row.name)}</td></tr>'
    return f'<tr><td>{sign}{escape(row.name)}</td><td align="right">&nbsp;&nbsp;{escape(row.figure)}</td></tr>'
