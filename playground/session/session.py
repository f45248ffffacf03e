"""The document, its training and its recognition together: everything a window asks for."""

from __future__ import annotations

from dataclasses import fields
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

import numpy.random  # noqa: F401 - else NumPy loads it when the first network is built, and the window waits
from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from nn.network import Network, NetworkSpec
from nn.training import Checkpoint, TrainingConfig
from playground.session.document.document import DatasetChoice, Document, DocumentState, RunRecord
from playground.session.document.lesson_place import LessonPlace
from playground.session.editing.architecture import ArchitectureEditing
from playground.session.editing.editing import Editing
from playground.session.editing.points import PointEditing
from playground.session.editing.weights import WeightEditing
from playground.session.library import Library
from playground.session.loading import Loader
from playground.session.looking.appraisal import Consequences
from playground.session.looking.recognition import Example, Prediction, RecogniserName, Recognition, reads_digits
from playground.session.looking.selection import Selection
from playground.session.looking.viewing import Viewing
from playground.session.running.control import RunControl
from playground.session.running.provenance import Ways
from playground.session.running.reports import Progress
from playground.session.running.run import TrainingRun
from playground.session.running.timeline import Timeline
from playground.session.stepping.stepper import Stepper

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    from nn.breakpoints import Stop
    from nn.datasets.base import Dataset
    from playground.session.looking.observation import Observation
    from playground.session.looking.sample import Sample
    from playground.session.phrase import Text
    from playground.session.stepping.debugger import Debugger
    from playground.session.stepping.watching import WatchEditing

__all__ = ["Example", "Prediction", "Progress", "RunRecord", "Session", "new_document"]


class Session(QObject):
    """What a person works on: a document, the data it learns from, its training, and a digit to be read.

    Every method returns at once. A person's mistakes are answered by `status`, the program's by `failed`.
    """

    example_changed = Signal(object)
    prediction_changed = Signal(object)
    recogniser_changed = Signal(str)
    network_changed = Signal()
    """The weights of the document's network moved, by an edit or by training."""
    sample_changed = Signal(object)
    """Sample that goes through the document's network, None while none fits it."""
    observation_changed = Signal()
    """The sample or the weights moved: `observation` is another one."""
    export_requested = Signal(object)
    """ExportOrder: something that a panel wants written to a file."""
    panel_requested = Signal(str)
    """Name of a panel that is to be seen."""
    paused_changed = Signal(bool)
    """Whether a run was interrupted that Train would go on with."""
    data_changed = Signal(object)
    """Dataset that the document's network learns from, None while it is being loaded."""
    status = Signal(str)
    """One sentence for the status bar."""
    failed = Signal(str)
    """Traceback of an error in a run or while loading."""

    def __init__(self, parent: QObject | None = None, *, load: bool = True) -> None:
        super().__init__(parent)
        self.document = Document(new_document(), self)
        self.run = TrainingRun(self.document, self)
        self.ways = Ways(self.document, self.run, self)
        self.timeline = Timeline(self.document, self.run, self)
        self.library = Library(self)
        self.pictures = Loader(self)  # panels read pictures with it: its thread ends with the session
        self._control = RunControl(self.document, self.run, self.library, self)
        self.document.when_idle = self._control.when_idle
        state = self.document.state
        self.recognition = Recognition(state.spec, state.checkpoint, self)
        self.viewing = Viewing(self.recognition, self.library, self)
        self.selection = Selection(self)
        self.lesson_place = LessonPlace(self)
        self.points = PointEditing(self.document, self.library, self.run, self._control, self)
        self.architecture = ArchitectureEditing(self.document, self._control, self.library, self)
        self.weights = WeightEditing(self.document, self._control, self.recognition, self.library, self)
        self.stepper = Stepper(self)
        self.consequences = Consequences(self.document, self.library, self.viewing, self)
        self._threads: list[Callable[[], None]] = []
        """What ends the threads of the parts that were made when they were asked for."""
        self._shown = state.checkpoint.params
        self._editing = Editing(
            self.document, self.run, self._control, self.library, self.recognition, self.architecture, self
        )
        self._connect()
        if load:
            self.load()

    def load(self) -> None:
        """Begin to read the shipped network and the document's data; once, at birth unless told otherwise.

        A window that is still being built waits with it, so that the reading does not slow the building down.
        """
        self.library.load_shipped()
        self.library.follow(self.document.state.dataset)

    def _connect(self) -> None:
        self.recognition.example_changed.connect(self.example_changed)
        self.recognition.prediction_changed.connect(self.prediction_changed)
        self.recognition.recogniser_changed.connect(self.recogniser_changed)
        self.recognition.network_changed.connect(self.network_changed)
        self.library.data_changed.connect(self.data_changed)
        self.library.shipped_loaded.connect(self.recognition.set_shipped)
        self.library.unavailable.connect(self._on_unavailable)
        self.document.changed.connect(self._on_document_changed)
        self.document.dataset_changed.connect(self.library.follow)
        self.run.progressed.connect(self._on_run_progressed)
        self.run.running_changed.connect(self._on_running_changed)
        self.run.stopped.connect(self._on_run_stopped)
        self.run.failed.connect(self.failed)
        self.viewing.sample_changed.connect(self.sample_changed)
        self.viewing.observation_changed.connect(self.observation_changed)
        self._control.status.connect(self.status)
        self._control.paused_changed.connect(self.paused_changed)
        for editing in (self._editing, self.weights, self.points, self.architecture):
            editing.status.connect(self.status)
        self.architecture.failed.connect(self.failed)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close)

    # ---- stepping: made when first asked for, because it takes long to import and nobody steps at once

    @cached_property
    def debugger(self) -> Debugger:
        """What steps through passes, forwards and back."""
        from playground.session.stepping.debugger import Debugger

        debugger = Debugger(self, self.stepper)
        debugger.status.connect(self.status)
        debugger.failed.connect(self.failed)
        self._threads.append(debugger.close_threads)
        return debugger

    @cached_property
    def watching(self) -> WatchEditing:
        """What is watched, while stepping and while training."""
        from playground.session.stepping.watching import WatchEditing

        watching = WatchEditing(self.document, self.run, self.library, self.debugger, self)
        watching.failed.connect(self.failed)
        self._threads.append(watching.close)
        return watching

    # ---- reading digits

    @property
    def data(self) -> Dataset | None:
        """What the document's network learns from, None while it is being loaded."""
        return self.library.data

    @property
    def shipped(self) -> Network | None:
        """The network that ships with the program, None while it is being loaded."""
        return self.recognition.shipped

    @property
    def network(self) -> Network:
        """The document's network with its latest weights, for reading only."""
        return self.recognition.mine

    @property
    def example(self) -> Example | None:
        """The image all panels look at."""
        return self.recognition.example

    @property
    def prediction(self) -> Prediction | None:
        """What the chosen network makes of the example."""
        return self.recognition.prediction

    @property
    def recogniser(self) -> RecogniserName:
        """Who reads the example: "shipped" or "mine"."""
        return self.recognition.recogniser

    def show_example(self, example: Example | None) -> None:
        """Make `example` the one all panels look at; None is an empty canvas."""
        self.recognition.show_example(example)

    def set_recogniser(self, name: RecogniserName) -> None:
        """Choose who reads the example: "shipped" or "mine"."""
        if name == "mine" and not reads_digits(self.document.state.spec):
            self.status.emit(self.tr("Your network does not take 784 pixels: it cannot read digits."))
        self.recognition.set_recogniser(name)

    # ---- looking at the network

    @property
    def sample(self) -> Sample | None:
        """What goes through the document's network for all panels to show."""
        return self.viewing.sample

    @property
    def observation(self) -> Observation | None:
        """What the document's network makes of the sample at this moment."""
        return self.viewing.observation

    def show_row(self, index: int, part: str = "test") -> None:
        """Show a row of the "test" or "train" data; ValueError if there is none."""
        self.viewing.show_row(index, part)

    def type_sample(self, x: npt.ArrayLike, t: npt.ArrayLike | None = None) -> None:
        """Show typed numbers: one sample or a batch; ValueError with the way out if they do not fit."""
        self.viewing.type_sample(x, t)

    def request_panel(self, name: str) -> None:
        """Ask the window to show a panel."""
        self.panel_requested.emit(name)

    # ---- training

    @property
    def is_busy(self) -> bool:
        """Whether training runs or something waits for its end."""
        return self._control.is_busy

    @property
    def is_paused(self) -> bool:
        """Whether a run was interrupted that Train would go on with, and Stop would end."""
        return self._control.is_paused

    def train(self) -> None:
        """Go on to the next breakpoint: with the epochs that Pause interrupted, or with new ones."""
        if not self.debugger.stops_in_pass():
            self._control.train()

    def pause(self) -> None:
        """Stop training so that `train` goes on to the same end."""
        self._control.pause()

    def stop(self) -> None:
        """End training: the next `train` begins new epochs."""
        self._control.stop()

    def step_iteration(self) -> None:
        """Train one iteration; a run is paused first."""
        self._control.step_iteration()

    def step_epoch(self) -> None:
        """Train to the end of the present epoch; a run is paused first."""
        self._control.step_epoch()

    def reset_weights(self, seed: int | None = None) -> None:
        """Draw all weights anew, from the configuration's seed or from another; a run is ended first."""
        self._editing.reset_weights(seed)

    def when_idle(self, action: Callable[[], None]) -> None:
        """Do something now, or when the run has been paused and its result is an undo step."""
        self._control.when_idle(action)

    def undo(self) -> None:
        """Take back the last edit; a run is paused first and becomes a step of its own."""
        self.document.undo()

    def redo(self) -> None:
        """Do again what was undone; a run is paused first."""
        self.document.redo()

    def close(self) -> None:
        """End all threads; whatever they were at is forgotten. May be called twice."""
        self._control.forget()
        self.run.close()
        self.architecture.close()
        for close in self._threads:
            close()
        self.consequences.close()
        self.library.close()
        self.pictures.close()

    # ---- editing

    def replace(self, text: Text, state: DocumentState) -> None:
        """Make another document of this one as one undo step: what was trained can be had back."""
        changes = {field.name: getattr(state, field.name) for field in fields(state)}
        self._control.when_idle(partial(self.document.edit, text, **changes))

    def edit_config(self, text: Text, merge_key: str = "", **changes: Any) -> None:
        """Change fields of the training configuration, live if training runs.

        Another optimizer begins with its default options, unless some are given.
        """
        self._editing.edit_config(text, merge_key, changes)

    def edit_spec(self, text: Text, spec: NetworkSpec, merge_key: str = "") -> None:
        """Replace the network, keeping the weights that fit: live if all do, else a run is ended first."""
        self._editing.edit_spec(text, spec, merge_key)

    def begin(self, state: DocumentState) -> None:
        """Make this the document, without a way back by undoing; a run is ended first."""
        self._control.when_idle(partial(self._begin, state))

    def choose_dataset(self, name: str, **options: Any) -> None:
        """Load a dataset and, once it is there, make it the document's and fit the network to it."""
        self._editing.choose_dataset(name, options)

    # ---- what others tell

    def _begin(self, state: DocumentState) -> None:
        self._control.stop()
        self._editing.forget()
        self.document.begin(state)

    @Slot(object)
    def _on_run_progressed(self, progress: Progress) -> None:
        checkpoint = progress.checkpoint
        if checkpoint is not None:
            self.recognition.show_weights(self.document.state.spec, checkpoint.params, checkpoint.state)

    @Slot(bool)
    def _on_running_changed(self, running: bool) -> None:
        if running and reads_digits(self.document.state.spec):
            self.recognition.set_recogniser("mine")  # so that a newcomer sees the own network learn

    @Slot(object)
    def _on_run_stopped(self, stop: Stop) -> None:
        self.debugger.open_at(stop)

    @Slot()
    def _on_document_changed(self) -> None:
        state = self.document.state
        if state.checkpoint.params is not self._shown:
            self._shown = state.checkpoint.params
            self.recognition.show_weights(state.spec, state.checkpoint.params, state.checkpoint.state)
        elif state.spec != self.network.spec:  # while training runs its weights are newer than the document's
            self.recognition.show_weights(state.spec, self.network.flat_params, self.network.flat_state)

    @Slot(object, str, str)
    def _on_unavailable(self, what: object, reason: str, report: str) -> None:
        self.status.emit(reason)
        if report:  # a file that is gone is no error of the program
            self.failed.emit(report)


def new_document() -> DocumentState:
    """Give the document that the program starts with: the book's network for MNIST, not yet trained."""
    spec = NetworkSpec.mlp(784, (100, 100), 10, activation="Relu", initializer="He")
    config = TrainingConfig()
    return DocumentState(spec, Checkpoint.initial(spec, config.seed), config, DatasetChoice("mnist"))
