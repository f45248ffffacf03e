"""How a contestant stands: its losses and measurements as plain data, and the figures that are told of them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from nn.messages import Message
from nn.races.looks import Plane, surface_in, surface_text
from nn.races.spread import Spread, number_json
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
    layers : tuple of (str, Spread)
        Name of each activation and the spread of its outputs; see `Looks.layers`. Older files have none.
    surface : ndarray or None
        What it says over the plane; see `Looks.surface`.
    """

    name: str
    losses: npt.NDArray[np.float64]
    evaluations: tuple[Evaluation, ...] = ()
    diverged_at: int = 0
    weights: tuple[float, float] = (math.nan, math.nan)
    digest: str = ""
    layers: tuple[tuple[str, Spread], ...] = ()
    surface: Plane | None = None

    @property
    def iterations(self) -> int:
        """Updates made."""
        return len(self.losses)

    @property
    def nbytes(self) -> int:
        """Bytes of its numbers, nearly."""
        surface = 0 if self.surface is None else self.surface.nbytes
        return self.losses.nbytes + sum(spread.counts.nbytes for _, spread in self.layers) + surface

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
            "evaluations": [[number_json(value) for value in each] for each in self.evaluations],
            "diverged_at": self.diverged_at,
            "weights": [number_json(value) for value in self.weights],
            "digest": self.digest,
            "layers": [{"layer": name, **spread.to_json()} for name, spread in self.layers],
            "surface": surface_text(self.surface),
        }

    @classmethod
    def from_json(cls, data: Any) -> Self:
        """Return what `to_json` wrote; TypeError or ValueError if it is not such a thing."""
        try:
            evaluations = tuple(Evaluation(int(row[0]), *map(float, row[1:])) for row in data["evaluations"])
            weights = (float(data["weights"][0]), float(data["weights"][1]))
            losses = np.array([float(loss) for loss in data["losses"]], np.float64)
            layers = tuple((str(each["layer"]), Spread.from_json(each)) for each in data.get("layers", ()))
            looks = layers, surface_in(data.get("surface", ""))
            end = int(data["diverged_at"]), weights, str(data["digest"])
            return cls(str(data["name"]), losses, evaluations, *end, *looks)
        except (KeyError, IndexError, TypeError, ValueError, OverflowError) as error:
            raise ValueError(
                Message("what came of a contestant is not readable: {reason}", reason=f"{type(error).__name__} {error}")
            ) from error


def places(finishes: Mapping[str, Finish], by: str = "loss") -> list[str]:
    """Return names, the best first: lowest loss, or highest accuracy; who has no figure comes last."""
    sign = 1.0 if by == "loss" else -1.0
    values = {name: finish.figure(by) for name, finish in finishes.items()}
    return sorted(values, key=lambda name: (math.isnan(values[name]), sign * values[name]))
