"""Long work as a generator, done in slices in a thread of its own: it tells how far it is and can be given up."""

from __future__ import annotations

import time
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from playground.safety.threads import WorkerThread
from playground.session.loading import Loaded
from playground.session.phrase import said

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

SLICE_S = 0.005
"""How long work goes on before it looks whether it was given up."""
REPORT_S = 0.05
"""From one report of how far it is to the next."""


@dataclass(frozen=True, eq=False)
class Work:
    """Something long to do.

    Attributes
    ----------
    key
        What it was when it tells something.
    make
        Gives the generator, in the thread; what it yields is told now and then, what it returns is the result.
    tells_all
        Whether everything that it yields is told, as tuples, and not only the latest: None is nothing to tell.
    """

    key: object
    make: Callable[[], Generator[Any, None, Any]]
    tells_all: bool = False


class Slices(QObject):
    """Does one work at a time; a new one takes the place of the one before."""

    told = Signal(object, object)
    """The key of the work and what it yielded last: some of it, at most 20 times a second."""
    done = Signal(object)
    """Loaded: the result or the failure, unless it was given up."""
    _asked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: WorkerThread | None = None
        self._work: Work | None = None
        self._is_closed = False

    @property
    def key(self) -> object:
        """The key of the work that is under way, None without one."""
        return None if self._work is None else self._work.key

    def start(self, work: Work) -> None:
        """Do this from now on, and give up what was under way."""
        if self._is_closed:
            return
        self._ensure_thread()
        self._work = work
        self._asked.emit(work)

    def cancel(self) -> None:
        """Give up what is under way; nothing more is heard of it."""
        if self._work is not None:
            self._work = None
            self._asked.emit(None)

    def close(self) -> None:
        """Give up what is under way and end the thread."""
        self._is_closed, self._work = True, None
        if self._thread is not None:
            self._thread.end()
            self._thread = None

    def _ensure_thread(self) -> None:
        if self._thread is None:
            worker = _Worker()
            self._asked.connect(worker.do)
            worker.told.connect(self._on_told)
            worker.done.connect(self._on_done)
            self._thread = WorkerThread(worker, "past", self)
            self._thread.begin()

    @Slot(object, object)
    def _on_told(self, work: Work, what: object) -> None:
        if work is self._work:
            self.told.emit(work.key, what)

    @Slot(object, object)
    def _on_done(self, work: Work, loaded: Loaded) -> None:
        if work is self._work:
            self._work = None
            self.done.emit(loaded)


class _Worker(QObject):
    """The half that lives in the thread: between two slices its event loop hears what is asked."""

    told = Signal(object, object)
    done = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)
        self._work: Work | None = None
        self._steps: Generator[Any, None, Any] | None = None
        self._report_at = 0.0
        self._untold: list[Any] = []

    @Slot(object)
    def do(self, work: Work | None) -> None:
        """Take up a work, or give up the one at hand."""
        self._work, self._steps, self._untold = work, None, []
        self._report_at = time.perf_counter() + REPORT_S
        if work is None:
            self._timer.stop()
        else:
            self._timer.start(0)

    @Slot()
    def _go_on(self) -> None:
        if self._work is None:
            return
        try:
            self._steps = self._steps or self._work.make()
            self._slice(self._steps)
        except StopIteration as end:
            self._end(Loaded(self._work.key, end.value))
        except Exception as error:  # noqa: BLE001 - whatever it is, the person must see it
            self._end(Loaded(self._work.key, failure=traceback.format_exc(), reason=said(error)))

    def _slice(self, steps: Generator[Any, None, Any]) -> None:
        assert self._work is not None
        tells_all, until = self._work.tells_all, time.perf_counter() + SLICE_S
        # around next() and not inside the generator: from a suspended generator the setting would leak out
        with np.errstate(all="ignore"):
            while True:
                step = next(steps)
                if tells_all and step is not None:
                    self._untold.append(step)
                now = time.perf_counter()
                if now >= until:
                    break
        if now >= self._report_at:
            self._report_at = now + REPORT_S
            self._tell(step)

    def _tell(self, step: object) -> None:
        if self._work is not None and self._work.tells_all:
            step, self._untold = tuple(self._untold), []
        self.told.emit(self._work, step)

    def _end(self, loaded: Loaded) -> None:
        if self._untold:
            self._tell(None)
        work, self._work, self._steps = self._work, None, None
        self._timer.stop()
        self.done.emit(work, loaded)
