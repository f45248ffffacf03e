"""From a number that a pass was given to what made it."""

from __future__ import annotations

import numpy as np
import pytest

from nn.inspection.element import Element
from nn.network import NetworkSpec


@pytest.fixture
def small(qtbot, session):
    """Give a session with a small network on points in the plane, after two iterations."""
    with qtbot.waitSignal(session.document.dataset_changed):
        session.editing.choose_dataset("circle")
    session.editing.edit_spec("Layers", NetworkSpec.mlp(2, (4,), 2))
    for _ in range(2):
        session.control.step_iteration()
        qtbot.waitUntil(lambda: not session.control.is_busy)
    return session


@pytest.fixture
def told(small):
    """Collect what the status bar is told."""
    sentences = []
    small.status.connect(sentences.append)
    return sentences


def arrive(small, qtbot, name, index):
    """Follow a name, and give the event at which the debugger stands then."""
    small.origins.follow(name, index)
    qtbot.waitUntil(lambda: small.debugger.stepped.iteration == 2)
    assert small.debugger.element == Element(name, index)
    return small.debugger.current


@pytest.mark.parametrize(("name", "index"), [("W1", (1, 2)), ("b2", (0,))])
@pytest.mark.parametrize("kind", ["batch", "sample"])
def test_a_parameter_leads_to_the_update_that_made_it(small, qtbot, name, index, kind):
    small.looking.type_sample([1.0, -0.5], [1])
    small.debugger.open(kind)
    before = np.array(small.debugger.trace[0].values[name])
    event = arrive(small, qtbot, name, index)
    assert event.phase == "update"
    np.testing.assert_allclose(event.outputs[name], before, rtol=1e-5)
    assert not np.array_equal(event.inputs[name], before), "it was another one before its update"


def test_looking_for_an_update_edits_nothing_and_goes_on_from_there(small, qtbot, told):
    """The way can be followed further back, up to its beginning."""
    small.debugger.open()
    state = small.document.state
    arrive(small, qtbot, "W1", (1, 2))
    assert small.looking.past is not None
    small.origins.follow("b1", (0,))
    qtbot.waitUntil(lambda: small.debugger.stepped.iteration == 1)
    assert "b1" in small.debugger.current.outputs
    small.debugger.restart()
    small.origins.follow("b1", (0,))
    assert "no update has made it yet" in told[-1]
    assert small.document.state is state


def test_what_no_update_has_made_yet_says_so(small, told):
    small.document.undo()
    small.document.undo()
    small.debugger.open()
    small.origins.follow("W1", (0, 0))
    assert "no update has made it yet" in told[-1]
    assert small.debugger.stepped.iteration == 1


def test_an_input_leads_to_its_row_of_the_data(small, told):
    small.debugger.open()
    rows = small.debugger.stepped.training_pass.rows
    small.origins.follow("x", (3, 1))
    assert small.looking.sample.origin == f"train {rows[3]}"
    np.testing.assert_allclose(small.looking.sample.x[0], small.debugger.trace[0].values["x"][3])
    assert str(rows[3]) in told[-1]


def test_a_computed_value_leads_to_its_step(small):
    small.debugger.open(cursor=-1)
    small.origins.follow("a1", (0, 0))
    assert "a1" in small.debugger.current.outputs
    assert small.debugger.element == Element("a1", (0, 0))
