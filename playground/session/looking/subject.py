"""The subject: the network, its moment and the sample that all panels look at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from playground.session.looking.observation import Observation, observe
from playground.session.looking.prediction import Prediction, prediction_of

if TYPE_CHECKING:
    from nn.network import Network
    from playground.session.looking.sample import Sample

NetworkName = Literal["mine", "shipped"]
"""The networks that a subject can always name: the document's, and the one that ships with the program."""


@dataclass(frozen=True, eq=False)
class Moment:
    """The weights of a network at one time; two moments are never equal, also where they have as many updates.

    Attributes
    ----------
    updates
        The updates made so far, None where nobody knows, as for the network that ships with the program.
    is_live
        Whether these are the latest weights, which training goes on from.
    """

    updates: int | None = None
    is_live: bool = False


@dataclass(frozen=True, eq=False)
class Subject:
    """One network at one moment with one sample; references, no copies.

    Attributes
    ----------
    name
        Which network it is: a `NetworkName`, or that of a run (`session.runs.networks`).
    network
        The network, with the weights of the moment while this is what is looked at; for reading only.
    sample
        What goes through it, None where no sample fits.
    classes
        Names of the network's outputs; empty where it does not classify.
    """

    name: str
    network: Network
    moment: Moment
    sample: Sample | None
    classes: tuple[str, ...] = ()

    @property
    def is_yours_now(self) -> bool:
        """Whether this is the document's network with its latest weights: what training and edits change."""
        return self.name == "mine" and self.moment.is_live

    @cached_property
    def observation(self) -> Observation | None:
        """What the network makes of the sample: computed once, when somebody looks, and shared by all who do."""
        return None if self.sample is None else observe(self.network, self.sample)

    @cached_property
    def prediction(self) -> Prediction | None:
        """What the network says of the sample, of its first row where it is a batch; None without a sample."""
        return None if self.observation is None else prediction_of(self.observation.output[0], self.name, self.classes)
