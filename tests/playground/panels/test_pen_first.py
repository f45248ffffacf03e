"""What follows the hand comes first: a pen move in the whole window, with every panel."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from playground.panels.input.drawing.canvas import DigitCanvas

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def pen(window, qtbot):
    """Hold the pen on the canvas of the real window, in a drawing that has been read and shown."""
    window.session.looking.choose("mine")
    canvas = window.findChild(DigitCanvas, "digitCanvas")
    QTest.mousePress(canvas, LEFT, pos=QPoint(60, 40))
    QTest.mouseMove(canvas, QPoint(60, 80))
    qtbot.waitUntil(lambda: window.session.looking.example is not None)
    settle(window, qtbot)  # until all that follows is done
    yield lambda: QTest.mouseMove(canvas, QPoint(70, 120))
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(70, 120))


def settle(window, qtbot):
    """Wait until all that follows a change is done, on a slow machine, too."""
    qtbot.wait(600)
    while not window.frame_clock.is_at_rest:
        qtbot.waitUntil(lambda: window.frame_clock.is_at_rest)
        qtbot.wait(600)


def forwards(network, monkeypatch) -> list[object]:
    layer = next(iter(network.layers.values()))
    forward, seen = layer.forward, []
    monkeypatch.setattr(layer, "forward", lambda x, *a, **k: (seen.append(x), forward(x, *a, **k))[1])
    return seen


@pytest.mark.parametrize("name", ["mine", "shipped"])
def test_a_pen_move_goes_once_through_the_network_that_all_look_at(window, pen, qtbot, monkeypatch, name):
    looking = window.session.looking
    looking.choose(name)
    settle(window, qtbot)  # until the panels have followed
    passes, at_the_bars = forwards(looking.network, monkeypatch), []
    looking.prediction_changed.connect(lambda _: at_the_bars.append(len(passes)))
    with qtbot.waitSignal(looking.changed):
        pen()
    settle(window, qtbot)
    assert at_the_bars == [1]
    assert len(passes) == 1
