"""What a filter looks for: the samples, and the places in them, to which it answers most."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from nn.inspection.convolution.receptive import Field, receptive_fields
from nn.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from nn.network import Network, NetworkSpec

MOST = 9
"""Finds that are kept."""
_AT_ONCE = 50  # samples: a few ms of work, after which whoever waits may say that they do not any more


class Find(NamedTuple):
    """A sample, and the place in it at which a filter's answer is largest.

    Attributes
    ----------
    row : int
        Of the samples.
    value : float
        What the filter puts out there, before an activation.
    place : tuple of int
        Row and column of the filter's picture.
    field : Field
        The pixels of the sample that it was made of.
    """

    row: int
    value: float
    place: tuple[int, int]
    field: Field


class Progress(NamedTuple):
    """How many samples have been looked at, and the best finds among them, the largest answer first."""

    done: int
    finds: tuple[Find, ...]


def most_exciting(
    network: Network, layer: int, filter_: int, x: NDArray[np.generic], scale: float = 1.0, most: int = MOST
) -> Iterator[Progress]:
    """Look through samples for those that excite a filter most: one place of each, a block of samples at a time.

    Parameters
    ----------
    network : Network
    layer : int
        Index of a convolution in the network's layers.
    filter_ : int
        Which of its filters.
    x : ndarray
        Samples as the data have them.
    scale : float
        What their numbers are multiplied with before they go in.
    most : int
        How many are kept. Of equal answers the first sample's comes first; what is no number is no answer.

    Yields
    ------
    Progress
        After each block.

    Raises
    ------
    ValueError
        If the layer has no such filter.
    """
    _check(network.spec, layer, filter_)
    wide = network.spec.plans[layer].output[2]
    layers = list(network.layers.values())[: layer + 1]
    rows, values, places = np.zeros(0, np.intp), np.zeros(0), np.zeros(0, np.intp)
    for start in range(0, len(x), _AT_ONCE):
        block = network.as_input(np.multiply(x[start : start + _AT_ONCE], network.flat_params.dtype.type(scale)))
        for each in layers:
            block = each.forward(block)
        answers = block[:, filter_].reshape(len(block), -1)
        answers = np.where(np.isfinite(answers), answers, -np.inf)
        at = answers.argmax(axis=1)
        rows = np.concatenate((rows, np.arange(start, start + len(at))))
        values = np.concatenate((values, answers[np.arange(len(at)), at].astype(np.float64)))
        places = np.concatenate((places, at))
        best = np.argsort(-values, kind="stable")[:most]
        best = best[np.isfinite(values[best])]
        rows, values, places = rows[best], values[best], places[best]
        found = zip(rows.tolist(), values.tolist(), places.tolist(), strict=True)
        finds = (_find(network, layer, row, value, divmod(place, wide)) for row, value, place in found)
        yield Progress(min(start + _AT_ONCE, len(x)), tuple(finds))


def _check(spec: NetworkSpec, layer: int, filter_: int) -> None:
    if not 0 <= layer < len(spec.layers) or spec.layers[layer].kind != "Convolution":
        raise ValueError(Message("layer {layer} is no convolution; choose one of its layers with filters", layer=layer))
    filters = spec.plans[layer].output[0]
    if not 0 <= filter_ < filters:
        raise ValueError(
            Message("there is no filter {filter}; the layer has 0 to {last}", filter=filter_, last=filters - 1)
        )


def _find(network: Network, layer: int, row: int, value: float, place: tuple[int, int]) -> Find:
    return Find(row, value, place, receptive_fields(network.spec, layer, *place)[-1])
