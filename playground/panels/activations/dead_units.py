"""Neurons that are off for every sample: they learn nothing any more."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from playground.panels.activations.function_values import parts
from playground.session.looking.observation import observe
from playground.session.looking.sample import Sample

if TYPE_CHECKING:
    from nn.datasets.base import Dataset
    from nn.network import Network
    from playground.panels.activations.places import Place

SAMPLES = 100
"""How many test samples a neuron must be off for: few enough to be asked while training runs."""


def dead_units(network: Network, data: Dataset, place: Place, kind: str) -> int | None:
    """Count the neurons before an activation that no gradient reaches for any of the first test samples.

    Parameters
    ----------
    network
        The network; only looked at.
    data
        What it learns from.
    place
        Where the activation stands.
    kind
        What works there: the identity in a gap.

    Returns
    -------
    int or None
        None if the network does not take these data.
    """
    spec = network.spec
    samples = data.x_test[:SAMPLES]
    if not len(samples) or math.prod(data.input_shape) != math.prod(spec.input_shape):
        return None
    x = np.multiply(samples, data.scale).astype(spec.dtype).reshape(-1, *spec.input_shape)
    reached = observe(network, Sample(x, single=False)).values[place.index]
    off = parts(kind, place.options, reached.reshape(len(x), -1)).off
    return int(np.count_nonzero(off.all(axis=0)))
