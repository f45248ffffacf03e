"""The curves of runs that are pinned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.panels.curves.beside import Beside
from playground.panels.curves.data import CurveData
from playground.session.running.changes import changes
from playground.session.running.run_pieces import joined
from playground.session.runs.keeping import is_same
from playground.session.runs.networks import title_of
from playground.widgets.look.run_colors import MOST_RUNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from playground.session.document.state import Run


def pinned_curves(runs: Iterable[Run], known: Sequence[tuple[Run, Beside]]) -> list[tuple[Run, Beside]]:
    """Return the pinned runs with their curves, those at hand already as they are."""
    return [(run, _beside(run, known)) for run in [each for each in runs if each.label.is_pinned][:MOST_RUNS]]


def _beside(run: Run, known: Sequence[tuple[Run, Beside]]) -> Beside:
    at_hand = (beside.data for other, beside in known if is_same(other.history, run.history))
    return Beside(title_of(run.label), run.label.color, next(at_hand, None) or _data(run))


def _data(run: Run) -> CurveData:
    data = CurveData()
    for record in joined(run.history):
        if len(record.losses):
            data.append(record.first_iteration, record.losses)
        for iteration, train, test, test_loss in record.evaluations:
            data.add_evaluation(iteration, 100 * train, 100 * test, test_loss)
    data.changes = sorted(change.iteration for change in changes(run.history))
    return data
