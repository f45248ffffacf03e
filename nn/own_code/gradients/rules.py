"""Where the rules of reverse mode are kept, by the operation."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

from nn.own_code.recording import Node

Flow = tuple[Node, Any]
"""A node and what flows back to it."""
Rule = Callable[["Step", Any], Iterable[Flow]]

RULES: dict[str, Rule] = {}


class NoRule(NotImplementedError):
    """An operation whose derivative is not known and cannot be measured."""


@dataclass(frozen=True)
class Step:
    """One operation of a recording, with the numbers that went into it.

    Attributes
    ----------
    node : Node
    inputs : tuple
        Values of its inputs.
    """

    node: Node
    inputs: tuple[Any, ...]

    def keyword(self, name: str, default: Any = None) -> Any:
        """Return a keyword's value."""
        return value_of(self.node.keywords[name]) if name in self.node.keywords else default

    def to(self, place: int, gradient: Any) -> Iterable[Flow]:
        """Yield what flows to an input, summed over what was broadcast; nothing to a constant or to whole numbers."""
        node = self.node.inputs[place]
        if isinstance(node, Node) and node.is_real:
            yield node, summed_to(gradient, node.shape)


def rule(*operations: str) -> Callable[[Rule], Rule]:
    """Register the rule of operations."""

    def keep(function: Rule) -> Rule:
        for operation in operations:
            RULES[operation] = function
        return function

    return keep


def value_of(given: Any) -> Any:
    """Return what a program gave to a function: the values of nodes, constants as they are."""
    if isinstance(given, Node):
        return given.value
    if isinstance(given, list | tuple) and type(given) in (list, tuple):
        return type(given)(value_of(part) for part in given)
    return given


def summed_to(gradient: Any, shape: tuple[int, ...]) -> Any:
    """Return a gradient in the shape of the value it is by: each repetition of a number counts."""
    gradient = np.asarray(gradient)
    if gradient.shape == shape:
        return gradient
    while gradient.ndim > len(shape):
        gradient = gradient.sum(axis=0)
    for axis, length in enumerate(shape):
        if length == 1 and gradient.shape[axis] != 1:
            gradient = gradient.sum(axis=axis, keepdims=True)
    return np.broadcast_to(gradient, shape)
