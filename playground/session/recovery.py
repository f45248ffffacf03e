"""Copies of unsaved work in a place of the program's own, for when it does not end as it should."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile

from nn.atomic_file import replace_file
from playground.session.document_file import NotADocument, pack, unpack

if TYPE_CHECKING:
    from playground.session.saved_document import SavedDocument

KEPT = 3
"""Copies kept of a document: were the newest damaged, the one before would do."""
DISCARDED_S = 30 * 24 * 3600
"""For so long after somebody discarded a copy it can be fetched back by hand."""
_DISCARDED = "discarded"
_PATTERN = "copy-*.safetensors"


@dataclass(frozen=True, eq=False)
class LeftBehind:
    """What a window that did not end as it should left behind.

    Attributes
    ----------
    saved
        Its newest copy that is whole.
    changed
        When that was written, in seconds as of `time.time`.
    folder, lock
        Where it is, and the lock that keeps other windows from offering it, too.
    """

    saved: SavedDocument
    changed: float
    folder: Path
    lock: QLockFile


class RecoveryFolder:
    """The copies of one window, in a folder that is locked as long as its process lives.

    Parameters
    ----------
    root
        The place for all windows, such as `playground.recovery_place.recovery_root`.

    Raises
    ------
    OSError
        If the folder cannot be made.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._path = root / f"{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}-{secrets.token_hex(3)}"
        self._path.mkdir(parents=True)
        self._lock = _lock(self._path)
        self._lock.tryLock(0)
        self._number = 0

    def keep(self, saved: SavedDocument) -> None:
        """Write a copy; OSError if that fails, and then the earlier ones are still there."""
        self._number += 1
        replace_file(self._path / f"copy-{self._number:06}.safetensors", pack(saved))
        for old in _copies(self._path)[KEPT:]:
            old.unlink(missing_ok=True)

    def adopt(self, found: LeftBehind) -> None:
        """Make another window's copies one's own: the work in them is open here from now on."""
        copies = _copies(found.folder)
        for number, copy in enumerate(reversed(copies), self._number + 1):
            os.replace(copy, self._path / f"copy-{number:06}.safetensors")  # noqa: PTH105 - as in nn.atomic_file
        self._number += len(copies)
        found.lock.unlock()
        shutil.rmtree(found.folder, ignore_errors=True)

    def clear(self) -> None:
        """Delete the copies: what is in them is saved, or was not wanted."""
        for copy in _copies(self._path):
            copy.unlink(missing_ok=True)

    def close(self) -> None:
        """End the use of the folder; copies that are still in it will be offered at the next start."""
        self._lock.unlock()
        if not _copies(self._path):
            shutil.rmtree(self._path, ignore_errors=True)


def left_behind(root: Path) -> list[LeftBehind]:
    """Return what windows that live no longer left behind, the latest first; forget what was discarded long ago."""
    _sweep(root / _DISCARDED)
    found = []
    for folder in root.glob("*-*-*"):
        lock = _lock(folder)
        if not lock.tryLock(0):
            continue  # its window lives
        whole = _newest_whole(folder)
        if whole is not None:
            found.append(LeftBehind(*whole, folder, lock))
            continue
        lock.unlock()
        if not _copies(folder):
            shutil.rmtree(folder, ignore_errors=True)
    return sorted(found, key=lambda each: each.changed, reverse=True)


def discard(found: LeftBehind) -> None:
    """Put what was left behind out of the way, from where it can be fetched by hand for some time."""
    bin_ = found.folder.parent / _DISCARDED
    bin_.mkdir(exist_ok=True)
    found.lock.unlock()
    os.utime(found.folder)  # the time counts from now
    found.folder.rename(bin_ / found.folder.name)


def _lock(folder: Path) -> QLockFile:
    lock = QLockFile(str(folder / "lock"))
    lock.setStaleLockTime(0)  # however old, it counts as long as its process lives
    return lock


def _copies(folder: Path) -> list[Path]:
    return sorted(folder.glob(_PATTERN), reverse=True)


def _newest_whole(folder: Path) -> tuple[SavedDocument, float] | None:
    for copy in _copies(folder):
        with contextlib.suppress(OSError, NotADocument):
            return unpack(copy.read_bytes()), copy.stat().st_mtime
    return None


def _sweep(folder: Path) -> None:
    oldest = time.time() - DISCARDED_S
    with contextlib.suppress(OSError):
        for each in folder.iterdir():
            if each.stat().st_mtime < oldest:
                shutil.rmtree(each, ignore_errors=True)
