"""A file that another program may change at any time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Iterable

_SETTLES_MS = 60
"""A program that saves writes a file in pieces or puts another in its place: what is read in between is half of it."""


class WatchedFile(QObject):
    """Tells that a file was changed, replaced, or is there again.

    Its folder is watched, too: many programs write another file and give it the name of the old one, and Qt forgets a
    file that was taken away.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path: Path | None = None
        self._watcher: QFileSystemWatcher | None = None
        self._seen = (0, 0, 0)
        self._soon = QTimer(self, singleShot=True, interval=_SETTLES_MS)
        self._soon.timeout.connect(self._on_settled)

    def watch(self, path: Path | None) -> None:
        """Watch another file, or none."""
        if path == self.path:
            return
        self.path = path
        self._soon.stop()
        if self._watcher is None:
            self._watcher = QFileSystemWatcher(self)
            self._watcher.fileChanged.connect(self._on_noticed)
            self._watcher.directoryChanged.connect(self._on_noticed)
        _remove(self._watcher, [*self._watcher.files(), *self._watcher.directories()])
        if path is not None:
            self._seen = _look(path)
            self._watcher.addPaths([each for each in (str(path), str(path.parent)) if Path(each).exists()])

    @Slot(str)
    def _on_noticed(self, _path: str) -> None:
        if not self._soon.isActive():  # it is not put off for ever by a folder in which something happens all the time
            self._soon.start()

    @Slot()
    def _on_settled(self) -> None:
        if self.path is None or self._watcher is None:
            return
        if str(self.path) not in self._watcher.files() and self.path.exists():
            self._watcher.addPath(str(self.path))
        seen = _look(self.path)
        if seen != self._seen:
            self._seen = seen
            self.changed.emit()


def _look(path: Path) -> tuple[int, int, int]:
    """Return what is another number when a file is another; zeros where there is none."""
    try:
        about = path.stat()
    except OSError:
        return 0, 0, 0
    return about.st_mtime_ns, about.st_size, about.st_ino


def _remove(watcher: QFileSystemWatcher, paths: Iterable[str]) -> None:
    known = list(paths)
    if known:
        watcher.removePaths(known)
