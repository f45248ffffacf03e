"""When did something first hold: typed over the curves, answered by the past, and opened in the debugger there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from nn.replay import replay
from playground.panels.curves.panel import CurvesPanel
from playground.session.stepping.watch_reading import readings_at
from tests.playground.alive import alive
from tests.playground.sessions import train


@pytest.fixture
def session(qtbot, plane_session):
    train(qtbot, plane_session, epochs=40)
    return plane_session


@pytest.fixture
def panel(qtbot, session):
    panel = alive(qtbot, session, CurvesPanel(), 1200, 600)
    panel.findChild(QAction, "actionAskPast").trigger()
    return panel


def type_in(panel, text):
    entry = panel.findChild(QWidget, "askEntry")
    entry.selectAll()
    QTest.keyClicks(entry, text)
    QTest.keyClick(entry, Qt.Key.Key_Return)


def ask(qtbot, session, panel, text):
    type_in(panel, text)
    qtbot.waitUntil(lambda: not session.past.asking.is_busy)
    QApplication.processEvents()


def told(panel) -> str:
    return panel.findChild(QWidget, "askTold").text()


def press(panel, name):
    QTest.mouseClick(panel.findChild(QWidget, name), Qt.MouseButton.LeftButton)


def read(session, text, iteration):
    """Return what a watch says in the pass of an iteration, found by itself."""
    way = session.timeline.way
    start = way.before(iteration - 1)
    return readings_at(type(start)(replay(start, iteration - 1), start.spec, start.config, start.data), (text,))[text]


def a_wall(session, text) -> float:
    """Return a number that is passed somewhere in the middle of the run."""
    last = session.run.iteration
    return (read(session, text, 1).number + read(session, text, last).number) / 2


def test_the_first_iteration_is_exact_and_all_panels_and_the_debugger_go_there(session, panel, qtbot):
    wall, before = a_wall(session, "max(abs(W2))"), session.document.state
    ask(qtbot, session, panel, f"max(abs(W2)) > {wall!r}")
    first = session.past.first_time.iteration
    assert read(session, "max(abs(W2))", first).number > wall
    assert all(read(session, "max(abs(W2))", each).number <= wall for each in range(1, first))
    assert f"First in iteration {first:,}." in told(panel)
    assert f"max(abs(W2)) = {read(session, 'max(abs(W2))', first).number:.6g}" in told(panel)
    press(panel, "askStep")
    qtbot.waitUntil(lambda: not session.past.playhead.is_replaying)
    debugger = session.debugger
    assert (session.past.playhead.position, session.looking.subject.moment.updates) == (first - 1, first - 1)
    assert (debugger.is_open, debugger.stepped.kind, debugger.stepped.iteration) == (True, "batch", first)
    assert debugger.cursor == 0  # a weight is given: the update before has made it
    assert abs(debugger.trace[-1].values["x"].shape[0]) == len(debugger.stepped.training_pass.rows)
    assert session.document.state is before
    assert not session.document.can_redo


def test_what_a_pass_makes_is_opened_where_it_is_made(session, panel, qtbot):
    wall = a_wall(session, "L")
    ask(qtbot, session, panel, f"loss < {wall!r}")
    stops = []
    session.debugger.stopped.connect(stops.append)
    press(panel, "askStep")
    qtbot.waitUntil(lambda: bool(stops))
    event = session.debugger.current
    assert "L" in event.outputs
    assert float(event.outputs["L"]) < wall
    at = session.past.first_time.iteration
    assert float(event.outputs["L"]) == pytest.approx(read(session, "L", at).number, rel=1e-6)


def test_giving_up_keeps_what_was_covered_and_enter_looks_on(session, panel, qtbot):
    session.editing.edit_config("epochs", epochs=1000)
    train(qtbot, session, epochs=1000)
    type_in(panel, "mean(a1) > 1000")
    qtbot.waitUntil(lambda: session.past.first_time.known.covered > 30)
    press(panel, "askEnd")
    covered = session.past.first_time.known.covered
    assert not session.past.asking.is_busy
    assert covered < session.run.iteration
    assert told(panel) == f"Given up: not before iteration {covered + 1:,}. Enter looks on."
    seen = []
    session.past.asking.found.connect(seen.extend)
    ask(qtbot, session, panel, "mean(a1) > 1000")
    assert min(found.iteration for found in seen if not found.is_kept) == covered + 1
    assert told(panel) == f"It held in none of the iterations 1 to {session.run.iteration:,}."
    press(panel, "askEnd")
    assert session.past.first_time.question is None


def test_what_stays_true_is_looked_for_between_two_kept_moments(session, panel, qtbot):
    train(qtbot, session, epochs=600)
    wall = a_wall(session, "norm(W1)")
    text = f"norm(W1) {'>' if read(session, 'norm(W1)', session.run.iteration).number > wall else '<'} {wall!r}"
    entry = panel.findChild(QWidget, "askEntry")
    QTest.keyClicks(entry, "norm(W1)")
    assert not panel.findChild(QWidget, "askStays").isVisible()
    entry.selectAll()
    QTest.keyClicks(entry, text)
    assert panel.findChild(QWidget, "askStays").isVisible()
    ask(qtbot, session, panel, text)
    exact, passes = session.past.first_time.iteration, []
    session.past.first_time.forget()
    session.past.asking.found.connect(passes.extend)
    panel.findChild(QWidget, "askStays").setChecked(True)
    ask(qtbot, session, panel, text)
    assert session.past.first_time.iteration == exact
    assert len(passes) < exact / 4
    assert "If it stays true" in told(panel)


def test_stepping_goes_on_and_back_through_the_past_and_edits_nothing(session, panel, qtbot):
    before = session.document.state
    ask(qtbot, session, panel, "iteration >= 20")
    press(panel, "askStep")
    qtbot.waitUntil(lambda: not session.past.playhead.is_replaying)
    debugger = session.debugger
    assert debugger.stepped.iteration == 20
    debugger.step_back()
    qtbot.waitUntil(lambda: not session.past.playhead.is_replaying)
    assert (debugger.stepped.iteration, debugger.cursor) == (19, len(debugger.trace))
    assert session.looking.subject.moment.updates == 18
    for _ in range(2):
        debugger.go(len(debugger.trace))
        debugger.step_over()
        qtbot.waitUntil(lambda: not session.past.playhead.is_replaying)
    assert (debugger.stepped.iteration, debugger.cursor) == (21, 0)
    assert session.document.state is before
    assert not debugger.stepped.can_be_changed
    session.past.playhead.to_now()
    assert debugger.stepped.iteration == session.run.iteration + 1
    assert debugger.stepped.can_be_changed


def test_stepping_back_across_an_edit_of_the_layers_leads_into_the_past(session, panel, qtbot):
    last, spec = session.run.iteration, session.document.state.spec
    session.architecture.add_neuron(0)
    qtbot.waitUntil(lambda: session.document.state.spec != spec)
    before, debugger = session.document.state, session.debugger
    debugger.open()
    assert debugger.stepped.iteration == last + 1
    debugger.step_back()
    qtbot.waitUntil(lambda: not session.past.playhead.is_replaying)
    assert (debugger.stepped.iteration, debugger.stepped.spec) == (last, spec)
    assert debugger.cursor == len(debugger.trace)
    assert session.looking.is_past
    debugger.step_over()
    qtbot.waitUntil(lambda: not session.looking.is_past)
    assert debugger.stepped.iteration == last + 1
    assert debugger.stepped.spec == before.spec
    assert session.document.state is before


def test_what_is_no_condition_of_this_network_is_said(session, panel, qtbot):
    ask(qtbot, session, panel, "max(W9) > 1")
    assert "There is no W9" in told(panel)
    assert session.past.first_time.question is None
