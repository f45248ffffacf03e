"""Keeping a copy of unsaved work, every minute and after each run."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from playground.session.document.copies.recovery import RecoveryFolder, left_behind
from playground.session.loading import Job, Loaded, Loader
from playground.session.phrase import said

if TYPE_CHECKING:
    from pathlib import Path

    from playground.session.document.copies.recovery import LeftBehind
    from playground.session.document.file_work import FileWork
    from playground.session.document.saved import SavedDocument
    from playground.session.document.state import DocumentState
    from playground.session.running.run import TrainingRun

EVERY_MS = 60_000
PAUSE_MS = 500
"""Least time between two copies: a held key that trains one iteration after the other must not wear out the disk."""
_LOOK, _KEEP = "look", "keep"


class Autosave(QObject):
    """Writes copies in a thread of its own, one at a time, and deletes them when they are not needed any more.

    Parameters
    ----------
    root
        The place for recovery.

    Raises
    ------
    OSError
        If there cannot be one.
    """

    failed = Signal(str)
    """One sentence: unsaved work is not safe at the moment, and why."""
    found = Signal(object)
    """List of LeftBehind: work of windows that did not end as they should."""
    kept = Signal()
    """A copy of everything as it was when it was begun stands on the disk."""

    def __init__(self, run: TrainingRun, files: FileWork, root: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files = files
        self._root, self._folder = root, RecoveryFolder(root)
        self._kept: DocumentState | None = None
        self._is_writing = False
        self._is_wanted = False
        self._loader = Loader(self)
        self._loader.loaded.connect(self._on_loaded)
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.keep)
        self._timer.start()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._on_pause_over)
        run.ended.connect(self._on_run_ended)
        files.changed.connect(self._on_files_changed)

    @Slot()
    def keep(self) -> None:
        """Keep a copy now, if there is something new that is not saved."""
        if self._is_writing or self._pause.isActive():
            self._is_wanted = True
            return
        if not self._files.is_modified:
            return
        saved = self._files.snapshot()
        if saved.state is self._kept:
            return
        self._is_writing, self._is_wanted = True, False
        self._loader.load(Job(_KEEP, partial(_kept_by, self._folder, saved)))

    def look(self) -> None:
        """Look for work that other windows left behind; `found` follows if there is any."""
        self._loader.load(Job(_LOOK, partial(left_behind, self._root)))

    def adopt(self, found: LeftBehind) -> None:
        """Take over the copies of work that is recovered here."""
        self._folder.adopt(found)
        self._kept = found.saved.state

    def close(self, *, leaving: bool) -> None:
        """End it, with a last copy of unsaved work if that is to be offered at the next start, else with none."""
        self._timer.stop()
        self._pause.stop()
        self._loader.close()
        try:
            if leaving and self._files.is_modified:
                self._keep_last()
            else:
                self._folder.clear()
            self._folder.close()
        except OSError as error:
            self._tell(error)

    def _keep_last(self) -> None:
        saved = self._files.snapshot()
        if saved.state is not self._kept:
            self._folder.keep(saved)

    @Slot(object)
    def _on_run_ended(self, _record: object) -> None:
        self.keep()

    @Slot()
    def _on_files_changed(self) -> None:
        if not self._files.is_modified and self._kept is not None and not self._is_writing:
            self._forget()

    @Slot(object)
    def _on_loaded(self, loaded: Loaded) -> None:
        if loaded.key == _LOOK:
            self._on_looked(loaded)
            return
        self._is_writing = False
        if loaded.failure:
            self._tell(loaded.reason)
        else:
            self._kept = loaded.result
            self.kept.emit()
            self._on_files_changed()
        self._pause.start()

    @Slot()
    def _on_pause_over(self) -> None:
        if self._is_wanted:
            self.keep()

    def _on_looked(self, loaded: Loaded) -> None:
        if loaded.failure:
            self._tell(loaded.reason)
        elif loaded.result:
            self.found.emit(loaded.result)

    def _forget(self) -> None:
        self._kept = None
        try:
            self._folder.clear()
        except OSError as error:
            self._tell(error)

    def _tell(self, reason: object) -> None:
        text = self.tr("Unsaved work could not be copied to a safe place ({reason}): save it soon.")
        self.failed.emit(text.format(reason=said(reason)))


def _kept_by(folder: RecoveryFolder, saved: SavedDocument) -> DocumentState:
    """Keep a copy, and return the state that is safe by then."""
    folder.keep(saved)
    return saved.state
