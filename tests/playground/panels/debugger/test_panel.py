"""The debugger's panel in the real window, by keys and mouse."""

from __future__ import annotations

import importlib
import re

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QAction, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QPushButton, QToolTip, QWidget

from nn.breakpoints import Breakpoint
from nn.inspection.element import Element
from nn.network import NetworkSpec
from playground.widgets.refreshing import bring_up_to_date

F9, F10, F11 = Qt.Key.Key_F9, Qt.Key.Key_F10, Qt.Key.Key_F11
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def small(window, qtbot):
    """Give the window with a small network on points in the plane, in front of the debugger."""
    session = window.session
    with qtbot.waitSignal(session.document.dataset_changed):
        session.editing.choose_dataset("circle")
    session.editing.edit_spec("Layers", NetworkSpec.mlp(2, (4,), 2))
    session.panel_requested.emit("debugger")
    qtbot.waitUntil(lambda: view_of(window).isVisible() and not view_of(window).visibleRegion().isEmpty())
    window.activateWindow()
    return window


def view_of(window):
    return window.findChild(QDockWidget, "debuggerDock").panel.view


def idle(qtbot, window):
    qtbot.waitUntil(lambda: not window.session.control.is_busy)


def press(qtbot, window, key, modifier=Qt.KeyboardModifier.NoModifier):
    """Press a key, and wait until the views show what followed."""
    QTest.keyClick(window, key, modifier)
    settle(qtbot, window)


def settle(qtbot, window):
    idle(qtbot, window)
    qtbot.waitUntil(lambda: stands_where_the_cursor_stands(window) and window.frame_clock.is_at_rest)


def stands_where_the_cursor_stands(window):
    debugger, place = window.session.debugger, view_of(window).place.text()
    return place.rpartition("· ")[2] == f"{debugger.cursor} / {len(debugger.trace)}"


def line_of(view, index):
    """Return the line of an event in the call tree."""
    lines = view.tree.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
    return next(line for line in lines if line.parent() and line.data(0, Qt.ItemDataRole.UserRole) == index)


def click_line(view, index):
    item = line_of(view, index)
    QApplication.processEvents()  # the tree may have come to the front just now
    view.tree.scrollToItem(item)
    QTest.mouseClick(view.tree.viewport(), Qt.MouseButton.LeftButton, pos=view.tree.visualItemRect(item).center())


def test_the_keys_of_a_code_editor_walk_through_the_pass(small, qtbot):
    debugger = small.session.debugger
    press(qtbot, small, F10)
    assert (debugger.is_open, debugger.cursor) == (True, 0)
    press(qtbot, small, F10)
    assert (debugger.current.name, debugger.current.depth) == ("Affine1", "layer")
    press(qtbot, small, F11)
    assert (debugger.current.name, debugger.current.depth) == ("Relu1", "node")
    press(qtbot, small, F11, SHIFT)
    assert (debugger.current.name, debugger.current.depth) == ("Relu1", "layer")
    press(qtbot, small, F11, SHIFT)
    assert (debugger.current.name, debugger.current.phase) == ("Affine2", "forward")
    press(qtbot, small, F11, CTRL)
    assert (debugger.current.name, debugger.current.depth) == ("Relu1", "layer")
    press(qtbot, small, F9, CTRL | SHIFT)
    assert debugger.cursor == 0
    assert view_of(small).scrubber.place == 0


def test_the_views_stand_where_the_cursor_stands(small, qtbot):
    view, debugger = view_of(small), small.session.debugger
    debugger.open()
    debugger.go(9)
    settle(qtbot, small)
    bring_up_to_date(view)  # of the calls, too, which stand behind a tab here
    assert view.tree.chosen_event == 8
    assert view.place.text() == f"1 · 9 / {len(debugger.trace)}"
    assert view.graph.moment.event is debugger.current
    assert view.matrices.event_shown is debugger.current


@pytest.mark.parametrize(
    "build",
    [
        "playground.panels.debugger.view.marked",
        "playground.panels.debugger.view.track_of",
        "playground.session.stepping.training_pass.estimate_memory",
        "playground.session.stepping.training_pass.record",
    ],
)
def test_nothing_of_a_pass_is_built_anew_when_only_the_cursor_moves(small, qtbot, monkeypatch, build):
    debugger, built = small.session.debugger, []
    debugger.open()
    settle(qtbot, small)
    module, _dot, name = build.rpartition(".")
    real = getattr(importlib.import_module(module), name)
    monkeypatch.setattr(build, lambda *args, **options: (built.append(args), real(*args, **options))[1])
    for _ in range(3):
        debugger.step_over()
        settle(qtbot, small)
    assert debugger.cursor > 3
    assert built == []
    small.session.editing.reset_weights(5)  # another pass is
    qtbot.waitUntil(lambda: built != [])


def test_the_memory_of_the_pass_is_told(small, qtbot):
    press(qtbot, small, F10)
    assert "MB of memory" in view_of(small).place.toolTip()


def dots_row(scrubber):
    """Give the colours of the row in which the dots of breakpoints are."""
    image = scrubber.grab().toImage()
    return [image.pixelColor(x, 10).name() for x in range(image.width())]


def test_f9_marks_the_place_in_the_tree_and_on_the_line(small, qtbot):
    view = view_of(small)
    press(qtbot, small, F10)
    press(qtbot, small, F10)
    bare = dots_row(view.scrubber)
    press(qtbot, small, F9)
    (breakpoint_,) = small.session.document.state.breakpoints
    assert breakpoint_ == Breakpoint.when("place", phase="forward", layer=0)
    qtbot.waitUntil(lambda: not line_of(view, 2).icon(0).isNull())
    dots = dots_row(view.scrubber)
    dotted = [x for x in range(len(dots)) if dots[x] != bare[x]]
    assert dotted[-1] - dotted[0] < 8, "there is one dot"
    assert abs(sum(dotted) / len(dotted) - view.scrubber.x_of(3)) < 2, "it is behind the event with the index 2"
    press(qtbot, small, F9)
    assert small.session.document.state.breakpoints == ()
    qtbot.waitUntil(lambda: line_of(view, 2).icon(0).isNull())
    assert dots_row(view.scrubber) == bare


def test_a_click_in_the_tree_goes_there(small, qtbot):
    view = view_of(small)
    press(qtbot, small, F10)
    view.stage.bring(view.tree)
    click_line(view, 5)
    settle(qtbot, small)
    assert small.session.debugger.cursor == 6


def test_run_to_here_means_the_line_with_the_keyboard(small, qtbot):
    view = view_of(small)
    press(qtbot, small, F10)
    view.stage.bring(view.tree)
    click_line(view, 2)
    view.tree.setFocus()
    QTest.keyClick(view.tree, Qt.Key.Key_Down)
    here = view.tree.chosen_event
    assert here not in (None, 2)
    assert small.session.debugger.cursor == 3
    press(qtbot, small, F10, CTRL)
    assert small.session.debugger.cursor == here + 1


def test_run_to_here_goes_to_what_makes_the_chosen_number(small, qtbot):
    press(qtbot, small, F10)
    small.session.debugger.set_element(Element("dW1", (0, 0)))
    press(qtbot, small, F10, CTRL)
    assert "dW1" in small.session.debugger.current.outputs


def test_the_line_is_dragged_and_has_keys(small, qtbot):
    view = view_of(small)
    press(qtbot, small, F10)
    scrubber, middle = view.scrubber, view.scrubber.height() - 10
    QTest.mousePress(scrubber, Qt.MouseButton.LeftButton, pos=QPoint(round(scrubber.x_of(3)), middle))
    QTest.mouseMove(scrubber, QPoint(round(scrubber.x_of(7)), middle))
    QTest.mouseRelease(scrubber, Qt.MouseButton.LeftButton, pos=QPoint(round(scrubber.x_of(7)), middle))
    settle(qtbot, small)
    assert small.session.debugger.cursor == 7
    for key, place in ((Qt.Key.Key_Right, 8), (Qt.Key.Key_Left, 7), (Qt.Key.Key_PageUp, 6), (Qt.Key.Key_Home, 0)):
        QTest.keyClick(scrubber, key)
        settle(qtbot, small)
        assert small.session.debugger.cursor == place


def test_a_step_while_training_runs_pauses_it_and_opens_the_next_iteration(small, qtbot):
    small.session.editing.edit_config("Epochs", epochs=5000)
    small.session.panel_requested.emit("network")
    small.session.control.train()
    qtbot.waitUntil(lambda: small.session.run.is_running)
    small.findChild(QAction, "actionStepOver").trigger()
    idle(qtbot, small)
    debugger = small.session.debugger
    qtbot.waitUntil(lambda: debugger.is_open)
    assert (debugger.stepped.kind, debugger.cursor) == ("batch", 0)
    assert debugger.stepped.training_pass.checkpoint is small.session.document.state.checkpoint
    qtbot.waitUntil(lambda: not view_of(small).visibleRegion().isEmpty())


def test_while_training_runs_no_old_number_is_shown(small, qtbot):
    view = view_of(small)
    small.session.editing.edit_config("Epochs", epochs=5000)
    press(qtbot, small, F10)
    assert view.stage.isVisible()
    small.session.control.train()
    qtbot.waitUntil(lambda: view.notice.isVisible())
    assert not view.stage.isVisible()
    assert not view.lines.isVisible()
    assert view.place.text() == ""
    QTest.mouseClick(view.findChild(QPushButton, "debugNoticeButton"), Qt.MouseButton.LeftButton)
    idle(qtbot, small)
    qtbot.waitUntil(lambda: view.stage.isVisible())


def test_a_stop_says_why_until_training_goes_on(small, qtbot):
    view = view_of(small)
    small.session.debugger.breakpoints.add(Breakpoint.when("misclassified"))
    small.session.control.train()
    idle(qtbot, small)
    qtbot.waitUntil(lambda: view.reason.isVisible())
    assert "iteration 1" in view.reason.text.text()
    assert "taken for" in view.reason.text.text()
    small.session.debugger.breakpoints.remove(0)
    small.session.control.step_iteration()
    qtbot.waitUntil(lambda: not view.reason.isVisible())


def test_an_edit_is_compared_with_the_pass_before_it(small, qtbot):
    view = view_of(small)
    press(qtbot, small, F10)
    assert not view.strip.isVisible()
    small.session.debugger.numbers.override("a1", (0, 0), 100.0)
    qtbot.waitUntil(view.strip.isVisible)
    before = small.session.debugger.stepped.earlier[-1].values["L"]
    assert f"Loss {before:.5g}"[:8] in view.strip.text.text()
    assert "Sample 0" in view.strip.text.text()
    small.session.document.undo()
    idle(qtbot, small)
    assert small.session.debugger.stepped.overrides == ()


def test_the_nudge_finds_the_gradient(small, qtbot):
    view = view_of(small)
    press(qtbot, small, F10)
    QTest.mouseClick(view.row.nudge, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(view.nudge.isVisible)
    assert not view.nudge.button.isEnabled()
    small.session.debugger.set_element(Element("dW2", (1, 0)))
    QTest.mouseClick(view.nudge.button, Qt.MouseButton.LeftButton)
    gradient = small.session.debugger.trace[-1].values["dW2"][1, 0]
    text = view.nudge.result.text()
    slope = float(re.search(r"/ 2h = (\S+),", text)[1].replace("\N{MINUS SIGN}", "-"))
    assert np.isclose(slope, gradient, rtol=1e-3)
    assert "dW2[1,0]" in text


def test_the_nudge_works_for_the_sample_shown_whenever_it_has_a_target(small, qtbot):
    view, looking = view_of(small), small.session.looking
    looking.type_sample(np.array([0.5, -0.25]), 1)
    small.session.debugger.choose("sample")
    view.row.nudge.click()
    small.session.debugger.set_element(Element("W2", (1, 0)))
    settle(qtbot, small)
    QTest.mouseClick(view.nudge.button, Qt.MouseButton.LeftButton)
    assert "dW2[1,0]" in view.nudge.result.text()
    looking.type_sample(np.array([0.5, -0.25]))
    settle(qtbot, small)
    assert not view.nudge.button.isEnabled()
    assert "Without a target" in view.nudge.result.text()


def test_small_and_large_every_view_can_be_reached(small, qtbot):
    view = view_of(small)
    press(qtbot, small, F10)
    view.stage.resize(500, 240)
    for part in (view.tree, view.graph, view.matrices):
        view.stage.bring(part)
        assert [each.isVisible() for each in (view.tree, view.graph, view.matrices)].count(True) == 1
        assert part.isVisible()
    view.stage.resize(1200, 800)
    assert all(part.isVisible() for part in (view.tree, view.graph, view.matrices))
    assert not view.stage.tabs.isVisible()


def test_what_went_wrong_is_found_and_the_search_can_be_cancelled(small, qtbot):
    debugger = small.session.debugger
    small.session.editing.edit_config("Learning rate", lr=1e4)
    small.session.editing.edit_config("Optimizer", optimizer="SGD")
    small.session.control.train()
    idle(qtbot, small)
    small.findChild(QAction, "actionFindFirstBad").trigger()
    qtbot.waitUntil(lambda: not debugger.travel.search.is_searching and debugger.cursor > 0)
    assert view_of(small).reason.isVisible()
    first = debugger.stepped.iteration
    assert first > 1
    small.findChild(QAction, "actionFindFirstBad").trigger()
    debugger.travel.cancel()
    assert small.findChild(QAction, "actionStepOver").isEnabled()
    assert debugger.stepped.iteration == first


def test_every_control_says_what_it_is(small, qtbot):
    view = view_of(small)
    press(qtbot, small, F10)
    for switch in (view.row.quiz, view.row.nudge):
        switch.click()
    small.session.debugger.numbers.override("a1", (0, 0), 100.0)
    settle(qtbot, small)
    view.stage.resize(1200, 800)
    controls = [w for w in view.findChildren(QWidget) if w.isVisible() and w.focusPolicy() != Qt.FocusPolicy.NoFocus]
    assert len(controls) > 15
    ours = [w for w in controls if not any(part.isAncestorOf(w) for part in (view.graph, view.matrices, view.lines))]
    assert [w for w in ours if not QAccessible.queryAccessibleInterface(w).text(QAccessible.Text.Name)] == []
    assert [w for w in ours if not w.toolTip()] == []


def tip_at(scrubber, place):
    """Give what is said on hover of a place."""
    where = QPoint(round(scrubber.x_of(place)), scrubber.height() - 10)
    QApplication.sendEvent(scrubber, QHelpEvent(QEvent.Type.ToolTip, where, scrubber.mapToGlobal(where)))
    text = QToolTip.text()
    QToolTip.hideText()
    return text


def test_another_language_is_spoken_at_once(small, qtbot):
    view = view_of(small)
    press(qtbot, small, F10)
    assert view.tree.topLevelItem(0).text(0) == "forward"
    try:
        small.findChild(QAction, "actionLanguageKo").trigger()
        qtbot.waitUntil(lambda: view.tree.topLevelItem(0).text(0) != "forward")
        settle(qtbot, small)
        assert tip_at(view.scrubber, 1).startswith(f"{view.tree.topLevelItem(0).text(0)}\n")
    finally:
        small.findChild(QAction, "actionLanguageEn").trigger()


@pytest.mark.parametrize("element", [Element("W1", (1, 20)), Element("dW1", (1, 20)), Element("a1", (0, 20))])
def test_a_number_that_the_next_network_does_not_have_is_no_error(small, qtbot, element):
    small.session.editing.edit_spec("Layers", NetworkSpec.mlp(2, (30,), 2))
    press(qtbot, small, F10)
    small.session.debugger.set_element(element)
    small.session.editing.edit_spec("Layers", NetworkSpec.mlp(2, (4,), 2))
    view_of(small).row.nudge.click()
    for _ in range(4):
        press(qtbot, small, F10)
    assert not view_of(small).nudge.button.isEnabled()
    assert "Choose a number" in view_of(small).nudge.result.text()


def test_the_graph_is_never_lower_than_it_needs_to_be(window, qtbot):
    """In 1366 x 768 the legend and a long explanation cut the bias off below the line."""
    window.resize(1340, 700)
    window.session.panel_requested.emit("debugger")
    qtbot.waitUntil(lambda: view_of(window).isVisible() and not view_of(window).visibleRegion().isEmpty())
    debugger = window.session.debugger
    debugger.choose("sample")
    debugger.open()
    window.session.looking.tell_target(3)
    graph = view_of(window).graph
    for cursor in (1, 10**6):
        debugger.go(cursor)
        settle(qtbot, window)
        QApplication.processEvents()
        assert graph.view.height() >= graph.view.minimumSizeHint().height()
        assert graph.height() >= graph.minimumSizeHint().height()
