from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nn.files.safetensors import MOST_HEADER, decode, encode

# What the format's own library writes for {"b": float32 [1, 2], "a": int64 [[3]]} with the metadata {"k": "v"}.
BY_THE_LIBRARY = (
    (160).to_bytes(8, "little")
    + b'{"__metadata__":{"k":"v"},"a":{"dtype":"I64","shape":[1,1],"data_offsets":[0,8]},'
    + b'"b":{"dtype":"F32","shape":[2],"data_offsets":[8,16]}}'.ljust(160 - 81)
    + np.array([3], "<i8").tobytes()
    + np.array([1, 2], "<f4").tobytes()
)


def packed(tensors, metadata=None):
    return b"".join(encode(tensors, metadata or {}))


def file_of(header, data=b""):
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return len(text).to_bytes(8, "little") + text + data


def entry(dtype="F32", shape=(2,), offsets=(0, 8)):
    return {"dtype": dtype, "shape": list(shape), "data_offsets": list(offsets)}


@pytest.mark.parametrize("dtype", ["f8", "f4", "f2", "i8", "i4", "i2", "i1", "u8", "u4", "u2", "u1", "?"])
@pytest.mark.parametrize("shape", [(), (0,), (3,), (2, 3), (2, 0, 4)])
def test_every_kind_of_array_comes_back(dtype, shape):
    array = (np.arange(np.prod(shape, dtype=int)) % 2).astype(dtype).reshape(shape)
    back = decode(packed({"x": array, "other": np.ones(3)}, {"note": "한국어"}))
    assert back.metadata == {"note": "한국어"}
    assert (back.tensors["x"].dtype, back.tensors["x"].shape) == (array.dtype, array.shape)
    assert np.array_equal(back.tensors["x"], array)


def test_arrays_in_another_order_of_memory_come_back():
    array = np.arange(6.0).reshape(2, 3)
    back = decode(packed({"t": array.T, "strided": array[:, ::2]})).tensors
    assert np.array_equal(back["t"], array.T)
    assert np.array_equal(back["strided"], array[:, ::2])


def test_the_bytes_are_those_of_the_library():
    tensors = {"b": np.array([1, 2], np.float32), "a": np.array([[3]])}
    assert packed(tensors, {"k": "v"}) == packed(*decode(BY_THE_LIBRARY))
    assert decode(BY_THE_LIBRARY).tensors["a"].tolist() == [[3]]


def test_the_library_reads_what_was_written_and_is_read():
    library = pytest.importorskip("safetensors.numpy")
    tensors = {"W1": np.random.default_rng(0).normal(size=(4, 3)).astype(np.float32), "n": np.arange(3)}
    content = packed(tensors, {"format": "x"})
    assert library.save(tensors, {"format": "x"}) == content
    assert all(np.array_equal(library.load(content)[name], array) for name, array in tensors.items())


def test_bfloat16_becomes_float32():
    content = file_of({"x": entry("BF16", (2,), (0, 4))}, bytes([0x80, 0x3F, 0x20, 0xC0]))
    assert decode(content).tensors["x"].tolist() == [1.0, -2.5]


def test_what_cannot_be_kept_is_named():
    with pytest.raises(TypeError, match="x has dtype complex128"):
        encode({"x": np.zeros(2, complex)}, {})


HOSTILE = {
    "empty": b"",
    "too short": b"\x02\0\0\0\0\0\0\0{",
    "header of 16 exabytes": b"\xff" * 8 + b"{}",
    "header longer than allowed": (MOST_HEADER + 1).to_bytes(8, "little") + b"{" * (MOST_HEADER + 9),
    "deep": file_of(b'{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}"),
    "no object": file_of(b"[1]"),
    "no JSON": file_of(b"{nonsense}"),
    "no UTF-8": file_of(b'{"\xff":1}'),
    "half a surrogate": file_of(b'{"\\ud800":{}}'),
    "name twice": file_of(b'{"a":{"dtype":"U8","shape":[0],"data_offsets":[0,0]},"a":1}'),
    "infinite": file_of(b'{"a":Infinity}'),
    "a number of 5,000 digits": file_of(b'{"a":' + b"9" * 5000 + b"}"),
    "metadata of numbers": file_of({"__metadata__": {"a": 1}}),
    "no entry": file_of({"a": 3}),
    "entry with more": file_of({"a": entry() | {"more": 1}}, bytes(8)),
    "unknown dtype": file_of({"a": entry("F8_E5M2", (8,))}, bytes(8)),
    "dtype that is a list": file_of({"a": entry() | {"dtype": []}}, bytes(8)),
    "negative shape": file_of({"a": entry(shape=(-2,))}, bytes(8)),
    "shape of truth": file_of({"a": entry(shape=(True,), offsets=(0, 4))}, bytes(4)),
    "shape of 2^62": file_of({"a": entry(shape=(2**62,), offsets=(0, 2**64))}),
    "empty but huge": file_of({"a": entry(shape=(0, 2**47, 2**47), offsets=(0, 0))}),
    "nine axes": file_of({"a": entry(shape=(1,) * 9, offsets=(0, 4))}, bytes(4)),
    "hole": file_of({"a": entry(offsets=(4, 12))}, bytes(12)),
    "overlap": file_of({"a": entry(), "b": entry(offsets=(4, 12))}, bytes(12)),
    "backwards": file_of({"a": entry(offsets=(8, 0))}, bytes(8)),
    "cut": file_of({"a": entry()}, bytes(7)),
    "too long": file_of({"a": entry()}, bytes(9)),
    "wrong size": file_of({"a": entry(shape=(3,))}, bytes(8)),
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_no_such_file_is_refused(content):
    with pytest.raises(ValueError, match=r"\w"):
        decode(content)


WHOLE = packed({"W1": np.arange(6, dtype=np.float32).reshape(2, 3), "n": np.arange(2)}, {"k": "v"})


@settings(max_examples=2000)
@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=6), st.data())
def test_any_damage_is_refused_or_read(changes, data):
    content = bytearray(WHOLE)
    for place, value in changes:
        content[place] = value
    kept = data.draw(st.integers(0, len(content)))
    try:
        tensors, _ = decode(bytes(content[:kept] if data.draw(st.booleans()) else content))
    except ValueError:
        return
    assert sum(array.nbytes for array in tensors.values()) <= 2 * len(content)
