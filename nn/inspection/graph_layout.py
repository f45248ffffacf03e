"""The layout of a computational graph: columns by depth, lanes by path, edges that turn at right angles.

Pure geometry on a grid of columns and lanes. The longest way from the first input to the output is a straight line in
lane 0; every other way gets the lane beside it in which it crosses least.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import pairwise
from typing import NamedTuple
from weakref import WeakKeyDictionary

from nn.graph import Node
from nn.inspection.graph_moment import ends_of, nodes_of
from nn.trace.layer_graph import LayerGraph

_FAR = 3  # columns: an input that is used later stands before its use, not at the left edge
_LANES_TRIED = 6  # on each side
_BLOCKED = 1000.0
_CORNER = 6.0  # touching a corner reads like a fork
_CROSSING = 3.0
_NEW_LANE = 0.6
_WRONG_SIDE = 0.3
_shapes: WeakKeyDictionary[LayerGraph, GraphShape] = WeakKeyDictionary()


class Kind(Enum):
    """What a node of the drawing is."""

    INPUT = "input"
    CONSTANT = "constant"
    """A number that hangs below the one circle that uses it."""
    OPERATION = "operation"
    OUTPUT = "output"


class Link(NamedTuple):
    """An edge from a node to one that works on it, both by number."""

    source: int
    target: int


class Spot(NamedTuple):
    """A place of the grid; lane 0 is the main one, negative lanes are above it."""

    column: int
    lane: int


@dataclass(frozen=True)
class GraphShape:
    """What is connected with what.

    Attributes
    ----------
    kinds : tuple of Kind
        Of every node, in an order in which sources come before what works on them.
    links : tuple of Link
        Without duplicates.
    """

    kinds: tuple[Kind, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True)
class GraphLayout:
    """A graph that has its places.

    Attributes
    ----------
    spots : tuple of Spot
        Of every node; a constant has that of the circle it hangs below.
    routes : dict of Link to tuple of Spot
        Where each edge turns, from its source to its target; the edge of a constant has none.
    runs : dict of Link to tuple of Spot
        The horizontal part of each route, from left to right: there its numbers stand.
    through : dict of int to Link
        The edge that leaves each node straight to the right.
    columns : int
        Number of columns.
    lanes : range
        From the uppermost lane to the lowest.
    bare : frozenset of int
        Lanes in which there are only edges.
    mirrored : frozenset of int
        Nodes that stand on a way from right to left.
    """

    spots: tuple[Spot, ...]
    routes: dict[Link, tuple[Spot, ...]]
    runs: dict[Link, tuple[Spot, Spot]]
    through: dict[int, Link]
    columns: int
    lanes: range
    bare: frozenset[int]
    mirrored: frozenset[int] = frozenset()


def shape_of(graph: LayerGraph) -> GraphShape:
    """Give what is connected with what in a graph: the same at every moment, so it is found out once."""
    if graph not in _shapes:
        _shapes[graph] = _found_shape(graph)
    return _shapes[graph]


def _found_shape(graph: LayerGraph) -> GraphShape:
    nodes, ends = nodes_of(graph), ends_of(graph)
    number = {node: i for i, node in enumerate(nodes)}
    kinds = [Kind.OPERATION if node.operation is not None else Kind.INPUT for node in nodes]
    for operation in graph.operations:
        for node in operation.inputs:
            if _hangs(graph, node, operation):
                kinds[number[node]] = Kind.CONSTANT
    links = [Link(number[source], i) for i, node in enumerate(nodes) for source in node.inputs]
    links += [Link(number[node], len(nodes) + i) for i, node in enumerate(ends)]
    return GraphShape((*kinds, *[Kind.OUTPUT] * len(ends)), tuple(dict.fromkeys(links)))


def _hangs(graph: LayerGraph, node: Node, operation: Node) -> bool:
    """Tell whether a number belongs to one circle so much that it hangs below it."""
    users = [user for user in graph.operations if node in user.inputs]
    beside = [other for other in operation.inputs if not _is_number(other)]
    return _is_number(node) and len(users) == 1 and bool(beside)


def _is_number(node: Node) -> bool:
    return node.value is not None and not node.value.ndim


@cache
def lay_out_graph(shape: GraphShape) -> GraphLayout:
    """Place a graph of up to some 50 nodes; equal graphs are placed once."""
    return _Placing(shape).layout()


def with_way_back(onward: GraphLayout, back: GraphLayout) -> GraphLayout:
    """Place a graph and, mirrored below it, another one: that goes from right to left, its nodes numbered on."""
    first, columns = len(onward.spots), max(onward.columns, back.columns)
    down = onward.lanes.stop + 1 - back.lanes.start

    def moved(spot: Spot) -> Spot:
        return Spot(columns - 1 - spot.column, spot.lane + down)

    def renamed(link: Link) -> Link:
        return Link(link.source + first, link.target + first)

    return GraphLayout(
        (*onward.spots, *map(moved, back.spots)),
        {**onward.routes, **{renamed(link): tuple(map(moved, route)) for link, route in back.routes.items()}},
        {**onward.runs, **{renamed(link): (moved(end), moved(start)) for link, (start, end) in back.runs.items()}},
        {**onward.through, **{node + first: renamed(link) for node, link in back.through.items()}},
        columns,
        range(onward.lanes.start, back.lanes.stop + down),
        onward.bare | {onward.lanes.stop} | {lane + down for lane in back.bare},
        frozenset(range(first, first + len(back.spots))),
    )


class _Track(NamedTuple):
    """Nodes in a row, with the node it comes from and the one it goes to, None where it begins or ends by itself."""

    source: int | None
    nodes: tuple[int, ...]
    target: int | None

    @property
    def owner(self) -> int | None:
        """The node whose value is on its way: edges of the same one may share theirs."""
        return self.source if self.source is not None else next(iter(self.nodes), None)

    @property
    def links(self) -> list[Link]:
        stations = [s for s in (self.source, *self.nodes, self.target) if s is not None]
        return [Link(*pair) for pair in pairwise(stations)]


class _Placing:
    """Places track after track into a grid that remembers what is taken."""

    def __init__(self, shape: GraphShape) -> None:
        self._shape = shape
        self._links = [link for link in shape.links if shape.kinds[link.source] is not Kind.CONSTANT]
        self._columns = _columns(shape, self._links)
        self._spots: dict[int, Spot] = {}
        self._routes: dict[Link, tuple[Spot, ...]] = {}
        self._runs: dict[Link, tuple[Spot, Spot]] = {}
        self._grid = _Grid()
        for track in self._tracks():
            self._place(track, self._best_lane(track))
        self._hang_constants()

    def layout(self) -> GraphLayout:
        """Give the places of everything."""
        spots = tuple(self._spots[node] for node in range(len(self._shape.kinds)))
        lanes = [spot.lane for route in (spots, *self._routes.values()) for spot in route]
        through = {link.source: link for link, route in self._routes.items() if route[0].lane == route[1].lane}
        columns = max(self._columns.values(), default=0) + 1
        extent = range(min(lanes, default=0), max(lanes, default=0) + 1)
        bare = frozenset(extent) - {spot.lane for spot in spots}
        return GraphLayout(spots, self._routes, self._runs, through, columns, extent, bare)

    def _tracks(self) -> list[_Track]:
        """Cut the graph into tracks: the main one, then other chains of nodes, each before the edges that it ends."""
        free = {node for node, kind in enumerate(self._shape.kinds) if kind is not Kind.CONSTANT}
        left = sorted(self._links, key=self._length)
        tracks: list[_Track] = []
        while free:
            chain = self._longest_chain(free, start=0 if not tracks and 0 in free else None)
            free -= set(chain)
            tracks.append(self._joined(chain, free))
            left = [link for link in left if link not in tracks[-1].links]
            ready = [link for link in left if not {link.source, link.target} & free]
            tracks += [_Track(link.source, (), link.target) for link in ready]
            left = [link for link in left if link not in ready]
        return tracks

    def _length(self, link: Link) -> int:
        return self._columns[link.target] - self._columns[link.source]

    def _longest_chain(self, free: set[int], start: int | None) -> tuple[int, ...]:
        onward: dict[int, tuple[int, ...]] = {}
        for node in sorted(free, reverse=True):  # targets come after their sources
            nexts = [onward[link.target] for link in self._links if link.source == node and link.target in free]
            onward[node] = (node, *max(nexts, key=len, default=()))
        return onward[start] if start is not None else max(onward.values(), key=len)

    def _joined(self, chain: tuple[int, ...], free: set[int]) -> _Track:
        """Say where a chain comes from and goes to among the nodes that have their place."""
        sources = [link.source for link in self._links if link.target == chain[0] and link.source not in free]
        targets = [link.target for link in self._links if link.source == chain[-1] and link.target not in free]
        nearest = max(sources, key=lambda node: self._columns[node], default=None)
        return _Track(nearest, chain, min(targets, key=lambda node: self._columns[node], default=None))

    def _best_lane(self, track: _Track) -> int:
        starts_here = track.source is None and self._shape.kinds[track.nodes[0]] is Kind.INPUT
        side = 1 if starts_here else -1
        best, least = 0, float("inf")
        for lane in sorted(range(-_LANES_TRIED, _LANES_TRIED + 1), key=lambda lane: self._distance(track, lane, side)):
            distance = self._distance(track, lane, side)
            if distance >= least:
                break
            cost = distance + self._grid.cost(track.owner, self._route(track, lane), self._row(track, lane))
            if cost < least:
                best, least = lane, cost
        return best

    def _distance(self, track: _Track, lane: int, side: int) -> float:
        """Say how far a lane is from where a track comes from and goes to; `side` is where it should rather be."""
        ends = [self._spots[end].lane for end in (track.source, track.target) if end is not None]
        away = sum(abs(end - lane) for end in ends)
        return away + _WRONG_SIDE * (lane * side < 0) + _NEW_LANE * (lane not in self._grid.lanes) + 0.1 * abs(lane)

    def _row(self, track: _Track, lane: int) -> list[Spot]:
        return [Spot(self._columns[node], lane) for node in track.nodes]

    def _route(self, track: _Track, lane: int) -> list[Spot]:
        """Give the corners of a whole track in a lane."""
        row = self._row(track, lane)
        if track.source is not None:
            start = self._spots[track.source]
            row = [start, Spot(start.column, lane), *row]
        if track.target is not None:
            end = self._spots[track.target]
            row = [*row, Spot(end.column, lane), end]
        return row

    def _place(self, track: _Track, lane: int) -> None:
        self._grid.take(track.owner, self._route(track, lane), self._row(track, lane))
        for node in track.nodes:
            self._spots[node] = Spot(self._columns[node], lane)
        for link in track.links:
            start, end = self._spots[link.source], self._spots[link.target]
            corners = (start, Spot(start.column, lane), Spot(end.column, lane), end)
            self._routes[link] = tuple(dict.fromkeys(corners))
            self._runs[link] = corners[1], corners[2]

    def _hang_constants(self) -> None:
        for source, target in self._shape.links:
            if self._shape.kinds[source] is Kind.CONSTANT:
                self._spots[source] = self._spots[target]


class _Grid:
    """Which places of the grid are taken, and by what; edges of one source may share their way from it."""

    def __init__(self) -> None:
        self.lanes: set[int] = set()
        self._nodes: set[Spot] = set()
        self._lines: dict[tuple[Spot, str], set[int | None]] = defaultdict(set)
        self._steps: dict[tuple[Spot, Spot], set[int | None]] = defaultdict(set)

    def cost(self, source: int | None, route: list[Spot], nodes: list[Spot]) -> float:
        """Say how badly a route fits in; its ends and `nodes` are where nodes stand or will stand."""
        own = {*nodes, route[0], route[-1]}
        cost = _BLOCKED * sum(spot in self._nodes or self._is_crowded(spot, source, "-|+") for spot in nodes)
        for step in _steps(route):  # beside each other there is no room for the numbers of two edges
            owners = self._steps.get(step, set())
            cost += _BLOCKED * bool(owners - {source} if _is_upright(step) else owners)
        for spot, sign in _marks(route, own):
            cost += _BLOCKED * (spot in self._nodes)
            cost += _CROSSING * self._is_crowded(spot, source, "|" if sign == "-" else "-")
            cost += _CORNER * self._is_crowded(spot, source, "+" if sign in "-|" else "-|+")
        return cost

    def take(self, source: int | None, route: list[Spot], nodes: list[Spot]) -> None:
        """Remember a route."""
        self.lanes |= {spot.lane for spot in route}
        self._nodes |= set(nodes)
        for step in _steps(route):
            self._steps[step].add(source)
        for mark in _marks(route, {*nodes, route[0], route[-1]}):
            self._lines[mark].add(source)

    def _is_crowded(self, spot: Spot, source: int | None, signs: str) -> bool:
        return any(self._lines.get((spot, sign), set()) - {source} for sign in signs)


def _columns(shape: GraphShape, links: list[Link]) -> dict[int, int]:
    """Give each node a column right of everything it needs; inputs that are needed late stand just before their use."""
    columns: dict[int, int] = {}
    forks = sum(link.source == 0 for link in links) > 1
    for node, kind in enumerate(shape.kinds):
        before = [columns[link.source] for link in links if link.target == node]
        if kind is Kind.INPUT:
            columns[node] = int(node > 0 and forks)  # room for the edges that go up and down from the first input
        else:
            columns[node] = 1 + max(before, default=0)
    for node, kind in enumerate(shape.kinds):
        first_use = min((columns[link.target] for link in links if link.source == node), default=0)
        if node and kind is Kind.INPUT and first_use > _FAR:
            columns[node] = first_use - 1
    return columns


def _steps(route: list[Spot]) -> list[tuple[Spot, Spot]]:
    """Cut a route into steps from a spot of the grid to its neighbour, each from the smaller one."""
    steps = []
    for start, end in pairwise(route):
        spots = _between(start, end)
        steps += [(min(pair), max(pair)) for pair in pairwise(spots)]
    return steps


def _marks(route: list[Spot], own: set[Spot]) -> dict[tuple[Spot, str], None]:
    """Give the spots that a route goes through: horizontally (-), vertically (|) or turning (+)."""
    marks = {(spot, "+"): None for spot in route if spot not in own}
    for start, end in pairwise(route):
        sign = "-" if start.lane == end.lane else "|"
        marks.update({(spot, sign): None for spot in _between(start, end)[1:-1]})
    return marks


def _is_upright(step: tuple[Spot, Spot]) -> bool:
    return step[0].column == step[1].column


def _between(start: Spot, end: Spot) -> list[Spot]:
    """Give the spots of a straight line with both its ends."""
    length = max(abs(end.column - start.column), abs(end.lane - start.lane))
    step_x = (end.column > start.column) - (end.column < start.column)
    step_y = (end.lane > start.lane) - (end.lane < start.lane)
    return [Spot(start.column + i * step_x, start.lane + i * step_y) for i in range(length + 1)]
