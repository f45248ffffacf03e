"""Training as a generator that can be stopped anywhere and goes on bit for bit.

Batches depend on (seed, epoch) alone, dropout masks on (seed, iteration), and a `Checkpoint` holds everything else:
23 iterations and then 34 are the 57 of one run.
"""

from __future__ import annotations

import math
from collections.abc import Generator, Iterator
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from nn import threads
from nn.arrays import Array
from nn.datasets.base import Dataset
from nn.network import Network, Workspace
from nn.optimizers import Optimizer
from nn.training.batch_feed import BatchFeed, encoded, iterations_per_epoch
from nn.training.config import TrainingConfig
from nn.training.passes import Passes, Underway


class Pending(NamedTuple):
    """A pass whose update has not been made yet: its number, from 1, its loss, and the buffers that hold its values."""

    iteration: int
    loss: float
    workspace: Workspace


class Iteration(NamedTuple):
    """One update: its number, from 1, and the loss of its batch before it."""

    iteration: int
    loss: float


class Evaluation(NamedTuple):
    """What the network is worth after `iteration` updates.

    Attributes
    ----------
    train_accuracy, test_accuracy : float
        Shares from 0 to 1, NaN where nothing is right or wrong.
    test_loss : float
        Mean loss on the test data, NaN without any.
    """

    iteration: int
    train_accuracy: float
    test_accuracy: float
    test_loss: float = math.nan


class Divergence(NamedTuple):
    """The end of a run whose loss is no longer a finite number; the update of this iteration was not made."""

    iteration: int
    loss: float


def train(
    network: Network,
    optimizer: Optimizer,
    data: Dataset,
    config: TrainingConfig,
    start: int = 0,
    until: int | None = None,
    *,
    pending: bool = False,
    pieces: bool = False,
) -> Generator[Underway | Pending | Iteration | Evaluation | Divergence | None, None, None]:
    """Train in place, yielding after every update.

    Parameters
    ----------
    network, optimizer : Network, Optimizer
        As they stand after `start` updates; see `Checkpoint.restore`.
    data : Dataset
        What to learn.
    config : TrainingConfig
        How. The optimizer and its learning rate are those of `optimizer`.
    start, until : int
        Updates done so far, and to be done in the end; by default the epochs of `config`.
    pending : bool
        Whether to stop before every update, too: who does not ask for more leaves it undone.
    pieces : bool
        Whether to stop within passes that take long, too: who closes the generator there has the network as the last
        update left it.

    Yields
    ------
    Underway, Pending, Iteration, Evaluation, Divergence or None
        Pieces of a long pass, if asked for; each pass before its update, likewise; each update; each measurement of
        accuracy; as the last item a loss that is not finite; None when a piece of a measurement is done and there is
        nothing to tell, so that a caller can look at its clock.

    Raises
    ------
    ValueError
        Before the first update, if the data do not fit the network, or a pass the memory that is there.

    Notes
    -----
    Overflow on the way to a divergence makes NumPy warn: wrap ``next()`` in ``numpy.errstate(all="ignore")``.
    """
    passes = Passes(network, data, config)
    per_epoch = iterations_per_epoch(data, config)
    every = config.evaluate_every or per_epoch
    is_cut = pieces and network.spec.has_long_steps(min(config.batch_size, len(data.x)))
    for iteration in range(start + 1, (config.epochs * per_epoch if until is None else until) + 1):
        threads.use(config.threads)  # another training of this process may have another number
        workspace = (yield from passes.in_pieces(iteration)) if is_cut else passes.gradient(iteration)
        loss = workspace.loss
        if pending:
            yield Pending(iteration, loss, workspace)
        if not math.isfinite(loss):
            yield Divergence(iteration, loss)
            return
        optimizer.step(network.flat_params, network.flat_grads, iteration)
        yield Iteration(iteration, loss)
        if iteration % every == 0:
            yield from _evaluate(network, data, passes.feed, config, iteration)


def _evaluate(
    network: Network, data: Dataset, feed: BatchFeed, config: TrainingConfig, iteration: int
) -> Iterator[Evaluation | None]:
    samples = config.evaluate_samples or len(data.x)
    train = math.nan
    if not data.is_regression:  # of values none is right or wrong, and the loss of each batch is known
        train, _ = yield from _measure(network, data, data.x[:samples], feed.targets[:samples])
    test, loss = yield from _measure(network, data, data.x_test, encoded(network, data.t_test))
    yield Evaluation(iteration, train, math.nan if data.is_regression else test, loss)


def _measure(
    network: Network, data: Dataset, x: npt.NDArray[Any], targets: Array
) -> Generator[None, None, tuple[float, float]]:
    """Measure accuracy and mean loss piece by piece, NaN without samples."""
    hits, loss, at_once = 0, 0.0, network.spec.at_once
    for start in range(0, len(x), at_once):  # so many that a caller does not wait long for control
        part = slice(start, start + at_once)
        scores = network.predict(np.multiply(x[part], network.flat_params.dtype.type(data.scale)))
        hits += network.loss_layer.correct(scores, targets[part])
        loss += network.loss_layer.measure(scores, targets[part]) * len(scores)
        yield None
    return (hits / len(x), loss / len(x)) if len(x) else (math.nan, math.nan)
