"""What the book means by a name: the values that must come out, written plainly and slowly on purpose."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

Array = np.ndarray


def sigmoid(x: Array) -> Array:
    """1 / (1 + exp(-x))."""
    return 1 / (1 + np.exp(-x))


def softmax(x: Array) -> Array:
    """Row by row."""
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def cross_entropy(y: Array, t: Array) -> float:
    """Return the mean over the samples of minus the logarithm at the right answer."""
    y = np.atleast_2d(y)
    t = np.asarray(t)
    indices = t.reshape(y.shape).argmax(axis=1) if t.size == y.size else np.atleast_1d(t)
    return float(-np.log(y[np.arange(len(y)), indices]).mean())


def batch_normalization(x: Array, gamma: Array, beta: Array) -> Array:
    """With the book's epsilon, 10e-7."""
    return gamma * (x - x.mean(0)) / np.sqrt(x.var(0) + 1e-6) + beta


def convolution(x: Array, w: Array, b: Array, stride: int = 1, pad: int = 0) -> Array:
    """Window by window."""
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    high, wide = w.shape[2:]
    rows, columns = (x.shape[2] - high) // stride + 1, (x.shape[3] - wide) // stride + 1
    out = np.zeros((len(x), len(w), rows, columns))
    for i in range(rows):
        for j in range(columns):
            window = x[:, :, i * stride : i * stride + high, j * stride : j * stride + wide]
            out[:, :, i, j] = np.tensordot(window, w, ([1, 2, 3], [1, 2, 3])) + b
    return out


def pooling(x: Array, high: int, wide: int, stride: int) -> Array:
    """Take the largest of each window."""
    rows, columns = (x.shape[2] - high) // stride + 1, (x.shape[3] - wide) // stride + 1
    out = np.zeros((*x.shape[:2], rows, columns))
    for i in range(rows):
        for j in range(columns):
            window = x[:, :, i * stride : i * stride + high, j * stride : j * stride + wide]
            out[:, :, i, j] = window.max(axis=(2, 3))
    return out


def windows(x: Array, high: int, wide: int, stride: int, pad: int) -> Array:
    """Each window as a row: im2col."""
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    rows, columns = (x.shape[2] - high) // stride + 1, (x.shape[3] - wide) // stride + 1
    return np.array(
        [
            sample[:, i * stride : i * stride + high, j * stride : j * stride + wide].ravel()
            for sample in x
            for i in range(rows)
            for j in range(columns)
        ]
    )


def windows_added(rows: Array, shape: tuple[int, ...], high: int, wide: int, stride: int, pad: int) -> Array:
    """Each pixel is the sum of all its places in the windows: col2im."""
    places = windows(np.arange(1, 1 + int(np.prod(shape))).reshape(shape), high, wide, stride, pad)
    image = np.zeros(1 + int(np.prod(shape)))
    np.add.at(image, places.astype(int), rows)
    return image[1:].reshape(shape)


ELEMENTWISE: dict[str, Callable[[Array], Array]] = {
    "relu": lambda x: np.maximum(x, 0.0),
    "relu_grad": lambda x: (x > 0) * 1.0,
    "sigmoid": sigmoid,
    "sigmoid_grad": lambda x: sigmoid(x) * (1 - sigmoid(x)),
    "tanh": np.tanh,
    "identity": lambda x: x,
    "step": lambda x: (x > 0) * 1.0,
}
"""Of each element alone."""


def of_layer(kind: str | None, x: Array, given: dict[str, Any]) -> Array | None:
    """Return what a layer of this kind puts out, None where its name says nothing."""
    low = {name.lower(): value for name, value in given.items()}
    w, b = low.get("w", low.get("weight", low.get("weights"))), low.get("b", low.get("bias"))
    if kind in ELEMENTWISE:
        return ELEMENTWISE[kind](x)
    if kind == "affine" and w is not None:
        return np.asarray(x.reshape(len(x), -1) @ w + (0 if b is None else b))
    if kind == "batch_normalization" and {"gamma", "beta"} <= set(low):
        rows = x.reshape(len(x), -1)
        return batch_normalization(rows, low["gamma"], low["beta"]).reshape(x.shape)
    if kind == "convolution" and w is not None and b is not None:
        return convolution(x, w, b, low.get("stride", 1), low.get("pad", 0))
    if kind == "pooling" and {"pool_h", "pool_w", "stride"} <= set(low):
        return pooling(x, low["pool_h"], low["pool_w"], low["stride"])
    return None
