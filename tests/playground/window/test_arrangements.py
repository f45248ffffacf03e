"""Five arrangements and a person's own: chosen by one key, remembered with what was changed, never changed unasked."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QInputDialog, QTabBar, QToolBar, QToolButton, QWidget

from playground.session.document.saved import Layout, Tabs
from playground.window.docks import Docks
from playground.window.settings import Settings
from tests.patience import PROCESS_S

KEYS = {"Draw": Qt.Key.Key_5, "Points": Qt.Key.Key_6, "Step": Qt.Key.Key_7, "Compare": Qt.Key.Key_8}
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dock(window):
    return lambda name: window.findChild(QDockWidget, f"{name}Dock")


@pytest.fixture
def choose(window, qtbot):
    def choose(name):
        window.findChild(QAction, f"actionArrangement{name}").trigger()
        settle(window, qtbot)

    return choose


def settle(window, qtbot):
    """Wait until the docks stand still: Qt lays them out in turns of its own."""
    seen = [None]

    def stands_still():
        seen.append(window.findChild(Docks).layout())
        return seen[-1] == seen[-2]

    qtbot.waitUntil(stands_still)


def in_front(window):
    docks = window.findChildren(QDockWidget)
    return {dock.objectName().removesuffix("Dock") for dock in docks if not dock.visibleRegion().isEmpty()}


def is_chosen(window, name):
    return window.findChild(QAction, f"actionArrangement{name}").isChecked()


def test_there_are_four_places_and_time_lies_below_all_of_them(window, dock, qtbot):
    settle(window, qtbot)
    left, middle, right, foot = (dock(name).geometry() for name in ("draw", "network", "training", "curves"))
    assert left.right() < middle.left() < middle.right() < right.left()
    assert foot.top() > max(left.bottom(), middle.bottom(), right.bottom())
    assert foot.width() > right.right() - left.left() - 2
    assert foot.height() == pytest.approx(0.3 * window.height(), abs=40)
    beside = {each.objectName() for each in window.tabifiedDockWidgets(dock("training"))}
    assert beside == {"variablesDock"}


def test_each_key_shows_its_arrangement(window, dock, qtbot):
    fronts = {
        "Points": {"draw", "network", "training", "curves"},
        "Step": {"draw", "debugger", "variables", "curves"},
        "Compare": {"draw", "network", "training", "curves"},
        "Draw": {"draw", "network", "training", "curves"},
    }
    qtbot.waitActive(window)
    sizes = {}
    for name, panels in fronts.items():
        QTest.keyClick(window, KEYS[name], CTRL)
        settle(window, qtbot)
        assert in_front(window) == panels
        assert is_chosen(window, name)
        sizes[name] = {panel: dock(panel).geometry() for panel in panels}
    width, height = window.width(), window.height()
    assert sizes["Points"]["draw"].width() == pytest.approx(width / 2, rel=0.08)
    assert sizes["Step"]["debugger"].width() >= 0.54 * width
    assert sizes["Step"]["curves"].height() == 48
    assert sizes["Compare"]["curves"].height() == pytest.approx(0.32 * height, abs=30)


def test_an_arrangement_remembers_what_was_changed_until_it_is_as_it_was(window, dock, choose, open_window, qtbot):
    dock("lessons").close()
    window.findChild(Docks).show_panel("weights")
    choose("Compare")
    assert in_front(window) >= {"network"}
    choose("Draw")
    assert dock("lessons").isHidden()
    assert "weights" in in_front(window)
    window.close()
    again = open_window()
    assert is_chosen(again, "Draw")
    assert again.findChild(QDockWidget, "lessonsDock").isHidden()
    again.findChild(QAction, "actionResetLayout").trigger()
    settle(again, qtbot)
    assert not again.findChild(QDockWidget, "lessonsDock").isHidden()
    assert in_front(again) == {"draw", "network", "training", "curves"}


STARTS = """
from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QDockWidget
import sys

QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, sys.argv[1])
from playground.app import create

app, window = create(["--language", "en"])
waiting = QEventLoop()
window.ready.connect(lambda: QTimer.singleShot(0, waiting.quit))
waiting.exec()
print(window.findChild(QDockWidget, "curvesDock").height())
window.close()
"""


def test_time_keeps_its_height_from_start_to_start(tmp_path):
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[3]), "QT_QPA_PLATFORM": "offscreen"}
    program = [sys.executable, "-c", STARTS, str(tmp_path / "settings")]
    started = [
        subprocess.run(program, env=environment, capture_output=True, text=True, check=True, timeout=PROCESS_S)
        for _ in range(3)  # each in a process of its own: a font that comes later than the docks makes the bars higher
    ]
    assert len({each.stdout for each in started}) == 1
    assert int(started[0].stdout) > 100


def test_an_arrangement_of_ones_own_is_saved_under_a_name_and_forgotten(window, dock, choose, monkeypatch, qtbot):
    dock("curves").close()
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: (" My  view ", True))
    window.findChild(QAction, "actionKeepArrangement").trigger()
    button = window.findChild(QToolButton, "toolArrangement")
    assert button.text() == "My view"
    choose("Compare")
    assert not dock("curves").isHidden()
    next(action for action in button.menu().actions() if action.text() == "My view").trigger()
    settle(window, qtbot)
    assert dock("curves").isHidden()
    window.findChild(QAction, "actionRemoveArrangement").trigger()
    assert "My view" not in [action.text() for action in button.menu().actions()]
    assert dock("curves").isHidden(), "what is seen stays"
    assert Settings().own_arrangements == {}


def test_the_layout_of_a_document_is_one_more_and_leads_back(window, dock, choose, qtbot):
    before = in_front(window)
    layout = Layout(
        ("draw", "weights"), ("draw", "weights"), {}, {"left": Tabs(("draw",)), "right": Tabs(("weights",))}
    )
    window.findChild(Docks).show_layout(layout)
    qtbot.waitUntil(lambda: in_front(window) == {"draw", "weights"})
    assert is_chosen(window, "Saved")
    choose("Draw")
    assert in_front(window) == before
    assert window.findChild(QAction, "actionArrangementSaved").isVisible()
    choose("Saved")
    assert in_front(window) == {"draw", "weights"}


def test_stepping_and_opening_panels_choose_no_arrangement(window, qtbot):
    window.findChild(QAction, "actionStepOver").trigger()
    qtbot.waitUntil(lambda: "debugger" in in_front(window))
    assert is_chosen(window, "Draw")


def test_present_shows_what_is_in_front_large_and_light_and_leads_back(window, dock, choose, qtbot):
    window.findChild(QAction, "actionThemeDark").trigger()
    window.findChild(Docks).show_panel("activations")
    settle(window, qtbot)
    points, before = QApplication.font().pointSizeF(), in_front(window)
    choose("Present")
    assert QApplication.font().pointSizeF() == pytest.approx(1.5 * points)
    assert window.palette().window().color().lightnessF() > 0.9
    assert in_front(window) == {"draw", "activations", "curves"}
    assert not any(window.tabifiedDockWidgets(dock(name)) for name in ("draw", "activations", "curves"))
    assert window.findChild(QToolBar, "settingsEdge").isVisible()
    choose("Present")
    assert QApplication.font().pointSizeF() == pytest.approx(points)
    assert window.palette().window().color().lightnessF() < 0.2
    assert in_front(window) == before
    assert Settings().theme == "dark"


def test_the_text_is_made_larger_and_smaller_and_is_remembered(window, open_window, qtbot):
    points, label = QApplication.font().pointSizeF(), window.findChild(QWidget, "runFigures")
    for name, size in (("LargerText", 1.1), ("LargerText", 1.25), ("SmallerText", 1.1)):
        window.findChild(QAction, f"action{name}").trigger()
        qtbot.waitUntil(lambda size=size: label.font().pointSizeF() == pytest.approx(size * points))
    assert Settings().text_size == 1.1
    window.findChild(QAction, "actionUsualText").trigger()
    assert QApplication.font().pointSizeF() == pytest.approx(points)
    assert Settings().text_size == 1.0


def test_a_double_click_on_a_title_fills_the_window_for_the_moment(window, dock, qtbot):
    settle(window, qtbot)
    docks = window.findChild(Docks)
    before, frames = docks.layout(), {name: dock(name).geometry() for name in ("draw", "network", "training", "curves")}
    QTest.mouseDClick(dock("curves").titleBarWidget(), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: in_front(window) == {"curves"})
    assert docks.told_layout() == before
    qtbot.waitActive(window)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    settle(window, qtbot)
    assert docks.layout() == before
    assert {name: dock(name).geometry() for name in frames} == frames
    QTest.mouseDClick(dock("curves").titleBarWidget(), Qt.MouseButton.LeftButton)
    window.session.panel_requested.emit("weights")
    qtbot.waitUntil(lambda: in_front(window) == {"draw", "weights", "training", "curves"})


def test_a_panel_of_the_view_menu_comes_to_the_front_with_the_keyboard(window, dock, qtbot):
    qtbot.waitActive(window)
    for name in ("Weights", "Network", "Variables"):
        dock(name.lower()).close()
        window.findChild(QAction, f"actionShow{name}").trigger()
        qtbot.waitUntil(lambda name=name: name.lower() in in_front(window))
        assert dock(name.lower()).isAncestorOf(QApplication.focusWidget())


def test_keys_lead_to_the_places_and_to_their_next_tabs(window, dock, qtbot):
    qtbot.waitActive(window)

    def focused():
        widget = QApplication.focusWidget()
        return next((each.objectName() for each in window.findChildren(QDockWidget) if each.isAncestorOf(widget)), "")

    for key, name in (
        (Qt.Key.Key_3, "trainingDock"),
        (Qt.Key.Key_3, "variablesDock"),
        (Qt.Key.Key_3, "trainingDock"),
        (Qt.Key.Key_1, "drawDock"),
        (Qt.Key.Key_1, "lessonsDock"),
        (Qt.Key.Key_2, "networkDock"),
        (Qt.Key.Key_4, "curvesDock"),
    ):
        QTest.keyClick(window, key, CTRL)
        qtbot.waitUntil(lambda name=name: focused() == name)
    shift = Qt.KeyboardModifier.ShiftModifier
    for modifiers, name in ((CTRL, "lessonsDock"), (CTRL, "networkDock"), (CTRL | shift, "lessonsDock")):
        QTest.keyClick(window, Qt.Key.Key_F6, modifiers)
        assert focused() == name


def test_what_is_behind_a_tab_takes_no_focus_and_is_not_told_as_showing(window, dock, qtbot):
    settle(window, qtbot)
    behind = [each for each in window.findChildren(QDockWidget) if each.visibleRegion().isEmpty()]
    assert {each.objectName() for each in behind} >= {"lessonsDock", "weightsDock", "debuggerDock", "variablesDock"}
    widgets = [widget for each in behind for widget in each.panel.findChildren(QWidget)]
    assert len(widgets) > 100
    stops = [each for each in widgets if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == []
    told = [QAccessible.queryAccessibleInterface(each.panel).state().invisible for each in behind]
    assert all(told)


def test_the_keys_of_before_are_told_once(window, qtbot):
    qtbot.waitActive(window)
    for _ in range(2):
        QTest.keyClick(window, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert "Ctrl+F11" in window.statusBar().currentMessage()
    window.statusBar().clearMessage()
    QTest.keyClick(window, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert window.statusBar().currentMessage() == ""


def test_a_layout_of_an_earlier_version_opens_as_saved(window, dock, open_window):
    dock("curves").close()
    settings = Settings()
    window.close()
    settings.layout = window.saveState(2)
    settings.arrangement = ""
    again = open_window()
    assert is_chosen(again, "Saved")
    assert again.findChild(QDockWidget, "curvesDock").isHidden()


def test_no_row_of_tabs_is_left_where_docks_stood_before(window, qtbot):
    """Qt forgets some of them when docks are put elsewhere: they were seen over the bar of the subject."""
    for name, rows in (("Points", 4), ("Draw", 4), ("Present", 0)):
        window.findChild(QAction, f"actionArrangement{name}").trigger()
        qtbot.waitUntil(lambda rows=rows: len(rows_of_tabs(window)) == rows)


def rows_of_tabs(window):
    """List the places of rows of tabs that are seen, each once."""
    bars = window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return {bar.geometry().getRect() for bar in bars if bar.isVisible() and window.rect().intersects(bar.geometry())}
