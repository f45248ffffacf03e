"""The named arrays of a file, whichever kind it is: .npz, .npy, a pickle, or safetensors."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from nn.files import safetensors
from nn.imports.arrays import npy, npz
from nn.imports.arrays.array_bytes import AnyArray
from nn.imports.arrays.pickle_parts import ArrayInMaking
from nn.imports.arrays.pickles import parse_pickle
from nn.imports.file_bytes import Watch, read_bytes, unwatched
from nn.imports.refusal import BadFile, quoted
from nn.messages import Message

_DEEPEST = 4
_MOST_PARTS = 10_000
_MOST_NUMBERS = 1_000_000
_LARGEST = 1e300
_LONGEST_NAME = 200


def read_tensors(path: str | Path, watch: Watch = unwatched) -> dict[str, AnyArray]:
    """Return the arrays of numbers in a file by their names, the kind of file known by its content.

    Raises
    ------
    BadFile
        If it is no file of arrays, is damaged, too large, or asks for more than arrays.
    Cancelled
        If `watch` raises it.
    """
    return parse_tensors(read_bytes(path, watch), quoted(Path(path).name), watch)


def parse_tensors(content: bytes, owner: str, watch: Watch = unwatched) -> dict[str, AnyArray]:
    """Return the arrays in the bytes of a file; `read_tensors` says more."""
    if content[:2] == npz.MAGIC:
        arrays = npz.parse_npz(content, owner, watch)
    elif content[:6] == npy.MAGIC:
        arrays = {"array": npy.parse_npy(content, owner)}
    elif content[8:9] == b"{" or content[8:10] == b" {":
        arrays = _safetensors(content, owner)
    else:
        arrays = arrays_in(parse_pickle(content, owner), owner)
    if not arrays:
        raise BadFile(
            Message(
                "{owner} holds no arrays of numbers; expected some such as W1 and b1: choose another file", owner=owner
            )
        )
    return arrays


def _safetensors(content: bytes, owner: str) -> dict[str, AnyArray]:
    try:
        return dict(safetensors.decode(content).tensors)
    except (ValueError, OverflowError) as error:
        raise BadFile(
            Message("{owner} is no whole safetensors file: {error}; copy or save it again", owner=owner, error=error)
        ) from error


def arrays_in(value: Any, owner: str) -> dict[str, AnyArray]:
    """Return the arrays in nested plain containers, by their keys joined with dots.

    Raises
    ------
    BadFile
        If the containers are nested too deeply or hold too many things.
    """
    walk = _Walk(owner)
    walk.visit(value, "", 0)
    return walk.arrays


class _Walk:
    """Goes through containers and counts: one that is mentioned again and again is gone through each time."""

    def __init__(self, owner: str) -> None:
        self.arrays: dict[str, AnyArray] = {}
        self._owner, self._parts, self._numbers = owner, 0, 0

    def visit(self, value: Any, name: str, depth: int) -> None:
        self._parts += 1
        if self._parts > _MOST_PARTS or depth > _DEEPEST:
            raise BadFile(
                Message(
                    "{owner} holds more than {most:,} things or nests them more than {deepest} deep; expected "
                    "a dictionary of arrays: save them as .npz",
                    owner=self._owner,
                    most=_MOST_PARTS,
                    deepest=_DEEPEST,
                )
            )
        if isinstance(value, ArrayInMaking) and value.array is not None:
            self.arrays[name or "array"] = value.array
        elif isinstance(value, dict):
            for key, item in value.items():
                self.visit(item, _joined(name, str(key)), depth + 1)
        elif isinstance(value, list | tuple):
            self._visit_list(value, name, depth)

    def _visit_list(self, items: list[Any] | tuple[Any, ...], name: str, depth: int) -> None:
        self._numbers += len(items)
        if self._numbers > _MOST_NUMBERS:
            raise BadFile(
                Message(
                    "{owner} holds more than {most:,} numbers in lists; save them as .npz",
                    owner=self._owner,
                    most=_MOST_NUMBERS,
                )
            )
        if items and all(type(item) in (int, float) and abs(item) < _LARGEST for item in items):
            self.arrays[name or "array"] = np.array(items, float)
            return
        for index, item in enumerate(items):
            self.visit(item, _joined(name, str(index)), depth + 1)


def _joined(name: str, key: str) -> str:
    return (f"{name}.{key}" if name else key)[-_LONGEST_NAME:]
