"""The mini-batches of a run: which samples, in which order, as the network takes them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from nn.arrays import Array
from nn.datasets.base import Dataset
from nn.layers.base import LAYERS
from nn.messages import Message
from nn.network import Network
from nn.network.spec import NetworkSpec

if TYPE_CHECKING:
    from nn.training.config import TrainingConfig


def iterations_per_epoch(data: Dataset, config: TrainingConfig) -> int:
    """Return how many batches one pass over the training data takes, 0 without data; the last may be short."""
    return math.ceil(len(data.x) / config.batch_size)


def batch_rows(data: Dataset, config: TrainingConfig, iteration: int) -> npt.NDArray[np.int64]:
    """Return which training samples the mini-batch of an iteration holds, counted from 1."""
    epoch, position = divmod(iteration - 1, iterations_per_epoch(data, config))
    size = min(config.batch_size, len(data.x))
    return _batch(_order(data, config, epoch), slice(position * size, (position + 1) * size), config.rows_left_out)


def visits(data: Dataset, config: TrainingConfig, first: int, last: int) -> npt.NDArray[np.int64]:
    """Return how often each training sample is in the mini-batches of some iterations, both ends included."""
    found = np.zeros(len(data.x), np.int64)
    for epoch, positions in _epochs(data, config, first, last):
        if len(positions) == iterations_per_epoch(data, config) and not config.replacement:
            found += 1
        else:
            np.add.at(found, _rows_at(data, config, epoch, positions), 1)
    return found


def visit_of(data: Dataset, config: TrainingConfig, row: int, first: int, last: int) -> int:
    """Return the first iteration from `first` to `last` whose mini-batch holds a training sample, 0 if none does."""
    size, per_epoch = min(config.batch_size, len(data.x)), iterations_per_epoch(data, config)
    for epoch, positions in _epochs(data, config, first, last):
        at = np.flatnonzero(_rows_at(data, config, epoch, positions) == row)
        if len(at):
            return epoch * per_epoch + positions[0] + int(at[0]) // size + 1
    return 0


def _epochs(data: Dataset, config: TrainingConfig, first: int, last: int) -> Iterator[tuple[int, range]]:
    """Give each epoch that iterations touch, with the places of their mini-batches in it."""
    per_epoch = iterations_per_epoch(data, config)
    for epoch in range((first - 1) // per_epoch, (last - 1) // per_epoch + 1):
        start = epoch * per_epoch
        yield epoch, range(max(first - 1 - start, 0), min(last - start, per_epoch))


def _rows_at(data: Dataset, config: TrainingConfig, epoch: int, positions: range) -> npt.NDArray[np.int64]:
    size = min(config.batch_size, len(data.x))
    return _order(data, config, epoch)[positions[0] * size : (positions[-1] + 1) * size]


def _order(data: Dataset, config: TrainingConfig, epoch: int) -> npt.NDArray[np.int64]:
    """Return the samples of an epoch: each once, or as many as its batches hold, drawn with replacement."""
    samples = len(data.x)
    drawn = iterations_per_epoch(data, config) * min(config.batch_size, samples) if config.replacement else 0
    return _shuffled(samples, config.seed, epoch, drawn)


@lru_cache(maxsize=2)  # whoever asks for one batch after the other asks for the same epoch each time
def _shuffled(samples: int, seed: int, epoch: int, drawn: int) -> npt.NDArray[np.int64]:
    rng = np.random.default_rng([seed, epoch])
    order = rng.integers(samples, size=drawn) if drawn else rng.permutation(samples)
    order.flags.writeable = False
    return order


def _batch(order: npt.NDArray[np.int64], place: slice, left_out: tuple[int, ...]) -> npt.NDArray[np.int64]:
    """Return the samples of a batch but for those that are left out.

    One that held nothing else gets the first samples of the epoch that are left.
    """
    rows = order[place]
    if not left_out:
        return rows
    kept: npt.NDArray[np.int64] = rows[np.isin(rows, left_out, invert=True)]
    return kept if len(kept) else order[np.isin(order, left_out, invert=True)][: len(rows)]


class BatchFeed:
    """The mini-batches of a run, gathered into two buffers that each batch overwrites.

    Samples stay as they are stored, bytes for pictures; only a batch at a time becomes float.

    Parameters
    ----------
    network, data, config
        What is trained, on what, and how. Batch `k` depends on ``(config.seed, epoch)`` alone.

    Raises
    ------
    ValueError
        If the data are empty or do not fit the network.
    """

    def __init__(self, network: Network, data: Dataset, config: TrainingConfig) -> None:
        _check_fit(network, data, config)
        dtype = network.flat_params.dtype
        self._x = data.x.reshape(len(data.x), *network.spec.input_shape)
        self._scale = dtype.type(data.scale)
        self.targets = encoded(network, data.t)
        self._data, self._config = data, config
        self._size = min(config.batch_size, len(data.x))
        self._per_epoch = iterations_per_epoch(data, config)
        self._left_out = config.rows_left_out
        self._epoch = -1
        self._order: npt.NDArray[np.int64] = np.empty(0, np.int64)
        self._stored = np.empty((self._size, *self._x.shape[1:]), data.x.dtype)
        self._inputs = np.empty(self._stored.shape, dtype)
        self._batch_targets = np.empty((self._size, self.targets.shape[1]), dtype)

    def batch(self, iteration: int) -> tuple[Array, Array]:
        """Return inputs and encoded targets of an iteration, counted from 1; valid until the next call."""
        epoch, position = divmod(iteration - 1, self._per_epoch)
        if epoch != self._epoch:
            self._epoch = epoch
            self._order = _order(self._data, self._config, epoch)
        place = slice(position * self._size, (position + 1) * self._size)
        chosen = _batch(self._order, place, self._left_out)
        n = len(chosen)
        # mode "clip" spares the copy that "raise" makes; the indices are valid
        targets = np.take(self.targets, chosen, 0, self._batch_targets[:n], "clip")
        stored = np.take(self._x, chosen, 0, self._stored[:n], "clip")
        return np.multiply(stored, self._scale, out=self._inputs[:n]), targets


def encoded(network: Network, t: npt.NDArray[Any]) -> Array:
    """Return targets as the network's loss takes them, in the network's dtype."""
    if not len(t):
        return np.empty((0, network.spec.outputs), network.flat_params.dtype)
    targets = network.loss_layer.encode(t, len(t), network.spec.outputs)
    return targets.astype(network.flat_params.dtype, copy=False)


def _check_fit(network: Network, data: Dataset, config: TrainingConfig) -> None:
    if not len(data.x):
        raise ValueError(
            Message("dataset {dataset} has no training samples; there is nothing to learn from", dataset=data.name)
        )
    if not network.params:
        raise ValueError(Message("the network has nothing to learn: put an Affine layer into it"))
    wanted, got = math.prod(network.spec.input_shape), math.prod(data.x.shape[1:])
    if wanted != got:
        raise ValueError(
            Message(
                "dataset {dataset} has {got} numbers a sample, but the network expects {wanted} inputs; build it "
                "with input_shape {shape}",
                dataset=data.name,
                got=got,
                wanted=wanted,
                shape=data.x.shape[1:],
            )
        )
    check_batches(network.spec, data, config.batch_size, replacement=config.replacement)
    check_left_out(network.spec, data, config)


def check_batches(spec: NetworkSpec, data: Dataset, batch_size: int, *, replacement: bool = False) -> None:
    """Check that no batch of an epoch is too small for a layer.

    Raises
    ------
    ValueError
        If one is: mostly the last one, which gets what is left.
    """
    size = min(batch_size, len(data.x))
    smallest = size if replacement else len(data.x) % size or size
    for layer in spec.layers:
        least = LAYERS[layer.kind].smallest_batch
        if smallest < least:
            raise ValueError(
                Message(
                    "{layer} needs at least {least} samples in every batch, but {samples} samples in batches of "
                    "{batch_size} leave one of {smallest}; choose another batch size",
                    layer=layer.kind,
                    least=least,
                    samples=len(data.x),
                    batch_size=batch_size,
                    smallest=smallest,
                )
            )


def check_left_out(spec: NetworkSpec, data: Dataset, config: TrainingConfig) -> None:
    """Check that enough samples are left in every batch of an epoch.

    Raises
    ------
    ValueError
        If one might be left with none, or with too few for a layer.
    """
    gone = sum(row < len(data.x) for row in config.rows_left_out)
    size = min(config.batch_size, len(data.x))
    smallest = size if config.replacement else len(data.x) % size or size
    least = max((LAYERS[layer.kind].smallest_batch for layer in spec.layers), default=1)
    if gone and (gone >= len(data.x) or (least > 1 and smallest - gone < least)):
        raise ValueError(
            Message(
                "batches of {batch_size} out of {samples} samples leave one of {smallest}, from which {gone} may be "
                "left out; choose another batch size",
                batch_size=config.batch_size,
                samples=len(data.x),
                smallest=smallest,
                gone=gone,
            )
        )
