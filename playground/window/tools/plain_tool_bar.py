"""A tool bar as quiet as the rest of the window."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QToolBar

from playground.safety.paint_guard import guarded_paint


class PlainToolBar(QToolBar):
    """A tool bar that cannot be moved, with one fine line below; Fusion's bright edges glare in the dark."""

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line in the colour of all borders."""
        with QPainter(self) as painter:
            painter.setPen(self.palette().mid().color())
            painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
