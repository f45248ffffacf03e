"""The way that training came: enough of its checkpoints to go back to any iteration, bit for bit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from nn.network import Network
from nn.training import Checkpoint, Iteration, train
from playground.safety import cores

if TYPE_CHECKING:
    from playground.session.document.document import Document
    from playground.session.running.reports import Waypoint
    from playground.session.running.run import TrainingRun

BUDGET = 96 * 2**20
"""Bytes of checkpoints to keep; they are thinned out as time goes by, the latest stand closest."""

MOST = 300
"""Waypoints to keep of a small network, whose checkpoints take no room."""


@dataclass(frozen=True)
class Stretch:
    """A piece of training to go through again, up to and with iteration `end`."""

    start: Waypoint
    end: int


class Timeline(QObject):
    """Keeps waypoints of the training that led to the document's present weights.

    Training is a function of a checkpoint, the configuration and the data, so that any iteration after a waypoint is
    found by training from there again. An edit of the weights, another network, undo and redo begin a new timeline:
    what went before did not lead here.
    """

    cleared = Signal()
    """A new timeline began: nothing found on the old one leads here."""

    def __init__(self, document: Document, run: TrainingRun, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._waypoints: list[Waypoint] = []
        run.passed.connect(self._on_run_passed)
        document.checkpoint_changed.connect(self._on_checkpoint_changed)

    @property
    def first(self) -> int | None:
        """The earliest iteration one can go back to, None before any training."""
        return self._waypoints[0].checkpoint.iteration if self._waypoints else None

    def before(self, iteration: int) -> Waypoint | None:
        """Return the latest waypoint at which `iteration` updates or fewer were done, None if none is kept."""
        earlier = [each for each in self._waypoints if each.checkpoint.iteration <= iteration]
        return earlier[-1] if earlier else None

    def stretches(self, end: int) -> list[Stretch]:
        """Return the training that led here, up to and with iteration `end`, cut at the waypoints."""
        starts = [each for each in self._waypoints if each.checkpoint.iteration < end]
        ends = [*(each.checkpoint.iteration for each in starts[1:]), end][: len(starts)]
        return [Stretch(start, last) for start, last in zip(starts, ends, strict=True)]

    def leads_to(self, checkpoint: Checkpoint) -> bool:
        """Say whether a checkpoint that was found lies on the way here: an edit may have begun a new timeline."""
        last = self.before(checkpoint.iteration)
        return last is not None and last.checkpoint.params.shape == checkpoint.params.shape

    def keep_until(self, checkpoint: Checkpoint) -> None:
        """Forget what came after a checkpoint to which the document is about to go back."""
        kept = [each for each in self._waypoints if each.checkpoint.iteration <= checkpoint.iteration]
        last = kept[-1]
        if last.checkpoint is not checkpoint:
            kept.append(type(last)(checkpoint, last.spec, last.config, last.data))
        self._waypoints = kept

    @Slot(object)
    def _on_run_passed(self, waypoint: Waypoint) -> None:
        if self._waypoints and self._waypoints[-1].checkpoint is waypoint.checkpoint:
            self._waypoints.pop()  # the same point with the configuration that holds from here on
        self._waypoints.append(waypoint)
        while len(self._waypoints) > MOST or (len(self._waypoints) > 2 and sum(map(_bytes, self._waypoints)) > BUDGET):
            del self._waypoints[_least_missed(self._waypoints)]

    @Slot(object)
    def _on_checkpoint_changed(self, checkpoint: Checkpoint) -> None:
        if not (self._waypoints and self._waypoints[-1].checkpoint is checkpoint):
            self._waypoints.clear()
            self.cleared.emit()


def replay(waypoint: Waypoint, iteration: int) -> Checkpoint:
    """Train from a waypoint to where `iteration` updates are done; the run that came through it did the same."""
    start = waypoint.checkpoint.iteration
    network = Network(waypoint.spec, None)
    optimizer = waypoint.config.build_optimizer()
    waypoint.checkpoint.restore(network, optimizer)
    done = start
    cores.use(waypoint.config.threads)
    with np.errstate(all="ignore"):
        for item in train(network, optimizer, waypoint.data, waypoint.config, start, iteration):
            if isinstance(item, Iteration):
                done = item.iteration
            if done == iteration:
                break  # without the evaluation that may follow
    return Checkpoint.take(network, optimizer, done)


def _goes_on(before: Waypoint, after: Waypoint) -> bool:
    """Say whether training goes on from a waypoint as it came to it."""
    return after.spec == before.spec and after.config == before.config and after.data is before.data


def _bytes(waypoint: Waypoint) -> int:
    checkpoint = waypoint.checkpoint
    return checkpoint.params.nbytes + checkpoint.state.nbytes + sum(a.nbytes for a in checkpoint.memory.values())


def _least_missed(waypoints: list[Waypoint]) -> int:
    """Return which waypoint's going leaves the smallest gap, measured by how long ago it is; never the last.

    One at which other settings began to hold goes only when it is the first: without it, what came after would be
    replayed with the settings before it.
    """
    now = waypoints[-1].checkpoint.iteration + 1
    at = [each.checkpoint.iteration for each in waypoints]
    gaps = [(at[i + 1] - at[i - 1]) / (now - at[i]) if i else np.inf for i in range(len(at) - 1)]
    gaps[0] = (at[1] - at[0]) / (now - at[0])
    for i in range(1, len(gaps)):
        if not _goes_on(waypoints[i - 1], waypoints[i]):
            gaps[i] = np.inf
    return int(np.argmin(gaps))
