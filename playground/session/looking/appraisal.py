"""The effect of the last edit: the network before and after it, on the sample and on the test data."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import partial
from operator import is_
from threading import Event
from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nn.network import Network
from playground.session.editing.adapting import has_outputs_for
from playground.session.loading import Job, Loaded, Loader
from playground.session.looking.observation import observe

if TYPE_CHECKING:
    from nn.arrays import Array
    from nn.datasets.base import Dataset
    from playground.session.document.document import Document, WayBack
    from playground.session.document.state import DocumentState
    from playground.session.library import Library
    from playground.session.looking.looking import Looking
    from playground.session.looking.sample import Sample
    from playground.session.phrase import Text
    from playground.session.running.run import TrainingRun

Obstacle = Literal["", "data", "shape", "loss"]
"""What makes two networks incomparable: their data, their inputs or outputs; for the losses alone, their loss function.
"""

_AT_ONCE = 1000
_KEPT = 16


@dataclass(frozen=True, eq=False)
class Appraisal:
    """The quality of a network.

    Attributes
    ----------
    output : ndarray, shape (C,), or None
        What it says of the sample.
    loss
        Its mean loss on the test data, None while that is being computed or without any.
    accuracy
        The share of the test data it has right, NaN where nothing is right or wrong, None as for `loss`.
    is_measured
        Whether loss and accuracy are there or will be: the data may be made for another network.
    """

    output: Array | None = None
    loss: float | None = None
    accuracy: float | None = None
    is_measured: bool = True


@dataclass(frozen=True, eq=False)
class Consequence:
    """The effect of an edit.

    Attributes
    ----------
    text
        The edit, in the person's words.
    before, after
        The network without and with it; an edit while training runs changes nothing but itself, so both have the
        weights of that moment.
    obstacle
        Why `before` is empty, or only its loss is no measure for the loss after it.
    iterations_lost
        How long the network was trained that made way for another; 0 if none did.
    way_back
        How it can be had back.
    """

    text: Text
    before: Appraisal
    after: Appraisal
    obstacle: Obstacle = ""
    iterations_lost: int = 0
    way_back: WayBack = "undo"


class _Edit(NamedTuple):
    """The last gesture: what it was, and the document without and with it, at the weights of that moment."""

    text: Text
    before: DocumentState
    after: DocumentState
    way_back: WayBack = "undo"

    @property
    def iterations_lost(self) -> int:
        before, after = self.before, self.after
        goes_on = all(map(is_, before.history, after.history)) and len(before.history) <= len(after.history)
        done = before.checkpoint.iteration
        return done if not goes_on or after.checkpoint.iteration < done else 0


class _Measured(NamedTuple):
    """Loss and accuracy of a document's network on some test data."""

    state: DocumentState
    data: Dataset
    loss: float
    accuracy: float


class _Said(NamedTuple):
    """The answer of a document's network to a sample."""

    state: DocumentState
    sample: Sample
    output: Array | None


class Consequences(QObject):
    """Compares the document before and after the last gesture, the test data off the window's thread.

    What was measured for a network is kept, so that undo and redo answer at once.
    """

    changed = Signal(object)
    """Consequence, again when its numbers are there; None after an edit that leaves the network as it was."""

    def __init__(
        self,
        document: Document,
        run: TrainingRun,
        library: Library,
        looking: Looking,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._run, self._library, self._looking = document, run, library, looking
        self._edit = _Edit("", document.state, document.state)
        self._measured: list[_Measured] = []
        self._said: list[_Said] = []
        self._dropped = Event()  # tells a job that nobody waits for it any more
        self._loader = Loader(self)
        self._loader.loaded.connect(self._on_loaded)
        self.consequence: Consequence | None = None
        # once for all that an edit changes, and after the panels have drawn what they show at once
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._refresh)
        document.changed.connect(self._on_document_changed)
        looking.sample_changed.connect(self._on_sample_changed)
        library.data_changed.connect(self._on_data_changed)

    def close(self) -> None:
        """Drop what is being measured and end the thread."""
        self._dropped.set()
        self._soon.stop()
        self._loader.close()

    @Slot()
    def _on_document_changed(self) -> None:
        document = self._document
        before, after = document.before, document.state
        if self._run.is_running and before.checkpoint is after.checkpoint:
            latest = self._run.state.checkpoint  # the document's own is where the run began
            before, after = replace(before, checkpoint=latest), replace(after, checkpoint=latest)
        self._edit = _Edit(document.gesture, before, after, document.way_back)
        self._soon.start()

    @Slot(object)
    def _on_sample_changed(self, _sample: object) -> None:
        if self.consequence is not None:
            self._soon.start()

    @Slot(object)
    def _on_data_changed(self, _data: object) -> None:
        if self.consequence is not None:
            self._soon.start()

    @Slot()
    def _refresh(self) -> None:
        before, after = self._edit.before, self._edit.after
        self._dropped.set()
        self._dropped = Event()
        if _same_network(before, after):
            self.consequence = None
            self.changed.emit(None)
            return
        self._tell()
        data = self._library.data
        if data is None:
            return
        for state in (after,) if _obstacle(before, after) in ("data", "shape") else (after, before):
            if _suits(state, data) and self._known(state, data) is None:
                self._loader.load(Job((state, data), partial(_measure, state, data, self._dropped)))

    def _tell(self) -> None:
        edit, before, after = self._edit, self._edit.before, self._edit.after
        obstacle = _obstacle(before, after)
        nothing = Appraisal(is_measured=False)
        appraised = nothing if obstacle in ("data", "shape") else self._appraise(before)
        self.consequence = Consequence(
            edit.text, appraised, self._appraise(after), obstacle, edit.iterations_lost, edit.way_back
        )
        self.changed.emit(self.consequence)

    def _appraise(self, state: DocumentState) -> Appraisal:
        sample, data = self._looking.sample, self._library.data
        is_measured = data is None or _suits(state, data)
        output = self._output(state, sample) if sample is not None else None
        appraisal = Appraisal(output, is_measured=is_measured)
        known = self._known(state, data) if data is not None else None
        return appraisal if known is None else replace(appraisal, loss=known.loss, accuracy=known.accuracy)

    def _output(self, state: DocumentState, sample: Sample) -> Array | None:
        """Return what a network says of the sample, most often known from when it was shown or edited."""
        known = (said.output for said in self._said if said.sample is sample and _same_network(said.state, state))
        output = next(known, None)
        if output is None:
            is_shown = state is self._document.state and not self._run.is_running
            output = self._shown_output(state) if is_shown else _output(state, sample)
            self._said = [*self._said[-1:], _Said(state, sample, output)]
        return output

    def _shown_output(self, state: DocumentState) -> Array | None:
        subject = self._looking.subject
        shown = subject.observation if subject.is_yours_now else None
        return None if shown is None or shown.spec != state.spec else shown.output[0]

    def _known(self, state: DocumentState, data: Dataset) -> _Measured | None:
        known = (each for each in self._measured if each.data is data and _same_network(each.state, state))
        return next(known, None)

    @Slot(object)
    def _on_loaded(self, loaded: Loaded) -> None:
        measured: _Measured | None = loaded.result
        if measured is None:  # dropped, or a network that cannot be measured
            return
        self._measured = [*self._measured[1 - _KEPT :], measured]
        if self.consequence is not None:  # else the last edit left the network as it was: the numbers come too late
            self._tell()


def _same_network(a: DocumentState, b: DocumentState) -> bool:
    same_numbers = a.checkpoint.params is b.checkpoint.params and a.checkpoint.state is b.checkpoint.state
    return same_numbers and a.spec == b.spec


def _obstacle(before: DocumentState, after: DocumentState) -> Obstacle:
    if before.dataset.base != after.dataset.base:
        return "data"
    one, other = before.spec, after.spec
    if (math.prod(one.input_shape), one.outputs) != (math.prod(other.input_shape), other.outputs):
        return "shape"
    return "loss" if one.loss != other.loss else ""


def _suits(state: DocumentState, data: Dataset) -> bool:
    given, taken = math.prod(data.input_shape), math.prod(state.spec.input_shape)
    return given == taken and has_outputs_for(state.spec, data) and len(data.x_test) > 0


def _network_of(state: DocumentState) -> Network:
    network = Network(state.spec, None)
    network.load(state.checkpoint.params, state.checkpoint.state)
    return network


def _output(state: DocumentState, sample: Sample) -> Array | None:
    if not sample.fits(state.spec):
        return None
    output: Array = observe(_network_of(state), sample).output[0]
    return output


def _measure(state: DocumentState, data: Dataset, dropped: Event) -> _Measured | None:
    """Return loss and accuracy on the test data, or None when nobody waits for them any more."""
    network = _network_of(state)
    losses, hits = 0.0, 0
    with np.errstate(all="ignore"):
        for start in range(0, len(data.x_test), _AT_ONCE):
            if dropped.is_set():
                return None
            x = np.multiply(data.x_test[start : start + _AT_ONCE], network.flat_params.dtype.type(data.scale))
            t = data.t_test[start : start + _AT_ONCE]
            scores = network.predict(x)
            losses += network.loss_layer.forward(scores, t) * len(x)
            hits += 0 if data.is_regression else network.loss_layer.correct(scores, _encoded(network, t))
    count = len(data.x_test)
    return _Measured(state, data, losses / count, math.nan if data.is_regression else hits / count)


def _encoded(network: Network, t: Array) -> Array:
    return network.loss_layer.encode(t, len(t), network.spec.outputs)
