"""The networks that can be looked at: the document's own, and the one that ships with the program."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from playground.session.looking.example import reads_digits
from playground.session.looking.prediction import DIGITS
from playground.session.looking.subject import Moment

if TYPE_CHECKING:
    from nn.datasets.base import Dataset
    from nn.network import Network, NetworkSpec
    from playground.session.library import Library
    from playground.session.looking.live_network import LiveNetwork
    from playground.session.looking.subject import NetworkName

AS_SHIPPED = Moment()


class Past(NamedTuple):
    """An earlier moment of a person's own network, which may have had other layers and other data then."""

    network: Network
    moment: Moment
    data: Dataset | None


class NetworkChoice:
    """Which network a person wants to look at, and which one they get: their own where the other takes no sample.

    Attributes
    ----------
    wanted : {"mine", "shipped"}
        The choice, kept while it waits for the network to be loaded or for a sample that it takes.
    past : Past or None
        An earlier moment of the person's own network, which is looked at instead of it.
    """

    def __init__(self, live: LiveNetwork, library: Library) -> None:
        self._live, self._library = live, library
        self.wanted: NetworkName = "shipped"  # a first digit is read by a network that can read
        self.past: Past | None = None

    @property
    def present(self) -> NetworkName:
        """The network that is looked at."""
        return "shipped" if self.wanted == "shipped" and not self.obstacle("shipped") else "mine"

    def network(self) -> Network:
        """Return the network that is looked at."""
        shipped = self._library.shipped
        if self.present == "shipped" and shipped is not None:
            return shipped
        return self._live.network if self.past is None else self.past.network

    def moment(self) -> Moment:
        """Return the moment of its weights."""
        if self.present == "shipped":
            return AS_SHIPPED
        return self._live.moment if self.past is None else self.past.moment

    def classes(self) -> tuple[str, ...]:
        """Return the names of its outputs, none where it does not classify."""
        if self.present == "shipped":
            return DIGITS
        if self.past is not None:
            return classes_of(self.past.network.spec, self.past.data)
        return classes_of(self._live.network.spec, self._library.data)

    def obstacle(self, name: NetworkName) -> str:
        """Say why a network cannot be looked at, empty if it can."""
        if name == "mine":
            return ""
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
