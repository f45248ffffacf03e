"""Branches in the Runs dock and in the curves: a tree, a switch, the difference from the parent, the fork."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from playground.panels.curves.panel import CurvesPanel
from playground.panels.curves.readout import CurveReadout
from playground.panels.runs.panel import RunsPanel
from playground.panels.runs.run_model import APART, FORK, PAST, RUN
from playground.widgets.refreshing import bring_up_to_date
from tests.playground.panels.runs.test_panel import action, cell, session, shown, text, train

assert session  # a fixture


@pytest.fixture
def tree(qtbot, session):
    """Give a session with a run, and two branches that left it; the first of them is the current one."""
    train(qtbot, session, lr=0.1, batch_size=5)
    playhead = session.past.playhead
    for iteration, lr in ((20, 0.2), (8, 0.3)):
        session.branches.switch(1)
        playhead.go(iteration)
        qtbot.waitUntil(lambda at=iteration: not playhead.is_replaying and playhead.shown == at)
        playhead.go_on_from_here()
        train(qtbot, session, lr=lr)
    session.branches.switch(2)
    return session


def swatch_widths(panel):
    icons = [cell(panel, row, RUN).data(Qt.ItemDataRole.DecorationRole) for row in range(3)]
    return [icon.availableSizes()[0].width() for icon in icons]


def test_branches_stand_below_what_they_left_with_what_was_changed(qtbot, tree):
    panel = shown(qtbot, tree, RunsPanel)
    rows = [[text(panel, row, column) for column in (RUN, FORK)] for row in range(3)]
    assert rows == [
        ["Run 1", ""],
        ["Run 3", "after 8 · Learning rate 0.3"],
        ["Run 2 (now)", "after 20 · Learning rate 0.2"],
    ]
    widths = [
        cell(panel, row, RUN).data(Qt.ItemDataRole.DecorationRole).availableSizes()[0].width() for row in range(3)
    ]
    assert widths[1] == widths[2] > widths[0]
    panel.view.table.sortByColumn(APART, Qt.SortOrder.AscendingOrder)
    widths = {
        cell(panel, row, RUN).data(Qt.ItemDataRole.DecorationRole).availableSizes()[0].width() for row in range(3)
    }
    assert len(widths) == 1, "a sorted table is no tree"


def test_without_branches_the_table_is_as_it_was(qtbot, session):
    train(qtbot, session, lr=0.1)
    panel = shown(qtbot, session, RunsPanel)
    assert panel.view.table.isColumnHidden(FORK)
    assert not button_of(panel, "actionSwitchToRun").isVisible()


def button_of(panel, name):
    wanted = action(panel, name)
    return next(each for each in panel.findChildren(QToolButton) if each.defaultAction() is wanted)


def double_click(panel, row, column):
    table = panel.view.table
    at = table.visualRect(cell(panel, row, column)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at))


def test_a_double_click_and_ctrl_enter_switch(qtbot, tree):
    panel = shown(qtbot, tree, RunsPanel)
    double_click(panel, 1, FORK)
    assert tree.document.state.run_label.number == 3
    bring_up_to_date(panel)
    assert text(panel, 1, RUN) == "Run 3 (now)"
    table = panel.view.table
    table.setCurrentIndex(cell(panel, 0, RUN))
    QTest.keyClick(table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert tree.document.state.run_label.number == 1
    table.choose({2})
    action(panel, "actionSwitchToRun").trigger()
    assert tree.document.state.run_label.number == 2
    table.choose({2})
    bring_up_to_date(panel)
    assert not action(panel, "actionSwitchToRun").isEnabled()


def test_one_click_shows_how_far_a_branch_is_from_what_it_left(qtbot, tree):
    tree.looking.show_row(0)
    panel = shown(qtbot, tree, RunsPanel)
    panel.view.table.choose({1})
    assert not action(panel, "actionCompareWithParent").isEnabled()
    panel.view.table.choose({3})
    action(panel, "actionCompareWithParent").trigger()
    assert (tree.looking.subject.name, tree.comparison.choice, tree.comparison.face) == ("run 3", "run 1", "difference")
    assert abs(tree.comparison.difference.params["W1"]).max() > 0


def test_the_past_is_told_and_compacted_from_the_menu(qtbot, tree):
    panel = shown(qtbot, tree, RunsPanel)
    assert text(panel, 0, PAST).endswith("kB")
    assert "moments" in cell(panel, 0, PAST).data(Qt.ItemDataRole.ToolTipRole)
    panel.view.table.choose({1})
    action(panel, "actionForgetRunPast").trigger()
    bring_up_to_date(panel)
    assert text(panel, 0, PAST) == "–"
    assert not action(panel, "actionForgetRunPast").isEnabled()


def said_at(curves, iteration):
    curves.plot.view.pointed_at.emit(float(iteration))
    return curves.findChild(CurveReadout).text()


def test_both_futures_are_drawn_from_the_fork_on_and_read_together(qtbot, tree):
    curves = shown(qtbot, tree, CurvesPanel)
    bring_up_to_date(curves)
    shared = {run.name: run.shared for run in curves.plot.beside}
    assert shared == {"Run 1": 20, "Run 3": 8}
    assert "Run 1" not in said_at(curves, 15)
    assert "Run 3" in said_at(curves, 15)
    assert "parted from: Run 1" in said_at(curves, 20)
    assert all(name in said_at(curves, 30) for name in ("Run 1", "Run 3", "Smoothed"))
    tree.branches.switch(1)
    bring_up_to_date(curves)
    assert {run.name: run.shared for run in curves.plot.beside} == {"Run 2": 20, "Run 3": 8}
    for iteration in (30, 5):  # the first of these branches is left untouched: no run is kept, or goes, by the second
        tree.past.playhead.go(iteration)
        qtbot.waitUntil(lambda at=iteration: not tree.past.playhead.is_replaying and tree.past.playhead.shown == at)
        tree.past.playhead.go_on_from_here()
    bring_up_to_date(curves)
    assert {run.name: run.shared for run in curves.plot.beside} == {"Run 1": 5, "Run 2": 5, "Run 3": 5}
