"""Which part of each array in a graph belongs to the one number that is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nn.arrays import Array, Shape
    from nn.graph import Node
    from nn.trace.layer_graph import LayerGraph

    Part = tuple[int | slice, ...]


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
        self.element = element if element is not None and _is_inside(element, self.shape) else None
        self._same_axes = _with_the_axes_of_the_output(graph)
        self._factors = {} if self.element is None else _factors(graph, self.element)

    def index(self, node: Node, array: Array) -> Part | None:
        """Give the chosen part of a node's value or gradient, None for all of it."""
        if self.element is None or not array.ndim:
            return None
        if node in self._same_axes:
            return _repeated(self.element, array.shape, self.shape)
        return self._factors.get(node)


def reference_shape(graph: LayerGraph) -> Shape:
    """Give the shape in which a number of a graph is chosen."""
    output = graph.values[list(graph.outputs.values())[-1]]
    return output.shape if output.ndim else next(iter(graph.inputs.values())).shape


def _is_inside(element: tuple[int, ...], shape: Shape) -> bool:
    return len(element) == len(shape) and all(0 <= i < n for i, n in zip(element, shape, strict=True))


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


def _is_product(node: Node) -> bool:
    return node.operation is not None and node.operation.symbol == "dot"
