"""What the list of samples shows beside a page: which samples, in which order, answered by whom, made harder or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from nn.arrays import Array
    from nn.evaluation.answers import Answers
    from nn.evaluation.disturbing import Disturber


class Harder(NamedTuple):
    """How samples are disturbed."""

    disturber: Disturber
    kind: str
    strength: float

    def sample(self, row: int) -> Array:
        """Return one sample as the network takes it, disturbed."""
        made: Array = self.disturber.made(np.array([row]), self.kind, self.strength)[0]
        return made


@dataclass(frozen=True, eq=False)
class Listing:
    """Samples to be listed.

    Attributes
    ----------
    answers : Answers
        What was said of them.
    rows : ndarray of int
        Which, in their order.
    title, about : str
        What they are, and what there is to explain about it.
    harder : Harder or None
        How they were disturbed.
    before : Answers or None
        What another network said of them, which is told, too.
    nothing : str
        What is said where there are none.
    """

    answers: Answers
    rows: NDArray[np.int64]
    title: str
    harder: Harder | None = None
    before: Answers | None = None
    about: str = ""
    nothing: str = ""
