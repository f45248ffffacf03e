"""Imported data that a document keeps: small ones go with it, and then nobody needs their file any more."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from nn.datasets.base import Dataset
    from playground.session.document.state import DatasetChoice

IMPORTED = "file"
"""Name of the dataset that is made of a person's own file."""
MOST_KEPT = 32 * 2**20
"""Bytes of arrays that a document keeps: with more, every save and every mail would be long in coming."""
PARTS = ("x", "t", "x_test", "t_test")


def keep(choice: DatasetChoice, data: Dataset) -> DatasetChoice:
    """Return the choice with its data, if those are a person's own and small enough to go with a document."""
    if choice.name != IMPORTED or not is_small(data):
        return choice
    return replace(choice, kept=_in_order(data))


def is_small(data: Dataset) -> bool:
    """Say whether a document keeps these data, or only says where their file is."""
    return sum(array.nbytes for array in distinct_parts(data).values()) <= MOST_KEPT


def distinct_parts(data: Dataset) -> dict[str, NDArray[Any]]:
    """Return the arrays of a dataset by their names; those of the test only if they are not those of the training."""
    names = PARTS[:2] if tests_with_all(data) else PARTS
    return {name: getattr(data, name) for name in names}


def tests_with_all(data: Dataset) -> bool:
    """Say whether the samples to test with are those to learn from, and not only equal to them."""
    return _is_same(data.x, data.x_test) and _is_same(data.t, data.t_test)


def _is_same(a: NDArray[Any], b: NDArray[Any]) -> bool:
    return (a.ctypes.data, a.shape, a.strides) == (b.ctypes.data, b.shape, b.strides)


def _in_order(data: Dataset) -> Dataset:
    """Return the data with arrays as they come back from a file: another order in memory rounds sums differently."""
    if all(getattr(data, name).flags.c_contiguous for name in PARTS):
        return data
    arrays: dict[str, Any] = {name: np.ascontiguousarray(array) for name, array in distinct_parts(data).items()}
    if tests_with_all(data):
        arrays |= {"x_test": arrays["x"], "t_test": arrays["t"]}
    return replace(data, **arrays)
