"""Stepping through real training: forwards over the update into the next iteration, and backwards across it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal, Slot

from nn.breakpoints import Stop, first_match, matches
from playground.session.breakpoint_editing import BreakpointEditing, guilty_event, place_of
from playground.session.edited_update import Override, checkpoint_after
from playground.session.loading import Job, Loaded, Loader
from playground.session.nudging import Nudge, nudged
from playground.session.phrase import Phrase
from playground.session.run_pieces import until
from playground.session.time_search import SUSPICIOUS, TimeSearch
from playground.session.timeline import Timeline, replay
from playground.session.training_pass import TrainingPass

if TYPE_CHECKING:
    from collections.abc import Callable

    from nn.breakpoints import Breakpoint
    from nn.spec import NetworkSpec
    from nn.trace import Event
    from nn.trace.event import Depth
    from nn.training import Checkpoint
    from playground.session.document import DocumentState
    from playground.session.session import Session
    from playground.session.stepper import Stepper

Subject = Literal["batch", "sample"]
END = -1
"""The cursor behind the last event, whatever the length of the trace."""


@dataclass(frozen=True)
class Element:
    """One number of a named value."""

    name: str
    index: tuple[int, ...]


class Debugger(QObject):
    """Shows one iteration of training event by event, with the stepper's cursor.

    The pass is always the one that training would do next from the document's checkpoint. Stepping on from its end
    trains one iteration for good, as the "+1 iteration" key does; stepping back from its start puts the document back
    to where that iteration began. While training runs there is no pass; when it ends, its next iteration is shown.

    Attributes
    ----------
    stepper : Stepper
        Holds the trace and the cursor; shared with the flow player of the network view.
    subject : {"batch", "sample"}
        What goes through the network: the next mini-batch of training, or the sample that all panels show.
    row : int or None
        Which sample of the batch is looked at alone.
    element : Element or None
        The number that every view of the debugger looks at.
    earlier : tuple of Event
        The same pass before the last edit, to show what differs; empty if nothing was edited since it was entered.
    """

    opened_changed = Signal(bool)
    trace_changed = Signal()
    """There is another trace, or none any more."""
    moved = Signal()
    """The cursor stands somewhere else."""
    element_changed = Signal(object)
    """Element, or None."""
    travelling_changed = Signal(bool)
    """Whether an earlier iteration is being computed."""
    stopped = Signal(object)
    """Stop: a breakpoint holds, and the cursor stands where it does."""
    searching_changed = Signal(bool)
    """Whether an earlier moment is being looked for."""
    status = Signal(str)
    """One sentence for the status bar."""
    failed = Signal(str)
    """Traceback of an error in a search."""

    def __init__(self, session: Session, stepper: Stepper) -> None:
        super().__init__(session)
        self._session = session
        self.stepper = stepper
        self.timeline = Timeline(session.document, session.run, self)
        self.subject: Subject = "batch"
        self.row: int | None = None
        self.element: Element | None = None
        self.earlier: tuple[Event, ...] = ()
        self.is_open = False
        self._pass: TrainingPass | None = None
        self._found: Stop | None = None  # a moment that was looked for and is being gone back to
        self._arrival: int | None = None  # where the cursor goes in the pass that comes next
        self._loader = Loader(self)
        self._loader.loaded.connect(self._on_replayed)
        self._wanted: object = None
        self.breakpoints = BreakpointEditing(session.document, session.run, self)
        self.search = TimeSearch(self)
        self.search.found.connect(self._on_found)
        self.search.failed.connect(self.failed)
        session.run.stopped.connect(self._on_run_stopped)
        session.document.changed.connect(self._refresh)
        session.data_changed.connect(self._on_data_changed)
        session.run.running_changed.connect(self._on_running_changed)
        stepper.trace_changed.connect(self._on_trace_changed)
        stepper.moved.connect(self._on_stepper_moved)

    def close_threads(self) -> None:
        """End the thread that goes back in time."""
        self._wanted = None
        self._loader.close()
        self.search.close()

    # ---- opening and what is shown

    def open(self, subject: Subject = "batch", cursor: int = 0) -> None:
        """Show the pass that comes next, or that of the sample."""
        self.stepper.set_depth("node")
        self.stepper.open()
        self.subject, self.is_open, self._pass = subject, True, None
        self._arrival = cursor
        self._refresh()
        self.opened_changed.emit(True)

    def close(self) -> None:
        """Show nothing any more; training is not touched."""
        if self.is_open:
            self.is_open, self._pass, self.earlier = False, None, ()
            self.stepper.show(None)
            self.stepper.close()
            self.set_element(None)
            self.opened_changed.emit(False)

    def set_subject(self, subject: Subject) -> None:
        """Send the next mini-batch through the network, or the sample that all panels show."""
        if subject != self.subject or not self.is_open:
            self.row = None
            self.open(subject)

    def set_row(self, row: int | None) -> None:
        """Look at one sample of the batch alone, or at the whole batch."""
        if row != self.row:
            self.row = row
            self._arrival = None
            self._refresh()

    def set_element(self, element: Element | None) -> None:
        """Let every view look at one number."""
        if element != self.element:
            self.element = element
            self.element_changed.emit(element)

    @property
    def trace(self) -> tuple[Event, ...]:
        """The events of the pass."""
        return self.stepper.trace if self.is_open else ()

    @property
    def cursor(self) -> int:
        """How many of them have happened."""
        return self.stepper.cursor

    @property
    def current(self) -> Event | None:
        """The last event that has happened, None at the start."""
        return self.stepper.current if self.is_open else None

    @property
    def iteration(self) -> int:
        """The number of the iteration that is shown, from 1."""
        return self._session.document.state.checkpoint.iteration + 1

    @property
    def training_pass(self) -> TrainingPass | None:
        """The iteration that is shown, None for a sample."""
        return self._pass

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
            self._look_for(self.breakpoints.enabled, latest=True)
        else:
            self.stepper.go(0)

    def find_first_bad(self) -> None:
        """Look for the first moment of the training at which a breakpoint holds, or something suspicious happened."""
        self._session.when_idle(partial(self._look_for, self.breakpoints.enabled or SUSPICIOUS, latest=False))

    def nudge(self, name: str, index: tuple[int, ...], h: float) -> Nudge | None:
        """Return what moving one parameter of the pass by `h` does to its loss, None without a pass."""
        return None if self._pass is None else nudged(self._pass, name, index, h)

    def override(self, name: str, index: tuple[int, ...], value: float) -> None:
        """Replace one number of the pass, computed or not; what follows is computed from it.

        A parameter is changed for good, like in the weights panel; any other number for this pass alone.
        """
        if self._pass is None:
            return
        source = QT_TRANSLATE_NOOP("Debugger", "Set {name}[{index}]")
        text = Phrase("Debugger", source, {"name": name, "index": ", ".join(map(str, index))})
        if name in self._session.network.params:
            self._session.weights.set_cells(text, name, index, value)
            return
        mine = Override(self.iteration, name, index, value)
        others = [each for each in self.overrides if (each.name, each.index) != (name, index)]
        self._session.document.edit(text, overrides=(*others, mine))

    @property
    def overrides(self) -> tuple[Override, ...]:
        """The numbers of this pass that a person replaced."""
        return tuple(each for each in self._session.document.state.overrides if each.iteration == self.iteration)

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
        waypoint = self.timeline.before(iteration - 1)
        if waypoint is None:
            text = self.tr("Iteration {first} is the earliest one that can be gone back to.")
            first = self.timeline.first
            self.status.emit(text.format(first=self.iteration if first is None else first + 1))
            return
        self._wanted = wanted = (iteration, cursor)
        if waypoint.checkpoint.iteration == iteration - 1:
            self._arrive(waypoint.checkpoint, cursor)
        else:
            self.travelling_changed.emit(True)
            self._loader.load(Job(wanted, partial(replay, waypoint, iteration - 1)))

    def _go_on(self, move: Callable[[], None]) -> None:
        """Move forwards, from the end of the pass into the next iteration of real training."""
        if not self._is_ready():
            return
        if self.subject == "sample" or self.cursor < len(self.trace):
            move()
        elif self.overrides:
            self._update_with_overrides()
        else:
            self._arrival = 0
            self._session.step_iteration()

    def _update_with_overrides(self) -> None:
        """Do the update that follows from the replaced numbers: training itself would not know of them."""
        if self._pass is None or self.row is not None:
            return
        checkpoint, record = checkpoint_after(self._pass, self.trace)
        text = Phrase("Debugger", QT_TRANSLATE_NOOP("Debugger", "Train 1 iteration with replaced numbers"))
        self._arrival = 0
        history = (*self._session.document.state.history, record)
        self._session.document.edit(text, checkpoint=checkpoint, history=history, overrides=())

    def _is_ready(self) -> bool:
        """Say whether a move makes sense; the first command pauses training, or opens the pass."""
        if self._session.run.is_running:
            self._session.pause()
        elif not self.is_open:
            self.open(self.subject)
        else:
            return True
        return False

    @Slot(object)
    def _on_replayed(self, loaded: Loaded) -> None:
        self.travelling_changed.emit(False)
        if loaded.key is not self._wanted:
            return
        if loaded.failure:
            self.status.emit(loaded.reason)
        else:
            self._arrive(loaded.result, self._wanted[1])  # type: ignore[index]  # as `go_to_iteration` made it

    def _arrive(self, checkpoint: Checkpoint, cursor: int) -> None:
        self._wanted = None
        self._session.when_idle(partial(self._go_back, checkpoint, cursor))

    def _go_back(self, checkpoint: Checkpoint, cursor: int) -> None:
        document = self._session.document
        source = QT_TRANSLATE_NOOP("Debugger", "Go back to iteration {iteration}")
        text = Phrase("Debugger", source, {"iteration": checkpoint.iteration + 1})
        self.timeline.keep_until(checkpoint)
        self._arrival, self.is_open = cursor, True
        history = until(document.state.history, checkpoint.iteration)
        document.edit(text, merge_key="time travel", checkpoint=checkpoint, history=history)

    # ---- breakpoints

    @property
    def _spec(self) -> NetworkSpec:
        return self._session.document.state.spec

    def _look_for(self, breakpoints: tuple[Breakpoint, ...], latest: bool) -> None:
        stretches = self.timeline.stretches(self.iteration - 1 if latest else self.iteration)
        if not stretches:
            self.status.emit(self.tr("There is no training to look through: it began here."))
            return
        self.searching_changed.emit(True)
        self.search.start(stretches[::-1] if latest else stretches, breakpoints, latest=latest)

    @Slot(object)
    def _on_found(self, stop: Stop | None) -> None:
        self.searching_changed.emit(False)
        if stop is None:
            self.status.emit(self.tr("Nothing of that kind happened on the way here."))
            return
        self._found = stop
        if stop.iteration == self.iteration:
            self.open()
            self._show_stop(stop)
        else:
            self.go_to_iteration(stop.iteration)

    @Slot(object)
    def _on_run_stopped(self, stop: Stop) -> None:
        self.open()
        self._show_stop(stop)

    def _show_stop(self, stop: Stop) -> None:
        """Stand at the event that made the guilty number."""
        self._found = None
        self._stop(guilty_event(self._spec, self.trace, stop, self.breakpoints.enabled), stop)

    def _stop(self, index: int, stop: Stop) -> None:
        self.stepper.go(index + 1)
        self.set_element(_element_of(stop, self.trace))
        self.stopped.emit(stop)
        self._session.request_panel("debugger")

    # ---- the pass that is shown

    @Slot()
    def _refresh(self) -> None:
        if not self.is_open or self._session.run.is_running:
            return
        if self.subject == "sample":
            self._pass = None
            self.stepper.show(None, self._take_arrival(self.stepper.cursor))
            return
        before, self._pass = self._pass, self._next_pass(self._session.document.state)
        if before is not None and self._pass is not None and _same_pass(before, self._pass):
            self._take_arrival(0)
            return
        stays = before is not None and self._pass is not None and before.iteration == self._pass.iteration
        self.earlier = self.trace if stays else ()
        self.stepper.show(self._record, self._take_arrival(self.stepper.cursor if stays else 0))
        if self._found is not None and self._found.iteration == self.iteration:
            self._show_stop(self._found)

    def _take_arrival(self, otherwise: int) -> int:
        arrival, self._arrival = self._arrival, None
        return otherwise if arrival is None else arrival

    def _next_pass(self, state: DocumentState) -> TrainingPass | None:
        data = self._session.data
        if data is None:
            return None
        replaced = {(each.name, each.index): each.value for each in self.overrides if self.row is None}
        return TrainingPass(state.spec, state.checkpoint, state.config, data, self.row, replaced)

    def _record(self, depth: Depth) -> tuple[Event, ...]:
        """Record the pass, layer by layer where its nodes would take too much memory."""
        if self._pass is None:
            return ()
        try:
            return self._pass.record(depth)
        except (KeyError, IndexError) as error:  # a replaced number that this pass does not have
            self.status.emit(str(error))
            self._pass = replace(self._pass, overrides={})
            return self._record(depth)
        except ValueError as error:
            self.status.emit(str(error))
        return () if depth == "layer" else self._record("layer")

    @Slot(object)
    def _on_data_changed(self, _data: object) -> None:
        self._refresh()

    @Slot(bool)
    def _on_running_changed(self, running: bool) -> None:
        if not running:
            self._refresh()

    @Slot()
    def _on_trace_changed(self) -> None:
        if self.is_open and not self.stepper.is_open:  # the flow player was closed, and with it the pass
            self.is_open, self._pass = False, None
            self.opened_changed.emit(False)
        self.trace_changed.emit()

    @Slot(int)
    def _on_stepper_moved(self, _cursor: int) -> None:
        if self.is_open:
            self.moved.emit()


def _element_of(stop: Stop, trace: tuple[Event, ...]) -> Element | None:
    """Return the guilty number, where the finding says which it is."""
    for found in stop.findings:
        array = next((e.values[found.name] for e in reversed(trace) if found.name in e.values), None)
        given = [each for each in (found.sample, found.neuron) if each is not None]
        if array is not None and given:
            padded = (0,) * (array.ndim - len(given)) + tuple(given[-array.ndim :] if array.ndim else ())
            return Element(found.name, padded)
    return None


def _same_pass(a: TrainingPass, b: TrainingPass) -> bool:
    same_things = a.checkpoint is b.checkpoint and a.data is b.data and a.row == b.row and a.overrides == b.overrides
    return same_things and replace(a.config, epochs=b.config.epochs) == b.config and a.spec == b.spec
