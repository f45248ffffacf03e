"""The lesson that is open: where the person is in it, and what is true of it at this moment."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, QTimer, Signal, Slot

from playground.lessons.facts import Facts
from playground.lessons.readings import read
from playground.lessons.setting import Row, Typed
from playground.lessons.training_watch import TrainingWatch
from playground.session.looking.gradients import SampleGradients
from playground.session.looking.selection import FunctionPlot, Neuron
from playground.session.phrase import Phrase, said

if TYPE_CHECKING:
    from playground.lessons.lesson import Lesson, Step
    from playground.lessons.readings import Reading
    from playground.lessons.setting import Setting
    from playground.session.looking.scenes import Scene
    from playground.session.session import Session


class Course(QObject):
    """Opens a lesson, goes through its steps with the person, and sees when a step is done.

    A step that was done stays done, whatever is tried afterwards, and the person goes on when it suits them.

    Attributes
    ----------
    lesson : Lesson or None
        The lesson that is open.
    position : int
        Which step is at hand, counted from 0; as many as there are steps when all are done.
    is_done : bool
        Whether the step at hand has been done.
    chosen : int or None
        The answer chosen last in this step.
    readings : tuple of Reading
        The live numbers of this step.
    """

    opened = Signal(object)
    """Lesson, or None when it was left."""
    moved = Signal()
    """Another step is at hand, or the one at hand was done or answered."""
    readings_changed = Signal(object)
    """The live numbers of the step at hand."""
    finished = Signal(object)
    """Lesson whose last step was done."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._watch = TrainingWatch(session, self)
        self._gradients = SampleGradients()
        self.lesson: Lesson | None = None
        self._row: Row | None = None  # to be shown when the data are there
        self.position = 0
        self.is_done = False
        self.chosen: int | None = None
        self.readings: tuple[Reading, ...] = ()
        self._tried: frozenset[int] = frozenset()
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
        ):
            signal.connect(self._on_something_changed)
        session.library.data_changed.connect(self._on_data_changed)

    @property
    def step(self) -> Step | None:
        """The step at hand, None without a lesson and after the last one."""
        steps = self.lesson.steps if self.lesson is not None else ()
        return steps[self.position] if self.position < len(steps) else None

    # ---- what a person does

    def open(self, lesson: Lesson) -> None:
        """Put the lesson's ready state in place, as one undo step, and begin with its first step."""
        scene = self._session.scenes.now()
        self.lesson = lesson
        self._begin(0)
        self._session.document.when_idle(partial(self._put_start, lesson, scene))
        self.opened.emit(lesson)
        self._soon.start()

    def resume(self, lesson: Lesson, position: int) -> None:
        """Go on with a lesson at a step, in the document as it is: that was saved there."""
        self.lesson = lesson
        self._begin(min(position, len(lesson.steps)))
        self.opened.emit(lesson)
        self._soon.start()

    def restart(self) -> None:
        """Open the lesson again from its beginning."""
        if self.lesson is not None:
            self.open(self.lesson)

    def leave(self) -> None:
        """Close the lesson; what was made in it stays as it is."""
        self.lesson = None
        self._row = None
        self._begin(0)
        self.opened.emit(None)

    def go_on(self) -> None:
        """Go to the next step, if the one at hand is done."""
        if self.lesson is None or self.step is None or not self.is_done:
            return
        self._begin(self.position + 1)
        self.moved.emit()
        self._soon.start()
        if self.step is None:
            self.finished.emit(self.lesson)

    def answer(self, number: int) -> None:
        """Choose an answer to the step's question."""
        if self.step is not None and self.step.task.question is not None:
            self.chosen = number
            self.moved.emit()
            self._soon.start()

    def press(self, number: int) -> None:
        """Press one of the step's buttons."""
        if self.step is None:
            return
        setting = self.step.task.offers[number].setting
        if setting.edits_training_only:  # a run takes it up at once and goes on
            self._session.editing.edit_config(_step_text(), **setting.training)
            self._look_at(setting)
        else:
            self._session.document.when_idle(partial(self._put, setting))
        self._tried |= {number}
        self._soon.start()

    # ---- putting a state in place

    def _begin(self, position: int) -> None:
        self.position = position
        self._session.lesson_place.note("" if self.lesson is None else self.lesson.name, position)
        self._tried, self.chosen, self.readings = frozenset(), None, ()
        self.is_done = self.step is not None and self.step.done is None

    def _put_start(self, lesson: Lesson, scene: Scene) -> None:
        text = Phrase("Course", QT_TRANSLATE_NOOP("Course", "Open lesson"))
        self._session.debugger.close()  # stepping begins with what the lesson shows, not with what was left open
        self._session.editing.replace(text, lesson.start.opened(), scene)
        self._look_at(lesson.start)
        self._session.status.emit(self.tr("The lesson is open. Undo brings back what you had before."))

    def _put(self, setting: Setting) -> None:
        if setting.edits:
            try:
                state = setting.applied(self._session.document.state)
            except ValueError as error:
                text = self.tr("This does not fit the network of the moment: {reason}. Restart the lesson.")
                self._session.status.emit(text.format(reason=said(error)))
                return
            self._session.editing.replace(_step_text(), state)
        self._look_at(setting)

    def _look_at(self, setting: Setting) -> None:
        """Do what is no edit: the sample, the plot, the neuron, the panels, and training."""
        session, sample, plot = self._session, setting.sample, setting.plot
        if isinstance(sample, Typed):
            session.looking.type_sample(sample.x, sample.t)
        elif sample is not None:
            self._row = sample
            self._on_data_changed()
        if plot is not None:
            session.selection.show_plot(FunctionPlot(plot.functions, plot.low, plot.high, plot.derivatives))
        if setting.neuron is not None:
            session.selection.select(Neuron(*setting.neuron))
        for name in setting.panels:
            session.panel_requested.emit(name)
        if setting.train:
            session.control.train()

    # ---- what the session tells

    @Slot()
    def _on_data_changed(self) -> None:
        if self._row is not None and self._session.library.data is not None:
            row, self._row = self._row, None
            try:
                self._session.looking.show_row(row.index, row.part)
            except ValueError as error:  # meanwhile another network was made or undone
                self._session.status.emit(said(error))

    @Slot()
    def _on_something_changed(self) -> None:
        if self.step is not None:
            self._soon.start()

    @Slot()
    def _look(self) -> None:
        step = self.step
        if step is None:
            return
        facts = Facts(self._session, self._watch, self._gradients, step.task, self._tried, self.chosen)
        readings = tuple(read(number, facts) for number in step.task.numbers)
        if readings != self.readings:
            self.readings = readings
            self.readings_changed.emit(readings)
        if not self.is_done and step.done is not None and step.done.is_met(facts):
            self.is_done = True
            self.moved.emit()


def _step_text() -> Phrase:
    return Phrase("Course", QT_TRANSLATE_NOOP("Course", "Do a step of the lesson"))
