"""How a checkpoint came to be, as far back as it can be done again: for programs that do it again."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Slot

from playground.session.running.descent import Descent, descent_of, likely

if TYPE_CHECKING:
    from nn.training import Checkpoint
    from playground.session.document.document import Document
    from playground.session.running.timeline import Timeline


class Provenance(QObject):
    """Remembers the end of the way to every checkpoint that the document had, as long as the checkpoint lives.

    The timeline knows the ways, but not all to which undo leads: their moments take room. What programs need of them
    takes none.
    """

    def __init__(self, document: Document, timeline: Timeline, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._timeline = document, timeline
        self._descents: WeakKeyDictionary[Checkpoint, Descent] = WeakKeyDictionary()
        document.changed.connect(self._note)  # the timeline has heard of it
        timeline.grown.connect(self._note)  # a file told it, or its data are there

    def of(self, checkpoint: Checkpoint) -> Descent | None:
        """Return how training led to a checkpoint, None if it did not."""
        same = (each for known, each in self._descents.items() if known.params is checkpoint.params)  # with less past
        return self._descents.get(checkpoint) or next(same, None)

    @Slot()
    def _note(self) -> None:
        """Note how the document came to stand where it does; of one whose file does not tell it is guessed."""
        state = self._document.state
        kept = self._timeline.way_to(state.checkpoint)
        if kept is None:
            if self._document.before is state and state.checkpoint.iteration:
                self._descents.setdefault(state.checkpoint, likely(state.spec, state.config))
            return
        descent, known = descent_of(kept, state.dataset), self._descents.get(state.checkpoint)
        if descent is not None:
            self._descents[state.checkpoint] = descent
        elif known is not None and not known.is_known:  # a file tells of an edit: a program begins with what it made
            del self._descents[state.checkpoint]
