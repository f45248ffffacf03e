"""A drawn digit goes all the way in the debugger: softmax, its class, the loss, the way back, one update."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from playground.panels.debugger.panel import DebuggerPanel
from playground.session.looking.example import Example
from playground.widgets.refreshing import bring_up_to_date

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def drawn(session):
    """A session that looks at a drawn digit with the shipped network, as on a first start."""
    session.looking.choose("shipped")
    pixels = (session.library.data.x_test[18].reshape(-1) / 255).astype(np.float32)
    pixels.flags.writeable = False
    session.looking.show_example(Example(pixels, None, "drawn"))
    return session


@pytest.fixture
def panel(qtbot, drawn):
    made = DebuggerPanel()
    qtbot.addWidget(made)
    list(made.attach(drawn))  # to its end, in one turn
    made.resize(900, 700)
    made.show()
    drawn.debugger.begin()
    drawn.debugger.go(len(drawn.debugger.trace))
    bring_up_to_date(made)
    return made


def names(debugger) -> list[str]:
    return [f"{event.phase} {event.name}" for event in debugger.trace if event.depth == "layer"]


def test_the_pass_of_the_network_that_is_looked_at_ends_with_what_it_says(panel, drawn):
    debugger = drawn.debugger
    assert debugger.stepped.spec is drawn.library.shipped.spec
    assert names(debugger)[-1] == "loss SoftmaxWithLoss"
    assert set(debugger.current.outputs) == {"y"}
    np.testing.assert_allclose(debugger.current.outputs["y"][0], drawn.looking.prediction.outputs, rtol=1e-5)


def test_its_class_leads_on_to_the_loss_and_back(panel, drawn, qtbot):
    debugger = drawn.debugger
    qtbot.mouseClick(panel.findChild(QToolButton, "target3"), LEFT)
    assert drawn.looking.example.label == 3
    assert "L" in debugger.current.outputs
    assert names(debugger)[-1] == "backward Convolution1"
    bring_up_to_date(panel)
    assert not panel.findChild(QToolButton, "target3").isVisible()


def test_at_the_end_of_the_way_back_ones_own_network_is_trained_on_it_once(panel, drawn, qtbot):
    drawn.looking.tell_target(3)
    drawn.debugger.go(len(drawn.debugger.trace))
    bring_up_to_date(panel)
    qtbot.mouseClick(panel.findChild(QPushButton, "trainOnSample"), LEFT)
    assert drawn.document.state.checkpoint.iteration == 1
    assert drawn.looking.subject.is_yours_now
    assert drawn.debugger.stepped.kind == "sample"


def test_stepping_on_at_the_end_says_what_is_missing(panel, drawn):
    said: list[str] = []
    drawn.debugger.status.connect(said.append)
    drawn.debugger.step_over()
    assert "without a target" in said[-1]


def test_another_network_is_looked_at_from_the_same_place_of_the_pass(panel, drawn, qtbot):
    debugger, dense = drawn.debugger, drawn.document.state.spec
    for spec, cursor in ((drawn.library.shipped.spec, 3), (dense, 0)):  # as far as both go alike
        drawn.editing.edit_spec("another", spec)
        qtbot.waitUntil(lambda spec=spec: drawn.live.network.spec == spec)
        drawn.looking.choose("shipped")
        debugger.go(3)
        drawn.looking.choose("mine")
        assert debugger.stepped.kind == "sample"
        assert (debugger.cursor, debugger.stepped.spec) == (cursor, spec)


def test_the_next_batch_is_that_of_ones_own_network(panel, drawn):
    drawn.debugger.choose("batch")
    assert (drawn.looking.subject.name, drawn.debugger.stepped.kind) == ("mine", "batch")
    drawn.looking.choose("shipped")
    assert (drawn.debugger.stepped.kind, drawn.debugger.cursor) == ("sample", 0)
