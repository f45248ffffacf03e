"""Data or weights: told by the names at the end of a zip, in passing and without trust."""

from __future__ import annotations

import os
import random

import numpy as np
import pytest

from nn.imports.kinds import looks_like_data


@pytest.mark.parametrize(
    ("names", "is_data"),
    [
        (("x", "t"), True),
        (("X_train", "y_train", "X_test", "y_test"), True),
        (("images", "labels"), True),
        (("W1", "b1", "W2", "b2"), False),
        (("x", "W1"), False),  # targets are missing
        (("t", "y"), False),
    ],
)
@pytest.mark.parametrize("save", [np.savez, np.savez_compressed])
def test_the_names_tell(tmp_path, names, is_data, save):
    save(tmp_path / "f.npz", **{name: np.ones(3) for name in names})
    assert looks_like_data(tmp_path / "f.npz") is is_data


def test_of_a_large_file_only_the_end_is_read(tmp_path):
    path = tmp_path / "f.npz"
    np.savez(path, x=np.ones((3, 2)), t=np.ones(3))
    content = path.read_bytes()
    path.write_bytes(b"PK" + bytes(500_000) + content)
    assert looks_like_data(path)
    path.write_bytes(content + bytes(500_000))
    assert not looks_like_data(path)


def test_what_is_no_such_file_is_not_data(tmp_path):
    (tmp_path / "empty.npz").write_bytes(b"")
    (tmp_path / "folder.npz").mkdir()
    for name in ("empty.npz", "folder.npz", "gone.npz"):
        assert not looks_like_data(tmp_path / name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.npz")
    assert not looks_like_data(tmp_path / "pipe.npz")


def test_damaged_directories_are_survived(tmp_path):
    path, rng = tmp_path / "f.npz", random.Random(3)
    np.savez(path, x=np.ones((3, 2)), t=np.ones(3))
    whole = path.read_bytes()
    for _ in range(2000):
        content = bytearray(whole)
        for _ in range(rng.randint(1, 8)):
            content[rng.randrange(len(content))] = rng.randrange(256)
        path.write_bytes(content[: rng.randint(2, len(content))])
        assert looks_like_data(path) in (True, False)
