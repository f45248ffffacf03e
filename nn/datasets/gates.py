"""The logic gates of the book's chapter 2: four samples each, the whole truth table."""

from __future__ import annotations

import numpy as np

from nn.datasets.base import Dataset, dataset
from nn.datasets.recipe import Recipe

TRUTH_TABLES = {"and": (0, 0, 0, 1), "or": (0, 1, 1, 1), "nand": (1, 1, 1, 0), "xor": (0, 1, 1, 0)}

# a single layer, as the book's perceptron of chapter 2
ONE_LAYER = Recipe((), "Tanh", "Xavier", "SGD", lr=0.1, batch_size=4, epochs=5_000, evaluate_every=20)
# of networks with 2 neurons half are stuck for ever, with 4 of a hundred none
TWO_LAYERS = Recipe(
    (4,), "Tanh", "Xavier", "SGD", lr=0.1, batch_size=4, epochs=20_000, evaluate_every=20, needs_hidden=True
)
RECIPES = {"and": ONE_LAYER, "or": ONE_LAYER, "nand": ONE_LAYER, "xor": TWO_LAYERS}


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
    dataset(_name, recipe=RECIPES[_name])(gate)
