"""Files that are written for a person: where to, in a thread, how far it is, Cancel, and what became of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QFileDialog, QMainWindow, QProgressDialog

    from playground.session.document.export_order import ExportOrder, Work
    from playground.session.document.file_task import FileTask
    from playground.session.loading import Loaded
    from playground.session.session import Session

_SHOWN_AFTER_MS = 400


class Writing(QObject):
    """Asks for a file and writes it in the session's thread for files; the window stays free meanwhile.

    The large classes of dialogs are made when one is shown: not before the window's first paint.
    """

    status = Signal(str)
    """One sentence for the status bar."""
    failed = Signal(str)
    """Traceback of an error of the program."""
    _told = Signal(object, int)

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session: Session  # from `attach` on
        self._then: Callable[[str], object] | None = None  # what is done with the file that is asked for
        self._tasks: list[FileTask] = []
        self._progress: QProgressDialog | None = None
        self._told.connect(self._on_told)

    def attach(self, session: Session) -> None:
        """Write with a session's thread."""
        self._session = session
        session.pictures.loaded.connect(self._on_loaded)
        session.export_requested.connect(self.take)
        application = QCoreApplication.instance()
        assert application is not None
        application.aboutToQuit.connect(self.cancel)

    # ---- where to

    def ask(self, title: str, name: str, suffixes: tuple[str, ...], then: Callable[[str], object]) -> QFileDialog:
        """Ask for a file of one of some kinds, and call `then` with its path."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self._window, title, objectName="exportFile", acceptMode=QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"{suffix[1:].upper()} (*{suffix})" for suffix in suffixes])
        dialog.setDefaultSuffix(suffixes[0])
        dialog.selectFile(f"{name}{suffixes[0]}")
        dialog.filterSelected.connect(self._on_filter_selected)
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.finished.connect(dialog.deleteLater)
        self._then = then
        dialog.open()
        return dialog

    @Slot(str)
    def _on_filter_selected(self, chosen: str) -> None:
        """Let a name that is typed without an ending get that of the chosen kind."""
        from PySide6.QtWidgets import QFileDialog

        dialog = self.sender()
        assert isinstance(dialog, QFileDialog)
        dialog.setDefaultSuffix(chosen.rpartition("*")[2].rstrip(")"))

    @Slot(str)
    def _on_file_selected(self, path: str) -> None:
        if self._then is not None:
            self._then(path)

    @Slot(object)
    def take(self, order: ExportOrder) -> None:
        """Ask where to, and write what a panel wants written."""
        self.ask(order.title, order.name, order.suffixes, partial(self._write_order, order))

    def _write_order(self, order: ExportOrder, path: str) -> None:
        self.write(path, order.work_for(path))

    # ---- writing

    def write(self, path: str, work: Work) -> None:
        """Let ``work(path, watch)`` write files in the thread and return them."""
        from nn.exports import Unfit
        from playground.session.document.file_task import FileTask
        from playground.session.loading import Job  # brings NumPy
        from playground.session.phrase import said  # brings dataclasses, for which the first paint does not wait

        task = FileTask(Path(path), partial(work, Path(path)), self._told.emit, OSError, Unfit)
        self._tasks.append(task)
        self.status.emit(self.tr("Writing {name} …").format(name=said(task.path.name)))
        self._session.pictures.load(Job(task, task.run))

    @Slot()
    def cancel(self) -> None:
        """Give up what is being written; nothing of it is left behind."""
        for task in self._tasks:
            task.is_unwanted = True

    @Slot(object, int)
    def _on_told(self, task: FileTask, share: int) -> None:
        from playground.session.phrase import said

        if task not in self._tasks or task.is_unwanted:
            return
        if self._progress is None:
            self._progress = self._progress_dialog(said(task.path.name))
        self._progress.setValue(min(share, 99))  # at 100 it would close before the file is there

    def _progress_dialog(self, name: str) -> QProgressDialog:
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QProgressDialog

        text = self.tr("Writing {name} …").format(name=name)
        dialog = QProgressDialog(text, self.tr("Cancel"), 0, 100, self._window, objectName="exportProgress")
        dialog.setWindowTitle(self.tr("Export"))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.setMinimumDuration(_SHOWN_AFTER_MS)
        dialog.setMinimumWidth(380)
        dialog.canceled.connect(self.cancel)
        return dialog

    @Slot(object)
    def _on_loaded(self, loaded: Loaded) -> None:
        from playground.session.phrase import said

        task = loaded.key
        if task not in self._tasks:
            return
        self._tasks.remove(task)
        if self._progress is not None:
            self._progress.deleteLater()
            self._progress = None
        if loaded.failure:
            self.failed.emit(loaded.failure)
        elif isinstance(loaded.result, tuple):
            names = ", ".join(said(path.name) for path in loaded.result)
            self.status.emit(self.tr("Exported: {names}").format(names=names))
        else:
            self._tell_why_not(task.path, loaded.result)

    # ---- what went wrong

    def _tell_why_not(self, path: Path, error: Exception) -> None:
        from nn.imports.refusal import Cancelled
        from playground.session.phrase import said

        if isinstance(error, Cancelled):
            self.status.emit(self.tr("{name} was not written: cancelled.").format(name=said(path.name)))
        elif isinstance(error, OSError):
            self.refuse(self._why_unwritten(path, error))
        else:
            self.refuse(said(error))

    def _why_unwritten(self, path: Path, error: OSError) -> str:
        from nn.files.atomic_file import NotConfirmed, Trouble, trouble_of
        from playground.session.phrase import said

        if isinstance(error, NotConfirmed):
            text = self.tr("{path} was written, but the disk did not confirm it. Export again, or to another place.")
            return text.format(path=said(str(path)))
        says = {
            Trouble.FULL: self.tr("The disk is full: make room on it, or choose another place."),
            Trouble.FORBIDDEN: self.tr("The file or its folder is write-protected: choose another name or folder."),
            Trouble.GONE: self.tr("Its folder is gone, or its drive: choose another place."),
            Trouble.OTHER: self.tr("The disk answers: {reason}. Choose another place."),
        }
        reason = says[trouble_of(error)].format(reason=said(error))
        text = self.tr("{path} was not written. {reason} Nothing was left behind, and what was there is as it was.")
        return text.format(path=said(str(path)), reason=reason)

    def refuse(self, reason: str) -> None:
        """Say in a dialog why nothing was written."""
        from PySide6.QtWidgets import QMessageBox

        self.status.emit("")
        box = QMessageBox(QMessageBox.Icon.Warning, self.tr("Export"), reason, parent=self._window)
        box.setObjectName("exportRefusal")
        box.finished.connect(box.deleteLater)
        box.open()
