"""Gzip files are unpacked as Python's own reader does it, but can be given up at any time."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nn.imports import BadFile
from nn.imports.arrays.gzip_bytes import MOST_PARTS, GzipReader
from nn.imports.file_bytes import unwatched
from nn.imports.refusal import Cancelled


def reader(content, watch=unwatched):
    return GzipReader(content, "'f.gz'", watch)


@given(st.lists(st.binary(max_size=300), min_size=1, max_size=5), st.integers(0, 5), st.integers(1, 400))
def test_it_reads_what_python_reads(parts, zeros, count):
    content = b"".join(gzip.compress(part) for part in parts) + bytes(zeros)
    expected = gzip.decompress(content)
    made = reader(content)
    pieces = list(iter(lambda: made.read(count), b""))
    assert b"".join(pieces) == expected
    assert all(len(piece) == count for piece in pieces[:-1])


def test_large_content_comes_whole_in_pieces_of_any_size():
    content = bytes(range(256)) * 40_000
    made = reader(gzip.compress(content))
    assert bytes(made.read(1)) + bytes(made.read(5_000_000)) + bytes(made.read(10**8)) == content


@pytest.mark.parametrize("cut", [1, 5, 9, 20])
def test_a_file_that_was_cut_is_damaged(cut):
    content = gzip.compress(bytes(range(200)))
    with pytest.raises(EOFError):
        reader(content[:-cut]).read(10_000)


def test_too_many_parts_are_refused():
    with pytest.raises(BadFile, match=r"'f.gz' is more than 100,000 gzip files in a row; unpack it"):
        reader(gzip.compress(b"") * (MOST_PARTS + 1)).read(1)


@pytest.mark.parametrize(
    "content",
    [gzip.compress(b"") * 1000, b"\x1f\x8b\x08\x08" + bytes(6) + b"n" * 2**20, gzip.compress(b"") + bytes(2**18)],
    ids=["parts", "name", "zeros"],
)
def test_what_gives_no_bytes_can_be_given_up(content):
    """A name without an end, and parts with nothing in them."""
    shares = []

    def watch(share):
        shares.append(share)
        if share > 0.2:
            raise Cancelled

    try:
        reader(content, watch).read(1)
    except Cancelled:
        assert shares[-1] < 1
    else:
        assert content.endswith(bytes(2**18))  # zeros are passed over quickly
