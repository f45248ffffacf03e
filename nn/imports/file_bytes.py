"""A file as bytes: read whole and never mapped, because a mapped file that shrinks ends the program."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from nn.imports.refusal import BadFile, quoted
from nn.messages import Message

LARGEST_FILE = 512 * 2**20
"""Bytes of a file that is read."""
_PIECE = 4 * 2**20

Content = bytes | bytearray | memoryview
"""What readers take: a part of a large file is looked at through a view, because a copy would hold up other threads."""

Watch = Callable[[float], None]
"""Is told from time to time which share of the work is done, and may raise `Cancelled`."""


def unwatched(_share: float) -> None:
    """Let work go on that nobody watches."""


def part_of(watch: Watch, start: float, end: float) -> Watch:
    """Return what watches a part of the work, from one share of the whole to another."""

    def watch_part(share: float) -> None:
        watch(start + share * (end - start))

    return watch_part


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
        place = quoted(str(Path(path).parent), 200)
        raise BadFile(
            Message("{name} is not there any more; it was looked for in {place}", name=name, place=place)
        ) from error
    except OSError as error:
        reason = error if error.strerror else type(error).__name__
        raise BadFile(
            Message(
                "{name} cannot be read: {reason}; check that the file is there and may be read",
                name=name,
                reason=reason,
            )
        ) from error
    except ValueError as error:
        if isinstance(error, BadFile):
            raise
        raise BadFile(Message("{name} is no valid name of a file; choose another file", name=name)) from error


def _checked_size(status: os.stat_result, name: str, largest: int) -> int:
    if not stat.S_ISREG(status.st_mode):
        raise BadFile(Message("{name} is no file with content; choose a file", name=name))
    if status.st_size > largest:
        raise BadFile(
            Message(
                "{name} has {size:,.0f} MB, at most {most:,.0f} MB are read; keep a part of it in a file of its own",
                name=name,
                size=status.st_size / 2**20,
                most=largest / 2**20,
            )
        )
    return status.st_size


def _read(file: BinaryIO, size: int, watch: Watch) -> bytes:
    pieces, count = [], 0
    while piece := file.read(min(_PIECE, size - count)):
        pieces.append(piece)
        count += len(piece)
        watch(count / size)
    return b"".join(pieces)
