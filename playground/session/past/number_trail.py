"""The trail of a question: where a number comes from, which update made it, and what that stood on before."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot

from nn.inspection.element import Element
from nn.origins import Course, changes_along, number_update, place_in_vector
from playground.session.past.replaying import Replaying
from playground.session.past.slices import Work

if TYPE_CHECKING:
    from nn.datasets.base import Dataset
    from nn.origins import NumberUpdate, Piece
    from nn.replay import Way

WINDOW = "numberTrail"
"""Name of the window that shows the trail."""


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


class NumberTrail(Replaying):
    """Answers where a parameter's number comes from, and keeps each question.

    What was asked stays as it was answered, whatever is trained or edited afterwards.

    Attributes
    ----------
    stops : tuple of Stop
        The questions in the order in which they were asked.
    place : int
        Which of them is looked at.
    """

    stops: tuple[Stop, ...] = ()
    place = -1

    # ---- what there is

    @property
    def here(self) -> Stop | None:
        """The place on the trail that is looked at."""
        return self.stops[self.place] if self.stops else None

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
        return self._missing(way, end)

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
        self.window_requested.emit(WINDOW)

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
        if here.is_update:
            start = here.way.before(here.iteration - 1)
            assert start is not None, "an update comes after a moment that is kept"
            self._start(Work(here, partial(number_update, start, here.iteration, here.name, here.index)))
        else:
            here.course = Course()
            work = partial(changes_along, here.way, here.name, here.index, here.iteration)
            self._start(Work(here, work, tells_all=True))

    @Slot(object, object)
    def _on_told(self, key: Stop, told: Any) -> None:
        if key.course is not None:
            found: tuple[Piece | int, ...] = told
            for each in found:
                if isinstance(each, int):
                    self.share_done = each / max(1, key.iteration - key.way.first)
                else:
                    key.course.add(each)
        elif isinstance(told, int):
            start = key.way.before(key.iteration - 1)
            done = 0 if start is None else start.checkpoint.iteration
            self.share_done = (told - done) / max(1, key.iteration - done)
        self.changed.emit()

    def _take(self, key: Stop, result: NumberUpdate | None) -> None:
        key.is_whole = True
        if key.is_update:
            key.update = result

    def _forget(self) -> None:
        self.stops, self.place = (), -1

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
