"""The code a person works on: where it comes from, where it goes, and whether it may run."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal, Slot

from playground.session.document.code import LONGEST_CODE, Code, too_long
from playground.session.loading import Job, Loaded, Loader
from playground.session.own_code.consent import Consent
from playground.session.own_code.source_files import SourceFile, read_source_file, write_source_file
from playground.session.own_code.watched_file import WatchedFile
from playground.session.phrase import Phrase, said

if TYPE_CHECKING:
    from pathlib import Path

    from playground.confined.statement import Protection
    from playground.session.document.document import Document

_OPEN, _LOOK, _SAVE = "open", "look", "save"
UNNAMED = "own.py"


class OwnCode(QObject):
    """Follows the code of a document: its file on the disk, and a person's consent to run it.

    Opening, typing and taking in what another program saved are edits of the document; nothing of it runs anything.
    """

    changed = Signal()
    """The code, what is known of its file, or whether it may run."""
    begun = Signal()
    """Another program stands in the place of the one before, by whatever name."""
    refused = Signal(str)
    """Why code was not taken, read or written: a sentence for the place where it was tried."""
    status = Signal(str)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._consent = Consent()
        self._disk: SourceFile | None = None
        self.is_contested = False
        """Whether another program changed the file while there is something here that is not in it."""
        self._file = WatchedFile(self)
        self._file.changed.connect(self._on_file_changed)
        self._loader = Loader(self)
        self._loader.loaded.connect(self._on_loaded)
        document.code_changed.connect(self._on_code_changed)
        document.begun.connect(self.begun)
        self._on_code_changed(self.code)

    def close(self) -> None:
        """End the thread that reads and writes."""
        self._file.watch(None)
        self._loader.close()

    @property
    def code(self) -> Code | None:
        """The code, None before there is any."""
        return self._document.state.code

    @property
    def is_unsaved(self) -> bool:
        """Whether the code has a file, and something is here that is not in it."""
        code = self.code
        return code is not None and code.path is not None and (self._disk is None or self._disk.text != code.text)

    # ---- what a person does

    def begin(self, text: str, name: str = UNNAMED, *, is_foreign: bool = False) -> None:
        """Begin with a text in the place of what there is; undo brings that back."""
        before = self.code
        self._take(QT_TRANSLATE_NOOP("OwnCode", "Begin {name}"), Code(text, name, is_foreign=is_foreign))
        if self.code is not before:
            self.begun.emit()

    def write(self, text: str, *, how: object = None, key: str = "code") -> None:
        """Take the text as a person changed it.

        Parameters
        ----------
        how
            What the change is called in the menu, without it "Edit {name}".
        key
            Changes in a row with the same key are one step of undo.
        """
        before = self.code or Code("", UNNAMED)
        after = replace(before, text=text)
        if after != self.code:
            self._consent.follow(before, after)
            self._take(how or QT_TRANSLATE_NOOP("OwnCode", "Edit {name}"), after, key)

    def open(self, path: Path) -> None:
        """Read a file in the place of what there is; `changed` or `refused` follows."""
        self._load(_OPEN, path)

    def save(self, path: Path) -> None:
        """Write the code into a file, which is its file from then on; `changed` or `refused` follows."""
        if self.code is not None:
            file = SourceFile(path.absolute(), self.code.text)
            self._loader.load(Job((_SAVE, file.path), partial(write_source_file, file)))

    def take_from_disk(self) -> None:
        """Give up what is here only: have what stands in the file."""
        if self._disk is not None and self.code is not None:
            self._take(QT_TRANSLATE_NOOP("OwnCode", "Take {name} from the disk"), self._as_on_disk(self._disk))

    def keep_mine(self) -> None:
        """Keep what is here, whatever stands in the file; the next saving replaces that."""
        self._set_contested(False)

    # ---- may it run

    @property
    def may_run(self) -> bool:
        """Whether a person has allowed that this code runs."""
        return self.code is not None and self._consent.holds(self.code)

    def allows(self, code: Code) -> bool:
        """Say whether a person has allowed that this code runs, which need not be that of the moment."""
        mine = self.code
        return self._consent.holds(code) or (mine is not None and mine.text == code.text and self.may_run)

    def keep_allowed(self, code: Code) -> None:
        """Let a text that runs run again, wherever it stands."""
        if self.allows(code):
            self._consent.give(code)

    def allow(self) -> None:
        """Let this code run: a person's own from now on, a stranger's as it stands."""
        if self.code is not None:
            self._consent.give(self.code)
            self.changed.emit()

    @property
    def protection(self) -> Protection:
        """What holds the code back when it runs."""
        from playground.confined.statement import expected

        return expected()

    # ---- the file

    def _take(self, text: object, code: Code, key: str = "") -> None:
        if len(code.text) > LONGEST_CODE:
            self.refused.emit(said(too_long(len(code.text))))
            return
        self._document.edit(Phrase("OwnCode", text, {"name": code.name}), merge_key=key, code=code)

    def _as_on_disk(self, disk: SourceFile) -> Code:
        return Code(disk.text, disk.path.name, disk.path)

    def _load(self, why: str, path: Path) -> None:
        path = path.absolute()
        self._loader.load(Job((why, path), partial(read_source_file, path)))

    @Slot(object)
    def _on_code_changed(self, code: Code | None) -> None:
        path = None if code is None else code.path
        if path != self._file.path:
            self._file.watch(path)
            if path is not None and (self._disk is None or self._disk.path != path):
                self._disk = None
                self._load(_LOOK, path)
        if self.is_contested and not self.is_unsaved:
            self.is_contested = False
        self.changed.emit()

    @Slot()
    def _on_file_changed(self) -> None:
        if self._file.path is not None:
            self._load(_LOOK, self._file.path)

    @Slot(object)
    def _on_loaded(self, loaded: Loaded) -> None:
        why, path = cast("tuple[str, Path]", loaded.key)
        if loaded.failure:
            self._tell_trouble(why, path, loaded.reason)
        elif why == _OPEN:
            self._disk = loaded.result
            self._take(QT_TRANSLATE_NOOP("OwnCode", "Open {name}"), self._as_on_disk(loaded.result))
        elif why == _SAVE:
            self._on_saved(loaded.result)
        elif self.code is not None and self.code.path == path:
            self._on_looked(loaded.result)

    def _tell_trouble(self, why: str, path: Path, reason: str) -> None:
        if why != _LOOK:
            self.refused.emit(reason)
        elif self.code is not None and self.code.path == path:
            self._disk = None
            self.status.emit(reason)
            self.changed.emit()

    def _on_saved(self, disk: SourceFile) -> None:
        before, self._disk, self.is_contested = self.code, disk, False
        if before is None:
            return
        after = replace(before, path=disk.path, name=disk.path.name)
        self._consent.follow(before, after)
        self._take(QT_TRANSLATE_NOOP("OwnCode", "Save {name}"), after)
        self.changed.emit()

    def _on_looked(self, disk: SourceFile) -> None:
        """Take in what another program saved, unless there is something here that would be lost."""
        before, self._disk = self._disk, disk
        code = self.code
        if code is None or code.text == disk.text:
            self._set_contested(False)
        elif before is not None and before.text == code.text:
            after = self._as_on_disk(disk)
            self._take(QT_TRANSLATE_NOOP("OwnCode", "Take in {name} as it was saved"), after, "code from disk")
        elif before is None or before.text != disk.text:
            self._set_contested(True)

    def _set_contested(self, is_contested: bool) -> None:
        self.is_contested = is_contested
        self.changed.emit()
