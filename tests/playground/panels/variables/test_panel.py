"""The panel beside the debugger, in the hands of a person."""

from __future__ import annotations

import gc
import weakref

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton, QToolTip
from shiboken6 import isValid

from nn.breakpoints import CONDITIONS, Breakpoint, Condition
from nn.inspection.element import Element
from nn.network import NetworkSpec
from playground.panels.variables.breakpoints.form import ConditionFields
from playground.panels.variables.section import SidebarSection
from playground.panels.variables.sidebar import VariableSidebar
from playground.panels.variables.values.model import Column
from playground.panels.variables.watches.table import PLOT
from playground.widgets.fields.quiet_fields import ChoiceBox


@pytest.fixture
def small(qtbot, session):
    """Give a session with a small network on points in the plane."""
    with qtbot.waitSignal(session.document.dataset_changed):
        session.editing.choose_dataset("circle")
    session.editing.edit_spec("Layers", NetworkSpec.mlp(2, (4,), 2, activation="Relu"))
    return session


@pytest.fixture
def sidebar(qtbot, small):
    made = VariableSidebar(small)
    list(made.build())  # to its end, in one turn
    qtbot.addWidget(made)
    made.resize(400, 700)
    made.show()
    return made


@pytest.fixture
def stepping(sidebar, small):
    """Give the sidebar while a pass is stepped through, behind its first layer."""
    small.debugger.open()
    small.debugger.step_over()
    return sidebar


def idle(qtbot, session):
    qtbot.waitUntil(lambda: not session.control.is_busy)


def texts(sidebar, name):
    return sidebar.variables.view.variables().texts(name)


def shown(sidebar):
    return {group.key: group.names for group in sidebar.variables.view.variables().groups}


def click(view, index, twice=False):
    view.scrollTo(index)
    place = view.visualRect(index).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    if twice:
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


# ---- variables


def test_a_button_opens_the_next_iteration(sidebar, small):
    sidebar.findChild(QPushButton, "variablesOpen").click()
    assert small.debugger.is_open
    assert shown(sidebar)["parameters"] == ("W1", "b1", "W2", "b2")


def test_values_stand_in_their_groups(stepping):
    groups = shown(stepping)
    assert set(groups) == {"values", "parameters", "gradients", "memory", "inner"}
    assert groups["values"][:5] == ("x", "a1", "mask_z1", "z1", "a2")
    assert {"dW1", "dx", "dL"} <= set(groups["gradients"])
    assert "m_W1" in groups["memory"]
    assert "a1.1" in groups["inner"]


def test_a_row_tells_the_figures_of_its_value(stepping, small):
    a1 = small.debugger.current.outputs["a1"]
    figures = stepping.variables.view.variables().figures("a1")
    assert (figures.low, figures.high) == (float(a1.min()), float(a1.max()))
    assert figures.mean == pytest.approx(float(a1.mean()), rel=1e-4)
    assert texts(stepping, "a1")[Column.SHAPE] == "×".join(map(str, a1.shape))


def test_a_shape_has_room_for_all_of_its_axes(stepping, small):
    view = stepping.variables.view
    view.setColumnWidth(Column.SHAPE, 24)
    small.debugger.step_over()
    written = view.fontMetrics().horizontalAdvance(texts(stepping, "z1")[Column.SHAPE])
    assert view.columnWidth(Column.SHAPE) > written


def test_what_is_not_computed_yet_says_so_and_then_has_figures(stepping, small):
    assert texts(stepping, "z1")[1:] == ("not yet", "", "", "", "")
    small.debugger.step_over()
    assert texts(stepping, "z1")[Column.MEAN]
    small.debugger.restart()
    assert texts(stepping, "a1")[Column.SHAPE] == "not yet"
    assert texts(stepping, "x")[Column.SHAPE] != "not yet"


def test_what_the_last_move_changed_is_marked(stepping, small):
    model = stepping.variables.view.variables()
    changed = {name for names in shown(stepping).values() for name in names if model.look(name).is_changed}
    assert changed == {"a1", "a1.1"}
    small.debugger.step_over()
    assert not model.look("a1").is_changed
    assert model.look("z1").is_changed


def test_in_the_next_iteration_only_other_numbers_are_marked(stepping, small, qtbot):
    small.debugger.go(len(small.debugger.trace))
    small.debugger.step_over()
    qtbot.waitUntil(lambda: small.debugger.stepped.iteration == 2 and not small.control.is_busy)
    model = stepping.variables.view.variables()
    assert model.look("x").is_changed  # another batch
    assert not model.look("W1").is_changed  # it was updated before


def test_the_filter_shows_matching_names_only_and_unfolds_them(stepping, qtbot):
    qtbot.keyClicks(stepping.findChild(QLineEdit, "variableFilter"), "w1")
    names = [name for group in shown(stepping).values() for name in group]
    assert {"W1", "dW1", "m_W1", "W1.1"} <= set(names)
    assert all("w1" in name.lower() for name in names)
    view = stepping.variables.view
    assert all(view.isExpanded(view.model().index(row, 0)) for row in range(view.model().rowCount()))


def test_a_click_shows_the_number_farthest_from_0(stepping, small):
    view = stepping.variables.view
    click(view, view.variables().index_of("a1"))
    a1 = small.debugger.current.outputs["a1"]
    place = tuple(map(int, np.unravel_index(np.abs(a1).argmax(), a1.shape)))
    assert small.debugger.element == Element("a1", place)


def test_the_arrows_choose_too(stepping, small):
    view = stepping.variables.view
    click(view, view.variables().index_of("x"))
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert small.debugger.element.name == "a1"


def test_enter_and_a_double_click_go_to_where_a_value_is_made(stepping, small):
    view = stepping.variables.view
    small.debugger.go(len(small.debugger.trace))
    click(view, view.variables().index_of("z1"), twice=True)
    assert "z1" in small.debugger.current.outputs
    assert small.debugger.current.phase == "forward"
    click(view, view.variables().index_of("dW2"))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert "dW2" in small.debugger.current.outputs


def test_while_training_runs_the_variables_say_so(stepping, small, qtbot):
    small.control.train()
    qtbot.waitUntil(lambda: small.run.is_running)
    assert stepping.findChild(QLabel, "variableNote").isVisible()
    assert not stepping.variables.view.isEnabled()
    small.control.stop()
    idle(qtbot, small)
    assert not stepping.findChild(QLabel, "variableNote").isVisible()


def test_a_closed_pass_is_let_go_even_while_nobody_looks(stepping, small):
    event = weakref.ref(small.debugger.current)
    stepping.hide()
    small.debugger.close()
    gc.collect()
    assert event() is None
    assert shown(stepping) == {}


def test_nan_is_counted_in_the_row(stepping, small):
    small.weights.set("Break", {"W1": np.full((2, 4), np.nan)})
    assert texts(stepping, "W1")[Column.SPREAD] == "8 NaN/Inf"
    assert texts(stepping, "W1")[Column.MEAN] == "–"


def test_every_row_explains_itself(stepping):
    model = stepping.variables.view.variables()
    for names in shown(stepping).values():
        for name in names:
            assert name in model.index_of(name).data(Qt.ItemDataRole.ToolTipRole)


# ---- watches


def enter(qtbot, sidebar, text):
    entry = sidebar.findChild(QLineEdit, "watchEntry")
    entry.setText(text)  # key by key the list of completions opens, which grabs a keyboard that is not there
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    return entry


def test_a_watch_is_typed_and_shown(stepping, small, qtbot):
    entry = enter(qtbot, stepping, "max(a1)")
    assert small.document.state.watches == ("max(a1)",)
    qtbot.waitUntil(lambda: entry.text() == "")
    item = stepping.watches.table.topLevelItem(0)
    assert float(item.text(1)) == pytest.approx(float(small.debugger.current.outputs["a1"].max()), rel=1e-4)


def test_what_is_not_understood_is_said_below_the_field_and_stays_in_it(stepping, small, qtbot):
    entry = enter(qtbot, stepping, "noorm(a1)")
    assert "noorm" in stepping.findChild(QLabel, "watchComplaint").text()
    assert stepping.findChild(QLabel, "watchComplaint").isVisible()
    assert entry.text() == "noorm(a1)"
    assert small.document.state.watches == ()
    entry.backspace()
    assert not stepping.findChild(QLabel, "watchComplaint").isVisible()


def test_watches_are_moved_and_removed_by_keyboard(stepping, small, qtbot):
    for text in ("a1", "z1", "L"):
        stepping.watches.watch(text)
    table = stepping.watches.table
    table.mark(2)
    qtbot.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert small.document.state.watches == ("a1", "L", "z1")
    assert table.marked() == 1
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert small.document.state.watches == ("a1", "z1")
    small.document.undo()
    assert [table.topLevelItem(i).text(0) for i in range(3)] == ["a1", "L", "z1"]


def test_the_buttons_of_the_header_do_the_same(stepping, small):
    for text in ("a1", "z1"):
        stepping.watches.watch(text)
    stepping.findChild(QToolButton, "watchUp").click()
    assert small.document.state.watches == ("z1", "a1")
    stepping.findChild(QToolButton, "watchRemove").click()
    assert small.document.state.watches == ("a1",)


def test_a_watch_is_edited_in_its_row(stepping, small, qtbot):
    stepping.watches.watch("a1")
    table = stepping.watches.table
    table.setFocus()
    table.editItem(table.topLevelItem(0), 0)
    editor = table.viewport().findChildren(QLineEdit)[-1]
    editor.setText("nonsense(")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(stepping.findChild(QLabel, "watchComplaint").isVisible)
    assert small.document.state.watches == ("a1",)
    table.editItem(table.topLevelItem(0), 0)
    editor = table.viewport().findChildren(QLineEdit)[-1]
    editor.setText("mean(a1)")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: small.document.state.watches == ("mean(a1)",))


def plot_of(sidebar, row):
    """Give what a row of the watches has to plot."""
    return sidebar.watches.table.topLevelItem(row).data(PLOT, Qt.ItemDataRole.UserRole)


def test_a_watch_is_plotted_over_training(sidebar, small, qtbot):
    sidebar.watches.watch("L")
    small.control.step_iteration()
    qtbot.waitUntil(lambda: plot_of(sidebar, 0).iterations.places == (1, 2))
    small.debugger.open(cursor=-1)
    plot = plot_of(sidebar, 0)
    assert len(plot.steps.places) == 1
    assert plot.length == len(small.debugger.trace)


def test_hovering_a_watch_explains_its_plot(stepping, qtbot):
    stepping.watches.watch("a1")
    table = stepping.watches.table
    place = table.visualItemRect(table.topLevelItem(0)).center()
    event = QHelpEvent(QEvent.Type.ToolTip, place, table.viewport().mapToGlobal(place))
    QApplication.sendEvent(table.viewport(), event)
    qtbot.waitUntil(lambda: "Orange" in QToolTip.text())
    QToolTip.hideText()


def test_the_menu_of_a_variable_offers_watches(stepping, small):
    menu = stepping.variables.menu_of("a1")
    next(action for action in menu.actions() if action.data() == "norm(a1)").trigger()
    assert small.document.state.watches == ("norm(a1)",)


# ---- breakpoints


def kinds_to_add(sidebar):
    """Give the entries of the menu that adds a breakpoint."""
    return sidebar.findChild(QToolButton, "breakpointAdd").menu().actions()


def edit_breakpoint(sidebar, place):
    """Open the form of a breakpoint, and give it."""
    listed = sidebar.breakpoints.list
    listed.setCurrentItem(listed.topLevelItem(place))
    sidebar.findChild(QToolButton, "breakpointEdit").click()
    assert sidebar.breakpoints.form.isVisible()
    return sidebar.breakpoints.form


def test_every_kind_can_be_added_from_the_menu_and_edited(sidebar, small):
    breakpoints = sidebar.breakpoints
    for action in kinds_to_add(sidebar):
        assert action.toolTip()
        action.trigger()
        assert breakpoints.form.isVisible()
        breakpoints.form.findChild(QPushButton, "breakpointDone").click()
        assert not breakpoints.form.isVisible()
    kinds = [each.conditions[0].kind for each in small.document.state.breakpoints]
    assert kinds == list(CONDITIONS)
    assert breakpoints.list.topLevelItemCount() == len(kinds)


def test_an_option_is_an_undoable_edit(sidebar, small, fill):
    small.debugger.breakpoints.add(Breakpoint.when("dead", share=0.5))
    field = edit_breakpoint(sidebar, 0).findChild(QLineEdit, "share")
    fill(field, 0.9)
    assert small.document.state.breakpoints == (Breakpoint.when("dead", share=0.9),)
    small.document.undo()
    assert small.document.state.breakpoints == (Breakpoint.when("dead", share=0.5),)
    assert field.value() == 0.5


def test_an_expression_is_a_condition_and_a_wrong_one_is_refused_in_words(sidebar, small, fill):
    small.debugger.breakpoints.add(Breakpoint.when("expression"))
    form = edit_breakpoint(sidebar, 0)
    field = form.findChild(QLineEdit, "expression")
    fill(field, "L < 0.1")
    assert small.document.state.breakpoints == (Breakpoint.when("expression", expression="L < 0.1"),)
    for wrong, told in (("L <", "no expression"), ("max(dW7) > 1", "did you mean dW")):
        fill(field, wrong)
        assert any(told in label.text() for label in form.findChildren(QLabel))
    assert small.document.state.breakpoints == (Breakpoint.when("expression", expression="L < 0.1"),)


def test_layers_and_places_are_chosen_by_name(sidebar, small):
    small.debugger.breakpoints.add(Breakpoint.when("place"))
    form = edit_breakpoint(sidebar, 0)
    box = form.findChild(ChoiceBox, "layer")
    box.activated.emit(box.findText("Relu1"))
    assert small.document.state.breakpoints[0].conditions[0].options["layer"] == 1
    assert form.findChild(ChoiceBox, "layer").currentText() == "Relu1"


def test_conditions_are_joined_and_taken_apart(sidebar, small, fill):
    small.debugger.breakpoints.add(Breakpoint.when("dead"))
    form = edit_breakpoint(sidebar, 0)
    form.findChild(QPushButton, "conditionAdd").click()
    first, second = form.findChildren(ConditionFields)
    fill(second.findChild(ChoiceBox, "conditionKind"), "loss_jump")
    expected = Breakpoint((Condition("dead"), Condition("loss_jump")))
    assert small.document.state.breakpoints == (expected,)
    first.findChild(QToolButton, "conditionRemove").click()
    assert small.document.state.breakpoints == (Breakpoint.when("loss_jump"),)


def test_what_is_being_typed_in_a_condition_that_an_undo_takes_away_is_dropped(sidebar, small, qtbot):
    small.debugger.breakpoints.add(Breakpoint.when("dead"))
    form = edit_breakpoint(sidebar, 0)
    sidebar.window().activateWindow()
    with qtbot.waitActive(sidebar.window()):
        sidebar.window().show()
    form.findChild(QPushButton, "conditionAdd").click()
    second = form.findChildren(ConditionFields)[1]
    field = second.findChild(QLineEdit, "number")
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "0.25")
    assert field.hasFocus()
    before = Breakpoint.when("dead")
    small.document.undo()
    qtbot.keyClick(field, Qt.Key.Key_Return)  # on its way when the condition went
    qtbot.waitUntil(lambda: not isValid(second))
    assert small.document.state.breakpoints == (before,)


def test_undoing_the_breakpoint_that_is_edited_closes_its_form(sidebar, small):
    kinds_to_add(sidebar)[3].trigger()
    assert sidebar.breakpoints.form.isVisible()
    small.document.undo()
    assert not sidebar.breakpoints.form.isVisible()
    assert not sidebar.breakpoints.list.isVisible()


def test_the_keyboard_switches_and_removes(sidebar, small, qtbot):
    small.debugger.breakpoints.add(Breakpoint.when("dead"))
    listed = sidebar.breakpoints.list
    listed.setCurrentItem(listed.topLevelItem(0))
    qtbot.keyClick(listed, Qt.Key.Key_Space)
    assert not small.document.state.breakpoints[0].enabled
    qtbot.keyClick(listed, Qt.Key.Key_Space)
    assert small.document.state.breakpoints[0].enabled
    qtbot.keyClick(listed, Qt.Key.Key_Delete)
    assert small.document.state.breakpoints == ()


def test_a_double_click_goes_to_a_place(stepping, small):
    small.debugger.breakpoints.add(Breakpoint.when("place", phase="backward", layer=1))
    listed = stepping.breakpoints.list
    click(listed, listed.indexFromItem(listed.topLevelItem(0)), twice=True)
    event = small.debugger.current
    assert (event.phase, event.layer) == ("backward", 1)


def test_hits_are_counted_in_the_list(sidebar, small, qtbot):
    small.debugger.breakpoints.add(Breakpoint.when("threshold", name="W1", statistic="|max|", number=0.0))
    small.control.train()
    qtbot.waitUntil(lambda: sidebar.breakpoints.list.topLevelItem(0).text(1) == "1×")
    idle(qtbot, small)


# ---- sections


def click_header(sidebar, content):
    sections = sidebar.findChildren(SidebarSection)
    next(each for each in sections if each.content in (content, content.parentWidget())).header.click()


def test_sections_fold_and_share_the_room(sidebar):
    before = sidebar.variables.height()
    click_header(sidebar, sidebar.watches)
    click_header(sidebar, sidebar.breakpoints)
    assert not sidebar.watches.isVisible()
    assert sidebar.variables.height() > before
    click_header(sidebar, sidebar.watches)
    assert sidebar.watches.isVisible()


def test_showing_a_state_edits_nothing(sidebar, small):
    small.document.edit(
        "Both", watches=("a1",), breakpoints=(Breakpoint.when("dead"), Breakpoint((Condition("place"),), False))
    )
    state = small.document.state
    edit_breakpoint(sidebar, 1)
    for language_change in range(2):
        QApplication.sendEvent(sidebar, QEvent(QEvent.Type.LanguageChange))
        assert small.document.state is state, language_change
