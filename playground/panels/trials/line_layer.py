"""Thousands of lines on a picture of their own, painted a few milliseconds at a time, so that no turn waits for all."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLineF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np

_AT_A_TIME = 100


class Strokes(NamedTuple):
    """Lines of one colour: x and y of both ends of each, shape (lines, 4)."""

    ends: np.ndarray
    color: QColor


class LineLayer:
    """Paints what lies on top first, and what lies below it underneath: the first turn shows what matters most."""

    def __init__(self) -> None:
        self._picture = self._before = QPixmap()
        self._left: list[Strokes] = []

    def show(self, strokes: Sequence[Strokes], size: QSize, ratio: float, *, keeps: bool = False) -> None:
        """Begin with other lines, the first ones on top.

        Parameters
        ----------
        strokes : sequence of Strokes
        size : QSize
            Of the widget, in px.
        ratio : float
            Pixels of the screen to one of the widget.
        keeps : bool
            Whether the picture before stays in sight until this one is whole.
        """
        self._before = self._picture if keeps and not self._left else self._before if keeps else QPixmap()
        self._picture = QPixmap(size * ratio)
        self._picture.setDevicePixelRatio(ratio)
        self._picture.fill(Qt.GlobalColor.transparent)
        self._left = [each for each in strokes if len(each.ends)]

    def fits(self, size: QSize, ratio: float) -> bool:
        """Say whether it was begun for a widget of this size on this screen."""
        return self._picture.size() == size * ratio

    def paint_more(self, seconds: float) -> bool:
        """Paint some more lines; return whether some are left."""
        if not self._left:
            return False
        end = time.perf_counter() + seconds
        with QPainter(self._picture) as painter:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOver)
            while self._left:
                ends, color = self._left[0]
                painter.setPen(color)
                painter.drawLines([QLineF(*line) for line in ends[:_AT_A_TIME].tolist()])
                self._left[:1] = [Strokes(ends[_AT_A_TIME:], color)] if len(ends) > _AT_A_TIME else []
                if time.perf_counter() >= end:
                    break
        if not self._left:
            self._before = QPixmap()
        return bool(self._left)

    def draw(self, painter: QPainter) -> None:
        """Draw what is painted so far, or the picture before, where that stays in sight."""
        painter.drawPixmap(0, 0, self._picture if self._before.isNull() else self._before)
