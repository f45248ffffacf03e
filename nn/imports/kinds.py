"""Whether a file of arrays holds data or weights: a guess by the names in it, for who opens it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from nn.imports.array_samples import have_samples
from nn.imports.arrays import npz

_LOOKED_AT = 64 * 2**10  # bytes at the end of a zip, where its directory stands: a few hundred names
_NAME_LENGTH, _NAME = 28, 46  # where they stand in an entry of the directory


def looks_like_data(path: str | Path) -> bool:
    """Say whether an .npz file has arrays that are called like samples and targets; False where it cannot be told.

    Only the end of the file is read, so that it can be asked in passing. What is really in the file, its reader says.
    """
    try:
        return have_samples(_names_in(_end_of(Path(path))))
    except OSError:
        return False


def _end_of(path: Path) -> bytes:
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode) or file.read(len(npz.MAGIC)) != npz.MAGIC:
            return b""
        file.seek(max(0, status.st_size - _LOOKED_AT))
        return file.read(_LOOKED_AT)


def _names_in(end: bytes) -> tuple[str, ...]:
    entries = end.split(npz.ENTRY)[1:]
    return tuple(_name_in(npz.ENTRY + entry) for entry in entries)


def _name_in(entry: bytes) -> str:
    length = int.from_bytes(entry[_NAME_LENGTH : _NAME_LENGTH + 2], "little")
    return entry[_NAME : _NAME + length].decode("utf-8", "replace").removesuffix(".npy")
