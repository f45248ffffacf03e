"""A recorded graph computed: the operations of `nn` in order, and back through the values that they gave."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from nn import graph
from nn.arrays import Array
from nn.graph import Node
from nn.operations import Operation
from nn.operations.base import STOPS
from nn.recorded.circles import AS_NUMBER, CIRCLES, MEAN
from nn.recorded.program import CONSTANT, INPUT, Program
from nn.recorded.widths import INPUTS, NEURONS

X = "x"
"""What goes in is called so; parameters go by their own names."""


class _Circle(NamedTuple):
    """One operation: where its result and its operands stand, and by which of these a gradient is wanted."""

    slot: int
    operation: Operation
    inputs: tuple[int, ...]
    wanted: tuple[int, ...]


class Replay:
    """A program made ready for one precision. It keeps no values: whoever calls `forward` does.

    Parameters
    ----------
    program : Program
    dtype : str
    sizes : mapping of str to int
        How many inputs ``"D"`` and neurons ``"M"`` the layer has.
    """

    def __init__(self, program: Program, dtype: str, sizes: Mapping[str, int]) -> None:
        names = (X, *program.params)
        variables = {name: graph.variable(name) for name in names}
        self._output = node_of(program, variables, dtype, sizes)
        order = graph.topological_order(self._output)
        slots = {node: slot for slot, node in enumerate(order)}
        self._start: list[Array | None] = [
            None if node.value is None else np.asarray(node.value, dtype) for node in order
        ]
        self._variables = {name: slots[node] for name, node in variables.items() if node in slots}
        moving = _moving(order, set(variables.values()))
        self._circles = [
            _Circle(slots[node], node.operation, tuple(slots[each] for each in node.inputs), _wanted(node, moving))
            for node in order
            if node.operation is not None
        ]
        self._back = [circle for circle in reversed(self._circles) if order[circle.slot] in moving]

    def forward(self, given: Mapping[str, Array]) -> list[Array]:
        """Return every value, the result last.

        Parameters
        ----------
        given : mapping of str to ndarray
            `X` and the parameters.
        """
        values: list[Array] = self._start.copy()  # type: ignore[assignment]  # filled from here on
        for name, slot in self._variables.items():
            values[slot] = given[name]
        for slot, operation, inputs, _ in self._circles:
            values[slot] = operation.forward(*[values[each] for each in inputs])
        return values

    def backward(self, values: list[Array], dout: Array) -> dict[str, Array]:
        """Return the gradient by `X` and the parameters; those are left out that nothing flows back to."""
        gradients: list[Array | None] = [None] * len(values)
        gradients[-1] = dout
        for slot, operation, inputs, wanted in self._back:
            upstream = gradients[slot]
            if upstream is None:
                continue
            flowing = operation.backward_to(wanted, upstream, tuple([values[each] for each in inputs]), values[slot])
            for position, gradient in zip(wanted, flowing, strict=True):
                before = gradients[inputs[position]]
                gradients[inputs[position]] = gradient if before is None else before + gradient
        found = {name: gradients[slot] for name, slot in self._variables.items()}
        return {name: gradient for name, gradient in found.items() if gradient is not None}


@lru_cache(maxsize=64)
def replay_of(program: Program, dtype: str, inputs: int, neurons: int = 0) -> Replay:
    """Return the replay of a program, made once for each precision and size of the layer."""
    return Replay(program, dtype, {INPUTS: inputs, NEURONS: neurons})


def node_of(
    program: Program, variables: Mapping[str, Node], dtype: str, sizes: Mapping[str, int] | None = None
) -> Node:
    """Return the graph of a program on these nodes.

    Masks become numbers of the precision. Without the sizes of the layer a mean divides by their letter.
    """
    nodes: list[Node] = []
    for step in program.steps:
        if step.name == INPUT:
            nodes.append(variables[X])
        elif step.name == CONSTANT:
            nodes.append(graph.constant(float(step.value)))
        elif step.name in CIRCLES:
            more: tuple[str | Node, ...] = (dtype,) if step.name == AS_NUMBER else ()
            if step.name == MEAN:
                more = (_share(program.widths[step.inputs[0]], sizes),)
            nodes.append(CIRCLES[step.name].make(*[nodes[each] for each in step.inputs], *more))
        else:
            nodes.append(variables[str(step.value)])
    return nodes[-1]


def _share(width: str, sizes: Mapping[str, int] | None) -> Node:
    """Return the node of one over how many numbers a mean is of."""
    return graph.reciprocal(graph.variable(width)) if sizes is None else graph.constant(1 / max(sizes[width], 1))


def _moving(order: tuple[Node, ...], variables: set[Node]) -> set[Node]:
    """Return the nodes by which there is a gradient: those that depend on what goes in, not through a mask alone."""
    moving = set(variables)
    for node in order:
        if _wanted(node, moving):
            moving.add(node)
    return moving


def _wanted(node: Node, moving: set[Node]) -> tuple[int, ...]:
    slopes = () if node.operation is None else node.operation.slopes
    return tuple(
        place
        for place, (source, slope) in enumerate(zip(node.inputs, slopes, strict=True))
        if source in moving and slope != STOPS
    )
