"""``predict``, ``check`` and ``export``, and how the program finds its commands."""

from __future__ import annotations

import os
import pickle
import runpy
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage

from nn.arrays import frozen
from nn.datasets import DATASETS
from nn.exports import EXPORTS
from nn.files.storage import save_network
from nn.network import Network, NetworkSpec
from nn.training import Checkpoint
from playground.app import main
from playground.commands import COMMANDS
from playground.session.document.file import pack, unpack
from tests.patience import PROCESS_S


@pytest.fixture
def trained(command):
    """Leave a small document in the folder and give its name."""
    command("train --data circle --hidden 6 --activation Relu --epochs 3 --output a.safetensors")
    return "a.safetensors"


def test_a_damaged_document_is_no_sound_file_of_another_program(command, trained):
    content = bytearray(Path(trained).read_bytes())
    content[-1] ^= 1
    Path(trained).write_bytes(content)
    done = command(f"check {trained}")
    assert done.code == 4
    assert "its checksum is not right" in done.err
    assert "import its weights" in done.err


def test_long_names_do_not_touch_what_is_said_of_them(command):
    np.savez("theirs.npz", **{"encoder.block.0.weight": np.zeros((2, 3))})
    lines = command("check theirs.npz").out.splitlines()[1:]
    assert "    encoder.block.0.weight  2×3          float64" in lines
    assert {line.index(line.split(maxsplit=1)[1]) for line in lines if "sound" in line or "size" in line} == {28}


def draw_digit(row, name):
    paper = np.ascontiguousarray(255 - DATASETS["mnist"]().x_test[row].reshape(28, 28))
    QImage(paper.data, 28, 28, 28, QImage.Format.Format_Grayscale8).save(name)


def test_digits_in_pictures_are_read(command):
    for row in (0, 1):
        draw_digit(row, f"{row}.png")
    done = command("predict 0.png 1.png")
    assert done.code == 0
    assert [line.split(" (")[0] for line in done.out.splitlines()] == ["0.png: 7", "1.png: 2"]


def test_every_probability_on_demand(command):
    draw_digit(0, "0.png")
    line = command("predict 0.png --all").out
    shares = [float(part.split(":")[1]) for part in line.split("  ")[1].split()]
    assert len(shares) == 10
    assert sum(shares) == pytest.approx(1, abs=1e-3)


def test_a_picture_that_cannot_be_read_does_not_keep_the_others(command):
    draw_digit(0, "0.png")
    Path("text.png").write_text("no picture")
    done = command("predict text.png none.png 0.png")
    assert done.code == 4
    assert done.out.startswith("0.png: 7")
    assert "text.png is not a picture" in done.err
    assert "none.png" in done.err


def test_a_network_for_other_inputs_reads_no_pictures(command, trained):
    draw_digit(0, "0.png")
    done = command(f"predict 0.png --network {trained}")
    assert done.code == 4
    assert "(2,)" in done.err


def test_a_document_is_described(command, trained):
    done = command(f"check {trained}")
    assert done.code == 0
    for words in ("document of NN Playground", "2 → Affine 6 → Relu → Affine 2", "circle", "2×6", "yes"):
        assert words in done.out


def test_numbers_that_are_not_finite_are_not_sound(command):
    network = Network(NetworkSpec.mlp(2, (3,), 2))
    network.params["W1"][0, 0] = np.nan
    save_network("a.npz", network)
    done = command("check a.npz")
    assert done.code == 4
    assert "W1 holds 1 numbers that are not finite" in done.out


def test_arrays_of_others_are_listed(command):
    np.savez("theirs.npz", W1=np.zeros((3, 4)), b1=np.zeros(4))
    done = command("check theirs.npz")
    assert done.code == 0
    assert "arrays of another program" in done.out
    assert "3×4" in done.out


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 torn", b"plain text"])
def test_what_is_no_network_is_refused(command, content):
    Path("a.npz").write_bytes(content)
    for line in ("check a.npz", "export a.npz --to npz", "predict a.npz --network a.npz"):
        done = command(line)
        assert done.code == 4, line
        assert "a.npz" in done.err


def test_a_damaged_document_is_refused(command, trained):
    content = bytearray(Path(trained).read_bytes())
    content[-3] ^= 1
    Path(trained).write_bytes(content)
    assert command(f"export {trained} --to npz").code == 4


@pytest.mark.parametrize("kind", sorted(set(EXPORTS) - {"onnx"}))
def test_every_kind_is_exported(command, trained, kind):
    done = command(f"export {trained} --to {kind} --output out{EXPORTS[kind].suffix}")
    assert done.code == 0
    assert Path(done.out.splitlines()[0]).stat().st_size > 0


def test_an_exported_program_gives_the_documents_weights(command, trained, capsys, monkeypatch):
    monkeypatch.setattr(os, "environ", os.environ.copy())
    command(f"export {trained} --to numpy --output again.py")
    runpy.run_path("again.py")
    assert "bit for bit" in capsys.readouterr().out.splitlines()[-1]


@pytest.mark.parametrize("kind", ["numpy", "program"])
def test_a_program_begins_with_the_weights_that_training_began_with(command, trained, kind, capsys, monkeypatch):
    monkeypatch.setattr(os, "environ", os.environ.copy())
    saved = unpack(Path(trained).read_bytes(), Path())
    loaded = Checkpoint(0, frozen(saved.state.checkpoint.params / 2), saved.state.checkpoint.state)
    content = pack(replace(saved, state=replace(saved.state, checkpoint=loaded, history=()), way=None))
    Path("loaded.safetensors").write_bytes(b"".join(content))
    assert command("train loaded.safetensors --iterations 12 --output further.safetensors").code == 0
    assert command(f"export further.safetensors --to {kind} --output again.py").code == 0
    assert "begins with weights that were set by hand or loaded" in Path("again.py").read_text()
    runpy.run_path("again.py")
    assert "bit for bit" in capsys.readouterr().out.splitlines()[-1]


def test_an_export_replaces_nothing_by_chance(command, trained):
    Path("out.npz").write_text("dear")
    assert command(f"export {trained} --to npz --output out.npz").code == 2
    assert Path("out.npz").read_text() == "dear"


def test_the_name_of_the_written_file_is_told(command, trained):
    assert command(f"export {trained} --to npz --output weights").out == "weights.npz\n"
    assert Path("weights.npz").exists()


def test_others_load_the_exported_safetensors(command, trained):
    safetensors = pytest.importorskip("safetensors.numpy")
    command(f"export {trained} --to safetensors --output out.safetensors")
    assert safetensors.load_file("out.safetensors")["W1"].shape == (2, 6)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_and_its_codes(command, name):
    done = command(f"{name} --help")
    assert done.code == 0
    assert "exit codes:" in done.out


@pytest.mark.parametrize("head", [[], ["nn-playground"]])
def test_the_program_finds_its_commands(command, head, capsys, monkeypatch):
    monkeypatch.setattr("gc.enable", lambda: None)  # the process of the tests has windows, too
    assert main([*head, "check", "none.npz"]) == 4
    assert "none.npz" in capsys.readouterr().err


def test_the_libraries_of_others_are_imported_only_when_asked_for(command, trained, monkeypatch):
    for name in ("torch", "onnx"):
        monkeypatch.setitem(sys.modules, name, None)
    assert command(f"export {trained} --to torch --output out.py").code == 0
    assert "pip install" in command(f"export {trained} --to onnx --output out.onnx").err


def write_table(path):
    path.write_text("height,weight,kind\n1.5,2,cat\n3,4.5,dog\n5,6,cat\n")


def write_pickle(path):
    path.write_bytes(pickle.dumps({"W1": np.zeros((3, 4)), "b1": np.zeros(4)}))


def write_folder(path):
    for kind in ("cats", "dogs"):
        (path / kind).mkdir(parents=True)
        draw_digit(3, str(path / kind / "a.png"))


def write_picture(path):
    draw_digit(3, str(path))


@pytest.mark.parametrize(
    ("name", "write", "says"),
    [
        ("d.csv", write_table, ["3 of 2 numbers", "2 classes: cat, dog"]),
        ("their.pkl", write_pickle, ["arrays of another program", "3×4"]),
        ("pictures", write_folder, ["a folder of pictures", "2 classes: cats, dogs"]),
        ("digit.png", write_picture, ["picture", "28×28 pixels"]),
    ],
)
def test_whatever_the_program_can_read_is_described(command, tmp_path, name, write, says):
    write(tmp_path / name)
    done = command(f"check {name}")
    assert done.code == 0, done.err
    for words in says:
        assert words in done.out


@pytest.mark.parametrize("name", ["missing.csv", "/dev/zero"])
def test_what_cannot_be_read_at_all_is_said_in_a_sentence(command, name):
    done = command(f"check {name}")
    assert done.code == 4
    assert done.err.count("\n") == 1


def test_patterns_that_the_shell_left_are_understood(command):
    for row in (0, 1):
        draw_digit(row, f"digit{row}.png")
    done = command("predict digit*.png none*.png")
    assert [line.split(":")[0] for line in done.out.splitlines()] == ["digit0.png", "digit1.png"]
    assert done.code == 4
    assert "none*.png" in done.err


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="root may write anywhere")
def test_a_folder_that_is_write_protected_is_said(command, trained, tmp_path):
    (tmp_path / "closed").mkdir(mode=0o500)
    done = command(f"export {trained} --to npz --output closed/a.npz")
    assert done.code == 6
    assert "write-protected" in done.err


def test_a_program_does_the_way_that_the_document_tells(command, trained):
    command(f"train {trained} --lr 0.03 --epochs 5 --output b.safetensors")
    command("export b.safetensors --to numpy --output a.py")
    program = Path("a.py").read_text()
    assert "does not say whether" not in program
    assert "Settings were changed while training went on" in program
    done = subprocess.run([sys.executable, "a.py"], capture_output=True, text=True, timeout=PROCESS_S, check=False)
    assert "the weights are those of the window, bit for bit" in done.stdout


def test_what_weights_alone_do_not_tell_is_not_claimed_to_be_known(command, trained):
    command(f"export {trained} --to npz --output a.npz")
    command("export a.npz --to numpy --output a.py")
    assert "does not say whether" in Path("a.py").read_text()


@pytest.mark.skipif(not os.access("/proc/kmsg", os.R_OK), reason="a file that claims to be one, and waits")
@pytest.mark.parametrize("ending", ["csv", "npz", "safetensors", "png"])
def test_a_file_of_the_system_that_waits_is_not_waited_for(tmp_path, ending):
    (tmp_path / f"a.{ending}").symlink_to("/proc/kmsg")
    done = subprocess.run(
        [sys.executable, "-m", "playground", "check", f"a.{ending}"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])},
        capture_output=True,
        text=True,
        timeout=PROCESS_S,
        check=False,
    )
    assert done.returncode == 4
    assert f"a.{ending}" in done.stderr


@pytest.mark.parametrize(
    "line",
    ["train --data circle --iterations 1", "check a.npz", "predict 0.png", "export a.npz --to npz --output b.npz"],
)
def test_a_command_on_a_machine_without_the_libraries_of_qt_says_so(tmp_path, line):
    """Either it needs none of them, or it says what is missing: never a traceback."""
    save_network(tmp_path / "a.npz", Network(NetworkSpec.mlp(2, (3,), 2)))
    draw_digit(0, str(tmp_path / "0.png"))
    bare = tmp_path / "bare" / "PySide6"
    bare.mkdir(parents=True)
    (bare / "__init__.py").write_text("__version__ = '6.8.0'\n")
    for name in ("QtCore", "QtGui", "QtWidgets"):
        missing = "libglib-2.0.so.0: cannot open shared object file: No such file or directory"
        (bare / f"{name}.py").write_text(f"raise ImportError({missing!r}, name='PySide6.{name}')\n")
    path = os.pathsep.join((str(bare.parent), str(Path(__file__).parents[3])))
    done = subprocess.run(
        [sys.executable, "-m", "playground", *line.split()],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": path},
        capture_output=True,
        text=True,
        timeout=PROCESS_S,
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 2)
    assert done.returncode == 0 or "Qt" in done.stderr
