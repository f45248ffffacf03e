"""A class of one's own stands in the network: put there from My code, plotted, stepped, trained, saved, exported."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from nn.datasets import DATASETS
from nn.exports import EXPORTS, Run
from nn.network import Network
from nn.training import TrainingConfig
from playground.panels.activations.panel import ActivationsPanel
from playground.panels.my_code.panel import MyCodePanel
from playground.session.document.file import pack, unpack
from playground.session.document.saved import SavedDocument
from playground.widgets.refreshing import bring_up_to_date
from tests.patience import PROCESS_S

SWISH = """import numpy as np


class Swish:
    def forward(self, x):
        self.x = x
        self.s = 1 / (1 + np.exp(-x))
        return x * self.s

    def backward(self, dout):
        return dout * (self.s + self.x * self.s * (1 - self.s))
"""
WRONG = SWISH.replace("(1 - self.s))", "(2 - self.s))")
BRANCHED = """
class Bent:
    def forward(self, x):
        self.slope = 1.0
        if np.abs(x).max() > 500:
            self.slope = 0.5
        return x * self.slope

    def backward(self, dout):
        return dout * self.slope
"""


@pytest.fixture
def view(window, qtbot):
    window.session.panel_requested.emit("my_code")
    panel = window.findChild(MyCodePanel)
    qtbot.waitUntil(lambda: not panel.visibleRegion().isEmpty())
    return panel.view


def press(view, name):
    QTest.mouseClick(view.findChild(QPushButton, name), Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def judged(view, qtbot, text):
    """Type a text, let it run, wait for the verdict; return the button."""
    view._session.own_code.source.begin(text)
    view.check()
    if view.consent.isVisible():
        press(view, "codeAllow")
    qtbot.waitUntil(lambda: view._session.own_code.checking.is_current, timeout=1000 * PROCESS_S)
    QApplication.processEvents()
    return view.findChild(QPushButton, "codeUse")


def use(view, qtbot, place="In the place of Relu1"):
    """Choose a place in the button's menu, and wait until that was tried."""
    button = view.findChild(QPushButton, "codeUse")
    button.menu().aboutToShow.emit()
    action = next(each for each in button.menu().actions() if each.text() == place)
    action.trigger()
    qtbot.waitUntil(lambda: not view._session.own_code.using.is_busy, timeout=1000 * PROCESS_S)


def test_a_class_that_is_right_takes_the_place_of_an_activation(view, window, qtbot):
    document = window.session.document
    before = document.state.spec
    assert judged(view, qtbot, SWISH).isEnabled()
    use(view, qtbot)
    layer = document.state.spec.layers[1]
    assert (layer.kind, layer.name) == ("OwnActivation", "OwnSwish")
    assert (layer.own.name, layer.own.file, layer.own.source) == ("Swish", "own.py", SWISH)
    assert layer.formula.forward == "y = x / (1.0 + exp(-x))"
    document.undo()
    assert document.state.spec == before


def test_what_is_not_right_cannot_be_used_and_it_is_said_why(view, qtbot):
    button = judged(view, qtbot, WRONG)
    assert button.isVisible()
    assert not button.isEnabled()
    assert "Swish is not right yet" in button.toolTip()


def test_code_that_goes_another_way_for_other_values_is_refused_with_its_line(view, window, qtbot):
    before = window.session.document.state.spec
    judged(view, qtbot, BRANCHED)
    with qtbot.waitSignal(window.session.own_code.using.refused) as refusal:
        use(view, qtbot)
    assert "Line 5" in refusal.args[0]
    assert window.session.document.state.spec == before


def test_it_stands_where_it_is_put_behind_a_layer(view, window, qtbot):
    judged(view, qtbot, SWISH)
    use(view, qtbot, "Behind Relu1")
    assert [layer.name for layer in window.session.document.state.spec.layers[:3]] == ["Affine", "Relu", "OwnSwish"]


AFFINE = """
class Affine:
    def __init__(self, W, b):
        self.W = W
        self.b = b

    def forward(self, x):
        self.x = x
        return np.dot(x, self.W) + self.b

    def backward(self, dout):
        self.dW = np.dot(self.x.T, dout)
        self.db = np.sum(dout, axis=0)
        return np.dot(dout, self.W.T)
"""


def test_an_affine_of_ones_own_takes_the_place_of_the_books_and_learns(view, window, qtbot):
    document = window.session.document
    units = document.state.spec.layers[0].options["units"]
    judged(view, qtbot, AFFINE)
    use(view, qtbot, "In the place of Affine1")
    layer = document.state.spec.layers[0]
    assert (layer.kind, layer.name, layer.options["units"]) == ("OwnAffine", "OwnAffine", units)
    network = Network(document.state.spec, 0)
    x, t = np.random.default_rng(0).random((20, 784), np.float32), np.arange(20) % 10
    before = network.loss(x, t)
    grads = network.gradient(x, t)
    for name, param in network.params.items():
        param -= 0.05 * grads[name]
    assert network.loss(x, t) < before


def test_it_is_named_plotted_and_offered_where_others_are(view, window, qtbot):
    judged(view, qtbot, SWISH)
    use(view, qtbot)
    session = window.session
    session.panel_requested.emit("activations")
    panel = window.findChild(ActivationsPanel)
    qtbot.waitUntil(lambda: panel.is_ready)
    bring_up_to_date(window)
    _button, box = panel.list.row(0)
    assert box.currentText() == "Your own: Swish"
    assert "from own.py" in box.explanation()
    panel.list.place_chosen.emit(0)
    bring_up_to_date(window)
    assert panel.about.name.text() == "Your own: Swish"
    assert panel.about.forward.text() == "y = x / (1.0 + exp(-x))"
    assert session.selection.plot.functions == ("OwnActivation",)
    box.setCurrentIndex(box.findData("Relu"))
    box.activated.emit(box.currentIndex())
    assert session.document.state.spec.layers[1].kind == "Relu"


def test_it_is_stepped_and_trained_like_any_other(view, window, qtbot):
    judged(view, qtbot, SWISH)
    use(view, qtbot)
    session = window.session
    qtbot.waitUntil(lambda: session.library.data is not None)
    session.debugger.open("batch")
    qtbot.waitUntil(lambda: session.debugger.is_open)
    events = [event for event in session.debugger.trace if event.name == "OwnSwish1"]
    assert {event.symbol for event in events} >= {"exp", "/", "×"}


def test_a_document_with_it_opens_without_running_anything_and_trains_without_a_window(view, window, qtbot, tmp_path):
    judged(view, qtbot, SWISH)
    use(view, qtbot)
    path = tmp_path / "own.safetensors"
    path.write_bytes(b"".join(pack(SavedDocument(window.session.document.state))))
    state = unpack(path.read_bytes()).state
    assert state.spec.layers[1].own.source == SWISH
    assert state.spec == window.session.document.state.spec
    done = subprocess.run(
        [sys.executable, "-m", "playground", "train", str(path), "--iterations", "3"],
        env=os.environ | {"PYTHONPATH": str(Path.cwd())},
        capture_output=True,
        text=True,
        timeout=PROCESS_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    trained = unpack(path.read_bytes()).state
    assert trained.checkpoint.iteration == 3
    assert trained.spec == state.spec


def test_the_exported_program_has_the_text_that_was_written(view, window, qtbot, tmp_path):
    judged(view, qtbot, SWISH)
    use(view, qtbot)
    spec = replace(window.session.document.state.spec, input_shape=(2,))
    run = Run(Network(spec), TrainingConfig(), 0, DATASETS["circle"]())
    EXPORTS["numpy"].write(tmp_path / "run.py", run)
    text = (tmp_path / "run.py").read_text()
    for line in SWISH.strip().splitlines():
        assert f"    {line}".rstrip() in text.splitlines() or not line
