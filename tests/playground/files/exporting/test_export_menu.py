"""File > Export: what the window writes is what the document holds."""

from __future__ import annotations

import os
import runpy
import signal
import sys

import numpy as np
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QFileDialog,
    QMenu,
    QMessageBox,
    QProgressDialog,
    QPushButton,
    QWidget,
)

from nn.exports import EXPORTS
from nn.files.storage import load_network
from nn.network import NetworkSpec
from nn.network.naming import named_views
from nn.training import Checkpoint
from playground.session.document.state import DatasetChoice
from playground.widgets.picture.widget_picture import FINENESS


@pytest.fixture
def exports(window, qtbot):
    """Give the menu of a window whose document is a small network for the circle."""
    spec = NetworkSpec.mlp(2, (4,), 2)
    document = window.session.document
    document.edit(
        "small", spec=spec, checkpoint=Checkpoint.initial(spec, 0), dataset=DatasetChoice("circle"), history=()
    )
    qtbot.waitUntil(lambda: window.session.library.data is not None and window.session.library.data.name == "circle")
    return window.findChild(QMenu, "exportMenu")


def train(window, qtbot, iterations):
    for _ in range(iterations):
        before = window.session.document.state.checkpoint.iteration
        window.session.control.step_iteration()
        qtbot.waitUntil(lambda before=before: window.session.document.state.checkpoint.iteration > before)


def export(exports, kind, path, qtbot):
    said = []
    exports.status.connect(said.append)
    exports.export(kind, str(path))
    qtbot.waitUntil(lambda: any(path.name in text and not text.startswith("Writing") for text in said))


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
    qtbot.waitUntil(lambda: window.findChild(QMessageBox, "exportRefusal") is not None)
    box = window.findChild(QMessageBox, "exportRefusal")
    assert "pip install" in box.text()
    box.close()


def test_a_folder_that_is_not_there_is_said(exports, window, tmp_path, qtbot):
    exports.export("npz", str(tmp_path / "none" / "a.npz"))
    qtbot.waitUntil(lambda: window.findChild(QMessageBox, "exportRefusal") is not None)
    window.findChild(QMessageBox, "exportRefusal").close()


def test_an_entry_asks_for_a_file_and_writes_it(exports, window, tmp_path, qtbot):
    exports.kinds["npz"].trigger()
    dialog = window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "a.npz"))
    qtbot.waitUntil((tmp_path / "a.npz").exists)
    qtbot.waitUntil(lambda: bool(load_network(tmp_path / "a.npz")))
    dialog.close()


def settle(dock, qtbot):
    """Wait until a panel that has come to the front is laid out: what wraps its lines takes several turns."""
    seen = []

    def stands_still():
        seen.append([each.size() for each in dock.findChildren(QWidget)])
        return len(seen) > 10 and all(each == seen[-1] for each in seen[-10:])

    qtbot.waitUntil(stands_still)


def test_every_panel_as_pixels_and_as_lines(exports, window, tmp_path, qtbot):
    exports.panels.list_panels()
    names = [action.data() for action in exports.panels.actions()]
    assert "networkDock" in names
    for action, name in zip(exports.panels.actions(), names, strict=True):
        exports.panels.triggered.emit(action)
        dialog = window.findChild(QFileDialog, "exportFile")
        settle(window.findChild(QDockWidget, name), qtbot)  # two pictures of one thing are compared
        for ending in (".png", ".svg"):
            dialog.fileSelected.emit(str(tmp_path / f"{name}{ending}"))
            qtbot.waitUntil((tmp_path / f"{name}{ending}").exists)
        dialog.close()
        QApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)
        picture, lines = QImage(str(tmp_path / f"{name}.png")), QSvgRenderer(str(tmp_path / f"{name}.svg"))
        assert picture.width() == FINENESS * lines.viewBox().width() > 300, name
        assert lines.isValid(), name


def refusal(window, qtbot):
    """Return what the refusal says, and close it."""
    qtbot.waitUntil(lambda: window.findChild(QMessageBox, "exportRefusal") is not None)
    box = window.findChild(QMessageBox, "exportRefusal")
    text = box.text()
    box.close()
    return text


def test_a_picture_that_cannot_be_written_is_said(exports, window, tmp_path, qtbot):
    exports.panels.export("networkDock", str(tmp_path / "none" / "a.png"))
    text = refusal(window, qtbot)
    assert "a.png" in text
    assert "folder is gone" in text


@pytest.mark.parametrize("kind", ["program", "numpy", "npz", "safetensors"])
def test_a_full_disk_leaves_no_half_file_and_says_so(exports, window, kind, tmp_path, qtbot):
    """A full disk needs rights that a test has not: the largest size of a file answers in the same way."""
    resource = pytest.importorskip("resource")
    old = tmp_path / "a.py"
    old.write_text("# what was there")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, limits[1]))
    try:
        exports.export(kind, str(old))
        text = refusal(window, qtbot)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)
    assert "disk is full" in text
    assert [each.name for each in tmp_path.iterdir()] == ["a.py"]
    assert old.read_text() == "# what was there"


def test_an_export_that_is_given_up_leaves_nothing(exports, window, tmp_path, qtbot):
    said = []
    exports.status.connect(said.append)

    def work(path, watch):
        while True:
            watch(0.5)

    exports.writing.write(str(tmp_path / "a.npz"), work)
    qtbot.waitUntil(lambda: window.findChild(QProgressDialog, "exportProgress") is not None)
    window.findChild(QProgressDialog, "exportProgress").findChild(QPushButton).click()
    qtbot.waitUntil(lambda: "cancelled" in said[-1])
    assert not list(tmp_path.iterdir())


def test_every_parameter_as_a_table_with_every_digit(exports, window, tmp_path, qtbot):
    exports.tables.list_tables()
    actions = {action.data(): action for action in exports.tables.actions() if action.data()}
    assert set(actions) == {"W1", "b1", "W2", "b2"}
    actions["W1"].trigger()
    path = tmp_path / "W1.csv"
    window.findChild(QFileDialog, "exportFile").fileSelected.emit(str(path))
    qtbot.waitUntil(path.exists)
    state = window.session.document.state
    read = np.loadtxt(path, delimiter=",", dtype=np.float32)
    assert np.array_equal(read, named_views(state.spec, state.checkpoint.params)["W1"])


def test_the_curves_as_a_table(exports, window, tmp_path, qtbot):
    train(window, qtbot, 3)
    path = tmp_path / "curves.csv"
    exports.tables.export_curves(str(path))
    qtbot.waitUntil(path.exists)
    rows = [row.split(",") for row in path.read_text().splitlines()[1:]]
    losses = np.concatenate([record.losses for record in window.session.document.state.history])
    assert np.array_equal(np.float32([loss for _, loss, *_ in rows if loss]), losses)


def test_what_the_debugger_shows_as_tables_and_all_of_it_as_npz(exports, window, tmp_path, qtbot):
    debugger = window.session.debugger
    debugger.open("batch")
    qtbot.waitUntil(lambda: bool(debugger.trace))
    debugger.run_to(0)
    exports.tables.list_tables()
    actions = [action.data() for action in exports.tables.actions() if action.data()]
    assert actions[4:] == [*debugger.current.inputs, *debugger.current.outputs]
    debugger.run_to(len(debugger.trace) - 1)
    path = tmp_path / "pass.npz"
    exports.tables.export_pass(str(path))
    qtbot.waitUntil(path.exists)
    with np.load(path) as file:
        assert {"x", "a1", "dW1"} <= set(file)
        assert np.array_equal(file["a1"], next(e.outputs["a1"] for e in debugger.trace if "a1" in e.outputs))


def test_what_a_panel_orders_is_asked_for_and_written(exports, window, tmp_path, qtbot):
    train(window, qtbot, 1)
    window.findChild(QAction, "actionExportCurveTable").trigger()
    dialog = window.findChild(QFileDialog, "exportFile")
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(str(tmp_path / "mine"))
    dialog.accept()
    qtbot.waitUntil((tmp_path / "mine.csv").exists)
    assert (tmp_path / "mine.csv").read_text().startswith("iteration,loss")
