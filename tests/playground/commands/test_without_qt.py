"""Commands on a machine on which Qt cannot be imported: each in a process of its own, which has none."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
WITHOUT_QT = """
import sys
from importlib.abc import MetaPathFinder

class NoQt(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6", "pyqtgraph"):
            raise ImportError("libEGL.so.1: cannot open shared object file: No such file or directory", name=name)

sys.meta_path.insert(0, NoQt())
sys.path.insert(0, sys.argv[1])
from playground.app import main
raise SystemExit(main(sys.argv[2:]))
"""


@pytest.fixture
def without_qt(tmp_path):
    def call(*words):
        line = [sys.executable, "-c", WITHOUT_QT, str(ROOT), *words]
        return subprocess.run(line, cwd=tmp_path, capture_output=True, text=True, check=False)

    return call


def test_a_network_is_trained_looked_at_and_exported_without_qt(without_qt, tmp_path):
    assert without_qt("train", "--data", "xor", "--iterations", "5", "--output", "xor.safetensors").returncode == 0
    assert without_qt("train", "xor.safetensors", "--iterations", "9").returncode == 0
    checked = without_qt("check", "xor.safetensors")
    assert (checked.returncode, checked.stdout.rstrip()[-3:]) == (0, "yes")
    exported = without_qt("export", "xor.safetensors", "--to", "numpy")
    assert exported.returncode == 0, exported.stderr
    assert (tmp_path / "xor_numpy.py").exists()


def test_a_table_is_described_without_qt(without_qt, tmp_path):
    (tmp_path / "table.csv").write_text("a,b,kind\n1,2,x\n2,3,y\n4,5,x\n3,1,y\n")
    described = without_qt("check", "table.csv")
    assert described.returncode == 0, described.stderr
    assert "2 classes: x, y" in described.stdout


def test_a_program_is_judged_without_qt(without_qt, tmp_path):
    (tmp_path / "own.py").write_text("import numpy as np\n\ndef relu(x):\n    return np.maximum(0, x)\n")
    judged = without_qt("check", "own.py")
    assert (judged.returncode, judged.stderr) == (0, "")
    assert "relu          right" in judged.stdout


def test_a_picture_needs_qt_and_the_refusal_names_the_missing_library(without_qt, tmp_path):
    (tmp_path / "digit.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    refused = without_qt("predict", "digit.png")
    assert refused.returncode == 2
    assert "predict" in refused.stderr
    assert "libEGL" in refused.stderr
    assert "Traceback" not in refused.stderr
