"""Pickles: arrays come out as they went in, everything that could run code is refused by its name."""

from __future__ import annotations

import collections
import datetime
import decimal
import fractions
import functools
import itertools
import pathlib
import pickle
import struct

import numpy as np
import pytest

from nn.imports.arrays.pickles import parse_pickle
from nn.imports.arrays.tensors import parse_tensors, read_tensors
from nn.imports.refusal import LONGEST, BadFile

PROTOCOLS = range(6)
CANARY = "canary-was-here"


def book_weights():
    rng = np.random.default_rng(1)
    sizes = (784, 50, 100, 10)
    weights = {}
    for k, (n, m) in enumerate(itertools.pairwise(sizes), 1):
        weights[f"W{k}"] = rng.normal(size=(n, m)).astype(np.float32)
        weights[f"b{k}"] = rng.normal(size=m).astype(np.float32)
    return weights


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_the_books_weights_come_out_bit_for_bit(protocol, tmp_path):
    path = tmp_path / "sample_weight.pkl"
    with path.open("wb") as file:
        pickle.dump(book_weights(), file, protocol)
    read = read_tensors(path)
    assert list(read) == list(book_weights())
    for name, array in book_weights().items():
        assert read[name].dtype == array.dtype
        assert read[name].tobytes() == array.tobytes()


@pytest.mark.parametrize("protocol", PROTOCOLS)
@pytest.mark.parametrize("kind", ["f2", "f4", "f8", ">f4", ">f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "?"])
def test_every_type_and_order_of_numbers(kind, protocol):
    values = np.arange(24).reshape(4, 6).astype(kind)
    for array in (values, np.asfortranarray(values), values[::2, ::-1], values[:0], values[0], values[0, 0]):
        read = parse_tensors(pickle.dumps({"a": array}, protocol), "'f'")["a"]
        assert read.dtype == np.asarray(array).dtype.newbyteorder("=")
        np.testing.assert_array_equal(read, array)


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_plain_containers_around_arrays(protocol):
    value = collections.OrderedDict(params={"W1": np.ones((2, 3))}, rows=[[1, 2.5], (3, 4)], note="x", nothing=None)
    read = parse_tensors(pickle.dumps(value, protocol), "'f'")
    assert {name: array.tolist() for name, array in read.items()} == {
        "params.W1": [[1.0] * 3] * 2,
        "rows.0": [1.0, 2.5],
        "rows.1": [3.0, 4.0],
    }


class Calls:
    """Asks for a function to be called when it is read."""

    def __init__(self, function, *arguments):
        self._reduced = (function, arguments)

    def __reduce__(self):
        return self._reduced


def plain_name(module, attribute):
    return f"c{module}\n{attribute}\n(S'x'\ntR.".encode()


def stack_name(module, attribute):
    names = b"".join(b"\x8c" + bytes([len(n)]) + n.encode() for n in (module, attribute))
    return b"\x80\x04" + names + b"\x93\x8c\x01x\x85R."


DANGEROUS = [
    ("os", "system"), ("posix", "system"), ("nt", "system"), ("subprocess", "Popen"), ("builtins", "eval"),
    ("builtins", "exec"), ("__builtin__", "eval"), ("builtins", "getattr"), ("builtins", "__import__"),
    ("builtins", "open"), ("importlib", "import_module"), ("runpy", "run_path"), ("code", "interact"), ("pty", "spawn"),
    ("shutil", "rmtree"), ("socket", "create_connection"), ("ctypes", "CDLL"), ("operator", "attrgetter"),
    ("functools", "partial"), ("types", "FunctionType"), ("pickle", "loads"), ("numpy", "load"), ("numpy", "fromfile"),
    ("numpy", "ndarray.tofile"), ("numpy", "memmap"), ("numpy.f2py", "compile"), ("numpy.testing", "runstring"),
    ("torch", "load"), ("collections", "defaultdict"), ("copyreg", "_reconstructor"), ("webbrowser", "open"),
    ("numpy.core.multiarray", "fromstring"), ("numpy._core.multiarray", "fromfile"), ("numpy", "array"),
    ("numpy._core._multiarray_umath", "frombuffer"), ("numpy", "frompyfunc"), ("numpy.lib.npyio", "NpzFile"),
    ("numpy.lib.format", "read_array"), ("numpy", "save"), ("numpy.ctypeslib", "load_library"), ("numpy", "core"),
    ("numpy._core.multiarray", "_reconstruct.__globals__"), ("numpy.random._pickle", "__generator_ctor"),
    ("codecs", "decode"), ("bdb", "Bdb.run"), ("timeit", "timeit"),
]  # fmt: skip


@pytest.mark.parametrize(("module", "attribute"), DANGEROUS)
@pytest.mark.parametrize("written", [plain_name, stack_name])
def test_a_name_that_could_run_code_is_refused_by_name(written, module, attribute):
    with pytest.raises(BadFile) as refusal:
        parse_pickle(written(module, attribute), "'evil.pkl'")
    message = str(refusal.value)
    assert f"'evil.pkl' asks for '{module}.{attribute}'" in message
    assert "only arrays and plain containers" in message
    assert "ask its maker for an .npz file" in message
    assert len(message) <= LONGEST


def write_canary(name):
    pathlib.Path(name).write_text("ran")


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_nothing_in_a_pickle_is_run(protocol, tmp_path):
    canary = tmp_path / CANARY
    content = pickle.dumps({"W1": np.ones(3), "b1": Calls(write_canary, str(canary))}, protocol)
    with pytest.raises(BadFile, match="write_canary"):
        parse_tensors(content, "'evil.pkl'")
    assert not canary.exists()
    pickle.loads(content)  # the usual way to read it
    assert canary.read_text() == "ran"


OTHERS = {
    "date": datetime.date(2020, 1, 1),
    "Decimal": decimal.Decimal(1),
    "Fraction": fractions.Fraction(1, 2),
    "partial": functools.partial(print),
    "complex": 1 + 2j,
    "set": {1, 2},
    "frozenset": frozenset((1, 2)),
    "range": range(3),
    "objects": np.array([1, "a", None], object),
    "records": np.zeros(2, [("a", "f4")]),
    "texts": np.array(["a", "b"]),
    "dates": np.array(["2020-01-01"], "M8[D]"),
    "masked": np.ma.masked_array([1, 2], [0, 1]),
    "matrix": np.arange(3).view(np.recarray),
}


@pytest.mark.parametrize("protocol", PROTOCOLS)
@pytest.mark.parametrize("name", OTHERS)
def test_anything_but_arrays_and_plain_containers_is_refused(name, protocol):
    with pytest.raises(BadFile):
        parse_tensors(pickle.dumps({"a": OTHERS[name]}, protocol), "'f'")


def array_of_shape(*shape):
    sizes = "".join(f"I{size}\n" for size in shape)
    start = "cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\n(I0\ntVb\ntR(I1\n("
    kind = "tcnumpy\ndtype\n(Vf4\nI0\nI1\ntR(I3\nV<\nNNNI-1\nI-1\nI0\ntb"
    return f"{start}{sizes}{kind}I00\nc_codecs\nencode\n(V\nVlatin1\ntRtb.".encode()


def laughs():
    """Make a list of ten lists of ten lists and so on."""
    levels = (b"](" + (b"h" + bytes([level])) * 10 + b"eq" + bytes([level + 1]) for level in range(20))
    return b"]q\0" + b"".join(levels) + b"."


def text_again_and_again():
    text = b"X" + struct.pack("<I", 2**16) + b"a" * 2**16 + b"q\0"
    return text + b"c_codecs\nencode\nh\0X\x06\0\0\0latin1\x86R0" * 20_000 + b"N."


BOMBS = {
    "huge shape": array_of_shape(2**40, 2**40),
    "huge shape with a 0": array_of_shape(0, 2**62),
    "negative shape": array_of_shape(-1),
    "many axes": array_of_shape(*[1] * 40),
    "missing bytes": array_of_shape(1000),
    "first shape": b"cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\n(I999999999\ntVb\ntR.",
    "memo": b"I1\nr\xff\xff\xff\x7f" + b"p999999999999999999999\n.",
    "frame": b"\x80\x04\x95" + struct.pack("<Q", 2**60) + b"N.",
    "long": b"\x8b" + struct.pack("<i", 2**31 - 1) + b"\x01.",
    "negative long": b"\x8b" + struct.pack("<i", -1) + b".",
    "text": b"X" + struct.pack("<I", 2**32 - 1) + b"a.",
    "bytes": b"\x8e" + struct.pack("<Q", 2**63 - 1) + b"a.",
    "byte array": b"\x96" + struct.pack("<Q", 2**62) + b"a.",
    "laughs": laughs(),
    "lists in lists": b"]" * 100_000 + b"a" * 99_999 + b".",
    "dictionaries in dictionaries": b"}" + b"X\x01\0\0\0a}" * 20_000 + b"s" * 20_000 + b".",
    "memo of a million": b"N" + b"".join(b"r" + struct.pack("<I", place) for place in range(600_000)) + b".",
    "the same list in its own memo": b"]q\0" + b"(" + b"h\0" * 200_000 + b"e.",
    "itself": b"]q\0h\0a.",
    "nested": b"(" * 200_000 + b"t" * 200_000 + b".",
    "many steps": b"N0" * 300_000 + b"N.",
    "the same text again": text_again_and_again(),
    "second pickle": pickle.dumps({}) + pickle.dumps({}),
    "no end": pickle.dumps({"a": 1})[:-1],
    "nothing": b"",
    "instance": b"(S'x'\nios\nsystem\n.",
    "object": b"(cos\nsystem\nS'x'\no.",
    "new object": b"\x80\x02cnumpy\nndarray\n)\x81.",
    "extension": b"\x80\x02\x82\x01.",
    "persistent": b"Pevil\n.",
    "out-of-band": b"\x80\x05\x97.",
    "state of a list": b"](K\x01K\x02tb.",
    "unhashable key": b"}](K\x01s.",
    "long number": b"L" + b"9" * 10_000 + b"L\n.",
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_and_damage_are_refused_in_clear_words(name):
    with pytest.raises(BadFile) as refusal:
        parse_tensors(BOMBS[name], "'bomb.pkl'")
    message = str(refusal.value)
    assert message.startswith("'bomb.pkl'") or "in 'bomb.pkl'" in message
    assert len(message) <= LONGEST
    assert message.isprintable()
    assert ";" in message  # what is wrong; and the way out


def test_one_array_that_is_built_twice_is_refused():
    content = array_of_shape(0)[:-1] + b"(I1\nNNNNtb."
    with pytest.raises(BadFile, match="changes something that is no array"):
        parse_pickle(content, "'f'")
