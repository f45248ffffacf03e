"""The circles of which a recorded graph may consist, by their names in files: each an operation of `nn`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from nn import graph
from nn.graph import Node

NUMBER, MASK = "number", "mask"


class Circle(NamedTuple):
    """What can be computed in one step.

    Attributes
    ----------
    make : callable
        Returns its node on those that it works on.
    takes : tuple of str
        What it works on: numbers, or masks that are True or False.
    gives : str
    is_elementwise : bool
    """

    make: Callable[..., Node]
    takes: tuple[str, ...]
    gives: str = NUMBER
    is_elementwise: bool = True


_ONE, _TWO = (NUMBER,), (NUMBER, NUMBER)
AS_NUMBER, MEAN = "as number", "mean"
CIRCLES: Mapping[str, Circle] = {
    "negate": Circle(graph.negate, _ONE),
    "exp": Circle(graph.exp, _ONE),
    "log": Circle(graph.log, _ONE),
    "tanh": Circle(graph.tanh, _ONE),
    "sin": Circle(graph.sin, _ONE),
    "cos": Circle(graph.cos, _ONE),
    "arctan": Circle(graph.arctan, _ONE),
    "square root": Circle(graph.square_root, _ONE),
    "reciprocal": Circle(graph.reciprocal, _ONE),
    "abs": Circle(graph.abs, _ONE),
    "add": Circle(graph.add, _TWO),
    "multiply": Circle(graph.multiply, _TWO),
    "maximum": Circle(graph.maximum, _TWO),
    "minimum": Circle(graph.minimum, _TWO),
    "greater": Circle(graph.greater, _TWO, MASK),
    "at most": Circle(graph.at_most, _TWO, MASK),
    "masked": Circle(graph.masked, (NUMBER, MASK)),
    AS_NUMBER: Circle(graph.as_type, (MASK,)),
    "dot": Circle(graph.dot, _TWO, is_elementwise=False),
    "sum": Circle(lambda x: graph.total(x, axis=-1), _ONE, is_elementwise=False),
    "largest": Circle(graph.largest, _ONE, is_elementwise=False),
    MEAN: Circle(lambda x, share: graph.multiply(graph.total(x, axis=-1), share), _ONE, is_elementwise=False),
}
"""Sums, means and the largest go over the numbers of one sample; a mean is given the node of one over their count."""
