"""The search of a window: begun, cancelled, gone on with, and what its table says."""

from __future__ import annotations

import contextlib
import math
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QStandardPaths, Signal, Slot

from nn.runs.evidence import Influence, at_the_edge, influence, narrowed, widened
from nn.runs.held_out import count_held
from nn.runs.ranges import Span
from playground.session.loading import Job, Loaded, Loader
from playground.session.phrase import said
from playground.session.runs.trials_at_work import TrialsAtWork
from playground.session.searching.at_work import Verdict, Where, judged, left_behind, results, verdict_path

if TYPE_CHECKING:
    from nn.datasets.base import Dataset
    from nn.messages import Message
    from nn.runs.ranges import Range
    from nn.runs.trial import Result
    from playground.session.library import Library
    from playground.session.searching.plan import Plan

_READING, _JUDGING, _FINDING = "reading", "judging", "finding"
_FOLDER = "searches"


@dataclass(frozen=True)
class Findings:
    """What the table of a search says.

    Attributes
    ----------
    influences : tuple of Influence
        Of each range, where there are enough trials.
    edges : tuple of Message
        Ranges at whose end the best lies, in words.
    around, wider : tuple of Range
        The ranges around the best fifth; and all ranges, those going on at whose end the best lies.
    machines : tuple of str
        Where the trials were made: of several, the bits may differ.
    """

    influences: tuple[Influence, ...]
    edges: tuple[Message, ...]
    around: tuple[Range, ...]
    wider: tuple[Range, ...] = ()
    machines: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class _Before:
    """A search that stands aside until the one that was begun after it has a first result."""

    plan: Plan | None
    results: list[Result]
    verdict: Verdict | None
    findings: Findings | None
    is_complete: bool
    path: Path
    lock: QLockFile | None

    def forget(self) -> None:
        """Take its files away."""
        if self.lock is not None:
            with contextlib.suppress(OSError):  # who may not take them away leaves them
                for path in (self.path, verdict_path(self.path)):
                    path.unlink(missing_ok=True)
            self.lock.unlock()


class Searching(QObject):
    """One search at a time, its results, and the journal from which the next start goes on.

    Attributes
    ----------
    plan : Plan or None
        What is tried, or was tried last.
    results : list of Result
        What came out, in the order in which it came.
    verdict : Verdict or None
        What the winner was worth on the test data.
    trouble : str
        Why it could not go on, in the person's language.
    waits_for : str
        What is missing for its trials to go on, in the person's language: it goes on by itself when that is there.
    """

    changed = Signal()
    """It has begun, come further or ended; or its findings are there."""
    failed = Signal(str)
    """Traceback of an error of the program."""

    def __init__(self, library: Library, parent: QObject, folder: Path | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self.plan: Plan | None = None
        self.results: list[Result] = []
        self._best_of: tuple[list[Result], int, Result | None] = self.results, 0, None
        self.verdict: Verdict | None = None
        self.findings: Findings | None = None
        self.trouble = self.waits_for = ""
        self.is_judging = False
        self._found_at = 0
        self._is_finding = False
        self._is_complete = self._was_cancelled = False
        self._data: Dataset | None = None
        self._path = Path()
        self._lock: QLockFile | None = None
        self._before: _Before | None = None
        self._folder = folder or _usual_folder()
        self._work = TrialsAtWork(self)
        self._work.arrived.connect(self._on_arrived)
        self._work.waiting.connect(self._on_waiting)
        self._work.ended.connect(self._on_ended)
        self._work.failed.connect(self.failed)
        self._loader = Loader(self)
        self._loader.loaded.connect(self._on_loaded)

    @property
    def is_running(self) -> bool:
        """Whether trials are at work."""
        return self._work.is_running

    @property
    def can_go_on(self) -> bool:
        """Whether there is a search that has not come to its end."""
        return self.plan is not None and not self.is_running and not self._is_complete

    @property
    def best(self) -> Result | None:
        """The best result so far, None without any; only those that came since it was asked last are looked at."""
        results, seen, found = self._best_of
        if results is not self.results:
            seen, found = 0, None
        for result in self.results[seen:]:
            if found is None or result.rank < found.rank:
                found = result
        self._best_of = self.results, len(self.results), found
        return found if found is not None and math.isfinite(found.score) else None

    @property
    def count(self) -> int:
        """How many trials there will be, as far as that is known."""
        return 0 if self.plan is None else max(self.plan.count, len(self.results))

    # ---- what a person does

    def start(self, plan: Plan, where: Where, seconds: float = math.inf) -> str:
        """Begin a search; return why it cannot begin, in the person's language, empty if it does.

        The one before goes with its files when this one has a first result: one that fails before that gives way to it.
        """
        if self._library.data is None:
            return self.tr("The data are still being loaded.")
        try:
            plan.check()
            count_held(len(self._library.data.x))
            self._take_place()
        except (TypeError, ValueError, OSError) as error:
            return said(error)
        self.plan, self.results, self.verdict, self.findings = plan, [], None, None
        self._begin(where, seconds, goes_on=False)
        return ""

    def go_on(self, where: Where, seconds: float = math.inf) -> str:
        """Go on with the search that was cancelled or left behind; return why not, empty if it does."""
        if self.plan is None or self._library.data is None:
            return self.tr("The data are still being loaded.")
        self._begin(where, seconds, goes_on=True)
        return ""

    def _begin(self, where: Where, seconds: float, *, goes_on: bool) -> None:
        assert self.plan is not None
        assert self._library.data is not None
        self.trouble, self._was_cancelled, self._is_complete, self._found_at = "", False, False, 0
        self._data = data = self._library.data
        tell = self._work.waiting.emit
        self._work.start(partial(results, self.plan, data, where, self._path, goes_on, tell), seconds)
        self.changed.emit()

    @Slot()
    def cancel(self) -> None:
        """Give up the trials at work; what is done stays."""
        self._was_cancelled = True
        self._work.cancel()

    def close(self) -> None:
        """End all threads and processes; the journal stays for the next start."""
        self._work.close()
        self._loader.close()
        self._settle(has_failed=True)
        if self._lock is not None:
            self._lock.unlock()

    # ---- what was left behind

    def look_for_one_left_behind(self) -> None:
        """Have the search of an earlier start read, the latest one that no window works on; `changed` follows."""
        if self.plan is not None or self._lock is not None:
            return
        paths = sorted(self._folder.glob("*.journal"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in paths:
            lock = QLockFile(f"{path}.lock")
            lock.setStaleLockTime(0)
            if lock.tryLock(0):
                self._path, self._lock = path, lock
                self._loader.load(Job(_READING, partial(left_behind, path)))
                return

    def _take_up(self, found: tuple[Plan, list[Result], Verdict | None] | None) -> None:
        """Show a search that was read; one that cannot be read is as if it were not there."""
        if self.plan is None and found is not None:
            self.plan, self.results, self.verdict = found
            self._is_complete = self.verdict is not None

    def _take_place(self) -> None:
        """Make room for a new journal; the search before stands aside."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._before = _Before(
            self.plan, self.results, self.verdict, self.findings, self._is_complete, self._path, self._lock
        )
        self._path = self._folder / f"search-{time.time_ns()}.journal"
        self._lock = QLockFile(f"{self._path}.lock")
        self._lock.setStaleLockTime(0)
        self._lock.tryLock(0)

    def _settle(self, *, has_failed: bool = False) -> None:
        """Let the search before go; or bring it back, if the one after it failed before it came to anything."""
        before, self._before = self._before, None
        if before is None:
            return
        if not (has_failed and before.results and not self.results):
            before.forget()
            return
        _Before(None, [], None, None, False, self._path, self._lock).forget()
        self.plan, self.results, self.verdict, self.findings = (
            before.plan,
            before.results,
            before.verdict,
            before.findings,
        )
        self._path, self._lock, self._is_complete = before.path, before.lock, before.is_complete

    # ---- what comes back

    @Slot(object)
    def _on_arrived(self, result: Result) -> None:
        self._settle()
        self.results.append(result)
        self.changed.emit()

    @Slot(object)
    def _on_waiting(self, reason: Message | None) -> None:
        if self.is_running:
            self.waits_for = "" if reason is None else said(reason)
            self.changed.emit()

    @Slot(str)
    def _on_ended(self, reason: str) -> None:
        self.trouble, self.waits_for = reason, ""
        self._settle(has_failed=bool(reason))
        is_up = self._work.is_time_up
        if not reason and not self._was_cancelled and not is_up:
            self._is_complete = True
            self._judge()
        elif is_up and not reason:
            self.trouble = self.tr("The time is up.")
        self.changed.emit()

    def _judge(self) -> None:
        """Have the winner judged on the test data, once."""
        best, plan = self.best, self.plan
        if best is None or plan is None or self.verdict is not None:
            return  # nothing to judge, or it was judged before
        if self._data is None or not len(self._data.x_test):
            return
        self.is_judging = True
        self._loader.load(Job(_JUDGING, partial(judged, plan, self._data, best, len(self.results), self._path)))

    def find(self) -> None:
        """Have the table read for what it says, if it has grown by a tenth; `changed` follows."""
        plan, count = self.plan, len(self.results)
        has_grown = count >= 1.1 * self._found_at if self.is_running else count != self._found_at
        if plan is None or self._is_finding or not count or not has_grown:
            return
        self._is_finding, self._found_at = True, count
        self._loader.load(Job(_FINDING, partial(_findings, plan.ranges, tuple(self.results))))

    @Slot(object)
    def _on_loaded(self, loaded: Loaded) -> None:
        if loaded.key == _READING:
            self._take_up(loaded.result)
        elif loaded.key == _JUDGING:
            self.is_judging, self.verdict = False, loaded.result
            if loaded.failure:
                self.trouble = loaded.reason
        else:
            self._is_finding, self.findings = False, loaded.result
            if loaded.failure:
                self.failed.emit(loaded.failure)
        self.changed.emit()


def _findings(ranges: tuple[Range, ...], found: tuple[Result, ...]) -> Findings:
    best = min(found, key=lambda result: result.rank)
    machines = tuple(sorted({each.machine for each in found if each.machine}))
    if not math.isfinite(best.score):
        return Findings((), (), (), machines=machines)
    influences = (influence(each, found) for each in ranges if isinstance(each, Span))
    return Findings(
        tuple(each for each in influences if each is not None),
        tuple(at_the_edge(ranges, best)),
        narrowed(ranges, found),
        widened(ranges, best),
        machines,
    )


def _usual_folder() -> Path:
    root = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    return Path(root) / _FOLDER
