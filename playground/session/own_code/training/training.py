"""A learner's own network or optimizer learns MNIST in a process of its own, and reads what the person draws."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, QTimer, Signal, Slot

from playground.safety.threads import WorkerThread
from playground.session.document.code_training import MOST_LOSSES
from playground.session.loading import Job, Loaded, Loader
from playground.session.own_code.following import Following
from playground.session.own_code.training.beginning import Beginning
from playground.session.own_code.training.course import Course
from playground.session.own_code.training.keeping import course_of, kept
from playground.session.own_code.training.settings import Settings
from playground.session.own_code.training.stage import ALIVE, Stage
from playground.session.phrase import Phrase

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from nn.messages import Message
    from playground.confined.child import Child, Report
    from playground.confined.ending import Ending
    from playground.confined.trained import Progress
    from playground.session.document.code_training import CodeTraining
    from playground.session.document.document import Document
    from playground.session.document.state import DocumentState
    from playground.session.own_code.code_stepping import CodeStepping
    from playground.session.own_code.own_code import OwnCode
    from playground.session.own_code.training.reading import Reading

_STOP_MS = 25
"""So long a training has to hand in its parameters before it is told to end."""
_GRACE_S = 0.03
"""Whoever has not ended so long after that is killed: with what the system takes for it, within a tenth of a second."""
_ROOM = 2**20
_BYTES_OF_A_NUMBER = 8


class OwnTraining(QObject):
    """One training at a time, of the code as it was when it was started. Nothing that it says is believed unseen.

    What it comes to is one edit of the document, which keeps it; without a process it shows what the document has.

    Attributes
    ----------
    stage : Stage
    course : Course
        What is known of the training that there is, or was.
    reading : Reading or None
        Of the digit that was last asked for.
    refusal : Message or None
        Why it could not be read.
    wanted : ndarray or None
        The digit that it shall read.
    ending : Ending or None
        Why there is no process any more, or why it had to be started again.
    is_hopeless : bool
        Whether a process that was started again to read a digit ended before it had.
    """

    changed = Signal()
    """The stage, or why it ended."""
    progressed = Signal()
    """Losses, accuracies, prints, parameters."""
    read = Signal()
    """The reading is another one."""
    failed = Signal(str)
    """Traceback of an error of the program's own."""
    _followed = Signal(object)

    def __init__(self, own: OwnCode, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._own, self._document = own, document
        self._thread: WorkerThread | None = None
        self._child: Child | None = None
        self._beginning: Beginning | None = None  # being prepared
        self._loader = Loader(self)
        self._loader.loaded.connect(self._on_loaded)
        self._hurry = QTimer(self, singleShot=True, interval=_STOP_MS)
        self._hurry.timeout.connect(self._on_hurry)
        self._shown: CodeTraining | None = None  # of the document
        self.stage = Stage.NONE
        self._forget(Course(Settings(), None))
        document.begun.connect(self._on_document_begun)
        document.code_training_changed.connect(self._on_kept_changed)
        self._on_kept_changed(document.state.code_training)

    def _forget(self, course: Course) -> None:
        self.course = course
        self.reading: Reading | None = None
        self.refusal: Message | None = None
        self.ending: Ending | None = None
        self._base = self._document.state
        self._next_look = 0
        self._is_stopping = self.is_hopeless = False
        self.wanted: NDArray[np.float32] | None = None
        self._asked: NDArray[np.float32] | None = None

    def close(self) -> None:
        """End the training, and the threads."""
        self.drop()
        self._loader.close()
        if self._thread is not None:
            worker = self._thread.worker
            assert isinstance(worker, Following)
            worker.leave()
            self._thread.end()
            self._thread = None

    def drop(self) -> None:
        """Forget the process: what it still says is heard by nobody, and no document keeps it."""
        self._hurry.stop()
        self._beginning = None
        if self._child is not None:
            self._child.kill()
            self._child = None

    # ---- what a person does

    @property
    def is_alive(self) -> bool:
        """Whether there is a network that learns, or can be asked."""
        return self.stage in ALIVE

    @property
    def is_taken_up(self) -> bool:
        """Whether the process began with parameters that were kept, and has not learned since."""
        return self.course.begun_at == self.course.iteration and bool(self.course.begun_with)

    @property
    def can_go_on(self) -> bool:
        """Whether updates can be made from where it stands: what a script does in its loop cannot be taken up."""
        is_alone = self.course.settings.is_script and (self.is_taken_up or self.stage is Stage.DONE)
        return self.stage in (Stage.PAUSED, Stage.DONE) and self._child is not None and not is_alone

    @property
    def can_be_taken_up(self) -> bool:
        """Whether there are parameters with which a process can begin again."""
        return self.stage in (Stage.ENDED, Stage.KEPT) and bool(self.course.parameters)

    @property
    def may_run(self) -> bool:
        """Whether a person has allowed the code of this training."""
        return self.course.code is not None and self._own.allows(self.course.code)

    def start(self, settings: Settings) -> bool:
        """Train the code as it is now from the beginning, if it may run; say whether it may."""
        code = self._own.code
        if code is None or not self._own.may_run:
            return False
        self._own.keep_allowed(code)
        self.drop()
        self._forget(Course(settings, code))
        self._begin(is_paused=False)
        return True

    def take_up(self) -> bool:
        """Start the process again with the parameters that are kept, paused; say whether the code may run."""
        if not self.can_be_taken_up or not self.may_run:
            return False
        self.course.go_back()
        self._is_stopping = False
        self._base, self._next_look = self._document.state, 0
        self._begin(is_paused=True)
        return True

    def pause(self) -> None:
        """Make no more updates; the network can be asked meanwhile."""
        if self.stage is Stage.TRAINING and self._child is not None:
            self._ask({"do": "pause"})
            self._ask({"do": "accuracy"})
            self._ask_for_params()
            self._set_stage(Stage.PAUSED)

    def go_on(self) -> None:
        """Make updates again; where all are made, as many epochs more."""
        course = self.course
        if not self.can_go_on:
            return
        course.wait()
        if course.iteration >= course.last:
            course.last = min(course.iteration + course.settings.iterations, MOST_LOSSES)
        self.ending = None
        self._ask({"do": "resume", "iterations": course.last})
        self._set_stage(Stage.TRAINING)

    def stop(self) -> None:
        """End the process, with the latest parameters if it hands them in at once; within a tenth of a second."""
        if self.stage is Stage.STARTING and self._child is None:
            self._beginning = None
            self._end()  # before there was a process
        elif self._child is not None and not self._is_stopping:
            self._is_stopping = True
            self._ask_for_params()
            self._hurry.start(_STOP_MS if self.course.keeps_parameters else 0)

    def look_at(self, pixels: NDArray[np.float32] | None) -> None:
        """Have the network read a digit; `read` follows. None: nothing to read.

        A process that ended in this session is started again for it; what came with a document waits for a person.
        """
        self.wanted = pixels
        if pixels is None:
            self._set_reading(None)
        elif self._child is not None:
            self._ask_to_read()
        else:
            self._set_reading(None)
            if self.stage is Stage.ENDED and not self.is_hopeless:
                self.is_hopeless = self.take_up()  # until it has read one

    def step(self, iteration: int, stepping: CodeStepping) -> bool:
        """Have an iteration that was made stepped through; say whether the code may run."""
        from playground.session.own_code.training.replay import replay

        if not 0 < iteration <= self.course.iteration or not self.may_run:
            return False
        stepping.open_iteration(replay(self.course, iteration))
        return True

    # ---- the document

    @property
    def is_unkept(self) -> bool:
        """Whether something has learned, or may, that no document has yet."""
        training = kept(self.course) if self.is_alive else None
        return self.stage is Stage.TRAINING or (training is not None and self._is_new(training))

    def added_to(self, state: DocumentState) -> DocumentState:
        """Return a state as it would be if the training had ended now."""
        training = kept(self.course) if self.is_alive else None
        return state if training is None else replace(state, code_training=training)

    def _keep(self) -> None:
        """Make the training as it is an edit of the document."""
        training = kept(self.course)
        if training is None or not self._is_new(training):
            return
        self._shown = training
        text = Phrase("OwnTraining", QT_TRANSLATE_NOOP("OwnTraining", "Train {name}"), {"name": training.code.name})
        self._document.insert(self._base, text, lambda state: replace(state, code_training=training))
        self._base = self._document.state

    def _is_new(self, training: CodeTraining) -> bool:
        return self._shown is None or not _is_same(training, self._shown)

    @Slot()
    def _on_document_begun(self) -> None:
        """End a training that belongs to another document."""
        self.drop()
        self.stage, self._shown = Stage.ENDED, None
        self._show_kept(self._document.state.code_training)

    @Slot(object)
    def _on_kept_changed(self, training: CodeTraining | None) -> None:
        """Show what the document has by now: it was undone, or is another one."""
        if training is self._shown or self.stage in (Stage.STARTING, Stage.TRAINING, Stage.PAUSED):
            return
        self.drop()
        self._show_kept(training)

    def _show_kept(self, training: CodeTraining | None) -> None:
        self._shown = training
        self._forget(Course(Settings(), None) if training is None else course_of(training))
        self._set_stage(Stage.NONE if training is None else Stage.KEPT)
        self.progressed.emit()

    # ---- the process

    def _begin(self, *, is_paused: bool) -> None:
        self._beginning = Beginning(self.course, is_paused=is_paused)
        self._loader.load(Job(self._beginning, self._beginning))
        self._set_stage(Stage.STARTING)

    @Slot(object)
    def _on_loaded(self, loaded: Loaded) -> None:
        if loaded.key is not self._beginning:
            return  # another one was started, or this one stopped
        if loaded.failure:
            self._beginning = None
            self._set_stage(Stage.ENDED)
            self.failed.emit(loaded.failure)
            return
        self._child = loaded.result
        self._ask({"do": "state"})
        self._follow(loaded.result)

    def _follow(self, child: Child) -> None:
        if self._thread is None:
            worker = Following()
            self._followed.connect(worker.follow)
            worker.told.connect(self._on_told)
            worker.ended.connect(self._on_ended)
            worker.failed.connect(self._on_failed)
            self._thread = WorkerThread(worker, "own training", self)
            self._thread.begin()
        self._followed.emit(child)

    def _ask(self, order: dict[str, object], arrays: dict[str, NDArray[np.float32]] | None = None) -> None:
        if self._child is not None:
            self._child.ask(order, arrays, self._room())

    def _room(self) -> int:
        """Bytes that a report may bring: as many as its parameters take."""
        remains = self.course.remains
        parameters = remains.parameters if remains is not None and self.course.keeps_parameters else 0
        return _ROOM + parameters * _BYTES_OF_A_NUMBER

    def _ask_for_params(self) -> None:
        if self.course.keeps_parameters:
            self._ask({"do": "params"})

    def _ask_to_read(self) -> None:
        """Ask for one digit at a time: while the pen moves, the ones in between are left out."""
        if self._asked is None and self.wanted is not None and self._child is not None and not self._is_stopping:
            self._asked = self.wanted
            self._ask({"do": "predict"}, {"x": self._asked.reshape(1, -1)})

    # ---- what it says

    @Slot(object, object)
    def _on_told(self, child: Child, report: Report) -> None:
        worker = self._thread.worker if self._thread is not None else None
        if child is self._child:
            try:
                self._take(report)
            except ValueError:
                self._refuse(child)
        if isinstance(worker, Following):
            worker.take_next()

    def _refuse(self, child: Child) -> None:
        """End a process that says what cannot be."""
        from playground.confined.ending import How, ending
        from playground.confined.limits import TRAINING

        child.kill()
        self.ending = ending(How.GARBLED, TRAINING)
        self._end()

    def _take(self, report: Report) -> None:
        from playground.confined.trained import progress

        course = self.course
        course.printed.add(report.printed, report.left_out)
        if not report.is_answer and "iteration" in report.data:  # an answer is the end, a failure the ending tells
            told = progress(report)
            if course.take_losses(told) or (told.is_done and self._waits_for_the_end):
                self._go_along(told)
            match told.answers:
                case _ if told.refused is not None:
                    self._take_refusal(told)
                case "state":
                    self._take_state(told)
                case "accuracy":
                    course.take_accuracy(told)
                    self._ask_to_read()
                case "predict":
                    self._take_reading(told)
                case "params":
                    self._take_params(told)
        self.progressed.emit()

    def _take_refusal(self, told: Progress) -> None:
        """Let a question be: the network of a script may be about something else than digits."""
        if told.answers == "predict":
            self._asked = None
            self.refusal = told.refused

    @property
    def _waits_for_the_end(self) -> bool:
        """Whether it has not been heard yet: who was taken up at the end waits for nothing."""
        is_taken_up = self._beginning is not None and self._beginning.is_paused
        return self.stage in (Stage.STARTING, Stage.TRAINING) and not is_taken_up

    def _go_along(self, told: Progress) -> None:
        """Follow a training that has come further."""
        if self.stage is Stage.STARTING:
            self._set_stage(Stage.TRAINING)
        if told.is_done or told.iteration >= self._next_look:
            epoch = self.course.settings.epoch
            self._next_look = (told.iteration // epoch + 1) * epoch
            if told.is_done or not self.course.settings.is_script:  # which measures by itself, if it wants to
                self._ask({"do": "accuracy"})
            self._ask({"do": "state"})
            self._ask_for_params()
            self._ask_to_read()
        if told.is_done:
            self._set_stage(Stage.DONE)

    def _take_state(self, told: Progress) -> None:
        is_first = self._beginning is not None
        self.course.take_state(told, is_new=self.is_taken_up)
        if not is_first:
            return
        is_paused, self._beginning = self._beginning is not None and self._beginning.is_paused, None
        if not self.course.parameters:
            self._ask_for_params()
        if is_paused and self.stage is Stage.STARTING:
            self._set_stage(Stage.PAUSED)
        self._ask_to_read()

    def _take_reading(self, told: Progress) -> None:
        from playground.session.own_code.training.reading import reading

        pixels, self._asked = self._asked, None
        answer, self.refusal = reading(pixels, told), None
        self.is_hopeless = False
        if self.wanted is not None:
            self._set_reading(answer)
        if self.wanted is not pixels:
            self._ask_to_read()

    def _take_params(self, told: Progress) -> None:
        self.course.take_parameters(told)
        if self._is_stopping and self._child is not None:
            self._hurry.stop()
            self._child.stop(_GRACE_S)
        elif self.stage is Stage.DONE:
            self._keep()

    def _set_reading(self, reading: Reading | None) -> None:
        self.reading = reading
        self.read.emit()

    @Slot()
    def _on_hurry(self) -> None:
        if self._child is not None:
            self._child.stop(_GRACE_S)

    @Slot(object, object)
    def _on_ended(self, child: Child, ending: Ending) -> None:
        if child is self._child:
            self.ending = ending
            self._end()

    @Slot(str)
    def _on_failed(self, traceback: str) -> None:
        self._end()
        self.failed.emit(traceback)

    def _end(self) -> None:
        """Go on without a process: what it came to is kept."""
        self._hurry.stop()
        self._child = self._beginning = self._asked = None
        self._is_stopping = False
        self.stage = Stage.ENDED
        self._keep()
        self.changed.emit()

    def _set_stage(self, stage: Stage) -> None:
        self.stage = stage
        self.changed.emit()


def _is_same(one: CodeTraining, other: CodeTraining) -> bool:
    """Say whether two are the same training at the same place."""
    return (one.code, one.settings, one.iteration) == (other.code, other.settings, other.iteration)
