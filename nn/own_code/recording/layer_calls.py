"""Layers and losses of `nn` that a program calls: their own graphs are recorded, as if the program had written them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from nn import graph
from nn.layers.base import Layer
from nn.losses.base import Loss
from nn.operations import Operation
from nn.own_code.recording.identities import Identities
from nn.own_code.recording.node import LEAF, Node
from nn.own_code.recording.tape import NOTHING, Tape, is_kept

# What NumPy calls the operations of `nn`; others go by their own name.
_NAMES = {
    "Negate": "negative",
    "SquareRoot": "sqrt",
    "Abs": "absolute",
    "AtMost": "less_equal",
    "Masked": "where",
    "AsType": "astype",
    "Flatten": "reshape",
    "Unflatten": "reshape",
    "Shift": "max",
}


class LayerNode(Node):
    """A value within a layer or loss of `nn`.

    Attributes
    ----------
    law : Operation
        Knows its derivative.
    """

    __slots__ = ("law",)

    law: Operation


class LayerCalls:
    """Calls `forward` and `backward` of layers and losses of `nn`, and notes what they compute."""

    def __init__(self, tape: Tape, identities: Identities) -> None:
        self._tape = tape
        self._identities = identities
        self._last: dict[int, tuple[Any, Node]] = {}

    def clear(self) -> None:
        """Forget all layers."""
        self._last = {}

    def knows(self, function: Any) -> bool:
        """Whether a function is a pass through a layer or loss of `nn`."""
        layer = getattr(function, "__self__", None)
        return isinstance(layer, Layer | Loss) and function.__name__ in ("forward", "backward")

    def call(self, site: int, function: Any, args: Any, keywords: Any) -> Any:
        """Return what the layer returns."""
        layer = function.__self__
        value = function(*args, **keywords)
        given = (*args, *keywords.values())
        if function.__name__ == "backward":
            self._backward(site, layer, value, given)
        elif is_kept(value):
            self._forward(site, layer, value, given)
        return value

    def _forward(self, site: int, layer: Any, value: Any, given: tuple[Any, ...]) -> None:
        """Note the graph of a layer as this pass computed it; its last node is what the layer returned."""
        operands = self._operands(site, layer, given)
        names = {name: graph.variable(name) for name in operands}
        x, rest = names.pop("x"), names
        output = layer.graph(x, rest["t"]) if isinstance(layer, Loss) else layer.graph(x, rest)
        with np.errstate(all="ignore"):
            values = graph.evaluate(output, {name: _rows(node.value, layer) for name, node in operands.items()})
        inner: dict[graph.Node, Any] = {}
        for node in graph.topological_order(output):
            if node.operation is None:
                inner[node] = self._constant(node) if node.is_constant else operands[node.name]
            else:
                result = value if node is output else values[node]
                inner[node] = self._made(site, node.operation, [inner[source] for source in node.inputs], result)
        self._identities.meet(value, inner[output])
        self._last[id(layer)] = layer, inner[output]

    def _made(self, site: int, operation: Operation, inputs: list[Any], value: Any) -> Node:
        kind = type(operation).__name__
        name = _NAMES.get(kind, kind.lower())
        place = self._tape.sites[site]
        node = LayerNode(len(self._tape.nodes), name, place, tuple(inputs), NOTHING, operation.forward, value)
        node.law = operation
        self._tape.append(node)
        self._tape.take(getattr(value, "nbytes", 0))
        return node

    def _constant(self, node: graph.Node) -> Any:
        assert node.value is not None
        if node.value.size == 1:
            return float(node.value.reshape(-1)[0])
        leaf = self._tape.add(LEAF, None, (), node.value.copy())
        leaf.name = node.name
        return leaf

    def _operands(self, site: int, layer: Any, given: tuple[Any, ...]) -> dict[str, Node]:
        operands = {"x": self._leaf(given[0])}
        if not isinstance(layer, Loss):
            return operands | {key: self._leaf(value) for key, value in layer.params.items()}
        t = self._leaf(given[1])
        targets = np.array(layer.t)
        if t.shape != targets.shape:  # labels, as the rows that they stand for
            t = self._tape.add("one_hot", site, (t,), targets)
        return operands | {"t": t}

    def _leaf(self, value: Any) -> Node:
        node = self._identities.input(value)
        if isinstance(node, Node):
            return node
        array = np.asarray(value)  # a list, a number written down
        return self._identities.meet(array, self._tape.add(LEAF, None, (), array))

    def _backward(self, site: int, layer: Any, value: Any, given: tuple[Any, ...]) -> None:
        """Note the gradient that a layer returned, and those by its parameters."""
        last = self._last.get(id(layer))
        dout = self._identities.input(given[0] if given else 1)
        inputs = (dout,) if last is None else (dout, last[1])
        operation = f"{type(layer).__name__}.backward"
        grads: Mapping[str, Any] = getattr(layer, "grads", NOTHING)
        for name, array in {"dx": value, **{f"d{key}": grad for key, grad in grads.items()}}.items():
            if is_kept(array) and self._identities.known(array) is None:
                node = self._identities.meet(array, self._tape.add(operation, site, inputs, array, {"of": name}))
                node.name = "" if name == "dx" else name


def _rows(value: Any, layer: Any) -> Any:
    """Return an operand as the layer took it: floating-point numbers, for a loss in rows."""
    array = np.atleast_2d(value) if isinstance(layer, Loss) else np.asarray(value)
    return array if array.dtype.kind == "f" else array.astype(np.float64)
