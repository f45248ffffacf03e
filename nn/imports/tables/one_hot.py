"""Columns of texts as numbers: one input for each different text, 1 for the one that it is (one-hot)."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from nn.datasets.columns import Feature
from nn.imports.arrays.array_bytes import AnyArray
from nn.imports.refusal import BadFile
from nn.imports.tables.layout import MOST_CELLS, Layout
from nn.messages import Message


def as_inputs(x: AnyArray, layout: Layout, categories: Mapping[int, list[str]]) -> tuple[AnyArray, tuple[Feature, ...]]:
    """Return the inputs of a network for rows without gaps, and what they mean.

    Parameters
    ----------
    x : ndarray, shape (N, features)
        A number for each feature; of a text its place in `categories`.
    layout : Layout
        Which columns the features are.
    categories : mapping of int to list of str
        The different texts of each column of texts.

    Raises
    ------
    BadFile
        If there would be more numbers than are read of any table.
    """
    features = tuple(
        Feature(layout.names[column] if layout.names else "", categories=tuple(sorted(categories.get(column, ()))))
        for column in layout.features
    )
    if not layout.texts:
        return x, features
    cells = len(x) * sum(feature.width for feature in features)
    if cells > MOST_CELLS:
        raise BadFile(
            Message(
                "{owner} would be {cells:,} numbers with an input for each text, at most {most:,} are learned from; "
                "leave columns of texts out",
                owner=layout.owner,
                cells=cells,
                most=MOST_CELLS,
            )
        )
    parts = [
        _one_hot(x[:, place], categories[column]) if column in categories else x[:, place : place + 1]
        for place, column in enumerate(layout.features)
    ]
    return np.hstack(parts), features


def _one_hot(places: AnyArray, texts: list[str]) -> AnyArray:
    """Return a column for each text, in the order of the alphabet."""
    ranks = np.argsort(np.argsort(np.array(texts, dtype=object)))
    return np.eye(len(texts))[ranks[places.astype(int)]]
