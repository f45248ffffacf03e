"""The pieces a run's curve is made of: what the document holds, and what has come since."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from playground.session.document.state import RunRecord

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nn.training import Evaluation
    from playground.session.running.reports import Progress


def joined(records: Iterable[RunRecord]) -> list[RunRecord]:
    """Cut records so that they follow each other.

    Where training went on from an earlier iteration, the later record counts and what the earlier one has
    from there on is left out.
    """
    kept: list[RunRecord] = []
    limit: float = np.inf
    for record in reversed(list(records)):
        count = int(min(len(record.losses), max(0, limit - record.first_iteration)))
        evaluations = _before(record, limit)
        if count or evaluations:
            kept.insert(0, _cut(record, count, evaluations))
        limit = min(limit, record.first_iteration)
    return kept


def until(history: Iterable[RunRecord], iteration: int) -> tuple[RunRecord, ...]:
    """Cut a history so that it ends with `iteration`: what came later has not happened."""
    records = []
    for record in joined(history):
        count = max(0, iteration + 1 - record.first_iteration)
        kept = _cut(record, count, _before(record, iteration + 1))
        share = min(1.0, count / max(1, len(record.losses)))
        if share < 1:
            kept = replace(kept, seconds=record.seconds * share)
        if count:
            whole = count > len(record.losses) or kept.divergence is None
            records.append(kept if whole else replace(kept, divergence=None))
    return tuple(records)


def last_evaluation(history: Iterable[RunRecord]) -> Evaluation | None:
    """Return what was measured last, None where nothing was."""
    return next((record.evaluations[-1] for record in reversed(list(history)) if record.evaluations), None)


def _before(record: RunRecord, limit: float) -> tuple[Evaluation, ...]:
    """Return the evaluations before an iteration: a long run has hundreds of thousands, in order."""
    return record.evaluations[: bisect_left(record.evaluations, limit, key=lambda each: each.iteration)]


def _cut(record: RunRecord, count: int, evaluations: tuple[Evaluation, ...]) -> RunRecord:
    """Return a record with so many losses and these evaluations: itself where nothing is left out."""
    if count >= len(record.losses) and len(evaluations) == len(record.evaluations):
        return record
    return replace(record, losses=record.losses[:count], evaluations=evaluations)


def losses_by_iteration(history: Iterable[RunRecord]) -> dict[int, float]:
    """Return the loss of each iteration that training came through."""
    found: dict[int, float] = {}
    for record in joined(history):
        found.update(enumerate(record.losses.tolist(), record.first_iteration))
    return found


def losses_up_to(history: Iterable[RunRecord], last: int) -> tuple[int, np.ndarray]:
    """Return the losses up to an iteration without a gap, float64, and the iteration of the first one."""
    first = last + 1
    pieces: list[np.ndarray] = []
    for record in reversed(joined(history)):
        piece = record.losses[: max(0, last + 1 - record.first_iteration)]
        if not len(piece):
            continue
        if record.first_iteration + len(piece) != first:
            break
        first = record.first_iteration
        pieces.insert(0, piece)
    return first, np.concatenate(pieces).astype(np.float64) if pieces else np.empty(0)


class LiveRun:
    """The reports of a run that is under way; the document gets it when the run has ended."""

    def __init__(self) -> None:
        self._run_id: int | None = None
        self._first_iteration = 1
        self._losses: list[np.ndarray] = []
        self.evaluations: list[Evaluation] = []

    def add(self, progress: Progress) -> None:
        """Take up a report; one of another run replaces everything."""
        if progress.run_id != self._run_id:
            self._run_id, self._losses, self.evaluations = progress.run_id, [], []
            self._first_iteration = progress.first_iteration
        self._losses.append(progress.losses)
        self.evaluations += progress.evaluations

    @property
    def count(self) -> int:
        """Number of losses so far."""
        return sum(map(len, self._losses))

    def records(self) -> tuple[RunRecord, ...]:
        """Give everything so far as one record, or nothing."""
        if not self._losses:
            return ()
        return (RunRecord(self._first_iteration, np.concatenate(self._losses), tuple(self.evaluations)),)
