"""Training as a generator that can be stopped anywhere and goes on bit for bit.

Batches depend on (seed, epoch) alone, dropout masks on (seed, iteration), and a `Checkpoint` holds everything else:
23 iterations and then 34 are the 57 of one run.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from nn.datasets.base import Dataset
from nn.network import Network, Workspace
from nn.optimizers import Optimizer
from nn.training.batch_feed import BatchFeed, encoded, iterations_per_epoch
from nn.training.config import TrainingConfig
from nn.training.passes import Passes

_EVALUATED_AT_ONCE = 1000  # about 2 ms of work: the longest that a caller waits for control while accuracy is measured


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
    """Accuracy after `iteration` updates, each a share from 0 to 1, or NaN where nothing is right or wrong."""

    iteration: int
    train_accuracy: float
    test_accuracy: float


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
) -> Iterator[Pending | Iteration | Evaluation | Divergence | None]:
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

    Yields
    ------
    Pending, Iteration, Evaluation, Divergence or None
        Each pass before its update, if asked for; each update; each measurement of accuracy; as the last item a loss
        that is not finite; None when a piece of a measurement is done and there is nothing to tell, so that a caller
        can look at its clock.

    Raises
    ------
    ValueError
        Before the first update, if the data do not fit the network.

    Notes
    -----
    Overflow on the way to a divergence makes NumPy warn: wrap ``next()`` in ``numpy.errstate(all="ignore")``.
    """
    passes = Passes(network, data, config)
    per_epoch = iterations_per_epoch(data, config)
    every = config.evaluate_every or per_epoch
    for iteration in range(start + 1, (config.epochs * per_epoch if until is None else until) + 1):
        loss, workspace = passes.gradient(iteration)
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
    if data.is_regression:
        yield Evaluation(iteration, math.nan, math.nan)
        return
    samples = config.evaluate_samples or len(data.x)
    shares = []
    for x, targets in (
        (data.x[:samples], feed.targets[:samples]),
        (data.x_test, encoded(network, data.t_test)),
    ):
        hits = 0
        for start in range(0, len(x), _EVALUATED_AT_ONCE):
            part = slice(start, start + _EVALUATED_AT_ONCE)
            inputs = np.multiply(x[part], network.flat_params.dtype.type(data.scale))
            hits += network.loss_layer.correct(network.predict(inputs), targets[part])
            yield None
        shares.append(hits / len(x) if len(x) else math.nan)
    yield Evaluation(iteration, *shares)
