"""The picture of a layer's computational graph at one moment of a trace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nn.inspection.graph_layout import Kind, shape_of
from nn.inspection.number_texts import figure_texts
from nn.trace.edge_symbols import symbols_of
from playground.widgets.graph.picture import NOT_YET, Figure, GraphNode, GraphPicture, Labels, State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nn.arrays import Array
    from nn.graph import Node
    from nn.inspection.graph_layout import GraphShape, Link
    from nn.inspection.graph_moment import GraphMoment
    from nn.trace.edge_symbols import EdgeSymbols

    Index = tuple[int | slice, ...]

_LONGEST_CONSTANT = 6  # signs


def picture_of(moment: GraphMoment, labels: Labels = Labels.NUMBERS, texts: ArrayTexts | None = None) -> GraphPicture:
    """Give what the drawing of a layer's graph shows at one moment of a trace.

    Parameters
    ----------
    moment : GraphMoment
    labels : Labels
    texts : ArrayTexts, optional
        What was written at earlier moments of the same trace.
    """
    return _Drawing(moment, labels, ArrayTexts() if texts is None else texts).picture()


class ArrayTexts:
    """The texts of the arrays of one trace: from step to step most of them stay, and large ones take long to read."""

    def __init__(self) -> None:
        self._written: dict[tuple[int, Index | None], tuple[Array, tuple[str, ...]]] = {}

    def of(self, array: Array, index: Index | None) -> tuple[str, ...]:
        """Write an array, or a part of it, once; it is kept, so that no other one can have its identity."""
        if index is not None and any(isinstance(place, slice) for place in index):  # which have no hash
            return figure_texts(array, index)
        key = id(array), index
        if key not in self._written:
            self._written[key] = array, figure_texts(array, index)
        return self._written[key][1]


class _Drawing:
    """Turns what is known of a graph into signs, states and figures."""

    def __init__(self, moment: GraphMoment, labels: Labels, texts: ArrayTexts) -> None:
        self._moment, self._labels, self._texts = moment, labels, texts
        self._graph = moment.graph
        self._nodes = moment.nodes

    def picture(self) -> GraphPicture:
        """Give what the widget draws."""
        shape = shape_of(self._graph)
        values = {link: self._value_figure(self._nodes[link.source]) for link in shape.links}
        flowing = [link for link in shape.links if self._carries_gradient(link)]
        gradients = {link: self._figure(self._nodes[link.source], self._moment.product(*link)) for link in flowing}
        sums = self._sums(flowing)
        if self._labels is not Labels.NUMBERS:
            symbols = symbols_of(self._graph)
            values = {link: self._called(figure, self._value_symbols(symbols, link)) for link, figure in values.items()}
            gradients = {link: self._called(f, self._gradient_symbols(symbols, link)) for link, f in gradients.items()}
            sums = {i: self._called(f, (symbols.sums.get(self._nodes[i], ""),)) for i, f in sums.items()}
        return GraphPicture(shape, self._drawn_nodes(shape), values, gradients, sums, self._labels)

    def _called(self, figure: Figure, symbols: tuple[str, ...]) -> Figure:
        return figure._replace(symbols=tuple(dict.fromkeys(filter(None, symbols))))

    def _value_symbols(self, symbols: EdgeSymbols, link: Link) -> tuple[str, ...]:
        node = self._nodes[link.source]
        name = self._graph.names[node]
        return (name,) if link.target >= len(self._nodes) else (symbols.values[node], name)

    def _gradient_symbols(self, symbols: EdgeSymbols, link: Link) -> tuple[str, ...]:
        node = self._nodes[link.source]
        if link.target >= len(self._nodes):
            return (symbols.end,)
        product = symbols.products.get((node, self._moment.node_of(link.target)), "")
        return (product, f"∂L/∂{self._graph.names[node]}") if len(self._graph.consumers[node]) == 1 else (product,)

    def _drawn_nodes(self, shape: GraphShape) -> tuple[GraphNode, ...]:
        drawn = []
        for i, kind in enumerate(shape.kinds):
            node = self._moment.node_of(i)
            is_back = node in self._moment.backward and kind is Kind.OPERATION
            short = node.name.replace(" ", "") if kind is Kind.CONSTANT else ""
            drawn.append(GraphNode(self._sign(node, kind), self._state(node, kind), is_back, short))
        return tuple(drawn)

    def _sign(self, node: Node, kind: Kind) -> str:
        if kind is Kind.OPERATION and node.operation is not None:
            return node.operation.symbol
        if kind is Kind.CONSTANT:
            texts = figure_texts(self._graph.values[node], None)
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
        return NOT_YET if array is None else Figure(self._texts.of(array, self._moment.choice.index(node, array)))
