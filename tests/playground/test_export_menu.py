"""File > Export: what the window writes is what the document holds."""

from __future__ import annotations

import os
import runpy
import sys

import numpy as np
import pytest
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox

from nn.exports import EXPORTS
from nn.network import NetworkSpec
from nn.storage import load_network
from nn.training import Checkpoint
from playground.session.document import DatasetChoice


@pytest.fixture
def exports(window, qtbot):
    """Give the menu of a window whose document is a small network for the circle."""
    spec = NetworkSpec.mlp(2, (4,), 2)
    document = window.session.document
    document.edit(
        "small", spec=spec, checkpoint=Checkpoint.initial(spec, 0), dataset=DatasetChoice("circle"), history=()
    )
    qtbot.waitUntil(lambda: window.session.data is not None and window.session.data.name == "circle")
    return window.findChild(QMenu, "exportMenu")


def train(window, qtbot, iterations):
    for _ in range(iterations):
        before = window.session.document.state.checkpoint.iteration
        window.session.step_iteration()
        qtbot.waitUntil(lambda before=before: window.session.document.state.checkpoint.iteration > before)


def export(exports, kind, path, qtbot):
    said = []
    exports.status.connect(said.append)
    exports.export(kind, str(path))
    qtbot.waitUntil(lambda: any(path.name in text and not text.startswith("Writing") for text in said), timeout=20_000)


def test_the_menu_offers_every_kind_there_is(exports):
    assert set(exports.kinds) == set(EXPORTS)
    assert exports.isEnabled()
    for action in exports.kinds.values():
        assert action.text()
        assert action.toolTip()


def test_weights_are_those_of_the_document(exports, window, tmp_path, qtbot):
    export(exports, "npz", tmp_path / "a.npz", qtbot)
    network, _ = load_network(tmp_path / "a.npz")
    assert np.array_equal(network.flat_params, window.session.document.state.checkpoint.params)


@pytest.mark.parametrize("kind", ["program", "numpy"])
def test_a_program_does_the_windows_run_again(exports, window, kind, tmp_path, qtbot, capsys, monkeypatch):
    monkeypatch.setattr(os, "environ", os.environ.copy())
    window.session.weights.reinitialize(None, "Xavier", 1.0, 99)  # not what the configuration's seed draws
    train(window, qtbot, 3)
    export(exports, kind, tmp_path / "a.py", qtbot)
    runpy.run_path(str(tmp_path / "a.py"))
    assert "bit for bit" in capsys.readouterr().out.splitlines()[-1]


def test_what_cannot_be_exported_is_said(exports, window, tmp_path, qtbot, monkeypatch):
    monkeypatch.setitem(sys.modules, "onnx", None)
    exports.export("onnx", str(tmp_path / "a.onnx"))
    qtbot.waitUntil(lambda: window.findChild(QMessageBox, "exportRefusal") is not None, timeout=20_000)
    box = window.findChild(QMessageBox, "exportRefusal")
    assert "pip install" in box.text()
    box.close()


def test_a_folder_that_is_not_there_is_said(exports, window, tmp_path, qtbot):
    exports.export("npz", str(tmp_path / "none" / "a.npz"))
    qtbot.waitUntil(lambda: window.findChild(QMessageBox, "exportRefusal") is not None, timeout=20_000)
    window.findChild(QMessageBox, "exportRefusal").close()


def test_an_entry_asks_for_a_file_and_writes_it(exports, window, tmp_path, qtbot):
    exports.kinds["npz"].trigger()
    dialog = window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "a.npz"))
    qtbot.waitUntil((tmp_path / "a.npz").exists, timeout=20_000)
    qtbot.waitUntil(lambda: bool(load_network(tmp_path / "a.npz")), timeout=20_000)
    dialog.close()


def test_every_panel_as_pixels_and_as_lines(exports, window, tmp_path):
    exports.list_panels()
    names = [action.data() for action in exports.panels.actions()]
    assert "networkDock" in names
    for action, name in zip(exports.panels.actions(), names, strict=True):
        exports.panels.triggered.emit(action)
        dialog = window.findChild(QFileDialog, name)
        QApplication.processEvents()
        dialog.fileSelected.emit(str(tmp_path / f"{name}.png"))
        dialog.fileSelected.emit(str(tmp_path / f"{name}.svg"))
        dialog.close()
        picture, lines = QImage(str(tmp_path / f"{name}.png")), QSvgRenderer(str(tmp_path / f"{name}.svg"))
        assert picture.width() > 100, name
        assert lines.isValid(), name
        assert lines.viewBox().size() == picture.size() / picture.devicePixelRatio(), name


def test_a_picture_that_cannot_be_written_is_said(exports, window, tmp_path, qtbot):
    exports.export_picture("networkDock", str(tmp_path / "none" / "a.png"))
    box = window.findChild(QMessageBox, "exportRefusal")
    assert "a.png" in box.text()
    box.close()
