"""Reading and writing documents on the disk, in any thread, with sentences for what can go wrong there."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLockFile

from nn.files.atomic_file import NotConfirmed, Trouble, replace_file, trouble_of
from nn.imports.file_bytes import unwatched
from nn.messages import printable
from playground.session.document.file import NotADocument, OtherFormat, Unsound, pack, unpack
from playground.session.phrase import said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nn.imports.file_bytes import Watch
    from playground.session.document.saved import SavedDocument

LARGEST = 2**30
"""Bytes of the largest file that is read: a document takes 12 bytes for each of its parameters."""
_PIECE = 4 * 2**20


class FileTrouble(Exception):
    """Why a file was not read or written, in a sentence for the person; what there was is as it was."""

    def __init__(self, path: Path, text: str) -> None:
        super().__init__(text)
        self.path = path


class ChangedOnDisk(FileTrouble):
    """Somebody else wrote the file since it was read or written here."""


class InUse(FileTrouble):
    """Another window has the file open."""


class Missing(FileTrouble):
    """There is no such file."""


class Foreign(FileTrouble):
    """The file is no document, or a damaged one, but has arrays: perhaps its weights can be imported."""


class NotSaved(FileTrouble):
    """The document could not be written where it was to be."""


@dataclass(frozen=True, eq=False)
class OpenFile:
    """A document's file while it is open.

    Attributes
    ----------
    checksum
        SHA-256 of the file as it was last read or written here; empty if that is not known.
    lock
        Tells other windows that the file is open, as long as this object lives; None where none could be made.
    """

    path: Path
    checksum: str
    lock: QLockFile | None = None


def open_document(path: Path, *, anyway: bool = False, watch: Watch = unwatched) -> tuple[SavedDocument, OpenFile]:
    """Read a document and lock its file.

    Parameters
    ----------
    anyway
        Whether to open a file that another window has open.
    watch
        Is told which share is read, and may raise `nn.imports.Cancelled`.

    Raises
    ------
    InUse, Missing, Foreign, FileTrouble
        If it cannot be read, or holds no document.
    """
    content = _read(path, watch)
    lock = _locked(path, anyway)
    try:
        return unpack(content, path.parent), OpenFile(path, _checksum(content), lock)
    except NotADocument as error:
        raise (Foreign if isinstance(error, OtherFormat | Unsound) else FileTrouble)(
            path, _say(QT_TRANSLATE_NOOP("Files", "{name} cannot be opened: {reason}."), path, reason=said(error))
        ) from error


def save_document(
    saved: SavedDocument, path: Path, before: OpenFile | None, *, anyway: bool = False, watch: Watch = unwatched
) -> OpenFile:
    """Write a document, all or nothing.

    Parameters
    ----------
    before
        The file as it is open here; None if it is not.
    anyway
        Whether to replace a file that somebody else changed.
    watch
        Is told which share is written.

    Raises
    ------
    ChangedOnDisk, NotSaved
        If it was not written; the file on the disk is as it was.
    """
    lock = before.lock if before is not None else None
    if lock is None:
        lock = _locked_to_write(path, anyway=before is not None)
    if before is not None and before.checksum and not anyway:
        _check_unchanged(path, before.checksum)
    try:
        pieces = pack(saved)
    except ValueError as error:  # it could not be read again
        text = QT_TRANSLATE_NOOP("Files", "{name} was not saved: {reason}.")
        raise NotSaved(path, _say(text, path, reason=said(error))) from error
    try:
        replace_file(path, _watched(pieces, watch))
    except NotConfirmed as error:
        text = QT_TRANSLATE_NOOP(
            "Files", "{name} was written, but the disk did not confirm it. Save again, or in another place."
        )
        raise NotSaved(path, _say(text, path)) from error
    except OSError as error:
        raise NotSaved(path, _why_not_saved(error, path)) from error
    total = hashlib.sha256()
    for piece in pieces:
        total.update(piece)
    return OpenFile(path, total.hexdigest(), lock)


def _watched(pieces: Sequence[bytes | memoryview], watch: Watch) -> Iterator[bytes | memoryview]:
    total, done = sum(len(piece) for piece in pieces), 0
    for piece in pieces:
        for start in range(0, len(piece), _PIECE):
            part = piece[start : start + _PIECE]
            yield part
            done += len(part)
            watch(done / total)


def _read(path: Path, watch: Watch = unwatched) -> bytes:
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as file:
            about = os.fstat(handle)
            if not stat.S_ISREG(about.st_mode):
                raise FileTrouble(path, _say(QT_TRANSLATE_NOOP("Files", "{name} is no file that can be read."), path))
            if about.st_size > LARGEST:
                text = QT_TRANSLATE_NOOP("Files", "{name} has {size:,} bytes; a document has {most:,} at most.")
                raise FileTrouble(path, _say(text, path, size=about.st_size, most=LARGEST))
            return _pieces(file, about.st_size, watch)
    except FileNotFoundError as error:
        text = QT_TRANSLATE_NOOP(
            "Files", "{name} is not there any more: it was moved or deleted, or its drive was removed."
        )
        raise Missing(path, _say(text, path)) from error
    except OSError as error:
        text = QT_TRANSLATE_NOOP("Files", "{name} cannot be read: {reason}.")
        raise FileTrouble(path, _say(text, path, reason=said(error))) from error


def _pieces(file: BinaryIO, size: int, watch: Watch) -> bytes:
    content = bytearray()
    while piece := file.read(min(_PIECE, LARGEST - len(content))):
        content += piece
        watch(min(len(content) / (size or 1), 1.0))
    return bytes(content)


def _check_unchanged(path: Path, checksum: str) -> None:
    try:
        if _checksum(_read(path)) == checksum:
            return
    except Missing:
        return  # there is nothing to be lost
    except FileTrouble as error:
        raise _not_saved(error) from error
    text = QT_TRANSLATE_NOOP(
        "Files",
        "Another program changed {name} since it was opened or saved here. Replacing it loses those changes; "
        "saving under another name keeps both.",
    )
    raise ChangedOnDisk(path, _say(text, path))


def _locked(path: Path, anyway: bool) -> QLockFile | None:
    """Lock a file; a lock that a dead process left behind counts for nothing."""
    target = Path(os.path.realpath(path))  # a link and what it leads to are one file
    lock = QLockFile(str(target.parent / f".~{target.name}.lock"))
    lock.setStaleLockTime(0)  # however old, it counts as long as its process lives
    if lock.tryLock(0):
        return lock
    if lock.error() != QLockFile.LockError.LockFailedError or anyway:
        return None  # in a folder that cannot be written to there are no locks
    process, host, _ = _holder(lock)
    text = QT_TRANSLATE_NOOP("Files", "{name} is open in another window already (process {process} on {host}).")
    raise InUse(path, _say(text, path, process=process, host=host))


def _locked_to_write(path: Path, anyway: bool) -> QLockFile | None:
    try:
        return _locked(path, anyway)
    except InUse as error:
        raise _not_saved(error) from error


def _holder(lock: QLockFile) -> tuple[int, str, str]:
    try:
        process, host, program = lock.getLockInfo()  # PySide returns what C++ fills in
    except (TypeError, ValueError):  # the other window was closed meanwhile
        return 0, "?", ""
    return process, host, program


def _not_saved(trouble: FileTrouble) -> NotSaved:
    text = QT_TRANSLATE_NOOP("Files", "Save under another name: your work is open and unchanged.")
    return NotSaved(trouble.path, f"{trouble} {_say(text, trouble.path)}")


def _why_not_saved(error: OSError, path: Path) -> str:
    return (
        _say(QT_TRANSLATE_NOOP("Files", "{name} could not be saved."), path)
        + " "
        + _reason(error, path)
        + " "
        + _say(
            QT_TRANSLATE_NOOP("Files", "What was in the file is still there, and your work is open and unchanged."),
            path,
        )
    )


def _reason(error: OSError, path: Path) -> str:
    says = {
        Trouble.FULL: QT_TRANSLATE_NOOP("Files", "The disk is full: make room on it, or save in another place."),
        Trouble.FORBIDDEN: QT_TRANSLATE_NOOP(
            "Files", "The file or its folder is write-protected: save under another name or in another folder."
        ),
        Trouble.GONE: QT_TRANSLATE_NOOP(
            "Files", "Its folder is gone, or its drive: bring it back, or save in another place."
        ),
        Trouble.OTHER: QT_TRANSLATE_NOOP("Files", "The disk answers: {reason}. Save in another place."),
    }
    return _say(says[trouble_of(error)], path, reason=said(error))


def _checksum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _say(text: Any, path: Path, **values: object) -> str:
    return QCoreApplication.translate("Files", text).format(name=printable(path.name), **values)
