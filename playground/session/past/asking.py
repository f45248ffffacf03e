"""Asks the training that led here: whatever is open is found out in one replay, in a thread of its own."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from playground.session.past.questions import Asked, answers
from playground.session.past.slices import Slices, Work
from playground.session.phrase import said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nn.replay import Way
    from playground.session.loading import Loaded
    from playground.session.past.questions import Found, Question
    from playground.session.running.run import TrainingRun
    from playground.session.running.timeline import Timeline


class Asking(QObject):
    """Keeps what is asked and how much of it is known; a new question joins what is under way, and nothing is lost.

    Training gives up what is under way, and so does another way; what was found of a way stays known as far as the
    other one goes along with it.
    """

    found = Signal(object)
    """Tuple of Found, in the order in which they were come by."""
    changed = Signal()
    """It begins, comes further, or ends."""
    cut = Signal(object)
    """The way is another one after so many updates: what was found of later passes is no longer so."""
    status = Signal(str)
    """One sentence for the status bar."""
    failed = Signal(str)
    """Traceback of an error."""

    def __init__(self, timeline: Timeline, run: TrainingRun, parent: QObject) -> None:
        super().__init__(parent)
        self._timeline, self._run = timeline, run
        self._asked: dict[Question, Asked] = {}
        self._open: set[Question] = set()
        self._way = timeline.way  # of which answers are known
        self._replays = Slices(self)
        self._replays.told.connect(self._on_told)
        self._replays.done.connect(self._on_done)
        timeline.cleared.connect(self._on_timeline_cleared)
        timeline.grown.connect(self._on_timeline_grown)
        run.running_changed.connect(self._on_running_changed)

    def close(self) -> None:
        """End the thread; the session calls it at its end."""
        self._replays.close()

    # ---- what is open

    @property
    def is_busy(self) -> bool:
        """Whether something is being found out."""
        return self._replays.key is not None

    def is_open(self, question: Question) -> bool:
        """Say whether this is being found out."""
        return question in self._open

    def progress(self, question: Question) -> Asked | None:
        """Return how much of a question is known, None where it was never asked."""
        return self._asked.get(question)

    @property
    def first(self) -> int:
        """The updates made at the earliest moment that can be asked."""
        return 0 if self._way is None else self._way.first

    @property
    def last(self) -> int:
        """The last iteration of the way that led here."""
        return 0 if self._way is None else self._way.last

    def share_done(self, questions: Iterable[Question]) -> float:
        """Return how much of these is known, from 0 to 1."""
        way = self._way
        mine = [self._asked[each] for each in questions if each in self._open]
        if way is None or not mine:
            return 1.0
        covered = min(each.covered for each in mine)
        return max(0, covered - way.first) / max(1, way.last - way.first)

    # ---- asking

    def ask(self, questions: Iterable[Question]) -> bool:
        """Find out what is not known yet of these; say whether that can be done."""
        way = self._way
        if way is None or way.first == way.last or self._run.is_running:
            return False
        for leg in way.legs:
            obstacle = way.obstacle(leg.first + 1) if leg.first < way.last else None
            if obstacle is not None:
                self.status.emit(
                    self.tr("The past cannot be asked: {reason}.").format(reason=said(ValueError(obstacle)))
                )
                return False
        wanted = {each for each in questions if each not in self._open}
        for each in wanted:
            self._asked.setdefault(each, Asked(way.first))
        if not all(self._is_done(each, way) for each in wanted):
            self._open |= wanted
            self._go_on()
        return True

    def drop(self, questions: Iterable[Question]) -> None:
        """Find out no more of these; what was found stays known."""
        before = set(self._open)
        self._open.difference_update(questions)
        if self._open != before:
            self._go_on()

    def forget(self, questions: Iterable[Question]) -> None:
        """Know nothing of these any more."""
        wanted = tuple(questions)
        self.drop(wanted)
        for each in wanted:
            self._asked.pop(each, None)

    @Slot()
    def cancel(self) -> None:
        """Give up all that is being found out; what was found stays known."""
        self.drop(tuple(self._open))

    def _go_on(self) -> None:
        way = self._way
        self._open = {each for each in self._open if way is not None and not self._is_done(each, way)}
        if self._open and way is not None:
            asked = {each: self._asked[each] for each in self._open}
            self._replays.start(Work((way, asked), partial(answers, way, asked), tells_all=True))
        else:
            self._replays.cancel()
        self.changed.emit()

    def _is_done(self, question: Question, way: Way) -> bool:
        asked = self._asked[question]
        return asked.is_answered or asked.covered >= way.last

    # ---- another way

    @Slot()
    def _on_timeline_grown(self) -> None:
        before, way = self._way, self._timeline.way
        if way is before:
            return
        if before is not None and (way is None or way.last < before.last):  # somebody went back and on from there
            self._on_timeline_cleared()
        else:  # it came further: there are kept moments that nobody looked at
            self._way = way
            self._asked = {q: replace(each, is_kept_known=False) for q, each in self._asked.items()}

    @Slot()
    def _on_timeline_cleared(self) -> None:
        """Forget what was found beyond where the way goes along with the one before."""
        before, self._way, way = self._way, self._timeline.way, self._timeline.way
        self._open.clear()
        self._replays.cancel()
        if before is not None and way is not before:
            common = 0 if way is None else _common(way, before)
            self._asked = {q: Asked(min(each.covered, common)) for q, each in self._asked.items()}
            self.cut.emit(common)
        self.changed.emit()

    @Slot(bool)
    def _on_running_changed(self, running: bool) -> None:
        if running:
            self.cancel()

    # ---- what is told

    @Slot(object, object)
    def _on_told(self, _key: object, found: tuple[Found, ...]) -> None:
        for each in found:
            for question in each.answers:
                if question in self._asked:
                    self._asked[question] = self._asked[question].after(each, question)
        if found:
            self.found.emit(found)
        self.changed.emit()

    @Slot(object)
    def _on_done(self, loaded: Loaded) -> None:
        self._open.clear()
        if loaded.failure:
            self.failed.emit(loaded.failure)
        self.changed.emit()


def _common(way: Way, before: Way) -> int:
    """Return up to which iteration two ways are one: training comes to a checkpoint by one way only."""
    known = {id(checkpoint) for _, checkpoint in before.checkpoints}
    return max((each.iteration for _, each in way.checkpoints if id(each) in known), default=0)
