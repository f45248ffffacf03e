"""The way of training to a checkpoint, as far back as it can be done again: for programs that do it again."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Slot

from playground.session.running.way import Way, begin, unedited

if TYPE_CHECKING:
    from nn.replay import Waypoint
    from nn.training import Checkpoint
    from playground.session.document.document import Document
    from playground.session.document.kept_way import KeptWay
    from playground.session.running.run import TrainingRun


class Provenance(QObject):
    """Remembers the way to every checkpoint that training came through, as long as the checkpoint lives.

    Undo and redo bring checkpoints back, and with them their ways; an edit of the weights makes a checkpoint to which
    no way leads.
    """

    def __init__(self, document: Document, run: TrainingRun, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._ways: WeakKeyDictionary[Checkpoint, Way] = WeakKeyDictionary()
        self._present: Way | None = None  # of the run that is under way
        run.passed.connect(self._on_run_passed)
        run.running_changed.connect(self._on_running_changed)
        document.changed.connect(self._on_document_changed)

    def of(self, checkpoint: Checkpoint) -> Way | None:
        """Return the way to a checkpoint, None if it was not reached by training."""
        same = (way for known, way in self._ways.items() if known.params is checkpoint.params)  # of a forgotten past
        return self._ways.get(checkpoint) or next(same, None)

    def adopt(self, kept: KeptWay | None) -> None:
        """Take the way of which a file says that it led to the document, in place of a guess."""
        if kept is None:
            return
        state = self._document.state
        way = unedited(kept, state.dataset)
        if way is None:  # what was edited is where a program begins
            self._ways.pop(state.checkpoint, None)
        else:
            self._ways[state.checkpoint] = way

    @Slot(object)
    def _on_run_passed(self, waypoint: Waypoint) -> None:
        before = self._present or self._ways.get(waypoint.checkpoint)
        self._present = before.through(waypoint) if before else begin(waypoint)
        self._ways[waypoint.checkpoint] = self._present

    @Slot(bool)
    def _on_running_changed(self, is_running: bool) -> None:
        if not is_running:
            self._present = None

    @Slot()
    def _on_document_changed(self) -> None:
        """Guess the way to where a document that was opened stands: from its seed on, with its configuration."""
        state = self._document.state
        if self._document.before is state and state.checkpoint.iteration and state.checkpoint not in self._ways:
            self._ways[state.checkpoint] = Way(None, state.spec, None, ((0, state.config),), is_known=False)
