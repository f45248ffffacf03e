"""One layer's graph at one moment of a trace: which numbers are known, and what each part of the drawing stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from playground.forms.event_graph_choice import Choice
from playground.widgets.graph_layout import GraphShape, Kind, Link
from playground.widgets.graph_numbers import number_texts, range_texts
from playground.widgets.graph_picture import NOT_YET, Figure, GraphNode, GraphPicture, State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nn.arrays import Array
    from nn.graph import Node
    from nn.trace import Event

    Index = tuple[int, ...]

_LONGEST_CONSTANT = 6  # signs
FEW = 3
"""Numbers that are written out one by one."""


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
    """

    def __init__(self, trace: Sequence[Event], cursor: int, element: Index | None = None) -> None:
        self.event = trace[max(cursor - 1, 0)]
        self.graph = self.event.graph
        self.nodes: tuple[Node, ...] = (*self._ingoing(), *self.graph.operations)
        self.choice = Choice(self.graph, element)
        self._events = [event for event in trace if event.graph is self.graph]
        self._happened = [event for event in self._events if event.index < cursor]
        used = {source for node in self.graph.operations for source in node.inputs}
        self._ends = [node for node in self.graph.outputs.values() if node not in used]
        self._current = self.event.node if cursor else None
        self._forward = self._reached("forward")
        self._backward = self._reached("backward")
        self.backflow = next((event.backflow for event in self._happened if event.backflow is not None), None)

    @property
    def has_begun_back(self) -> bool:
        """Whether gradients have begun to flow through this graph."""
        return self.backflow is not None

    # ---- what the parts stand for

    def node_of(self, number: int) -> Node:
        """Give the node of the graph that a node of the drawing shows; an output shows the value that it is."""
        return self.nodes[number] if number < len(self.nodes) else self._ends[number - len(self.nodes)]

    def name_of(self, number: int) -> str:
        """Give the name of a node's value."""
        return self.graph.names[self.node_of(number)]

    def event_of(self, number: int) -> Event | None:
        """Give the event that made a node's value, or that took its gradient back; None for what was given."""
        node = self.node_of(number)
        return (self.event_back(node) if node in self._backward else None) or self.event_forward(node)

    def event_forward(self, node: Node) -> Event | None:
        """Give the event that computes a node's value."""
        return next((event for event in self._events if event.node is node and not event.upstream), None)

    def event_back(self, node: Node) -> Event | None:
        """Give the event that takes the gradient back through a node."""
        return next((event for event in self._events if event.node is node and event.upstream), None)

    def came_back(self, node: Node) -> tuple[Node, ...]:
        """Give the operands to which gradient has come back through a node."""
        if node not in self._backward or self.backflow is None:
            return ()
        return tuple(self.backflow.flows[node].products)

    def origin_of(self, number: int) -> int | None:
        """Give the index of the event that made what goes into the graph; None if it was given."""
        whole = self._events[-1]
        name = self.name_of(number)
        whole = next((event for event in self._events if event.node is None and name in event.inputs), whole)
        return whole.origin(name) if name in whole.inputs else None

    def value(self, node: Node) -> Array | None:
        """Give a value, None if it is not computed yet."""
        return self.graph.values[node] if node.operation is None or node in self._forward else None

    def product(self, link: Link) -> Array | None:
        """Give what came back along an edge, None if it has not come yet."""
        source, target = self.nodes[link.source], self.node_of(link.target)
        if self.backflow is None:
            return None
        if link.target >= len(self.nodes):
            return self.backflow.dout
        return self.backflow.flows[target].products.get(source) if target in self._backward else None

    def sum(self, node: Node) -> Array | None:
        """Give the sum of what came back to a value so far, None if nothing has."""
        users = [user for user in self.graph.consumers.get(node, ()) if user in self._backward]
        return self.backflow.flows[users[-1]].sums[node] if users and self.backflow is not None else None

    def pending(self, node: Node) -> tuple[Node, ...]:
        """Give the consumers of a value from which gradient has still to come."""
        users = self.graph.consumers.get(node, ())
        return tuple(user for user in users if user not in self._backward)

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

    # ---- the picture

    def picture(self) -> GraphPicture:
        """Give what the widget draws."""
        shape = self._shape()
        values = {link: self._value_figure(self.nodes[link.source]) for link in shape.links}
        flowing = [link for link in shape.links if self._carries_gradient(link)]
        gradients = {link: self._figure(self.nodes[link.source], self.product(link)) for link in flowing}
        return GraphPicture(shape, self._drawn_nodes(shape), values, gradients, self._sums(flowing))

    def _shape(self) -> GraphShape:
        kinds = [Kind.OPERATION if node.operation is not None else Kind.INPUT for node in self.nodes]
        for operation in self.graph.operations:
            for node in operation.inputs:
                if self._hangs(node, operation):
                    kinds[self.nodes.index(node)] = Kind.CONSTANT
        number = {id(node): i for i, node in enumerate(self.nodes)}
        links = [Link(number[id(source)], i) for i, node in enumerate(self.nodes) for source in node.inputs]
        links += [Link(number[id(node)], len(self.nodes) + i) for i, node in enumerate(self._ends)]
        return GraphShape((*kinds, *[Kind.OUTPUT] * len(self._ends)), tuple(dict.fromkeys(links)))

    def _hangs(self, node: Node, operation: Node) -> bool:
        """Tell whether a number belongs to one circle so much that it hangs below it."""
        users = [user for user in self.graph.operations if node in user.inputs]
        beside = [other for other in operation.inputs if not _is_number(other)]
        return _is_number(node) and len(users) == 1 and bool(beside)

    def _drawn_nodes(self, shape: GraphShape) -> tuple[GraphNode, ...]:
        drawn = []
        for i, kind in enumerate(shape.kinds):
            node = self.node_of(i)
            is_back = node in self._backward and kind is Kind.OPERATION
            drawn.append(GraphNode(self._sign(node, kind), self._state(node, kind), is_back))
        return tuple(drawn)

    def _sign(self, node: Node, kind: Kind) -> str:
        if kind is Kind.OPERATION and node.operation is not None:
            return node.operation.symbol
        if kind is Kind.CONSTANT:
            texts = number_texts(_plain(self.graph.values[node]))
            text = next((text for text in texts if len(text) <= _LONGEST_CONSTANT), texts[-1])
            return f"{node.name}={text}" if node.name else text
        return self.graph.names[node]

    def _state(self, node: Node, kind: Kind) -> State:
        if kind is Kind.OPERATION and node is self._current:
            return State.CURRENT
        return State.NOT_YET if self.value(node) is None else State.DONE

    def _sums(self, flowing: Sequence[Link]) -> dict[int, Figure]:
        used = [link.source for link in flowing if link.target < len(self.nodes)]
        return {
            i: self._figure(self.nodes[i], self.sum(self.nodes[i]))._replace(is_whole=not self.pending(self.nodes[i]))
            for i in dict.fromkeys(used)
            if used.count(i) > 1
        }

    def _carries_gradient(self, link: Link) -> bool:
        """Tell whether gradient flows along an edge, now or later; before the way back there is none to wait for."""
        if self.backflow is None:
            return False
        target = self.node_of(link.target)
        if link.target >= len(self.nodes):
            return target is self.graph.way_back[0]
        flow = self.backflow.flows.get(target)
        return flow is not None and self.nodes[link.source] in flow.products

    def _value_figure(self, node: Node) -> Figure:
        """Write a value; with its name where it comes out and is used further, as what an optimizer remembers is."""
        figure = self._figure(node, self.value(node))
        is_named = node.operation is not None and node in self.graph.outputs.values() and node not in self._ends
        if not (figure.is_known and is_named):
            return figure
        return Figure((f"{self.graph.names[node]} = {figure.texts[0]}", *figure.texts))

    def _figure(self, node: Node, array: Array | None) -> Figure:
        return NOT_YET if array is None else Figure(figure_texts(array, self.choice.index(node, array)))

    # ---- what has happened

    def _ingoing(self) -> list[Node]:
        """Give what goes in: the layer's inputs and parameters, then the constants."""
        inputs = list(self.graph.variables.values())
        return inputs + [node for node in self.graph.order if node.operation is None and node not in inputs]

    def _reached(self, way: str) -> set[Node]:
        """Give the nodes that the way forward or back has gone through; with a whole layer it is all of them."""
        events = [event for event in self._happened if (event.phase == "backward") == (way == "backward")]
        if any(event.node is None for event in events):
            flow = next((event.backflow for event in events if event.backflow is not None), None)
            return set(self.graph.operations) if flow is None else set(flow.flows)
        return {event.node for event in events if event.node is not None}


def _is_number(node: Node) -> bool:
    return node.value is not None and not node.value.ndim


def figure_texts(array: Array, index: tuple[int | slice, ...] | None) -> tuple[str, ...]:
    """Write an array, or a part of it: a single number as it is, more by shape and range."""
    part = np.asarray(array if index is None else array[index])
    if part.size == 1:
        return number_texts(_plain(part))
    if index is not None and part.size <= FEW:
        texts = [number_texts(_plain(number)) for number in part.ravel()]
        written = [", ".join(text[min(i, len(text) - 1)] for text in texts) for i in range(max(map(len, texts)))]
        return (*written, f"({part.size})")
    shape = "×".join(str(length) for length in part.shape) if part.ndim > 1 else f"({part.size})"
    with np.errstate(all="ignore"):
        low, high, mean = float(part.min()), float(part.max()), float(part.mean())
    if np.isnan(low):
        return (f"{shape} NaN", "NaN")
    return (*(f"{shape}   {text}" for text in range_texts(low, high, mean)), shape)


def _plain(number: np.generic | Array) -> float:
    """Give a number as it is read: 0.1 in float32 is 0.1, not 0.10000000149."""
    return float(str(np.asarray(number).ravel()[0]))
