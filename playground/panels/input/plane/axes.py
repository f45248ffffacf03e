"""The place of a piece of the plane in a widget, and its axes: numbers, names, lines through the origin."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from playground.widgets.look.colors import blend, chart_colors
from playground.widgets.look.fonts import smaller

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QFont, QPalette

    from nn.datasets.base import Dataset
    from nn.inspection.surfaces import Area

Place = tuple[float, float]
"""x1 and x2 of a point."""

_TICK_STEPS = (1.0, 2.0, 5.0)
_PIXELS_PER_TICK = 34  # px; closer numbers on an axis would run into each other


class Axis(NamedTuple):
    """What a person calls an input, and its unit: a network knows ``zero`` as 0, and ``unit`` more as 1."""

    name: str
    zero: float = 0.0
    unit: float = 1.0

    def value(self, place: float) -> float:
        """Return what a number of the network is in the person's unit."""
        return place * self.unit + self.zero


AXES = (Axis("x1"), Axis("x2"))
"""Those of points that nobody has named."""


def axes_of(data: Dataset | None) -> tuple[Axis, Axis]:
    """Return the axes of points, by the names and in the units of the file that they are from."""
    features = () if data is None else data.features
    if len(features) != len(AXES) or any(feature.categories for feature in features):
        return AXES
    first, second = (
        Axis(each.name or axis.name, each.zero, each.unit) for each, axis in zip(features, AXES, strict=True)
    )
    return first, second


class SurfaceGeometry(NamedTuple):
    """A piece of the plane, the rectangle of a widget, in px, that shows it, and what its axes are."""

    area: Area
    frame: QRectF
    axes: tuple[Axis, Axis] = AXES

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
        """Give where round numbers of its unit stand on an axis: 0 for x1, 1 for x2."""
        _, zero, unit = self.axes[axis]
        low, high = (self.axes[axis].value(end) for end in self.area[2 * axis : 2 * axis + 2])
        length = self.frame.height() if axis else self.frame.width()
        step = _tick_step((high - low) * _PIXELS_PER_TICK / max(length, 1.0))
        first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
        return [(number * step - zero) / unit for number in range(first, last + 1)]

    def tick_text(self, axis: int, tick: float) -> str:
        """Write a tick in the unit of its axis."""
        return _text(self.axes[axis].value(tick))


def _share(pixels: float, length: float) -> float:
    return min(max(pixels / max(length, 1.0), 0.0), 1.0)


def _tick_step(least: float) -> float:
    """Give the next of 1, 2, 5, 10, ... and their tenths that is not smaller."""
    power = 10.0 ** math.floor(math.log10(least))
    return next((step * power for step in _TICK_STEPS if step * power >= least * (1 - 1e-9)), 10 * power)


_GAP = 4.0  # px between the frame and a number
_RIGHT, _CENTRE = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter
_ORIGIN_STRENGTH = 0.22  # share of the text colour in the lines through the origin


def geometry_in(space: QRectF, area: Area, font: QFont, axes: tuple[Axis, Axis] = AXES) -> SurfaceGeometry:
    """Lay a square of the plane into a space, with room for the numbers around it."""
    metrics = QFontMetricsF(smaller(font))
    draft = SurfaceGeometry(area, space, axes)
    widths = [
        [metrics.horizontalAdvance(draft.tick_text(axis, tick)) for tick in [*draft.ticks(axis), 0.0]]
        for axis in (0, 1)
    ]
    left = max(widths[1]) + 2 * _GAP
    below = metrics.height() + _GAP
    # The last number below the frame stands around its right edge.
    right = max(_GAP, max(widths[0]) / 2 + 1)
    side = max(20.0, min(space.width() - left - right, space.height() - below - metrics.height() / 2))
    x = space.x() + left + max(0.0, (space.width() - left - right - side) / 2)
    y = space.y() + max(0.0, (space.height() - below + metrics.height() / 2 - side) / 2)
    return SurfaceGeometry(area, QRectF(round(x), round(y), round(side), round(side)), axes)


def paint_axes(painter: QPainter, geometry: SurfaceGeometry, palette: QPalette, font: QFont) -> None:
    """Paint numbers and names outside the frame, and the lines through the origin inside it."""
    colors = chart_colors(palette)
    _paint_origin(painter, geometry, QPen(blend(colors.background, colors.text, _ORIGIN_STRENGTH), 1))
    painter.setFont(smaller(font))
    painter.setPen(colors.muted)
    frame, height = geometry.frame, QFontMetricsF(painter.font()).height()
    for tick in geometry.ticks(0):
        x = geometry.pixels((tick, geometry.area[2])).x()
        _write(painter, QRectF(x - 30, frame.bottom() + _GAP / 2, 60, height), _CENTRE, geometry.tick_text(0, tick))
    for tick in geometry.ticks(1):
        y = geometry.pixels((geometry.area[0], tick)).y()
        _write(
            painter,
            QRectF(frame.left() - _GAP - 60, y - height / 2, 60, height),
            Qt.AlignmentFlag.AlignRight,
            geometry.tick_text(1, tick),
        )
    _paint_names(painter, geometry, height, colors.text)


def _paint_names(painter: QPainter, geometry: SurfaceGeometry, height: float, color: QColor) -> None:
    """Write the axes' names at their ends, inside the frame: outside stand the numbers."""
    painter.setPen(color)
    frame, names = geometry.frame, [axis.name for axis in geometry.axes]
    _write(painter, QRectF(frame.right() - 64, frame.bottom() - height - 2, 60, height), _RIGHT, names[0])
    _write(painter, QRectF(frame.left() + 4, frame.top() + 2, 60, height), Qt.AlignmentFlag.AlignLeft, names[1])


def _paint_origin(painter: QPainter, geometry: SurfaceGeometry, pen: QPen) -> None:
    left, right, bottom, top = geometry.area
    painter.setPen(pen)
    frame, origin = geometry.frame, geometry.pixels((0.0, 0.0))
    if left < 0 < right:
        painter.drawLine(QPointF(round(origin.x()), frame.top()), QPointF(round(origin.x()), frame.bottom()))
    if bottom < 0 < top:
        painter.drawLine(QPointF(frame.left(), round(origin.y())), QPointF(frame.right(), round(origin.y())))


def _write(painter: QPainter, box: QRectF, alignment: Qt.AlignmentFlag, text: str) -> None:
    painter.drawText(box, int(alignment | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip), text)


def _text(number: float) -> str:
    return f"{number + 0.0:.6g}".replace("-", "−")
