"""Every reader meets damaged and invented files: a refusal in clear words or something valid, and nothing else.

The long run is ``python -m tests.long.fuzz_readers``.
"""

from __future__ import annotations

import gzip
import io
import pickle
import random
import tracemalloc

import numpy as np
import pytest

from nn.files import safetensors
from nn.imports.arrays.idx import parse_idx
from nn.imports.arrays.npy import parse_npy
from nn.imports.arrays.npz import parse_npz
from nn.imports.arrays.pickles import parse_pickle
from nn.imports.arrays.tensors import parse_tensors
from nn.imports.preparing import prepare, target_scale
from nn.imports.reading import parse_samples
from nn.imports.samples import MISSING, TASKS, ReadingOptions
from tests.fuzzing import fuzz

INPUTS = 2000
MOST_MEMORY = 64 * 2**20


def arrays():
    rng = np.random.default_rng(3)
    return {"W1": rng.normal(size=(3, 4)).astype("f4"), "b1": np.zeros(4, "f4"), "n": np.arange(5), "x": np.float64(2)}


def saved(save, value):
    file = io.BytesIO()
    save(file, value)
    return file.getvalue()


def idx_file(array):
    sizes = b"".join(size.to_bytes(4, "big") for size in array.shape)
    return bytes((0, 0, 8, array.ndim)) + sizes + array.astype("u1").tobytes()


TABLES = [
    b"a,b,label\n1,2.5,yes\n3,4,no\n5,6e2,yes\n",
    '\ufeffL\u00e4nge;Breite;Art\r\n1,5;2,5;"a;b"\r\n3,5;;x\r\n1,0;2,0;x\r\n\r\n'.encode(),
    "키,몸무게,성별\n170,60.5,남\n160,50,여\n171,61,남\n".encode("cp949"),
    b"1 2 3\n4 5 6\n7 8 9.5\n",
    "x\ty\n1\t2\n3\t?\n5\t6\n".encode("utf-16"),
]
SEEDS = {
    "pickle": [pickle.dumps(arrays(), protocol) for protocol in range(6)]
    + [pickle.dumps([[1.5, 2], (3,), {"a": b"x"}])],
    "npy": [saved(np.save, value) for value in arrays().values()] + [saved(np.save, np.ones((2, 3), ">f8", order="F"))],
    "npz": [saved(lambda f, v: np.savez(f, **v), arrays()), saved(lambda f, v: np.savez_compressed(f, **v), arrays())],
    "idx": [idx_file(np.arange(24).reshape(2, 3, 4)), gzip.compress(idx_file(np.arange(7)), mtime=0)],
    "safetensors": [b"".join(bytes(piece) for piece in safetensors.encode(arrays(), {"a": "b"}))],
    "table": TABLES,
}


def read_table(content, rng):
    options = ReadingOptions(task=rng.choice(TASKS), missing=rng.choice(MISSING))
    samples = parse_samples(content, "'f.csv'", options)
    data = prepare(samples, "file")
    if not samples.classes:
        data = prepare(samples, "file", scale=target_scale(data.t))
    assert np.isfinite(data.x).all()
    assert np.isfinite(data.t).all()


READERS = {
    "pickle": lambda content, rng: (
        parse_tensors(content, "'f.pkl'") if rng.random() < 0.5 else parse_pickle(content, "'f'")
    ),
    "npy": lambda content, rng: parse_npy(content, "'f.npy'"),
    "npz": lambda content, rng: parse_npz(content, "'f.npz'"),
    "idx": lambda content, rng: parse_idx(content, "'f.gz'"),
    "safetensors": lambda content, rng: parse_tensors(content, "'f.safetensors'"),
    "table": read_table,
}


@pytest.mark.filterwarnings("ignore:invalid (octal )?escape sequence")  # pickletools on damaged texts of Python 2
@pytest.mark.parametrize("kind", READERS)
def test_a_reader_gives_something_valid_or_refuses_in_clear_words(kind):
    tracemalloc.start()
    try:
        figures = fuzz(READERS[kind], SEEDS[kind], random.Random(kind), INPUTS)
        assert tracemalloc.get_traced_memory()[1] < MOST_MEMORY
    finally:
        tracemalloc.stop()
    assert INPUTS * 0.2 < figures.refused < INPUTS  # neither are all too harmless nor is nothing ever read
