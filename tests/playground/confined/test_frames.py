"""Frames: what was packed comes out again, whatever the pieces it arrives in; anything else is refused."""

from __future__ import annotations

import io
import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.confined.cleaning import cleaned, shown
from playground.confined.frames import Garbled, packed, unpacked

MOST = 10_000


def taken_apart(content, piece=7):
    stream = io.BytesIO(content)
    return unpacked(lambda most: stream.read(min(most, piece)), MOST)


def test_data_and_arrays_come_through_in_any_pieces():
    arrays = {"W1": np.arange(6.0).reshape(2, 3), "t": np.array([1, 2]), "empty": np.zeros((0, 3))}
    frame = taken_apart(packed({"loss": 0.5, "이름": ["가", None, True]}, arrays))
    assert frame.data == {"loss": 0.5, "이름": ["가", None, True]}
    assert all(np.array_equal(frame.arrays[name], array) for name, array in arrays.items())
    assert not frame.arrays["W1"].flags.writeable
    assert taken_apart(b"") is None


def test_more_arrays_than_allowed_are_refused_before_they_are_read():
    content = packed({}, {"x": np.zeros(MOST)})
    asked = []
    stream = io.BytesIO(content)
    with pytest.raises(Garbled):
        unpacked(lambda most: asked.append(most) or stream.read(most), MOST)
    assert sum(asked) == 12


@given(st.binary(max_size=300))
def test_noise_is_a_frame_or_refused(content):
    try:
        frame = taken_apart(content)
    except Garbled:
        return
    assert frame is None if content == b"" else isinstance(frame.data, dict)


@given(st.integers(0, 200), st.integers(0, 255))
def test_a_damaged_frame_is_a_frame_or_refused(place, value):
    content = bytearray(packed({"a": [1, 2.5, "x"]}, {"x": np.arange(4)}))
    content[place % len(content)] = value
    try:
        frame = taken_apart(bytes(content))
    except Garbled:
        return
    assert isinstance(frame.data, dict)
    assert all(array.size <= 32 for array in frame.arrays.values())


@pytest.mark.parametrize("text", [b"[]", b"{", b"null", b"\xff", b"[" * 10**5, b'{"a":' * 10**4])
def test_what_is_no_object_is_refused(text):
    with pytest.raises(Garbled):
        taken_apart(struct.pack("<IQ", len(text), 0) + text)


def test_data_is_cleaned_or_refused():
    assert cleaned({"a\x1b": ["\u202ex\ny", 1, 1.5, None]}) == {"a�": ["�x\ny", 1, 1.5, None]}
    for bad in (float("inf"), float("nan"), 2**63, [[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]):
        with pytest.raises(Garbled):
            cleaned({"a": bad})


def test_a_long_line_is_cut_and_its_neighbours_stay():
    lines = shown(f"one\n{'x' * 10**5}\n\tthree").split("\n")
    assert (lines[0], len(lines[1]), lines[2]) == ("one", 2_000, "    three")
