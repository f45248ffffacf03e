"""One layer's graph at one moment of a trace: what is known of it, and what each part of a drawing of it stands for."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from nn.arrays import Array, Shape
from nn.graph import Node
from nn.inspection.element import is_within
from nn.trace import Event
from nn.trace.layer_graph import LayerGraph

Index = tuple[int, ...]
Part = tuple[int | slice, ...]


class GraphMoment:
    """What is known of one graph when `cursor` events of a trace have happened.

    Parameters
    ----------
    trace : sequence of Event
        Not empty.
    cursor : int
        The graph is that of the last event that has happened, at 0 that of the first one.
    element : tuple of int, optional
        Which number of the layer's output is looked at; of a loss, of its scores.

    Attributes
    ----------
    event : Event
        The last one that has happened, or the first.
    graph : LayerGraph
    nodes : tuple of Node
        In the order of the drawing, without the outputs, which are `ends` once more.
    ends : tuple of Node
        Nodes whose value leaves the graph and is not used in it.
    current : Node or None
        The one that was computed last.
    forward, backward : set of Node
        Those that the way forward and the way back have gone through.
    backflow : Backflow or None
        The gradients, once they have begun to flow.
    choice : Choice
    """

    def __init__(self, trace: Sequence[Event], cursor: int, element: Index | None = None) -> None:
        self.event = trace[max(cursor - 1, 0)]
        self.graph = self.event.graph
        self.nodes: tuple[Node, ...] = nodes_of(self.graph)
        self.choice = Choice(self.graph, element)
        self._events = [event for event in trace if event.graph is self.graph]
        self._happened = [event for event in self._events if event.index < cursor]
        self.ends = ends_of(self.graph)
        self.current = self.event.node if cursor else None
        self.forward = self._reached("forward")
        self.backward = self._reached("backward")
        self.backflow = next((event.backflow for event in self._happened if event.backflow is not None), None)

    @property
    def has_begun_back(self) -> bool:
        """Whether gradients have begun to flow through this graph."""
        return self.backflow is not None

    # ---- what the parts stand for

    def node_of(self, number: int) -> Node:
        """Give the node of the graph that a node of the drawing shows; an output shows the value that it is."""
        return self.nodes[number] if number < len(self.nodes) else self.ends[number - len(self.nodes)]

    def name_of(self, number: int) -> str:
        """Give the name of a node's value."""
        return self.graph.names[self.node_of(number)]

    def event_of(self, number: int) -> Event | None:
        """Give the event that made a node's value, or that took its gradient back; None for what was given."""
        node = self.node_of(number)
        return (self.event_back(node) if node in self.backward else None) or self.event_forward(node)

    def event_forward(self, node: Node) -> Event | None:
        """Give the event that computes a node's value."""
        return next((event for event in self._events if event.node is node and not event.upstream), None)

    def event_back(self, node: Node) -> Event | None:
        """Give the event that takes the gradient back through a node."""
        return next((event for event in self._events if event.node is node and event.upstream), None)

    def came_back(self, node: Node) -> tuple[Node, ...]:
        """Give the operands to which gradient has come back through a node."""
        if node not in self.backward or self.backflow is None:
            return ()
        return tuple(self.backflow.flows[node].products)

    def origin_of(self, number: int) -> int | None:
        """Give the index of the event that made what goes into the graph; None if it was given."""
        name = self.name_of(number)
        whole = next((event for event in self._events if event.node is None and name in event.inputs), None)
        return None if whole is None else whole.origin(name)

    def value(self, node: Node) -> Array | None:
        """Give a value, None if it is not computed yet."""
        return self.graph.values[node] if node.operation is None or node in self.forward else None

    def product(self, start: int, end: int) -> Array | None:
        """Give what came back along the edge from one node to another, None if it has not come yet."""
        source, target = self.nodes[start], self.node_of(end)
        if self.backflow is None:
            return None
        if end >= len(self.nodes):
            return self.backflow.dout
        return self.backflow.flows[target].products.get(source) if target in self.backward else None

    def sum(self, node: Node) -> Array | None:
        """Give the sum of what came back to a value so far, None if nothing has."""
        users = [user for user in self.graph.consumers.get(node, ()) if user in self.backward]
        return self.backflow.flows[users[-1]].sums[node] if users and self.backflow is not None else None

    def pending(self, node: Node) -> tuple[Node, ...]:
        """Give the consumers of a value from which gradient has still to come."""
        users = self.graph.consumers.get(node, ())
        return tuple(user for user in users if user not in self.backward)

    def place(self, node: Node) -> Index | None:
        """Give the place of the chosen number in a value, None if that is not one number."""
        array = self.graph.values[node]
        if array.size == 1:
            return (0,) * array.ndim
        index = self.choice.index(node, array)
        place = tuple(i for i in index or () if isinstance(i, int))
        return place if len(place) == array.ndim else None

    @property
    def chosen_name(self) -> str:
        """Name of the value in which a number is chosen: the output, or the scores of a loss."""
        name, output = list(self.graph.outputs.items())[-1]
        return name if self.graph.values[output].ndim else next(iter(self.graph.inputs))

    # ---- what has happened

    def _reached(self, way: str) -> set[Node]:
        """Give the nodes that the way forward or back has gone through; with a whole layer it is all of them."""
        events = [event for event in self._happened if (event.phase == "backward") == (way == "backward")]
        if any(event.node is None for event in events):
            flow = next((event.backflow for event in events if event.backflow is not None), None)
            return set(self.graph.operations) if flow is None else set(flow.flows)
        return {event.node for event in events if event.node is not None}


def nodes_of(graph: LayerGraph) -> tuple[Node, ...]:
    """Give the nodes in the order of a drawing: the layer's inputs and parameters, the constants, the operations."""
    inputs = tuple(graph.variables.values())
    constants = (node for node in graph.order if node.operation is None and node not in inputs)
    return (*inputs, *constants, *graph.operations)


def ends_of(graph: LayerGraph) -> tuple[Node, ...]:
    """Give the nodes whose value leaves the graph and is not used in it."""
    used = {source for node in graph.operations for source in node.inputs}
    return tuple(node for node in graph.outputs.values() if node not in used)


class Choice:
    """Follows one number of a layer's output to the arrays it was made of.

    Element by element the place is the same, or 0 along an axis that is repeated. A number that a matrix product made
    comes from a row of its first and a column of its second factor.

    Parameters
    ----------
    graph : LayerGraph
    element : tuple of int or None
        Place in the output; where that is one number, as a loss is, in the first input. Without a place, or where it
        is outside, nothing is chosen.
    """

    def __init__(self, graph: LayerGraph, element: tuple[int, ...] | None) -> None:
        self.shape = reference_shape(graph)
        self.element = element if element is not None and is_within(element, self.shape) else None
        self._same_axes: set[Node] = set()
        self._parts: dict[Node, Part] = {}
        if any(_moves(node) for node in graph.operations):
            self._parts = {} if self.element is None else _followed(graph, self.element)
        else:
            self._same_axes = _with_the_axes_of_the_output(graph)
            self._parts = {} if self.element is None else _factors(graph, self.element)

    def index(self, node: Node, array: Array) -> Part | None:
        """Give the chosen part of a node's value or gradient, None for all of it."""
        if self.element is None or not array.ndim:
            return None
        if node in self._same_axes:
            return _repeated(self.element, array.shape, self.shape)
        return self._parts.get(node)


def reference_shape(graph: LayerGraph) -> Shape:
    """Give the shape in which a number of a graph is chosen."""
    output = graph.values[list(graph.outputs.values())[-1]]
    return output.shape if output.ndim else next(iter(graph.inputs.values())).shape


def _repeated(element: tuple[int, ...], shape: Shape, whole: Shape) -> Part | None:
    """Give the place in an array of `shape` that is repeated at a place of a larger one."""
    if len(shape) > len(whole):
        return None
    pairs = list(zip(shape, whole[len(whole) - len(shape) :], strict=True))
    if any(n not in (1, m) for n, m in pairs):
        return None
    ends = element[len(element) - len(shape) :]
    return tuple(0 if n == 1 else i for (n, _), i in zip(pairs, ends, strict=True))


def _with_the_axes_of_the_output(graph: LayerGraph) -> set[Node]:
    """Give the nodes that reach an output without a matrix product, which would give them other axes."""
    reached = set(graph.outputs.values())
    for node in reversed(graph.operations):
        if node in reached and not _is_product(node):
            reached |= set(node.inputs)
    return reached


def _factors(graph: LayerGraph, element: tuple[int, ...]) -> dict[Node, Part]:
    """Give the row and the column that make one number of each matrix product."""
    parts: dict[Node, Part] = {}
    for node in filter(_is_product, graph.operations):
        left, right = node.inputs
        parts[left] = (*element[:-1], slice(None))
        parts[right] = (slice(None), element[-1])
    return parts


def _followed(graph: LayerGraph, element: tuple[int, ...]) -> dict[Node, Part]:
    """Give the part of each value from which one number comes, in a graph in which numbers move to other places."""
    parts: dict[Node, Part] = {list(graph.outputs.values())[-1]: element}
    for node in reversed(graph.operations):
        at = tuple(i for i in parts.get(node, ()) if isinstance(i, int))
        output = graph.values[node]
        if node not in parts or len(at) != output.ndim or node.operation is None:
            continue
        values = tuple(graph.values[source] for source in node.inputs)
        if _is_product(node):
            parts[node.inputs[0]], parts[node.inputs[1]] = (*at[:-1], slice(None)), (slice(None), at[-1])
        elif _moves(node):
            (found,) = node.operation.sources(at, values, output)
            if found.size:  # none in the padding
                parts[node.inputs[0]] = tuple(int(i) for i in np.unravel_index(int(found[0]), values[0].shape))
        else:
            same = ((source, _repeated(at, graph.values[source].shape, output.shape)) for source in node.inputs)
            parts.update({source: part for source, part in same if part is not None})
    return parts


def _moves(node: Node) -> bool:
    return node.operation is not None and node.operation.moves


def _is_product(node: Node) -> bool:
    return node.operation is not None and node.operation.symbol == "dot"
