"""Layers and losses of `nn` that a program calls: each call is a node that opens into its own graph."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from nn import graph
from nn.layers.base import Layer
from nn.losses.base import Loss
from nn.own_code.recording.identities import Identities
from nn.own_code.recording.node import Node
from nn.own_code.recording.tape import NOTHING, Tape, is_kept


class LayerNode(Node):
    """What a layer of `nn` returned, or a loss.

    Attributes
    ----------
    output : nn.graph.Node
        Its graph, whose variables are named as `operands`.
    operands : mapping of str to Node
        What its graph works on: ``x``, ``W``, ``b``; of a loss ``x`` and ``t``.
    """

    __slots__ = ("_targets", "operands", "output")

    output: graph.Node
    operands: Mapping[str, Node]
    _targets: Any

    def variables(self) -> dict[str, Any]:
        """Return the number or array of each variable."""
        values = {name: np.asarray(node.value) for name, node in self.operands.items()}
        if self._targets is not None:  # labels as the rows that they stand for
            values["t"] = self._targets
            values["x"] = np.atleast_2d(values["x"])
        return {name: value if value.dtype.kind == "f" else value.astype(np.float64) for name, value in values.items()}

    def values(self) -> dict[graph.Node, Any]:
        """Return the value of every node of its graph."""
        with np.errstate(all="ignore"):
            return graph.evaluate(self.output, self.variables())

    def gradients(self, dout: Any) -> dict[str, Any]:
        """Return what flows back to each operand."""
        values = self.values()
        dout = np.broadcast_to(dout, values[self.output].shape)
        flowing = graph.backpropagate(self.output, values, dout)
        return {
            node.name: np.reshape(flowing[node], self.operands[node.name].shape)
            for node in flowing
            if node.operation is None and node.name in self.operands and self.operands[node.name].is_real
        }

    def opened(self) -> tuple[Node, ...]:
        """Return its graph as nodes: the operands first, the result last."""
        values = self.values()
        inner: dict[graph.Node, Node] = {}
        for place, node in enumerate(graph.topological_order(self.output)):
            outer = self.operands.get(node.name) if node.operation is None and not node.is_constant else None
            inner[node] = outer or self._inner(
                place, node, tuple(inner[source] for source in node.inputs), values[node]
            )
        return tuple(inner.values())

    def _inner(self, place: int, node: graph.Node, inputs: tuple[Node, ...], value: Any) -> Node:
        operation = node.operation
        name = "constant" if operation is None else type(operation).__name__.lower()
        made = Node(place, name, self.site, inputs, NOTHING, None if operation is None else operation.forward, value)
        made.name = node.name
        return made


class LayerCalls:
    """Calls `forward` and `backward` of layers and losses of `nn`, and notes what they are."""

    def __init__(self, tape: Tape, identities: Identities) -> None:
        self._tape = tape
        self._identities = identities
        self._last: dict[int, tuple[Any, LayerNode]] = {}

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
        if function.__name__ == "backward":
            self._backward(site, layer, value, args, keywords)
        elif is_kept(value):
            operands = self._operands(layer, (*args, *keywords.values()))
            node = self._node(site, layer, value, operands)
            self._last[id(layer)] = layer, node
            self._identities.meet(value, node)
        return value

    def _node(self, site: int, layer: Any, value: Any, operands: dict[str, Node]) -> LayerNode:
        node = LayerNode(
            len(self._tape.nodes),
            f"{type(layer).__name__}.forward",
            self._tape.sites[site],
            tuple(operands.values()),
            NOTHING,
            None,
            value,
        )
        node.operands = operands
        x = graph.variable("x")
        if isinstance(layer, Loss):
            node.output, node._targets = layer.graph(x, graph.variable("t")), layer.t
        else:
            node.output, node._targets = layer.graph(x, {key: graph.variable(key) for key in layer.params}), None
        self._tape.append(node)
        return node

    def _operands(self, layer: Any, given: tuple[Any, ...]) -> dict[str, Node]:
        operands = {"x": self._leaf(given[0])}
        if isinstance(layer, Loss):
            return operands | {"t": self._leaf(given[1])}
        return operands | {key: self._leaf(value) for key, value in layer.params.items()}

    def _leaf(self, value: Any) -> Node:
        node = self._identities.input(value)
        if isinstance(node, Node):
            return node
        array = np.asarray(value)  # a list, a number written down
        return self._identities.meet(array, self._tape.add("leaf", None, (), array))

    def _backward(self, site: int, layer: Any, value: Any, args: Any, keywords: Any) -> None:
        """Note the gradient that a layer returned, and those by its parameters."""
        of = self._last.get(id(layer))
        dout = self._identities.input(next(iter((*args, *keywords.values())), 1))
        inputs = (dout,) if of is None else (dout, of[1])
        operation = f"{type(layer).__name__}.backward"
        found = {"dx": value} | {f"d{key}": grad for key, grad in getattr(layer, "grads", NOTHING).items()}
        for name, array in found.items():
            if is_kept(array) and self._identities.known(array) is None:
                node = self._identities.meet(array, self._tape.add(operation, site, inputs, array, {"of": name}))
                node.name = "" if name == "dx" else name
