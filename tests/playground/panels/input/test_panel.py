"""The input panel as a whole: it follows the data, and what was there comes back with them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from playground.panels.input.drawing.canvas import DigitCanvas
from playground.panels.input.plane.decision_surface import DecisionSurface
from playground.startup.tour import THREE, stroke


def choose(qtbot, session, name, **options):
    with qtbot.waitSignal(session.document.dataset_changed):
        session.editing.choose_dataset(name, **options)


def is_seen(panel, kind) -> bool:
    found = panel.findChild(kind)
    return found is not None and found.isVisible()


def test_points_bring_the_plane_and_undo_brings_the_drawing_back(panel, session, qtbot):
    canvas = panel.findChild(DigitCanvas)
    stroke(canvas, THREE)
    drawn = canvas.strokes()
    assert panel.findChild(DecisionSurface) is None, "built though nobody has seen points yet"
    choose(qtbot, session, "spiral")
    assert is_seen(panel, DecisionSurface)
    assert not canvas.isVisible()

    session.document.undo()
    qtbot.waitUntil(canvas.isVisible)
    assert not is_seen(panel, DecisionSurface)
    assert canvas.strokes() == drawn


def test_the_keyboard_stays_in_the_panel_when_the_data_change(panel, session, qtbot):
    panel.findChild(DigitCanvas).setFocus()
    choose(qtbot, session, "xor")
    surface = panel.findChild(DecisionSurface)
    assert QApplication.focusWidget() is surface
    QTest.keyClick(surface, Qt.Key.Key_Right)
    QTest.keyClick(surface, Qt.Key.Key_Return)
    assert session.looking.sample.origin == "typed"
    session.document.undo()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is panel.findChild(DigitCanvas))
