"""The curves dock with a real session that really trains."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QToolButton, QWidget

from playground.panels.curves.panel import CurvesPanel
from playground.panels.curves.readout import CurveReadout
from playground.widgets.picture.widget_picture import FINENESS
from tests.playground.alive import alive


@pytest.fixture
def session(plane_session):
    return plane_session


@pytest.fixture
def panel(qtbot, session):
    return alive(qtbot, session, CurvesPanel(), 560, 600)


def train(qtbot, session, epochs=3):
    session.editing.edit_config("epochs", epochs=epochs)
    count = len(session.document.state.history)
    session.control.train()
    qtbot.waitUntil(lambda: len(session.document.state.history) > count)


def losses_of(session):
    return np.concatenate([record.losses for record in session.document.state.history])


def plotted(panel):
    """Give the losses that the plot has."""
    data = panel.plot.data
    rows = data.losses.reduce(0, len(data.losses), 1 << 20).rows
    return data.first_iteration, rows[0]


def action(panel, name):
    return panel.findChild(QAction, name)


def diverged(session, iteration, loss):
    from nn.training import Divergence

    record = session.document.state.history[-1]
    broken = replace(record, divergence=Divergence(iteration, loss))
    session.document.edit("diverge", history=(*session.document.state.history[:-1], broken))


def visible_texts(panel):
    return [each.text() for each in panel.plot.findChildren(QWidget) if hasattr(each, "text") and each.isVisible()]


def test_before_the_session_the_curve_is_there_and_its_tools_wait(qtbot):
    panel = CurvesPanel()
    qtbot.addWidget(panel)
    assert panel.findChild(QWidget, "lossCurve").accessibleName()
    assert not any(each.isEnabled() for each in panel.findChildren(QAction) if each.objectName())


def test_training_appears_loss_by_loss(qtbot, session, panel):
    train(qtbot, session)
    first, losses = plotted(panel)
    assert first == 1
    np.testing.assert_array_equal(losses, losses_of(session))
    assert panel.plot.data.evaluation_count == 3


def test_a_second_run_goes_on_where_the_first_ended(qtbot, session, panel):
    train(qtbot, session)
    train(qtbot, session)
    np.testing.assert_array_equal(plotted(panel)[1], losses_of(session))
    assert panel.plot.data.evaluation_count == 6


def test_losses_are_seen_while_training_runs(qtbot, session, panel):
    session.editing.edit_config("epochs", epochs=10_000)
    session.control.train()
    qtbot.waitUntil(lambda: len(panel.plot.data.losses) > 100)
    assert session.run.is_running
    assert not session.document.state.history
    session.control.stop()
    qtbot.waitUntil(lambda: not session.run.is_running)
    np.testing.assert_array_equal(plotted(panel)[1], losses_of(session))


def test_undo_redo_and_reset_are_followed(qtbot, session, panel):
    train(qtbot, session)
    session.document.undo()
    assert len(plotted(panel)[1]) == 0
    session.document.redo()
    np.testing.assert_array_equal(plotted(panel)[1], losses_of(session))
    session.editing.reset_weights()
    qtbot.waitUntil(lambda: not session.document.state.history)
    assert len(plotted(panel)[1]) == 0


def test_a_panel_attached_late_shows_what_has_happened(qtbot, session, panel):
    train(qtbot, session)
    late = CurvesPanel()
    qtbot.addWidget(late)
    list(late.attach(session))  # to its end, in one turn
    np.testing.assert_array_equal(plotted(late)[1], losses_of(session))


@pytest.mark.parametrize(("loss", "name"), [(np.nan, "NaN"), (np.inf, "∞")])
def test_divergence_is_marked_until_it_is_undone(qtbot, session, panel, loss, name):
    def said():
        panel.plot.refresh()
        return panel.plot.view.accessibleDescription()

    train(qtbot, session, epochs=1)
    before = visible_texts(panel)
    diverged(session, 13, loss)
    assert said() == f"The loss is {name} at iteration 13; training ended there."
    assert visible_texts(panel) == before  # the window says what happened, once
    session.document.undo()
    assert name not in said()


def test_showing_the_history_edits_nothing(qtbot, session, panel):
    train(qtbot, session)
    state = session.document.state
    panel.retranslate()
    panel.plot.refresh()
    assert session.document.state is state


def test_the_follow_button_shows_whether_the_plot_follows(qtbot, session, panel):
    train(qtbot, session)
    follow = action(panel, "actionFollowCurve")
    assert follow.isChecked()
    panel.plot.view.moved_by_hand.emit(panel.plot.view.loss, 0)
    assert not follow.isChecked()
    follow.trigger()
    assert follow.isChecked()
    assert panel.plot.is_following


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_a_right_click_on_the_curves_offers_the_tools(qtbot, session, panel):
    viewport = panel.plot.view.viewport()
    at = viewport.rect().center()
    offered = []

    def look():
        menu = QApplication.activePopupWidget()
        offered.extend(each.text() for each in menu.actions())
        menu.close()

    QTimer.singleShot(0, look)  # the menu keeps `sendEvent` from returning until it is closed
    QApplication.sendEvent(viewport, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at)))
    tools = ["Follow", "Log axis", "Ask", "Save as picture…", "Save as table…", "Many moments…"]
    assert offered == ["Find the cause of this…", "What would have been…", *tools]


def test_the_cause_is_asked_for_of_the_iteration_under_the_mouse(qtbot, session, panel):
    train(qtbot, session)
    panel.plot.refresh()
    asked = []
    session.causes.requested.connect(asked.append)
    view = panel.plot.view
    action(panel, "actionCauseHere").trigger()
    at = QPoint(view.position_of(7), view.area(view.loss).center().y())
    qtbot.mousePress(view.viewport(), Qt.MouseButton.RightButton, pos=at)
    action(panel, "actionCauseHere").trigger()
    assert asked[0] is None
    assert abs(asked[1] - 7) <= 1
    qtbot.mouseRelease(panel, Qt.MouseButton.RightButton)  # else it stays down for the tests that follow


def test_the_log_button_changes_the_axis(qtbot, session, panel):
    train(qtbot, session)
    panel.plot.refresh()
    before = panel.plot.view.loss.height_range
    action(panel, "actionLogLoss").trigger()
    assert panel.plot.view.loss.height_range != before
    assert panel.plot.view.loss.height_range[0] < 0
    action(panel, "actionLogLoss").trigger()
    assert panel.plot.view.loss.height_range == before


@pytest.fixture
def order(session, panel):
    """Trigger an action of the panel, and give what it wants written."""
    orders = []
    session.export_requested.connect(orders.append)

    def ordered(name):
        action(panel, name).trigger()
        return orders.pop()

    return ordered


def write(order, path):
    assert order.work_for(str(path))(path, lambda share: None) == (path,)


def test_the_table_has_every_loss_exactly_and_every_accuracy(qtbot, session, order, tmp_path):
    train(qtbot, session)
    asked = order("actionExportCurveTable")
    assert (asked.name, asked.suffixes) == ("curves", (".csv",))
    write(asked, tmp_path / "curves.csv")
    lines = (tmp_path / "curves.csv").read_text().splitlines()
    rows = [line.split(",") for line in lines[1:]]
    assert lines[0] == "iteration,loss,train_accuracy,test_accuracy,test_loss"
    assert [int(row[0]) for row in rows] == list(range(1, len(rows) + 1))
    np.testing.assert_array_equal(np.array([row[1] for row in rows], np.float32), losses_of(session))
    evaluations = [each for record in session.document.state.history for each in record.evaluations]
    found = [(int(row[0]), *map(float, row[2:])) for row in rows if row[2]]
    np.testing.assert_allclose(found, evaluations, rtol=1e-5)


def test_the_picture_is_of_the_plot_in_pixels_or_in_lines(qtbot, session, panel, order, tmp_path):
    train(qtbot, session)
    asked = order("actionExportCurvePicture")
    assert (asked.name, asked.suffixes) == ("curves", (".png", ".svg"))
    write(asked, tmp_path / "curves.png")
    write(asked, tmp_path / "curves.svg")
    assert QImage(str(tmp_path / "curves.png")).size() == FINENESS * panel.plot.size()
    assert "<svg" in (tmp_path / "curves.svg").read_text()[:200]


def test_every_tool_explains_itself_in_the_language_of_the_moment(panel):
    for button in panel.findChildren(QToolButton):
        assert button.toolTip()
        assert button.text()
    event = QEvent(QEvent.Type.LanguageChange)
    QApplication.sendEvent(panel, event)
    assert action(panel, "actionFollowCurve").text() == "Follow"


def test_records_that_go_back_replace_what_they_train_again():
    from nn.training import Evaluation
    from playground.session.document.state import RunRecord
    from playground.session.running.run_pieces import joined

    early = RunRecord(1, np.arange(10, dtype=np.float32), (Evaluation(5, 0.5, 0.5), Evaluation(10, 0.9, 0.9)))
    again = RunRecord(7, np.arange(100, 103, dtype=np.float32), (Evaluation(9, 0.7, 0.7),))
    first, second = joined([early, again])
    assert first.losses.tolist() == [0, 1, 2, 3, 4, 5]
    assert first.evaluations == (Evaluation(5, 0.5, 0.5),)
    assert second.losses.tolist() == [100, 101, 102]
    assert joined([early, replace(again, first_iteration=1)])[0].losses.tolist() == [100, 101, 102]


@pytest.mark.parametrize(
    ("loss", "label"),
    [("SoftmaxWithLoss", "loss (nats)"), ("SigmoidWithLoss", "loss (nats)"), ("IdentityWithLoss", "loss")],
)
def test_the_axis_names_the_unit_of_the_loss(panel, session, loss, label):
    spec = replace(session.document.state.spec, loss=loss)
    session.editing.edit_spec("Choose loss", spec)
    assert panel.plot.view.loss.left.labelText == label


def gaps_of_the_smoothed_line(panel):
    plot = panel.plot
    x, y = plot.data.smooth_line(0, plot.next_iteration)
    return x[np.isnan(y)].tolist()


def test_the_smoothed_line_begins_anew_after_a_change_and_not_after_a_pause(qtbot, session, panel):
    train(qtbot, session, 12)
    train(qtbot, session, 13)
    assert gaps_of_the_smoothed_line(panel) == []
    changed = panel.plot.next_iteration
    session.weights.set("Set weights", {"b1": np.ones_like(session.live.network.params["b1"])})
    train(qtbot, session, 12)
    assert gaps_of_the_smoothed_line(panel) == [changed]
    session.editing.edit_config("Rate", batch_size=7)
    again = panel.plot.next_iteration
    train(qtbot, session, 12)
    assert gaps_of_the_smoothed_line(panel) == [changed, again]
    session.document.undo()
    session.document.undo()
    assert gaps_of_the_smoothed_line(panel) == [changed]
    session.editing.reset_weights()
    train(qtbot, session, 12)
    assert gaps_of_the_smoothed_line(panel) == []


def ticks(panel):
    return list(panel.plot.data.ticks)


def test_what_was_changed_between_two_stretches_is_a_tick_and_undo_takes_it_away(qtbot, session, panel):
    train(qtbot, session)
    assert ticks(panel) == []
    session.editing.edit_config("Rate", lr=0.25)
    assert ticks(panel) == []  # nothing was trained with it yet
    changed = panel.plot.next_iteration
    train(qtbot, session)
    [(iteration, text)] = ticks(panel)
    assert iteration == changed
    assert text.startswith("learning rate ")
    assert text.endswith(" → 0.25")
    session.document.undo()
    assert ticks(panel) == []
    session.document.redo()
    assert ticks(panel) == [(changed, text)]
    train(qtbot, session)
    assert len(ticks(panel)) == 1


def test_a_change_in_the_middle_of_a_run_is_a_tick_at_once(qtbot, session, panel):
    session.editing.edit_config("epochs", epochs=100_000)
    session.control.train()
    qtbot.waitUntil(lambda: panel.plot.next_iteration > 20)
    session.editing.edit_config("Batch", batch_size=7)
    qtbot.waitUntil(lambda: len(ticks(panel)) == 1)
    [(iteration, text)] = ticks(panel)
    assert "batch size" in text
    session.control.stop()
    qtbot.waitUntil(lambda: not session.run.is_running)
    assert ticks(panel) == [(iteration, text)]


def test_ticks_stand_in_the_document(qtbot, session, panel):
    from playground.session.document.file import pack, unpack
    from playground.session.document.saved import SavedDocument

    train(qtbot, session)
    session.editing.edit_config("Rate", lr=0.25)
    train(qtbot, session)
    kept = ticks(panel)
    assert len(kept) == 1
    losses = [each.test_loss for record in session.document.state.history for each in record.evaluations]
    read = unpack(b"".join(pack(SavedDocument(session.document.state)))).state
    session.document.begin(read)
    assert ticks(panel) == kept
    assert [each.test_loss for record in read.history for each in record.evaluations] == losses
    assert all(np.isfinite(losses))


@pytest.mark.parametrize("act", ["reset", "undo"])
def test_the_last_run_stays_as_a_ghost_after_reset_and_undo_until_redo(qtbot, session, panel, act):
    train(qtbot, session)
    assert not panel.plot.has_ghost
    session.editing.reset_weights() if act == "reset" else session.document.undo()
    assert panel.plot.next_iteration == 1
    assert panel.plot.has_ghost
    session.document.undo() if act == "reset" else session.document.redo()  # the run before is there again
    assert panel.plot.next_iteration > 1
    assert not panel.plot.has_ghost
    session.editing.reset_weights()
    train(qtbot, session)
    assert panel.plot.has_ghost
    session.document.begin(session.document.state)
    assert not panel.plot.has_ghost


def test_a_run_that_is_drawn_by_its_name_is_no_ghost_besides(qtbot, session, panel):
    train(qtbot, session)
    session.editing.reset_weights()
    train(qtbot, session)
    assert panel.plot.has_ghost
    session.runs.pin((session.document.state.runs[-1].label.number,), is_pinned=True)
    assert not panel.plot.has_ghost
    assert len(panel.plot.beside) == 1


def test_other_data_leave_no_ghost(qtbot, session, panel):
    train(qtbot, session)
    from playground.session.document.state import DatasetChoice

    session.document.edit("Other data", dataset=DatasetChoice("spiral"), history=())
    assert panel.plot.next_iteration == 1
    assert not panel.plot.has_ghost


def choose_second(panel, number):
    box = panel.findChild(QComboBox, "secondCurve")
    box.setCurrentIndex(number)
    box.activated.emit(number)


def test_the_layers_stand_beside_the_loss_over_the_same_iterations(qtbot, session, panel):
    choose_second(panel, 1)
    view = panel.plot.view
    session.editing.edit_config("epochs", epochs=100_000)
    session.control.train()
    qtbot.waitUntil(lambda: len(session.health.past) > 4)
    session.control.stop()
    qtbot.waitUntil(lambda: not session.run.is_running and session.health.is_current)
    panel.plot.refresh()
    layers = session.health.found.layers
    shown = [line.vertices for line in view.layers.lines]
    assert shown[: len(layers) - 1] == [len(session.health.past)] * (len(layers) - 1)
    assert not any(shown[len(layers) - 1 :])
    assert view.layers.box.viewRange()[0] == pytest.approx(view.loss.box.viewRange()[0])
    assert [plot.box.isVisible() for plot in (view.layers, view.loss)] == [True, True]
    assert view.accuracy.box.scene() is None
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert "Affine" in panel.plot.findChild(CurveReadout).text()
    choose_second(panel, 3)
    ratio = session.health.past[-1].layers[1].gradient
    low, high = view.layers.height_range
    assert low <= np.log10(ratio) <= high
    choose_second(panel, 0)
    assert view.layers.box.scene() is None
    assert view.accuracy.box.scene() is not None


@pytest.mark.parametrize("size", [(560, 200), (560, 600)])
def test_whatever_stands_beside_the_loss_has_its_room(panel, size):
    view = panel.plot.view
    for number in (1, 2, 3, 0, 2, 0):
        panel.resize(*size)
        choose_second(panel, number)
        QApplication.processEvents()
        widths = [view.area(plot).width() for plot in view.plots]
        assert min(widths) > 150
        assert max(view.area(plot).right() for plot in view.plots) > view.width() - 60


def test_nothing_is_measured_while_the_accuracy_is_shown(qtbot, session, panel):
    train(qtbot, session)
    assert session.health.past == []
    choose_second(panel, 2)
    qtbot.waitUntil(lambda: len(session.health.past) == 1)
    choose_second(panel, 0)
    train(qtbot, session)
    qtbot.wait(300)
    assert len(session.health.past) == 1


def test_another_branch_shows_its_curve_at_once_and_shares_it_with_nobody(qtbot, session, panel):
    train(qtbot, session)
    session.past.playhead.go(5)
    qtbot.waitUntil(lambda: session.past.playhead.shown == 5)
    session.past.playhead.go_on_from_here()
    session.editing.edit_config("faster", lr=session.document.state.config.lr * 2)
    train(qtbot, session)
    (first,) = session.document.state.runs
    curves, own = panel.plot.beside[0].data[0], panel.plot.data
    session.branches.switch(first.label.number)
    assert panel.plot.data is curves  # however long it is, nothing is made anew
    assert panel.plot.beside[0].data == (own,)
    assert np.array_equal(plotted(panel)[1], losses_of(session))
    train(qtbot, session)  # which adds to the one, and not to the other
    assert np.array_equal(plotted(panel)[1], losses_of(session))
    assert len(own.losses) == len(session.document.state.runs[0].history[-1].losses) + 5
    session.document.undo()
    assert np.array_equal(plotted(panel)[1], losses_of(session))
    session.document.undo()  # the switch itself
    assert np.array_equal(plotted(panel)[1], losses_of(session))
    assert len(panel.plot.beside[0].data[0].losses) == sum(len(each.losses) for each in first.history)
