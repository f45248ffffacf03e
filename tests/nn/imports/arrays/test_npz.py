"""A zip's directory is counted before it is read: each of its entries would become an object of half a kilobyte."""

from __future__ import annotations

import struct
import tracemalloc

import pytest

from nn.imports.arrays.npz import parse_npz
from nn.imports.refusal import BadFile

ENTRIES = 20_000


def directory_alone(entries):
    """Make a zip that holds nothing but a directory, of which it says that one file is in it."""
    entry = struct.pack("<4s4B4HL2L5H2L", b"PK\x01\x02", 20, 3, 20, *[0] * 8, 5, *[0] * 6) + b"a.npy"
    directory = entry * entries
    return directory + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, len(directory), 0, 0)


def test_a_directory_of_many_entries_is_refused_before_it_is_read():
    content = directory_alone(ENTRIES)
    tracemalloc.start()
    try:
        with pytest.raises(BadFile, match="holds 20,000 files, at most 1,000 are read"):
            parse_npz(content, "'f.npz'")
        assert tracemalloc.get_traced_memory()[1] < 2 * len(content)
    finally:
        tracemalloc.stop()


def test_entries_on_the_seam_of_two_pieces_are_counted_once():
    name = b"PK\x01\x02"
    content = bytes(2**20 - 2) + name + bytes(2**20 - 4) + name * 1000
    with pytest.raises(BadFile, match="holds 1,001 files"):
        parse_npz(content, "'f.npz'")
