"""The pixels of a computational graph: its layout fitted into a widget, zoomed and moved, with room for the numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF

from nn.inspection.graph_layout import Kind
from playground.widgets.graph.constants import Hung, Surroundings, hang
from playground.widgets.graph.picture import Role
from playground.widgets.graph.style import Line, line_along

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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
_BELOW_BARE = 1.6  # where no gradients come back
_WIDEST_NAME = 70.0  # px at the edge of the widget
_AIR = 0.28  # in lines of text, beside a number
_LEAST_ROOMY = 2.6
_BETWEEN = 0.5  # in lines of text: what is seen of an edge between two circles at least
_ROOMY = 4.2  # in lines of text: with less between two circles the numbers stand above and below the circles
_REACH = 6.0  # px at natural size: what is painted covers no more around its outline
_ASIDE = 3.5  # px at natural size: the way back is drawn so far below and right of the way forward


Box = tuple[float, float, float, float]


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
    short_widths : tuple of float
        The same as `widths` with the short signs.
    has_way_back : bool
        Whether gradients take room below the edges.
    """

    shape: GraphShape
    layout: GraphLayout
    size: QSizeF
    line: float
    widths: tuple[float, ...]
    zoom: Zoom = FITTED
    more: float = 0.0
    short_widths: tuple[float, ...] = ()
    has_way_back: bool = True

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
        below = _BELOW if self.has_way_back else _BELOW_BARE
        wish = (_ABOVE + below + 2 * self.more + _CONSTANT * has_constants) * self.line * self._growth
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
        below = _BELOW if self.has_way_back else _BELOW_BARE
        return (below + self.more + _CONSTANT * has_constants) * self.line * self._growth * self._tightness

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
            ends.append((min(max(widths, default=0.0), self._widest_name) + 0.6 * self.line) * self._growth)
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
        """Outlines of all circles, names and constants; a constant inside its circle has that one's."""
        circles = {constant: circle for circle, inside in self.inside.items() for constant in inside}
        return tuple(
            self.constants[node].rect if node in self.constants else self._node_rect(circles.get(node, node))
            for node in range(len(self.shape.kinds))
        )

    @cached_property
    def _bare_rects(self) -> tuple[QRectF, ...]:
        """The same as if there were no constants."""
        return tuple(
            QRectF() if kind is Kind.CONSTANT else self._rect_for(node, self.widths[node])
            for node, kind in enumerate(self.shape.kinds)
        )

    @cached_property
    def constants(self) -> dict[int, Hung]:
        """Where each constant hangs that has room below its circle."""
        taken = list(self._bare_rects)
        within = QRectF(QPointF(), self.size) if self.zoom == FITTED else QRectF()
        pieces = [piece for link in self.layout.routes for piece in _pieces(self._along(link, self._bare_rects))]
        hung: dict[int, Hung] = {}
        for constant, circle in self._hanging:
            around = Surroundings(taken, pieces, within)
            place = hang(self._bare_rects[circle], self._constant_widths(constant), self._drop, self.row, around)
            if place is not None:
                hung[constant] = place
                taken.append(place.rect)
        return hung

    @cached_property
    def inside(self) -> dict[int, tuple[int, ...]]:
        """The constants for which there is no room below: they are written inside the circles that use them."""
        left = [link for link in self._hanging if link.source not in self.constants]
        return {circle: tuple(link.source for link in left if link.target == circle) for _, circle in left}

    @cached_property
    def _hanging(self) -> list[Link]:
        """The constants, each with the circle that uses it."""
        return [link for link in self.shape.links if self.shape.kinds[link.source] is Kind.CONSTANT]

    @property
    def _drop(self) -> float:
        """From a circle down to the middle of its constant, in px: below the gradients, where there are any."""
        if not self.has_way_back:
            return 0.95 * self.row
        return (1.25 if self.is_roomy else 1.6) * self.row

    def _constant_widths(self, node: int) -> tuple[float, float]:
        whole, name = (each[node] * self.row / self.line + 2 for each in (self.widths, self._short_widths))
        return whole, name

    @property
    def _short_widths(self) -> tuple[float, ...]:
        return self.short_widths or self.widths

    def _node_rect(self, node: int) -> QRectF:
        inside = sum(self._short_widths[constant] for constant in self.inside.get(node, ()))
        return self._rect_for(node, self.widths[node] + inside + (0.3 * self.line if inside else 0.0))

    def _rect_for(self, node: int, sign_width: float) -> QRectF:
        middle, kind = self.point(self.layout.spots[node]), self.shape.kinds[node]
        text = sign_width * self.row / self.line
        if kind is Kind.OPERATION:
            width = min(text + 0.3 * self.row, self.pitch_x - _BETWEEN * self.line)
            return _around(middle, max(width, 2 * self.radius), 2 * self.radius)
        width = min(text, self._widest_name * max(self.row / self.line, 1.0)) + 0.6 * self.row
        aside = (width - self.row) / 2  # a name grows away from its edge
        is_left = (kind is Kind.INPUT) != (node in self.layout.mirrored)
        return _around(middle + QPointF(-aside if is_left else aside, 0), width, 1.44 * self.row)

    @cached_property
    def is_roomy(self) -> bool:
        """Whether numbers find room between two circles; where height is short they must."""
        is_flat = self.pitch_y < 2 * (self.radius + self.row)
        return self.pitch_x - 2 * self.radius >= (_LEAST_ROOMY if is_flat else _ROOMY) * self.row

    @cached_property
    def onward(self) -> dict[Link, Line]:
        """The line of each edge on the way forward; a constant inside its circle has none."""
        return {link: line_along(route, self.scale) for link in self.shape.links if (route := self._route(link))}

    @cached_property
    def backward(self) -> dict[Link, Line]:
        """The line of each edge on the way back, beside that forward."""
        return {link: line_along(self._way_back(link), self.scale) for link in self.onward}

    @cached_property
    def pieces(self) -> tuple[Box, ...]:
        """The straight pieces of all edges on the way forward, thin as they are."""
        return tuple(box_of(piece) for link in self.shape.links for piece in _pieces(self._route(link)))

    @cached_property
    def edge_extents(self) -> dict[Link, tuple[Box, ...]]:
        """What each edge covers at most, forward and back."""
        aside = _ASIDE * self.scale
        return {
            link: tuple(
                box for piece in _pieces(self._route(link)) for box in self.extents(piece.adjusted(0, 0, aside, aside))
            )
            for link in self.onward
        }

    @cached_property
    def node_extents(self) -> tuple[tuple[Box, ...], ...]:
        """What each node covers at most."""
        return tuple(map(self.extents, self.node_rects))

    def extents(self, rect: QRectF) -> tuple[Box, ...]:
        """Give what is covered at most by what is painted at a rectangle: rings, arrow heads and letters reach out."""
        air = _REACH * self.scale + 1
        return (box_of(rect.adjusted(-air, -air, air, air)),)

    @cached_property
    def node_boxes(self) -> tuple[Box, ...]:
        """The outlines of `node_rects`."""
        return tuple(map(box_of, self.node_rects))

    def _route(self, link: Link) -> list[QPointF]:
        """Give the corners of an edge, from the outline of its source to that of its target."""
        if link in self.layout.routes:
            return self._along(link, self.node_rects)
        return self._from_below(link) if link.source in self.constants else []

    def _along(self, link: Link, rects: Sequence[QRectF]) -> list[QPointF]:
        points = [self.point(spot) for spot in self.layout.routes[link]]
        points[0] = _outline_at(points[0], points[1], rects[link.source])
        points[-1] = _outline_at(points[-1], points[-2], rects[link.target])
        return points

    def _from_below(self, link: Link) -> list[QPointF]:
        """Give the ends of a constant's edge: where it is nearest to the middle of its circle, and the circle."""
        constant, circle = self.node_rects[link.source], self.node_rects[link.target]
        x = min(max(circle.center().x(), constant.left() + 3), constant.right() - 3)
        return [QPointF(x, constant.top()), QPointF(circle.center().x(), circle.bottom())]

    def _way_back(self, link: Link) -> list[QPointF]:
        points = self._route(link)[::-1]
        aside = _ASIDE * self.scale
        is_straight = len(points) == 2  # then it begins and ends at the same outlines
        return [point + QPointF(0.0 if is_straight else aside, aside) for point in points]

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
            for node in link:  # on a way back the source is at the right
                half = self.node_rects[node].width() / 2
                left += half if start == spots[node] else 0.0
                right -= half if end == spots[node] else 0.0
        return left + _AIR * self.row, right - _AIR * self.row


def box_of(rect: QRectF) -> Box:
    """Give the ends of a rectangle: left, top, right, bottom."""
    return rect.left(), rect.top(), rect.right(), rect.bottom()


def meets(boxes: Iterable[Box], rect: QRectF) -> bool:
    """Tell whether a rectangle intersects one of many."""
    return overlaps(boxes, box_of(rect))


def overlaps(boxes: Iterable[Box], box: Box) -> bool:
    """Tell whether a box overlaps one of many; hundreds are asked about at each step, and Qt is slow to ask."""
    left, top, right, bottom = box
    for x, y, x_end, y_end in boxes:
        if x < right and left < x_end and y < bottom and top < y_end and x < x_end and y < y_end:
            return True
    return False


def _pieces(corners: Sequence[QPointF]) -> list[QRectF]:
    return [QRectF(a, b).normalized().adjusted(-0.5, -0.5, 0.5, 0.5) for a, b in pairwise(corners)]


def _outline_at(middle: QPointF, towards: QPointF, rect: QRectF) -> QPointF:
    """Give the point of a node's outline in the direction of another point."""
    if abs(towards.x() - middle.x()) > abs(towards.y() - middle.y()):
        return QPointF(rect.right() if towards.x() > middle.x() else rect.left(), middle.y())
    return QPointF(middle.x(), rect.bottom() if towards.y() > middle.y() else rect.top())


def _around(middle: QPointF, width: float, height: float) -> QRectF:
    return QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)
