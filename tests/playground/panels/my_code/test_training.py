"""A person's own network in training, in the real window: with the mouse, from consent to its answer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QWidget

from nn.datasets import load_mnist
from playground.panels.my_code.panel import MyCodePanel
from playground.session.document.code import Code
from playground.session.document.file import pack, unpack
from playground.session.document.first import new_document
from playground.session.document.saved import SavedDocument
from playground.session.looking.example import Example
from playground.session.own_code.training.settings import Settings
from playground.session.own_code.training.stage import Stage
from playground.widgets.fields.quiet_fields import ChoiceBox
from playground.widgets.refreshing import bring_up_to_date
from tests.patience import PROCESS_S

SOLUTIONS = Path(__file__).parents[2] / "lessons" / "own_code" / "solutions"
WAIT_MS = 1000 * PROCESS_S


@pytest.fixture
def view(window, qtbot):
    window.session.panel_requested.emit("my_code")
    panel = window.findChild(MyCodePanel)
    qtbot.waitUntil(lambda: panel.view is not None and not panel.visibleRegion().isEmpty())
    return panel.view.findChild(QWidget, "ownTraining")


def press(view, name):
    QTest.mouseClick(view.window().findChild(QPushButton, name), Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def text_of(view, name):
    return view.findChild(QLabel, name).text()


def test_a_network_is_allowed_trained_paused_asked_and_stopped(view, window, qtbot):
    session = window.session
    assert not view.isVisibleTo(window), "without anything to train there is nothing to press"
    session.own_code.source.begin((SOLUTIONS / "TwoLayerNet.txt").read_text(encoding="utf-8"))
    qtbot.waitUntil(view.findChild(QPushButton, "ownTrain").isVisible)
    assert view.findChild(ChoiceBox, "ownNetwork").value() == "TwoLayerNet"
    training = session.own_code.training
    press(view, "ownTrain")
    assert training.stage is Stage.NONE, "it asks first"
    press(view, "codeAllow")
    qtbot.waitUntil(lambda: training.course.iteration > 50, timeout=WAIT_MS)
    _, (x, _) = load_mnist()
    session.looking.show_example(Example(x[0]))
    qtbot.waitUntil(lambda: "%" in text_of(view, "ownAnswer"), timeout=WAIT_MS)
    press(view, "ownPause")
    qtbot.waitUntil(lambda: "Paused" in text_of(view, "ownState"), timeout=WAIT_MS)
    press(view, "ownTrain")
    assert training.stage is Stage.TRAINING
    qtbot.waitUntil(lambda: training.course.iteration > 650 and bool(training.course.parameters), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: "39,760" in text_of(view, "ownKept"), timeout=WAIT_MS)
    press(view, "ownStop")
    qtbot.waitUntil(lambda: text_of(view, "ownState") == "Stopped.", timeout=WAIT_MS)
    assert "The document keeps the code" in text_of(view, "ownKept")
    session.looking.show_example(Example(x[1]))
    qtbot.waitUntil(lambda: "Your network reads your digit: 2" in text_of(view, "ownAnswer"), timeout=WAIT_MS)
    assert "A new process has the parameters" in text_of(view, "ownState")
    press(view, "ownStop")
    session.own_code.source.write("x = 1")
    qtbot.waitUntil(lambda: "changed since" in text_of(view, "ownState"), timeout=WAIT_MS)
    assert view.isVisibleTo(window), "what was trained stays in sight"


def test_a_failure_is_said_where_one_looks(view, window, qtbot):
    session = window.session
    text = (SOLUTIONS / "TwoLayerNet.txt").read_text(encoding="utf-8")
    session.own_code.source.begin(text.replace("dout = self.last_layer.backward(1)", "dout = self.lost.backward(1)"))
    session.own_code.source.allow()
    qtbot.waitUntil(view.findChild(QPushButton, "ownTrain").isVisible)
    press(view, "ownTrain")
    qtbot.waitUntil(lambda: "AttributeError" in text_of(view, "ownState"), timeout=WAIT_MS)
    assert text_of(view, "ownState").startswith("Line ")


def test_a_training_from_a_document_is_shown_and_taken_up_when_its_code_is_allowed(view, window, qtbot):
    session = window.session
    session.own_code.source.begin((SOLUTIONS / "TwoLayerNet.txt").read_text(encoding="utf-8"))
    session.own_code.source.allow()
    session.own_code.training.start(Settings("TwoLayerNet", epochs=1))
    qtbot.waitUntil(lambda: session.document.state.code_training is not None, timeout=WAIT_MS)
    content = b"".join(pack(SavedDocument(session.document.state)))
    session.document.begin(new_document())
    state = unpack(content).state
    other = replace(state.code, text=state.code.text + "\n# another hash\n", is_foreign=True)
    state = replace(state, code=Code("x = 1"), code_training=replace(state.code_training, code=other))
    session.document.begin(state)
    qtbot.waitUntil(lambda: "came with the document" in text_of(view, "ownState"), timeout=WAIT_MS)
    assert "iteration 600 of 600" in view.findChild(QWidget, "ownFigures").text()
    assert view.curve.line.vertices == 300
    _, (x, _) = load_mnist()
    session.looking.show_example(Example(x[0]))
    qtbot.waitUntil(lambda: "take it up again" in text_of(view, "ownAnswer"), timeout=WAIT_MS)
    press(view, "ownTakeUp")
    assert session.own_code.source.code == other, "what is asked for can be read"
    assert session.own_code.training.stage is Stage.KEPT
    press(view, "codeAllow")
    qtbot.waitUntil(lambda: "reads your digit: 7" in text_of(view, "ownAnswer"), timeout=WAIT_MS)
    press(view, "ownTrain")
    qtbot.waitUntil(lambda: session.own_code.training.course.iteration > 600, timeout=WAIT_MS)


def test_what_a_training_prints_has_a_pane(view, window, qtbot):
    session = window.session
    text = (SOLUTIONS / "TwoLayerNet.txt").read_text(encoding="utf-8")
    session.own_code.source.begin(
        text.replace(
            "    def gradient(self, x, t):\n", "    def gradient(self, x, t):\n        print('here', len(x))\n"
        )
    )
    session.own_code.source.allow()
    pane = view.window().findChild(QPlainTextEdit, "codePrints")
    panel = window.findChild(MyCodePanel)
    assert not pane.isVisibleTo(panel)
    qtbot.waitUntil(view.findChild(QPushButton, "ownTrain").isVisible)
    press(view, "ownTrain")
    qtbot.waitUntil(lambda: pane.isVisibleTo(panel), timeout=WAIT_MS)

    def shows_lines():
        bring_up_to_date(pane.parentWidget())  # it lies below the foot of a small window
        return "here 100\nhere 100" in pane.toPlainText()

    qtbot.waitUntil(shows_lines, timeout=WAIT_MS)


def test_who_pressed_train_with_the_keyboard_can_pause_with_it(view, window, qtbot):
    session = window.session
    session.own_code.source.begin((SOLUTIONS / "TwoLayerNet.txt").read_text(encoding="utf-8"))
    session.own_code.source.allow()
    train, pause = (view.findChild(QPushButton, name) for name in ("ownTrain", "ownPause"))
    qtbot.waitUntil(train.isVisible)
    window.activateWindow()
    train.setFocus()
    QTest.keyClick(train, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: session.own_code.training.stage is Stage.TRAINING, timeout=WAIT_MS)
    qtbot.waitUntil(pause.hasFocus)
    QTest.keyClick(pause, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: session.own_code.training.stage is Stage.PAUSED, timeout=WAIT_MS)
    qtbot.waitUntil(train.hasFocus)
    session.own_code.training.stop()


def test_a_training_that_is_over_leaves_the_room_to_another_program(view, window, qtbot):
    session = window.session
    own, training = session.own_code.source, session.own_code.training
    own.begin((SOLUTIONS / "TwoLayerNet.txt").read_text(encoding="utf-8"), "net.py")
    own.allow()
    training.start(Settings("TwoLayerNet", epochs=1))
    qtbot.waitUntil(lambda: training.course.iteration > 5, timeout=WAIT_MS)
    figures = view.findChild(QLabel, "ownFigures")
    own.begin("class SGD:\n    def update(self, params, grads):\n        pass\n", "sgd.py")
    assert figures.isVisible(), "it learns on"
    training.stop()
    qtbot.waitUntil(lambda: not training.is_alive, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not figures.isVisible())
    own.begin((SOLUTIONS / "TwoLayerNet.txt").read_text(encoding="utf-8"), "net.py")
    qtbot.waitUntil(figures.isVisible)
