"""Where training stands, while it runs and afterwards."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from playground.session.running.run_pieces import last_evaluation

if TYPE_CHECKING:
    from nn.training import Evaluation
    from playground.session.running.reports import Progress
    from playground.session.session import Session


class TrainingWatch(QObject):
    """Hears the reports of a run, because the document learns of it only when it has ended.

    Attributes
    ----------
    iteration : int
        Updates the network has had.
    loss : float or None
        Loss of the last mini-batch, None before the first.
    """

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._evaluation: Evaluation | None = None
        self.loss: float | None = None
        self.iteration = 0
        session.run.progressed.connect(self._on_progressed)
        session.document.changed.connect(self._on_document_changed)
        self._on_document_changed()

    @property
    def train_accuracy(self) -> float | None:
        """The share of training samples that are right, None before it was measured."""
        return None if self._evaluation is None else _number(self._evaluation.train_accuracy)

    @property
    def test_accuracy(self) -> float | None:
        """The share of test samples that are right, None before it was measured."""
        return None if self._evaluation is None else _number(self._evaluation.test_accuracy)

    @property
    def has_diverged(self) -> bool:
        """Whether the last run ended because its loss was no longer a finite number."""
        history = self._session.document.state.history
        return bool(history) and history[-1].divergence is not None

    @Slot(object)
    def _on_progressed(self, progress: Progress) -> None:
        self.iteration = progress.iteration
        if len(progress.losses):
            self.loss = float(progress.losses[-1])
        if progress.evaluations:
            self._evaluation = progress.evaluations[-1]

    @Slot()
    def _on_document_changed(self) -> None:
        if self._session.run.is_running:
            return  # an edit in the middle of a run: its reports are newer
        state = self._session.document.state
        self.iteration = state.checkpoint.iteration
        losses = [record.losses[-1] for record in state.history if len(record.losses)]
        self.loss = float(losses[-1]) if losses else None
        self._evaluation = last_evaluation(state.history)


def _number(share: float) -> float | None:
    return None if math.isnan(share) else share
