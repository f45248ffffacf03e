"""Stepping through real training: forwards over the update into the next iteration, and backwards across it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal, Slot

from nn.breakpoints import Stop, first_match, matches
from playground.session.document.override import Override
from playground.session.phrase import Phrase
from playground.session.running.run_pieces import until
from playground.session.stepping.blame import Element, guilty_event, guilty_number, place_of
from playground.session.stepping.breakpoint_editing import BreakpointEditing
from playground.session.stepping.debugged_pass import DebuggedPass
from playground.session.stepping.edited_update import checkpoint_after
from playground.session.stepping.nudging import Nudge, nudged
from playground.session.stepping.shown_pass import Subject
from playground.session.stepping.time_search import SUSPICIOUS, TimeSearch
from playground.session.stepping.time_travel import TimeTravel

if TYPE_CHECKING:
    from collections.abc import Callable

    from nn.network.spec import NetworkSpec
    from nn.training import Checkpoint
    from playground.session.running.timeline import Timeline
    from playground.session.session import Session
    from playground.session.stepping.stepper import Stepper

__all__ = ["END", "Debugger", "Element", "Nudge", "Override", "Subject"]

END = -1
"""The cursor behind the last event, whatever the length of the trace."""


class Debugger(DebuggedPass):
    """Goes through one iteration of training event by event, and from there into others.

    Stepping on from the end of the pass trains one iteration for good, as the "+1 iteration" key does; stepping back
    from its start puts the document back to where that iteration began.

    Attributes
    ----------
    breakpoints : BreakpointEditing
        The document's breakpoints.
    travel : TimeTravel
        The way back to earlier iterations.
    """

    travelling_changed = Signal(bool)
    """Whether an earlier iteration is being computed."""
    stopped = Signal(object)
    """Stop: a breakpoint holds, and the cursor stands where it does."""
    searching_changed = Signal(bool)
    """Whether an earlier moment is being looked for."""
    failed = Signal(str)
    """Traceback of an error in a search."""

    def __init__(self, session: Session, stepper: Stepper) -> None:
        super().__init__(session, stepper)
        self._found: Stop | None = None  # a moment that was looked for and is being gone back to
        self.breakpoints = BreakpointEditing(session.document, session.run, self)
        self.travel = TimeTravel(session.document, session.timeline, self)
        self._connect()

    def _connect(self) -> None:
        travel = self.travel
        self._shown.entered.connect(self._on_pass_entered)
        travel.arrived.connect(self._on_arrived)
        travel.found.connect(self._on_found)
        travel.travelling_changed.connect(self.travelling_changed)
        travel.searching_changed.connect(self.searching_changed)
        travel.status.connect(self.status)
        travel.failed.connect(self.failed)

    def close_threads(self) -> None:
        """End the thread that goes back in time."""
        self.travel.close()

    def begin(self) -> None:
        """Show what a person expects to step through: the sample of their own, else the next mini-batch.

        What they chose with `set_subject` stands until the sample changes between one of their own and one of the data.
        """
        subject = self.expected_subject
        self.open(subject)
        if subject == "sample" and self.subject == "sample":
            self.status.emit(self.tr("Stepping through the sample shown; “Next batch” steps through training."))

    @property
    def timeline(self) -> Timeline:
        """Where training came through."""
        return self.travel.timeline

    @property
    def search(self) -> TimeSearch:
        """The search for an earlier moment."""
        return self.travel.search

    # ---- the commands

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
        """Go back by one event, from the start of the pass to the end of the iteration before."""
        if not self._is_ready():
            return
        if self.subject == "batch" and self.cursor == 0:
            self.go_to_iteration(self.iteration - 1, END)
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

    def toggle_breakpoint(self) -> None:
        """Set a breakpoint where the cursor stands, or take it away."""
        if self._is_ready():
            event = self.current or (self.trace[0] if self.trace else None)
            if event is not None:
                self.breakpoints.toggle(place_of(event))

    def stops_in_pass(self) -> bool:
        """Go on to the next breakpoint within the pass, and say whether there is one."""
        if not self.is_open or self.subject != "batch" or self._session.run.is_running:
            return False
        match = first_match(self._spec, self.trace, self.breakpoints.enabled, self.cursor)
        if match is not None:
            self._stop(match.event, Stop(self.iteration, match.breakpoint, match.findings))
        elif self.cursor:
            self._session.run.pass_over(self.iteration)  # its breakpoints lie behind the cursor
        return match is not None

    def reverse_continue(self) -> None:
        """Go back to the breakpoint before the cursor, in this pass or in an earlier iteration."""
        if not self._is_ready():
            return
        before = list(matches(self._spec, self.trace[: max(self.cursor - 1, 0)], self.breakpoints.enabled))
        if before:
            self._stop(before[-1].event, Stop(self.iteration, before[-1].breakpoint, before[-1].findings))
        elif self.subject == "batch" and self.breakpoints.enabled and self.iteration > 1:
            self.travel.look_for(self.breakpoints.enabled, self.iteration - 1, latest=True)
        else:
            self.stepper.go(0)

    def find_first_bad(self) -> None:
        """Look for the first moment of the training at which a breakpoint holds, or something suspicious happened."""
        self._session.control.when_idle(self._find_first_bad)

    def _find_first_bad(self) -> None:
        self.travel.look_for(self.breakpoints.enabled or SUSPICIOUS, self.iteration, latest=False)

    def nudge(self, name: str, index: tuple[int, ...], h: float) -> Nudge | None:
        """Return what moving one parameter of the pass by `h` does to its loss, None without a pass."""
        return None if self.training_pass is None else nudged(self.training_pass, name, index, h)

    def override(self, name: str, index: tuple[int, ...], value: float) -> None:
        """Replace one number of the pass, computed or not; what follows is computed from it.

        A parameter is changed for good, like in the weights panel; any other number for this pass alone.
        """
        if self.training_pass is None:
            return
        source = QT_TRANSLATE_NOOP("Debugger", "Set {name}[{index}]")
        text = Phrase("Debugger", source, {"name": name, "index": ", ".join(map(str, index))})
        if name in self._session.live.network.params:
            self._session.weights.set_cells(text, name, index, value)
            return
        mine = Override(self.iteration, name, index, value)
        others = [each for each in self.overrides if (each.name, each.index) != (name, index)]
        self._session.document.edit(text, overrides=(*others, mine))

    def clear_overrides(self) -> None:
        """Give every replaced number back what was computed."""
        text = Phrase("Debugger", QT_TRANSLATE_NOOP("Debugger", "Give back the computed numbers"))
        self._session.document.edit(text, overrides=())

    def go_to_iteration(self, iteration: int, cursor: int = 0) -> None:
        """Put the document back to where an earlier iteration begins, exactly as it was, and show it.

        Parameters
        ----------
        iteration
            Its number, from 1.
        cursor
            Where to stand in it; `END` is behind its last event.
        """
        self.travel.go(iteration, cursor)

    def _go_on(self, move: Callable[[], None]) -> None:
        """Move forwards, from the end of the pass into the next iteration of real training."""
        if not self._is_ready():
            return
        if self.cursor < len(self.trace):
            move()
        elif self.subject == "sample":
            self.status.emit(self.tr("The pass is at its end: a sample is looked at, not trained on."))
        elif self.overrides:
            self._update_with_overrides()
        else:
            self._shown.arrive_at(0)
            self._session.control.step_iteration()

    def _update_with_overrides(self) -> None:
        """Do the update that follows from the replaced numbers: training itself would not know of them."""
        if self.training_pass is None or self.row is not None:
            return
        checkpoint, record = checkpoint_after(self.training_pass, self.trace)
        text = Phrase("Debugger", QT_TRANSLATE_NOOP("Debugger", "Train 1 iteration with replaced numbers"))
        self._shown.arrive_at(0)
        history = (*self._session.document.state.history, record)
        self._session.document.edit(text, checkpoint=checkpoint, history=history, overrides=())

    def _is_ready(self) -> bool:
        """Say whether a move makes sense; the first command pauses training, or opens the pass."""
        if self._session.run.is_running:
            self._session.control.pause()
        elif not self.is_open:
            self.begin()
        else:
            return True
        return False

    @Slot(object, object)
    def _on_arrived(self, checkpoint: Checkpoint, cursor: int) -> None:
        self._session.control.when_idle(partial(self._go_back, checkpoint, cursor))

    def _go_back(self, checkpoint: Checkpoint, cursor: int) -> None:
        document = self._session.document
        if not self.timeline.leads_to(checkpoint):
            return  # an edit came between
        source = QT_TRANSLATE_NOOP("Debugger", "Go back to iteration {iteration}")
        text = Phrase("Debugger", source, {"iteration": checkpoint.iteration + 1})
        self.timeline.keep_until(checkpoint)
        if not self.is_open:
            self.open()
        self._shown.arrive_at(cursor)
        history = until(document.state.history, checkpoint.iteration)
        document.edit(text, merge_key="time travel", checkpoint=checkpoint, history=history)

    # ---- breakpoints

    @property
    def _spec(self) -> NetworkSpec:
        return self._session.document.state.spec

    @Slot(object)
    def _on_found(self, stop: Stop | None) -> None:
        self._found = stop
        if stop is None:
            return
        if stop.iteration == self.iteration:
            self.open()
            self._show_stop(stop)
        else:
            self.go_to_iteration(stop.iteration)

    def open_at(self, stop: Stop) -> None:
        """Show the pass in which training stopped, at the event that made the guilty number."""
        self.open()
        self._show_stop(stop)

    def _show_stop(self, stop: Stop) -> None:
        """Stand at the event that made the guilty number."""
        self._found = None
        self._stop(guilty_event(self._spec, self.trace, stop, self.breakpoints.enabled), stop)

    def _stop(self, index: int, stop: Stop) -> None:
        self.stepper.go(index + 1)
        self.set_element(guilty_number(stop, self.trace))
        self.stopped.emit(stop)
        self._session.panel_requested.emit("debugger")

    @Slot()
    def _on_pass_entered(self) -> None:
        if self._found is not None and self._found.iteration == self.iteration:
            self._show_stop(self._found)
