"""Data points over a plane: how they look, and which of them lies under the mouse."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from playground.widgets.look.class_colors import class_color, signed_colors
from playground.widgets.look.colors import blend, chart_colors

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray
    from PySide6.QtGui import QPalette

    from nn.datasets.base import Dataset
    from playground.panels.input.plane.axes import Place, SurfaceGeometry

MOST_SHOWN = 2000
"""Of each kind; more would hide what lies behind them."""
_FEW = 16
_EDGE_STRENGTH = 0.8  # share of the text colour in the outer ring of a point
_RING = 0.3  # of the radius: the inner ring, in the colour of the ground
_EDGE = 1.1  # px: the outer ring
_REACH = 4.0  # px around a point in which it is still meant


TRAIN, TEST = "train", "test"
"""The two kinds of points."""


class Hit(NamedTuple):
    """A point under the mouse: of the "train" or the "test" data, and which one."""

    part: str
    index: int


@dataclass(frozen=True, eq=False)
class PlanePoints:
    """Points of one kind.

    Attributes
    ----------
    places : ndarray, shape (N, 2)
        Where they lie.
    colors : ndarray of uint32, shape (N,)
        0xAARRGGBB.
    wrong : ndarray of bool, shape (N,)
        Which of them the network takes for another class; empty where nobody knows.
    """

    places: NDArray[np.float64] = field(default_factory=lambda: np.empty((0, 2)))
    colors: NDArray[np.uint32] = field(default_factory=lambda: np.empty(0, np.uint32))
    wrong: NDArray[np.bool_] = field(default_factory=lambda: np.empty(0, np.bool_))


class PointsLayer:
    """Paints training points filled and test points hollow, a cross on wrong ones; each look is drawn once and stamped.

    Two rings around a point, one like the ground and one like text, tell it from a surface of its own colour.
    """

    def __init__(self) -> None:
        self.train = PlanePoints()
        self.test = PlanePoints()
        self.shows_test = False

    @property
    def is_cut(self) -> bool:
        """Whether there are more points than are shown."""
        return max(len(self.train.places), len(self.test.places) if self.shows_test else 0) > MOST_SHOWN

    def place_of(self, hit: Hit) -> Place | None:
        """Give where a point lies, None if there is no such point (any more)."""
        places = self._points(hit.part).places
        return tuple(places[hit.index].tolist()) if 0 <= hit.index < len(places) else None

    def radius(self, geometry: SurfaceGeometry) -> float:
        """Give the size of a point in px: large where they are few."""
        usual = min(max(geometry.frame.width() / 90, 2.5), 4.5)
        return usual * 1.7 if len(self.train.places) <= _FEW else usual

    def hit(self, geometry: SurfaceGeometry, pixels: QPointF) -> Hit | None:
        """Find the point nearest to a place of the widget and within reach, training points first."""
        reach = self.radius(geometry) + _REACH
        for part in (TRAIN, TEST) if self.shows_test else (TRAIN,):
            index = _nearest(self._points(part).places[:MOST_SHOWN], geometry, pixels, reach)
            if index is not None:
                return Hit(part, index)
        return None

    def paint(self, painter: QPainter, geometry: SurfaceGeometry, palette: QPalette, ratio: float) -> None:
        """Paint all points; `ratio` is the screen's pixels per px."""
        radius = self.radius(geometry)
        if self.shows_test:
            _stamp(painter, geometry, self.test, partial(hollow_point, palette=palette, radius=radius, ratio=ratio))
        _stamp(painter, geometry, self.train, partial(filled_point, palette=palette, radius=radius, ratio=ratio))

    def _points(self, part: str) -> PlanePoints:
        return self.train if part == TRAIN else self.test


def filled_point(color: QColor, palette: QPalette, radius: float, ratio: float, is_wrong: bool = False) -> QPixmap:
    """Draw a training point: a disc in two rings, with a cross behind it where the network is wrong."""
    return _point(color, None, palette, radius, ratio, is_wrong)


def hollow_point(color: QColor, palette: QPalette, radius: float, ratio: float, is_wrong: bool = False) -> QPixmap:
    """Draw a test point: a ring around the colour of the ground, in the same two rings."""
    return _point(color, chart_colors(palette).background, palette, radius, ratio, is_wrong)


def _point(
    color: QColor, filling: QColor | None, palette: QPalette, radius: float, ratio: float, is_wrong: bool
) -> QPixmap:
    colors = chart_colors(palette)
    edge = blend(colors.background, colors.text, _EDGE_STRENGTH)
    side = 2 * round(2 * radius + 3)
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    middle = QPointF(side / 2, side / 2)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_wrong:
            _paint_cross(painter, middle, 1.6 * radius, QPen(colors.background, 0.9 * radius), QPen(edge, 0.4 * radius))
        painter.setPen(Qt.PenStyle.NoPen)
        ring = max(_RING * radius, 1.0)
        discs = [(edge, radius + ring + _EDGE), (colors.background, radius + ring), (color, radius)]
        for brush, size in discs if filling is None else [*discs, (filling, 0.5 * radius)]:
            painter.setBrush(brush)
            painter.drawEllipse(middle, size, size)
    return pixmap


def _paint_cross(painter: QPainter, middle: QPointF, reach: float, *pens: QPen) -> None:
    for pen in pens:
        painter.setPen(pen)
        for arm in (QPointF(reach, reach), QPointF(reach, -reach)):
            painter.drawLine(middle - arm, middle + arm)


def _stamp(painter: QPainter, geometry: SurfaceGeometry, points: PlanePoints, draw: Callable[..., QPixmap]) -> None:
    """Paint each point with the drawing of its colour."""
    colors = points.colors[:MOST_SHOWN].tolist()
    wrong = points.wrong[:MOST_SHOWN].tolist() if len(points.wrong) == len(points.places) else [False] * len(colors)
    looks = list(zip(colors, wrong, strict=True))
    stamps = {look: draw(QColor.fromRgb(look[0]), is_wrong=look[1]) for look in set(looks)}
    for place, look in zip(points.places[:MOST_SHOWN].tolist(), looks, strict=True):
        stamp = stamps[look]
        half = stamp.deviceIndependentSize() / 2
        painter.drawPixmap(geometry.pixels(place) - QPointF(half.width(), half.height()), stamp)


def _nearest(places: NDArray[np.float64], geometry: SurfaceGeometry, pixels: QPointF, reach: float) -> int | None:
    if not len(places):
        return None
    left, right, bottom, top = geometry.area
    frame = geometry.frame
    across = frame.x() + (places[:, 0] - left) / (right - left) * frame.width() - pixels.x()
    down = frame.y() + (top - places[:, 1]) / (top - bottom) * frame.height() - pixels.y()
    distances = np.hypot(across, down)
    index = int(distances.argmin())
    return index if distances[index] <= reach else None


_SHADES = 16  # of each sign, for values: every shade is a drawing of its own


def points_of(data: Dataset | None, limit: float, palette: QPalette) -> tuple[PlanePoints, PlanePoints]:
    """Return training and test points, none for data that are not points in the plane.

    Parameters
    ----------
    limit : float
        The size of a value that has the full colour.
    """
    if data is None or not has_points(data):
        return PlanePoints(), PlanePoints()
    return (
        PlanePoints(data.x.reshape(-1, 2) * data.scale, _colors(data, data.t, limit, palette)),
        PlanePoints(data.x_test.reshape(-1, 2) * data.scale, _colors(data, data.t_test, limit, palette)),
    )


def has_points(data: Dataset | None) -> bool:
    """Say whether data are points in the plane."""
    return data is not None and math.prod(data.input_shape) == 2


def _colors(data: Dataset, t: NDArray[np.generic], limit: float, palette: QPalette) -> NDArray[np.uint32]:
    if data.classes:
        table = [class_color(index, palette).rgb() for index in range(len(data.classes))]
        return np.array(table, np.uint32)[t.astype(np.intp)]
    values = t.reshape(len(t), -1)[:, 0] if len(t) else np.empty(0)
    return signed_colors(np.rint(values / limit * _SHADES) / _SHADES, 1.0, palette)
