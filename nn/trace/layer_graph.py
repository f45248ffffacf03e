"""The computational graph of a layer as one pass computed it, with a name for every value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from nn.arrays import Array
from nn.graph import Node, topological_order, variable


class LayerGraph:
    """What stands between the inputs and the output of one layer.

    Parameters
    ----------
    build : callable
        Returns the last node, given a node for each input.
    inputs : mapping of str to ndarray
        By the book's names.
    output : str
        Name of what the layer gives.
    """

    def __init__(self, build: Callable[..., Node], inputs: Mapping[str, Array], output: str) -> None:
        self._build = build
        self.inputs = inputs
        self.output = output

    @cached_property
    def last(self) -> Node:
        """The node that gives the output."""
        return self._build(*(variable(name) for name in self.inputs))

    @cached_property
    def order(self) -> tuple[Node, ...]:
        """Every node, what goes in before what works on it."""
        return topological_order(self.last)
