"""How many neurons of the network that is looked at are off for all samples, measured while somebody looks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from nn.inspection.layer_health import Probe, fits
from playground.session.loading import Job, Loaded, Loader

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nn.arrays import Array
    from nn.datasets.base import Dataset
    from nn.network import NetworkSpec
    from playground.session.library import Library
    from playground.session.looking.health import Health
    from playground.session.looking.looking import Looking
    from playground.session.looking.subject import Moment


class _Asked(NamedTuple):
    """Whose neurons are counted, and on what."""

    spec: NetworkSpec
    moment: Moment
    data: Dataset | None


class DeadNeurons(QObject):
    """Counts the dead neurons behind each activation of the subject: its network at its moment.

    Of the document's network as it is now `Health` knows them. Any other, a moment of the past among them, is sent a
    few samples forwards, in a thread; it never learns here, so that nothing else of it is measured.
    """

    changed = Signal()
    """Another network or moment is looked at, or it has been measured: whoever is seen asks."""

    def __init__(self, looking: Looking, library: Library, health: Health, parent: QObject) -> None:
        super().__init__(parent)
        self._looking, self._library, self._health = looking, library, health
        self._found: tuple[_Asked, Mapping[int, int]] | None = None
        self._asked: _Asked | None = None  # being measured
        self._probe: tuple[NetworkSpec, Dataset, Probe] | None = None
        self._loader = Loader(self)
        self._loader.loaded.connect(self._on_loaded)
        looking.moment_changed.connect(self.changed)
        health.changed.connect(self.changed)

    def close(self) -> None:
        """End the thread; the session calls it at its end."""
        self._loader.close()

    def behind(self, layer: int) -> int | None:
        """Return how many are dead behind an activation, None while that is not known; `changed` follows."""
        if self._looking.subject.is_yours_now:
            self._health.ask()
            found = self._health.found
            return None if found is None else found.dead.get(layer, 0)
        wanted = self._wanted()
        if self._found is not None and _is_same(self._found[0], wanted):
            return self._found[1].get(layer)
        if self._asked is None and wanted.data is not None and fits(wanted.spec, wanted.data):
            self._measure(wanted, wanted.data)
        return None

    def _wanted(self) -> _Asked:
        subject, past = self._looking.subject, self._looking.past
        return _Asked(subject.network.spec, subject.moment, self._library.data if past is None else past.data)

    def _measure(self, asked: _Asked, data: Dataset) -> None:
        self._asked = asked
        network = self._looking.network
        params, state = network.flat_params.copy(), network.flat_state.copy()  # the playhead writes into it
        known = self._probe
        probe = known[2] if known is not None and known[0] == asked.spec and known[1] is data else None
        self._loader.load(Job(asked, partial(_count, probe, asked.spec, data, params, state)))

    @Slot(object)
    def _on_loaded(self, loaded: Loaded) -> None:
        asked, self._asked = self._asked, None
        if asked is None or loaded.key is not asked or loaded.result is None or asked.data is None:
            return
        probe, dead = loaded.result
        self._probe, self._found = (asked.spec, asked.data, probe), (asked, dead)
        self.changed.emit()


def _is_same(one: _Asked, other: _Asked) -> bool:
    return one.moment is other.moment and one.data is other.data and one.spec == other.spec


def _count(
    probe: Probe | None, spec: NetworkSpec, data: Dataset, params: Array, state: Array
) -> tuple[Probe, Mapping[int, int]]:
    """Count with a probe that is there, or with a new one, and give it back."""
    probe = probe or Probe(spec, data)
    return probe, probe.dead(params, state)
