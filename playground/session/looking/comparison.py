"""The network that the subject is compared with: the same sample, another network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, get_args

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from nn.inspection.difference import are_alike, outline_of
from nn.messages import Message
from nn.network import Network
from playground.session.looking.difference import Difference, Face, difference_of
from playground.session.looking.network_choice import classes_of
from playground.session.looking.settings_apart import Apart, apart, network_settings, training_settings
from playground.session.looking.subject import Moment, Subject
from playground.session.runs.apart import settings_of
from playground.session.runs.networks import is_run

if TYPE_CHECKING:
    from playground.session.document.document import Document
    from playground.session.document.state import DocumentState
    from playground.session.library import Library
    from playground.session.looking.live_network import LiveNetwork
    from playground.session.looking.looking import Looking

RivalName = Literal["mine", "last", "shipped"]
"""The document's network, what the last run had made of it before a reset or undo, and the one that ships."""


class Comparison(QObject):
    """Owns whom the subject is compared with, while somebody compares at all; whoever does not pays nothing.

    Attributes
    ----------
    is_open : bool
        Whether somebody compares.
    choice : str
        A name of `RivalName` or of a run, or empty for nobody.
    wanted_face : str
        A name of `Face`: what a person wants pictures to show; `face` is what they can show.
    """

    changed = Signal()
    """Another rival, another sample, or other weights of one of the two."""

    def __init__(
        self, document: Document, looking: Looking, live: LiveNetwork, library: Library, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._document, self._looking, self._live, self._library = document, looking, live, library
        self.is_open = False
        self.choice = ""
        self._wants_nobody = False
        self._history = document.state.history
        self._taken_away: DocumentState | None = None  # what Reset or Undo took away
        self._last: tuple[Network, Moment] | None = None  # the same as a network, from when somebody looks at it
        self._known: Subject | None = None
        self.wanted_face: Face = "this"
        self._difference: tuple[Subject, Subject, Difference] | None = None
        document.changed.connect(self._on_document_changed)
        looking.changed.connect(self._on_looking_changed)
        live.changed.connect(self._on_live_changed)

    # ---- whom

    def open(self) -> None:
        """Begin to compare: with the last run if there was one, else with whoever takes the sample."""
        self.is_open, self._wants_nobody = True, False
        self._find_rival()
        self.changed.emit()

    def _find_rival(self) -> None:
        """Choose somebody else where the one who was chosen cannot be compared with, or nobody has chosen yet."""
        if not self._wants_nobody and self.obstacle(self.choice):
            names: tuple[RivalName, ...] = ("last", "shipped", "mine")
            self.choice = next((name for name in names if not self.obstacle(name)), "")

    def close(self) -> None:
        """Compare no more."""
        self.is_open = False
        self.wanted_face, self._known, self._difference = "this", None, None
        self.changed.emit()

    def choose(self, name: str) -> None:
        """Compare with another network, or with nobody: an empty name."""
        if name and name not in get_args(RivalName) and not is_run(name):
            raise ValueError(
                Message("network is {name!r}; choose 'shipped', 'mine', 'last' or '' for nobody", name=name)
            )
        self.choice = name
        self._wants_nobody = not name
        self.changed.emit()

    def obstacle(self, name: str) -> str:
        """Say why the subject cannot be compared with a network, in the person's language; empty if it can."""
        if not name or self._is_looked_at(name):
            return QCoreApplication.translate("Session", "it is what you look at")
        if name == "last" and self._taken_away is None:
            return QCoreApplication.translate("Session", "Reset or Undo leaves the run before it here")
        if name != "last" and self._looking.obstacle(name):
            return self._looking.obstacle(name)
        if not self._takes(name):
            return QCoreApplication.translate("Session", "it takes other inputs")
        return ""

    def _is_looked_at(self, name: str) -> bool:
        """Say whether a network is the subject; of yours an earlier moment is another one."""
        return name == self._looking.subject.name and not (name == "mine" and self._looking.is_past)

    def _takes(self, name: str) -> bool:
        sample, network = self._looking.sample, self._network(name)
        return sample is None or (network is not None and sample.fits(network.spec))

    def _network(self, name: str) -> Network | None:
        return self._network_before() if name == "last" else self._looking.networks.network_of(name)

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
            name = "mine" if self.choice == "last" else self.choice
            self._known = Subject(name, network, moment, sample, self._classes(network))
        return self._known

    def _moment(self) -> Moment:
        if self.choice == "last" and self._last is not None:
            return self._last[1]
        return self._looking.networks.moment_of(self.choice)

    def _classes(self, network: Network) -> tuple[str, ...]:
        if self.choice == "last":
            return classes_of(network.spec, self._library.data)
        return self._looking.networks.classes_of(self.choice)

    # ---- and how far the two are apart

    def show_face(self, face: Face) -> None:
        """Let pictures show the subject, "this", the "other" network, or the "difference"."""
        if face not in get_args(Face):
            raise ValueError(
                Message("face is {face!r}; choose one of {known}", face=face, known=", ".join(get_args(Face)))
            )
        self.wanted_face = face
        self.changed.emit()

    @property
    def face(self) -> Face:
        """What pictures show now: the subject alone where the two cannot be laid side by side."""
        return "this" if self.wanted_face == "this" or self.why_not_apart() else self.wanted_face

    def why_not_apart(self) -> str:
        """Say why the other network cannot be drawn in place of the subject; empty if it can."""
        rival, here = self.rival, self._looking.network.spec
        if rival is None and self._looking.sample is None:
            return QCoreApplication.translate("Session", "there is no sample")
        if rival is None:
            return QCoreApplication.translate("Session", "there is nobody to compare with")
        if are_alike(here, rival.network.spec):
            return ""
        sizes = outline_of(here), outline_of(rival.network.spec)
        if sizes[0] == sizes[1]:
            return QCoreApplication.translate("Session", "their layers are of other kinds")
        text = QCoreApplication.translate("Session", "their layers differ: {here} and {there}")
        return text.format(here=sizes[0], there=sizes[1])

    @property
    def difference(self) -> Difference | None:
        """How far the two are apart: computed once for both, when somebody looks; None where `why_not_apart`."""
        subject, rival, known = self._looking.subject, self.rival, self._difference
        if rival is None or self.why_not_apart():
            return None
        if known is None or known[0] is not subject or known[1] is not rival:
            self._difference = known = subject, rival, difference_of(subject, rival)
        return known[2]

    def settings_apart(self) -> tuple[Apart, ...]:
        """Return the settings that differ; of the network that ships nothing is known but what it is made of."""
        if not self.is_open or not self.choice or self._network(self.choice) is None:
            return ()
        return apart(self._settings(self._looking.subject.name), self._settings(self.choice))

    def _settings(self, name: str) -> dict[str, Any]:
        if name == "shipped":
            return {} if self._library.shipped is None else network_settings(self._library.shipped.spec)
        if is_run(name):
            run = self._looking.run_networks.run(name)
            return {} if run is None else settings_of(run)
        state = self._document.state if name == "mine" else self._taken_away
        if state is None:
            return {}
        updates = self._live.moment.updates if name == "mine" else state.checkpoint.iteration
        trained = training_settings(state.config, state.dataset, updates or 0)
        return {**network_settings(state.spec), **trained}

    @Slot()
    def _on_live_changed(self) -> None:
        """Follow the rival, where it is the one that learns."""
        if self.is_open and self.choice == "mine":
            self.changed.emit()

    @Slot()
    def _on_document_changed(self) -> None:
        """Keep the network whose run a reset or undo takes away."""
        now, before, known = self._document.state, self._document.before, self._taken_away
        if len(now.history) < len(self._history) and before.history is self._history:
            self._taken_away, self._last = before, None
        elif now.dataset.base != before.dataset.base:
            self._taken_away, self._last = None, None
        self._history = now.history
        if self.is_open and self._taken_away is not known:
            self._find_rival()
            self.changed.emit()

    @Slot()
    def _on_looking_changed(self) -> None:
        """Follow the sample; who looks at the rival compares it with the one looked at before."""
        if not self.is_open:
            return
        if self._is_looked_at(self.choice):
            other = "shipped" if self.choice == "mine" else "mine"
            self.choice = "" if self.obstacle(other) else other
        self._find_rival()
        self.changed.emit()
