"""A square widget and one beside it of the same height, or below it where there is no room beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_GAP = 10  # px
_LARGEST_SIDE = 640  # px; a larger square only makes longer ways for the hand
_BESIDE_SHARE = 0.38  # of a wide row's width


class SquareRow(QWidget):
    """Keep one widget square, as large as the room allows, and give the rest of the width to another.

    Where both have not even their least widths beside each other, the other one stands below.

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
        self._stacks = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Return room for a square of the height that the widget beside it likes."""
        return self._size(max(self._square.sizeHint().height(), self._beside.sizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        """Return the least width in which both have room below each other, and the least height beside each other."""
        widths = [part.minimumSizeHint().width() for part in (self._square, self._beside)]
        return QSize(max(widths), self._least_height())

    def hasHeightForWidth(self) -> bool:
        """Say that it is as high as its width asks while both stand below each other."""
        return self._stacks

    def heightForWidth(self, width: int) -> int:
        """Return the height of a square of this width with the other below it."""
        return min(width, _LARGEST_SIDE) + _GAP + self._beside.minimumSizeHint().height()

    def _least_height(self) -> int:
        least = max(self._square.minimumSizeHint().height(), self._beside.minimumSizeHint().height())
        return max(least, self._square.minimumHeight())

    def _is_stacked(self, width: int) -> bool:
        least = self._square.minimumSizeHint().width() + _GAP + self._beside.minimumSizeHint().width()
        return width < least

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place both, and ask for no more height than the square can use at this width."""
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Place both anew when one of them needs another least size: text of another size makes the rows higher."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
            self.updateGeometry()
        return super().event(event)

    def _place(self) -> None:
        if self._is_stacked(self.width()) != self._stacks:
            self._stacks = not self._stacks
            self.updateGeometry()
        if self._stacks:
            self._stack()
            return
        beside = max(self._beside.minimumSizeHint().width(), round(self.width() * _BESIDE_SHARE))
        widest = min(self.width() - _GAP - beside, _LARGEST_SIDE)
        side = max(min(widest, self.height()), 0)
        self._square.setGeometry(0, 0, side, side)
        height = min(max(side, self._beside.minimumSizeHint().height()), self.height())
        self._beside.setGeometry(side + _GAP, 0, max(self.width() - side - _GAP, 0), height)
        self.setMaximumHeight(max(widest, self.minimumSizeHint().height()))

    def _stack(self) -> None:
        """Place one below the other."""
        below = self._beside.minimumSizeHint().height()
        side = max(min(self.width(), self.height() - _GAP - below, _LARGEST_SIDE), 0)
        self._square.setGeometry(0, 0, side, side)
        self._beside.setGeometry(0, side + _GAP, self.width(), max(self.height() - side - _GAP, 0))
        self.setMaximumHeight(self.heightForWidth(self.width()))

    def _size(self, side: int) -> QSize:
        return QSize(side + _GAP + self._beside.minimumSizeHint().width(), side)
