"""The lesson that is open: where the person is in it, and what is true of it at this moment."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from playground.lessons.asking.answering import Answering
from playground.lessons.asking.sheet import Sheet, gives_the_same
from playground.lessons.facts import Facts
from playground.lessons.placing import Placing
from playground.lessons.race import Race
from playground.lessons.readings import read
from playground.lessons.task import Prediction, Question, Task, Writing, line_of
from playground.lessons.training_watch import TrainingWatch
from playground.session.looking.gradients import SampleGradients

if TYPE_CHECKING:
    from nn.breakpoints import Stop
    from playground.lessons.asking.sheet import Line
    from playground.lessons.lesson import Lesson, Step
    from playground.lessons.readings import Reading
    from playground.lessons.task import Ask
    from playground.session.session import Session


@dataclass(frozen=True)
class Standing:
    """How a person stands with the step at hand.

    Attributes
    ----------
    answering
        How far they have come with each thing that it asks.
    is_done, may_go_on
        Whether it has been done; whether they may go on, as they may from one that is only read.
    hint_read
        Whether they have read how to do what is to be done.
    lines
        What stands on the worksheet.
    """

    answering: tuple[Answering, ...] = ()
    is_done: bool = False
    may_go_on: bool = False
    hint_read: bool = False
    lines: tuple[Line, ...] = ()

    @property
    def is_answered(self) -> bool:
        """Whether all that the step asks was answered, or its answer was shown."""
        return all(each.is_over for each in self.answering)

    @property
    def asked(self) -> int | None:
        """Which ask is at hand, None when all are over."""
        return next((number for number, each in enumerate(self.answering) if not each.is_over), None)


class Course(QObject):
    """Opens a lesson, goes through its steps with the person, and sees when a step is done.

    A step asks first, one thing after the other, and shows its numbers, buttons and pictures when all is answered; then
    it waits for what is to be done. One that was done stays done, whatever is tried afterwards, and the person goes on
    when it suits them. What they missed is asked once more behind the last step.

    Attributes
    ----------
    lesson : Lesson or None
        The lesson that is open.
    steps : tuple of Step
        Its steps, and behind them those that ask once more.
    position : int
        Which step is at hand, counted from 0; as many as there are steps when all are done.
    standing : Standing
        How the person stands with it.
    readings : tuple of Reading
        The live numbers of this step; none before they were asked for.
    race : Race
        The measurement of a step that has one.
    """

    opened = Signal(object)
    """Lesson, or None when it was left."""
    extended = Signal()
    """There are more steps: what was missed comes once more."""
    moved = Signal()
    """Another step is at hand, or the person stands otherwise with the one at hand."""
    readings_changed = Signal(object)
    """The live numbers of the step at hand."""
    finished = Signal(object)
    """Lesson whose last step was done."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._watch = TrainingWatch(session, self)
        self._gradients = SampleGradients()
        self.placing = Placing(session, self)
        self.race = Race(session, self)
        self.lesson: Lesson | None = None
        self.steps: tuple[Step, ...] = ()
        self.position = 0
        self.standing = Standing()
        self.readings: tuple[Reading, ...] = ()
        self._missed: list[Step] = []
        self._sheet: Sheet | None = None
        self._tried: frozenset[int] = frozenset()
        self._stop: Stop | None = None
        self._start: tuple[object, ...] = ()  # what there was before the person did anything
        self._hears_debugger = False
        # once for all that happens in one turn of the event loop
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._look)
        self._connect(session)

    def _connect(self, session: Session) -> None:
        for signal in (
            session.looking.changed,
            session.document.changed,
            session.run.running_changed,
            session.run.progressed,
            session.looking.prediction_changed,
            session.looking.example_changed,
            session.selection.neuron_changed,
            session.selection.plot_changed,
            session.selection.sketch_changed,
        ):
            signal.connect(self._on_something_changed)
        self.placing.placed.connect(self._on_placed)
        self.race.changed.connect(self._on_something_changed)

    def _hear_debugger(self) -> None:
        """Listen to the debugger, which is made when it is first asked for."""
        if not self._hears_debugger:
            self._hears_debugger, debugger = True, self._session.debugger
            for signal in (debugger.moved, debugger.trace_changed, debugger.element_changed):
                signal.connect(self._on_something_changed)
            debugger.stopped.connect(self._on_stopped)

    @property
    def step(self) -> Step | None:
        """The step at hand, None without a lesson and after the last one."""
        return self.steps[self.position] if self.position < len(self.steps) else None

    # ---- what a person does

    def open(self, lesson: Lesson) -> None:
        """Put the lesson's ready state in place, as one undo step, and begin with its first step."""
        scene = self._session.scenes.now()
        self._take_up(lesson, 0)
        self.placing.open(lesson.start, scene, partial(self._look_at_step, lesson))
        self.opened.emit(lesson)
        self._soon.start()

    def resume(self, lesson: Lesson, position: int) -> None:
        """Go on with a lesson at a step, in the document as it is: that was saved there."""
        self._take_up(lesson, min(position, len(lesson.steps)))
        self._look_at_step(lesson)
        self.opened.emit(lesson)
        self._soon.start()

    def restart(self) -> None:
        """Open the lesson again from its beginning."""
        if self.lesson is not None:
            self.open(self.lesson)

    def leave(self) -> None:
        """Close the lesson; what was made in it stays as it is."""
        self.lesson, self.steps = None, ()
        self.placing.forget()
        self._begin(0)
        self.opened.emit(None)

    def go_on(self) -> None:
        """Go to the next step, if the one at hand is done."""
        if self.lesson is None or self.step is None or not self.standing.may_go_on:
            return
        if self.position + 1 == len(self.steps) and self._missed:
            self.steps, self._missed = (*self.steps, *self._missed), []
            self.extended.emit()
        self._begin(self.position + 1)
        if self.step is not None and self.step.is_again:
            self.placing.clear()
        if self.step is not None and self.step.begin is not None:
            self.placing.look_at(self.step.begin)
        self.moved.emit()
        self._soon.start()
        if self.step is None:
            self.finished.emit(self.lesson)

    def choose(self, number: int, chosen: int) -> None:
        """Choose an answer to the step's question of a number."""
        if isinstance(ask := self._asked(number), Question):
            self._answer(number, self.standing.answering[number].with_choice(ask, chosen))

    def type_numbers(self, number: int, text: str) -> None:
        """Answer what the step asks with numbers."""
        if isinstance(ask := self._asked(number), Prediction):
            self._answer(number, self.standing.answering[number].with_numbers(ask, text))

    def write(self, text: str) -> None:
        """Write a line on the worksheet; where the step asks for one it is the answer."""
        sheet, number = self._sheet, self.standing.asked
        if sheet is None or not text.strip():
            return
        ask = None if number is None else self._asked(number)
        wanted = sheet.would_give(ask.answer) if isinstance(ask, Writing) else None
        line = sheet.write(text)
        self._stand(lines=sheet.lines)
        if number is not None and wanted is not None:
            is_right = gives_the_same(line.value, wanted)
            self._answer(number, self.standing.answering[number].with_line(is_right))

    def read_hint(self, number: int) -> None:
        """Read the hint of one ask."""
        if self._asked(number) is not None:
            self._answer(number, self.standing.answering[number].with_hint())

    def read_help(self) -> None:
        """Read how to do what is to be done."""
        self._stand(hint_read=True)

    def measure(self) -> None:
        """Run the race of the step."""
        if self.step is not None and self.step.task.race is not None:
            self.race.begin(self.step.task.race)

    def give_up(self, number: int) -> None:
        """Have the answer shown, where that is possible."""
        ask = self._asked(number)
        if ask is None or not self.standing.answering[number].may_be_shown(ask):
            return
        if isinstance(ask, Writing) and self._sheet is not None:
            self._sheet.write(ask.answer)
        self._answer(number, self.standing.answering[number].given_up())

    def press(self, number: int) -> None:
        """Press one of the step's buttons."""
        if self.step is None:
            return
        self.placing.put(self.step.task.offers[number].setting)
        self._tried |= {number}
        self._soon.start()

    def come_back(self) -> None:
        """Look again at what the lesson is about."""
        self.placing.come_back()

    # ---- the step at hand

    def _take_up(self, lesson: Lesson, position: int) -> None:
        self._hear_debugger()
        self.lesson, self.steps, self._missed = lesson, lesson.steps, []
        self.placing.forget()
        self._begin(position)

    def _begin(self, position: int) -> None:
        self.position = position
        last = 0 if self.lesson is None else len(self.lesson.steps)
        self._session.lesson_place.note("" if self.lesson is None else self.lesson.name, min(position, last))
        self._tried, self._stop, self.readings = frozenset(), None, ()
        self.race.forget()
        step = self.step
        task = Task() if step is None else step.task
        self._sheet = None if task.sheet is None else self._new_sheet(task.sheet)
        self.standing = Standing(
            answering=(Answering(),) * len(task.asks),
            may_go_on=step is not None and step.is_only_read,
            lines=() if self._sheet is None else self._sheet.lines,
        )
        self._start = self._seen()

    def _look_at_step(self, lesson: Lesson) -> None:
        """Look at what the first step begins with, when the lesson's state is in place."""
        if lesson is self.lesson and self.step is not None and self.step.begin is not None:
            self.placing.look_at(self.step.begin)
        self._on_placed()

    def _new_sheet(self, lines: tuple[str, ...]) -> Sheet:
        sheet = Sheet(self._facts(Task()).value)
        for line in lines:
            sheet.write(line)
        return sheet

    def _asked(self, number: int) -> Ask | None:
        return self.step.task.asks[number] if self.step is not None and number == self.standing.asked else None

    def _answer(self, number: int, answering: Answering) -> None:
        """Take an answer up; behind the last one comes what was hidden."""
        step, before = self.step, self.standing
        assert step is not None
        self._stand(answering=(*before.answering[:number], answering, *before.answering[number + 1 :]))
        if answering.is_over:
            self._note_missed(step, number, answering)
            self._reveal_line(step.task.asks[number])
        if self.standing.is_answered:
            self._start = self._seen()
            if step.reveal is not None:
                self.placing.look_at(step.reveal)
            if step.done is None:
                self._stand(is_done=True, may_go_on=True)
        self._soon.start()

    def _note_missed(self, step: Step, number: int, answering: Answering) -> None:
        if answering.is_missed and not step.is_again:
            self._missed.append(step.again(number))

    def _reveal_line(self, ask: Ask) -> None:
        if self._sheet is None:
            return
        if isinstance(ask, Prediction) and (line := line_of(ask)):
            self._sheet.write(line)
        self._stand(lines=self._sheet.lines)

    def _stand(self, **fields: object) -> None:
        standing = Standing(**{**vars(self.standing), **fields})  # type: ignore[arg-type]
        if standing != self.standing:
            self.standing = standing
            self.moved.emit()

    # ---- what the session tells

    def _seen(self) -> tuple[object, ...]:
        """Return what a person may change, to tell whether they have done anything yet."""
        session = self._session
        debugger = session.debugger if self._hears_debugger else None
        stands = None if debugger is None else (debugger.is_open, debugger.cursor, debugger.element)
        chosen = (session.looking.chosen, session.looking.example, session.selection.plot, session.selection.neuron)
        return (session.document.state, *chosen, stands)

    @property
    def _has_acted(self) -> bool:
        return bool(self._tried) or self._session.run.is_running or self._seen() != self._start

    @Slot()
    def _on_placed(self) -> None:
        if not self._tried:
            self._start = self._seen()
        self._soon.start()

    @Slot(object)
    def _on_stopped(self, stop: Stop) -> None:
        self._stop = stop
        self._on_something_changed()

    @Slot()
    def _on_something_changed(self) -> None:
        if self.step is not None:
            self._soon.start()

    def _facts(self, task: Task) -> Facts:
        return Facts(
            self._session,
            self._watch,
            self._gradients,
            task,
            self._tried,
            self.standing.is_answered,
            self._stop,
            self.race.is_over,
        )

    @Slot()
    def _look(self) -> None:
        step = self.step
        if step is None:
            return
        facts = self._facts(step.task)
        is_due = self.standing.is_answered and (bool(step.task.asks) or step.is_only_read or self._has_acted)
        readings = tuple(read(number, facts) for number in step.task.numbers) if is_due else ()
        if readings != self.readings:
            self.readings = readings
            self.readings_changed.emit(readings)
        if self.standing.is_done or not self.standing.is_answered or step.done is None:
            return
        if step.done.is_met(facts):
            self._stand(is_done=True, may_go_on=True)
