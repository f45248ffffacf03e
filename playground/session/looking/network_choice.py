"""The networks that can be looked at: the document's own, the one that ships with the program, kept runs."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from playground.session.looking.example import reads_digits
from playground.session.looking.prediction import DIGITS
from playground.session.looking.subject import Moment
from playground.session.runs.networks import is_run

if TYPE_CHECKING:
    from nn.datasets.base import Dataset
    from nn.network import Network, NetworkSpec
    from nn.replay import Waypoint
    from playground.session.library import Library
    from playground.session.looking.live_network import LiveNetwork
    from playground.session.runs.networks import RunNetworks

AS_SHIPPED = Moment()


class Past(NamedTuple):
    """An earlier moment of a person's own network, which may have had other layers and other data then.

    Attributes
    ----------
    waypoint : Waypoint or None
        Whence training went on there; None where it is not the moment that was asked for, which is still being found.
    """

    network: Network
    moment: Moment
    data: Dataset | None
    waypoint: Waypoint | None = None


class NetworkChoice:
    """Which network a person wants to look at, and which one they get: their own where the other takes no sample.

    Attributes
    ----------
    wanted : str
        "mine", "shipped" or the name of a run: the choice, kept while it waits for the network to be loaded or for a
        sample that it takes.
    past : Past or None
        An earlier moment of the person's own network, which is looked at instead of it.
    """

    def __init__(self, live: LiveNetwork, library: Library, runs: RunNetworks) -> None:
        self._live, self._library, self._runs = live, library, runs
        self.wanted = "shipped"  # a first digit is read by a network that can read
        self.past: Past | None = None

    @property
    def present(self) -> str:
        """The network that is looked at."""
        return "mine" if self.obstacle(self.wanted) else self.wanted

    def network(self) -> Network:
        """Return the network that is looked at."""
        past = self.past_shown
        return (self.network_of(self.present) or self._live.network) if past is None else past.network

    def moment(self) -> Moment:
        """Return the moment of its weights."""
        past = self.past_shown
        return self.moment_of(self.present) if past is None else past.moment

    def classes(self) -> tuple[str, ...]:
        """Return the names of its outputs, none where it does not classify."""
        past = self.past_shown
        return self.classes_of(self.present) if past is None else classes_of(past.network.spec, past.data)

    @property
    def past_shown(self) -> Past | None:
        """The earlier moment, where that is what is looked at."""
        return self.past if self.present == "mine" else None

    def network_of(self, name: str) -> Network | None:
        """Return a network by its name, as it is now; None where it is not there."""
        if is_run(name):
            return self._runs.network(name)
        return self._library.shipped if name == "shipped" else self._live.network

    def moment_of(self, name: str) -> Moment:
        """Return the moment of a network's weights."""
        if is_run(name):
            return self._runs.moment(name)
        return AS_SHIPPED if name == "shipped" else self._live.moment

    def classes_of(self, name: str) -> tuple[str, ...]:
        """Return the names of a network's outputs, none where it does not classify."""
        network = self.network_of(name)
        if name == "shipped" or network is None:
            return DIGITS
        return classes_of(network.spec, self._library.data)

    def obstacle(self, name: str) -> str:
        """Say why a network cannot be looked at, empty if it can."""
        if name == "mine":
            return ""
        if is_run(name):
            return self._runs.obstacle(name, math.prod(self._live.network.spec.input_shape))
        shipped = self._library.shipped
        if shipped is None:
            return QCoreApplication.translate("Session", "it is still being loaded")
        given = math.prod(self._live.network.spec.input_shape)
        if given == math.prod(shipped.spec.input_shape):
            return ""
        text = QCoreApplication.translate("Session", "it reads 28×28 pixels; your samples have {count:,} numbers")
        return text.format(count=given)


def classes_of(spec: NetworkSpec, data: Dataset | None) -> tuple[str, ...]:
    """Return the names of the outputs of a network that learns from `data`; none where outputs are no classes."""
    if data is not None and math.prod(data.input_shape) == math.prod(spec.input_shape):
        return tuple(data.classes) if len(data.classes) == spec.outputs else ()
    return DIGITS if reads_digits(spec) and spec.outputs == len(DIGITS) else ()
