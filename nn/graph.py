"""Computational graphs of elementary operations, as the book draws them.

A layer's graph is an expression over nodes: ``reciprocal(add(exp(negate(x)), 1))`` is the sigmoid. `evaluate` walks
it forwards, `backpropagate` backwards: each operation knows its result and its *local derivative*, and the gradient
that flows on is upstream gradient times local derivative (book 5.2).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

import numpy as np

from nn.arrays import Array, Shape, rows


@dataclass(frozen=True)
class Operation(ABC):
    """What one circle of the graph does.

    Attributes
    ----------
    symbol : str
        Sign in the circle.
    """

    symbol: ClassVar[str]

    @abstractmethod
    def forward(self, *inputs: Array) -> Array:
        """Return the result for these inputs."""

    @abstractmethod
    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        """Return the local derivative by each input.

        For an elementwise operation it has the output's shape; for `Dot` it is the other factor.
        """

    def backward(self, dout: Array, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        """Return the gradient by each input: upstream times local, summed over what was broadcast."""
        local = self.local(inputs, output)
        return tuple(_summed_to(dout * slope, x.shape) for slope, x in zip(local, inputs, strict=True))


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
        Name of an input (``"x"``, ``"W"``); empty for results.
    value : ndarray or None
        Value of a constant.
    """

    operation: Operation | None = None
    inputs: tuple[Node, ...] = ()
    name: str = ""
    value: Array | None = field(default=None, repr=False)


class _Negate(Operation):
    symbol = "×(-1)"

    def forward(self, *inputs: Array) -> Array:
        return -inputs[0]

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        return (-np.ones_like(output),)


class _Exp(Operation):
    symbol = "exp"

    def forward(self, *inputs: Array) -> Array:
        return np.exp(inputs[0])

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        return (output,)


class _Log(Operation):
    symbol = "log"

    def forward(self, *inputs: Array) -> Array:
        return np.log(inputs[0])

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        return (1 / inputs[0],)


class _Tanh(Operation):
    symbol = "tanh"

    def forward(self, *inputs: Array) -> Array:
        return np.tanh(inputs[0])

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        return (1 - output * output,)


class _SquareRoot(Operation):
    symbol = "√"

    def forward(self, *inputs: Array) -> Array:
        return np.sqrt(inputs[0])

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        return (0.5 / output,)


class _Reciprocal(Operation):
    symbol = "/"

    def forward(self, *inputs: Array) -> Array:
        return 1 / inputs[0]

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        return (-output * output,)


class _Add(Operation):
    symbol = "+"

    def forward(self, *inputs: Array) -> Array:
        return inputs[0] + inputs[1]

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        return np.ones_like(output), np.ones_like(output)


class _Multiply(Operation):
    symbol = "×"

    def forward(self, *inputs: Array) -> Array:
        return inputs[0] * inputs[1]

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        return inputs[1], inputs[0]


class _Greater(Operation):
    symbol = ">"

    def forward(self, *inputs: Array) -> Array:
        return (inputs[0] > inputs[1]).astype(inputs[0].dtype)

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        return np.zeros_like(output), np.zeros_like(output)


class _Minimum(Operation):
    symbol = "min"

    def forward(self, *inputs: Array) -> Array:
        return np.minimum(inputs[0], inputs[1])

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        first = (inputs[0] <= inputs[1]).astype(output.dtype)
        return first, 1 - first


class _Flatten(Operation):
    symbol = "flatten"

    def forward(self, *inputs: Array) -> Array:
        return rows(inputs[0])

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        return (np.ones_like(inputs[0]),)

    def backward(self, dout: Array, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        return (dout.reshape(inputs[0].shape),)


@dataclass(frozen=True)
class _Unflatten(Operation):
    symbol = "unflatten"
    shape: Shape

    def forward(self, *inputs: Array) -> Array:
        return inputs[0].reshape(len(inputs[0]), *self.shape)

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        return (np.ones_like(inputs[0]),)

    def backward(self, dout: Array, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        return (dout.reshape(inputs[0].shape),)


class _Dot(Operation):
    symbol = "dot"

    def forward(self, *inputs: Array) -> Array:
        return np.dot(inputs[0], inputs[1])

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        return inputs[1], inputs[0]

    def backward(self, dout: Array, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        by_first, by_second = self.local(inputs, output)
        by_weights = np.dot(by_second.T, dout) if by_second.ndim > 1 else np.outer(by_second, dout)
        return np.dot(dout, by_first.T), by_weights


@dataclass(frozen=True)
class _Sum(Operation):
    symbol = "Σ"
    axis: int | None = None

    def forward(self, *inputs: Array) -> Array:
        return np.sum(inputs[0], axis=self.axis, keepdims=self.axis is not None)

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        return (np.ones_like(inputs[0]),)


@dataclass(frozen=True)
class _Max(Operation):
    symbol = "max"
    axis: int = -1

    def forward(self, *inputs: Array) -> Array:
        return np.max(inputs[0], axis=self.axis, keepdims=True)

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        largest = inputs[0] == output
        return (largest / np.sum(largest, axis=self.axis, keepdims=True),)


def variable(name: str) -> Node:
    """Return an input of the graph, whose value is given when it is evaluated."""
    return Node(name=name)


def constant(value: Array | float, name: str = "") -> Node:
    """Return a node whose value never changes and needs no gradient."""
    return Node(name=name, value=np.asarray(value))


def negate(x: Node) -> Node:
    """Return the node ``-x``."""
    return Node(_Negate(), (x,))


def exp(x: Node) -> Node:
    """Return the node ``exp(x)``."""
    return Node(_Exp(), (x,))


def log(x: Node) -> Node:
    """Return the node ``log(x)``."""
    return Node(_Log(), (x,))


def tanh(x: Node) -> Node:
    """Return the node ``tanh(x)``."""
    return Node(_Tanh(), (x,))


def square_root(x: Node) -> Node:
    """Return the node ``sqrt(x)``."""
    return Node(_SquareRoot(), (x,))


def reciprocal(x: Node) -> Node:
    """Return the node ``1 / x``, the book's "/"."""
    return Node(_Reciprocal(), (x,))


def add(x: Node, y: Node | float) -> Node:
    """Return the node ``x + y``."""
    return Node(_Add(), (x, _as_node(y)))


def subtract(x: Node, y: Node | float) -> Node:
    """Return the nodes of ``x + (-y)``."""
    return add(x, negate(_as_node(y)))


def multiply(x: Node, y: Node | float) -> Node:
    """Return the node ``x * y``, element by element."""
    return Node(_Multiply(), (x, _as_node(y)))


def greater(x: Node, y: Node | float) -> Node:
    """Return the node that is 1 where ``x > y`` and 0 elsewhere; nothing flows back through it."""
    return Node(_Greater(), (x, _as_node(y)))


def minimum(x: Node, y: Node | float) -> Node:
    """Return the node of the smaller of both, element by element."""
    return Node(_Minimum(), (x, _as_node(y)))


def flatten(x: Node) -> Node:
    """Return the node that makes one row of each sample."""
    return Node(_Flatten(), (x,))


def unflatten(x: Node, shape: Shape) -> Node:
    """Return the node that gives each row the sample shape `shape`."""
    return Node(_Unflatten(shape), (x,))


def dot(x: Node, y: Node) -> Node:
    """Return the node of the matrix product."""
    return Node(_Dot(), (x, y))


def total(x: Node, axis: int | None = None) -> Node:
    """Return the node of the sum over one axis (kept with length 1) or over everything."""
    return Node(_Sum(axis), (x,))


def largest(x: Node, axis: int = -1) -> Node:
    """Return the node of the maximum over one axis, kept with length 1."""
    return Node(_Max(axis), (x,))


def topological_order(output: Node) -> tuple[Node, ...]:
    """Return every node that `output` needs, inputs before the operations on them, `output` last."""
    order: list[Node] = []
    seen: set[int] = set()

    def visit(node: Node) -> None:
        if id(node) in seen:
            return
        seen.add(id(node))
        for source in node.inputs:
            visit(source)
        order.append(node)

    visit(output)
    return tuple(order)


def evaluate(output: Node, variables: Mapping[str, Array]) -> dict[Node, Array]:
    """Return the value of every node, forwards.

    Parameters
    ----------
    output : Node
        Last node of the graph.
    variables : mapping of str to ndarray
        Value of each variable by its name.

    Raises
    ------
    KeyError
        If a variable of the graph has no value.
    """
    dtype = np.result_type(*variables.values())
    values: dict[Node, Array] = {}
    for node in topological_order(output):
        if node.operation is not None:
            values[node] = node.operation.forward(*(values[source] for source in node.inputs))
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


def _summed_to(gradient: Array, shape: tuple[int, ...]) -> Array:
    """Undo broadcasting: sum over the axes along which a value of `shape` was repeated."""
    gradient = np.sum(gradient, axis=tuple(range(gradient.ndim - len(shape))))
    repeated = tuple(i for i, (n, m) in enumerate(zip(gradient.shape, shape, strict=True)) if m == 1 and n > 1)
    return np.sum(gradient, axis=repeated, keepdims=True) if repeated else gradient
