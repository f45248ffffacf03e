"""How a contestant stands: its losses and measurements as plain data, and the figures that are told of them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from nn.messages import Message
from nn.training import Evaluation

_SMOOTHED = 100
"""Batches whose mean loss is the loss at an iteration: a single batch says little."""


@dataclass(frozen=True, eq=False)
class Finish:
    """What came of one lane of a race.

    Attributes
    ----------
    name : str
        Whose.
    losses : ndarray of float64
        Loss of each batch before its update.
    evaluations : tuple of Evaluation
        What was measured on the way.
    diverged_at : int
        Iteration whose loss was not finite, 0 if all were.
    weights : tuple of float
        Mean size of all weights, at the start and now.
    digest : str
        SHA-256 of the parameters: equal digests are equal bits.
    """

    name: str
    losses: npt.NDArray[np.float64]
    evaluations: tuple[Evaluation, ...] = ()
    diverged_at: int = 0
    weights: tuple[float, float] = (math.nan, math.nan)
    digest: str = ""

    @property
    def iterations(self) -> int:
        """Updates made."""
        return len(self.losses)

    def figure(self, name: str, at: int = 0) -> float:
        """Return a figure after `at` updates, 0 for the end; NaN where there is none, or it diverged before.

        Parameters
        ----------
        name : str
            ``loss`` (mean of the last 100 batches), ``train``, ``test`` (accuracies), ``gap`` (the first less the
            second), ``weight`` (mean size of the weights), ``growth`` (that over the one at the start) or
            ``diverged`` (1 or 0).
        """
        if name == "diverged":
            return float(bool(self.diverged_at))
        if name in ("weight", "growth"):
            return self.weights[1] / (self.weights[0] if name == "growth" and self.weights[0] else 1.0)
        if self.diverged_at and (not at or at >= self.diverged_at):
            return math.nan
        if name == "loss":
            part = self.losses[: at or None][-_SMOOTHED:]
            return float(part.mean()) if len(part) else math.nan
        known = [each for each in self.evaluations if not at or each.iteration <= at]
        if not known:
            return math.nan
        last = known[-1]
        figures = {"train": last.train_accuracy, "test": last.test_accuracy}
        return figures["train"] - figures["test"] if name == "gap" else figures[name]

    def to_json(self) -> dict[str, Any]:
        """Return it as plain dictionaries and lists; losses with the digits of float32."""
        return {
            "name": self.name,
            "losses": [float(f"{loss:.7g}") if math.isfinite(loss) else str(loss) for loss in self.losses.tolist()],
            "evaluations": [[_plain(value) for value in each] for each in self.evaluations],
            "diverged_at": self.diverged_at,
            "weights": [_plain(value) for value in self.weights],
            "digest": self.digest,
        }

    @classmethod
    def from_json(cls, data: Any) -> Self:
        """Return what `to_json` wrote; TypeError or ValueError if it is not such a thing."""
        try:
            evaluations = tuple(Evaluation(int(row[0]), *map(float, row[1:])) for row in data["evaluations"])
            weights = (float(data["weights"][0]), float(data["weights"][1]))
            losses = np.array([float(loss) for loss in data["losses"]], np.float64)
            return cls(str(data["name"]), losses, evaluations, int(data["diverged_at"]), weights, str(data["digest"]))
        except (KeyError, IndexError, TypeError, ValueError, OverflowError) as error:
            raise ValueError(
                Message("what came of a contestant is not readable: {reason}", reason=f"{type(error).__name__} {error}")
            ) from error


def places(finishes: Mapping[str, Finish], by: str = "loss") -> list[str]:
    """Return names, the best first: lowest loss, or highest accuracy; who has no figure comes last."""
    sign = 1.0 if by == "loss" else -1.0
    values = {name: finish.figure(by) for name, finish in finishes.items()}
    return sorted(values, key=lambda name: (math.isnan(values[name]), sign * values[name]))


def _plain(value: float) -> float | str | int:
    """Return a number as JSON can hold it, NaN and infinity as texts."""
    return value if isinstance(value, int) or math.isfinite(value) else str(value)
