"""IDX, the format of the original MNIST files, plain and packed with gzip."""

from __future__ import annotations

import math
import zlib
from typing import Any

import numpy as np

from nn.imports.arrays.array_bytes import AnyArray, array_of, checked_shape
from nn.imports.arrays.gzip_bytes import GzipReader
from nn.imports.file_bytes import Content, Watch, unwatched
from nn.imports.refusal import BadFile
from nn.messages import Message

GZIP = b"\x1f\x8b"
_TYPES = {0x08: "u1", 0x09: "i1", 0x0B: ">i2", 0x0C: ">i4", 0x0D: ">f4", 0x0E: ">f8"}
_PIECE = 2**20
_LONGEST_HEADER = 4 + 4 * 255


def looks_like_idx(content: Content) -> bool:
    """Say whether bytes begin as an IDX file does."""
    return len(content) >= 4 and content[:2] == b"\0\0" and content[2] in _TYPES and 0 < content[3] <= 8


def parse_idx(content: Content, owner: str, watch: Watch = unwatched) -> AnyArray:
    """Return the array in the bytes of an IDX file, which may be packed with gzip.

    Raises
    ------
    BadFile
        If they are no such file, or there are more or fewer numbers than it declares, or too many.
    """
    unpacked = _gunzip(content, owner, watch) if content[:2] == GZIP else content
    dtype, shape, start = _header(unpacked, owner)
    return array_of(memoryview(unpacked)[start:], dtype, shape, owner)


def _header(content: Content, owner: str) -> tuple[np.dtype[Any], tuple[int, ...], int]:
    if not looks_like_idx(content):
        raise BadFile(
            Message(
                "{owner} is no IDX file: expected 0, 0, a type and a number of dimensions at its beginning", owner=owner
            )
        )
    dtype, dimensions = np.dtype(_TYPES[content[2]]), content[3]
    start = 4 + 4 * dimensions
    if len(content) < start:
        raise BadFile(Message("{owner} is damaged: it ends inside its header; copy or download it again", owner=owner))
    shape = tuple(int.from_bytes(content[i : i + 4], "big") for i in range(4, start, 4))
    return dtype, checked_shape(shape, dtype.itemsize, owner), start


def _gunzip(content: Content, owner: str, watch: Watch) -> Content:
    """Unpack exactly as much as the header inside declares, and one byte to see whether there is more."""
    try:
        reader = GzipReader(content, owner, watch)
        unpacked = reader.read(_LONGEST_HEADER)
        dtype, shape, start = _header(unpacked, owner)
        most = start + math.prod(shape) * dtype.itemsize + 1
        while len(unpacked) < most and (piece := reader.read(min(_PIECE, most - len(unpacked)))):
            unpacked += piece
    except (EOFError, zlib.error) as error:
        raise BadFile(
            Message("{owner} is damaged: it cannot be unpacked with gzip; copy or download it again", owner=owner)
        ) from error
    return unpacked
