"""One sample's way through the network: the output of every layer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from nn.arrays import Array
    from nn.network import Network, NetworkSpec
    from playground.session.looking.sample import Sample


@dataclass(frozen=True, eq=False)
class Observation:
    """The way of a sample through a network; nobody writes into the arrays.

    Attributes
    ----------
    values : tuple of ndarray, each of shape (N, ...)
        What goes into the first layer, then what comes out of every layer.
    output : ndarray, shape (N, C)
        What the network says: the loss's output activation of the scores.
    loss
        The mean loss of the sample, or None without a target that fits.
    """

    spec: NetworkSpec
    sample: Sample
    values: tuple[Array, ...]
    output: Array
    loss: float | None


def observe(network: Network, sample: Sample) -> Observation:
    """Send a sample through a network as it predicts: without dropout, with the running statistics."""
    values = [network.as_input(sample.x)]  # in one row or as a picture, as the network takes it
    with np.errstate(all="ignore"):  # a network that diverged gives NaN, which is shown
        for layer in network.layers.values():
            values.append(layer.forward(values[-1]))
        output = network.loss_layer.activation(values[-1])
        return Observation(network.spec, sample, tuple(values), output, _loss(network, values[-1], sample))


def _loss(network: Network, scores: Array, sample: Sample) -> float | None:
    if sample.t is None:
        return None
    try:
        return network.loss_layer.forward(scores, sample.t)
    except (TypeError, ValueError):  # a label that this network has no output for
        return None
