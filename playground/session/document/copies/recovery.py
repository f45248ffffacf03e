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
from weakref import WeakKeyDictionary

from PySide6.QtCore import QLockFile

from nn.files.atomic_file import replace_file
from playground.session.document.copies.parts import PATTERN, Parts
from playground.session.document.data import apart_name, checksum_of, pack_apart
from playground.session.document.file import NotADocument, arrays_of, pack, unpack

if TYPE_CHECKING:
    from nn.datasets.base import Dataset
    from playground.session.document.saved import SavedDocument

KEPT = 3
"""Copies kept of a document: were the newest damaged, the one before would do."""
DISCARDED_S = 30 * 24 * 3600
"""For so long after somebody discarded a copy it can be fetched back by hand."""
_DISCARDED = "discarded"
_PATTERN = "copy-*.safetensors"
_DATA = "data-*.safetensors"


@dataclass(frozen=True, eq=False)
class LeftBehind:
    """The work that a window left behind which did not end as it should.

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

    A copy is made every minute and must stay small: imported data stand in a file of their own, named by their
    checksum, to which the copy's name leads, and all other large arrays in files beside it, each written once.

    Parameters
    ----------
    root
        The place for all windows, such as `playground.files.recovery_place.recovery_root`.

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
        self._parts = Parts(self._path)
        self._needed: dict[str, set[str]] = {}  # files beside each copy
        self._checksums: WeakKeyDictionary[Dataset, str] = WeakKeyDictionary()

    def keep(self, saved: SavedDocument) -> None:
        """Write a copy; OSError if that fails, and then the earlier ones are still there."""
        data = saved.state.dataset.kept
        checksum = "" if data is None else self._keep_data(data)
        self._number += 1
        name, aside = _copy_name(self._number, checksum), self._parts.put(arrays_of(saved, is_apart=True))
        replace_file(self._path / name, pack(saved, checksum, aside))
        self._needed[name] = set(aside)
        for old in _copies(self._path)[KEPT:]:
            old.unlink(missing_ok=True)
        self._drop_data()

    def _keep_data(self, data: Dataset) -> str:
        """Write data that are not there yet; return their checksum."""
        checksum = self._checksums.get(data) or checksum_of(data)
        self._checksums[data] = checksum
        path = self._path / apart_name(checksum)
        if not path.exists():
            replace_file(path, pack_apart(data))
        return checksum

    def _drop_data(self) -> None:
        """Delete data to which no copy belongs any more."""
        wanted = {apart_name(_data_of(copy)) for copy in _copies(self._path)}
        for path in self._path.glob(_DATA):
            if path.name not in wanted:
                path.unlink(missing_ok=True)
        self._parts.drop(file for copy in _copies(self._path) for file in self._needed.get(copy.name, ()))

    def adopt(self, found: LeftBehind) -> None:
        """Make another window's copies one's own: the work in them is open here from now on."""
        copies = _copies(found.folder)
        for pattern in (_DATA, PATTERN):  # they stay there, too: a copy is nothing without them
            for data in found.folder.glob(pattern):
                _link(data, self._path / data.name)
        parts = {path.name for path in found.folder.glob(PATTERN)}
        for number, copy in enumerate(reversed(copies), self._number + 1):
            name = _copy_name(number, _data_of(copy))
            self._needed[name] = parts
            os.replace(copy, self._path / name)  # noqa: PTH105 - as in nn.files.atomic_file
        self._number += len(copies)
        found.lock.unlock()
        shutil.rmtree(found.folder, ignore_errors=True)

    def clear(self) -> None:
        """Delete the copies: what is in them is saved, or was not wanted."""
        for copy in _copies(self._path):
            copy.unlink(missing_ok=True)
        self._drop_data()

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


def _copy_name(number: int, checksum: str) -> str:
    data = f"-{checksum[:16]}" if checksum else ""
    return f"copy-{number:06}{data}.safetensors"


def _data_of(copy: Path) -> str:
    """Return how the checksum of a copy's data begins, nothing if it has none."""
    return copy.stem.partition("-")[2].partition("-")[2]


def _link(source: Path, target: Path) -> None:
    try:
        target.hardlink_to(source)
    except OSError:  # not every disk has links
        shutil.copyfile(source, target)


def _copies(folder: Path) -> list[Path]:
    return sorted(folder.glob(_PATTERN), reverse=True)


def _newest_whole(folder: Path) -> tuple[SavedDocument, float] | None:
    for copy in _copies(folder):
        with contextlib.suppress(OSError, NotADocument):
            return unpack(copy.read_bytes(), folder), copy.stat().st_mtime
    return None


def _sweep(folder: Path) -> None:
    oldest = time.time() - DISCARDED_S
    with contextlib.suppress(OSError):
        for each in folder.iterdir():
            if each.stat().st_mtime < oldest:
                shutil.rmtree(each, ignore_errors=True)
