"""Usable from 900 x 430: what has no room gives way, scrolls or is a key away, and is saved as if it were shown."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDockWidget, QMainWindow, QPushButton, QStatusBar, QToolBar, QToolButton

from playground.widgets.refreshing import bring_up_to_date
from playground.window.docks import Docks
from playground.window.places.plans import FIRST, PLANS
from playground.window.settings import Settings
from tests.patience import PROCESS_S

REACHED = """
import json, sys
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAction
from PySide6.QtWidgets import *
from playground.app import create
from tests.playground.window.reach import out_of_reach

app, window = create(["nn-playground", "--language", sys.argv[1]])
if len(sys.argv) > 2:
    window.resize(int(sys.argv[2]), int(sys.argv[3]))
while not window.is_ready:
    app.processEvents()
screen, frame = window.screen().availableGeometry(), window.frameGeometry()
told = {"fits": screen.contains(frame), "size": [window.width(), window.height()], "lost": []}
for name in ("Draw", "Points", "Step", "Compare", "Present"):
    action = window.findChild(QAction, f"actionArrangement{name}")
    if not action.isChecked():
        action.trigger()
    for _ in range(30):
        app.processEvents()
    told["lost"] += [f"{name}: {each}" for each in out_of_reach(window)]
window.close()
print(json.dumps(told))
"""


def reached(tmp_path, *arguments, scale="1"):
    environment = os.environ | {
        "QT_SCALE_FACTOR": scale,
        "XDG_CONFIG_HOME": str(tmp_path),
        "PYTHONPATH": str(Path.cwd()),
    }
    done = subprocess.run(
        [sys.executable, "-c", REACHED, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=PROCESS_S,
        check=True,
    )
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.parametrize(("scale", "language"), [("1", "en"), ("1.25", "en"), ("1.5", "en"), ("1.5", "ko")])
def test_every_control_can_be_reached_on_a_screen_of_1366_by_768(tmp_path, scale, language):
    told = reached(tmp_path, language, scale=scale)
    assert told["fits"], told["size"]
    assert told["lost"] == []


def test_every_control_can_be_reached_in_900_by_430(tmp_path):
    told = reached(tmp_path, "en", "900", "430")
    assert told["size"] == [900, 430]
    assert told["lost"] == []


@pytest.fixture
def dock(window):
    return lambda name: window.findChild(QDockWidget, f"{name}Dock")


@pytest.fixture
def narrow(window, dock, qtbot):
    window.resize(1100, 700)
    qtbot.waitUntil(dock("training").isHidden)
    return window


def in_front(dock):
    return not dock.visibleRegion().isEmpty()


def test_settings_fold_to_the_edge_and_stand_in_place_of_the_input(narrow, dock, qtbot):
    edge = narrow.findChild(QToolBar, "settingsEdge")
    assert edge.isVisible()
    assert dock("variables").isHidden()
    narrow.findChild(QAction, "actionUnfoldSettings").trigger()
    qtbot.waitUntil(lambda: in_front(dock("training")))
    assert dock("draw").isHidden()
    qtbot.waitActive(narrow)
    QTest.keyClick(narrow, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: in_front(dock("draw")))
    assert dock("training").isHidden()
    narrow.resize(1300, 700)
    qtbot.waitUntil(lambda: in_front(dock("training")) and not edge.isVisible())


def test_a_folded_panel_that_is_asked_for_unfolds(narrow, dock, qtbot):
    narrow.session.panel_requested.emit("variables")
    qtbot.waitUntil(lambda: in_front(dock("variables")))
    narrow.session.panel_requested.emit("draw")
    qtbot.waitUntil(lambda: in_front(dock("draw")))
    assert dock("variables").isHidden()


def test_stepping_leaves_the_input_where_it_is_when_the_settings_are_folded(narrow, dock, qtbot):
    narrow.findChild(QAction, "actionStepOver").trigger()
    qtbot.waitUntil(lambda: in_front(dock("debugger")))
    assert in_front(dock("draw"))
    narrow.findChild(QAction, "actionUnfoldSettings").trigger()
    qtbot.waitUntil(lambda: in_front(dock("variables")))


def test_what_gave_way_is_saved_as_if_it_were_shown(narrow, dock, open_window, qtbot):
    narrow.resize(1100, 560)
    qtbot.waitUntil(lambda: dock("curves").height() == 48)
    told = narrow.findChild(Docks).told_layout()
    assert {"training", "variables"} <= set(told.shown)
    assert "training" in told.front
    narrow.resize(1340, 700)  # as wide as the next one opens
    qtbot.waitUntil(lambda: in_front(dock("training")))
    assert dock("curves").height() > 100
    narrow.resize(1100, 560)
    qtbot.waitUntil(dock("training").isHidden)
    narrow.close()
    again = open_window()
    again.resize(1340, 700)
    qtbot.waitUntil(lambda: in_front(again.findChild(QDockWidget, "trainingDock")))
    qtbot.waitUntil(lambda: again.findChild(QDockWidget, "curvesDock").height() > 100)


def test_a_low_window_has_one_line_at_its_foot(window, dock, qtbot):
    window.resize(1300, 560)
    bar = window.findChild(QToolBar, "consequenceBar")
    qtbot.waitUntil(lambda: not bar.isVisible())
    window.session.weights.set_cells("Set b3[3]", "b3", 3, 1000.0)
    qtbot.waitUntil(lambda: "Set b3[3]" in window.findChild(QStatusBar).currentMessage())
    window.resize(1300, 700)
    qtbot.waitUntil(bar.isVisible)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_subject_stands_in_the_tool_bar_of_a_low_window(open_window, language, qtbot):
    window = open_window("nn-playground", "--language", language)
    line, tools = (window.findChild(QToolBar, name) for name in ("subjectBar", "runToolbar"))
    parts = [window.findChild(QToolButton, f"subject{name}") for name in ("Network", "Moment", "Sample", "Rival")]
    back = window.findChild(QPushButton, "subjectToYours")
    assert line.y() > tools.y()
    window.resize(900, 430)
    qtbot.waitUntil(lambda: line.y() == tools.y())
    window.findChild(QAction, "actionArrangementCompare").trigger()
    window.findChild(QAction, "actionStepOver").trigger()  # of the network that ships: the longest line there is
    qtbot.waitUntil(lambda: parts[-1].isVisible() and window.session.debugger.is_open)
    bring_up_to_date(window)
    QTest.qWait(0)
    chevrons = window.findChildren(QToolButton, "qt_toolbar_ext_button")
    assert not any(each.isVisible() for each in chevrons)
    for part in (*parts, back, window.findChild(QToolButton, "subjectAlone")):
        assert part.isVisible()
        assert line.rect().contains(QRect(part.mapTo(line, QPoint()), part.size()))
    cut = [part for part in parts if part.width() < part.wanted_width]
    assert cut
    assert all(part.text() in part.toolTip() for part in cut)
    window.resize(1300, 700)
    qtbot.waitUntil(lambda: line.y() > tools.y())
    bring_up_to_date(window)
    assert all(part.width() == part.wanted_width for part in parts)
    window.findChild(QAction, "actionArrangementDraw").trigger()  # as it was left, in the low window
    QTest.qWait(100)
    assert line.y() > tools.y()


def is_whole(dock):
    """Say whether a dock's content needs no scrolling sideways."""
    return not dock.content.horizontalScrollBar().isVisible() and dock.panel.width() <= dock.content.width()


@pytest.mark.parametrize("first", [1012, 940])
def test_settings_of_a_window_that_was_opened_narrow_have_room_when_it_is_widened(open_window, first, qtbot):
    """A plan's share of few pixels was kept in a window of any width, and by the next one that was opened."""
    Settings().geometry = _geometry(first, 700)
    window = open_window()
    dock = {name: window.findChild(QDockWidget, f"{name}Dock") for name in ("training", "draw")}
    assert window.width() == first
    qtbot.waitUntil(dock["training"].isHidden)
    window.resize(1340, 700)
    qtbot.waitUntil(lambda: in_front(dock["training"]) and is_whole(dock["training"]))
    assert dock["training"].width() == pytest.approx(PLANS[FIRST].settings * 1340, abs=10)
    assert dock["draw"].width() >= PLANS[FIRST].input * first - 10
    window.resize(first, 700)
    qtbot.waitUntil(dock["training"].isHidden)
    window.close()
    again = open_window()
    again.resize(1340, 700)
    qtbot.waitUntil(lambda: is_whole(again.findChild(QDockWidget, "trainingDock")))


def test_a_width_that_a_person_gave_the_settings_comes_back(window, dock, qtbot):
    window.resize(1340, 700)
    qtbot.waitUntil(lambda: in_front(dock("training")))
    QTest.qWait(50)
    columns = [dock(name) for name in ("draw", "network", "training")]
    window.resizeDocks(columns, [340, 580, 420], Qt.Orientation.Horizontal)  # as by a person's hand
    qtbot.waitUntil(lambda: dock("training").width() > 400)
    window.resize(1100, 700)
    qtbot.waitUntil(dock("training").isHidden)
    window.resize(1340, 700)
    qtbot.waitUntil(lambda: dock("training").isVisible() and dock("training").width() > 400)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_settings_need_no_scrolling_sideways_in_a_window_that_just_has_room_for_them(open_window, language, qtbot):
    Settings().geometry = _geometry(1210, 700)
    window = open_window("nn-playground", "--language", language)
    dock = window.findChild(QDockWidget, "trainingDock")
    qtbot.waitUntil(lambda: in_front(dock) and is_whole(dock))


def _geometry(width, height):
    """Return what a window of a size is remembered by."""
    other = QMainWindow()
    other.resize(width, height)
    return other.saveGeometry()


def test_no_panel_sets_the_least_size_of_the_window(window):
    least = window.minimumSizeHint()
    assert least.width() <= 900
    assert least.height() <= 430


def test_time_keeps_its_share_of_a_window_of_any_height(window, qtbot):
    """Qt gave the curves nearly all that a window grows by when it is maximised."""
    docks = window.findChild(Docks)

    def share():
        return docks.seen_of("time").height() / window.height()

    def keeps(wanted):
        qtbot.waitUntil(lambda: abs(share() - wanted) < 0.03)

    window.resize(1300, 720)
    window.findChild(QAction, "actionArrangementPoints").trigger()
    keeps(0.25)
    QTest.qWait(0)
    window.resize(1300, 1000)
    keeps(0.25)
    docks.set_time_height(400)  # as by a person's hand
    keeps(0.4)
    window.resize(1300, 430)
    qtbot.waitUntil(lambda: docks.seen_of("time").is_strip)
    window.resize(1300, 720)
    qtbot.waitUntil(lambda: share() > 0.2)
