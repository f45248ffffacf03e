from __future__ import annotations

import errno
import os
import subprocess
import sys

import pytest

from nn.files import atomic_file
from nn.files.atomic_file import NotConfirmed, replace_file

unix = pytest.mark.skipif(sys.platform == "win32", reason="links, modes and limits of Unix")


def test_a_file_is_written_and_replaced(tmp_path):
    path = tmp_path / "한글 a&b.safetensors"
    replace_file(path, [b"one"])
    replace_file(path, [b"tw", memoryview(b"o")])
    assert path.read_bytes() == b"two"
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


@unix
def test_links_are_followed_and_the_mode_is_kept(tmp_path):
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    replace_file(link, [b"new"])
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_folder_is_not_replaced(tmp_path):
    with pytest.raises(OSError, match="regular"):
        replace_file(tmp_path, [b""])


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS])
@pytest.mark.parametrize("step", ["open", "write", "fsync", "replace"])
def test_a_step_that_fails_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, step, number):
    path = tmp_path / "file"
    path.write_bytes(b"old")

    def fail(*_):
        raise OSError(number, os.strerror(number))

    def pieces():
        yield b"new"
        if step == "write":
            fail()

    if step != "write":
        monkeypatch.setattr(os, step, fail)
    with pytest.raises(OSError, match=os.strerror(number)):
        replace_file(path, pieces())
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_disk_that_does_not_confirm_has_the_new_file(tmp_path, monkeypatch):
    def fail(_folder):
        raise OSError(errno.EIO, "no answer")

    monkeypatch.setattr(atomic_file, "sync_folder", fail)
    with pytest.raises(NotConfirmed):
        replace_file(tmp_path / "file", [b"new"])
    assert (tmp_path / "file").read_bytes() == b"new"


@unix
def test_a_disk_that_is_full_leaves_the_old_file(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"old")
    program = (
        "import resource, sys; from nn.files.atomic_file import replace_file\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "replace_file(sys.argv[1], [bytes(600)] * 5)"
    )
    done = subprocess.run([sys.executable, "-c", program, path], capture_output=True, text=True, check=False)
    assert "File too large" in done.stderr
    assert path.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_what_a_killed_process_left_is_swept_after_an_hour(tmp_path):
    old, young = tmp_path / ".nn-playground-1-abc~", tmp_path / ".nn-playground-2-abc~"
    for path in (old, young):
        path.write_bytes(b"")
    os.utime(old, (1, 1))
    replace_file(tmp_path / "file", [b"new"])
    assert not old.exists()
    assert young.exists()
