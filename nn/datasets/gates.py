"""The logic gates of the book's chapter 2: four samples each, the whole truth table."""

from __future__ import annotations

import numpy as np

from nn.datasets.base import Dataset, dataset

TRUTH_TABLES = {"and": (0, 0, 0, 1), "or": (0, 1, 1, 1), "nand": (1, 1, 1, 0), "xor": (0, 1, 1, 0)}


def gate(name: str) -> Dataset:
    """Return the truth table of a gate; its test samples are the same four.

    Parameters
    ----------
    name : {"and", "or", "nand", "xor"}
        The gate. ``xor`` is the one that a single perceptron cannot learn.
    """
    x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=np.float64)
    t = np.array(TRUTH_TABLES[name], dtype=np.int64)
    return Dataset(name, x, t, x, t, classes=("0", "1"))


for _name in TRUTH_TABLES:
    dataset(_name)(gate)
