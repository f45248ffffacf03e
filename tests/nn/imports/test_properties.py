"""What was written by the usual means comes back as it was, whatever it was."""

from __future__ import annotations

import csv
import gzip
import io
import pickle

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from nn.files import safetensors
from nn.imports.arrays.idx import parse_idx
from nn.imports.arrays.npy import parse_npy
from nn.imports.arrays.tensors import parse_tensors
from nn.imports.reading import parse_samples
from nn.imports.refusal import LONGEST, BadFile, quoted
from nn.imports.samples import ReadingOptions

settings.register_profile("imports", deadline=None, derandomize=True, max_examples=150)
settings.load_profile("imports")

NUMBERS = st.one_of(
    hnp.floating_dtypes(endianness="?", sizes=(16, 32, 64)),
    hnp.integer_dtypes(endianness="?"),
    hnp.unsigned_integer_dtypes(endianness="?"),
    hnp.boolean_dtypes(),
)
ARRAYS = hnp.arrays(NUMBERS, hnp.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=5))
NAMES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)


def same(first, second):
    return first.dtype == second.dtype.newbyteorder("=") and np.array_equal(
        first, second, equal_nan=first.dtype.kind == "f"
    )


@given(st.dictionaries(NAMES, ARRAYS, min_size=1, max_size=4), st.integers(0, 5))
def test_pickles(arrays, protocol):
    read = parse_tensors(pickle.dumps(arrays, protocol), "'f'")
    assert read.keys() == arrays.keys()
    assert all(same(read[name], array) for name, array in arrays.items())


@given(ARRAYS, st.booleans())
def test_npy(array, turned):
    file = io.BytesIO()
    np.save(file, array.T if turned else array)
    assert same(parse_npy(file.getvalue(), "'f'"), array.T if turned else array)


@given(st.dictionaries(st.from_regex(r"[A-Za-z][A-Za-z0-9_.]{0,9}", fullmatch=True), ARRAYS, min_size=1, max_size=4))
def test_npz(arrays):
    file = io.BytesIO()
    np.savez_compressed(file, **{name + "_": array for name, array in arrays.items()})
    read = parse_tensors(file.getvalue(), "'f'")
    assert all(same(read[name + "_"], array) for name, array in arrays.items())


@given(st.dictionaries(NAMES.filter(lambda name: name != "__metadata__"), ARRAYS, min_size=1, max_size=4))
def test_safetensors(arrays):
    native = {name: array.astype(array.dtype.newbyteorder("=")) for name, array in arrays.items()}
    read = parse_tensors(b"".join(bytes(piece) for piece in safetensors.encode(native, {})), "'f'")
    assert all(same(read[name], array) for name, array in native.items())


@given(hnp.arrays("u1", hnp.array_shapes(min_dims=1, max_dims=3, max_side=6)), st.booleans())
def test_idx(array, packed):
    content = bytes((0, 0, 8, array.ndim)) + b"".join(n.to_bytes(4, "big") for n in array.shape) + array.tobytes()
    assert same(parse_idx(gzip.compress(content) if packed else content, "'f'"), array)


CELLS = st.floats(allow_nan=False, allow_infinity=False, width=64)


@given(
    st.lists(st.tuples(CELLS, CELLS, st.sampled_from(("a", "b;c", 'd"e', "남"))), min_size=2, max_size=12),
    st.sampled_from((",", ";", "\t")),
    st.sampled_from(("utf-8", "utf-8-sig", "utf-16")),
    st.sampled_from(("\n", "\r\n")),
    st.sampled_from((csv.QUOTE_MINIMAL, csv.QUOTE_ALL)),
)
def test_tables(rows, separator, encoding, end, quoting):
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=separator, lineterminator=end, quoting=quoting)
    writer.writerows([("x", "y", "label"), *rows])
    signs = {",": "comma", ";": "semicolon", "\t": "tab"}
    options = ReadingOptions(separator=signs[separator], header="yes", decimal="point", task="classes")
    samples = parse_samples(file.getvalue().encode(encoding), "'f'", options)
    assert samples.x.tolist() == [[x, y] for x, y, _ in rows]
    assert [samples.classes[number] for number in samples.t] == [label for *_, label in rows]


@given(st.text(max_size=1000))
def test_messages_are_printable_and_short(text):
    message = str(BadFile(f"{quoted(text)} is bad: {text}"))
    assert message.isprintable()
    assert len(message) <= LONGEST
    assert len(quoted(text)) <= 62
