"""The file that the document belongs to: opened, saved, and known to be changed or not."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from nn.messages import Message
from playground.session.document.file_access import FileTrouble, OpenFile, open_document, save_document
from playground.session.document.file_task import FileTask
from playground.session.document.first import new_document
from playground.session.document.saved import SavedDocument, Scene, bytes_of_ways
from playground.session.loading import Job, Loaded, Loader

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from playground.session.document.kept_way import KeptWay
    from playground.session.document.saved import Layout
    from playground.session.document.state import DocumentState
    from playground.session.session import Session

    Ways = tuple[KeptWay | None, Mapping[int, KeptWay]]


class FileWork(QObject):
    """Opens and saves the session's document, off the window's thread.

    Attributes
    ----------
    layout_of
        Gives the window's arrangement, to be kept with the document.
    moments_saved, moments_left : int
        Bytes of the moments of training, of all branches, that were written last, or were left out.
    """

    changed = Signal()
    """Another name, or another answer to whether something is to be saved."""
    opened = Signal(object)
    """Scene of the document that was opened."""
    saved = Signal(object)
    """Path of the file that was written."""
    troubled = Signal(object)
    """FileTrouble: why a file was not read or written."""
    failed = Signal(str)
    """Traceback of an error of the program."""
    busy_changed = Signal()
    """`reading` or `writing` is another."""
    progressed = Signal(int)
    """Per cent that are done of what is read or written."""
    _told = Signal(object, int)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._file: OpenFile | None = None
        self.layout_of: Callable[[], Layout | None] = _unknown
        self.moments_saved = self.moments_left = 0
        self._reading: FileTask | None = None
        self._writing: FileTask | None = None
        self._told.connect(self._on_told)
        self._loader = Loader(self)
        self._loader.loaded.connect(self._on_loaded)
        session.document.undo_changed.connect(self.changed)
        session.learning_changed.connect(self.changed)

    @property
    def path(self) -> Path | None:
        """The document's file, None before it has one."""
        return None if self._file is None else self._file.path

    @property
    def reading(self) -> Path | None:
        """The file that is being opened."""
        return None if self._reading is None else self._reading.path

    @property
    def writing(self) -> Path | None:
        """The file that is being saved."""
        return None if self._writing is None else self._writing.path

    @property
    def is_modified(self) -> bool:
        """Whether something is here that is not in the file."""
        return self._session.document.is_modified or self._session.is_learning

    def snapshot(self) -> SavedDocument:
        """Return the document as it is now, in the middle of a run with what that has learned so far."""
        session, file = self._session, self._file
        place = session.lesson_place
        scene = Scene(session.looking.example, session.looking.choice, self.layout_of(), (place.name, place.step))
        origin = ("", "") if file is None else (str(file.path), file.checksum)
        return SavedDocument(session.state, scene, *origin, session.timeline.kept, session.timeline.branches)

    # ---- commands

    def new(self) -> None:
        """Begin a document without a file."""
        self._begin(new_document(), None)

    def open(self, path: Path, *, anyway: bool = False) -> None:
        """Open a file; `opened` or `troubled` follows, unless it is cancelled.

        Parameters
        ----------
        anyway
            Whether to open one that another window has open.
        """
        path = path.absolute()
        own = self._file is not None and self._file.path == path
        self.cancel()
        read = partial(open_document, path, anyway=anyway or own)
        self._reading = task = FileTask(path, lambda watch: read(watch=watch), self._told.emit, FileTrouble)
        self._loader.load(Job(task, task.run))
        self.busy_changed.emit()

    def cancel(self) -> None:
        """Give up the file that is being opened: everything stays as it is."""
        if self._reading is not None:
            self._reading.is_unwanted = True
            self._reading = None
            self.busy_changed.emit()

    def save(self, path: Path | None = None, *, anyway: bool = False, with_way: bool = True) -> None:
        """Write the document into its file, or into another that is its file from then on; an answer follows.

        Parameters
        ----------
        anyway
            Whether to replace a file that somebody else changed.
        with_way
            Whether the way that training came goes into the file.
        """
        before = self._file if path is None or path.absolute() == self.path else None
        target = before.path if before is not None else path
        if target is None:
            raise ValueError(Message("the document has no file yet; give a path"))
        whole = self.snapshot()
        saved = whole if with_way else replace(whole, way=None, branches={})
        self.moments_saved = bytes_of_ways(saved)
        self.moments_left = bytes_of_ways(whole) - self.moments_saved
        write = partial(save_document, saved, target.absolute(), before, anyway=anyway)
        self._writing = task = FileTask(
            target, lambda watch: write(watch=watch), self._told.emit, FileTrouble, subject=saved.state
        )
        self._loader.load(Job(task, task.run))
        self.busy_changed.emit()

    def recover(self, saved: SavedDocument) -> None:
        """Go on with a copy that was kept against crashes: its file, if it has one, does not have what is in it."""
        file = OpenFile(Path(saved.origin), saved.origin_checksum) if saved.origin else None
        self._begin(saved.state, file, saved.scene, is_clean=False, ways=(saved.way, saved.branches))

    def close(self) -> None:
        """End the thread, when what is being written is written, and give the file free."""
        self.cancel()
        self._loader.close()
        self._file = None

    # ---- answers of the thread

    @Slot(object, int)
    def _on_told(self, task: FileTask, share: int) -> None:
        if not task.is_unwanted:
            self.progressed.emit(share)

    @Slot(object)
    def _on_loaded(self, loaded: Loaded) -> None:
        result, task = loaded.result, loaded.key
        assert isinstance(task, FileTask)
        if task.is_unwanted:
            return  # its lock goes with it
        if task is self._reading:
            self._reading = None
        elif task is self._writing:
            self._writing = None
        self.busy_changed.emit()
        if loaded.failure:
            self.failed.emit(loaded.failure)
        elif isinstance(result, FileTrouble):
            self.troubled.emit(result)
        elif isinstance(result, OpenFile):
            self._take_saved(task.subject, result)
        else:
            saved, file = result
            self._begin(saved.state, self._keeping_lock(file), saved.scene, ways=(saved.way, saved.branches))

    def _keeping_lock(self, file: OpenFile) -> OpenFile:
        """Return a file that was opened anew with the lock that is held on it already."""
        own = self._file
        if own is not None and own.path == file.path and file.lock is None:
            return OpenFile(file.path, file.checksum, own.lock)
        return file

    def _take_saved(self, state: Any, file: OpenFile) -> None:
        self._file = file
        self._session.document.mark_clean(state)
        self.saved.emit(file.path)
        self.changed.emit()

    def _begin(
        self,
        state: DocumentState,
        file: OpenFile | None,
        scene: Scene | None = None,
        *,
        is_clean: bool = True,
        ways: Ways = (None, {}),
    ) -> None:
        self._session.editing.begin(state)
        self._session.control.when_idle(partial(self._show, file, scene, is_clean, ways))

    def _show(self, file: OpenFile | None, scene: Scene | None, is_clean: bool, ways: Ways) -> None:
        """Finish what `_begin` began, when the run that it ended is over."""
        self._file = file
        if any(ways):
            self._session.take_way(*ways)
        if not is_clean:
            self._session.document.mark_clean(None)
        if scene is not None:
            self._session.looking.show_example(scene.example)
            self._session.looking.choose(scene.network)
            self._session.lesson_place.ask(*scene.lesson)
            self.opened.emit(scene)
        self.changed.emit()


def _unknown() -> None:
    """Stand for a window's arrangement where there is no window."""
