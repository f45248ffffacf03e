"""Computational graphs of elementary operations, as the book draws them.

A layer's graph is an expression over nodes: ``reciprocal(add(exp(negate(x)), 1))`` is the sigmoid. `evaluate` walks
it forwards, `backpropagate` backwards: each operation knows its result and its *local derivative*, and the gradient
that flows on is upstream gradient times local derivative (book 5.2).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

from nn import operations
from nn.arrays import Array, Shape
from nn.operations import Operation
from nn.windows import Window


@dataclass(frozen=True, eq=False)
class Node:
    """One value of a graph: an input, a constant, or the result of an operation on other nodes.

    Attributes
    ----------
    operation : Operation or None
        None for an input or a constant.
    inputs : tuple of Node
        What the operation works on.
    name : str
        Name of an input (``"x"``, ``"W"``); empty for results but those that the book names: ``"E"``, or ``"mask_"``,
        to which the name of the layer's value is added.
    value : ndarray or None
        Value of a constant.
    """

    operation: Operation | None = None
    inputs: tuple[Node, ...] = ()
    name: str = ""
    value: Array | None = field(default=None, repr=False)

    @property
    def is_constant(self) -> bool:
        """Whether the value is part of the graph and gets no gradient."""
        return self.value is not None


def variable(name: str) -> Node:
    """Return an input of the graph, whose value is given when it is evaluated."""
    return Node(name=name)


def constant(value: Array | float, name: str = "") -> Node:
    """Return a node whose value never changes and needs no gradient."""
    return Node(name=name, value=np.asarray(value))


def negate(x: Node) -> Node:
    """Return the node ``-x``."""
    return Node(operations.Negate(), (x,))


def exp(x: Node) -> Node:
    """Return the node ``exp(x)``."""
    return Node(operations.Exp(), (x,))


def log(x: Node) -> Node:
    """Return the node ``log(x)``."""
    return Node(operations.Log(), (x,))


def tanh(x: Node) -> Node:
    """Return the node ``tanh(x)``."""
    return Node(operations.Tanh(), (x,))


def sin(x: Node) -> Node:
    """Return the node ``sin(x)``."""
    return Node(operations.Sin(), (x,))


def cos(x: Node) -> Node:
    """Return the node ``cos(x)``."""
    return Node(operations.Cos(), (x,))


def arctan(x: Node) -> Node:
    """Return the node ``arctan(x)``."""
    return Node(operations.Arctan(), (x,))


def square_root(x: Node) -> Node:
    """Return the node ``sqrt(x)``."""
    return Node(operations.SquareRoot(), (x,))


def reciprocal(x: Node) -> Node:
    """Return the node ``1 / x``, the book's "/"."""
    return Node(operations.Reciprocal(), (x,))


def abs(x: Node) -> Node:  # noqa: A001 - as in NumPy
    """Return the node of the absolute value; at 0 nothing flows back through it."""
    return Node(operations.Abs(), (x,))


def add(x: Node, y: Node | float) -> Node:
    """Return the node ``x + y``."""
    return Node(operations.Add(), (x, _as_node(y)))


def subtract(x: Node, y: Node | float) -> Node:
    """Return the nodes of ``x + (-y)``."""
    return add(x, negate(_as_node(y)))


def multiply(x: Node, y: Node | float) -> Node:
    """Return the node ``x * y``, element by element."""
    return Node(operations.Multiply(), (x, _as_node(y)))


def greater(x: Node, y: Node | float) -> Node:
    """Return the mask that is True where ``x > y``; nothing flows back through it."""
    return Node(operations.Greater(), (x, _as_node(y)))


def at_most(x: Node, y: Node | float, name: str = "") -> Node:
    """Return the mask that is True where ``x <= y``; nothing flows back through it."""
    return Node(operations.AtMost(), (x, _as_node(y)), name)


def masked(x: Node, mask: Node) -> Node:
    """Return the node that is 0 where the mask is True, else `x`."""
    return Node(operations.Masked(), (mask, x))


def as_type(x: Node, dtype: str) -> Node:
    """Return the node of the same values in another type."""
    return Node(operations.AsType(dtype), (x,))


def maximum(x: Node, y: Node | float) -> Node:
    """Return the node of the larger of both, element by element; where they are equal, all flows back to `y`."""
    return Node(operations.Maximum(), (x, _as_node(y)))


def minimum(x: Node, y: Node | float) -> Node:
    """Return the node of the smaller of both, element by element; where they are equal, all flows back to `x`."""
    return Node(operations.Minimum(), (x, _as_node(y)))


def flatten(x: Node) -> Node:
    """Return the node that makes one row of each sample."""
    return Node(operations.Flatten(), (x,))


def unflatten(x: Node, shape: Shape) -> Node:
    """Return the node that gives each row the sample shape `shape`."""
    return Node(operations.Unflatten(shape), (x,))


def im2col(x: Node, window: Window, name: str = "", fill: float = 0.0) -> Node:
    """Return the node with a row for each place of a window: what it sees there."""
    return Node(operations.Im2col(window, fill), (x,), name)


def reshape(x: Node, shape: Shape) -> Node:
    """Return the node of the same numbers in another shape."""
    return Node(operations.Reshape(shape), (x,))


def transpose(x: Node, axes: tuple[int, ...], name: str = "") -> Node:
    """Return the node with the axes in another order."""
    return Node(operations.Transpose(axes), (x,), name)


def dot(x: Node, y: Node) -> Node:
    """Return the node of the matrix product."""
    return Node(operations.Dot(), (x, y))


def total(x: Node, axis: int | None = None) -> Node:
    """Return the node of the sum over one axis (kept with length 1) or over everything."""
    return Node(operations.Sum(axis), (x,))


def largest(x: Node, axis: int = -1) -> Node:
    """Return the node of the maximum over one axis, kept with length 1."""
    return Node(operations.Max(axis), (x,))


def first_largest(x: Node, axis: int = -1) -> Node:
    """Return the node of the maximum over one axis, of which equals do not share what flows back: the first has it."""
    return Node(operations.FirstMax(axis), (x,))


def shift(x: Node, axis: int = -1) -> Node:
    """Return the node of the maximum over one axis for a result that does not depend on it: nothing flows back."""
    return Node(operations.Shift(axis), (x,))


def topological_order(*outputs: Node) -> tuple[Node, ...]:
    """Return every node that the outputs need, inputs before the operations on them, the last output last."""
    order: list[Node] = []
    seen: set[int] = set()

    def visit(node: Node) -> None:
        seen.add(id(node))
        for source in node.inputs:
            if id(source) not in seen:
                visit(source)
        order.append(node)

    for output in outputs:
        if id(output) not in seen:
            visit(output)
    return tuple(order)


def evaluate(
    output: Node,
    variables: Mapping[str, Array],
    *others: Node,
    put: Callable[[Node, Array], Array] | None = None,
) -> dict[Node, Array]:
    """Return the value of every node, forwards.

    Parameters
    ----------
    output : Node
        Last node of the graph.
    variables : mapping of str to ndarray
        Value of each variable by its name.
    *others : Node
        More nodes whose values are wanted, for a graph with several outputs.
    put : callable, optional
        Says for each result what is to stand in its place from there on.

    Raises
    ------
    KeyError
        If a variable of the graph has no value.
    """
    dtype = np.result_type(*variables.values())
    values: dict[Node, Array] = {}
    for node in topological_order(*others, output):
        if node.operation is not None:
            result = np.asarray(node.operation.forward(*(values[source] for source in node.inputs)))
            values[node] = result if put is None else put(node, result)
        elif node.value is not None:
            values[node] = node.value.astype(dtype)  # a float64 constant would widen a float32 network
        else:
            values[node] = variables[node.name]
    return values


def backpropagate(output: Node, values: Mapping[Node, Array], dout: Array) -> dict[Node, Array]:
    """Return the gradient by every node, backwards.

    A value that is used more than once gets the sum of what flows back from each use.

    Parameters
    ----------
    output : Node
        Last node of the graph.
    values : mapping of Node to ndarray
        What `evaluate` returned.
    dout : ndarray
        Upstream gradient, of the output's shape.
    """
    gradients: dict[Node, Array] = {output: dout}
    for node in reversed(topological_order(output)):
        if node.operation is None:
            continue
        inputs = tuple(values[source] for source in node.inputs)
        flowing = node.operation.backward(gradients[node], inputs, values[node])
        for source, gradient in zip(node.inputs, flowing, strict=True):
            gradients[source] = gradients[source] + gradient if source in gradients else gradient
    return gradients


def _as_node(value: Node | float) -> Node:
    return value if isinstance(value, Node) else constant(value)
