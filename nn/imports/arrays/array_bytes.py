"""From bytes and what a file says of them to an array; every number of the description is checked first."""

from __future__ import annotations

import math
import re
from typing import Any

import numpy as np
import numpy.typing as npt

from nn.imports.file_bytes import Content
from nn.imports.refusal import BadFile, quoted
from nn.messages import Message

LARGEST_ARRAY = 512 * 2**20
"""Bytes of one array."""
MOST_DIMENSIONS = 8
_NUMBERS = re.compile(r"[<>|=]?(b1|[iu][1248]|f[248])", re.ASCII)

AnyArray = npt.NDArray[Any]


def number_type(text: object, owner: str) -> np.dtype[Any]:
    """Return the dtype that a file names, if it is one of plain numbers.

    Raises
    ------
    BadFile
        If it stands for anything else, such as Python objects.
    """
    if _is_objects(text):
        raise BadFile(
            Message(
                "{owner} holds Python objects, which could run code; expected plain numbers: save it as an array of "
                "float32",
                owner=owner,
            )
        )
    if not isinstance(text, str) or not _NUMBERS.fullmatch(text):
        raise BadFile(
            Message(
                "{owner} holds the type {kind}; expected plain numbers: save it as an array of float32",
                owner=owner,
                kind=quoted(text),
            )
        )
    return np.dtype(text)


def _is_objects(text: object) -> bool:
    return isinstance(text, str) and text.lstrip("<>|=")[:1] == "O"


def checked_shape(shape: object, itemsize: int, owner: str) -> tuple[int, ...]:
    """Return a shape that a file declares, if an array of it may be made.

    Raises
    ------
    BadFile
        If it is no shape, has too many dimensions, or takes more than 512 MB.
    """
    if not isinstance(shape, tuple) or not all(type(size) is int and size >= 0 for size in shape):
        raise BadFile(
            Message(
                "{owner} has no valid shape; expected whole numbers of at least 0: save the array again", owner=owner
            )
        )
    if len(shape) > MOST_DIMENSIONS:
        raise BadFile(
            Message(
                "{owner} has {dimensions} dimensions, at most {most} are read; reshape it first",
                owner=owner,
                dimensions=len(shape),
                most=MOST_DIMENSIONS,
            )
        )
    # sizes of 0 count as 1: NumPy's own arithmetic overflows on (0, 2**62)
    needed = math.prod(max(size, 1) for size in shape) * itemsize
    if needed > LARGEST_ARRAY:
        size = Message("{size:,.0f} MB", size=needed / 2**20) if needed < 2**60 else Message("more than any memory")
        raise BadFile(
            Message(
                "{owner} declares a shape that takes {size}, at most {most:,.0f} MB are read; keep a part "
                "of it in a file of its own",
                owner=owner,
                size=size,
                most=LARGEST_ARRAY / 2**20,
            )
        )
    return shape


def array_of(content: Content, dtype: np.dtype[Any], shape: object, owner: str, fortran: bool = False) -> AnyArray:
    """Return `content` as an array in native byte order, a copy of its own.

    Raises
    ------
    BadFile
        If the shape is not valid or the bytes are not as many as it takes.
    """
    checked = checked_shape(shape, dtype.itemsize, owner)
    needed = math.prod(checked) * dtype.itemsize
    if len(content) != needed:
        raise BadFile(
            Message(
                "{owner} is damaged: its shape {checked} takes {needed:,} bytes, there are {there:,}; copy "
                "or save the file again",
                owner=owner,
                checked=checked,
                needed=needed,
                there=len(content),
            )
        )
    flat = np.frombuffer(content, dtype).astype(dtype.newbyteorder("="))
    return flat.reshape(checked, order="F" if fortran else "C")
