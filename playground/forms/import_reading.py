"""Files read in the thread that reads pictures, with progress, and given up when nobody wants them any more.

That thread lives as long as the session. One for each dialog would end while the window makes its next widgets, and
the two can wait for each other for ever.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from nn.imports import BadFile, Cancelled
from playground.session.loading import Job

if TYPE_CHECKING:
    from collections.abc import Callable

    from nn.imports.file_bytes import Watch
    from playground.session.loading import Loaded, Loader

    Work = Callable[[Watch], Any]


class ImportReading(QObject):
    """Does the work that came last; `done` or `refused` follows, unless it is superseded or forgotten."""

    progressed = Signal(int)
    """Per cent of the work that are done."""
    done = Signal(object)
    """What the work returned."""
    refused = Signal(object)
    """BadFile: why the file cannot be used and what to do, in one sentence."""
    failed = Signal(str)
    """Traceback of an error of the program."""
    _told = Signal(object, int)

    def __init__(self, loader: Loader, parent: QObject) -> None:
        super().__init__(parent)
        self._loader = loader
        self._loader.loaded.connect(self._on_loaded)
        self._told.connect(self._on_told)
        self._task: _Task | None = None

    @property
    def is_reading(self) -> bool:
        """Whether there is work that has not been answered."""
        return self._task is not None

    def read(self, work: Work) -> None:
        """Begin some work, in place of what is being done."""
        self.forget()
        self._task = task = _Task(work, self._told)
        self._loader.load(Job(task, task.run))

    @Slot()
    def forget(self) -> None:
        """Give up the present work, which ends at its next look at the watch; no signal follows."""
        if self._task is not None:
            self._task.is_unwanted = True
        self._task = None

    @Slot(object, int)
    def _on_told(self, task: _Task, share: int) -> None:
        if task is self._task:
            self.progressed.emit(share)

    @Slot(object)
    def _on_loaded(self, loaded: Loaded) -> None:
        if loaded.key is not self._task:
            return
        self._task = None
        if loaded.failure:
            self.failed.emit(loaded.failure)
        elif isinstance(loaded.result, BadFile):
            self.refused.emit(loaded.result)
        else:
            self.done.emit(loaded.result)


class _Task:
    """A piece of work that can be told to stop, and tells each per cent once."""

    def __init__(self, work: Work, told: Any) -> None:
        self.is_unwanted = False
        self._work, self._told, self._share = work, told, -1

    def run(self) -> Any:
        """Return what the work gives, or the reason why it gives nothing: an answer and no error of the program."""
        try:
            return self._work(self._watch)
        except (BadFile, Cancelled) as answer:
            return answer

    def _watch(self, share: float) -> None:
        if self.is_unwanted:
            raise Cancelled
        if int(share * 100) != self._share:
            self._share = int(share * 100)
            self._told.emit(self, self._share)
