"""A field that opens over a picture, at the place whose number is to be typed."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from playground.widgets.fields.number_entry import NumberEntry

_WIDTH = 96  # px


class NumberOver(NumberEntry):
    """Is hidden until it is opened, and gives the keyboard back to the picture.

    Parameters
    ----------
    picture : QWidget
        Where it opens; it owns the field.
    """

    def __init__(self, picture: QWidget) -> None:
        super().__init__(parent=picture)
        self._picture = picture
        self.hide()

    def open_at(self, middle: QPoint, value: float, name: str, begun: str = "") -> None:
        """Let the number of a place called `name` be typed; `begun` is what has been typed of it."""
        self.show_value(value)
        self.setAccessibleName(name)
        self.resize(_WIDTH, self.sizeHint().height())
        corner, room = middle - self.rect().center(), self._picture.rect().bottomRight() - self.rect().bottomRight()
        self.move(QPoint(min(max(corner.x(), 0), room.x()), min(max(corner.y(), 0), room.y())))
        self.show()
        self.setFocus()
        self.selectAll()
        if begun:
            self.insert(begun)

    def go(self) -> None:
        """Go away."""
        had_focus = self.hasFocus()
        self.hide()
        if had_focus:
            self._picture.setFocus()
