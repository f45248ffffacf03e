"""The curves of runs that are pinned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.panels.curves.beside import Beside
from playground.panels.curves.data import CurveData, in_percent
from playground.session.running.changes import changes
from playground.session.running.run_pieces import joined
from playground.session.runs.groups import grouped
from playground.session.runs.keeping import is_same
from playground.session.runs.networks import title_of_all
from playground.widgets.look.run_colors import MOST_RUNS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from playground.session.document.state import Run, RunRecord

    History = tuple[RunRecord, ...]
    Made = list[tuple[History, CurveData]]
    Pinned = list[tuple[tuple[Run, ...], Beside]]


def pinned_curves(runs: Iterable[Run], at_hand: Made, shared: Callable[[int], int]) -> Pinned:
    """Return the pinned runs, those of a group together, with their curves; those at hand already as they are.

    `shared` says how many updates a run has in common with the current one, by its number.
    """
    pinned = grouped([run for run in runs if run.label.is_pinned])[:MOST_RUNS]
    return [
        (members, _beside(members, at_hand, shared(members[0].label.number)))
        for members in pinned
        if members[0].history
    ]


def curves_of(history: History, at_hand: Made) -> CurveData | None:
    """Return the curves of a history if they are at hand."""
    return next((curves for other, curves in at_hand if is_same(other, history)), None)


def _beside(members: tuple[Run, ...], at_hand: Made, shared: int) -> Beside:
    data = tuple(curves_of(run.history, at_hand) or _data(run) for run in members)
    return Beside(title_of_all(members), members[0].label.color, data, shared)


def _data(run: Run) -> CurveData:
    data = CurveData()
    for record in joined(run.history):
        if len(record.losses):
            data.append(record.first_iteration, record.losses)
        data.add_evaluations(in_percent(record.evaluations))
    data.changes = sorted(change.iteration for change in changes(run.history))
    return data
