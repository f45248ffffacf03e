"""What stands on the edges of a computational graph in symbols: exp(-x) forwards, -∂L/∂y·y² backwards (book 5.5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from nn.graph import Node
from nn.notation import ATOM, PRODUCT, SUM, Text, product_of
from nn.operations.base import PASSES, STOPS
from nn.trace.layer_graph import LayerGraph

_LONGEST = 44
"""Signs; what would be longer is called by its name, and goes on under it."""
_known: WeakKeyDictionary[LayerGraph, EdgeSymbols] = WeakKeyDictionary()


@dataclass(frozen=True, eq=False)
class EdgeSymbols:
    """Of one graph.

    Attributes
    ----------
    values : mapping of Node to str
        How each value is made of what goes into the graph.
    products : mapping of (Node, Node) to str
        What comes back to a node from one that works on it, by the chain rule.
    sums : mapping of Node to str
        The gradient by a node that is used more than once.
    end : str
        The gradient that comes into the graph.
    """

    values: Mapping[Node, str]
    products: Mapping[tuple[Node, Node], str]
    sums: Mapping[Node, str]
    end: str


def symbols_of(graph: LayerGraph) -> EdgeSymbols:
    """Give the symbols of a graph: the same at every moment, so they are put together once."""
    if graph not in _known:
        _known[graph] = _Symbols(graph).found()
    return _known[graph]


@dataclass(frozen=True)
class _Product:
    """Factors in their order, and whether a minus stands before them."""

    factors: tuple[Text, ...] = ()
    is_negative: bool = False

    def times(self, slope: Text) -> _Product:
        """Return it with one factor more, whose minus comes to the front."""
        bare = slope.text[1:-1] if slope.text.startswith("(-") and slope.text.endswith(")") else slope.text
        is_minus = bare.startswith("-") and " " not in bare
        factor = Text(bare[1:], PRODUCT) if is_minus else slope
        factors = self.factors if factor.text == "1" else (*self.factors, factor)
        return _Product(factors, self.is_negative != is_minus)

    def text(self) -> Text:
        """Return it as it is written; without factors it is 1."""
        whole = product_of(self.factors) if self.factors else Text("1")
        return Text(f"-{whole.within(PRODUCT)}", SUM) if self.is_negative else whole


class _Symbols:
    """Goes through a graph, forwards and then back."""

    def __init__(self, graph: LayerGraph) -> None:
        self._graph = graph
        self._ends = set(graph.outputs.values())
        self._values: dict[Node, Text] = {}
        self._products: dict[tuple[Node, Node], str] = {}

    def found(self) -> EdgeSymbols:
        """Give all symbols."""
        for node in self._graph.order:
            self._values[node] = self._value(node)
        values = {node: self._values[node].text for node in self._graph.order}
        if not self._graph.way_back:
            return EdgeSymbols(values, {}, {}, "")
        end = self._way_back()
        shared = {node for node, users in self._graph.consumers.items() if len(users) > 1}
        return EdgeSymbols(values, self._products, {node: self._by(node).text().text for node in shared}, end)

    def _value(self, node: Node) -> Text:
        if node.operation is None:
            return self._graph.text_of(node)
        text = node.operation.written([self._operand(source) for source in node.inputs])
        return text if len(text.text) <= _LONGEST else self._graph.text_of(node)

    def _operand(self, node: Node) -> Text:
        """Give how a value is written within others: what comes out of the graph by its name."""
        return self._graph.text_of(node) if node in self._ends else self._values[node]

    def _way_back(self) -> str:
        graph, last = self._graph, self._graph.way_back[0]
        totals = {last: _Product() if graph.names[last] == "L" else self._by(last)}
        for node in graph.way_back:
            for source in dict.fromkeys(node.inputs):
                if source in graph.variable:
                    product = self._flowing(node, source, totals[node])
                    self._products[source, node] = product.text().text
                    is_alone = len(graph.consumers[source]) == 1
                    totals[source] = product if is_alone else self._by(source)
        return totals[last].text().text if graph.names[last] != "L" else "∂L/∂L"

    def _flowing(self, node: Node, source: Node, dout: _Product) -> _Product:
        """Give upstream gradient times local derivative; what gets too long begins anew at the gradient by the node."""
        if self._graph.shortcut is not None and self._graph.takes_shortcut(node):
            whole = self._graph.shortcut.formula.split("=", 1)[1].strip()
            return _Product((Text(whole.removeprefix("dL · "), PRODUCT),))  # the gradient of the loss by itself is 1
        for upstream in (dout, self._by(node)):
            made = self._through(node, source, upstream)
            if len(made.text().text) <= _LONGEST:
                return made
        return self._by(source) if len(self._graph.consumers[source]) == 1 else made

    def _through(self, node: Node, source: Node, dout: _Product) -> _Product:
        graph, operation = self._graph, node.operation
        assert operation is not None
        position = node.inputs.index(source)
        operands = [self._operand(each) for each in node.inputs]
        if node.inputs.count(source) > 1:  # two ways at once: x·x
            return (
                dout.times(Text(f"2·{operands[0].within(ATOM)}", PRODUCT))
                if operation.symbol == "×"
                else self._by(source)
            )
        if operation.symbol == "dot":
            return _Product((operation.written_back(position, dout.text(), operands, self._operand(node)),))
        made = self._times_slope(dout, operation.slopes[position], operands, self._operand(node))
        if graph.is_repeated(source, node):
            return _Product((Text(f"Σ {made.text().within(PRODUCT)}", PRODUCT),))
        return made

    def _times_slope(self, dout: _Product, slope: Text, operands: Sequence[Text], y: Text) -> _Product:
        if slope == PASSES:
            return dout
        if slope == STOPS:
            return _Product((STOPS,))
        return dout.times(slope.filled(operands, y))

    def _by(self, node: Node) -> _Product:
        """Give the name of the gradient by a value."""
        return _Product((Text(f"∂L/∂{self._graph.names[node]}"),))
