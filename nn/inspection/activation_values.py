"""Values of activation functions: computed by the layer itself, so that what is seen is what runs."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from nn.layers import LAYERS

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

    from nn.arrays import Array
    from nn.choices.options import OptionValue
    from nn.layers import Layer

    Mask = npt.NDArray[np.bool_]

STEEP = 0.9
"""Share of the steepest slope from which a neuron counts as working in its steep, nearly straight part."""
FLAT = 0.1
"""Share of the steepest slope below which a neuron counts as saturated: little is left of the gradient."""

_RNG = np.random.default_rng(0)  # an activation draws nothing from it
_REACH = 20.0  # where the steepest slope is looked for
_GRID = 2001  # numbers; an odd count has 0 among them


class Values(NamedTuple):
    """A function at many numbers, and its derivative there."""

    y: Array
    slope: Array


class Parts(NamedTuple):
    """In which part of a function each number is, as arrays of bool. Those in none are where it bends.

    Attributes
    ----------
    off
        Output and slope exactly 0: nothing goes through, and no gradient comes back.
    saturated
        Slope below `FLAT` of the steepest, and not off. A step has no slope anywhere: where it puts out 1 it is flat.
    linear
        Slope of at least `STEEP` of the steepest.
    broken
        Not a finite number.
    """

    off: Mask
    saturated: Mask
    linear: Mask
    broken: Mask


def layer_of(kind: str, options: Mapping[str, OptionValue], dtype: npt.DTypeLike) -> Layer:
    """Build an activation layer as a network does."""
    return LAYERS[kind].build((1,), _RNG, dtype, **options)


def values(
    kind: str, options: Mapping[str, OptionValue], x: npt.ArrayLike, dtype: npt.DTypeLike = np.float64
) -> Values:
    """Return the function and its derivative at `x`, forwards and backwards through the layer.

    Parameters
    ----------
    kind
        Registered name of an elementwise layer.
    options
        Its options; those left out have their defaults.
    x : array_like
        Numbers, of any shape.
    dtype
        Precision to compute in: that of the network whose numbers are explained.
    """
    numbers = np.asarray(x, dtype)
    layer = layer_of(kind, options, dtype)
    with np.errstate(all="ignore"):  # far out a function may overflow; the plot shows where
        y = layer.forward(numbers.reshape(-1))
        slope = layer.backward(np.ones_like(y))
    return Values(y.reshape(numbers.shape), slope.reshape(numbers.shape))


def steepest(kind: str, options: Mapping[str, OptionValue]) -> float:
    """Return the largest size of the derivative near 0."""
    return _steepest(kind, tuple(sorted(options.items())))


@lru_cache(maxsize=64)
def _steepest(kind: str, options: tuple[tuple[str, OptionValue], ...]) -> float:
    return float(np.max(np.abs(values(kind, dict(options), np.linspace(-_REACH, _REACH, _GRID)).slope)))


def parts(kind: str, options: Mapping[str, OptionValue], x: Array) -> Parts:
    """Say where the numbers that reach an activation meet it: flat, steep or broken."""
    y, slope = values(kind, options, x, x.dtype)
    slope, steep = np.abs(slope), steepest(kind, options)
    is_flat = slope == 0
    off = is_flat & (y == 0)
    saturated = (is_flat | (slope < FLAT * steep)) & ~off
    return Parts(off, saturated, (slope >= STEEP * steep) & ~is_flat, ~np.isfinite(x))
