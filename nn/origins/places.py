"""Where a parameter stands in the vector of all of them."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING

from nn.network.naming import param_names

if TYPE_CHECKING:
    from nn.network.spec import NetworkSpec


def place_in_vector(spec: NetworkSpec, name: str, index: tuple[int, ...]) -> int | None:
    """Return where one number of a parameter stands in a network's flat vector, None if it has no such number.

    Parameters
    ----------
    spec : NetworkSpec
    name : str
        By the book's name: ``"W1"``.
    index : tuple of int
        Where in it.
    """
    start = 0
    for plan, names in zip(spec.plans, param_names(spec), strict=True):
        for key, shape in plan.params.items():
            if names[key] == name:
                return _place(start, shape, index)
            start += prod(shape)
    return None


def _place(start: int, shape: tuple[int, ...], index: tuple[int, ...]) -> int | None:
    if len(index) != len(shape) or not all(0 <= i < n for i, n in zip(index, shape, strict=True)):
        return None
    within = 0
    for i, n in zip(index, shape, strict=True):
        within = within * n + i
    return start + within
