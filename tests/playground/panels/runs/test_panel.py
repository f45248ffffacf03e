"""The Runs dock with a real session that really trains."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from playground.panels.curves.panel import CurvesPanel
from playground.panels.runs.panel import RunsPanel
from playground.panels.runs.run_model import APART, BEST, NOTE, RUN, TIME
from playground.widgets.look.colors import chart_colors
from playground.widgets.look.run_colors import run_color
from tests.playground.alive import alive


@pytest.fixture
def session(plane_session):
    return plane_session


def shown(qtbot, session, kind):
    return alive(qtbot, session, kind(), 900, 300)


@pytest.fixture
def panel(qtbot, session):
    return shown(qtbot, session, RunsPanel)


def train(qtbot, session, **changes):
    session.editing.edit_config("how", epochs=2, **changes)
    count = len(session.document.state.history)
    session.control.train()
    qtbot.waitUntil(lambda: len(session.document.state.history) > count and not session.control.is_busy)


def two_runs(qtbot, session):
    train(qtbot, session, lr=0.1)
    session.editing.reset_weights()
    train(qtbot, session, lr=0.2)


def cell(panel, row, column):
    model = panel.view.table.model()
    return model.index(row, column)


def text(panel, row, column):
    return cell(panel, row, column).data()


def action(panel, name):
    return next(each for each in panel.view.actions() if each.objectName() == name)


def write_with_f2(table, text):
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QLineEdit)
    editor.setText(text)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def test_nothing_is_built_before_it_is_seen(qtbot, session):
    panel = RunsPanel()
    qtbot.addWidget(panel)
    list(panel.attach(session))
    assert panel.is_ready
    assert panel.view is None
    panel.show()
    assert panel.view is not None


def test_the_current_run_stands_above_those_before_with_what_differs(qtbot, session, panel):
    assert panel.view.findChild(QPushButton, "trainFromRuns").isVisible()
    two_runs(qtbot, session)
    assert (text(panel, 0, RUN), text(panel, 1, RUN)) == ("Run 2 (now)", "Run 1")
    assert "0.2" in text(panel, 0, APART)
    assert "0.1" in text(panel, 1, APART)
    assert text(panel, 0, BEST).endswith("%")
    assert text(panel, 1, TIME).endswith("s")


def test_a_swatch_is_the_colour_in_which_the_run_is_drawn(qtbot, session, panel):
    two_runs(qtbot, session)
    swatches = [cell(panel, row, RUN).data(Qt.ItemDataRole.DecorationRole) for row in (0, 1)]
    colors = [swatch.pixmap(12, 12).toImage().pixelColor(6, 6) for swatch in swatches]
    assert colors == [chart_colors(panel.palette()).network, run_color(session.runs.label(1).color, dark=False)]


def test_runs_of_the_same_settings_say_so(qtbot, session, panel):
    train(qtbot, session)
    assert text(panel, 0, APART) == ""
    session.editing.reset_weights()
    train(qtbot, session)
    panel.view.refresh()
    assert [text(panel, row, APART) for row in (0, 1)] == ["the same settings"] * 2


def test_a_run_is_renamed_in_its_cell_and_found_by_its_name(qtbot, session, panel):
    two_runs(qtbot, session)
    table = panel.view.table
    table.setCurrentIndex(cell(panel, 1, RUN))
    table.rename()
    editor = table.findChild(QLineEdit)
    editor.setText("slow")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.runs.label(1).name == "slow")
    panel.view.findChild(QLineEdit, "filterRuns").setText("SLO")
    assert [text(panel, row, RUN) for row in range(table.model().rowCount())] == ["slow"]
    session.document.undo()
    assert session.runs.label(1).name == ""


def test_a_tick_draws_the_curves_of_a_run_beside_the_current_ones(qtbot, session, panel):
    curves = shown(qtbot, session, CurvesPanel)
    two_runs(qtbot, session)
    model = panel.view.table.model()
    assert model.setData(cell(panel, 1, RUN), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    (beside,) = curves.plot.beside
    assert beside.name == "Run 1"
    assert beside.last_position == session.runs.run(1).updates
    session.document.undo()
    assert curves.plot.beside == ()


def test_a_pinned_run_is_no_ghost_too(qtbot, session, panel):
    curves = shown(qtbot, session, CurvesPanel)
    train(qtbot, session)
    session.runs.pin((1,), True)
    session.editing.reset_weights()
    assert len(curves.plot.beside) == 1
    assert not curves.plot.has_ghost


def test_the_keys_mean_the_chosen_rows_whichever_cell_has_the_focus(qtbot, session, panel):
    two_runs(qtbot, session)
    table = panel.view.table
    table.setCurrentIndex(cell(panel, 1, BEST))
    write_with_f2(table, "the first")
    qtbot.waitUntil(lambda: session.runs.label(1).name == "the first" and table.findChild(QLineEdit) is None)
    table.setCurrentIndex(cell(panel, 1, NOTE))
    write_with_f2(table, "too slow")
    qtbot.waitUntil(lambda: session.runs.label(1).note == "too slow")
    table.choose({1, 2})
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert [session.runs.label(number).is_pinned for number in (1, 2)] == [True, True]
    assert action(panel, "actionPinRun").isChecked()
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert [session.runs.label(number).is_pinned for number in (1, 2)] == [False, False]
    assert not action(panel, "actionPinRun").isChecked()


def test_enter_looks_at_a_run_and_delete_takes_it_away(qtbot, session, panel):
    two_runs(qtbot, session)
    table = panel.view.table
    table.setCurrentIndex(cell(panel, 1, RUN))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert session.looking.subject.name == "run 1"
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert session.runs.kept == ()
    assert session.looking.subject.name == "mine"


def test_what_cannot_be_done_is_grey_and_says_why(qtbot, session, panel):
    two_runs(qtbot, session)
    assert not action(panel, "actionLookAtRun").isEnabled()
    assert "Choose" in action(panel, "actionLookAtRun").toolTip()
    panel.view.table.choose({2})
    assert not action(panel, "actionTakeRun").isEnabled()
    assert "current run" in action(panel, "actionTakeRun").toolTip()
    panel.view.table.choose({1})
    action(panel, "actionTakeRun").trigger()
    assert session.document.state.history is session.runs.run(1).history


def test_two_chosen_runs_are_compared_with_each_other(qtbot, session, panel):
    two_runs(qtbot, session)
    session.looking.show_row(0)
    panel.view.table.choose({1, 2})
    action(panel, "actionCompareRun").trigger()
    assert session.looking.subject.name == "mine"
    assert session.comparison.choice == "run 1"
    assert [each.name for each in session.comparison.settings_apart()] == ["lr"]


def test_again_with_five_seeds_makes_a_group_with_mean_and_band(qtbot, session, panel):
    curves = shown(qtbot, session, CurvesPanel)
    two_runs(qtbot, session)
    panel.view.table.choose({2})
    action(panel, "actionRunAgain").trigger()
    assert panel.view.findChild(QPushButton, "cancelSeeds").isVisible()
    qtbot.waitUntil(lambda: not session.again.is_running)
    assert [run.config.seed for run in session.runs.kept[1:]] == [1, 2, 3, 4, 5]
    panel.view.refresh()
    rows = [text(panel, row, RUN) for row in range(3)]
    assert "Run 3 (5 seeds)" in rows
    group = rows.index("Run 3 (5 seeds)")
    assert "Seed" not in text(panel, group, APART)
    assert "±" in text(panel, group, BEST)
    model = panel.view.table.model()
    assert model.setData(cell(panel, group, RUN), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    (beside,) = curves.plot.beside
    assert len(beside.data) == 5
    panel.view.table.choose({2, 3})
    assert "cannot be told" in panel.view.findChild(QLabel, "runVerdict").text()
    session.document.undo()  # the tick
    session.document.undo()  # all five seeds are one step
    assert len(session.runs.kept) == 1
