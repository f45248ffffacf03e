"""The computational graph of one function of a person's code: its own values, calls folded, the way back below it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from nn.inspection.graph_layout import GraphLayout, GraphShape, Kind, Link, lay_out_graph, with_way_back

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playground.confined.recorded import Recorded, RecordedNode
    from playground.session.own_code.calls import Call, Calls

MOST_OPERATIONS = 32
"""Circles of one way that are shown at once; of more, those around the place."""
_MOST_CONSTANTS = 3  # of one circle
_LONGEST_NAME = 24
_MOST_PREPARED = 40
_LEAF = "leaf"


class Box(NamedTuple):
    """What one node of the drawing stands for.

    Attributes
    ----------
    kind : Kind
    node : int or None
        The recorded value; of a folded call the last one that is used.
    call : int or None
        The folded call.
    name : str
        Of what comes in or goes out; of a constant its text, of a folded call its function.
    is_back : bool
        Whether it stands on the way back.
    """

    kind: Kind
    node: int | None
    call: int | None
    name: str
    is_back: bool = False


@dataclass(frozen=True, eq=False)
class FunctionGraph:
    """A graph to be drawn.

    Attributes
    ----------
    calls : tuple of int
        The call, and that of its way back if it is another.
    boxes : tuple of Box
    shape : GraphShape
    carried : mapping of Link to int
        The value that goes along each edge; a constant's has none.
    layout : GraphLayout or None
        Where there is a way back.
    shown, of : int
        How many circles there are, and how many there would be.
    """

    calls: tuple[int, ...]
    boxes: tuple[Box, ...]
    shape: GraphShape
    carried: Mapping[Link, int]
    layout: GraphLayout | None
    shown: int
    of: int

    @cached_property
    def box_of(self) -> dict[int, int]:
        """The box in which each value is computed, or comes in."""
        found: dict[int, int] = {}
        for number, box in enumerate(self.boxes):
            if box.node is not None and box.kind is not Kind.OUTPUT:
                found[box.node] = number
        return found


class FunctionGraphs:
    """The graphs of a recording, each found once."""

    def __init__(self, recorded: Recorded, calls: Calls) -> None:
        self._recorded, self._calls = recorded, calls
        self._halves: dict[tuple[int, frozenset[int]], list[_Half]] = {}
        self._graphs: dict[tuple[object, ...], FunctionGraph | None] = {}

    def prepare(self) -> None:
        """Find the first graph of each function, in the thread that has the time: a layout may take 20 ms."""
        functions = {call.function: call.number for call in reversed(self._calls.all.values())}
        for number in list(functions.values())[:_MOST_PREPARED]:
            for known in {self._calls.all[number].nodes.start, self._calls.all[number].nodes.stop}:
                self.at(number, known)

    def at(self, call: int, known: int, opened: frozenset[int] = frozenset()) -> FunctionGraph | None:
        """Return the graph of a call, with the way back that belongs to it below; None where nothing was computed.

        Parameters
        ----------
        call : int
            Its number.
        known : int
            How many values are computed at the place that is looked at.
        opened : frozenset of int
            Calls whose values are shown in the place of a single circle.
        """
        if (call, opened) not in self._halves:
            parts = _parts(self._recorded, self._calls, call)
            self._halves[call, opened] = [_Half(self._recorded, self._calls, *part, opened) for part in parts]
        halves = self._halves[call, opened]
        pages = tuple(half.page(known) for half in halves)
        key = (call, opened, pages)
        if key not in self._graphs:
            self._graphs[key] = _joined(halves, pages)
        return self._graphs[key]


def _joined(halves: list[_Half], pages: tuple[int, ...]) -> FunctionGraph | None:
    drawn = [half.drawn(page) for half, page in zip(halves, pages, strict=True)]
    drawn = [each for each in drawn if each.boxes]
    if not drawn:
        return None
    numbers = tuple(dict.fromkeys(half.call.number for half in halves))
    shown, total = sum(each.shown for each in drawn), sum(each.of for each in drawn)
    if len(drawn) == 1:
        only = drawn[0]
        return FunctionGraph(numbers, tuple(only.boxes), only.shape, only.carried, None, shown, total)
    onward, back = drawn
    first = len(onward.boxes)
    moved = {link: Link(link.source + first, link.target + first) for link in back.shape.links}
    shape = GraphShape((*onward.shape.kinds, *back.shape.kinds), (*onward.shape.links, *moved.values()))
    carried = {**onward.carried, **{moved[link]: node for link, node in back.carried.items()}}
    layout = with_way_back(lay_out_graph(onward.shape), lay_out_graph(back.shape))
    boxes = (*onward.boxes, *(box._replace(is_back=True) for box in back.boxes))
    return FunctionGraph(numbers, boxes, shape, carried, layout, shown, total)


def _parts(recorded: Recorded, calls: Calls, call: int) -> list[tuple[Call, range]]:
    """Give the call and the values of each way: of a pair that of forward comes first."""
    here = calls.all[call]
    forward, backward = calls.forward_of.get(call), calls.backward_of.get(call)
    if forward is not None or backward is not None:
        pair = [calls.all[call if forward is None else forward], calls.all[call if backward is None else backward]]
        return [(each, each.nodes) for each in pair]
    turn = calls.way_back(call)
    if turn is None:
        return [(here, here.nodes)]
    middle = _made_before(recorded, here, turn)
    return [(here, range(here.nodes.start, middle)), (here, range(middle, here.nodes.stop))]


def _made_before(recorded: Recorded, call: Call, turn: int) -> int:
    """Give the first value of the line on which an event is: what the gradient's own line computed is way back."""
    event = recorded.events[turn]
    if event.node is None or event.node not in call.nodes:
        return min(max(event.position, call.nodes.start), call.nodes.stop)
    first, site = event.node, event.site
    while first > call.nodes.start:
        before = recorded.nodes[first - 1].site
        if before is None or site is None or (before.file, before.line) != (site.file, site.line):
            break
        first -= 1
    return first


@dataclass
class _Drawn:
    """The boxes of one way, with their edges."""

    boxes: list[Box] = field(default_factory=list)
    links: dict[Link, int | None] = field(default_factory=dict)
    shown: int = 0
    of: int = 0

    @property
    def carried(self) -> dict[Link, int]:
        return {link: node for link, node in self.links.items() if node is not None}

    @cached_property
    def shape(self) -> GraphShape:
        return GraphShape(tuple(box.kind for box in self.boxes), tuple(self.links))


class _Circle(NamedTuple):
    """An operation, or a folded call with everything in it."""

    nodes: range
    call: int | None


class _Half:
    """Finds out what is drawn of the values of a call."""

    def __init__(self, recorded: Recorded, calls: Calls, call: Call, nodes: range, opened: frozenset[int]) -> None:
        self._recorded, self._calls, self.call, self._opened = recorded, calls, call, opened
        self._names = calls.names(call.number)
        self._leaves: list[int] = []
        self._circles = list(self._found(call, nodes))

    def _found(self, call: Call, nodes: range) -> list[_Circle]:
        """Give the circles of a call in order; what is opened brings its own."""
        circles, at = [], nodes.start
        inner = [self._calls.all[each] for each in call.within]
        for each in [each for each in inner if each.nodes and each.nodes.start in nodes]:
            circles += self._single(range(at, each.nodes.start))
            if each.number in self._opened:
                self._names = self._calls.names(each.number) | self._names
                circles += self._found(each, each.nodes)
            else:
                circles.append(_Circle(each.nodes, each.number))
            at = max(at, each.nodes.stop)
        return [*circles, *self._single(range(at, nodes.stop))]

    def _single(self, nodes: range) -> list[_Circle]:
        return [_Circle(range(n, n + 1), None) for n in nodes if self._recorded.nodes[n].operation != _LEAF]

    def page(self, known: int) -> int:
        """Say which circles are shown where so many values are computed."""
        reached = sum(circle.nodes.stop <= known for circle in self._circles)
        return max(reached - 1, 0) // MOST_OPERATIONS

    def drawn(self, page: int) -> _Drawn:
        """Give boxes and edges of some of the circles."""
        circles = self._circles[page * MOST_OPERATIONS : (page + 1) * MOST_OPERATIONS]
        drawn = _Drawn(shown=len(circles), of=len(self._circles))
        made = {node: n for n, circle in enumerate(circles) for node in circle.nodes if not self._is_leaf(node)}
        needed = [self._needed(circle) for circle in circles]
        inputs = self._sorted(dict.fromkeys(node for nodes in needed for node in nodes if node not in made))
        drawn.boxes += [Box(Kind.INPUT, node, None, self._name(node)) for node in inputs]
        hanging = [(n, text) for n, circle in enumerate(circles) for text in self._constants(circle, needed[n])]
        first = len(inputs) + len(hanging)
        for n, text in hanging:
            drawn.links[Link(len(drawn.boxes), first + n)] = None
            drawn.boxes.append(Box(Kind.CONSTANT, None, None, text))
        drawn.boxes += [self._operation(circle) for circle in circles]
        place_of = {node: place for place, node in enumerate(inputs)}
        place_of |= {node: first + n for node, n in made.items()}
        for place, nodes in enumerate(needed, start=first):
            drawn.links |= {Link(place_of[node], place): node for node in nodes if place_of[node] < place}
        self._add_ends(drawn, place_of, {node for nodes in needed for node in nodes})
        return drawn

    def _needed(self, circle: _Circle) -> dict[int, None]:
        """Give the values from outside a circle that it works on."""
        parents = (parent for node in circle.nodes for parent in self._recorded.nodes[node].parents)
        return dict.fromkeys(node for node in parents if node not in circle.nodes or self._is_leaf(node))

    def _is_leaf(self, node: int) -> bool:
        return self._recorded.nodes[node].operation == _LEAF

    def _sorted(self, inputs: dict[int, None]) -> list[int]:
        """Put arguments first, in their order, so that the main one begins the graph."""
        arguments = {node: place for place, node in enumerate(self._names)}
        return sorted(inputs, key=lambda node: (arguments.get(node, len(arguments)), node))

    def _constants(self, circle: _Circle, needed: dict[int, None]) -> tuple[str, ...]:
        """Give the numbers that hang below a circle; without another input they would hang in the air."""
        if circle.call is not None or not needed:
            return ()
        return self._recorded.nodes[circle.nodes.start].constants[:_MOST_CONSTANTS]

    def _operation(self, circle: _Circle) -> Box:
        if circle.call is None:
            return Box(Kind.OPERATION, circle.nodes.start, None, "")
        returned = self._calls.returned(circle.call)
        last = returned if returned in circle.nodes else circle.nodes[-1]
        function = self._calls.all[circle.call].function
        return Box(Kind.OPERATION, last, circle.call, function.removesuffix(".__init__")[:_LONGEST_NAME])

    def _name(self, node: int) -> str:
        recorded: RecordedNode = self._recorded.nodes[node]
        return _short(self._names.get(node) or recorded.name or recorded.operation)

    def _add_ends(self, drawn: _Drawn, place_of: Mapping[int, int], used: set[int]) -> None:
        """Let what is returned go out, and what got a name and is not used here."""
        returned = self._calls.returned(self.call.number)
        made = {node for node, place in place_of.items() if drawn.boxes[place].kind is Kind.OPERATION}
        ends = dict.fromkeys(node for node in self._names if node in made and node not in used)
        for node in ends if returned is None or returned not in place_of else {**ends, returned: None}:
            drawn.links[Link(place_of[node], len(drawn.boxes))] = node
            drawn.boxes.append(Box(Kind.OUTPUT, node, None, _short(self._names.get(node, "return"))))


def _short(name: str) -> str:
    """Return a name as it may stand at the edge: ``[W1]`` for ``grads['W1']``, ``mask`` for ``self.mask``."""
    base, _, key = name.removeprefix("self.").partition("[")
    key = key.removesuffix("]")
    return (f"[{key[1:-1]}]" if key[:1] in ("'", '"') else base)[:_LONGEST_NAME]
