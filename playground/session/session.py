"""The parts that a person's work consists of, put together: a document, its data, its training, what is looked at."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy.random  # noqa: F401 - else NumPy loads it when the first network is built, and the window waits
from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from playground.safety import cores
from playground.session.document.document import Document
from playground.session.document.first import new_document
from playground.session.document.lesson_place import LessonPlace
from playground.session.editing.architecture import ArchitectureEditing
from playground.session.editing.editing import Editing
from playground.session.editing.points import PointEditing
from playground.session.editing.recipes import Recipes
from playground.session.editing.sample_training import SampleTraining
from playground.session.editing.weights import WeightEditing
from playground.session.library import Library
from playground.session.loading import Loader
from playground.session.looking.appraisal import Consequences
from playground.session.looking.comparison import Comparison
from playground.session.looking.health import Health
from playground.session.looking.live_network import LiveNetwork
from playground.session.looking.looking import Looking
from playground.session.looking.scenes import Scenes
from playground.session.looking.selection import Selection
from playground.session.looking.trouble import TroubleWatch
from playground.session.looking.visits import Visits
from playground.session.own_code.room import OwnCodeRoom
from playground.session.room import Room
from playground.session.running.control import RunControl
from playground.session.running.provenance import Provenance
from playground.session.running.run import TrainingRun
from playground.session.running.timeline import Timeline
from playground.session.stepping.flow import Flow
from playground.session.stepping.stepper import Stepper

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nn.breakpoints import Stop
    from nn.datasets.base import Dataset
    from playground.session.causes.room import CausesRoom
    from playground.session.document.kept_way import KeptWay
    from playground.session.document.state import DocumentState
    from playground.session.judging.judging import Judging
    from playground.session.looking.dead_neurons import DeadNeurons
    from playground.session.looking.filter_search import FilterSearch
    from playground.session.past.room import PastRoom
    from playground.session.racing.racing import Racing
    from playground.session.running.core_measuring import CoreMeasuring
    from playground.session.runs.again import Again
    from playground.session.runs.branches import Branches
    from playground.session.runs.runs import Runs
    from playground.session.searching.searching import Searching
    from playground.session.stepping.debugger import Debugger
    from playground.session.stepping.gradient_checking import GradientChecking
    from playground.session.stepping.origins import Origins
    from playground.session.stepping.scratch import Scratch
    from playground.session.stepping.stepped_last import SteppedLast
    from playground.session.stepping.watching import WatchEditing


class Session(Room):
    """The root that makes the parts, gives each the others it needs, and ends their threads.

    Whoever wants something asks the part that has it. Every method of a part returns at once. A person's mistakes are
    answered by `status`, the program's by `failed`.

    Attributes
    ----------
    document : Document
        The state, and undo.
    run, control, timeline, provenance
        Training that runs; Train, Pause, Stop and single steps; where it came through; how it came to where it stands.
    library : Library
        The data and the network that ships with the program.
    live, looking, health, trouble, selection, consequences
        The document's network with its latest weights; the subject that all panels look at; whether its layers can
        still learn, and whether training can; the neuron that is chosen; what the last edit did.
    editing, architecture, weights, points, recipes
        Edits of training and data as a whole, of layers and neurons, of parameters, of points in the plane; data with
        the network and training that they ask for.
    visits : Visits
        The subjects looked at, to go back to.
    comparison : Comparison
        Whom the subject is compared with.
    sample_training : SampleTraining
        One update by the sample that is looked at.
    stepper, flow
        The pass that the debugger walks over; the way of the sample through the network that is played.
    pictures : Loader
        The thread in which panels read and write pictures.
    lesson_place : LessonPlace
        The lesson that is open.
    scenes : Scenes
        What was looked at before a lesson or a demonstration, for undo.
    own_code : OwnCodeRoom
        The code a person works on, and what is done with it.
    """

    export_requested = Signal(object)
    """ExportOrder: something that a panel wants written to a file."""
    learning_changed = Signal()
    """`is_learning` is another."""

    def __init__(self, parent: QObject | None = None, *, load: bool = True) -> None:
        super().__init__(parent)
        cores.govern()
        self.document = document = Document(new_document(), self)
        self.run = run = TrainingRun(document, self)
        self.timeline = Timeline(document, run, self)
        self.provenance = Provenance(document, self.timeline, self)
        self.library = library = Library(self)
        self.pictures = Loader(self)
        self.control = control = RunControl(document, run, library, self)
        document.when_idle = control.when_idle
        self.live = LiveNetwork(document, run, self)
        self.looking = Looking(document, self.live, library, run, self)
        self.health = Health(document, run, library, self)
        self.trouble = TroubleWatch(document, run, control, self.timeline, self.health, self)
        self.visits = Visits(self.looking, self)
        self.comparison = Comparison(document, self.looking, self.live, library, self)
        self.selection = Selection(self)
        self.lesson_place = LessonPlace(self)
        self.points = PointEditing(document, library, run, control, self)
        self.architecture = ArchitectureEditing(document, control, library, self)
        self.weights = WeightEditing(document, control, self.live, library, self)
        self.sample_training = SampleTraining(document, control, self.looking, self)
        self.scenes = Scenes(document, self.looking, self.lesson_place, self)
        self.editing = Editing(document, run, control, library, self.architecture, self.scenes, self)
        self.recipes = Recipes(document, run, library, self.editing, self.lesson_place, self)
        self.stepper = Stepper("node", self)
        self.flow = Flow(self.looking, self.stepper, self)
        self.consequences = Consequences(document, run, library, self.looking, self)
        self.own_code = self._adopted(OwnCodeRoom(document, self.architecture, self))
        self._connect()
        if load:
            self.load()

    def load(self) -> None:
        """Begin to read the shipped network and the document's data; once, at birth unless told otherwise.

        A window that is still being built waits with it, so that the reading does not slow the building down.
        """
        self.library.load_shipped()
        self.library.follow(self.document.state.dataset)

    def take_way(self, kept: KeptWay | None, branches: Mapping[int, KeptWay] | None = None) -> None:
        """Take the ways of which a file says that training came them to the document and to its runs, by number."""
        self.timeline.adopt(kept, branches or {})
        self._give_data(self.library.data)

    @Slot()
    def _on_document_changed(self) -> None:
        """Let the way of a run to which somebody switched have its data."""
        self._give_data(self.library.data)

    @Slot(object)
    def _give_data(self, data: Dataset | None) -> None:
        """Let a way from a file have the data that it was trained on, as soon as they are there."""
        if data is None or not self.timeline.give_data(self.document.state.dataset, data, self.library.made):
            return
        if self.timeline.is_from_elsewhere:
            self.past.way_check.begin()

    def _connect(self) -> None:
        editing = (self.editing, self.weights, self.points, self.architecture, self.sample_training)
        for part in (self.control, self.looking, *editing):
            part.status.connect(self.status)
        self.document.refused.connect(self.status)
        self.document.retraced.connect(self.status)
        self.run.failed.connect(self.failed)
        self.run.running_changed.connect(self._on_running_changed)
        self.own_code.learning_changed.connect(self.learning_changed)
        self.architecture.failed.connect(self.failed)
        self.document.dataset_changed.connect(self.library.follow)
        self.library.unavailable.connect(self._on_unavailable)
        self.library.data_changed.connect(self._give_data)
        self.document.changed.connect(self._on_document_changed)
        self.run.stopped.connect(self._on_run_stopped)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close)

    # What follows is made when first asked for: it takes long to import, and nobody does all of it at once.

    # ---- what looks back

    @cached_property
    def past(self) -> PastRoom:
        """What looks back on the training that led here."""
        from playground.session.past.room import PastRoom

        room = PastRoom(
            self.document,
            self.run,
            self.timeline,
            self.looking,
            self.library,
            branches=lambda: self.branches,
            debugger=lambda: self.debugger,
            recorder=lambda: self.watching.recorder,
            parent=self,
        )
        return self._adopted(room)

    @cached_property
    def causes(self) -> CausesRoom:
        """Why a training went wrong, and what would have been."""
        from playground.session.causes.room import CausesRoom

        meets = (self.document, self.run, self.control, self.timeline)
        return self._adopted(CausesRoom(*meets, past=self.past, branches=lambda: self.branches, parent=self))

    # ---- stepping

    @cached_property
    def debugger(self) -> Debugger:
        """The debugger, which steps through passes, forwards and back."""
        from playground.session.stepping.breakpoint_editing import BreakpointEditing
        from playground.session.stepping.debugger import Debugger
        from playground.session.stepping.number_editing import NumberEditing
        from playground.session.stepping.stepped_pass import SteppedPass
        from playground.session.stepping.time_travel import TimeTravel

        document, run, control, looking, stepper = self.document, self.run, self.control, self.looking, self.stepper
        stepped = SteppedPass(document, run, self.library, looking, stepper, self)
        breakpoints = BreakpointEditing(document, run, self)
        travel = TimeTravel(document, self.timeline, self)
        numbers = NumberEditing(document, self.weights, self.live, stepped, looking)
        parts = (stepper, stepped, breakpoints, travel, numbers, lambda: self.past.playhead)
        debugger = Debugger(document, run, control, looking, *parts, self)
        for part in (stepped, travel, debugger):
            part.status.connect(self.status)
        travel.failed.connect(self.failed)
        debugger.stopped.connect(self._on_debugger_stopped)
        control.goes_on_in_pass = debugger.stops_in_pass
        self._threads.append(travel.close)
        return debugger

    @cached_property
    def stepped_last(self) -> SteppedLast:
        """Which recording the debugger's views show."""
        from playground.session.stepping.stepped_last import SteppedLast

        return SteppedLast(self.debugger, self.own_code.stepping, self)

    @cached_property
    def watching(self) -> WatchEditing:
        """The watches, while stepping and while training."""
        from playground.session.stepping.watching import WatchEditing

        watching = WatchEditing(
            self.document, self.run, self.library, self.debugger, self.stepped_last, self.own_code.scope, self
        )
        return self._adopted(watching)

    @cached_property
    def scratch(self) -> Scratch:
        """The line to compute on, with the names of the pass or of the subject."""
        from playground.session.stepping.scope import Scope
        from playground.session.stepping.scratch import Scratch

        return Scratch(Scope(self.debugger, self.looking, self.stepped_last, self.own_code.scope))

    @cached_property
    def origins(self) -> Origins:
        """The way from a number to what made it."""
        from playground.session.stepping.origins import Origins

        return self._adopted(Origins(self.debugger, self.looking, self))

    @cached_property
    def gradient_checking(self) -> GradientChecking:
        """Checks all gradients by small differences."""
        from playground.session.stepping.gradient_checking import GradientChecking

        return self._adopted(GradientChecking(self.debugger.stepped, self.looking, self))

    # ---- runs, and many of them

    @cached_property
    def runs(self) -> Runs:
        """The runs of the document, and what a person does with them."""
        from playground.session.runs.runs import Runs

        return self._adopted(Runs(self.document, self.run, self.control, self.architecture, self))

    @cached_property
    def branches(self) -> Branches:
        """Other futures of the document's run, and the way from one to another."""
        from playground.session.runs.branches import Branches

        return self._adopted(Branches(self.document, self.control, self.timeline, self.runs, self))

    @cached_property
    def again(self) -> Again:
        """Does a run again with other seeds."""
        from playground.session.runs.again import Again

        return self._adopted(Again(self.document, self.library, self.runs, self))

    @cached_property
    def searching(self) -> Searching:
        """Searches for the settings that learn best."""
        from playground.session.searching.searching import Searching

        return self._adopted(Searching(self.library, self))

    @cached_property
    def racing(self) -> Racing:
        """Races of several networks, beside the document's own."""
        from playground.session.racing.racing import Racing

        return self._adopted(Racing(self.document, self.library, self))

    # ---- questions to the network and to the machine

    @cached_property
    def judging(self) -> Judging:
        """How good the network that is looked at is on all samples of its data."""
        from playground.session.judging.judging import Judging

        return self._adopted(Judging(self.document, self.looking, self.library, self.run, self))

    @cached_property
    def dead_neurons(self) -> DeadNeurons:
        """How many neurons of the network that is looked at are off for all samples."""
        from playground.session.looking.dead_neurons import DeadNeurons

        return self._adopted(DeadNeurons(self.looking, self.library, self.health, self))

    @cached_property
    def filter_search(self) -> FilterSearch:
        """The samples that excite a filter most, when somebody asks."""
        from playground.session.looking.filter_search import FilterSearch

        return self._adopted(FilterSearch(self.looking, self.library, self))

    @cached_property
    def core_measuring(self) -> CoreMeasuring:
        """Tries what more processor cores would bring."""
        from playground.session.running.core_measuring import CoreMeasuring

        return self._adopted(CoreMeasuring(self.document, self.library, self.run, self))

    # ---- all together

    @property
    def state(self) -> DocumentState:
        """The document as it would be if all that runs had ended now: what is saved."""
        return self.own_code.added_to(self.run.state)

    @property
    def is_learning(self) -> bool:
        """Whether something runs that changes the document when it ends."""
        return self.run.is_running or self.own_code.has_unkept

    @Slot(bool)
    def _on_running_changed(self, _is_running: bool) -> None:
        self.learning_changed.emit()

    @Slot(object)
    def _on_debugger_stopped(self, _stop: Stop) -> None:
        self.panel_requested.emit("debugger")

    @Slot(object)
    def _on_run_stopped(self, stop: Stop) -> None:
        self.debugger.open_at(stop)

    @Slot(object, str, str)
    def _on_unavailable(self, what: object, reason: str, report: str) -> None:
        self.status.emit(reason)
        if report:  # a file that is gone is no error of the program
            self.failed.emit(report)

    def close(self) -> None:
        """End all threads; whatever they were at is forgotten. May be called twice."""
        self.control.forget()
        self.run.close()
        self.architecture.close()
        super().close()
        self.consequences.close()
        self.health.close()
        self.library.close()
        self.pictures.close()
