"""What both halves say to each other: a frame is a JSON object and, where there are any, arrays as safetensors.

Four bytes give the length of the JSON, eight that of the arrays; both come next. What a frame may hold is said before
it is read, and no byte is read, and nothing allocated, that was not allowed.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from nn.files import safetensors
from nn.messages import Message

_LENGTHS = struct.Struct("<IQ")
_PIECE = 2**20
MOST_TEXT = 4 * 2**20
"""Bytes of JSON that a frame may have."""

Arrays = Mapping[str, NDArray[Any]]


class Frame(NamedTuple):
    """What came: plain data, not yet looked at, and read-only arrays."""

    data: dict[str, Any]
    arrays: dict[str, NDArray[Any]]


class Garbled(ValueError):
    """What came is no frame, or a larger one than was allowed."""


def packed(data: Mapping[str, Any], arrays: Arrays | None = None) -> bytes:
    """Return the bytes of a frame.

    Raises
    ------
    ValueError
        If there is more text than a frame may have.
    """
    text = json.dumps(data, allow_nan=False, separators=(",", ":")).encode()
    if len(text) > MOST_TEXT:
        raise ValueError(
            Message("it says {length:,} bytes; a message has at most {most:,}", length=len(text), most=MOST_TEXT)
        )
    payload = b"".join(safetensors.encode({n: np.asarray(a) for n, a in arrays.items()}, {})) if arrays else b""
    return _LENGTHS.pack(len(text), len(payload)) + text + payload


def unpacked(read: Callable[[int], bytes], most_arrays: int) -> Frame | None:
    """Return the next frame, None when there are no more.

    Parameters
    ----------
    read : callable
        Gives at most so many bytes, and none at the end.
    most_arrays : int
        Bytes of arrays that are allowed.

    Raises
    ------
    Garbled
        If it is none.
    """
    start = _exactly(read, _LENGTHS.size)
    if not start:
        return None
    if len(start) < _LENGTHS.size:
        raise Garbled("the end came early")
    text_length, payload_length = _LENGTHS.unpack(start)
    if text_length > MOST_TEXT or payload_length > most_arrays:
        raise Garbled(f"{text_length + payload_length:,} bytes announced")
    text, payload = _exactly(read, text_length), _exactly(read, payload_length)
    if len(text) < text_length or len(payload) < payload_length:
        raise Garbled("the end came early")
    return Frame(_object(text), _arrays(payload))


def _exactly(read: Callable[[int], bytes], length: int) -> bytes:
    """Read so many bytes, fewer at the end, and take memory only for those that have come."""
    pieces = []
    while length:
        piece = read(min(length, _PIECE))
        if not piece:
            break
        pieces.append(piece)
        length -= len(piece)
    return b"".join(pieces)


def _object(text: bytes) -> dict[str, Any]:
    try:
        data = json.loads(text.decode())
    except (ValueError, RecursionError, MemoryError) as error:
        raise Garbled(f"no JSON: {type(error).__name__}") from None
    if not isinstance(data, dict):
        raise Garbled("no object")
    return data


def _arrays(payload: bytes) -> dict[str, NDArray[Any]]:
    if not payload:
        return {}
    try:
        return safetensors.decode(payload).tensors
    except ValueError as error:
        raise Garbled(str(error)) from None
