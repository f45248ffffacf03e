"""How right a network stays when its samples become harder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from nn.evaluation.answers import Answers, answers_to
from nn.evaluation.disturbing import Disturber

if TYPE_CHECKING:
    import numpy.typing as npt

    from nn.arrays import Array
    from nn.datasets.base import Dataset
    from nn.network import Network

MOST_SAMPLES = 2_000
"""Samples that are asked about at each strength: the first ones."""


@dataclass(frozen=True, eq=False)
class Sweep:
    """The answers at some strengths of one disturbance.

    Attributes
    ----------
    kind : str
        Of `disturbing.KINDS`.
    disturber : Disturber
        What made the samples, and makes them again.
    strengths : tuple of float
        All that are to be tried, in their order.
    answers : dict of float to Answers
        Those that were tried so far: the mildest first.
    """

    kind: str
    disturber: Disturber
    strengths: tuple[float, ...]
    answers: dict[float, Answers]

    @property
    def is_whole(self) -> bool:
        """Whether all were tried."""
        return len(self.answers) == len(self.strengths)

    def course(self) -> tuple[Array, Array]:
        """Return the strengths tried, in their order, and the accuracy at each; of values the mean loss."""
        tried = [each for each in self.strengths if each in self.answers]
        found = [self.answers[each] for each in tried]
        return np.array(tried), np.array([each.accuracy if each.classes else each.loss for each in found])

    def lost(self, strength: float) -> npt.NDArray[np.int64]:
        """Return which samples are wrong at a strength and right without, the surest first; of values the worst."""
        before, now = self.answers[0.0], self.answers[strength]
        if not now.classes:
            grown = now.losses - before.losses
            return np.argsort(-np.where(np.isnan(grown), np.inf, grown), kind="stable")
        rows = np.flatnonzero(before.is_right & ~now.is_right)
        sure = now.certainty[rows]
        return rows[np.argsort(-np.where(np.isnan(sure), np.inf, sure), kind="stable")]


def swept(network: Network, data: Dataset, part: str, kind: str) -> Iterator[Sweep | None]:
    """Ask a network about the first samples at each strength, the mildest first.

    Yields
    ------
    None or Sweep
        None after each piece of the work, so that a caller may give up; with each strength what there is so far.
    """
    disturber = Disturber(data, part, network.flat_params.dtype)
    targets = (data.t_test if part == "test" else data.t)[:MOST_SAMPLES]
    rows = np.arange(len(targets))
    sweep = Sweep(kind, disturber, disturber.strengths(kind), {})
    for strength in sorted(sweep.strengths, key=abs):

        def harder(piece: slice, strength: float = strength) -> Array:
            return disturber.made(rows[piece], kind, strength)

        for answers in answers_to(network, data, harder, targets):
            if answers is not None:
                sweep = replace(sweep, answers={**sweep.answers, strength: answers})
            yield None if answers is None else sweep
