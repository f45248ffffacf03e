"""The code beside the graph: coloured, the line of the step lit and in sight, and where a person wants it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from playground.panels.debugger.listing.pane import ListingPane
from playground.panels.debugger.telling.told import ToldStep


@pytest.fixture
def pane(qtbot, small):
    widget = ListingPane(small, ToldStep(small, small))
    qtbot.addWidget(widget)
    widget.resize(420, 150)
    widget.show()
    return widget


def test_the_line_of_each_step_is_lit_and_in_sight(pane, small):
    debugger = small.debugger
    for event in debugger.trace:
        debugger.run_to(event.index)
        assert pane.code.lit
        bar = pane.code.verticalScrollBar()
        last = pane.code.lit[-1]
        assert bar.value() <= last <= bar.value() + bar.pageStep()
    relu = next(event for event in debugger.trace if event.formula == "z1 = 0 if mask_z1 else a1")
    debugger.run_to(relu.index)
    assert [line.strip() for line in pane.code.lit_texts()] == ["out[self.mask] = 0"]
    debugger.go(0)
    assert not pane.code.lit  # nothing has happened


def test_the_form_of_the_update_is_that_of_the_code(pane, small):
    small.debugger.go(len(small.debugger.trace))
    assert "self.m[key] =" in pane.code.toPlainText()
    small.debugger.stepped.set_form("elementary")
    assert "self.M[key] =" in pane.code.toPlainText()


def test_its_place_is_remembered(pane, small, qtbot):
    asked = []
    pane.placed.connect(lambda: asked.append(pane.is_wanted_beside))
    qtbot.mouseClick(pane.findChild(QToolButton, "debugCodeBeside"), Qt.MouseButton.LeftButton)
    assert asked == [False]
    again = ListingPane(small, ToldStep(small, small))
    qtbot.addWidget(again)
    assert not again.is_wanted_beside
