"""The safetensors format, read and written by hand: arrays by name and texts, in a file that cannot run code.

Eight bytes give the length of a header, a JSON object follows, and then the bytes of all arrays without gaps. Every
size is checked against the file's own before anything is made of it: a header may promise what it likes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from math import prod
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from nn.messages import Message

MOST_HEADER = 8 * 2**20
"""Bytes a header may have: enough for a hundred thousand arrays."""
MOST_AXES = 8
_LENGTH = 8
_METADATA = "__metadata__"
_DTYPES: dict[str, npt.DTypeLike] = {
    "F64": "<f8",
    "F32": "<f4",
    "F16": "<f2",
    "BF16": "<u2",
    "I64": "<i8",
    "I32": "<i4",
    "I16": "<i2",
    "I8": "i1",
    "U64": "<u8",
    "U32": "<u4",
    "U16": "<u2",
    "U8": "u1",
    "BOOL": "?",
}
_NAMES = {np.dtype(dtype): name for name, dtype in _DTYPES.items() if name != "BF16"}


class SafeTensors(NamedTuple):
    """What such a file holds: read-only arrays by name, and texts by name."""

    tensors: dict[str, npt.NDArray[Any]]
    metadata: dict[str, str]


class _Place(NamedTuple):
    """Where the bytes of an array are, counted from the end of the header, and what they mean."""

    name: str
    dtype: str
    shape: tuple[int, ...]
    begin: int
    end: int


def encode(tensors: Mapping[str, npt.NDArray[Any]], metadata: Mapping[str, str]) -> list[bytes | memoryview]:
    """Return the pieces of a file, to be written one after the other; arrays are not copied.

    Parameters
    ----------
    tensors : mapping of str to ndarray
        What to keep, under any name but ``__metadata__``, which the format needs itself. Arrays that are not in C
        order are brought into it.
    metadata : mapping of str to str
        What to say about them.

    Raises
    ------
    TypeError
        If an array holds neither real numbers nor truth values.
    ValueError
        If there is so much to say about them that `decode` would refuse it.
    """
    arrays = {name: np.ascontiguousarray(array).reshape(array.shape) for name, array in tensors.items()}
    # the widest numbers first, as the format's own library does: then every array lies where its numbers may lie
    names = sorted(arrays, key=lambda name: (-arrays[name].dtype.itemsize, name))
    header: dict[str, Any] = {_METADATA: dict(metadata)} if metadata else {}
    pieces: list[bytes | memoryview] = []
    begin = 0
    for name in names:
        array = arrays[name]
        end = begin + array.nbytes
        header[name] = {"dtype": _dtype_name(name, array), "shape": list(array.shape), "data_offsets": [begin, end]}
        pieces.append(array.reshape(-1).view(np.uint8).data if array.size else b"")
        begin = end
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    text += b" " * (-len(text) % _LENGTH)
    if len(text) > MOST_HEADER:
        raise ValueError(
            Message(
                "what is said of the arrays takes {length:,} bytes, a header has at most {most:,}",
                length=len(text),
                most=MOST_HEADER,
            )
        )
    return [len(text).to_bytes(_LENGTH, "little"), text, *pieces]


def decode(content: bytes) -> SafeTensors:
    """Return what the bytes of a file hold; the arrays look into `content`.

    Numbers in bfloat16, which NumPy does not have, become float32.

    Raises
    ------
    ValueError
        If the bytes are not such a file, or no longer; the message says where.
    """
    header, start = _header(content)
    metadata = header.pop(_METADATA, {})
    if not isinstance(metadata, dict) or not all(isinstance(text, str) for text in metadata.values()):
        raise ValueError(Message("its entry {name} is no object of texts", name=_METADATA))
    places = sorted((_place(name, entry) for name, entry in header.items()), key=lambda place: place[3:])
    _check_gapless(places, len(content) - start)
    data = memoryview(content)[start:]
    return SafeTensors({place.name: _array(place, data[place.begin : place.end]) for place in places}, metadata)


def _dtype_name(name: str, array: npt.NDArray[Any]) -> str:
    try:
        return _NAMES[array.dtype]
    except KeyError:
        known = ", ".join(str(dtype) for dtype in _NAMES)
        raise TypeError(
            Message(
                "{name} has dtype {dtype}; safetensors files hold {known}", name=name, dtype=array.dtype, known=known
            )
        ) from None


def _header(content: bytes) -> tuple[dict[str, Any], int]:
    length = int.from_bytes(content[:_LENGTH], "little")
    left = len(content) - _LENGTH
    if left < 2:
        raise ValueError(Message("it has {got} bytes, too few for a safetensors file", got=len(content)))
    if length > min(left, MOST_HEADER):
        raise ValueError(
            Message(
                "its header claims {length:,} bytes; {most:,} are possible", length=length, most=min(left, MOST_HEADER)
            )
        )
    text = content[_LENGTH : _LENGTH + length]
    if not text.startswith(b"{"):
        raise ValueError(Message("it is no safetensors file: its header does not begin with {{"))
    try:
        header = json.loads(text.decode(), object_pairs_hook=_unique, parse_constant=_no_constant)
        str(header).encode()  # half a surrogate pair is no text
    except (ValueError, RecursionError, MemoryError) as error:
        raise ValueError(
            Message(
                "its header is no JSON object: {type}: {reason}", type=type(error).__name__, reason=str(error)[:200]
            )
        ) from None
    return header, _LENGTH + length


def _unique(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    entries: dict[str, Any] = {}
    for name, value in pairs:
        if name in entries:
            raise ValueError(Message("the name {name!r} stands there twice", name=name))
        entries[name] = value
    return entries


def _no_constant(text: str) -> float:
    raise ValueError(Message("{text} is no number of JSON", text=text))


def _place(name: str, entry: Any) -> _Place:
    if not isinstance(entry, dict) or entry.keys() != {"dtype", "shape", "data_offsets"}:
        raise ValueError(Message("tensor {name!r} is not described by dtype, shape and data_offsets", name=name))
    dtype, shape = _checked_kind(name, entry["dtype"], entry["shape"])
    begin, end = _checked_offsets(name, entry["data_offsets"])
    size = prod(shape) * np.dtype(_DTYPES[dtype]).itemsize
    if size != end - begin:
        raise ValueError(
            Message(
                "tensor {name!r} of shape {shape} and dtype {dtype} takes {size:,} bytes, but its place has {place:,}",
                name=name,
                shape=shape,
                dtype=dtype,
                size=size,
                place=end - begin,
            )
        )
    return _Place(name, dtype, shape, begin, end)


def _checked_kind(name: str, dtype: Any, shape: Any) -> tuple[str, tuple[int, ...]]:
    if not isinstance(dtype, str) or dtype not in _DTYPES:
        raise ValueError(
            Message(
                "tensor {name!r} has dtype {dtype!r}; known are {known}",
                name=name,
                dtype=str(dtype)[:40],
                known=", ".join(_DTYPES),
            )
        )
    if not _are_counts(shape) or len(shape) > MOST_AXES:
        raise ValueError(
            Message(
                "tensor {name!r} has shape {shape}; give at most {most} sizes of 0 or more",
                name=name,
                shape=str(shape)[:80],
                most=MOST_AXES,
            )
        )
    return dtype, tuple(shape)


def _checked_offsets(name: str, offsets: Any) -> tuple[int, int]:
    if not _are_counts(offsets) or len(offsets) != 2 or offsets[0] > offsets[1]:
        raise ValueError(
            Message(
                "tensor {name!r} has data_offsets {offsets}; give where it begins and ends",
                name=name,
                offsets=str(offsets)[:80],
            )
        )
    return offsets[0], offsets[1]


def _are_counts(values: Any) -> bool:
    # also of an axis whose array is empty: NumPy multiplies the sizes in 64 bits
    return isinstance(values, list) and all(type(n) is int and 0 <= n < 2**48 for n in values)


def _check_gapless(places: list[_Place], size: int) -> None:
    at = 0
    for place in places:
        if place.begin != at:
            raise ValueError(
                Message(
                    "tensor {name!r} begins at byte {begin:,} of the data, expected {at:,}",
                    name=place.name,
                    begin=place.begin,
                    at=at,
                )
            )
        at = place.end
    if at != size:
        raise ValueError(
            Message(
                "its tensors take {at:,} bytes, but {size:,} follow the header: the file is cut or torn",
                at=at,
                size=size,
            )
        )


def _array(place: _Place, data: memoryview) -> npt.NDArray[Any]:
    if 0 in place.shape and prod(n for n in place.shape if n) >= 2**48:
        raise ValueError(
            Message("tensor {name!r} has shape {shape}, which no array can have", name=place.name, shape=place.shape)
        )
    array = np.frombuffer(data, _DTYPES[place.dtype])
    if place.dtype == "BF16":
        array = (array.astype(np.uint32) << 16).view(np.float32)
        array.flags.writeable = False
    return array.reshape(place.shape)
