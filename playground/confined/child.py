"""A confined process, as this program sees it: it is asked, it reports, it is stopped. It is believed nothing."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from numpy.typing import NDArray

from nn.messages import printable
from playground.confined.cleaning import cleaned
from playground.confined.ending import Ending, How, ending, not_started, of_exit, of_failure
from playground.confined.frames import Arrays, Frame, Garbled, packed, unpacked
from playground.confined.launching import Launched
from playground.confined.limits import MEGABYTE, Limits
from playground.confined.statement import Protection, named
from playground.confined.tasks import TASKS

SMALL = MEGABYTE
"""Bytes of arrays that a report may bring unasked."""
LARGE = 512 * MEGABYTE
"""Bytes of arrays that can be asked for."""
_REPORTS_WAITING = 16
_LOOK_AGAIN_S = 0.02
_DRAINING_S = 0.015
"""How long what a killed process had said is still waited for: the system ends its side of the pipe only after it has
freed its memory, and of gigabytes that takes a tenth of a second."""
_LAST_WORDS_S = 2.0
"""How long a process that is late, or has closed its side, gets to end by itself: to say at which line, or why."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a confined process said: plain data, texts that can be shown, nothing else is certain about it.

    Attributes
    ----------
    data : dict
    arrays : Mapping of str to ndarray
        Read-only.
    printed : str
        What the learner's code printed since the report before.
    left_out : int
        Characters that were printed beside.
    is_answer : bool
        Whether it is the last one.
    """

    data: dict[str, Any]
    arrays: Mapping[str, NDArray[Any]] = field(default_factory=lambda: MappingProxyType({}))
    printed: str = ""
    left_out: int = 0
    is_answer: bool = False


class Child:
    """A confined process that does one task of ours with a learner's code.

    `ask` what it shall do, read its `reports`, `stop` it: each from any thread. A process that does not keep to its
    limits, or does not stop, is killed, and `ending` says so.

    Parameters
    ----------
    task : str
        One of `playground.confined.tasks.TASKS`.
    limits : Limits, optional
    without : sequence of str
        Protections that are left out ("landlock", "seccomp", "limits"), to see what the others hold.
    """

    def __init__(self, task: str, limits: Limits | None = None, without: Sequence[str] = ()) -> None:
        if task not in TASKS:
            raise ValueError(f"no task {task!r}")
        self._limits = limits or Limits()
        self._order = {"task": task, "limits": self._limits.for_child(), "without": list(without)}
        self._launched: Launched | None = None
        self._protection: Protection | None = None
        self._most_arrays = SMALL
        self._to_send: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._reports: queue.SimpleQueue[Report | None] = queue.SimpleQueue()
        self._room = threading.Semaphore(_REPORTS_WAITING)
        self._lock = threading.Lock()
        self._deadlines: dict[How, float] = {}
        self._is_asked = False
        self._kill_at: float | None = None
        self._reason: Ending | None = None
        self._is_ready, self._is_finishing, self._has_ended = (threading.Event() for _ in range(3))
        self._is_other = threading.Event()  # what is waited for

    # ---- what the program does with it

    def start(self) -> None:
        """Start the process; it prepares itself while the caller goes on."""
        self._begin(self._live)

    @property
    def protection(self) -> Protection | None:
        """What holds: waits until the process is ready; None if it ended before."""
        self._is_ready.wait()
        return self._protection

    @property
    def ending(self) -> Ending | None:
        """How it ended, None while it runs."""
        return self._reason if self._has_ended.is_set() else None

    def ask(self, data: Mapping[str, Any], arrays: Arrays | None = None, expects: int = SMALL) -> None:
        """Send it an order; nothing happens if it has ended.

        Parameters
        ----------
        data : mapping
            Plain data.
        arrays : mapping of str to ndarray, optional
        expects : int
            Bytes of arrays that a report may bring from now on, at most `LARGE`.
        """
        content = packed(data, arrays)
        self._most_arrays = max(SMALL, min(expects, LARGE))
        self._is_asked = True
        if self._is_ready.is_set():
            self._begin_to_count()
        self._to_send.put(content)

    def reports(self) -> Iterator[Report]:
        """Hand out what it reports until it has ended; the answer, if there is one, comes last."""
        while (report := self._reports.get()) is not None:
            self._room.release()
            yield report

    def stop(self, grace: float = 1.0) -> None:
        """Ask it to end with what it has; after `grace` seconds it is killed. Returns at once."""
        self._ask_to_end(How.STOPPED, grace)

    def kill(self) -> None:
        """End it now. Returns at once."""
        self._ask_to_end(How.STOPPED, 0.0)

    def wait(self, seconds: float | None = None) -> Ending | None:
        """Wait until it has ended."""
        self._has_ended.wait(seconds)
        return self.ending

    # ---- its life

    def _begin(self, work: Callable[[], None]) -> None:
        threading.Thread(target=work, name=f"confined {work.__name__}", daemon=True).start()

    def _live(self) -> None:
        """Start the process and watch it, in one thread: with that, so with this program, the system ends it."""
        try:
            self._launched = None if self._reason else Launched(self._order)
        except OSError as error:
            self._note(not_started(error))
        if self._launched is None:  # ended before it began
            self._finish()
            return
        self._set_deadline(How.NOT_STARTED, self._limits.start_seconds)
        self._begin(self._read_on)
        self._begin(self._send_on)
        self._watch()

    # ---- what it says

    def _read_on(self) -> None:
        assert self._launched is not None
        try:
            while (frame := unpacked(self._launched.read, self._most_arrays)) and not self._take(frame):
                pass
        except (Garbled, OSError, ValueError, MemoryError):
            self._note(ending(How.GARBLED, self._limits))
        finally:
            self._finish()
            self._launched.close_reading()

    def _take(self, frame: Frame) -> bool:
        """Make a report of a frame; say whether it was the last one."""
        kind, data = frame.data.get("kind"), cleaned(frame.data.get("data"))
        if not isinstance(data, dict):
            raise Garbled("no object")
        if not self._is_ready.is_set():
            self._become_ready(kind, data)
            return False
        if kind not in ("report", "answer", "failure"):
            raise Garbled("no kind of report")
        self._set_deadline(How.QUIET, self._limits.quiet_seconds)
        if kind == "failure":
            self._note(of_failure(data, self._limits))
        elif kind == "answer":
            self._note(ending(How.ANSWERED, self._limits))
        self._hand_out(_report(frame, data, is_answer=kind == "answer"))
        return kind != "report"

    def _become_ready(self, kind: object, data: dict[str, Any]) -> None:
        """Take the first word, which was said before any code of the learner ran."""
        held = data.get("held")
        if kind != "ready" or not isinstance(held, list):
            raise Garbled("not ready")
        self._protection = named(held)
        self._set_deadline(How.NOT_STARTED, None)
        self._is_ready.set()
        if self._is_asked:
            self._begin_to_count()

    def _hand_out(self, report: Report) -> None:
        """Wait for room: who reports faster than is read, waits."""
        while not (report.is_answer or self._room.acquire(timeout=_LOOK_AGAIN_S)):
            if self._reason is not None:
                return
        self._reports.put(report)

    # ---- what it is told

    def _send_on(self) -> None:
        assert self._launched is not None
        self._is_ready.wait()
        with suppress(OSError):  # of one that has ended: the thread that reads says how
            while (content := self._to_send.get()) is not None:
                self._launched.write(content)
        self._launched.close_writing()

    # ---- endings

    def _watch(self) -> None:
        """Sleep until the next moment at which something is to be done, or there is another one."""
        while not self._has_ended.is_set():
            self._is_other.wait(self._until_next())
            self._is_other.clear()
            now = time.monotonic()
            late = [how for how, deadline in self._deadlines.items() if now >= deadline]
            if late:
                self._ask_to_end(late[0], 0.0 if late[0] is How.NOT_STARTED else _LAST_WORDS_S)
            if self._kill_at is not None and now >= self._kill_at:
                self._kill_at = None
                assert self._launched is not None
                self._launched.kill()
                self._has_ended.wait(_DRAINING_S)
                self._tell_ended()
                self._finish()  # where a process of its own keeps the pipe open, the thread that reads waits for ever

    def _until_next(self) -> float | None:
        """Return the seconds to the next deadline, None if there is none."""
        with self._lock:
            ahead = [*self._deadlines.values(), *([] if self._kill_at is None else [self._kill_at])]
        return max(0.0, min(ahead) - time.monotonic()) if ahead else None

    def _ask_to_end(self, how: How, grace: float) -> None:
        self._note(ending(how, self._limits))
        with self._lock:
            self._deadlines = {}
            self._kill_at = time.monotonic() + grace
        self._is_other.set()
        self._to_send.put(packed({"order": "stop"}))

    def _begin_to_count(self) -> None:
        self._set_deadline(How.LATE, self._limits.seconds)
        self._set_deadline(How.QUIET, self._limits.quiet_seconds)

    def _set_deadline(self, how: How, seconds: float | None) -> None:
        with self._lock:
            deadlines = {other: at for other, at in self._deadlines.items() if other is not how}
            if seconds is not None and self._reason is None:
                deadlines[how] = time.monotonic() + seconds
            self._deadlines = deadlines
        if seconds is not None:
            self._is_other.set()

    def _note(self, reason: Ending) -> None:
        """Keep why it ended: the first reason counts, a later one may know the line."""
        with self._lock:
            if self._reason is None:
                self._reason = reason
            elif self._reason.line is None and reason.how is How.STOPPED and reason.line is not None:
                self._reason = ending(self._reason.how, self._limits, reason.line)

    def _finish(self) -> None:
        """Wait until it is gone, and clear away what it leaves."""
        with self._lock:
            if self._is_finishing.is_set():
                return
            self._is_finishing.set()
        if self._launched is not None:
            exit_ = self._launched.end(_LAST_WORDS_S if self._reason is None else 0.0)
            self._note(of_exit(exit_, self._limits))
        self._tell_ended()

    def _tell_ended(self) -> None:
        """Let everybody who waits go on: it does nothing any more."""
        self._has_ended.set()
        self._is_other.set()
        self._is_ready.set()
        self._to_send.put(None)
        self._reports.put(None)


def _report(frame: Frame, data: dict[str, Any], *, is_answer: bool) -> Report:
    prints = cleaned(frame.data.get("prints"))
    if not isinstance(prints, dict):
        raise Garbled("no prints")
    text, left_out = prints.get("text"), prints.get("left_out")
    if not isinstance(text, str) or type(left_out) is not int:
        raise Garbled("no prints")
    arrays = {printable(name): array for name, array in frame.arrays.items()}
    return Report(data, MappingProxyType(arrays), text, max(0, left_out), is_answer)
