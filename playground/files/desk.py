"""The desk for the document's file: what is asked of a person, what is told, and in which order."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from playground.files.missing_data import MissingData
from playground.files.questions import Question, ask_for_file, ask_for_new_file
from playground.files.recent import RecentDocuments
from playground.files.recovery_desk import RecoveryDesk

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QMainWindow

    from playground.files.actions import FileActions
    from playground.session.document.file_work import FileWork
    from playground.session.document.saved import Layout, Scene
    from playground.session.session import Session
    from playground.window.settings import Settings

SUFFIX = ".safetensors"


_TOLD_FROM = 2**20  # bytes of the moments in a file: less is nothing to think about


class FileDesk(QObject):
    """Opens and saves on request, asks before work would be lost, and says what went wrong and what to do.

    No question stops the program: each is answered by a signal, and what waits for the answer is kept until then.

    Attributes
    ----------
    layout_wanted : Signal(object)
        Layout that an opened document was saved with.
    foreign_chosen : Signal(str)
        Path of a file of another program, whose weights are to be imported.
    status : Signal(str)
        One sentence for the status bar.
    failed : Signal(str)
        Traceback of an error of the program.
    """

    layout_wanted = Signal(object)
    foreign_chosen = Signal(str)
    status = Signal(str)
    failed = Signal(str)

    def __init__(self, window: QMainWindow, actions: FileActions, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._actions = window, actions
        self._recent = RecentDocuments(actions.recent, settings)
        self._files: FileWork | None = None
        self._recovery = RecoveryDesk(window, self._after_saving)
        self._recovery.status.connect(self.status)
        self._missing_data = MissingData(window)
        self._next: Callable[[], object] | None = None
        """What is to be done as soon as the document is saved."""
        self._is_given_up = False
        self._troubled_path = Path()

    def attach(self, session: Session, layout_of: Callable[[], Layout]) -> None:
        """Work on a session's document; `layout_of` gives the panels in sight, to be saved with it."""
        from playground.files.progress import FileProgress
        from playground.session.document.file_work import (
            FileWork,  # brings NumPy, which the first paint does not wait for
        )

        self._session = session
        self._files = FileWork(session, self)
        self._files.layout_of = layout_of
        self._files.changed.connect(self.refresh)
        self._files.opened.connect(self._on_opened)
        self._files.saved.connect(self._on_saved)
        self._files.troubled.connect(self._on_troubled)
        self._files.failed.connect(self.failed)
        self._missing_data.attach(session)
        FileProgress(self._window, self._files).status.connect(self.status)
        actions = self._actions
        actions.new.triggered.connect(self._on_new)
        actions.open.triggered.connect(self._on_open)
        actions.save.triggered.connect(self._on_save)
        actions.save_as.triggered.connect(self._on_save_as)
        actions.save_bare.triggered.connect(self._on_save_bare)
        actions.recent.chosen.connect(self.open)
        self._recent.show()
        actions.enable()
        self.refresh()

    def keep_recovery(self, root: Path) -> None:
        """Keep copies of unsaved work under `root`, and offer what other windows left behind there."""
        self._recovery.keep(self._session, self._files, root)

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
    def is_document(path: Path) -> bool:
        """Say whether a file is to be opened and not imported, by its name; what is not there is only missed."""
        return path.suffix == SUFFIX or not path.exists()

    @staticmethod
    def document_in(mime: QMimeData) -> Path | None:
        """Return the document among things that are dragged, None if there is none."""
        paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        return next((path for path in paths if path.suffix == SUFFIX), None)

    @Slot()
    def _on_new(self) -> None:
        self._after_saving(self._begin_anew)

    def _begin_anew(self) -> None:
        self._files.new()
        self.status.emit("")  # what was said is about another document

    @Slot()
    def _on_open(self) -> None:
        dialog = ask_for_file(self._window, self.tr("Open a document"), self._folder(), self._kinds())
        dialog.fileSelected.connect(self._on_file_to_open)
        dialog.open()

    @Slot(str)
    def _on_file_to_open(self, name: str) -> None:
        self.open(Path(name))

    @Slot(object)
    def _on_opened(self, scene: Scene) -> None:
        if scene.layout is not None:
            self.layout_wanted.emit(scene.layout)
        is_recovered = self._files.is_modified
        text = self.tr("Recovered {name}. It is not saved yet.") if is_recovered else self.tr("Opened {name}.")
        self.status.emit(text.format(name=self._name()))
        self._remember()

    # ---- saving

    @Slot()
    def _on_save(self) -> None:
        if self._files.path is None:
            self._on_save_as()
        else:
            self._files.save()

    @Slot()
    def _on_save_bare(self) -> None:
        self._ask_where(self._on_file_to_save_bare)

    @Slot(str)
    def _on_file_to_save_bare(self, name: str) -> None:
        self._files.save(Path(name), with_way=False)

    @Slot()
    def _on_save_as(self) -> None:
        self._ask_where(self._on_file_to_save)

    def _ask_where(self, chosen: Callable[[str], None]) -> None:
        title, name = self.tr("Save the document"), self._name()
        name = name if name.endswith(SUFFIX) else name + SUFFIX
        dialog = ask_for_new_file(self._window, title, self._folder(), self._kinds(), name)
        dialog.fileSelected.connect(chosen)
        dialog.rejected.connect(self._forget_next)
        dialog.open()

    @Slot(str)
    def _on_file_to_save(self, name: str) -> None:
        self._files.save(Path(name))

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        from playground.session.phrase import said  # brings dataclasses, for which the first paint does not wait

        self.status.emit(self._saved_text(path, said(path.name)))
        self._remember()
        self._do_next()

    def _saved_text(self, path: Path, name: str) -> str:
        from playground.session.document.kept_data import IMPORTED

        data = self._session.document.state.dataset
        if data.name == IMPORTED and data.kept is None:
            text = self.tr("Saved {name}. Its data are too large to go with it: keep {file}, too.")
            return text.format(name=name, file=Path(str(data.options.get("path", ""))).name)
        if self._files.moments_saved >= _TOLD_FROM:
            text = self.tr("Saved {name}: {whole:.1f} MB; the moments of its training take {size:.1f} MB of it.")
            whole = path.stat().st_size if path.exists() else 0
            return text.format(name=name, whole=whole / 2**20, size=self._files.moments_saved / 2**20)
        if self._files.moments_left >= _TOLD_FROM:
            text = self.tr("Saved {name} without the moments of its training: it is {size:.1f} MB smaller for it.")
            return text.format(name=name, size=self._files.moments_left / 2**20)
        return self.tr("Saved {name}.").format(name=name)

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
        choices = {"Save": "", "Discard": self.tr("Do&n't save"), "Cancel": ""}
        self._ask(self._on_save_answered, text, choices, "Save", self.tr("What is not saved is lost."))

    @Slot(str)
    def _on_save_answered(self, answer: str) -> None:
        if answer == "Save":
            self._on_save()
        elif answer == "Discard":
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
        from playground.session.document.file_access import (
            ChangedOnDisk,
            FileTrouble,
            Foreign,
            InUse,
            Missing,
            NotSaved,
        )

        assert isinstance(trouble, FileTrouble)
        self._troubled_path, text = trouble.path, str(trouble)
        if isinstance(trouble, ChangedOnDisk):
            choices = {"Save": self.tr("&Replace it"), "SaveAs": self.tr("Save &as…"), "Cancel": ""}
            self._ask(self._on_save_trouble_answered, text, choices, "Cancel")
        elif isinstance(trouble, NotSaved):
            choices = {"SaveAs": self.tr("Save &as…"), "Cancel": ""}
            self._ask(self._on_save_trouble_answered, text, choices, "SaveAs")
        elif isinstance(trouble, InUse):
            choices = {"Open": self.tr("&Open anyway"), "Cancel": ""}
            more = self.tr("Opened twice, each window asks before it replaces what the other has saved.")
            self._ask(self._on_open_anyway_answered, text, choices, "Cancel", more)
        else:
            self._next = None
            if isinstance(trouble, Missing):
                self._recent.drop(trouble.path)
            can_import = isinstance(trouble, Foreign)
            choices = {"Open": self.tr("&Import its weights…"), "Cancel": ""} if can_import else {"Ok": ""}
            self._ask(self._on_trouble_answered, text, choices)

    @Slot(str)
    def _on_save_trouble_answered(self, answer: str) -> None:
        if answer == "Save":
            self._files.save(anyway=True)
        elif answer == "SaveAs":
            self._on_save_as()
        else:
            self._next = None

    @Slot(str)
    def _on_open_anyway_answered(self, answer: str) -> None:
        if answer == "Open":
            self._files.open(self._troubled_path, anyway=True)

    @Slot(str)
    def _on_trouble_answered(self, answer: str) -> None:
        if answer == "Open":
            self.foreign_chosen.emit(str(self._troubled_path))

    def _ask(
        self, slot: Callable[[str], object], text: str, choices: dict[str, str], default: str = "", more: str = ""
    ) -> None:
        question = Question(self._window, text, choices, default, more)
        question.answered.connect(slot)
        question.ask()

    # ---- the window

    def _name(self) -> str:
        path = self._files.path if self._files is not None else None
        if path is None:
            return self.tr("Untitled")
        from playground.session.phrase import said

        return said(path.name)

    @Slot()
    def refresh(self) -> None:
        """Write the document's name and whether it is modified into the window's title."""
        if self._files is not None:
            self._window.setWindowTitle(f"{self._name()}[*] \N{EN DASH} NN Playground")
            self._window.setWindowFilePath(str(self._files.path or ""))
            self._window.setWindowModified(self._files.is_modified)

    def _remember(self) -> None:
        if self._files.path is not None:
            self._recent.add(self._files.path)

    def _folder(self) -> Path:
        return self._files.path.parent if self._files.path else self._recent.folder

    def _kinds(self) -> list[str]:
        return [self.tr("Documents") + f" (*{SUFFIX})", self.tr("All files") + " (*)"]

    def close(self) -> None:
        """End it; unsaved work that nobody gave up is kept for the next start."""
        self._recovery.close(leaving=not self._is_given_up)
        if self._files is not None:
            self._files.close()
