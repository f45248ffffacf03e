"""The network that the subject is compared with: the same sample, another network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from nn.messages import Message
from nn.network import Network
from playground.session.looking.network_choice import AS_SHIPPED, classes_of
from playground.session.looking.prediction import DIGITS
from playground.session.looking.subject import Moment, Subject

if TYPE_CHECKING:
    from playground.session.document.document import Document
    from playground.session.document.state import DocumentState
    from playground.session.library import Library
    from playground.session.looking.live_network import LiveNetwork
    from playground.session.looking.looking import Looking
    from playground.session.looking.subject import NetworkName

RivalName = Literal["mine", "last", "shipped"]
"""The document's network, what the last run had made of it before a reset or undo, and the one that ships."""


class Comparison(QObject):
    """Owns whom the subject is compared with, while somebody compares at all; whoever does not pays nothing.

    Attributes
    ----------
    is_open : bool
        Whether somebody compares.
    choice : str
        A name of `RivalName`, or empty for nobody.
    """

    changed = Signal()
    """Another rival, another sample, or other weights of one of the two."""

    def __init__(
        self, document: Document, looking: Looking, live: LiveNetwork, library: Library, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._document, self._looking, self._live, self._library = document, looking, live, library
        self.is_open = False
        self.choice: RivalName | Literal[""] = ""
        self._history = document.state.history
        self._taken_away: DocumentState | None = None  # what Reset or Undo took away
        self._last: tuple[Network, Moment] | None = None  # the same as a network, from when somebody looks at it
        self._known: Subject | None = None
        document.changed.connect(self._on_document_changed)
        looking.changed.connect(self._on_looking_changed)

    # ---- whom

    def open(self) -> None:
        """Begin to compare: with the last run if there was one, else with whoever takes the sample."""
        self.is_open = True
        if self.obstacle(self.choice):
            self.choice = next((name for name in ("last", "shipped", "mine") if not self.obstacle(name)), "")
        self.changed.emit()

    def close(self) -> None:
        """Compare no more."""
        self.is_open = False
        self.changed.emit()

    def choose(self, name: str) -> None:
        """Compare with another network, or with nobody: an empty name."""
        if name and name not in get_args(RivalName):
            raise ValueError(
                Message("network is {name!r}; choose 'shipped', 'mine', 'last' or '' for nobody", name=name)
            )
        self.choice = name  # type: ignore[assignment]
        self.changed.emit()

    def obstacle(self, name: str) -> str:
        """Say why the subject cannot be compared with a network, in the person's language; empty if it can."""
        if not name or name == self._looking.subject.name:
            return QCoreApplication.translate("Session", "it is what you look at")
        if name == "last" and self._taken_away is None:
            return QCoreApplication.translate("Session", "Reset or Undo leaves the run before it here")
        if name == "shipped" and self._looking.obstacle("shipped"):
            return self._looking.obstacle("shipped")
        if not self._takes(name):
            return QCoreApplication.translate("Session", "it takes other inputs")
        return ""

    def _takes(self, name: str) -> bool:
        sample, network = self._looking.sample, self._network(name)
        return sample is None or (network is not None and sample.fits(network.spec))

    def _network(self, name: str) -> Network | None:
        if name == "last":
            return self._network_before()
        return self._library.shipped if name == "shipped" else self._live.network

    def _network_before(self) -> Network | None:
        state = self._taken_away
        if self._last is None and state is not None:
            network = Network(state.spec, None)
            network.load(state.checkpoint.params, state.checkpoint.state)
            self._last = network, Moment(state.checkpoint.iteration)
        return None if self._last is None else self._last[0]

    # ---- and what it makes of the sample

    @property
    def rival(self) -> Subject | None:
        """The other network with the sample of the subject; None without a sample, or where it does not take it."""
        sample, network = self._looking.sample, self._network(self.choice)
        if not self.is_open or sample is None or network is None or self.obstacle(self.choice):
            return None
        known, moment = self._known, self._moment()
        if known is None or known.network is not network or known.moment is not moment or known.sample is not sample:
            name: NetworkName = "shipped" if self.choice == "shipped" else "mine"
            self._known = Subject(name, network, moment, sample, self._classes(network))
        return self._known

    def _moment(self) -> Moment:
        if self.choice == "last" and self._last is not None:
            return self._last[1]
        return AS_SHIPPED if self.choice == "shipped" else self._live.moment

    def _classes(self, network: Network) -> tuple[str, ...]:
        return DIGITS if self.choice == "shipped" else classes_of(network.spec, self._library.data)

    @Slot()
    def _on_document_changed(self) -> None:
        """Keep the network whose run a reset or undo takes away."""
        now, before = self._document.state, self._document.before
        if len(now.history) < len(self._history) and before.history is self._history:
            self._taken_away, self._last = before, None
        elif now.dataset.base != before.dataset.base:
            self._taken_away, self._last = None, None
        self._history = now.history

    @Slot()
    def _on_looking_changed(self) -> None:
        """Follow the sample; who looks at the rival compares it with the one looked at before."""
        if not self.is_open:
            return
        if self.choice == self._looking.subject.name:
            other: RivalName = "shipped" if self.choice == "mine" else "mine"
            self.choice = "" if self.obstacle(other) else other
        self.changed.emit()
