"""The past of watches that are entered after the training: found by training again, coarsely first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from playground.session.stepping.watch_expression import Reading

if TYPE_CHECKING:
    from playground.session.document.document import Document
    from playground.session.past.asking import Asking
    from playground.session.past.questions import Found
    from playground.session.stepping.watch_reading import PassAgain
    from playground.session.stepping.watch_recorder import WatchRecorder


@dataclass(frozen=True)
class WhatWatchSays:
    """The question what a watch says in each pass."""

    text: str
    stays = False

    def answer(self, pass_: PassAgain) -> Reading | None:
        """Return it, None where it says nothing."""
        return pass_.readings((self.text,))[self.text]

    def ends_with(self, _answer: object) -> bool:
        """Say no: every pass has its own."""
        return False


class WatchPast(QObject):
    """Reads watches that are new where training came through before they were there.

    What it finds goes to the recorder's series, where a live recording would have put the same numbers. Training,
    another way and whoever gives it up end it; what was found stays.
    """

    changed = Signal()
    """It begins, comes further, or ends."""

    def __init__(self, document: Document, asking: Asking, recorder: WatchRecorder, parent: QObject) -> None:
        super().__init__(parent)
        self._asking, self._recorder = asking, recorder
        self._known = set(document.state.watches)
        document.watches_changed.connect(self._on_watches_changed)
        asking.found.connect(self._on_found)
        asking.changed.connect(self.changed)
        asking.cut.connect(recorder.forget_after)
        recorder.cleared.connect(self._on_recorder_cleared)

    @property
    def is_busy(self) -> bool:
        """Whether something is being read."""
        return any(self._asking.is_open(each) for each in self._questions)

    @property
    def share_done(self) -> float:
        """How much of the way is read, from 0 to 1; 1 while nothing is under way."""
        return self._asking.share_done(self._questions)

    @property
    def _questions(self) -> tuple[WhatWatchSays, ...]:
        return tuple(map(WhatWatchSays, sorted(self._known)))

    def count(self, text: str) -> tuple[int, int]:
        """Return in how many passes of the way that led here a watch was read, and how many there are.

        Beside training it is read now and then, as there is time.
        """
        first, last = self._asking.first, self._asking.last
        known = self._asking.progress(WhatWatchSays(text))
        covered = first if known is None else min(known.covered, last)
        return covered - first + self._recorder.series(text).count(covered + 1, last), last - first

    def read(self, watches: tuple[str, ...]) -> None:
        """Read watches along the whole way that led here, as far as that was not done."""
        self._asking.ask(map(WhatWatchSays, watches))

    @Slot()
    def cancel(self) -> None:
        """Give up what is being read; what was found stays."""
        self._asking.drop(self._questions)

    @Slot(object)
    def _on_watches_changed(self, watches: tuple[str, ...]) -> None:
        new, gone = [text for text in watches if text not in self._known], self._known - set(watches)
        self._asking.forget(map(WhatWatchSays, gone))
        self._known = set(watches)
        if new:
            self.read(tuple(new))

    @Slot()
    def _on_recorder_cleared(self) -> None:
        self._asking.forget(self._questions)

    @Slot(object)
    def _on_found(self, found: tuple[Found, ...]) -> None:
        readings: dict[str, dict[int, Reading]] = {}
        for iteration, answers, _ in found:
            for question, answer in answers.items():
                if isinstance(question, WhatWatchSays) and isinstance(answer, Reading):
                    readings.setdefault(question.text, {})[iteration] = answer
        for text, of_watch in readings.items():
            self._recorder.series(text).put(of_watch)
        if readings:
            self._recorder.read.emit()
