"""The trail of a question: where a number comes from, which update made it, and what that stood on before."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from nn.inspection.element import Element
from nn.origins import Course, changes_along, number_update, place_in_vector
from playground.session.past.slices import Slices, Work
from playground.session.phrase import said

if TYPE_CHECKING:
    from nn.datasets.base import Dataset
    from nn.origins import NumberUpdate, Piece
    from nn.replay import Way
    from playground.session.document.document import Document
    from playground.session.loading import Loaded
    from playground.session.looking.looking import Looking
    from playground.session.past.playhead import Playhead
    from playground.session.past.update_opening import UpdateOpening
    from playground.session.running.run import TrainingRun
    from playground.session.running.timeline import Timeline

WINDOW = "numberTrail"
"""Name of the window that shows the trail."""
LONG_S = 1.0
"""Work that takes longer says how long it will take."""


@dataclass(eq=False)
class Stop:
    """A place on the trail: a parameter at a moment, or one update of it; and what is known there.

    Attributes
    ----------
    name, index
        Which number of which parameter.
    way : Way
        The training that led there, as it was when somebody asked.
    iteration : int
        The updates made at the moment; of an update its number.
    is_update : bool
        Whether it is the update.
    edited : float or None
        What a person made of the number after that moment, None if nobody did.
    course : Course or None
        How the parameter came to its value, as far as it is known.
    update : NumberUpdate or None
        What the update did, when it is known.
    is_whole : bool
        Whether all of the way is known.
    """

    name: str
    index: tuple[int, ...]
    way: Way
    iteration: int
    is_update: bool = False
    edited: float | None = None
    course: Course | None = None
    update: NumberUpdate | None = None
    is_whole: bool = False

    @property
    def symbol(self) -> str:
        """The number as NumPy writes it."""
        return Element(self.name, self.index).symbol

    @property
    def data(self) -> Dataset | None:
        """What was learned from then."""
        return self.way.leg_of(self.iteration).data


class NumberTrail(QObject):
    """Answers where a parameter's number comes from, by training again in a thread, and keeps each question.

    Asking edits nothing. What was asked stays as it was answered, whatever is trained or edited afterwards.

    Attributes
    ----------
    stops : tuple of Stop
        The questions in the order in which they were asked.
    place : int
        Which of them is looked at.
    share_done : float
        How much of the answer is there, from 0 to 1.
    opening : UpdateOpening
        Goes to an update.
    """

    window_wanted = Signal(str)
    """Name of the window that is to be seen: there is a new question."""
    changed = Signal()
    """Another place on the trail is looked at, or more is known there."""
    status = Signal(str)
    """One sentence for the status bar."""
    failed = Signal(str)
    """Traceback of an error."""

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
        self._run, self._timeline, self._looking = run, timeline, looking
        self._playhead, self.opening = playhead, opening
        self.stops: tuple[Stop, ...] = ()
        self.place = -1
        self.share_done = 1.0
        self._begun = 0.0
        self._replays = Slices(self)
        self._replays.told.connect(self._on_told)
        self._replays.done.connect(self._on_done)
        document.begun.connect(self._on_document_begun)

    def close(self) -> None:
        """End the thread; the session calls it at its end."""
        self._replays.close()

    # ---- what there is

    @property
    def here(self) -> Stop | None:
        """The place on the trail that is looked at."""
        return self.stops[self.place] if self.stops else None

    @property
    def is_busy(self) -> bool:
        """Whether an answer is being found."""
        return self._replays.key is not None

    @property
    def seconds_left(self) -> float:
        """How long the answer will take, as far as that is known; 0 for one that comes at once."""
        if not self.is_busy or not self.share_done:
            return 0.0
        spent = time.perf_counter() - self._begun
        left = spent / self.share_done - spent
        return left if spent + left > LONG_S else 0.0

    def obstacle(self, name: str, index: tuple[int, ...], iteration: int) -> str:
        """Say why the past of a number cannot be found again, empty if it can."""
        subject, way = self._looking.subject, self._timeline.way
        if subject.name != "mine":
            return self.tr("this network was not trained here")
        if way is None or way.first >= min(iteration, way.last):
            return self.tr("no update has changed it: it is as it was when training began")
        end = min(iteration, way.last)
        if place_in_vector(way.leg_of(end).spec, name, index) is None:
            return self.tr("the layers were changed since, and no update has changed it")
        for leg in way.legs:
            missing = way.obstacle(leg.first + 1) if leg.first < end else None
            if missing is not None:
                return said(ValueError(missing))
        return ""

    # ---- questions

    def ask(self, name: str, index: tuple[int, ...], iteration: int | None = None) -> None:
        """Begin a trail with the question where a parameter's number comes from.

        Parameters
        ----------
        name, index
            By the book's name, and where in it.
        iteration
            The updates made at the moment that is asked about; None for the moment that is looked at.
        """
        is_now = iteration is None and not self._looking.is_past
        moment = self._playhead.shown if iteration is None else iteration
        why_not = self.obstacle(name, index, moment)
        way = self._timeline.way
        if why_not or way is None:
            text = self.tr("Where {number} comes from cannot be shown: {reason}.")
            self.status.emit(text.format(number=Element(name, index).symbol, reason=why_not))
            return
        stop = Stop(name, index, way, min(moment, way.last))
        if is_now and not self._run.is_running:
            stop.edited = self._edited(stop)
        self.stops = ()
        self._go_on(stop)
        self.window_wanted.emit(WINDOW)

    def _edited(self, stop: Stop) -> float | None:
        """Return what the document has for the number, where that is not what training came to."""
        place = place_in_vector(stop.way.legs[-1].spec, stop.name, stop.index)
        now = self._looking.own.network.params.get(stop.name)
        if now is None or now.ndim != len(stop.index) or place is None:
            return None
        value = float(now[stop.index])
        return None if value == float(stop.way.end.params[place]) else value

    def ask_update(self, iteration: int) -> None:
        """Go on to one update of the number that is looked at."""
        if self.here is not None:
            self._go_on(Stop(self.here.name, self.here.index, self.here.way, iteration, is_update=True))

    def ask_before(self) -> None:
        """Go on from an update to the number as it found it."""
        here = self.here
        if here is not None and here.is_update and here.iteration - 1 > here.way.first:
            self._go_on(Stop(here.name, here.index, here.way, here.iteration - 1))

    @Slot()
    def go_back(self) -> None:
        """Look at the question before."""
        self.go_to(self.place - 1)

    def go_to(self, place: int) -> None:
        """Look at a question that was asked before, with what was found."""
        if 0 <= place < len(self.stops) and place != self.place:
            self.place = place
            self._look()

    def _go_on(self, stop: Stop) -> None:
        """Come to a new place; those that lay behind the one looked at are left."""
        self.stops = (*self.stops[: self.place + 1], stop) if self.stops else (stop,)
        self.place = len(self.stops) - 1
        self._look()

    def _look(self) -> None:
        self._replays.cancel()
        here = self.here
        if here is not None and not here.is_whole:
            self.find()
        self.changed.emit()

    @Slot()
    def find(self) -> None:
        """Find the answer, from its beginning where one was given up."""
        here = self.here
        if here is None:
            return
        self.share_done, self._begun = 0.0, time.perf_counter()
        if here.is_update:
            start = here.way.before(here.iteration - 1)
            assert start is not None, "an update comes after a moment that is kept"
            work = partial(number_update, start, here.iteration, here.name, here.index)
            self._replays.start(Work(here, work))
        else:
            here.course = Course()
            work_of_all = partial(changes_along, here.way, here.name, here.index, here.iteration)
            self._replays.start(Work(here, work_of_all, tells_all=True))
        self.changed.emit()

    @Slot()
    def cancel(self) -> None:
        """Give the answer up; what was found stays."""
        if self.is_busy:
            self._replays.cancel()
            self.share_done = 1.0
            self.changed.emit()

    @Slot(object, object)
    def _on_told(self, here: Stop, found: Any) -> None:
        if here.course is not None:
            told: tuple[Piece | int, ...] = found
            for each in told:
                if isinstance(each, int):
                    self.share_done = each / max(1, here.iteration - here.way.first)
                else:
                    here.course.add(each)
        elif isinstance(found, int):
            start = here.way.before(here.iteration - 1)
            done = 0 if start is None else start.checkpoint.iteration
            self.share_done = (found - done) / max(1, here.iteration - done)
        self.changed.emit()

    @Slot(object)
    def _on_done(self, loaded: Loaded) -> None:
        here: Stop = loaded.key
        self.share_done = 1.0
        if loaded.failure:
            self.failed.emit(loaded.failure)
        else:
            here.is_whole = True
            if here.is_update:
                here.update = loaded.result
        self.changed.emit()

    @Slot()
    def _on_document_begun(self) -> None:
        self._replays.cancel()
        self.stops, self.place, self.share_done = (), -1, 1.0
        self.changed.emit()

    # ---- what an answer leads to

    def look_at(self, row: int | None = None) -> None:
        """Let all panels look at the moment before the update, and at a sample of its batch; this edits nothing."""
        here = self.here
        if here is not None:
            self.opening.look_at(here.way, here.iteration, row)

    def step_through(self, row: int | None = None) -> None:
        """Open the update in the debugger, or the pass of one sample of its batch; this edits nothing."""
        here = self.here
        if here is not None:
            element = Element(f"d{here.name}", here.index)
            self.opening.step_through(here.way, here.iteration, row, element)
