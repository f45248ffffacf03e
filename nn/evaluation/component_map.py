"""Samples as points of a plane: the two directions in which a layer's values differ most (principal components)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from nn.arrays import Array
    from nn.datasets.base import Dataset
    from nn.network import Network

MOST_SAMPLES = 1_000
"""Samples that are on a map: the first ones."""
_AT_ONCE = 100
_COLUMNS = 2_048  # numbers a sample that are multiplied at once: a copy of them all in float64 might be large


@dataclass(frozen=True, eq=False)
class ComponentMap:
    """Where samples lie.

    Attributes
    ----------
    rows : ndarray of int, shape (N,)
        Which samples: those whose values are all numbers.
    points : ndarray, shape (N, 2)
        Each sample along the first and the second component, from the mean of all.
    shares : tuple of float
        Which share of the whole variance each of the two explains; NaN where nothing varies.
    width : int
        How many values each sample has in the layer.
    """

    rows: npt.NDArray[np.int64]
    points: Array
    shares: tuple[float, float]
    width: int


def component_map(values: Array, like: ComponentMap | None = None) -> ComponentMap:
    """Return the map of samples by their values, shape (N, ...).

    The sign of a component is free. The largest of its weights is taken as positive, as scikit-learn does; with an
    earlier map of the same samples, the sign with which the two agree, so that a map that lives does not jump.
    """
    flat = values.reshape(len(values), math.prod(values.shape[1:]))
    rows = np.flatnonzero(np.isfinite(flat).all(axis=1))
    x = flat[rows]
    mean = x.mean(axis=0, dtype=np.float64) if len(x) else np.zeros(flat.shape[1])
    points: Array = np.zeros((len(x), 2))
    spreads: Array = np.zeros(2)
    total = 0.0
    if x.size:
        points, spreads, total = _projected(x, mean)
    shares = spreads / total if total > 0 else np.full(2, np.nan)
    if like is not None and np.array_equal(rows, like.rows):
        points = points * np.where((points * like.points).sum(axis=0) < 0, -1.0, 1.0)
    return ComponentMap(rows, points, (float(shares[0]), float(shares[1])), flat.shape[1])


def _projected(x: Array, mean: Array) -> tuple[Array, Array, float]:
    """Return the places along two components, the sums of squares these explain, and that of everything."""
    count, width = x.shape
    by_samples = count < width  # the smaller of the two matrices has the same eigenvalues
    if by_samples:
        squares = np.zeros((count, count))
        for start in range(0, width, _COLUMNS):
            piece = x[:, start : start + _COLUMNS] - mean[start : start + _COLUMNS]
            squares += piece @ piece.T
    else:
        centred = x - mean
        squares = centred.T @ centred
    values, vectors = np.linalg.eigh(squares)  # the smallest first
    found = np.maximum(values[::-1][:2], 0.0)
    axes = vectors[:, ::-1][:, :2]
    lengths = np.sqrt(found)
    if by_samples:
        points = axes * lengths
        weights = _weights(x, mean, axes)
    else:
        points, weights = centred @ axes, axes
    largest = weights[np.abs(weights).argmax(axis=0), np.arange(weights.shape[1])]
    points = points * np.where(largest < 0, -1.0, 1.0)
    missing = 2 - points.shape[1]  # of one number, or one sample, there is no second direction
    return np.pad(points, ((0, 0), (0, missing))), np.pad(found, (0, missing)), float(np.trace(squares))


def _weights(x: Array, mean: Array, axes: Array) -> Array:
    """Return how much each value counts in each component, up to its length."""
    pieces = range(0, x.shape[1], _COLUMNS)
    return np.concatenate([(x[:, at : at + _COLUMNS] - mean[at : at + _COLUMNS]).T @ axes for at in pieces])


def mapped(
    network: Network, data: Dataset, part: str, layer: int, like: ComponentMap | None = None
) -> Iterator[ComponentMap | None]:
    """Send the first samples through the first layers of a network, and map what comes out.

    Parameters
    ----------
    layer : int
        How many layers they go through: 0 for the samples as they are.

    Yields
    ------
    None or ComponentMap
        None after each piece of the work, so that a caller may give up; at the end the map.
    """
    x = (data.x_test if part == "test" else data.x)[:MOST_SAMPLES]
    layers = list(network.layers.values())[:layer]
    scale, values = network.flat_params.dtype.type(data.scale), []
    for start in range(0, len(x), _AT_ONCE):
        out = network.as_input(np.multiply(x[start : start + _AT_ONCE], scale))
        for each in layers:
            out = each.forward(out)
        values.append(np.array(out.reshape(len(out), -1)))
        yield None
    yield component_map(np.concatenate(values) if values else np.empty((0, 1)), like)
