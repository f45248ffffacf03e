"""Which numbers one number of a layer's graph comes from, forwards and backwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from nn.arrays import Array
from nn.boxes import Box
from nn.graph import Node
from nn.notation import plain
from nn.operations import Flatten, Max, Unflatten
from nn.operations.base import PASSES, STOPS, Index, Places
from nn.trace.backflow import Backflow
from nn.trace.expressions import Expression, Largest, Leaf, Moved, Product, Result, Slope, Total
from nn.trace.layer_graph import LayerGraph
from nn.trace.overrides import Overrides

Origin = Callable[[str, Array], int | None]
"""Tells which event made an array of a name."""
_Flow = tuple[Array, Callable[["Elements", int], list[Expression]]]
"""Sizes of terms, and what builds the factors of one of them."""


@dataclass(frozen=True)
class Elements:
    """Builds the expression of any number in a graph.

    Attributes
    ----------
    graph : LayerGraph
        What was computed.
    origin : callable
        Tells which event made an array of a name.
    shown : int
        How many terms of a long sum are shown.
    is_deep : bool
        Whether what a number comes from is written out down to what goes into the graph, or only one operation.
    sums : int
        How many sums may stand within each other; a deeper one is shown by its result.
    """

    graph: LayerGraph
    origin: Origin
    shown: int
    is_deep: bool
    sums: int = 1

    def of(self, node: Node, index: Index) -> Expression:
        """Return what computes one number of a node."""
        assert node.operation is not None
        values = self._inputs(node)
        if isinstance(node.operation, Box):
            graph = self._inside(node)
            return replace(self, graph=graph, is_deep=True).of(graph.outputs[self.graph.names[node]], index)
        sources = node.operation.sources(index, values, self.graph.values[node])
        if node.operation.elementwise:
            operands = zip(node.inputs, sources, strict=True)
            return Result(node.operation, tuple(self._operand(source, place[0]) for source, place in operands))
        if node.operation.moves:
            return self._moved(node, sources[0])
        if isinstance(node.operation, (Flatten, Unflatten)):
            return Moved(node.operation.symbol, self._operand(node.inputs[0], sources[0][0]))
        inner = replace(self, sums=self.sums - 1)
        sizes = _product([value.ravel()[places] for value, places in zip(values, sources, strict=True)])
        if isinstance(node.operation, Max):
            chosen = _chosen(sizes, self.shown, by_size=False)
            shown = [inner._operand(node.inputs[0], sources[0][k]) for k in chosen]
            return Largest(tuple(shown), len(sizes) - len(chosen))
        told = _total(
            sizes,
            self.shown,
            lambda k: [inner._operand(source, places[k]) for source, places in zip(node.inputs, sources, strict=True)],
        )
        return Result(node.operation, (told,)) if isinstance(told, Leaf) else told  # a sum of one number

    def _moved(self, node: Node, source: Places) -> Expression:
        """Return the number that stands there: itself where more is written out, else by its name and its move."""
        assert node.operation is not None
        if not len(source):
            return Result(node.operation, ())  # padding
        number = self._operand(node.inputs[0], source[0])
        return number if self.is_deep else Moved(node.operation.symbol, number)

    def back(self, node: Node, index: Index, flow: Backflow, only: Node | None = None) -> Expression:
        """Return what computes one number of the gradient by a node, or what one of its uses adds to it.

        Through some uses nothing flows back: such a term is left out of the whole sum, but is what one use adds.
        """
        boxes = [user for user in self.graph.consumers[node] if isinstance(user.operation, Box)]
        if boxes:  # nothing in the book works on what goes into a box
            return self._back_into(boxes[0], node, index, flow)
        uses = [
            (consumer, position)
            for consumer in (self.graph.consumers[node] if only is None else (only,))
            for position, source in enumerate(consumer.inputs)
            if source is node and consumer.operation is not None
        ]
        flowing = [use for use in uses if use[0].operation.slopes[use[1]] != STOPS]  # type: ignore[union-attr]
        used = flowing if only is None and flowing else uses
        flows = [self._flowing(consumer, position, index, flow) for consumer, position in used]
        sizes = np.concatenate([each for each, _ in flows], dtype=np.float64) if flows else np.empty(0)
        inner = replace(self, sums=self.sums - (len(sizes) > 1))
        return _total(sizes, self.shown, lambda k: _factors_of(flows, inner, k))

    def _inside(self, node: Node) -> LayerGraph:
        """Return the circles that a box stands for."""
        assert isinstance(node.operation, Box)
        box, values = node.operation, self._inputs(node)
        operands = {self.graph.names[source]: value for source, value in zip(node.inputs, values, strict=True)}
        name = self.graph.names[node]
        return LayerGraph(lambda *x: (box.inside(x, values),), operands, (name,), Overrides())

    def _back_into(self, box: Node, node: Node, index: Index, flow: Backflow) -> Expression:
        """Return what computes the gradient by what goes into a box: the way back through its circles."""
        graph = self._inside(box)
        inner = replace(self, graph=graph, is_deep=True)
        return inner.back(graph.variables[self.graph.names[node]], index, Backflow(graph, flow.total(box)))

    def leaf(self, name: str, index: Index, array: Array) -> Leaf:
        """Return one number of a named array."""
        return Leaf(name, index, plain(array[index]), self.origin(name, array))

    def _flowing(self, consumer: Node, position: int, index: Index, flow: Backflow) -> _Flow:
        """Return sizes and factors of what flows back from each use of a number; there may be thousands."""
        assert consumer.operation is not None
        values, output = self._inputs(consumer), self.graph.values[consumer]
        uses = consumer.operation.uses(position, index, values, output)
        slopes = consumer.operation.slopes_at(position, uses, values, output)
        sizes = flow.total(consumer).ravel()[uses[0]] * slopes

        return sizes, lambda inner, k: inner._factors(consumer, position, flow, uses, k)

    def _factors(
        self, consumer: Node, position: int, flow: Backflow, uses: tuple[Places, tuple[Places, ...]], k: int
    ) -> list[Expression]:
        """Return upstream gradient and local derivative of one use."""
        assert consumer.operation is not None
        result = _index(uses[0][k], self.graph.values[consumer])
        upstream = self._upstream(consumer, result, flow)
        pattern = consumer.operation.slopes[position]
        if pattern == PASSES:
            return [upstream]
        operands = zip(consumer.inputs, uses[1], strict=True)
        plain = replace(self, sums=0)
        y = plain._operand(consumer, uses[0][k])
        return [upstream, Slope(pattern, tuple(plain._operand(source, places[k]) for source, places in operands), y)]

    def _upstream(self, node: Node, index: Index, flow: Backflow) -> Expression:
        is_end = node is self.graph.way_back[0]
        if is_end or not self.is_deep or (self.sums < 1 and self._adds_up(node)):
            return self.leaf(f"d{self.graph.names[node]}", index, flow.total(node))
        return self.back(node, index, flow)

    def _adds_up(self, node: Node) -> bool:
        """Return whether the gradient by a node is a sum."""
        uses = self.graph.consumers[node]
        return len(uses) > 1 or not _is_elementwise(uses[0]) or self.graph.is_repeated(node, uses[0])

    def _operand(self, node: Node, place: int) -> Expression:
        """Return a number that something is computed from: written out, or by its name."""
        index = _index(place, self.graph.values[node])
        is_end = node.operation is None or node in self.graph.outputs.values()
        assert node.operation is not None or is_end
        sums_up = node.operation is not None and not (node.operation.elementwise or node.operation.moves)
        if is_end or not self.is_deep or (self.sums < 1 and sums_up):
            return self.leaf(self.graph.names[node], index, self.graph.values[node])
        return self.of(node, index)

    def _inputs(self, node: Node) -> tuple[Array, ...]:
        return tuple(self.graph.values[source] for source in node.inputs)


def _is_elementwise(node: Node) -> bool:
    return node.operation is not None and node.operation.elementwise


def _total(sizes: Array, shown: int, factors: Callable[[int], list[Expression]]) -> Expression:
    """Return the sum of the largest terms, built from their factors, and of what is left out."""
    chosen = _chosen(sizes, shown)
    terms = [_joined(factors(k)) for k in chosen]
    left_out = len(sizes) - len(chosen)
    if len(terms) == 1 and not left_out:
        return terms[0]
    return Total(tuple(terms), left_out, float(np.delete(sizes, chosen).sum()) if left_out else 0.0)


def _factors_of(flows: list[_Flow], inner: Elements, number: int) -> list[Expression]:
    """Return the factors of one term of several flows, counted through."""
    for sizes, factors in flows:
        if number < len(sizes):
            return factors(inner, number)
        number -= len(sizes)
    raise IndexError(number)


def _joined(factors: list[Expression]) -> Expression:
    return factors[0] if len(factors) == 1 else Product(tuple(factors))


def _chosen(sizes: Array, shown: int, by_size: bool = True) -> list[int]:
    """Return which terms are shown: the largest, in their order; what is not a number counts as largest."""
    if len(sizes) <= shown:
        return list(range(len(sizes)))
    weight = np.where(np.isnan(sizes), np.inf, np.abs(sizes) if by_size else sizes)
    return sorted(np.argsort(-weight, kind="stable")[:shown].tolist())


def _product(factors: list[Array]) -> Array:
    return factors[0] * factors[1] if len(factors) > 1 else factors[0]


def _index(place: int, array: Array) -> Index:
    return tuple(int(i) for i in np.unravel_index(int(place), array.shape)) if array.shape else ()
