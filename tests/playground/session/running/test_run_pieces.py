"""Pieces of a run put together: the losses up to an iteration."""

from __future__ import annotations

import numpy as np
import pytest

from playground.session.document.state import RunRecord
from playground.session.running.run_pieces import losses_up_to


def record(first: int, count: int) -> RunRecord:
    return RunRecord(first, np.arange(first, first + count, dtype=np.float32))


@pytest.mark.parametrize(
    ("history", "last", "first"),
    [
        ([record(1, 10)], 10, 1),
        ([record(1, 10)], 4, 1),
        ([record(1, 10), record(11, 5), record(16, 0)], 15, 1),
        ([record(1, 10), record(13, 5)], 17, 13),  # what lies between is not known
        ([record(1, 10), record(5, 10)], 14, 1),  # training went back and on from there
        ([record(1, 10)], 12, 13),  # nothing is known of the last ones
        ([], 3, 4),
    ],
)
def test_losses_without_a_gap_up_to_an_iteration(history, last, first):
    known, losses = losses_up_to(history, last)
    assert known == first
    assert losses.dtype == np.float64
    assert losses.tolist() == list(range(first, last + 1))
