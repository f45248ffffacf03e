"""The computational graph of a layer, a loss or an update as one pass computed it, with a name for every value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import NamedTuple

import numpy as np

from nn.arrays import Array
from nn.graph import Node, evaluate, topological_order, variable
from nn.notation import ATOM, SUM, Text, number
from nn.operations.base import STOPS
from nn.trace.later import sealed
from nn.trace.overrides import Overrides


class Shortcut(NamedTuple):
    """The gradient of a loss by its scores where it is simpler than the way to it, and finite where that is not.

    Attributes
    ----------
    formula : str
        Over the names of the pass: ``"da3 = dL · (y - t) / N"``.
    gradient : callable
        Returns it for the gradient by the loss and the output activation.
    """

    formula: str
    gradient: Callable[[Array, Array], Array]


class LayerGraph:
    """What stands between the inputs and the outputs of one layer.

    It is built, and its values are computed, when it is first asked for them.

    Parameters
    ----------
    build : callable
        Returns the node of each output, given a node for each input.
    inputs : mapping of str to ndarray
        By the book's names; read-only arrays.
    outputs : tuple of str
        Names of what comes out, in the order of `build`.
    overrides : Overrides
        Numbers that stand in the place of computed ones.
    shortcut : Shortcut, optional
        How the gradient by the only input is taken at once, from the output of the node that works on it.
    code : str
        Text of the class where a person wrote it.
    """

    def __init__(
        self,
        build: Callable[..., tuple[Node, ...]],
        inputs: Mapping[str, Array],
        outputs: tuple[str, ...],
        overrides: Overrides,
        shortcut: Shortcut | None = None,
        code: str = "",
    ) -> None:
        self.code = code
        self.overrides = overrides
        self.shortcut = shortcut
        self._build = build
        self.output_names = outputs
        self.inputs = inputs

    @cached_property
    def variables(self) -> Mapping[str, Node]:
        """The nodes that go in, by name."""
        return {name: variable(name) for name in self.inputs}

    @cached_property
    def outputs(self) -> Mapping[str, Node]:
        """The nodes that come out, by name; an update remembers first and moves the parameter last."""
        return dict(zip(self.output_names, self._build(*self.variables.values()), strict=True))

    @cached_property
    def order(self) -> tuple[Node, ...]:
        """Every node, what goes in before what works on it."""
        return topological_order(*self.outputs.values())

    @cached_property
    def operations(self) -> tuple[Node, ...]:
        """Every node that computes something, in order."""
        return tuple(node for node in self.order if node.operation is not None)

    @cached_property
    def way_back(self) -> tuple[Node, ...]:
        """The operations through which the gradient by the last output flows, in that order."""
        needed = topological_order(list(self.outputs.values())[-1])
        return tuple(node for node in reversed(needed) if node.operation is not None and node in self.variable)

    @cached_property
    def variable(self) -> frozenset[Node]:
        """The nodes by which there is a gradient: those that depend on what goes in, and not by way of a mask alone.

        Where nothing at all would flow back, as through a step function, that is gone through: with 0.
        """
        flowing = self._depending(through_stops=False)
        return flowing if list(self.outputs.values())[-1] in flowing else self._depending(through_stops=True)

    def _depending(self, through_stops: bool) -> frozenset[Node]:
        found = set(self.variables.values())
        for node in self.order:
            slopes = () if node.operation is None else node.operation.slopes
            flows = (slope != STOPS or through_stops for slope in slopes)
            if any(source in found and flow for source, flow in zip(node.inputs, flows, strict=True)):
                found.add(node)
        return frozenset(found)

    @cached_property
    def names(self) -> Mapping[Node, str]:
        """Name of every value: ``z1.2`` is the second on the way to ``z1``; a constant is called by its number."""
        names = {node: name for name, node in self.outputs.items() if node.operation is not None}
        last = self.output_names[-1]
        inner = [node for node in self.operations if node not in names]
        for i, node in enumerate(inner, 1):
            is_of_layer = node.name.endswith("_")
            names[node] = f"{node.name}{last}" if is_of_layer else node.name or f"{last}.{i}"
        for node in self.order:
            if node.operation is None:
                names[node] = node.name or _called(float(np.asarray(node.value)))
        return names

    @cached_property
    def values(self) -> Mapping[Node, Array]:
        """Value of every node."""
        *others, last = self.outputs.values()
        with np.errstate(all="ignore"):  # a diverged network is a reason to look, and its NaN are shown
            values = evaluate(last, self.inputs, *others, put=self._put if self.overrides else None)
        return {node: sealed(value) for node, value in values.items()}

    @cached_property
    def is_overridden(self) -> bool:
        """Whether a number within the graph or of what comes out was put there by a person."""
        return bool(self.overrides) and any(self._is_changeable(node) for node in self.operations)

    def _is_changeable(self, node: Node) -> bool:
        """Return whether a node is overridden; a name that goes in and comes out means what goes in."""
        return self.names[node] in self.overrides and self.names[node] not in self.inputs

    def _put(self, node: Node, value: Array) -> Array:
        return self.overrides.put(self.names[node], value) if self._is_changeable(node) else value

    @cached_property
    def consumers(self) -> Mapping[Node, tuple[Node, ...]]:
        """The nodes from which gradient flows back to each node, in that order; one that takes it twice stands once."""
        found: dict[Node, tuple[Node, ...]] = {}
        for node in self.way_back:
            for source in dict.fromkeys(node.inputs):
                found[source] = (*found.get(source, ()), node)
        return found

    @property
    def is_elementwise(self) -> bool:
        """Whether each number that comes out depends on one number of the only input."""
        works = all(node.operation.elementwise for node in self.operations if node.operation)
        return works and len(self.inputs) == 1

    def takes_shortcut(self, node: Node) -> bool:
        """Return whether the gradient by what a node works on is taken at once; not from one that a person replaced."""
        if self.shortcut is None or not set(node.inputs) & set(self.variables.values()):
            return False
        return f"d{self.names[node]}" not in self.overrides

    def is_repeated(self, source: Node, node: Node) -> bool:
        """Return whether an elementwise node uses each number of an operand more than once: gradients add up."""
        elementwise = node.operation is not None and node.operation.elementwise
        return elementwise and self.values[source].size < self.values[node].size

    def text_of(self, node: Node) -> Text:
        """Return the name of a value as a piece of a formula."""
        name = self.names[node]
        return Text(name, SUM if name.startswith("-") else ATOM)

    @property
    def formula(self) -> str:
        """What comes out, over the names of what goes in."""
        return ",  ".join(f"{name} = {self._written(node).text}" for name, node in self.outputs.items())

    def _written(self, node: Node) -> Text:
        assert node.operation is not None
        ends = set(self.outputs.values())
        return node.operation.written(
            [
                self.text_of(source) if source in ends or source.operation is None else self._written(source)
                for source in node.inputs
            ]
        )


def _called(constant: float) -> str:
    """Return what a constant without a name is called: a whole number as in ``x + 1``."""
    return number(constant).text.removesuffix(".0")
