"""The arrays that go through a network: their types and how anything else becomes one."""

from __future__ import annotations

from collections.abc import Mapping
from math import prod
from typing import Any

import numpy as np
import numpy.typing as npt

from nn.messages import Message

Array = npt.NDArray[np.floating[Any]]
Shape = tuple[int, ...]
Rng = np.random.Generator | None

# 1 in each dtype: NumPy converts a Python number at every call, which costs small networks as much as the arithmetic.
ONE: Mapping[np.dtype[Any], Array] = {np.dtype(t): np.ones((), t) for t in (np.float32, np.float64)}


def as_float(x: npt.ArrayLike, name: str = "x") -> Array:
    """Return `x` as an array of float32 or float64, itself when it is one already.

    Whole numbers become float64 (uint8 arithmetic would wrap around at 256), float16 becomes float32 (its largest
    number is 65,504), foreign byte order becomes native.

    Raises
    ------
    TypeError
        If `x` holds anything but real numbers.
    """
    array = np.asarray(x)
    if array.dtype.char in "fd" and array.dtype.isnative:
        return array
    if array.dtype.kind in "biu":
        return array.astype(np.float64)
    if array.dtype.kind == "f":
        return array.astype(np.float32 if array.dtype.itemsize <= 4 else np.float64)
    raise TypeError(
        Message(
            "{name} must hold real numbers, got dtype {dtype}; convert it to float first", name=name, dtype=array.dtype
        )
    )


def rows(x: Array) -> Array:
    """Return shaped samples laid out in one row each; rows and single samples as they are."""
    # reshape(n, -1) cannot tell the width when there is no sample
    return x.reshape(len(x), prod(x.shape[1:])) if x.ndim > 2 else x


def in_memory(x: Array) -> Array | None:
    """Return the numbers of an array as they lie in memory, one after the other; None where others lie between."""
    axes = sorted(range(x.ndim), key=lambda axis: -x.strides[axis])
    turned = x.transpose(axes)
    return turned.reshape(-1) if turned.flags.c_contiguous else None


def matrix_of(weights: Array) -> Array:
    """Return parameters as they are read in a table: filters as one column each, the book's ``col_W``, as a view."""
    return weights.reshape(len(weights), -1).T if weights.ndim > 2 else weights


def frozen(array: Array) -> Array:
    """Return a read-only copy of `array`."""
    copy = array.copy()
    copy.flags.writeable = False
    return copy
