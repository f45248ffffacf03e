"""How far the subject is from the network it is compared with: weights, and what both make of the same sample."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from nn.inspection.difference import subtracted
from nn.network.naming import value_names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nn.arrays import Array
    from playground.session.looking.observation import Observation
    from playground.session.looking.subject import Subject

Face = Literal["this", "other", "difference"]
"""What pictures show while somebody compares: the subject, the other network, or how far the two are apart."""


@dataclass(frozen=True, eq=False)
class Difference:
    """The subject minus the other network; both have the same layers.

    Attributes
    ----------
    params : mapping of str to ndarray
        Weights and biases, by the book's names.
    values : mapping of str to ndarray
        What the layers make of the sample, likewise, and ``y``. The sample itself, ``x``, is the same for both and
        stands as it is.
    """

    params: Mapping[str, Array]
    values: Mapping[str, Array]


def difference_of(subject: Subject, rival: Subject) -> Difference:
    """Subtract a network from another one with the same layers; both have a sample."""
    assert subject.observation is not None
    assert rival.observation is not None
    values = subtracted(named(subject.observation), named(rival.observation))
    values["x"] = subject.observation.values[0]
    return Difference(subtracted(subject.network.params, rival.network.params), values)


def named(observation: Observation) -> dict[str, Array]:
    """Give what a network made of a sample by the book's names; ``y`` is what it says."""
    return {**dict(zip(value_names(observation.spec), observation.values, strict=True)), "y": observation.output}
