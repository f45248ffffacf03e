"""NumPy's files, IDX files and folders of pictures: what they say is checked before anything is allocated."""

from __future__ import annotations

import gzip
import io
import os
import pickle
import struct
import tracemalloc
import zipfile

import numpy as np
import pytest

from nn.datasets import DATASETS
from nn.imports.array_samples import samples_in
from nn.imports.arrays.idx import parse_idx
from nn.imports.arrays.npy import parse_npy
from nn.imports.arrays.npz import parse_npz
from nn.imports.pictures.folder import read_folder
from nn.imports.reading import read_samples
from nn.imports.refusal import BadFile
from nn.imports.samples import ReadingOptions


@pytest.fixture(autouse=True)
def takes_little_memory():
    tracemalloc.start()
    yield
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 64 * 2**20


def npy(header, body=b"", version=1):
    text = header.encode("latin-1")
    length = struct.pack("<H" if version == 1 else "<I", len(text))
    return b"\x93NUMPY" + bytes((version, 0)) + length + text + body


def header(descr="'<f4'", order="False", shape="(2,)"):
    return f"{{'descr': {descr}, 'fortran_order': {order}, 'shape': {shape}, }}\n"


@pytest.mark.parametrize("kind", ["f2", "f4", ">f8", "i1", "u2", "i8", "?"])
def test_npy_comes_out_as_it_went_in(kind):
    for array in (
        np.arange(6).reshape(2, 3).astype(kind),
        np.asfortranarray(np.ones((3, 2), kind)),
        np.zeros((), kind),
    ):
        file = io.BytesIO()
        np.save(file, array)
        read = parse_npy(file.getvalue(), "'f.npy'")
        np.testing.assert_array_equal(read, array)
        assert read.dtype == array.dtype.newbyteorder("=")


HOSTILE_NPY = {
    "huge": npy(header(shape="(4294967296, 4294967296)")),
    "huge with 0": npy(header(shape="(0, 4611686018427387904)")),
    "negative": npy(header(shape="(-1,)")),
    "many axes": npy(header(shape="(" + "1, " * 40 + ")"), b"\0" * 4),
    "objects": npy(header("'|O'"), pickle.dumps(print)),
    "records": npy(header("[('a', '<f4')]"), b"\0" * 8),
    "texts": npy(header("'<U9'"), b"\0" * 72),
    "code": npy(header(shape="(__import__('os').system('true'),)"), b"\0" * 4),
    "cut": npy(header(), b"\0" * 7),
    "more": npy(header(), b"\0" * 9),
    "long header": npy("x" * 70_000, version=2),
    "no header": b"\x93NUMPY\x01\0\xff\xff",
    "version": npy(header(), b"\0" * 8, version=9),
}


@pytest.mark.parametrize("name", HOSTILE_NPY)
def test_hostile_npy_is_refused(name):
    with pytest.raises(BadFile, match=r"'f\.npy'.*[;:]"):
        parse_npy(HOSTILE_NPY[name], "'f.npy'")


def zipped(members, compression=zipfile.ZIP_DEFLATED):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def lying_zip(declared):
    """Say in the directory that 30 MB are another number of bytes."""
    content = bytearray(zipped({"W1.npy": b"\0" * 30_000_000}))
    size = struct.pack("<I", 30_000_000)
    while (at := content.find(size)) >= 0:
        content[at : at + 4] = struct.pack("<I", declared)
    return bytes(content)


HOSTILE_NPZ = {
    "bomb": zipped({"W1.npy": npy(header(shape="(300000000,)")) + b"\0" * 1000}),
    "lying": lying_zip(100),
    "path": zipped({"../../evil.sh": b"x"}),
    "many": zipped({f"{i}.npy": b"" for i in range(1001)}),
    "lzma": zipped({"W1.npy": npy(header(), b"\0" * 8)}, zipfile.ZIP_LZMA),
    "cut": zipped({"W1.npy": npy(header(), b"\0" * 8)})[:-30],
    "objects": zipped({"W1.npy": npy(header("'|O'"), pickle.dumps([print]))}),
    "nothing": b"PK",
}


@pytest.mark.parametrize("name", HOSTILE_NPZ)
def test_hostile_npz_is_refused(name):
    with pytest.raises(BadFile, match=r"'f\.npz'"):
        parse_npz(HOSTILE_NPZ[name], "'f.npz'")


def test_a_file_of_pytorch_is_told_how_to_be_saved():
    content = zipped({"net/data.pkl": pickle.dumps(print), "net/data/0": b"x"})
    with pytest.raises(BadFile, match=r"a file of PyTorch .* save its state_dict\(\) with safetensors"):
        parse_npz(content, "'net.pt'")


def test_what_would_unpack_to_too_much_is_refused_with_the_numbers():
    with pytest.raises(BadFile, match="would unpack to 2,048 MB; at most 1,024 MB are read, 512 MB for one array"):
        parse_npz(lying_zip(2**31), "'f.npz'")


def idx(array, kind=8, letters="u1"):
    sizes = b"".join(size.to_bytes(4, "big") for size in array.shape)
    return bytes((0, 0, kind, array.ndim)) + sizes + array.astype(letters).tobytes()


@pytest.mark.parametrize(
    ("kind", "letters"), [(8, "u1"), (9, "i1"), (11, ">i2"), (12, ">i4"), (13, ">f4"), (14, ">f8")]
)
def test_idx_of_every_type_plain_and_packed(kind, letters):
    array = np.arange(24).reshape(2, 3, 4)
    for content in (idx(array, kind, letters), gzip.compress(idx(array, kind, letters))):
        np.testing.assert_array_equal(parse_idx(content, "'f'"), array)


HOSTILE_IDX = {
    "huge": bytes((0, 0, 8, 3)) + b"\xff" * 12,
    "bomb": gzip.compress(bytes((0, 0, 8, 1, 0, 0, 0, 4)) + b"\0" * 20_000_000),
    "bomb of many parts": gzip.compress(bytes((0, 0, 8, 1, 0, 0, 0, 4))) + gzip.compress(b"\0" * 10_000_000) * 9,
    "cut": idx(np.zeros((2, 3)))[:-1],
    "more": idx(np.zeros((2, 3))) + b"\0",
    "packed and cut": gzip.compress(idx(np.zeros((20, 30))))[:-9],
    "no idx": gzip.compress(b"hello, world"),
    "no gzip": b"\x1f\x8b" + b"x" * 40,
    "header only": bytes((0, 0, 8, 3, 0)),
}


@pytest.mark.parametrize("name", HOSTILE_IDX)
def test_hostile_idx_is_refused(name):
    with pytest.raises(BadFile, match=r"^'f' "):
        parse_idx(HOSTILE_IDX[name], "'f'")


@pytest.mark.parametrize("ending", ["", ".gz"])
@pytest.mark.parametrize("picked", ["train-images-idx3-ubyte", "train-labels-idx1-ubyte"])
def test_the_four_files_of_mnist_are_found_by_one_of_them(tmp_path, ending, picked):
    pack = gzip.compress if ending else bytes
    for part, count in (("train", 6), ("t10k", 4)):
        (tmp_path / f"{part}-images-idx3-ubyte{ending}").write_bytes(pack(idx(np.full((count, 2, 2), count))))
        (tmp_path / f"{part}-labels-idx1-ubyte{ending}").write_bytes(pack(idx(np.arange(count) % 2)))
    samples = read_samples(tmp_path / (picked + ending))
    assert samples.x.shape == (6, 4)
    assert samples.x_test.shape == (4, 4)
    assert samples.classes == ("0", "1")
    data = DATASETS["file"](path=str(tmp_path / (picked + ending)))
    assert data.scale == 1 / 255


def test_pictures_without_labels_say_what_is_expected(tmp_path):
    (tmp_path / "train-images-idx3-ubyte").write_bytes(idx(np.zeros((2, 2, 2))))
    with pytest.raises(BadFile, match="no partner beside it; expected pictures and labels in one folder"):
        read_samples(tmp_path / "train-images-idx3-ubyte")


@pytest.mark.parametrize(
    "names", [("x_train", "t_train", "x_test", "t_test"), ("train_img", "train_label", "test_img", "test_label")]
)
@pytest.mark.parametrize("save", ["npz", "pkl"])
def test_arrays_are_known_by_their_usual_names(tmp_path, names, save):
    values = (np.ones((6, 2, 2), "u1"), np.arange(6) % 3, np.zeros((3, 2, 2), "u1"), np.arange(3))
    path = tmp_path / f"f.{save}"
    if save == "npz":
        np.savez(path, **dict(zip(names, values, strict=True)))
    else:
        path.write_bytes(pickle.dumps(dict(zip(names, values, strict=True))))
    samples = read_samples(path)
    assert samples.x.shape == (6, 4)
    assert samples.t.tolist() == [0, 1, 2] * 2
    assert samples.t_test.tolist() == [0, 1, 2]


def test_one_hot_targets_become_classes_and_a_matrix_has_its_target_last(tmp_path):
    np.savez(tmp_path / "a.npz", x=np.ones((4, 3)), t=np.eye(2)[[0, 1, 1, 0]])
    assert read_samples(tmp_path / "a.npz").t.tolist() == [0, 1, 1, 0]
    np.save(tmp_path / "b.npy", np.array([[1, 2, 0.5], [3, 4, 1.5], [5, 6, 2.5]]))
    samples = read_samples(tmp_path / "b.npy")
    assert samples.t.tolist() == [[0.5], [1.5], [2.5]]
    assert samples.x.tolist() == [[1, 2], [3, 4], [5, 6]]


@pytest.mark.parametrize(
    ("arrays", "words"),
    [
        ({"x": np.ones((3, 2)), "t": np.arange(4)}, "3 samples and 4 targets"),
        ({"x": np.full((3, 2), np.nan), "t": np.arange(3)}, r"NaN or infinity at \[0, 0\]"),
        ({"a": np.ones(3), "b": np.ones(3)}, "no arrays for samples and targets; expected 'x' and 't'"),
        (
            {"x": np.ones((3, 2)), "t": np.arange(3), "x_test": np.ones((2, 5)), "t_test": np.arange(2)},
            "in its test part",
        ),
    ],
)
def test_arrays_that_do_not_belong_together_are_refused(tmp_path, arrays, words):
    np.savez(tmp_path / "f.npz", **arrays)
    with pytest.raises(BadFile, match=words):
        read_samples(tmp_path / "f.npz")


def decode(content, name, side, ink=""):
    if content == b"bad":
        raise BadFile(f"{name} is damaged; leave it out")
    return np.full((side, side), content[0], np.uint8)


def test_a_folder_with_a_folder_for_each_class(tmp_path):
    for name, contents in (("cats", b"ab"), ("dogs", b"c"), ("empty", b"")):
        (tmp_path / name).mkdir()
        for value in contents:
            (tmp_path / name / f"{value}.png").write_bytes(bytes((value,)))
    samples = read_folder(tmp_path, decode, ReadingOptions(side=4))
    assert samples.classes == ("cats", "dogs")
    assert samples.t.tolist() == [0, 0, 1]
    assert samples.x[:, 0].tolist() == list(b"abc")
    with pytest.raises(BadFile, match="nothing here decodes pictures"):
        read_samples(tmp_path)
    (tmp_path / "dogs" / "d.png").write_bytes(b"bad")
    with pytest.raises(BadFile, match=r"d\.png is damaged"):
        read_folder(tmp_path, decode, ReadingOptions(side=4))


@pytest.mark.parametrize("kind", [np.int8, np.bool_, np.float16])
def test_small_numbers_that_would_become_gigabytes_are_refused(kind):
    huge = np.broadcast_to(kind(0), (2, 2**27))  # takes no memory yet
    with pytest.raises(BadFile, match=r"takes 1,024 MB, at most 512 MB are read"):
        samples_in({"x": huge, "t": np.arange(2)}, "'f.npz'", ReadingOptions())


def test_a_folder_of_something_else_says_what_is_expected(tmp_path):
    with pytest.raises(BadFile, match="0 pictures in 0 folders; expected 2 to 100,000, in one folder for each class"):
        read_folder(tmp_path, decode, ReadingOptions())


def test_the_dataset_of_a_file_is_the_same_again_until_the_file_changes(tmp_path):
    path = tmp_path / "f.csv"
    path.write_text("a,b\n" + "\n".join(f"{i},{i % 2}" for i in range(20)))
    options = {"path": str(path), "digest": read_samples(path).digest}
    first, second = DATASETS["file"](**options), DATASETS["file"](**options)
    assert np.array_equal(first.x, second.x)
    path.write_text("a,b\n1,0\n2,1\n")
    with pytest.raises(BadFile, match=r"'f\.csv' is not the same any more as when it was imported; import it again"):
        DATASETS["file"](**options)
    path.unlink()
    with pytest.raises(BadFile, match=r"'f\.csv' is not there any more; it was looked for in "):
        DATASETS["file"](**options)
    with pytest.raises(BadFile, match="no file is chosen; choose one with File > Import data"):
        DATASETS["file"]()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes")
def test_pipes_and_devices_are_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe.csv")
    for path in (tmp_path / "pipe.csv", "/dev/zero"):
        with pytest.raises(BadFile, match="no file with content"):
            read_samples(path)


# ---- pictures whose numbers are no bytes

GREY = np.random.default_rng(3).integers(0, 256, (20, 8, 8))
LABELS = np.arange(20) % 2


@pytest.mark.parametrize(
    "x",
    [GREY / 255, (GREY / 255).astype(np.float32)[:, None], GREY.astype(np.int64), GREY.astype(np.float64)[..., None]],
    ids=["floats", "one channel first", "whole numbers", "one channel last"],
)
def test_pictures_are_pictures_whatever_their_numbers_are(x):
    samples = samples_in({"x": x, "t": LABELS}, "'a.npz'", ReadingOptions())
    assert samples.x.dtype == np.uint8
    np.testing.assert_array_equal(samples.x, GREY.reshape(20, 64))
    assert samples.settled["pictures"] == "yes"
    assert "256 grey values" in str(samples.notes[0])


def test_both_parts_of_pictures_have_one_white():
    x = np.linspace(0, 16, 20 * 64).reshape(20, 8, 8)
    samples = samples_in(
        {"x_train": x / 2, "t_train": LABELS, "x_test": x, "t_test": LABELS}, "'a.npz'", ReadingOptions()
    )
    assert (samples.x.max(), samples.x_test.max()) == (128, 255)


def test_numbers_stay_numbers_unless_somebody_says_that_they_are_pictures():
    flat, signed = np.random.default_rng(4).random((20, 64)), np.random.default_rng(5).normal(size=(20, 8, 8))
    for x in (flat, signed):  # a table of 64 columns, and what was standardised already
        samples = samples_in({"x": x, "t": LABELS}, "'a.npz'", ReadingOptions())
        assert (samples.x.dtype, samples.settled["pictures"]) == (np.float64, "no")
    assert samples_in({"x": flat, "t": LABELS}, "'a.npz'", ReadingOptions(pictures="yes")).x.dtype == np.uint8
    assert samples_in({"x": GREY / 255, "t": LABELS}, "'a.npz'", ReadingOptions(pictures="no")).x.dtype == np.float64
    with pytest.raises(BadFile, match=r"from -.* to .*; choose to read it as numbers"):
        samples_in({"x": signed, "t": LABELS}, "'a.npz'", ReadingOptions(pictures="yes"))


def test_a_document_of_before_keeps_its_numbers(tmp_path):
    np.savez(tmp_path / "a.npz", x=GREY / 255, t=LABELS)
    before = DATASETS["file"](path=str(tmp_path / "a.npz"))
    assert before.x.dtype != np.uint8
