"""Training done again: from a waypoint on, without its measurements, to the same bits."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from nn.messages import Message
from nn.network import Network
from nn.training import Checkpoint, Iteration, train

if TYPE_CHECKING:
    from nn.replay.way import Waypoint
    from nn.training import Divergence, Pending

_NEVER = 2**62  # iterations between two measurements of accuracy, which change nothing and take their time


class Again:
    """Training from a waypoint on, up to and with iteration `end`, as an iterator of what `train` yields.

    Parameters
    ----------
    start : Waypoint
    end : int
    pending : bool
        Whether each pass is given before its update, too.

    Attributes
    ----------
    network, optimizer
        As they stand.
    iteration : int
        Updates done.

    Raises
    ------
    ValueError
        If the data are others than those that the waypoint was trained with.

    Notes
    -----
    As for `train`: wrap ``next()`` in ``numpy.errstate(all="ignore")``.
    """

    def __init__(self, start: Waypoint, end: int, *, pending: bool = False) -> None:
        _check_data(start)
        self.network, self.optimizer = Network(start.spec, None), start.config.build_optimizer()
        self.iteration = start.checkpoint.iteration
        start.checkpoint.restore(self.network, self.optimizer)
        config = replace(start.config, evaluate_every=_NEVER)
        self._items = train(self.network, self.optimizer, start.data, config, self.iteration, end, pending=pending)

    def __iter__(self) -> Iterator[Pending | Iteration | Divergence]:
        for item in self._items:
            if isinstance(item, Iteration):
                self.iteration = item.iteration
            yield item  # type: ignore[misc]  # nothing is measured

    def checkpoint(self) -> Checkpoint:
        """Return a copy of where it stands."""
        return Checkpoint.take(self.network, self.optimizer, self.iteration)


def _check_data(start: Waypoint) -> None:
    if start.fingerprint:
        from nn.replay.data_fingerprint import fingerprint  # only of a way that a file told

        if fingerprint(start.data) != start.fingerprint:
            raise ValueError(
                Message("the data are others than those that were trained on then: training cannot be done again")
            )


def replaying(start: Waypoint, iteration: int) -> Generator[int, None, Checkpoint]:
    """Train from a waypoint to where `iteration` updates are done; the run that came through it did the same.

    Yields
    ------
    int
        The updates done, after each: whoever does not ask for more has cancelled it.

    Returns
    -------
    Checkpoint
        Where that is; earlier where the loss is no longer finite, for there the run ended, too.
    """
    if start.checkpoint.iteration == iteration:
        return start.checkpoint
    again = Again(start, iteration)
    for _ in again:
        yield again.iteration
    return again.checkpoint()


def replay(start: Waypoint, iteration: int) -> Checkpoint:
    """Train from a waypoint to where `iteration` updates are done, in one go; see `replaying`."""
    steps = replaying(start, iteration)
    with np.errstate(all="ignore"):
        while True:
            try:
                next(steps)
            except StopIteration as end:
                found: Checkpoint = end.value
                return found
