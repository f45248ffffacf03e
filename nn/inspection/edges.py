"""The strongest edges of a network: which of its weights are worth a line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

_SAMPLE = 5_000  # weights that are looked at to guess where the strongest begin


class Edges(NamedTuple):
    """Edges between two columns, the weakest first.

    Attributes
    ----------
    sources, targets : ndarray of int, shape (E,)
        Neurons of the left and of the right column.
    weights : ndarray, shape (E,)
    """

    sources: NDArray[np.intp]
    targets: NDArray[np.intp]
    weights: NDArray[np.floating]


def strongest(weights: NDArray[np.floating], count: int) -> Edges:
    """Choose the edges with the largest weights by size, exactly; NaN counts as the largest.

    Parameters
    ----------
    weights : ndarray, shape (D, M)
    count : int
        How many edges, at most.
    """
    sizes = np.abs(weights).reshape(-1)
    chosen = _largest(sizes, min(count, sizes.size))
    chosen = chosen[np.argsort(sizes[chosen], kind="stable")]
    sources, targets = np.divmod(chosen, weights.shape[1])
    return Edges(sources, targets, weights[sources, targets])


def incoming(weights: NDArray[np.floating], target: int, count: int) -> Edges:
    """Choose the strongest edges into a neuron of the right column."""
    edges = strongest(weights[:, target : target + 1], count)
    return edges._replace(targets=np.full_like(edges.targets, target))


def outgoing(weights: NDArray[np.floating], source: int, count: int) -> Edges:
    """Choose the strongest edges out of a neuron of the left column."""
    edges = strongest(weights[source : source + 1], count)
    return edges._replace(sources=np.full_like(edges.sources, source))


def shares(totals: Sequence[int], budget: int) -> list[int]:
    """Share a number of edges out among gaps between columns, equally as far as each has so many.

    Parameters
    ----------
    totals : sequence of int
        Edges of each gap.
    budget : int
        How many are to be drawn in all.
    """
    given = [0] * len(totals)
    by_size = sorted(range(len(totals)), key=lambda gap: totals[gap])
    for position, gap in enumerate(by_size):
        given[gap] = min(totals[gap], budget // (len(totals) - position))
        budget -= given[gap]
    return given


def _largest(sizes: NDArray[np.floating], count: int) -> NDArray[np.intp]:
    """Give where the `count` largest numbers are: a sample tells which to look at, as sorting all is slow."""
    if count <= 0:
        return np.empty(0, np.intp)
    if sizes.size > 4 * _SAMPLE and count < sizes.size // 8:
        step = sizes.size // _SAMPLE
        sample = sizes[::step]
        # twice as many as are wanted, and some for the luck of the sample
        spare = int(len(sample) * (2 * count / sizes.size + 0.004)) + 1
        few = np.flatnonzero(~(sizes < np.partition(sample, -spare)[-spare]))
        if len(few) >= count:
            return few[_largest_of_few(sizes[few], count)]
    return _largest_of_few(sizes, count)


def _largest_of_few(sizes: NDArray[np.floating], count: int) -> NDArray[np.intp]:
    return np.argpartition(sizes, sizes.size - count)[sizes.size - count :]
