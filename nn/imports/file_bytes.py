"""A file as bytes: read whole and never mapped, because a mapped file that shrinks ends the program."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

from nn.imports.refusal import BadFile, quoted

LARGEST_FILE = 512 * 2**20
"""Bytes of a file that is read."""
_PIECE = 4 * 2**20

Watch = Callable[[float], None]
"""Is told from time to time which share of the work is done, and may raise `Cancelled`."""


def unwatched(_share: float) -> None:
    """Let work go on that nobody watches."""


def read_bytes(path: str | Path, watch: Watch = unwatched, largest: int = LARGEST_FILE) -> bytes:
    """Return the content of a regular file.

    Raises
    ------
    BadFile
        If there is no such file, or it is a folder, a pipe or a device, which may never end, or larger than `largest`.
    Cancelled
        If `watch` raises it.
    """
    name = quoted(Path(path).name)
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as file:
            return _read(file, _checked_size(os.fstat(handle), name, largest), watch)
    except FileNotFoundError as error:
        raise BadFile(
            f"{name} is not there any more; it was looked for in {quoted(str(Path(path).parent), 200)}"
        ) from error
    except (OSError, ValueError) as error:
        if isinstance(error, BadFile):
            raise
        reason = getattr(error, "strerror", None) or "its name is not valid"
        raise BadFile(f"{name} cannot be read: {reason}; check that the file is there and may be read") from error


def _checked_size(status: os.stat_result, name: str, largest: int) -> int:
    if not stat.S_ISREG(status.st_mode):
        raise BadFile(f"{name} is no file with content; choose a file")
    if status.st_size > largest:
        raise BadFile(
            f"{name} has {status.st_size / 2**20:,.0f} MB, at most {largest / 2**20:,.0f} MB are read; "
            "keep a part of it in a file of its own"
        )
    return status.st_size


def _read(file: object, size: int, watch: Watch) -> bytes:
    content = bytearray()
    while piece := file.read(min(_PIECE, size - len(content))):  # type: ignore[attr-defined]
        content += piece
        watch(len(content) / size)
    return bytes(content)
