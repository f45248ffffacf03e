"""Files read in the thread that reads pictures, with progress, and given up when nobody wants them any more.

That thread lives as long as the session. One for each dialog would end while the window makes its next widgets, and
the two can wait for each other for ever.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from nn.imports import BadFile
from playground.session.document.file_task import FileTask
from playground.session.loading import Job

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

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
        self._task: FileTask | None = None

    @property
    def is_reading(self) -> bool:
        """Whether there is work that has not been answered."""
        return self._task is not None

    def read(self, path: Path, work: Work) -> None:
        """Begin some work on a file, in place of what is being done."""
        self.forget()
        self._task = task = FileTask(path, work, self._told.emit, BadFile)
        self._loader.load(Job(task, task.run))

    @Slot()
    def forget(self) -> None:
        """Give up the present work, which ends at its next look at the watch; no signal follows."""
        if self._task is not None:
            self._task.is_unwanted = True
        self._task = None

    def let_go(self, things: list[Any]) -> None:
        """Empty a list in the thread: giving hundreds of MB back takes a while, for who holds them last."""
        self._loader.load(Job(object(), things.clear))

    @Slot(object, int)
    def _on_told(self, task: FileTask, share: int) -> None:
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
