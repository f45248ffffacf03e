"""A square widget and one beside it of the same height."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_GAP = 10  # px
_LARGEST_SIDE = 640  # px; a larger square only makes longer ways for the hand
_BESIDE_SHARE = 0.38  # of a wide row's width


class SquareRow(QWidget):
    """Keep one widget square, as large as the room allows, and give the rest of the width to another.

    Parameters
    ----------
    square, beside : QWidget
        From left to right. ``beside`` never gets less than its smallest width.
    """

    def __init__(self, square: QWidget, beside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._square = square
        self._beside = beside
        square.setParent(self)
        beside.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Return room for a square of the height that the widget beside it likes."""
        return self._size(max(self._square.sizeHint().height(), self._beside.sizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        """Return the least room for both."""
        least = max(self._square.minimumSizeHint().height(), self._beside.minimumSizeHint().height())
        return self._size(max(least, self._square.minimumHeight()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place both, and ask for no more height than the square can use at this width."""
        super().resizeEvent(event)
        beside = max(self._beside.minimumSizeHint().width(), round(self.width() * _BESIDE_SHARE))
        widest = min(self.width() - _GAP - beside, _LARGEST_SIDE)
        side = max(min(widest, self.height()), 0)
        self._square.setGeometry(0, 0, side, side)
        self._beside.setGeometry(side + _GAP, 0, max(self.width() - side - _GAP, 0), side)
        self.setMaximumHeight(max(widest, self.minimumSizeHint().height()))

    def _size(self, side: int) -> QSize:
        return QSize(side + _GAP + self._beside.minimumSizeHint().width(), side)
