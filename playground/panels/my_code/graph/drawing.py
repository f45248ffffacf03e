"""The picture of a function's graph at one place of a recording."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nn.inspection.graph_layout import Kind
from nn.inspection.number_texts import figure_texts, shape_text
from playground.widgets.graph.picture import NOT_YET, Figure, GraphNode, GraphPicture, Labels, State

if TYPE_CHECKING:
    from nn.inspection.graph_layout import Link
    from nn.own_code.recording.site import Site
    from playground.session.own_code.function_graph import Box, FunctionGraph
    from playground.session.own_code.walk import Walk

_LONGEST_SYMBOL = 28
_LONGEST_SIGN = 12
_SIGNS = {
    "add": "+", "subtract": "−", "multiply": "×", "divide": "/", "true_divide": "/", "power": "^", "negative": "×(-1)",
    "matmul": "dot", "sqrt": "√", "sum": "Σ", "absolute": "abs", "maximum": "max", "minimum": "min", "less": "<",
    "less_equal": "<=", "greater": ">", "greater_equal": ">=", "equal": "==", "not_equal": "!=", "floor_divide": "//",
    "remainder": "%", "getitem": "[ ]", "setitem": "[ ] =", "scatter": "[ ] =", "gather": "[ ]", "invert": "not",
    "logical_not": "not", "transpose": "T",
}  # fmt: skip


class Drawing:
    """Puts graphs of one recording into pictures; what was written once is kept."""

    def __init__(self, walk: Walk, source: str) -> None:
        self._walk, self._recorded, self._source = walk, walk.recorded, source
        self._texts: dict[int, tuple[str, ...]] = {}
        self._called: dict[int, tuple[str, ...]] = {}
        self.place = 0
        """Of the picture that was made last."""

    def picture(
        self, graph: FunctionGraph, place: int, labels: Labels, wrong: frozenset[int] = frozenset()
    ) -> GraphPicture:
        """Return what is drawn at a place.

        Parameters
        ----------
        graph : FunctionGraph
        place : int
        labels : Labels
        wrong : frozenset of int
            Values that are not what they should be.
        """
        self.place = place
        known = self._walk.known(place)
        made = [box.node for box in graph.boxes if box.kind is Kind.OPERATION and box.node is not None]
        current = max((node for node in made if node < known), default=None)
        nodes = tuple(self._node(box, known, current) for box in graph.boxes)
        values = {link: self._figure(graph.carried.get(link), known, labels) for link in graph.shape.links}
        wrong = frozenset(node for node in wrong if node < known)
        red = {link for link, node in graph.carried.items() if node in wrong and _is_made(graph, link)}
        return GraphPicture(graph.shape, nodes, values, {}, {}, labels, frozenset(red), graph.layout)

    def _node(self, box: Box, known: int, current: int | None) -> GraphNode:
        sign = box.name
        if box.kind is Kind.OPERATION and box.node is not None and not box.name:
            operation = self._recorded.nodes[box.node].operation
            sign = _SIGNS.get(operation, operation[:_LONGEST_SIGN])
        if box.node is None or box.node < known:
            state = State.CURRENT if box.kind is Kind.OPERATION and box.node == current else State.DONE
        else:
            state = State.NOT_YET
        return GraphNode(sign, state)

    def _figure(self, node: int | None, known: int, labels: Labels) -> Figure:
        if node is None:  # a constant's, whose number is the constant
            return Figure(("",))
        if node >= known:
            return NOT_YET
        return Figure(self._written(node), symbols=() if labels is Labels.NUMBERS else self._symbols(node))

    def _written(self, node: int) -> tuple[str, ...]:
        if node not in self._texts:
            value = self._recorded.values.get(node)
            if value is None or not value.size:
                shape = self._recorded.nodes[node].shape if value is None else value.shape
                self._texts[node] = (shape_text(shape) if shape else "…",)
            else:
                self._texts[node] = figure_texts(value, None)
        return self._texts[node]

    def _symbols(self, node: int) -> tuple[str, ...]:
        """Give what the person wrote for it, and its name."""
        if node not in self._called:
            recorded = self._recorded.nodes[node]
            texts = [self.text_of(recorded.site), recorded.name]
            fitting = (text for text in texts if text and len(text) <= _LONGEST_SYMBOL)
            self._called[node] = tuple(dict.fromkeys(fitting))
        return self._called[node]

    def text_of(self, site: Site | None) -> str:
        """Return what stands at a place of the file that is shown."""
        if site is None or site.file != self._walk.file:
            return ""
        return " ".join(site.text(self._source).split())


def _is_made(graph: FunctionGraph, link: Link) -> bool:
    """Say whether an edge comes from where its value was computed or goes out, and not where it is used again."""
    return graph.boxes[link.source].kind is not Kind.INPUT or graph.boxes[link.target].kind is Kind.OUTPUT
