"""What the drawing of a layer's graph shows at one moment of a trace."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from playground.panels.debugger.graph.layout import GraphShape, Kind, Link
from playground.panels.debugger.graph.numbers import number_texts, range_texts
from playground.panels.debugger.graph.picture import NOT_YET, Figure, GraphNode, GraphPicture, State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nn.arrays import Array
    from nn.graph import Node
    from playground.panels.debugger.graph.moment import GraphMoment

_LONGEST_CONSTANT = 6  # signs
FEW = 3
"""Numbers that are written out one by one."""


def picture_of(moment: GraphMoment) -> GraphPicture:
    """Give what the widget draws."""
    return _Drawing(moment).picture()


class _Drawing:
    """Turns what is known of a graph into signs, states and figures."""

    def __init__(self, moment: GraphMoment) -> None:
        self._moment = moment
        self._graph = moment.graph
        self._nodes = moment.nodes

    def picture(self) -> GraphPicture:
        """Give what the widget draws."""
        shape = self._shape()
        values = {link: self._value_figure(self._nodes[link.source]) for link in shape.links}
        flowing = [link for link in shape.links if self._carries_gradient(link)]
        gradients = {link: self._figure(self._nodes[link.source], self._moment.product(link)) for link in flowing}
        return GraphPicture(shape, self._drawn_nodes(shape), values, gradients, self._sums(flowing))

    def _shape(self) -> GraphShape:
        kinds = [Kind.OPERATION if node.operation is not None else Kind.INPUT for node in self._nodes]
        for operation in self._graph.operations:
            for node in operation.inputs:
                if self._hangs(node, operation):
                    kinds[self._nodes.index(node)] = Kind.CONSTANT
        number = {id(node): i for i, node in enumerate(self._nodes)}
        links = [Link(number[id(source)], i) for i, node in enumerate(self._nodes) for source in node.inputs]
        links += [Link(number[id(node)], len(self._nodes) + i) for i, node in enumerate(self._moment.ends)]
        return GraphShape((*kinds, *[Kind.OUTPUT] * len(self._moment.ends)), tuple(dict.fromkeys(links)))

    def _hangs(self, node: Node, operation: Node) -> bool:
        """Tell whether a number belongs to one circle so much that it hangs below it."""
        users = [user for user in self._graph.operations if node in user.inputs]
        beside = [other for other in operation.inputs if not _is_number(other)]
        return _is_number(node) and len(users) == 1 and bool(beside)

    def _drawn_nodes(self, shape: GraphShape) -> tuple[GraphNode, ...]:
        drawn = []
        for i, kind in enumerate(shape.kinds):
            node = self._moment.node_of(i)
            is_back = node in self._moment.backward and kind is Kind.OPERATION
            drawn.append(GraphNode(self._sign(node, kind), self._state(node, kind), is_back))
        return tuple(drawn)

    def _sign(self, node: Node, kind: Kind) -> str:
        if kind is Kind.OPERATION and node.operation is not None:
            return node.operation.symbol
        if kind is Kind.CONSTANT:
            texts = number_texts(_plain(self._graph.values[node]))
            text = next((text for text in texts if len(text) <= _LONGEST_CONSTANT), texts[-1])
            return f"{node.name}={text}" if node.name else text
        return self._graph.names[node]

    def _state(self, node: Node, kind: Kind) -> State:
        if kind is Kind.OPERATION and node is self._moment.current:
            return State.CURRENT
        return State.NOT_YET if self._moment.value(node) is None else State.DONE

    def _sums(self, flowing: Sequence[Link]) -> dict[int, Figure]:
        used = [link.source for link in flowing if link.target < len(self._nodes)]
        return {i: self._sum(self._nodes[i]) for i in dict.fromkeys(used) if used.count(i) > 1}

    def _sum(self, node: Node) -> Figure:
        figure = self._figure(node, self._moment.sum(node))
        return figure._replace(is_whole=not self._moment.pending(node))

    def _carries_gradient(self, link: Link) -> bool:
        """Tell whether gradient flows along an edge, now or later; before the way back there is none to wait for."""
        if self._moment.backflow is None:
            return False
        target = self._moment.node_of(link.target)
        if link.target >= len(self._nodes):
            return target is self._graph.way_back[0]
        flow = self._moment.backflow.flows.get(target)
        return flow is not None and self._nodes[link.source] in flow.products

    def _value_figure(self, node: Node) -> Figure:
        """Write a value; with its name where it comes out and is used further, as what an optimizer remembers is."""
        figure = self._figure(node, self._moment.value(node))
        is_named = node.operation is not None and node in self._graph.outputs.values() and node not in self._moment.ends
        if not (figure.is_known and is_named):
            return figure
        return Figure((f"{self._graph.names[node]} = {figure.texts[0]}", *figure.texts))

    def _figure(self, node: Node, array: Array | None) -> Figure:
        return NOT_YET if array is None else Figure(figure_texts(array, self._moment.choice.index(node, array)))


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
