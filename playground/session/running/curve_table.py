"""Curves as a table for spreadsheets and programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HEADER = "iteration,loss,train_accuracy,test_accuracy\n"
_BLOCK = 65_536  # rows formatted at a time


class Stretch(NamedTuple):
    """Consecutive losses and the accuracies measured among them.

    Attributes
    ----------
    first_iteration : int
        The iteration of ``losses[0]``.
    losses : ndarray, shape (n,)
        Nats.
    accuracies : sequence of (int, float, float)
        Iteration, training and test accuracy, shares from 0 to 1.
    """

    first_iteration: int
    losses: np.ndarray
    accuracies: Sequence[tuple[int, float, float]]


def table_text(stretches: Sequence[Stretch]) -> Iterator[str]:
    """Yield losses and accuracies as CSV, one row an iteration, some rows at a time."""
    yield _HEADER
    for stretch in stretches:
        yield from _blocks(stretch)


def _blocks(stretch: Stretch) -> Iterator[str]:
    """Give the rows of a stretch as text, some at a time, in the order of iterations."""
    end = stretch.first_iteration + len(stretch.losses)
    accuracies = {iteration: f"{train:.6g},{test:.6g}" for iteration, train, test in stretch.accuracies}
    outside = sorted(iteration for iteration in accuracies if not stretch.first_iteration <= iteration < end)
    yield "".join(f"{n},,{accuracies[n]}\n" for n in outside if n < end)
    for start in range(0, len(stretch.losses), _BLOCK):
        first = stretch.first_iteration + start
        losses = stretch.losses[start : start + _BLOCK].astype(str)  # the shortest text that reads back exactly
        yield "".join(f"{n},{loss},{accuracies.get(n, ',')}\n" for n, loss in enumerate(losses.tolist(), first))
    yield "".join(f"{n},,{accuracies[n]}\n" for n in outside if n >= end)
