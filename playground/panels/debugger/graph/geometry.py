"""The pixels of a computational graph: its layout fitted into a widget, zoomed and moved, with room for the numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF

from nn.inspection.graph_layout import Kind
from playground.panels.debugger.graph.picture import Role
from playground.panels.debugger.graph.style import Line, line_along

if TYPE_CHECKING:
    from PySide6.QtCore import QSizeF

    from nn.inspection.graph_layout import GraphLayout, GraphShape, Link, Spot

_WIDEST_PITCH, _HIGHEST_PITCH, _LOWEST_PITCH = 150.0, 104.0, 20.0
_TIGHTEST, _TIGHTEST_ABOVE = 0.4, 0.8  # of the air below and above, where numbers stand
_USUAL_PITCH, _USUAL_HEIGHT = 64.0, 60.0  # px from circle to circle at which everything has its natural size
_SMALLEST, _LARGEST = 0.72, 1.3  # of the natural size
_RADIUS = 0.88  # in lines of text
_BARE_HALF = 0.3  # half the height of a lane without circles; of one with circles it is 0.5
_FOR_CONSTANTS = 0.36  # in the same measure: what hangs below a lane
_ABOVE, _BELOW, _CONSTANT = 2.1, 2.1, 0.9  # in lines of text: what the outer lanes need beyond their middle
_WIDEST_NAME = 70.0  # px at the edge of the widget
_AIR = 0.28  # in lines of text, beside a number
_LEAST_ROOMY = 2.6
_ROOMY = 4.2  # in lines of text: with less between two circles the numbers stand above and below the circles
_ASIDE = 3.5  # px at natural size: the way back is drawn so far below and right of the way forward


class Zoom(NamedTuple):
    """How much larger than fitted, and how far moved, in px."""

    factor: float = 1.0
    dx: float = 0.0
    dy: float = 0.0


FITTED = Zoom()


class Room(NamedTuple):
    """Where a figure may be written: around a centre, at most so wide."""

    center_x: float
    top: float
    width: float


@dataclass(frozen=True)
class GraphGeometry:
    """Pixels of everything in a graph.

    Attributes
    ----------
    shape, layout
        The graph and its places on the grid.
    size : QSizeF
        Of the widget, in px.
    line : float
        Height of a line of text at natural size, in px.
    widths : tuple of float
        Width of each node's sign at natural size, in px.
    zoom : Zoom
    more : float
        Lines of text that symbols take above and below the numbers.
    """

    shape: GraphShape
    layout: GraphLayout
    size: QSizeF
    line: float
    widths: tuple[float, ...]
    zoom: Zoom = FITTED
    more: float = 0.0

    @cached_property
    def scale(self) -> float:
        """Size of circles and text, 1 at natural size."""
        wish = min(self.pitch_x / _USUAL_PITCH, max(self.pitch_y / _USUAL_HEIGHT, _SMALLEST), _LARGEST)
        least = _SMALLEST * min(
            1.0, self.pitch_x / 36.0
        )  # a graph too long for the window is drawn as small as it needs
        return max(wish, least)

    @cached_property
    def pitch_x(self) -> float:
        """From column to column, in px."""
        room = self.size.width() - sum(self._sides)
        return min(room / max(self.layout.columns - 1, 1), _WIDEST_PITCH) * self.zoom.factor

    @cached_property
    def pitch_y(self) -> float:
        """From a lane with circles to the next one, in px."""
        room = self.size.height() - self._above - self._below
        return min(max(room / max(self._depths[-1], 1.0), _LOWEST_PITCH), _HIGHEST_PITCH) * self.zoom.factor

    @cached_property
    def _tightness(self) -> float:
        """What the air above and below is multiplied with where the lanes need the height, at most 1."""
        spare = self.size.height() - _LOWEST_PITCH * self._depths[-1]
        has_constants = self.layout.lanes[-1] in self._lanes_with_constants
        wish = (_ABOVE + _BELOW + 2 * self.more + _CONSTANT * has_constants) * self.line * self._growth
        return min(max(spare / wish, _TIGHTEST), 1.0)

    @cached_property
    def _depths(self) -> tuple[float, ...]:
        """How far each lane is below the first, in pitches."""
        half = {lane: _BARE_HALF if lane in self.layout.bare else 0.5 for lane in self.layout.lanes}
        below = {lane: half[lane] + _FOR_CONSTANTS * (lane in self._lanes_with_constants) for lane in half}
        return tuple(accumulate((below[one] + half[other] for one, other in pairwise(half)), initial=0.0))

    @cached_property
    def _lanes_with_constants(self) -> set[int]:
        return {
            spot.lane for spot, kind in zip(self.layout.spots, self.shape.kinds, strict=True) if kind is Kind.CONSTANT
        }

    @cached_property
    def _below(self) -> float:
        """What the last lane needs below its middle, in px."""
        has_constants = self.layout.lanes[-1] in self._lanes_with_constants
        return (_BELOW + self.more + _CONSTANT * has_constants) * self.line * self._growth * self._tightness

    @property
    def _above(self) -> float:
        return (_ABOVE + self.more) * self.line * self._growth * max(self._tightness, _TIGHTEST_ABOVE)

    @cached_property
    def radius(self) -> float:
        """Of a circle, in px."""
        return _RADIUS * self.line * self.scale

    @cached_property
    def row(self) -> float:
        """Height of a line of text, in px: it shrinks less than the circles, and numbers get shorter instead."""
        return self.line * (self.scale if self.scale > 1 else 1 - 0.4 * (1 - self.scale))

    @cached_property
    def _sides(self) -> tuple[float, float]:
        """What the first and the last column need left and right of their middle, in px."""
        ends = []
        for column in (0, self.layout.columns - 1):
            widths = [self.widths[node] for node, spot in enumerate(self.layout.spots) if spot.column == column]
            ends.append((min(max(widths), self._widest_name) + 0.6 * self.line) * self._growth)
        return ends[0], ends[1]

    @cached_property
    def _widest_name(self) -> float:
        """Of the first and last column, in px at natural size: the numbers need the room of a long graph."""
        return min(_WIDEST_NAME, 1.2 * self.size.width() / self.layout.columns)

    @cached_property
    def _growth(self) -> float:
        """How much larger than natural a fitted graph is at most."""
        return min(max(self.size.width() / self.layout.columns / _USUAL_PITCH, 1.0), _LARGEST)

    @cached_property
    def _origin(self) -> tuple[float, float]:
        """Where the first column and the uppermost lane are, in px: the graph stands in the middle."""
        width = (self.layout.columns - 1) * self.pitch_x / self.zoom.factor
        height = self._depths[-1] * self.pitch_y / self.zoom.factor
        left = self._sides[0] + max(self.size.width() - sum(self._sides) - width, 0.0) / 2
        top = max((self.size.height() - height + self._above - self._below) / 2, 0.8 * self._above)
        return left * self.zoom.factor + self.zoom.dx, top * self.zoom.factor + self.zoom.dy

    def point(self, spot: Spot) -> QPointF:
        """Give the middle of a spot."""
        left, top = self._origin
        depth = self._depths[spot.lane - self.layout.lanes.start]
        return QPointF(left + spot.column * self.pitch_x, top + depth * self.pitch_y)

    @cached_property
    def node_rects(self) -> tuple[QRectF, ...]:
        """Outlines of all circles, names and constants."""
        return tuple(self._node_rect(node) for node in range(len(self.shape.kinds)))

    def _node_rect(self, node: int) -> QRectF:
        middle, kind = self.point(self.layout.spots[node]), self.shape.kinds[node]
        text = self.widths[node] * self.row / self.line
        if kind is Kind.OPERATION:
            width = min(text + 0.3 * self.row, self.pitch_x - 0.7 * self.line)
            return _around(middle, max(width, 2 * self.radius), 2 * self.radius)
        if kind is Kind.CONSTANT:
            drop = 1.25 if self.is_roomy else 1.6  # below the gradients, where these reach under the circles
            return _around(middle + QPointF(0, self.radius + drop * self.row), text + 2, 1.1 * self.row)
        width = min(text, self._widest_name * max(self.row / self.line, 1.0)) + 0.6 * self.row
        aside = (width - self.row) / 2  # a name grows away from its edge
        return _around(middle + QPointF(-aside if kind is Kind.INPUT else aside, 0), width, 1.44 * self.row)

    @cached_property
    def is_roomy(self) -> bool:
        """Whether numbers find room between two circles; where height is short they must."""
        is_flat = self.pitch_y < 2 * (self.radius + self.row)
        return self.pitch_x - 2 * self.radius >= (_LEAST_ROOMY if is_flat else _ROOMY) * self.row

    @cached_property
    def onward(self) -> dict[Link, Line]:
        """The line of each edge on the way forward."""
        return {link: line_along(self._route(link), self.scale) for link in self.shape.links}

    @cached_property
    def backward(self) -> dict[Link, Line]:
        """The line of each edge on the way back, beside that forward."""
        return {link: line_along(self._way_back(link), self.scale) for link in self.shape.links}

    @cached_property
    def pieces(self) -> tuple[QRectF, ...]:
        """The straight pieces of all edges on the way forward, thin as they are."""
        routes = [self._route(link) for link in self.shape.links]
        return tuple(QRectF(a, b).normalized().adjusted(-0.5, -0.5, 0.5, 0.5) for r in routes for a, b in pairwise(r))

    def _route(self, link: Link) -> list[QPointF]:
        """Give the corners of an edge, from the outline of its source to that of its target."""
        if link not in self.layout.routes:  # a constant hangs straight below
            return [self._top(link.source), self._bottom(link.target)]
        spots = self.layout.routes[link]
        points = [self.point(spot) for spot in spots]
        points[0] = self._left_at(points[0], points[1], link.source)
        points[-1] = self._left_at(points[-1], points[-2], link.target)
        return points

    def _way_back(self, link: Link) -> list[QPointF]:
        points = self._route(link)[::-1]
        aside = _ASIDE * self.scale
        is_straight = len(points) == 2  # then it begins and ends at the same outlines
        return [point + QPointF(0.0 if is_straight else aside, aside) for point in points]

    def _top(self, node: int) -> QPointF:
        rect = self.node_rects[node]
        return QPointF(rect.center().x(), rect.top())

    def _bottom(self, node: int) -> QPointF:
        rect = self.node_rects[node]
        return QPointF(rect.center().x(), rect.bottom())

    def _left_at(self, middle: QPointF, towards: QPointF, node: int) -> QPointF:
        """Give the point of a node's outline in the direction of another point."""
        rect = self.node_rects[node]
        if abs(towards.x() - middle.x()) > abs(towards.y() - middle.y()):
            return QPointF(rect.right() if towards.x() > middle.x() else rect.left(), middle.y())
        return QPointF(middle.x(), rect.bottom() if towards.y() > middle.y() else rect.top())

    def room(self, role: Role, at: int | Link) -> Room:
        """Give the place for a figure: a value above its edge, a gradient below it, a sum below that."""
        link = self.layout.through[at] if isinstance(at, int) else at
        left, right = self._free(link)
        y = self.point(self.layout.runs[link][0]).y()
        if role is Role.VALUE:
            top = y - self.row - (1.0 if self.is_roomy else self.radius)
        else:
            top = y + (_ASIDE * self.scale + 1.0 if self.is_roomy else self.radius)
            top += self.row if role is Role.SUM else 0.0
        return Room((left + right) / 2, top, max(right - left, 8.0))

    def _free(self, link: Link) -> tuple[float, float]:
        """Give the ends of the horizontal part of an edge, as far as figures may reach."""
        start, end = self.layout.runs[link]
        left, right = self.point(start).x(), self.point(end).x()
        if self.is_roomy:
            spots = self.layout.spots
            left += self.node_rects[link.source].width() / 2 if start == spots[link.source] else 0.0
            right -= self.node_rects[link.target].width() / 2 if end == spots[link.target] else 0.0
        return left + _AIR * self.row, right - _AIR * self.row


def _around(middle: QPointF, width: float, height: float) -> QRectF:
    return QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)
