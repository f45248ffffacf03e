"""One piece of arithmetic of a pass."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

import numpy as np

from nn.arrays import Array
from nn.graph import Node
from nn.trace.backflow import Backflow
from nn.trace.layer_graph import LayerGraph
from nn.trace.past import Past
from nn.trace.wording import backward_formula, written

Phase: TypeAlias = Literal["forward", "loss", "backward", "update"]
Depth: TypeAlias = Literal["layer", "node"]
Form: TypeAlias = Literal["book", "elementary"]
"""How update and loss are written: as the book does, or in the circles that the program goes through."""


@dataclass(frozen=True, eq=False)
class Event:
    """One piece of arithmetic of a pass with its numbers: can be drawn without its neighbours.

    All arrays are copies that nobody can write into.

    Attributes
    ----------
    index : int
        Position in the trace.
    phase : {"forward", "loss", "backward", "update"}
        The loss is the first thing on the way back too: an event of phase "backward" without a layer.
    layer : int or None
        Index in ``spec.layers``; None for the loss.
    name : str
        Name of the layer or loss: ``"Affine1"``.
    inputs, outputs : mapping of str to ndarray
        By the book's names: ``{"x", "W1", "b1"}`` and ``{"a1"}``; backwards ``{"dx", "dW1", "db1"}``. An update has the
        parameter before it among the inputs and, under the same name, after it among the outputs.
    upstream : str
        Backwards: which of the inputs is the upstream gradient.
    products : mapping of str to ndarray
        Backwards: what this event adds to each of the outputs, upstream gradient times local derivative. It differs
        from the output where a value is used more than once.
    pending : mapping of str to tuple of str
        Backwards through a node: for each output the values that also used what it is the gradient of, and from which
        more will be added to it; empty when it is complete.
    graph : LayerGraph
        The computational graph of the layer.
    layer_formula : str
        Formula of a whole layer; empty where its graph tells it best.
    backflow : Backflow or None
        Backwards: the gradients within the graph.
    node : Node or None
        Which node of the graph this event is, None for the whole layer.
    """

    index: int
    phase: Phase
    layer: int | None
    name: str
    inputs: Mapping[str, Array]
    outputs: Mapping[str, Array]
    graph: LayerGraph = field(repr=False)
    layer_formula: str = field(default="", repr=False)
    node: Node | None = field(default=None, repr=False)
    upstream: str = ""
    products: Mapping[str, Array] = field(default_factory=dict)
    pending: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    backflow: Backflow | None = field(default=None, repr=False)
    _past: Past = field(default_factory=Past, repr=False)
    _moment: int = 0

    @property
    def depth(self) -> Depth:
        """Whether this is a whole layer or one elementary node of it."""
        return "layer" if self.node is None else "node"

    @property
    def formula(self) -> str:
        """The arithmetic over the names of inputs and outputs: ``"a1 = x·W1 + b1"``."""
        if self.node is None:
            return self.layer_formula or self.graph.formula
        if self.upstream:
            return backward_formula(self.node, self.graph)
        return f"{self.graph.names[self.node]} = {written(self.node, self.graph).text}"

    @property
    def symbol(self) -> str:
        """Sign in the circle of an elementary node, empty at layer depth."""
        return self.node.operation.symbol if self.node and self.node.operation else ""

    @property
    def operands(self) -> tuple[str, ...]:
        """What a node works on, in order; a value may stand twice. Empty at layer depth."""
        return tuple(self.graph.names[source] for source in self.node.inputs) if self.node else ()

    @property
    def local(self) -> tuple[Array, ...]:
        """Local derivative of a node by each operand; of a layer that works on each number by itself, by its input.

        Empty for other layers, whose local derivative is no single array, and on the way forward.
        """
        if not self.upstream:
            return ()
        graph, node = self.graph, self.node
        with np.errstate(all="ignore"):
            if node is not None and node.operation is not None:
                return node.operation.local(tuple(graph.values[source] for source in node.inputs), graph.values[node])
            return (_slope(graph),) if graph.is_elementwise else ()

    @property
    def values(self) -> Mapping[str, Array]:
        """Every named value that is known when this event has happened."""
        return self._past.known(self._moment)

    @property
    def not_yet(self) -> tuple[str, ...]:
        """Names of the values that this pass has still to compute, in the order in which they come."""
        return self._past.missing(self._moment)

    def origin(self, name: str) -> int | None:
        """Return the index of the event that made an input, None if it was given.

        Raises
        ------
        KeyError
            If the event has no such input.
        """
        return self.origin_of(name, self.inputs[name])

    def origin_of(self, name: str, array: Array) -> int | None:
        """Return the index of the event that made this very array and called it `name`, None if none did so far."""
        return self._past.origin(name, array, self._moment)


def _slope(graph: LayerGraph) -> Array:
    """Return the derivative of an elementwise graph's output by its input."""
    (x,), (output,) = graph.variables.values(), graph.outputs.values()
    return Backflow(graph, np.ones_like(graph.values[output])).total(x)
