"""What becomes of a run when another one begins: it is kept, as much of it as the document has room for."""

from __future__ import annotations

import time
from dataclasses import replace
from operator import is_
from typing import TYPE_CHECKING

from playground.session.document.state import MOST, Fork, Run, RunLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playground.session.document.state import DatasetChoice, DocumentState, RunRecord

MOST_BYTES = 32 * 2**20
"""Bytes of arrays of all kept runs together: older ones lose their weights first."""
_FEWEST = 2
"""Updates of a run that is kept: a single one was a look at how it goes."""


def keeping(before: DocumentState, after: DocumentState) -> DocumentState:
    """Return the state after an edit, with the run that came to its end by it.

    A run ends when the network begins anew: its history is gone. What is undone has not happened, and another document
    has its own runs.
    """
    is_same_document = after.run_label is before.run_label
    if after.history or not is_same_document or not is_worth_keeping(before):
        return after
    return kept(after, before)


def is_worth_keeping(state: DocumentState, *, is_edited: bool = False) -> bool:
    """Say whether the current run is one that no kept run is already: a branch as soon as it is another future.

    Parameters
    ----------
    is_edited
        Whether somebody changed its numbers since it was trained.
    """
    history, fork = state.history, state.run_label.fork
    if any(is_same(run.history, history) and run.checkpoint is state.checkpoint for run in state.runs):
        return False
    if fork is not None:
        return is_edited or state.checkpoint.iteration != fork.iteration or is_changed(current(state))
    return bool(history) and _updates(history) >= _FEWEST


def fork_of(run: Run, parent: int, iteration: int) -> Fork:
    """Return the place where another run leaves one, with what this is trained with there."""
    return Fork(parent, iteration, run.spec, run.config, run.dataset, run.own_samples)


def is_changed(run: Run) -> bool:
    """Say whether a branch is trained with something else than what it left."""
    fork = run.label.fork
    return fork is not None and fork_of(run, fork.parent, fork.iteration) != fork


def kept(state: DocumentState, of: DocumentState) -> DocumentState:
    """Return a state with the current run of another one among its runs, and a fresh label for the next."""
    runs = bounded((*of.runs, current(of, time.time())))
    return replace(state, runs=runs, run_label=next_label(replace(of, runs=runs)))


def current(state: DocumentState, ended: float = 0.0) -> Run:
    """Return the current run as it would be kept."""
    return Run(
        state.run_label,
        state.spec,
        state.config,
        as_made(state.dataset),
        0 if state.dataset.train is None else len(state.dataset.train.x),
        state.history,
        state.checkpoint,
        ended,
        state.dataset.train,
    )


def dataset_of(run: Run, own: DatasetChoice) -> DatasetChoice:
    """Return the data of a run, with the samples that a person had changed; `own` are those of the document.

    Where they are the same data, a person's file need not be read again; documents of before branches did not keep
    changed samples: then those of the document stay.
    """
    is_same = (own.name, dict(own.options)) == (run.dataset.name, dict(run.dataset.options))
    if is_same and run.own_samples and run.points is None:
        return own
    return replace(own if is_same else run.dataset, train=run.points)


def as_made(dataset: DatasetChoice) -> DatasetChoice:
    """Return a dataset without what a person changed in it, and without the arrays of a person's file."""
    return replace(dataset, train=None, kept=None)


def next_label(state: DocumentState) -> RunLabel:
    """Return the label of another run: a number that none has, the current one included, and a colour of its own."""
    return label_of(1 + max(state.run_label.number, *(run.label.number for run in state.runs), 0))


def label_of(number: int, fork: Fork | None = None) -> RunLabel:
    """Return the label of a run by its number alone, in the colour that comes with it."""
    return RunLabel(number, color=number - 1, fork=fork)


def bounded(runs: tuple[Run, ...], budget: int = MOST_BYTES) -> tuple[Run, ...]:
    """Return runs for which there is room: the oldest that are not pinned lose their weights, then the whole run."""
    while len(runs) > MOST["runs"]:
        runs = _without(runs, _dispensable(runs))
    excess = sum(map(weight_bytes, runs)) + sum(map(_curve_bytes, runs)) - budget
    if excess > 0:
        for run in (*_in_order_of_need(runs), runs[-1]):
            if excess <= 0:
                break
            excess -= weight_bytes(run)
            runs = tuple(replace(each, checkpoint=None) if each is run else each for each in runs)
        while excess > 0 and len(runs) > 1:
            run = _dispensable(runs)
            excess -= _curve_bytes(run)
            runs = _without(runs, run)
    return runs


def weight_bytes(run: Run) -> int:
    """Return how much the weights of a run take, and what its optimizer remembers; 0 where they are not kept."""
    checkpoint = run.checkpoint
    if checkpoint is None:
        return 0
    return sum(array.nbytes for array in (checkpoint.params, checkpoint.state, *checkpoint.memory.values()))


def is_same(one: Sequence[RunRecord], other: Sequence[RunRecord]) -> bool:
    """Say whether two histories are one and the same."""
    return len(one) == len(other) and all(map(is_, one, other))


def _curve_bytes(run: Run) -> int:
    """Return how much is kept of a run beside its weights."""
    points = 0 if run.points is None else run.points.x.nbytes + run.points.t.nbytes
    return points + sum(record.losses.nbytes + 32 * len(record.evaluations) for record in run.history)


def _updates(history: Sequence[RunRecord]) -> int:
    return history[-1].first_iteration + len(history[-1].losses) - 1


def _in_order_of_need(runs: Sequence[Run]) -> list[Run]:
    return sorted(runs[:-1], key=lambda run: run.label.is_pinned)  # the order of age stays among equals


def _dispensable(runs: Sequence[Run]) -> Run:
    return _in_order_of_need(runs)[0]


def _without(runs: tuple[Run, ...], run: Run) -> tuple[Run, ...]:
    return tuple(each for each in runs if each is not run)
