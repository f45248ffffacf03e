"""One update of the document's network by the one sample that is looked at."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal

from nn.datasets import Dataset
from nn.network import Network
from nn.training import Checkpoint, Iteration, train
from playground.session.document.state import RunRecord, kept_losses
from playground.session.editing.adapting import check_mini_batches
from playground.session.phrase import Phrase, said

if TYPE_CHECKING:
    from playground.session.document.document import Document
    from playground.session.document.state import DocumentState
    from playground.session.looking.looking import Looking
    from playground.session.running.control import RunControl


class SampleTraining(QObject):
    """Trains on what is looked at, once: with training's own pass and optimizer, and a batch of this one."""

    status = Signal(str)
    """One sentence for the status bar."""

    def __init__(self, document: Document, control: RunControl, looking: Looking, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._control, self._looking = document, control, looking

    @property
    def is_possible(self) -> bool:
        """Whether the document's network takes the sample, and its target is known."""
        observation = self._looking.own.observation
        return observation is not None and observation.loss is not None

    def train_once(self) -> None:
        """Make one update by the sample, as one undo step; a run is paused first."""
        self._control.when_idle(self._train_once)

    def _train_once(self) -> None:
        sample, state = self._looking.own.sample, self._document.state
        if sample is None or sample.t is None or not self.is_possible:
            self.status.emit(self.tr("Nobody has said yet what is right for this sample: choose its class first."))
            return
        classes = self._looking.own.classes
        data = Dataset("sample", sample.x, sample.t, sample.x[:0], sample.t[:0], classes=classes)
        try:
            check_mini_batches(state.spec, data, len(data.x))
        except ValueError as error:
            self.status.emit(said(error))
            return
        after = _after_one_update(state, data)
        if after is None:
            self.status.emit(self.tr("The loss of this sample is no finite number: no update can be made by it."))
            return
        checkpoint, record = after
        text = Phrase("SampleTraining", QT_TRANSLATE_NOOP("SampleTraining", "Train once on this sample"))
        self._document.edit(text, checkpoint=checkpoint, history=(*state.history, record), overrides=())


def _after_one_update(state: DocumentState, data: Dataset) -> tuple[Checkpoint, RunRecord] | None:
    """Return where training stands after one update by all of `data`, and the loss before it; None if it diverges."""
    done, network, optimizer = state.checkpoint.iteration, Network(state.spec, None), state.config.build_optimizer()
    state.checkpoint.restore(network, optimizer)
    config = replace(state.config, batch_size=len(data.x), left_out="")
    with np.errstate(all="ignore"):
        first = next(train(network, optimizer, data, config, done, done + 1))  # nothing is measured after it
    if not isinstance(first, Iteration):
        return None
    return Checkpoint.take(network, optimizer, done + 1), RunRecord(done + 1, kept_losses([first.loss]))
