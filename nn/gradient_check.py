"""Gradients by small differences, to check gradients by backpropagation (book 4.4, 5.7.3)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from nn.arrays import Array
from nn.layers.base import Layer
from nn.messages import Message
from nn.network import Network

TOLERANCE = 1e-4
_MEASURABLE = 1e-6  # differences of float64 numbers around 1 cannot tell smaller gradients from rounding


@dataclass(frozen=True)
class GradientDifference:
    """How far two gradients of one array lie apart.

    Attributes
    ----------
    name : str
        The array the gradient is by: ``"W1"``, ``"x"``.
    error : float
        Largest difference relative to the largest gradient, from 0 (equal).
    index : tuple of int
        Where the difference is largest.
    analytic, numeric : float
        Both gradients there.
    """

    name: str
    error: float
    index: tuple[int, ...]
    analytic: float
    numeric: float

    @property
    def passed(self) -> bool:
        """Whether the error is below 1e-4."""
        return self.error < TOLERANCE

    def __str__(self) -> str:
        return (
            f"{self.name}{list(self.index)}: backward says {self.analytic:.10g}, the numerical gradient "
            f"{self.numeric:.10g} (relative error {self.error:.2g})"
        )


def numerical_gradient(f: Callable[[Any], Any], x: Array, h: float = 1e-4) -> Array:
    """Return the gradient of `f` at `x` by central differences.

    As in the book, `x` is changed in place, one element at a time, and restored: so `f` may ignore its argument and
    read the same array elsewhere, as ``lambda W: network.loss(x, t)`` does.

    Parameters
    ----------
    f : callable
        Takes `x` and returns one number.
    x : ndarray of float64
        Where; the same after as before.
    h : float
        Half the distance of the two points.

    Raises
    ------
    TypeError
        If `x` is not a float64 array: whole numbers cannot be changed by a small `h`, and in float32 the difference
        is mostly rounding (1.967 for the slope of x² at 1).
    ValueError
        If `x` is read-only.
    """
    if not isinstance(x, np.ndarray) or x.dtype.kind != "f" or x.dtype.itemsize < 8:
        raise TypeError(
            Message(
                "x must be a float64 array to be changed by h, got {kind}; use numpy.asarray(x, float)", kind=_kind(x)
            )
        )
    if not x.flags.writeable:
        raise ValueError(Message("x is read-only, but its elements must be changed by h one at a time; hand in a copy"))
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        value = x[index].item()
        try:
            x[index] = value + h
            above = f(x)
            x[index] = value - h
            below = f(x)
        finally:
            x[index] = value
        gradient[index] = (above - below) / (2 * h)
    return gradient


def difference(name: str, analytic: Array, numeric: Array) -> GradientDifference:
    """Return how far two gradients lie apart, relative to the largest element of either.

    Raises
    ------
    ValueError
        If their shapes differ.
    """
    if analytic.shape != numeric.shape:
        raise ValueError(
            Message(
                "{name}: backward gives shape {got}, expected {wanted}",
                name=name,
                got=analytic.shape,
                wanted=numeric.shape,
            )
        )
    gap = np.abs(analytic - numeric)
    index = tuple(int(i) for i in np.unravel_index(np.argmax(gap), gap.shape))
    size = max(float(np.max(np.abs(analytic))), float(np.max(np.abs(numeric))), _MEASURABLE)
    return GradientDifference(name, float(gap[index]) / size, index, float(analytic[index]), float(numeric[index]))


def check_gradients(
    network: Network, x: npt.ArrayLike, t: npt.ArrayLike, h: float = 1e-5
) -> Mapping[str, GradientDifference]:
    """Compare every parameter's gradient by backpropagation with the numerical one.

    Parameters
    ----------
    network : Network
        A float64 network; a random layer is checked as in prediction.
    x, t : array_like
        A small batch and its targets.

    Raises
    ------
    ValueError
        If the network is float32, where small differences mean nothing.
    """
    if network.flat_params.dtype != np.float64:
        raise ValueError(Message("gradients are checked in float64; build the network with dtype='float64'"))
    analytic = network.gradient(x, t, training=False)
    return {
        name: difference(name, analytic[name], numerical_gradient(lambda _: network.loss(x, t), param, h))
        for name, param in network.params.items()
    }


def check_layer(
    layer: Any, x: Array, h: float = 1e-5, *, training: bool = False, seed: int = 0
) -> Mapping[str, GradientDifference]:
    """Compare a layer's backward with the numerical gradient, by its input and by each parameter.

    The layer's output is weighted with fixed random numbers and summed, so that every element counts differently.

    Parameters
    ----------
    layer : Layer, or any object with ``forward(x)`` and ``backward(dout)``
        A learner's own class, too: an array ``W`` of it with a gradient ``dW`` counts as a parameter.
    x : ndarray of float64
        Input to check at; keep away from kinks such as 0 for ReLU.
    training, seed
        Mode of the forward pass, and the seed that a random layer gets at each call.
    """
    x = np.array(x, dtype=np.float64)

    def forward(_: Any) -> Array:
        if isinstance(layer, Layer):
            return layer.forward(x, training, np.random.default_rng(seed))
        return np.asarray(layer.forward(x))

    weights = np.random.default_rng(seed).standard_normal(forward(x).shape)

    def weighted(_: Any) -> float:
        return float(np.sum(forward(x) * weights))

    found = {"x": difference("x", layer.backward(weights.copy()), numerical_gradient(weighted, x, h))}
    for key, (param, grad) in _learned(layer).items():
        found[key] = difference(key, grad, numerical_gradient(weighted, param, h))
    return found


def _learned(layer: Any) -> dict[str, tuple[Array, Array]]:
    """Return each learned array with its gradient; in a layer as the book writes it, ``W`` and ``dW``."""
    if isinstance(layer, Layer):
        return {key: (param, layer.grads[key].copy()) for key, param in layer.params.items()}
    values = vars(layer)
    pairs = {name: (value, values.get(f"d{name}")) for name, value in values.items() if name != "x"}
    return {
        name: (value, np.array(grad))
        for name, (value, grad) in pairs.items()
        if isinstance(value, np.ndarray) and isinstance(grad, np.ndarray | np.generic)
    }


def _kind(x: Any) -> str:
    return f"dtype {x.dtype}" if isinstance(x, np.ndarray) else type(x).__name__
