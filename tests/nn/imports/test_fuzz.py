"""Every reader meets damaged and invented files: a refusal in clear words or something valid, and nothing else.

``FUZZ_INPUTS=100000 pytest --timeout 0 tests/nn/imports/test_fuzz.py`` is the long run.
"""

from __future__ import annotations

import gzip
import io
import os
import pickle
import random
import time
import tracemalloc

import numpy as np
import pytest

from nn import safetensors
from nn.imports.idx import parse_idx
from nn.imports.npy import parse_npy
from nn.imports.npz import parse_npz
from nn.imports.pickles import parse_pickle
from nn.imports.preparing import prepare
from nn.imports.reading import parse_samples
from nn.imports.refusal import LONGEST, BadFile
from nn.imports.samples import MISSING, TASKS, ReadingOptions
from nn.imports.tensors import parse_tensors

INPUTS = int(os.environ.get("FUZZ_INPUTS", "2000"))
SLOWEST = 5.0  # s; a hang, on the slowest of machines
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
    data = prepare(parse_samples(content, "'f.csv'", options), "file")
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
PIECES = [
    b"\xff" * 8, b"\0" * 8, b"\x7f\xff\xff\xff", b"\x80\0\0\0", b"-1", b"1e999", b"nan", b"9" * 20, b'"', b";", b"\n",
    b"\xe2\x80\xae", b"\x00", b"O", b"|O8", b"(" * 9, b"cos\nsystem\n(S'ls'\ntR.", b"\x8c\x02os\x8c\x06system\x93",
    b"'shape': (4294967296, 4294967296)", b"R", b"b", b"2", b"\x85", b"h\0", b"\x94", b"{", b"}", b"[", b"u", b"e",
]  # fmt: skip


def mutated(rng, seeds):
    """Damage a file in one to four places, sometimes with a part of another."""
    content = bytearray(rng.choice(seeds))
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(content) + 1)
        match rng.randrange(6):
            case 0 if content:
                content[at % len(content)] = rng.randrange(256)
            case 1:
                content[at:at] = rng.choice(PIECES)
            case 2:
                del content[at : at + rng.randrange(1, 9)]
            case 3:
                content[at:at] = content[at // 2 : at // 2 + rng.randrange(40)]
            case 4:
                piece = rng.choice(PIECES)
                content[at : at + len(piece)] = piece
            case _:
                other = rng.choice(seeds)
                content[at:] = other[rng.randrange(len(other)) :]
    return bytes(content)


def invented(rng, seeds):
    """Make a file of pieces that begins as one of its kind does."""
    start = rng.choice(seeds)[: rng.choice((0, 4, 10, 30))]
    return start + b"".join(
        rng.choice(PIECES) if rng.random() < 0.5 else rng.randbytes(4) for _ in range(rng.randint(0, 12))
    )


@pytest.mark.filterwarnings("ignore:invalid (octal )?escape sequence")  # pickletools on damaged texts of Python 2
@pytest.mark.parametrize("kind", READERS)
def test_a_reader_gives_something_valid_or_refuses_in_clear_words(kind):
    rng, read, seeds = random.Random(kind), READERS[kind], SEEDS[kind]
    refused = 0
    tracemalloc.start()
    try:
        for _ in range(INPUTS):
            content = mutated(rng, seeds) if rng.random() < 0.8 else invented(rng, seeds)
            began = time.perf_counter()
            try:
                read(content, rng)
            except BadFile as error:
                refused += 1
                text = str(error)
                assert text.isprintable(), (text, content)
                assert 20 < len(text) <= LONGEST, (text, content)
            except Exception as error:
                raise AssertionError(f"{kind}: {error!r} for {content!r}") from error
            assert time.perf_counter() - began < SLOWEST, content
        assert tracemalloc.get_traced_memory()[1] < MOST_MEMORY
    finally:
        tracemalloc.stop()
    assert INPUTS * 0.2 < refused < INPUTS  # neither are all too harmless nor is nothing ever read
