"""What follows the hand comes first: a pen move in the whole window, with every panel."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from playground.panels.input.drawing.canvas import DigitCanvas

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def pen(window, qtbot):
    """Hold the pen on the canvas of the real window, in a drawing that has been read and shown."""
    window.session.looking.set_recogniser("mine")
    canvas = window.findChild(DigitCanvas, "digitCanvas")
    QTest.mousePress(canvas, LEFT, pos=QPoint(60, 40))
    QTest.mouseMove(canvas, QPoint(60, 80))
    qtbot.waitUntil(lambda: window.session.looking.example is not None)
    qtbot.wait(600)  # until all that follows is done
    yield lambda: QTest.mouseMove(canvas, QPoint(70, 120))
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(70, 120))


def forwards(network, monkeypatch) -> list[object]:
    layer = next(iter(network.layers.values()))
    forward, seen = layer.forward, []
    monkeypatch.setattr(layer, "forward", lambda x, *a, **k: (seen.append(x), forward(x, *a, **k))[1])
    return seen


def test_a_pen_move_goes_once_through_the_network(window, pen, qtbot, monkeypatch):
    passes = forwards(window.session.live.network, monkeypatch)
    with qtbot.waitSignal(window.session.looking.changed):
        pen()
    qtbot.wait(600)
    assert len(passes) == 1


def test_nobody_looks_at_the_new_sample_before_the_bars(window, pen, qtbot, monkeypatch):
    """With the shipped network's answer in the bars, whoever looks at the document's own sends the digit through it."""
    looking = window.session.looking
    looking.set_recogniser("shipped")
    QApplication.processEvents()
    passes, before = forwards(looking.network, monkeypatch), []
    looking.prediction_changed.connect(lambda _: before.append(len(passes)))
    with qtbot.waitSignal(looking.changed):
        pen()
    qtbot.wait(600)
    assert before == [0]
    assert len(passes) == 1
