"""Writing a file so that at every moment, power cut or not, there is the old one or the new one, whole."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
import sys
import time
from collections.abc import Iterable
from enum import Enum
from pathlib import Path

_HEAD, _TAIL = ".nn-playground-", "~"
_LEFT_OVER_S = 3600
_TRIES, _PAUSE_S = 5, 0.1


class Trouble(Enum):
    """Why a file cannot be written, as far as it tells what to do about it."""

    FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
    GONE = (errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.ESTALE, errno.ENOTCONN)
    OTHER = ()


def trouble_of(error: OSError) -> Trouble:
    """Return what kind of trouble an error of `replace_file` tells of."""
    return next((trouble for trouble in Trouble if error.errno in trouble.value), Trouble.OTHER)


class NotConfirmed(OSError):
    """The new file is in place, but the disk did not say that it would survive a power cut."""


def replace_file(path: str | Path, pieces: Iterable[bytes | memoryview]) -> None:
    """Write a file, or replace it, all or nothing.

    The pieces go into a temporary file in the same folder, which is brought to the disk, takes the file's name in one
    step, and the folder is brought to the disk, too. Links are followed, and the file's mode is kept.

    Parameters
    ----------
    path : str or Path
        The file.
    pieces : iterable of bytes
        What is to stand in it.

    Raises
    ------
    NotConfirmed
        If only the last step failed, with the new file in place.
    OSError
        If anything else failed; then the old file is as it was, and nothing else is left behind.
    """
    target = Path(os.path.realpath(path))
    mode = _mode_of(target)
    _sweep(target.parent)
    temporary = target.parent / f"{_HEAD}{os.getpid()}-{secrets.token_hex(4)}{_TAIL}"
    try:
        _write(temporary, pieces, mode)
        _rename(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    try:
        sync_folder(target.parent)
    except OSError as error:
        raise NotConfirmed(error.errno, error.strerror, str(target)) from error


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk, where the system can be asked for it."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _mode_of(target: Path) -> int | None:
    """Return the mode of the file that is to be replaced, None without one; refuse what must not be replaced."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(mode):
        raise IsADirectoryError(errno.EISDIR, "Not a regular file", str(target))
    if not os.access(target, os.W_OK):  # renaming over it would not ask
        raise PermissionError(errno.EACCES, "Permission denied", str(target))
    return stat.S_IMODE(mode)


def _write(path: Path, pieces: Iterable[bytes | memoryview], mode: int | None) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(handle, "wb") as file:
        for piece in pieces:
            file.write(piece)
        file.flush()
        _bring_to_disk(handle)
        if mode is not None and sys.platform != "win32":
            os.fchmod(handle, mode)


def _bring_to_disk(handle: int) -> None:
    if sys.platform == "darwin":  # there fsync only brings it to the drive's own memory
        import fcntl

        with contextlib.suppress(OSError):  # network folders do not know the request
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)


def _rename(temporary: Path, target: Path) -> None:
    if sys.platform == "win32":
        for _ in range(_TRIES):  # a virus scanner may be looking at the old file
            with contextlib.suppress(PermissionError):
                os.replace(temporary, target)  # noqa: PTH105 - the same call as below
                return
            time.sleep(_PAUSE_S)
    os.replace(temporary, target)  # noqa: PTH105 - Path.replace returns a path that nobody wants


def _sweep(folder: Path) -> None:
    """Delete temporary files that a killed process left behind; those of living ones are seconds old."""
    oldest = time.time() - _LEFT_OVER_S
    with contextlib.suppress(OSError):
        for path in folder.glob(f"{_HEAD}*{_TAIL}"):
            if path.stat().st_mtime < oldest:
                path.unlink()
