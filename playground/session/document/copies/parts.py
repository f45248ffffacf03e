"""The large arrays of copies, each written once under its checksum, in files beside them."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Any

import numpy as np

from nn.files.atomic_file import replace_file
from nn.files.safetensors import decode, encode
from nn.imports.file_bytes import read_bytes
from nn.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from numpy.typing import NDArray

    from playground.session.document.arrays import Arrays

LEAST = 4096
"""Bytes from which on an array is no part of the copy itself."""
PATTERN = "part-*.safetensors"
_NAME = re.compile(r"part-[0-9a-f]{16}\.safetensors")
_LARGEST = 512 * 2**20

Aside = dict[str, dict[str, str]]
"""For each file the names of arrays, with the checksums under which they stand in it."""


class Parts:
    """Writes arrays that are not there yet, all that are new in a copy into one file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, dict[str, int]] = {}  # what is in each file, with its bytes

    def put(self, arrays: Arrays) -> Aside:
        """See to it that the large ones stand in files, and return in which.

        Raises
        ------
        OSError
            If one cannot be written.
        """
        large = {name: array for name, array in arrays.items() if array.nbytes >= LEAST}
        keys = {name: checksum_of(array) for name, array in large.items()}
        wanted = {keys[name]: array for name, array in large.items()}
        self._forget_rubbish(wanted)
        places = {key: file for file, held in self._files.items() for key in held}
        new = {key: array for key, array in wanted.items() if key not in places}
        if new:
            file = f"part-{hashlib.sha256(''.join(sorted(new)).encode()).hexdigest()[:16]}.safetensors"
            replace_file(self._folder / file, encode(new, {"format": "nn-playground part"}))
            self._files[file] = {key: array.nbytes for key, array in new.items()}
            places |= dict.fromkeys(new, file)
        aside: Aside = {}
        for name, key in keys.items():
            aside.setdefault(places[key], {})[name] = key
        return aside

    def _forget_rubbish(self, wanted: Mapping[str, Any]) -> None:
        """Write anew what is wanted of a file that holds more of what is not."""
        for file, held in list(self._files.items()):
            if 2 * sum(size for key, size in held.items() if key in wanted) < sum(held.values()):
                del self._files[file]

    def drop(self, wanted: Iterable[str]) -> None:
        """Delete all files but these."""
        names = set(wanted)
        for path in self._folder.glob(PATTERN):
            if path.name not in names:
                path.unlink(missing_ok=True)
                self._files.pop(path.name, None)


def checksum_of(array: NDArray[Any]) -> str:
    """Return what tells an array from any other."""
    total = hashlib.sha256(f"{array.dtype.str} {array.shape}".encode())
    total.update(np.ascontiguousarray(array).reshape(-1).view(np.uint8).data)
    return total.hexdigest()


def parts_in(aside: dict[str, Any], folder: Path | None) -> dict[str, NDArray[Any]]:
    """Return the arrays of which a copy says that they stand in files beside it.

    Raises
    ------
    OSError, TypeError, ValueError
        If one is not there, or is another one.
    """
    found: dict[str, NDArray[Any]] = {}
    for file, names in aside.items():
        held = _read(str(file), folder)
        for name, key in dict(names).items():
            array = held.get(str(key))
            if array is None or checksum_of(array) != key:
                raise ValueError(Message("its data in {name} are damaged: their checksum is not right", name=file))
            found[str(name)] = array
    return found


def _read(file: str, folder: Path | None) -> Arrays:
    path = folder / file if folder is not None and _NAME.fullmatch(file) else None
    if path is None or not path.is_file():
        raise ValueError(Message("its data are in {file}, which is not beside it", file=file[:80]))
    size = path.stat().st_size
    if size > _LARGEST:
        raise ValueError(
            Message("{name} has {size:,} bytes; data take {most:,} at most", name=file, size=size, most=_LARGEST)
        )
    return decode(read_bytes(path)).tensors
