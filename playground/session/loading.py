"""Reading data without holding up the window."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from playground.safety.threads import WorkerThread
from playground.session.phrase import said

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, eq=False)
class Job:
    """Something to load; the key says what it was when the result comes."""

    key: object
    load: Callable[[], Any]


@dataclass(frozen=True, eq=False)
class Loaded:
    """The outcome of a job: a result, or the traceback, the sentence and the kind of an error."""

    key: Any
    result: Any = None
    failure: str = ""
    reason: str = ""
    error: type[BaseException] | None = None


class Loader(QObject):
    """Does jobs one after the other in a thread of its own and tells when one is done."""

    loaded = Signal(object)
    """Loaded: emitted in the thread of the loader's owner."""
    _requested = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: WorkerThread | None = None
        self._is_closed = False  # a field that loses the focus while its window goes may still ask for something

    def load(self, job: Job) -> None:
        """Do `job`; `loaded` follows, unless the loader has been closed."""
        if self._is_closed:
            return
        self._ensure_thread()
        self._requested.emit(job)

    def close(self) -> None:
        """Drop the jobs not begun and end the thread when the present one is done."""
        self._is_closed = True
        if self._thread is None:
            return
        self._thread.end()
        self._thread = None

    def _ensure_thread(self) -> None:
        if self._thread is not None:
            return
        worker = _Worker()
        self._requested.connect(worker.do)
        worker.done.connect(self._on_worker_done)
        self._thread = WorkerThread(worker, "loading", self)
        self._thread.begin()

    @Slot(object)
    def _on_worker_done(self, loaded: Loaded) -> None:
        if self._thread is not None:
            self.loaded.emit(loaded)


class _Worker(QObject):
    done = Signal(object)

    @Slot(object)
    def do(self, job: Job) -> None:
        try:
            loaded = Loaded(job.key, job.load())
        except Exception as error:  # noqa: BLE001 - whatever it is, the person must see it
            loaded = Loaded(job.key, None, traceback.format_exc(), said(error), type(error))
        self.done.emit(loaded)
