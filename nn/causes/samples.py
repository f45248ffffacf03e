"""The samples of a batch, each with the gradient that it alone asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from nn.network import Network
from nn.training.batch_feed import batch_rows, encoded
from nn.training.clipping import norm_of

if TYPE_CHECKING:
    from collections.abc import Generator

    from nn.replay import Waypoint

MOST = 1000
"""Samples of a batch that are looked at: of a larger one the first."""


class Steepest(NamedTuple):
    """The sample of a batch that asked for the largest update.

    Attributes
    ----------
    row : int
        Its number among the training samples.
    gradient : float
        Norm of its gradient.
    usual : float
        The median of all of the batch.
    samples : int
        How many were looked at.
    """

    row: int
    gradient: float
    usual: float
    samples: int


def steepest(before: Waypoint) -> Generator[int, None, Steepest | None]:
    """Find it in the batch that came next after a moment, None where that has one sample alone; yield after each.

    Each sample is sent through the network alone, as it predicts: without dropout, and normalized by what is usual.
    """
    rows = batch_rows(before.data, before.config, before.checkpoint.iteration + 1)[:MOST]
    if len(rows) < 2:
        return None
    network = Network(before.spec, None)
    network.load(before.checkpoint.params, before.checkpoint.state)
    targets = encoded(network, before.data.t[rows])
    scale = network.flat_params.dtype.type(before.data.scale)
    norms = []
    for row, target in zip(rows, targets, strict=True):
        x = np.multiply(before.data.x[row : row + 1], scale).astype(network.flat_params.dtype)
        network.gradient(x.reshape(1, *before.spec.input_shape), target[np.newaxis], training=False)
        norms.append(norm_of(network.flat_grads))
        yield before.checkpoint.iteration
    sizes = np.array(norms)
    place = int(np.argmax(np.where(np.isnan(sizes), np.inf, sizes)))
    return Steepest(int(rows[place]), float(sizes[place]), float(np.median(sizes)), len(rows))
