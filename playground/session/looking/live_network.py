"""The document's network with its latest weights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from nn.network import Network
from playground.session.looking.subject import Moment

if TYPE_CHECKING:
    from nn.arrays import Array
    from nn.network import NetworkSpec
    from playground.session.document.document import Document
    from playground.session.running.reports import Progress
    from playground.session.running.run import TrainingRun


class LiveNetwork(QObject):
    """Keeps a network of its own up to date: with the document, and while training runs with what it reports.

    Attributes
    ----------
    network : Network
        The network, for reading only; another object only where the spec is another.
    moment : Moment
        The moment of its weights, another one whenever they move.
    """

    changed = Signal()
    """The weights moved, or it is another network."""

    def __init__(self, document: Document, run: TrainingRun, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        state = document.state
        self._taken = state.checkpoint.params
        """Weights of the document that were taken last; while training runs, newer ones are shown."""
        self.network = Network(state.spec, None)
        self.show_weights(state.spec, state.checkpoint.params, state.checkpoint.state)
        document.changed.connect(self._on_document_changed)
        run.progressed.connect(self._on_run_progressed)

    def show_weights(self, spec: NetworkSpec, params: Array, state: Array, updates: int | None = None) -> None:
        """Take weights: as edited, or as training just reported them after so many updates."""
        if spec != self.network.spec:
            self.network = Network(spec, None)
        self.network.load(params, state)
        self.moment = Moment(self._document.state.checkpoint.iteration if updates is None else updates, is_live=True)
        self.changed.emit()

    @Slot(object)
    def _on_run_progressed(self, progress: Progress) -> None:
        checkpoint = progress.checkpoint
        if checkpoint is not None:
            spec = self._document.state.spec
            self.show_weights(spec, checkpoint.params, checkpoint.state, checkpoint.iteration)

    @Slot()
    def _on_document_changed(self) -> None:
        state, network = self._document.state, self.network
        if state.checkpoint.params is not self._taken:
            self._taken = state.checkpoint.params
            self.show_weights(state.spec, state.checkpoint.params, state.checkpoint.state)
        elif state.spec != network.spec:
            self.show_weights(state.spec, network.flat_params, network.flat_state, self.moment.updates)
