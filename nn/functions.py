"""The functions of the book, each with its derivative.

All take numbers or arrays of any shape. Whole numbers are computed in float64, float32 stays float32. No finite input
overflows. ``out`` is an array for the result; without it the result is fresh and the arguments are untouched.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt

from nn.arrays import Array, as_float, in_memory
from nn.labels import checked_labels
from nn.messages import Message

__all__ = [
    "cross_entropy_error",
    "elu",
    "elu_grad",
    "gelu",
    "gelu_grad",
    "identity_function",
    "identity_grad",
    "leaky_relu",
    "leaky_relu_grad",
    "mean_squared_error",
    "relu",
    "relu_grad",
    "sigmoid",
    "sigmoid_grad",
    "softmax",
    "softmax_grad",
    "softmax_loss",
    "softplus",
    "softplus_grad",
    "step_function",
    "step_grad",
    "sum_squared_error",
    "swish",
    "swish_grad",
    "tanh",
    "tanh_grad",
]

_ZEROS, _ZEROS_32 = np.zeros(16_384), np.zeros(16_384, np.float32)
_GELU_SCALE = math.sqrt(2 / math.pi)
_GELU_CUBIC = 0.044715
# Beyond this |x| the tanh inside GELU is 1 in float64, and the square of x can no longer overflow below it.
_GELU_SATURATED = 30.0


def identity_function(x: npt.ArrayLike) -> Array:
    """Return the values of `x`: the output activation of regression."""
    return np.array(as_float(x))


def identity_grad(x: npt.ArrayLike) -> Array:
    """Return the derivative of the identity: 1 everywhere."""
    return np.ones_like(as_float(x))


def step_function(x: npt.ArrayLike) -> npt.NDArray[np.int64]:
    """Return 1 where `x` is above 0 and 0 elsewhere (book 3.2.2)."""
    return np.asarray(as_float(x) > 0, dtype=np.int64)


def step_grad(x: npt.ArrayLike) -> Array:
    """Return the derivative of the step: 0 everywhere, which is why a step cannot learn."""
    return np.zeros_like(as_float(x))


def sigmoid(x: npt.ArrayLike, out: Array | None = None) -> Array:
    """Return ``1 / (1 + exp(-x))`` (book 3.6)."""
    out = np.negative(as_float(x), out=out)
    # exp(1000) is inf and 1 / inf is the right 0: only the warning would be wrong
    with np.errstate(over="ignore"):
        out = np.exp(out, out=_reusable(out))
    out = np.add(out, 1, out=_reusable(out))
    return np.divide(1, out, out=_reusable(out))


def sigmoid_grad(x: npt.ArrayLike) -> Array:
    """Return the derivative of the sigmoid, ``y (1 - y)``: at most 0.25."""
    y = sigmoid(x)
    return y * (1 - y)


def relu(x: npt.ArrayLike, out: Array | None = None) -> Array:
    """Return `x` where it is above 0, and 0 elsewhere."""
    x = as_float(x)
    if out is not None and x.size > len(_ZEROS):
        lines, result = in_memory(x), in_memory(out)
        if lines is not None and result is not None and x.strides == out.strides:
            zeros = _zeros(x.dtype)
            for start in range(0, len(lines), len(zeros)):
                part = slice(start, start + len(zeros))
                np.maximum(
                    lines[part], zeros[: len(lines[part])], out=result[part]
                )  # against a number: a third as fast
            return out
    return np.maximum(x, 0, out=out)


def _zeros(dtype: np.dtype[Any]) -> Array:
    return _ZEROS if dtype == np.float64 else _ZEROS_32


def relu_grad(x: npt.ArrayLike) -> Array:
    """Return the derivative of ReLU: 1 above 0, 0 elsewhere, at 0 too (the book's function says 1 at 0)."""
    x = as_float(x)
    return (x > 0).astype(x.dtype)


def tanh(x: npt.ArrayLike, out: Array | None = None) -> Array:
    """Return the hyperbolic tangent of `x`."""
    return np.tanh(as_float(x), out=out)


def tanh_grad(x: npt.ArrayLike) -> Array:
    """Return the derivative of tanh, ``1 - y**2``."""
    y = tanh(x)
    return 1 - y * y


def leaky_relu(x: npt.ArrayLike, slope: float = 0.01) -> Array:
    """Return `x` above 0 and ``slope * x`` elsewhere."""
    x = as_float(x)
    return np.where(x > 0, x, slope * x)


def leaky_relu_grad(x: npt.ArrayLike, slope: float = 0.01) -> Array:
    """Return the derivative of leaky ReLU: 1 above 0, `slope` elsewhere."""
    x = as_float(x)
    return np.where(x > 0, x.dtype.type(1), x.dtype.type(slope))


def elu(x: npt.ArrayLike, alpha: float = 1.0) -> Array:
    """Return `x` above 0 and ``alpha * (exp(x) - 1)`` elsewhere."""
    x = as_float(x)
    return np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0)))


def elu_grad(x: npt.ArrayLike, alpha: float = 1.0) -> Array:
    """Return the derivative of ELU: 1 above 0, ``alpha * exp(x)`` elsewhere."""
    x = as_float(x)
    return np.where(x > 0, x.dtype.type(1), alpha * np.exp(np.minimum(x, 0)))


def softplus(x: npt.ArrayLike) -> Array:
    """Return ``log(1 + exp(x))``, a smooth ReLU, without overflow."""
    x = as_float(x)
    return np.maximum(x, 0) + np.log1p(np.exp(-np.abs(x)))


def softplus_grad(x: npt.ArrayLike) -> Array:
    """Return the derivative of softplus: the sigmoid."""
    return sigmoid(x)


def gelu(x: npt.ArrayLike) -> Array:
    """Return GELU in its tanh form, ``0.5 x (1 + tanh(sqrt(2/pi) (x + 0.044715 x**3)))`` [1]_.

    References
    ----------
    .. [1] D. Hendrycks, K. Gimpel, Gaussian Error Linear Units, arXiv:1606.08415, section 2.
    """
    x = as_float(x)
    return x * (0.5 * (1 + _gelu_tanh(np.clip(x, -_GELU_SATURATED, _GELU_SATURATED))))


def gelu_grad(x: npt.ArrayLike) -> Array:
    """Return the derivative of `gelu`."""
    near = np.clip(as_float(x), -_GELU_SATURATED, _GELU_SATURATED)
    t = _gelu_tanh(near)
    inner = _GELU_SCALE * (1 + 3 * _GELU_CUBIC * near * near)
    return 0.5 * (1 + t) + 0.5 * near * (1 - t * t) * inner


def swish(x: npt.ArrayLike) -> Array:
    """Return ``x * sigmoid(x)``."""
    x = as_float(x)
    return x * sigmoid(x)


def swish_grad(x: npt.ArrayLike) -> Array:
    """Return the derivative of swish, ``s + x s (1 - s)`` with ``s = sigmoid(x)``."""
    x = as_float(x)
    s = sigmoid(x)
    return s + x * s * (1 - s)


def softmax(x: npt.ArrayLike) -> Array:
    """Return ``exp(x) / sum(exp(x))`` of every row: along the last axis (book 3.5).

    The largest value of each row is subtracted first, so that ``exp`` cannot overflow. A row with NaN or +inf gives
    NaN.
    """
    scores = as_float(x)
    if not scores.size:
        return np.array(scores)
    others = range(scores.ndim - 1)
    classes_first = np.array(scores.transpose(-1, *others), order="C")  # moveaxis takes ten times as long
    with np.errstate(over="ignore", invalid="ignore"):
        subtract_largest(classes_first)
        exp_over_sum(classes_first)
    return np.ascontiguousarray(classes_first.transpose(*(axis + 1 for axis in others), 0))


def softmax_grad(x: npt.ArrayLike) -> Array:
    """Return the diagonal of the softmax Jacobian, ``y (1 - y)``: each output by its own input."""
    y = softmax(x)
    return y * (1 - y)


def subtract_largest(z: Array) -> None:
    """Subtract the largest score of each sample in place, classes along the *first* axis."""
    np.subtract(z, np.maximum.reduce(z, 0), out=z)


def exp_over_sum(z: Array) -> Array:
    """Turn scores into ``exp(z) / sum(exp(z))`` in place, classes along the first axis; return the sums.

    NumPy reduces a long last axis fast and a short one slowly: ten classes by a hundred samples take a third of the
    time of a hundred by ten.
    """
    np.exp(z, out=z)
    total = np.add.reduce(z, 0)
    np.divide(z, total, out=z)
    return total


def sum_squared_error(y: npt.ArrayLike, t: npt.ArrayLike) -> float:
    """Return ``0.5 * sum((y - t)**2)`` (book 4.2.1).

    Raises
    ------
    ValueError
        If the shapes differ: NumPy would repeat the smaller and subtract every target from every output.
    """
    y, t = as_float(y, "y"), as_float(t, "t")
    if y.shape != t.shape:
        raise ValueError(
            Message(
                "y has shape {shape}, but t has shape {targets}; give one target for each output",
                shape=y.shape,
                targets=t.shape,
            )
        )
    with np.errstate(over="ignore"):  # squares beyond the largest number are rightly infinite
        return float(0.5 * np.sum((y - t) ** 2, dtype=np.float64))


mean_squared_error = sum_squared_error  # the name in the book's first printings


def cross_entropy_error(y: npt.ArrayLike, t: npt.ArrayLike) -> float:
    """Return the mean over the batch of ``-log(y + 1e-7)`` at the true class, in nats (book 4.2.4).

    Parameters
    ----------
    y : array_like, shape (N, C) or (C,)
        Probabilities.
    t : array_like
        One-hot rows of the shape of `y`, or class numbers of shape (N,) (one number when `y` is 1-D).

    Raises
    ------
    ValueError
        If the batch is empty, the lengths differ or a label is no class.

    Notes
    -----
    The added 1e-7 keeps ``log(0)`` away; the largest loss is therefore 16.118. `SoftmaxWithLoss` works from the
    scores instead and needs no such number.
    """
    y, t = as_float(y, "y"), np.asarray(t)
    rows = np.atleast_2d(y)
    if not rows.size:
        raise ValueError(Message("the batch is empty; give at least one sample"))
    # with one class, as many targets as probabilities may still be class numbers: then only the shape tells
    if t.shape == y.shape or (t.size == y.size and t.shape != (len(rows),)):
        return float(-np.sum(as_float(t, "t").reshape(rows.shape) * np.log(rows + 1e-7)) / len(rows))
    if t.size != len(rows):
        raise ValueError(
            Message(
                "{rows} rows of probabilities but {targets} targets; give one target for each row",
                rows=len(rows),
                targets=t.size,
            )
        )
    labels = checked_labels(t.reshape(-1), rows.shape[1])
    return float(-np.sum(np.log(rows[np.arange(len(rows)), labels] + 1e-7)) / len(rows))


def softmax_loss(x: npt.ArrayLike, t: npt.ArrayLike) -> float:
    """Return the cross-entropy error of ``softmax(x)``, under the book's name."""
    return cross_entropy_error(softmax(x), t)


def _gelu_tanh(x: Array) -> Array:
    return np.tanh(_GELU_SCALE * (x + _GELU_CUBIC * x * x * x))


def _reusable(result: Any) -> Any:
    """Return an array to be overwritten, or None for the scalar that NumPy makes of a 0-d result."""
    return result if isinstance(result, np.ndarray) else None
