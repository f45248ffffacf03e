"""How well a run did, in the figures of a line of a table."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from playground.session.running.run_pieces import joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nn.training import Evaluation
    from playground.session.document.state import RunRecord

_AT_THE_END = 50
"""Losses of mini-batches whose mean is the loss at the end: a single one says little."""


@dataclass(frozen=True)
class Figures:
    """The figures of a run; NaN for what was not measured.

    Attributes
    ----------
    best, last
        The highest share of the test data that it got right, and the one at the end; of a network that predicts
        numbers its lowest and its latest loss on the test data.
    is_accuracy
        Whether those two are shares and not losses.
    loss
        The mean of the losses of the last mini-batches, at most 50.
    updates
        How many there were.
    seconds
        How long training took, 0 where nobody looked at a clock.
    has_diverged
        Whether its loss left the finite numbers.
    """

    best: float
    last: float
    is_accuracy: bool
    loss: float
    updates: int
    seconds: float
    has_diverged: bool

    @property
    def score(self) -> float:
        """How good it was at its end, more is better; -inf where nothing was measured or it diverged."""
        if self.has_diverged or math.isnan(self.last):
            return -math.inf
        return self.last if self.is_accuracy else -self.last


def figures_of(history: Sequence[RunRecord]) -> Figures:
    """Return the figures of a history."""
    records = joined(history)
    measured = [each for record in records for each in record.evaluations]
    is_accuracy = any(not math.isnan(each.test_accuracy) for each in measured) or not measured
    figures = [value for value in (_figure(each, is_accuracy) for each in measured) if not math.isnan(value)]
    best = (max if is_accuracy else min)(figures, default=math.nan)
    return Figures(
        best,
        figures[-1] if figures else math.nan,
        is_accuracy,
        _loss_at_the_end(records),
        records[-1].first_iteration + len(records[-1].losses) - 1 if records else 0,
        sum(record.seconds for record in history),
        bool(history) and history[-1].divergence is not None,
    )


def _figure(measured: Evaluation, is_accuracy: bool) -> float:
    return measured.test_accuracy if is_accuracy else measured.test_loss


def _loss_at_the_end(records: Sequence[RunRecord]) -> float:
    losses: list[np.ndarray] = []
    for record in reversed(records):
        missing = _AT_THE_END - sum(map(len, losses))
        if missing <= 0:
            break
        losses.append(record.losses[-missing:])
    together = np.concatenate(losses) if losses else np.empty(0)
    return float(np.mean(together, dtype=np.float64)) if len(together) else math.nan
