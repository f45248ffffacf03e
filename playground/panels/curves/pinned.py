"""The curves of runs that are pinned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.panels.curves.beside import Beside
from playground.panels.curves.data import CurveData, in_percent
from playground.session.running.changes import changes
from playground.session.running.run_pieces import joined
from playground.session.runs.groups import grouped
from playground.session.runs.keeping import is_same
from playground.session.runs.networks import title_of
from playground.widgets.look.run_colors import MOST_RUNS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from playground.session.document.state import Run

    Pinned = list[tuple[tuple[Run, ...], Beside]]


def pinned_curves(runs: Iterable[Run], known: Pinned, shared: Callable[[int], int]) -> Pinned:
    """Return the pinned runs, those of a group together, with their curves; those at hand already as they are.

    `shared` says how many updates a run has in common with the current one, by its number.
    """
    pinned = grouped([run for run in runs if run.label.is_pinned])[:MOST_RUNS]
    at_hand = [pair for members, beside in known for pair in zip(members, beside.data, strict=True)]
    return [
        (members, _beside(members, at_hand, shared(members[0].label.number)))
        for members in pinned
        if members[0].history
    ]


def _beside(members: tuple[Run, ...], at_hand: Sequence[tuple[Run, CurveData]], shared: int) -> Beside:
    data = []
    for run in members:
        known = (curves for other, curves in at_hand if is_same(other.history, run.history))
        data.append(next(known, None) or _data(run))
    label = members[0].label
    return Beside(title_of(label), label.color, tuple(data), shared)


def _data(run: Run) -> CurveData:
    data = CurveData()
    for record in joined(run.history):
        if len(record.losses):
            data.append(record.first_iteration, record.losses)
        data.add_evaluations(in_percent(record.evaluations))
    data.changes = sorted(change.iteration for change in changes(run.history))
    return data
