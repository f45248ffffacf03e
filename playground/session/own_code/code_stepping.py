"""The debugger over a person's own code: it has the commands of the other one, over a recording."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal, Slot

from playground.session.loading import Job, Loaded, Loader
from playground.session.own_code.condition_search import ConditionSearch
from playground.session.own_code.recording_task import RecordingTask

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from playground.session.own_code.own_code import OwnCode
    from playground.session.own_code.recording_job import RecordedCode
    from playground.session.own_code.training.replay import Replay
    from playground.session.own_code.walk import Moment, Walk


class CodeStepping(QObject):
    """Lets the code run once, recorded, and walks over what happened.

    Attributes
    ----------
    walk : Walk or None
        The recording, None as long as there is none.
    place : int
        Where on the way it stands; at the end everything has happened.
    result : RecordedCode or None
        What came of the last run.
    breakpoints : mapping of int to str
        Lines at which `step_on` and its way back stop, each with the condition that must hold, or without one.
    search : ConditionSearch
        On its way from breakpoint to breakpoint as long as no condition holds.
    """

    opened_changed = Signal(bool)
    moved = Signal()
    changed = Signal()
    """A run began or ended."""
    consent_wanted = Signal()
    """A person wants to step through code that may not run yet."""
    breakpoint_wanted = Signal()
    """The line of the cursor is to have a breakpoint, or none."""
    breakpoint_edit_wanted = Signal(int, object)
    """A line's breakpoint is to have another condition, or with None to go."""
    breakpoints_changed = Signal()
    value_wanted = Signal(int, str)
    """A line and a name: all of what it got there is to be seen."""
    run_to_wanted = Signal()
    """The line of the cursor is to be gone to."""
    failed = Signal(str)

    def __init__(self, own: OwnCode, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._own = own
        self.walk: Walk | None = None
        self.place = 0
        self.result: RecordedCode | None = None
        self.breakpoints: Mapping[int, str] = {}
        self.call: str | None = None
        """Lines that let the code do something, as a person wrote them; None: to be found."""
        self.wanted = ""
        """The class or function that is looked at, for which these lines are found."""
        self._job: RecordingTask | None = None
        self._loader = Loader(self)
        self._loader.loaded.connect(self._on_loaded)
        self.search = ConditionSearch(self)
        self.search.arrived.connect(self._on_arrived)
        self.search.progressed.connect(self.changed)
        own.changed.connect(self._on_code_changed)

    # ---- open and closed

    @property
    def is_open(self) -> bool:
        """Whether there is a recording to walk over."""
        return self.walk is not None

    @property
    def is_busy(self) -> bool:
        """Whether the code runs at the moment."""
        return self._job is not None

    @property
    def is_current(self) -> bool:
        """Whether the last run was one of the code as it is now."""
        code = self._own.code
        return self.result is not None and code is not None and self.result.code.text == code.text

    @property
    def moment(self) -> Moment | None:
        """The line that is about to run, None at the end or where nothing is open."""
        walk = self.walk
        return walk.moments[self.place] if walk is not None and self.place < walk.end else None

    @property
    def call_in_sight(self) -> int:
        """The call that is looked at: that of the next line, at the end that of the last one."""
        walk = self.walk
        if walk is None or not len(walk):
            return -1
        return walk.moments[min(self.place, walk.end - 1)].call

    def open(self, call: str | None = None) -> None:
        """Let the code run, recorded; `changed` follows when it has."""
        code = self._own.code
        if code is None or not code.text.strip():
            return
        if not self._own.may_run:
            self.consent_wanted.emit()
            return
        self.call = call if call is not None else self.call
        self._run(RecordingTask(code, self.call, wanted=self.wanted))

    def open_iteration(self, replay: Replay) -> None:
        """Make an iteration of a training of this very code once more, recorded; `changed` follows."""
        code = self._own.code
        if code is not None and self._own.may_run:
            self.stop()
            self._run(RecordingTask(code, None, replay))

    def _run(self, job: RecordingTask) -> None:
        self.cancel()
        self._job = job
        self._loader.load(Job(job, job.run))
        self.changed.emit()

    def cancel(self) -> None:
        """End a run or a search that is under way."""
        self.search.cancel()
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self.changed.emit()

    def stop(self) -> None:
        """Leave the recording."""
        self.search.cancel()
        if self.walk is not None:
            self.walk = None
            self.opened_changed.emit(False)
            self.moved.emit()

    def close(self) -> None:
        """End what runs, and the thread."""
        self.cancel()
        self._loader.close()

    @Slot(object)
    def _on_loaded(self, loaded: Loaded) -> None:
        if loaded.key is not self._job:
            return  # it was cancelled
        self._job = None
        if loaded.failure:
            self.failed.emit(loaded.failure)
            self.changed.emit()
            return
        self.result = result = cast("RecordedCode", loaded.result)
        if result.recorded is not None and result.code is self._own.code:
            walk = result.walk
            if walk is not None and len(walk):
                is_same_way = self.walk is not None and len(self.walk) == len(walk)
                self.walk, self.place = walk, self.place if is_same_way else 0
                self.opened_changed.emit(True)
                self.moved.emit()
        self.changed.emit()

    @Slot()
    def _on_code_changed(self) -> None:
        code = self._own.code
        shown = self.result.code if self.result is not None else None
        if shown is not None and (code is None or (code.path, code.name) != (shown.path, shown.name)):
            self.call = None
        if shown is not None and (code is None or code.text != shown.text):
            self.stop()  # the lines are others by now
            if self.result is not None and self.result.trouble:
                self.changed.emit()  # it was another code's

    # ---- the debugger's commands

    def step_into(self) -> None:
        """Go to the next line, wherever it is."""
        self._step(lambda walk, place: walk.into(place))

    def step_over(self) -> None:
        """Go to the next line of the function."""
        self._step(lambda walk, place: walk.over(place))

    def step_out(self) -> None:
        """Go to where the function was called."""
        self._step(lambda walk, place: walk.out(place))

    def step_back(self) -> None:
        """Go to the line before."""
        self._step(lambda walk, place: walk.back(place))

    def step_on(self) -> None:
        """Go on to the next breakpoint, or to the end."""
        self._search(lambda walk: walk.end, lambda walk, place: walk.on(place, self.breakpoints))

    def reverse_continue(self) -> None:
        """Go back to the breakpoint before, or to the beginning."""
        self._search(lambda _walk: 0, lambda walk, place: walk.back_on(place, self.breakpoints))

    def _search(self, last: Callable[[Walk], int], move: Callable[[Walk, int], int]) -> None:
        """Go from breakpoint to breakpoint, until the condition of one holds."""
        walk = self.walk
        if walk is None:
            self.open()
        elif self.place != last(walk):
            self.search.start(self.place, last(walk), partial(move, walk), self._holding())

    def give_up_search(self) -> None:
        """Stay where it stands."""
        self.search.cancel()
        self.changed.emit()

    @Slot(int)
    def _on_arrived(self, place: int) -> None:
        self.changed.emit()
        self.go_to(place)

    def set_breakpoints(self, breakpoints: Mapping[int, str]) -> None:
        """Take the breakpoints as they stand beside the code."""
        if breakpoints != self.breakpoints:
            self.breakpoints = dict(breakpoints)
            self.breakpoints_changed.emit()

    def _holding(self) -> Callable[[int], bool]:
        """Return what says whether the condition of a breakpoint holds at a place."""
        from playground.session.own_code.conditions import Conditions

        assert self.result is not None
        return Conditions(self.result, self.breakpoints).holds

    def restart(self) -> None:
        """Go to the beginning."""
        self._step(lambda _walk, _place: 0)

    def run_to_line(self, line: int) -> None:
        """Go to where a line runs next."""
        self._step(lambda walk, place: place if (found := walk.to_line(place, line)) is None else found)

    def go_to(self, place: int) -> None:
        """Stand somewhere on the way."""
        walk = self.walk
        self.search.cancel()
        if walk is not None and 0 <= place <= walk.end and place != self.place:
            self.place = place
            self.moved.emit()

    def _step(self, move: Callable[[Walk, int], int]) -> None:
        if self.walk is None:
            self.open()
        else:
            self.go_to(move(self.walk, self.place))
