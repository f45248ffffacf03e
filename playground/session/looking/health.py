"""The health of the document's layers, measured off the window's thread while somebody looks at it."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nn.inspection.layer_health import Checkup, Probe, felt_rate, fits
from playground.session.loading import Job, Loaded, Loader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nn.arrays import Array
    from nn.datasets.base import Dataset
    from nn.network import NetworkSpec
    from nn.training import Checkpoint
    from playground.session.document.document import Document
    from playground.session.document.state import DocumentState
    from playground.session.library import Library
    from playground.session.running.reports import Progress
    from playground.session.running.run import TrainingRun

LEAST_GAP_S = 0.2
"""Between two measurements: weights come no faster."""
_SHARE = 0.02  # of the time that measuring may take
_MOST_PAST = 2000  # measurements that are kept: one in three pixels of the widest screen


class _Weights(NamedTuple):
    """What is measured: frozen vectors, and what they are the weights of."""

    spec: NetworkSpec
    params: Array
    state: Array
    updates: int
    rate: float


class Health(QObject):
    """Measures the document's network on a few samples of its data when somebody who is seen asks; else nothing.

    One measurement serves all who look. It is made of the latest weights, off the window's thread, at most five times
    a second and never more than 2 % of the time, however large the network is.
    """

    changed = Signal()
    """There are other weights, or they have been measured: whoever is seen asks, and shows what is found."""

    def __init__(self, document: Document, run: TrainingRun, library: Library, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._library = document, library
        self._latest = _weights(document.state, document.state.checkpoint)
        self._taken = document.state.checkpoint.params
        self._checkup: tuple[_Weights, Dataset, Checkup | None] | None = None
        self._past: list[Checkup] = []
        self._probe: Probe | None = None
        self._probed: tuple[NetworkSpec, Dataset, float] | None = None
        self._asked: tuple[_Weights, Dataset] | None = None  # being measured
        self._is_wanted = False
        self._due = QTimer(self, singleShot=True)
        self._due.timeout.connect(self._on_due)
        self._loader = Loader(self)
        self._loader.loaded.connect(self._on_loaded)
        document.changed.connect(self._on_document_changed)
        run.progressed.connect(self._on_run_progressed)
        library.data_changed.connect(self.changed)

    @property
    def found(self) -> Checkup | None:
        """What was measured last, None where it was of another network or the data do not fit."""
        if self._checkup is None or self._checkup[0].spec != self._latest.spec:
            return None
        return self._checkup[2]

    @property
    def is_current(self) -> bool:
        """Whether `found` is of the latest weights."""
        return self._checkup is not None and self._checkup[0] is self._latest

    @property
    def past(self) -> Sequence[Checkup]:
        """What was measured on the way to the weights of the moment, of networks with as many layers."""
        return self._past

    def ask(self) -> None:
        """Measure the latest weights soon, unless that has been done; `changed` follows."""
        data = self._library.data
        if data is None or self._is_known(data):
            return
        self._is_wanted = True
        if self._asked is None and not self._due.isActive():
            self._measure(data)

    def close(self) -> None:
        """End the thread."""
        self._due.stop()
        self._loader.close()

    def _is_known(self, data: Dataset) -> bool:
        known = self._checkup
        return known is not None and known[0] is self._latest and known[1] is data

    def _measure(self, data: Dataset) -> None:
        self._is_wanted, latest = False, self._latest
        if not fits(latest.spec, data):
            self._take(latest, data, None)
            return
        self._asked = (latest, data)
        if self._probed != (latest.spec, data, latest.rate):
            self._probed, self._probe = (latest.spec, data, latest.rate), None
        self._loader.load(Job(self._asked, partial(_look, self._probe, latest, data)))

    @Slot(object)
    def _on_loaded(self, loaded: Loaded) -> None:
        asked, self._asked = self._asked, None
        if asked is None or loaded.key is not asked:
            return
        probe, checkup, took = loaded.result or (None, None, 0.0)
        self._due.start(round(1000 * max(LEAST_GAP_S, took / _SHARE)))
        if self._probed == (asked[0].spec, asked[1], asked[0].rate):
            self._probe = probe
        self._take(*asked, checkup)

    def _take(self, weights: _Weights, data: Dataset, checkup: Checkup | None) -> None:
        self._checkup = (weights, data, checkup)
        if checkup is not None and weights.spec == self._latest.spec:
            self._remember(checkup)
        self.changed.emit()

    def _remember(self, checkup: Checkup) -> None:
        """Keep it among those that led here: what came later than it did not."""
        if self._past and len(self._past[-1].layers) != len(checkup.layers):
            self._past.clear()
        while self._past and self._past[-1].updates >= checkup.updates:
            self._past.pop()
        self._past.append(checkup)
        if len(self._past) > _MOST_PAST:
            del self._past[1::2]

    @Slot()
    def _on_due(self) -> None:
        if self._is_wanted:  # by somebody who may be hidden by now
            self._is_wanted = False
            self.changed.emit()

    @Slot(object)
    def _on_run_progressed(self, progress: Progress) -> None:
        if progress.checkpoint is not None:
            self._note(progress.checkpoint)

    @Slot()
    def _on_document_changed(self) -> None:
        state = self._document.state
        if state.checkpoint.params is not self._taken:  # while training runs, newer ones have come than the document's
            self._taken = state.checkpoint.params
            self._note(state.checkpoint)
        elif (state.spec, felt_rate(state.config)) != (self._latest.spec, self._latest.rate):
            self._latest = self._latest._replace(spec=state.spec, rate=felt_rate(state.config))
            self.changed.emit()

    def _note(self, checkpoint: Checkpoint) -> None:
        self._latest = _weights(self._document.state, checkpoint)
        self.changed.emit()


def _weights(state: DocumentState, checkpoint: Checkpoint) -> _Weights:
    rate = felt_rate(state.config)
    return _Weights(state.spec, checkpoint.params, checkpoint.state, checkpoint.iteration, rate)


def _look(probe: Probe | None, weights: _Weights, data: Dataset) -> tuple[Probe, Checkup, float]:
    """Measure with a probe that is there, or with a new one, and give it back with the processor time that it took."""
    probe = probe or Probe(weights.spec, data, weights.rate)
    began = time.thread_time()  # not what was waited for others
    checkup = probe.look(weights.params, weights.state, weights.updates)
    return probe, checkup, time.thread_time() - began
