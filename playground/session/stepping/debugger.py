"""Stepping through real training: forwards over the update into the next iteration, and backwards across it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal, Slot

from nn.breakpoints import Place, Stop, first_match, matches
from nn.inspection.element import Element
from playground.session.phrase import Phrase
from playground.session.running.run_pieces import until
from playground.session.stepping.blame import guilty_number, place_of, scene_of
from playground.session.stepping.time_search import SUSPICIOUS, beginning_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from nn.breakpoints import Finding, Match
    from nn.network.spec import NetworkSpec
    from nn.trace import Event
    from nn.training import Checkpoint
    from playground.session.document.document import Document
    from playground.session.looking.looking import Looking
    from playground.session.looking.sample import Sample
    from playground.session.past.playhead import Playhead
    from playground.session.running.control import RunControl
    from playground.session.running.run import TrainingRun
    from playground.session.stepping.breakpoint_editing import BreakpointEditing
    from playground.session.stepping.number_editing import NumberEditing
    from playground.session.stepping.stepped_pass import PassKind, SteppedPass
    from playground.session.stepping.stepper import Stepper
    from playground.session.stepping.time_travel import TimeTravel

END = -1
"""The cursor behind the last event, whatever the length of the trace."""


class Debugger(QObject):
    """Goes through one iteration of training event by event, and from there into others.

    Stepping on from the end of the pass trains one iteration for good, as the "+1 iteration" key does; stepping back
    from its start puts the document back to where that iteration began.

    Attributes
    ----------
    stepper : Stepper
        The trace and the cursor in it.
    stepped : SteppedPass
        Which pass that is.
    breakpoints : BreakpointEditing
        The document's breakpoints.
    travel : TimeTravel
        The way back to earlier iterations.
    numbers : NumberEditing
        The numbers of the pass that a person replaces.
    element : Element or None
        The number that every view of the debugger looks at.
    """

    opened_changed = Signal(bool)
    trace_changed = Signal()
    """There is another trace, or none any more."""
    moved = Signal()
    """The cursor stands somewhere else."""
    element_changed = Signal(object)
    """Element, or None."""
    expected_changed = Signal()
    """`begin` would show a pass of another kind."""
    stopped = Signal(object)
    """Stop: a breakpoint holds, and the cursor stands where it does."""
    status = Signal(str)
    """One sentence for the status bar."""

    def __init__(
        self,
        document: Document,
        run: TrainingRun,
        control: RunControl,
        looking: Looking,
        stepper: Stepper,
        stepped: SteppedPass,
        breakpoints: BreakpointEditing,
        travel: TimeTravel,
        numbers: NumberEditing,
        playhead: Callable[[], Playhead],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document, self._run, self._control, self._looking = document, run, control, looking
        self.stepper, self.stepped = stepper, stepped
        self.breakpoints, self.travel, self.numbers = breakpoints, travel, numbers
        self._playhead = playhead
        self.element: Element | None = None
        self._found: Stop | None = None  # a moment that was looked for and is being gone back to
        self._is_at_start = False  # whether it is the start of its pass, whatever made the number
        self._fired: Checkpoint | None = None  # before the iteration in which a breakpoint held last
        self._chosen: PassKind | None = None
        self._own_sample = _is_own(looking.sample)
        stepper.trace_changed.connect(self.trace_changed)
        stepper.moved.connect(self._on_stepper_moved)
        stepped.entered.connect(self._on_pass_entered)
        travel.arrived.connect(self._on_arrived)
        travel.found.connect(self._on_found)
        looking.sample_changed.connect(self._on_sample_changed)
        looking.network_changed.connect(self._on_network_changed)
        control.paused_changed.connect(self.expected_changed)
        control.given_up.connect(self.close)

    # ---- what is shown

    @property
    def is_open(self) -> bool:
        """Whether a pass is shown."""
        return self.stepped.is_open

    @property
    def trace(self) -> tuple[Event, ...]:
        """The events of the pass."""
        return self.stepper.trace

    @property
    def cursor(self) -> int:
        """How many of them have happened."""
        return self.stepper.cursor

    @property
    def current(self) -> Event | None:
        """The last event that has happened, None at the start."""
        return self.stepper.current

    @property
    def playhead(self) -> Playhead:
        """The moment at which all panels look."""
        return self._playhead()

    @property
    def expected_kind(self) -> PassKind:
        """The kind of pass that `begin` would show."""
        interrupts = self._control.is_paused  # who interrupts training wants to see training
        if not self._looking.subject.is_yours_now and not (self._looking.past and self._chosen == "batch"):
            return "sample"  # nobody trains it
        return self._chosen or ("sample" if self._own_sample and not interrupts else "batch")

    def begin(self) -> None:
        """Show what a person expects to step through: the sample of their own, else the next mini-batch.

        What they chose with `choose` stands until the sample changes between one of their own and one of the data.
        """
        kind = self.expected_kind
        self.open(kind)
        if kind == "sample" and self.stepped.kind == "sample":
            self.status.emit(self.tr("Stepping through the sample shown; “Next batch” steps through training."))

    def open(self, kind: PassKind = "batch", cursor: int = 0) -> None:
        """Show the pass that comes next, or that of the sample."""
        self.stepped.open(kind, cursor)
        self.opened_changed.emit(True)

    @Slot()
    def close(self) -> None:
        """Show nothing any more; training is not touched."""
        if self.is_open:
            self.stepped.close()
            self.set_element(None)
            self.opened_changed.emit(False)

    def choose(self, kind: PassKind) -> None:
        """Send the next mini-batch through the network, or the sample that all panels look at."""
        if kind != self.stepped.kind or not self.is_open:
            self.stepped.row = None
            self._chosen = kind
            if kind == "batch" and self._looking.past is None:
                self._looking.choose("mine")  # the one that training goes on with
            self.status.emit("")  # what was said of the other one is history
            self.open(kind)

    def set_element(self, element: Element | None) -> None:
        """Let every view look at one number."""
        if element != self.element:
            self.element = element
            self.element_changed.emit(element)

    # ---- moves

    def step_over(self) -> None:
        """Go on to the end of a layer, from the end of the pass into the next iteration."""
        self._go_on(self.stepper.step_over)

    def step_into(self) -> None:
        """Go on by one elementary node."""
        self._go_on(self.stepper.step_into)

    def step_out(self) -> None:
        """Go on to the end of the layer or of the phase."""
        self._go_on(self.stepper.step_out)

    def step_back(self) -> None:
        """Take the last step back, from the start of the pass to the end of the iteration before."""
        if not self._is_ready():
            return
        if self.stepped.kind == "batch" and self.cursor == 0:
            self._go_to(self.stepped.iteration - 1, END)
        else:
            self.stepper.step_back()

    def run_to(self, index: int) -> None:
        """Go to where an event has happened."""
        self.go(index + 1)

    def restart(self) -> None:
        """Go to the start of the pass."""
        self.go(0)

    def go(self, cursor: int) -> None:
        """Stand where `cursor` events have happened."""
        if self._is_ready():
            self.stepper.go(cursor)

    def _go_on(self, move: Callable[[], None]) -> None:
        """Move forwards, from the end of the pass into the next iteration of real training."""
        if not self._is_ready():
            return
        if self.cursor < len(self.trace):
            move()
        elif self.stepped.kind == "sample":
            self.status.emit(self._end_of_sample())
        elif self.stepped.past is not None:
            self._go_to(self.stepped.iteration + 1, 0)
        elif self.stepped.overrides:
            self.numbers.update(self.trace)
        else:
            self.stepped.arrive_at(0)
            self._control.step_iteration()

    def _end_of_sample(self) -> str:
        """Say why the pass of a sample goes no further, and how it could."""
        observation = self._looking.observation
        if observation is not None and observation.loss is None:
            return self.tr("The pass ends with what the network says: no loss and no way back without a target.")
        return self.tr("The pass is at its end: a sample is looked at, not trained on.")

    def _is_ready(self) -> bool:
        """Say whether a move makes sense; the first command pauses training, or opens the pass."""
        if self._run.is_running:
            self._control.pause()
        elif not self.is_open:
            self.begin()
        else:
            return True
        return False

    # ---- breakpoints

    def toggle_breakpoint(self) -> None:
        """Set a breakpoint where the cursor stands, or take it away."""
        if self._is_ready():
            event = self.current or (self.trace[0] if self.trace else None)
            if event is not None:
                self.breakpoints.toggle(place_of(event))

    def stops_in_pass(self) -> bool:
        """Go on to the next breakpoint within the pass, and say whether there is one."""
        if not self.is_open or self.stepped.kind != "batch" or self._run.is_running or self.stepped.past is not None:
            return False
        match = first_match(self._spec, self.trace, self.breakpoints.enabled, self.cursor)
        if match is not None:
            self._stop_at(match)
        elif self.cursor:
            self._run.pass_over()  # its breakpoints lie behind the cursor
        return match is not None

    def reverse_continue(self) -> None:
        """Go back to the breakpoint before the cursor, in this pass or in an earlier iteration."""
        if not self._is_ready():
            return
        iteration = self.stepped.iteration
        before = list(matches(self._spec, self.trace[: max(self.cursor - 1, 0)], self.breakpoints.enabled))
        if before:
            self._stop_at(before[-1])
        elif self.stepped.kind == "batch" and self.breakpoints.enabled and iteration > 1:
            self.travel.look_for(self.breakpoints.enabled, iteration - 1, latest=True)
        else:
            self.stepper.go(0)
            self.status.emit(self.tr("No breakpoint holds before this place: the pass begins here."))

    def find_first_bad(self, since: int = 0) -> None:
        """Look for the first moment of the training at which a breakpoint holds, or something suspicious happened.

        From where one has stopped already, only what came before is looked through.

        Parameters
        ----------
        since
            Updates that had been made when what is looked for began: what happened before has nothing to do with it.
        """
        self._control.when_idle(partial(self._find_first_bad, since))

    def open_at(self, stop: Stop) -> None:
        """Show the pass in which training stopped, at the event that made the guilty number."""
        self.open()
        self._show_stop(stop)

    def look_at(self, stop: Stop, *, at_start: bool = False) -> None:
        """Show a pass of the past as it was, at the event that made what is told, or at its start; no edit."""
        self._control.when_idle(partial(self._look_at, stop, at_start))

    def _look_at(self, stop: Stop, at_start: bool) -> None:
        playhead = self.playhead
        playhead.pause()
        self._found, self._is_at_start = stop, at_start
        self.stepped.row = None
        self.open("batch")  # where it is that pass already, it is entered now
        if self._found is not None:
            self._go_in_past(stop.iteration, 0)

    def look_at_update(
        self, iteration: int, row: int | None = None, element: Element | None = None, cursor: int = END
    ) -> None:
        """Show a pass of the past; no edit.

        Parameters
        ----------
        iteration
            Its number.
        row
            Which sample of its batch goes through alone, None for all.
        element
            The number to look at there.
        cursor
            Where to stand in it.
        """
        self._control.when_idle(partial(self._look_at_update, iteration, row, element, cursor))

    def _look_at_update(self, iteration: int, row: int | None, element: Element | None, cursor: int) -> None:
        self.playhead.pause()
        self.choose("batch")
        self.set_element(element)
        if self.stepped.past is not None and self.stepped.iteration == iteration:
            self.stepped.set_row(row)
            self.stepper.go(len(self.trace) if cursor == END else cursor)
        else:
            self.stepped.row = row  # of the pass that is come to: that which is left may be shorter
            self._go_in_past(iteration, cursor)

    def _go_to(self, iteration: int, cursor: int) -> None:
        """Go to another iteration: while the past is looked at, or an edit lies between, by looking at it."""
        kept = self.travel.timeline.before(iteration - 1)
        if self.stepped.past is not None or (kept is None and self.playhead.first < iteration):
            self._go_in_past(iteration, cursor)
        else:
            self.travel.go(iteration, cursor)

    def _go_in_past(self, iteration: int, cursor: int) -> None:
        playhead = self.playhead
        if iteration <= playhead.first:
            text = self.tr("Iteration {first} is the earliest one that can be gone back to.")
            self.status.emit(text.format(first=playhead.first + 1))
            return
        self._chosen = "batch"
        self.stepped.arrive_at(cursor)
        playhead.go(iteration - 1)

    def _find_first_bad(self, since: int) -> None:
        has_fired = self.is_open and self._fired is self._document.state.checkpoint
        breakpoints = (*self.breakpoints.enabled, *SUSPICIOUS) if has_fired else self.breakpoints.enabled or SUSPICIOUS
        self.travel.look_for(breakpoints, self.stepped.iteration - has_fired, latest=False, since=since)

    @property
    def _spec(self) -> NetworkSpec:
        return self.stepped.spec

    def _show_stop(self, stop: Stop) -> None:
        """Stand at the event that made the guilty number."""
        self._found, at_start, self._is_at_start = None, self._is_at_start, False
        event, findings = (-1, stop.findings) if at_start else scene_of(self._spec, self.trace, stop)
        self._stop(event, findings, stop)

    def _stop_at(self, match: Match) -> None:
        """Stand where a breakpoint holds in the pass that is shown."""
        breakpoint_, place = self.breakpoints.enabled[match.breakpoint], Place.of(self.trace[match.event])
        self._stop(match.event, match.findings, Stop(self.stepped.iteration, breakpoint_, match.findings, place))

    def _stop(self, index: int, findings: tuple[Finding, ...], stop: Stop) -> None:
        self.stepper.go(index + 1)
        self.set_element(guilty_number(findings, self.trace))
        self._fired = self._document.state.checkpoint
        self.stopped.emit(stop)

    # ---- signals of the parts

    @Slot(object)
    def _on_found(self, stop: Stop | None) -> None:
        if stop is not None and any(stop.breakpoint is each for each in SUSPICIOUS):
            stop = beginning_of(stop, self._spec, self.travel.losses)
        self._found = stop
        if stop is None:
            return
        if stop.iteration == self.stepped.iteration:
            self.open_at(stop)
        else:
            self._go_to(stop.iteration, 0)

    @Slot()
    def _on_pass_entered(self) -> None:
        if self._found is not None and self._found.iteration == self.stepped.iteration:
            self._show_stop(self._found)

    @Slot(object, object)
    def _on_arrived(self, checkpoint: Checkpoint, cursor: int) -> None:
        self._control.when_idle(partial(self._go_back, checkpoint, cursor))

    def _go_back(self, checkpoint: Checkpoint, cursor: int) -> None:
        """Put the document back to where an earlier iteration begins, exactly as it was, and show that."""
        timeline, document = self.travel.timeline, self._document
        if not timeline.leads_to(checkpoint):
            return  # an edit came between
        source = QT_TRANSLATE_NOOP("Debugger", "Go back to the start of iteration {iteration}")
        text = Phrase("Debugger", source, {"iteration": checkpoint.iteration + 1})
        timeline.keep_until(checkpoint)
        if not self.is_open:
            self.open()
        self.stepped.arrive_at(cursor)
        history = until(document.state.history, checkpoint.iteration)
        document.edit(text, merge_key="time travel", checkpoint=checkpoint, history=history)

    @Slot(int)
    def _on_stepper_moved(self, _cursor: int) -> None:
        if self.is_open:
            self.moved.emit()

    @Slot(object)
    def _on_network_changed(self, _network: object) -> None:
        self.expected_changed.emit()

    @Slot(object)
    def _on_sample_changed(self, sample: Sample | None) -> None:
        is_own = _is_own(sample)
        if is_own != self._own_sample:
            self._own_sample, self._chosen = is_own, None
            self.expected_changed.emit()


def _is_own(sample: Sample | None) -> bool:
    """Say whether a sample is a person's own, and no row of the data."""
    return sample is not None and not sample.is_of_data
