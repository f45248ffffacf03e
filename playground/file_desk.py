"""What a window and a person say to each other about the document's file."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMessageBox

from playground.session.phrase import said

if TYPE_CHECKING:
    from collections.abc import Callable

    from playground.file_actions import FileActions
    from playground.session.autosave import Autosave
    from playground.session.file_work import FileWork
    from playground.session.recovery import LeftBehind
    from playground.session.saved_document import Layout, Scene
    from playground.session.session import Session
    from playground.settings import Settings

Button = QMessageBox.StandardButton
SUFFIX = ".safetensors"


class FileDesk(QObject):
    """Opens and saves on request, asks before work would be lost, and says what went wrong and what to do.

    No question stops the program: each is answered by a signal, and what waits for the answer is kept until then.

    Attributes
    ----------
    layout_wanted : Signal(object)
        Layout that an opened document was saved with.
    status : Signal(str)
        One sentence for the status bar.
    failed : Signal(str)
        Traceback of an error of the program.
    """

    layout_wanted = Signal(object)
    status = Signal(str)
    failed = Signal(str)

    def __init__(self, window: QMainWindow, actions: FileActions, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._actions, self._settings = window, actions, settings
        self._files: FileWork | None = None
        self._autosave: Autosave | None = None
        self._next: Callable[[], object] | None = None
        """What is to be done as soon as the document is saved."""
        self._is_given_up = False
        self._troubled_path: Path | None = None

    def attach(self, session: Session, layout_of: Callable[[], Layout]) -> None:
        """Work on a session's document; `layout_of` gives the panels in sight, to be saved with it."""
        from playground.session.file_work import FileWork  # brings NumPy, which the first paint does not wait for

        self._session = session
        self._files = FileWork(session, self)
        self._files.layout_of = layout_of
        self._files.changed.connect(self.refresh)
        self._files.opened.connect(self._on_opened)
        self._files.saved.connect(self._on_saved)
        self._files.troubled.connect(self._on_troubled)
        self._files.failed.connect(self.failed)
        actions = self._actions
        actions.new.triggered.connect(self._on_new)
        actions.open.triggered.connect(self._on_open)
        actions.save.triggered.connect(self._on_save)
        actions.save_as.triggered.connect(self._on_save_as)
        actions.recent.chosen.connect(self.open)
        actions.recent.cleared.connect(self._on_recent_cleared)
        actions.recent.show_paths(self._settings.recent_files)
        actions.enable()
        self.refresh()

    def keep_recovery(self, root: Path) -> None:
        """Keep copies of unsaved work under `root`, and offer what other windows left behind there."""
        from playground.session.autosave import Autosave

        try:
            self._autosave = Autosave(self._session, self._files, root, self)
        except OSError as error:
            text = self.tr("Unsaved work is not copied to a safe place: {reason}.")
            self.status.emit(text.format(reason=said(error)))
            return
        self._autosave.failed.connect(self.status)
        self._autosave.found.connect(self._on_found)
        self._autosave.look()

    @property
    def files(self) -> FileWork | None:
        """The document's file, None before there is a session."""
        return self._files

    # ---- opening

    @Slot(object)
    def open(self, path: Path) -> None:
        """Open a document, after asking what becomes of unsaved work."""
        self._after_saving(partial(self._files.open, path))

    @staticmethod
    def document_in(mime: QMimeData) -> Path | None:
        """Return the document among things that are dragged, None if there is none."""
        paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        return next((path for path in paths if path.suffix == SUFFIX), None)

    @Slot()
    def _on_new(self) -> None:
        self._after_saving(self._files.new)

    @Slot()
    def _on_open(self) -> None:
        dialog = self._dialog(self.tr("Open a document"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_file_to_open)
        dialog.open()

    @Slot(str)
    def _on_file_to_open(self, name: str) -> None:
        self.open(Path(name))

    @Slot(object)
    def _on_opened(self, scene: Scene) -> None:
        if scene.layout is not None:
            self.layout_wanted.emit(scene.layout)
        self._remember()

    # ---- saving

    @Slot()
    def _on_save(self) -> None:
        if self._files.path is None:
            self._on_save_as()
        else:
            self._files.save()

    @Slot()
    def _on_save_as(self) -> None:
        dialog = self._dialog(self.tr("Save the document"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX[1:])
        dialog.selectFile(self._files.path.name if self._files.path else self.tr("Untitled") + SUFFIX)
        dialog.fileSelected.connect(self._on_file_to_save)
        dialog.rejected.connect(self._forget_next)
        dialog.open()

    @Slot(str)
    def _on_file_to_save(self, name: str) -> None:
        self._files.save(Path(name))

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self.status.emit(self.tr("Saved {name}.").format(name=path.name))
        self._remember()
        self._do_next()

    # ---- unsaved work

    def may_close(self, close: Callable[[], object]) -> bool:
        """Say whether the window may close now; else the person is asked, and `close` is called if they agree."""
        if self._files is None or self._is_given_up or not self._files.is_modified:
            return True
        self._after_saving(partial(self._give_up, close))
        return False

    def _give_up(self, close: Callable[[], object]) -> None:
        self._is_given_up = True
        close()

    def _after_saving(self, act: Callable[[], object]) -> None:
        """Do something that would lose unsaved work, after the person has saved it or does not want it."""
        self._next = act
        if not self._files.is_modified:
            self._do_next()
            return
        text = self.tr("Save the changes to {name}?").format(name=self._name())
        box = self._box(QMessageBox.Icon.Question, text, Button.Save | Button.Discard | Button.Cancel)
        box.setInformativeText(self.tr("What is not saved is lost."))
        box.setDefaultButton(Button.Save)
        box.finished.connect(self._on_save_answered)
        box.open()

    @Slot(int)
    def _on_save_answered(self, answer: int) -> None:
        if answer == Button.Save:
            self._on_save()
        elif answer == Button.Discard:
            self._do_next()
        else:
            self._next = None

    def _do_next(self) -> None:
        act, self._next = self._next, None
        if act is not None:
            act()

    @Slot()
    def _forget_next(self) -> None:
        self._next = None

    # ---- trouble

    @Slot(object)
    def _on_troubled(self, trouble: Exception) -> None:
        from playground.session.file_access import ChangedOnDisk, FileTrouble, InUse, Missing

        assert isinstance(trouble, FileTrouble)
        self._troubled_path = trouble.path
        is_of_saving = trouble.path == self._files.path
        if isinstance(trouble, ChangedOnDisk):
            box = self._box(QMessageBox.Icon.Warning, str(trouble), Button.Save | Button.Cancel)
            box.button(Button.Save).setText(self.tr("&Replace it"))
            box.addButton(self.tr("Save &as…"), QMessageBox.ButtonRole.ActionRole).clicked.connect(self._on_save_as)
            box.setDefaultButton(Button.Cancel)
            box.finished.connect(self._on_replace_answered)
        elif isinstance(trouble, InUse) and not is_of_saving:
            box = self._box(QMessageBox.Icon.Warning, str(trouble), Button.Open | Button.Cancel)
            box.button(Button.Open).setText(self.tr("&Open anyway"))
            box.setDefaultButton(Button.Cancel)
            box.finished.connect(self._on_open_anyway_answered)
        else:
            self._next = None
            if isinstance(trouble, Missing):
                self._drop_recent(trouble.path)
            box = self._box(QMessageBox.Icon.Warning, str(trouble), Button.Ok)
        box.open()

    @Slot(int)
    def _on_replace_answered(self, answer: int) -> None:
        if answer == Button.Save:
            self._files.save(anyway=True)
        elif answer == Button.Cancel:
            self._next = None

    @Slot(int)
    def _on_open_anyway_answered(self, answer: int) -> None:
        if answer == Button.Open and self._troubled_path is not None:
            self._files.open(self._troubled_path, anyway=True)

    # ---- recovery

    @Slot(object)
    def _on_found(self, found: list[LeftBehind]) -> None:
        from playground.dialogs.recovery import RecoveryDialog  # rarely needed: not at start-up

        dialog = RecoveryDialog(found, self._window)
        dialog.recover_chosen.connect(self._on_recover_chosen)
        dialog.discard_chosen.connect(self._on_discard_chosen)
        dialog.open()

    @Slot(object)
    def _on_recover_chosen(self, found: LeftBehind) -> None:
        self._after_saving(partial(self._recover, found))

    def _recover(self, found: LeftBehind) -> None:
        self._files.recover(found.saved)
        self._autosave.adopt(found)

    @Slot(object)
    def _on_discard_chosen(self, found: LeftBehind) -> None:
        from playground.session.recovery import discard

        try:
            discard(found)
        except OSError as error:
            self.status.emit(self.tr("It could not be discarded: {reason}.").format(reason=said(error)))

    # ---- the window

    def _name(self) -> str:
        path = self._files.path if self._files is not None else None
        return self.tr("Untitled") if path is None else path.name

    @Slot()
    def refresh(self) -> None:
        """Write the document's name and whether it is modified into the window's title."""
        if self._files is not None:
            self._window.setWindowTitle(f"{self._name()}[*] \N{EN DASH} NN Playground")
            self._window.setWindowModified(self._files.is_modified)

    def _remember(self) -> None:
        path = self._files.path
        if path is not None:
            others = [name for name in self._settings.recent_files if name != str(path)]
            self._settings.recent_files = [str(path), *others]
            self._actions.recent.show_paths(self._settings.recent_files)

    def _drop_recent(self, path: Path) -> None:
        self._settings.recent_files = [name for name in self._settings.recent_files if name != str(path)]
        self._actions.recent.show_paths(self._settings.recent_files)

    @Slot()
    def _on_recent_cleared(self) -> None:
        self._settings.recent_files = []
        self._actions.recent.show_paths([])

    def _dialog(self, title: str) -> QFileDialog:
        recent = self._settings.recent_files
        folder = self._files.path.parent if self._files.path else Path(recent[0]).parent if recent else Path.home()
        dialog = QFileDialog(self._window, title, str(folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilters([self.tr("Documents") + f" (*{SUFFIX})", self.tr("All files") + " (*)"])
        return dialog

    def _box(self, sign: QMessageBox.Icon, text: str, buttons: Button) -> QMessageBox:
        box = QMessageBox(sign, "NN Playground", text, buttons, self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return box

    def close(self) -> None:
        """End it; unsaved work that nobody gave up is kept for the next start."""
        if self._autosave is not None:
            self._autosave.close(leaving=not self._is_given_up)
        if self._files is not None:
            self._files.close()
