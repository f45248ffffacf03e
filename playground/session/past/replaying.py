"""What is found by training again along the way that led here: it takes long, and is told while it is found."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from playground.session.past.finding import Finding
from playground.session.phrase import said

if TYPE_CHECKING:
    from nn.replay import Way
    from playground.session.document.document import Document
    from playground.session.loading import Loaded
    from playground.session.looking.looking import Looking
    from playground.session.past.playhead import Playhead
    from playground.session.past.slices import Work
    from playground.session.past.update_opening import UpdateOpening
    from playground.session.running.run import TrainingRun
    from playground.session.running.timeline import Timeline

LONG_S = 1.0
"""Work that takes longer says how long it will take."""


class Replaying(Finding):
    """Base of those who answer a question about the past, and lead to the updates that they find.

    A subclass also says how it forgets (`_forget`).

    Attributes
    ----------
    share_done : float
        How much of the answer is there, from 0 to 1.
    opening : UpdateOpening
        Goes to an update.
    """

    window_requested = Signal(str)
    """Name of the window that is to be seen: there is a new question."""
    status = Signal(str)
    """One sentence for the status bar."""

    def __init__(
        self,
        document: Document,
        run: TrainingRun,
        timeline: Timeline,
        looking: Looking,
        playhead: Playhead,
        opening: UpdateOpening,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._run, self._timeline, self._looking, self._playhead = run, timeline, looking, playhead
        self.opening = opening
        self.share_done = 1.0
        self._begun = 0.0
        document.begun.connect(self._on_document_begun)

    @property
    def seconds_left(self) -> float:
        """How long the answer will take, as far as that is known; 0 for one that comes at once."""
        if not self.is_busy or not self.share_done:
            return 0.0
        spent = time.perf_counter() - self._begun
        left = spent / self.share_done - spent
        return left if spent + left > LONG_S else 0.0

    # ---- what a subclass begins, and says of it

    def _start(self, work: Work) -> None:
        self.share_done, self._begun = 0.0, time.perf_counter()
        self._replays.start(work)
        self.changed.emit()

    def _give_up(self) -> None:
        super()._give_up()
        self.share_done = 1.0

    def _forget(self) -> None:
        """Have no question: the document is another."""
        raise NotImplementedError

    @staticmethod
    def _missing(way: Way, end: int) -> str:
        """Say what keeps a way from being trained again up to a moment, empty if nothing does."""
        for leg in way.legs:
            reason = way.obstacle(leg.first + 1) if leg.first < end else None
            if reason is not None:
                return said(ValueError(reason))
        return ""

    @Slot(object)
    def _on_done(self, loaded: Loaded) -> None:
        self.share_done = 1.0
        super()._on_done(loaded)

    @Slot()
    def _on_document_begun(self) -> None:
        self._give_up()
        self._forget()
        self.changed.emit()
