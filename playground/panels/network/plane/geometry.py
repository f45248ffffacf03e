"""Where a piece of the plane lies in a widget: from its numbers to pixels and back."""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

Area = tuple[float, float, float, float]
"""A piece of the plane: smallest and largest x1, smallest and largest x2."""
Place = tuple[float, float]
"""x1 and x2 of a point."""

_TICK_STEPS = (1.0, 2.0, 5.0)
_PIXELS_PER_TICK = 34  # px; closer numbers on an axis would run into each other


class SurfaceGeometry(NamedTuple):
    """A piece of the plane and the rectangle of a widget, in px, that shows it."""

    area: Area
    frame: QRectF

    def pixels(self, place: Place) -> QPointF:
        """Give where a place is shown."""
        left, right, bottom, top = self.area
        across, down = (place[0] - left) / (right - left), (top - place[1]) / (top - bottom)
        return QPointF(self.frame.x() + across * self.frame.width(), self.frame.y() + down * self.frame.height())

    def place(self, pixels: QPointF) -> Place:
        """Give the place that is shown at a point of the widget, the nearest one inside the frame."""
        left, right, bottom, top = self.area
        across = _share(pixels.x() - self.frame.x(), self.frame.width())
        down = _share(pixels.y() - self.frame.y(), self.frame.height())
        return left + across * (right - left), top - down * (top - bottom)

    def moved(self, place: Place, steps: Place, share: float) -> Place:
        """Give the place some steps away, each a share of the area's sides, and still inside it."""
        left, right, bottom, top = self.area
        x1 = place[0] + steps[0] * share * (right - left)
        x2 = place[1] + steps[1] * share * (top - bottom)
        return min(max(x1, left), right), min(max(x2, bottom), top)

    @property
    def middle(self) -> Place:
        """The place in the middle."""
        left, right, bottom, top = self.area
        return (left + right) / 2, (bottom + top) / 2

    def shown(self, place: Place) -> Place:
        """Give a place in numbers as round as a mouse can tell apart."""
        digits = max(0, math.ceil(-math.log10((self.area[1] - self.area[0]) / 200)))
        return round(place[0], digits), round(place[1], digits)

    def ticks(self, axis: int) -> list[float]:
        """Give the round numbers that stand on an axis: 0 for x1, 1 for x2."""
        low, high = self.area[2 * axis : 2 * axis + 2]
        length = self.frame.height() if axis else self.frame.width()
        step = _tick_step((high - low) * _PIXELS_PER_TICK / max(length, 1.0))
        first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
        return [number * step for number in range(first, last + 1)]


def _share(pixels: float, length: float) -> float:
    return min(max(pixels / max(length, 1.0), 0.0), 1.0)


def _tick_step(least: float) -> float:
    """Give the next of 1, 2, 5, 10, ... and their tenths that is not smaller."""
    power = 10.0 ** math.floor(math.log10(least))
    return next((step * power for step in _TICK_STEPS if step * power >= least * (1 - 1e-9)), 10 * power)
