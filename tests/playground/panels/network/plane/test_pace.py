"""Frames are made when they are asked for, not more often than can be seen, and not while nobody sees them."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QPlainTextEdit, QVBoxLayout, QWidget

from playground.panels.network.plane.pace import SurfacePace


@pytest.fixture
def view(qtbot):
    view = QWidget()
    qtbot.addWidget(view)
    view.resize(100, 100)
    view.show()
    qtbot.waitExposed(view)
    return view


def frames_of(pace):
    frames = []
    pace.frame_due.connect(lambda: frames.append(time.perf_counter()))
    return frames


def test_many_requests_are_one_frame(qtbot, view):
    pace = SurfacePace(view)
    frames = frames_of(pace)
    for _ in range(50):
        pace.ask()
    qtbot.waitUntil(lambda: bool(frames))
    QApplication.processEvents()
    assert len(frames) == 1
    assert not pace.is_waiting


@pytest.mark.parametrize(("cost", "gap"), [(0.0, 1 / 60), (0.05, 0.2)])
def test_frames_keep_their_distance_and_dear_ones_a_larger_one(qtbot, view, cost, gap):
    pace = SurfacePace(view)
    frames = frames_of(pace)
    pace.frame_due.connect(lambda: (pace.took(cost), pace.ask()))
    pace.ask()
    qtbot.waitUntil(lambda: len(frames) == 4)
    assert min(after - before for before, after in pairwise(frames)) > 0.9 * (gap - cost)  # timers are 5 % off


def test_a_hidden_view_gets_its_frame_when_it_is_shown(qtbot, view):
    pace = SurfacePace(view)
    frames = frames_of(pace)
    view.hide()
    pace.ask()
    QApplication.processEvents()
    assert not pace.is_waiting
    view.show()
    qtbot.waitUntil(lambda: bool(frames))


def test_a_view_behind_another_tab_gets_its_frame_when_it_comes_to_the_front(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    docks = [QDockWidget(name, window) for name in ("front", "behind")]
    for dock in docks:
        content = QWidget()
        QVBoxLayout(content).addWidget(QPlainTextEdit(), 1)  # covers all of it
        content.layout().setContentsMargins(0, 0, 0, 0)
        dock.setWidget(content)
        window.addDockWidget(Qt.DockWidgetArea.TopDockWidgetArea, dock)
    window.tabifyDockWidget(*docks)
    docks[0].raise_()
    window.resize(300, 300)
    window.show()
    qtbot.waitExposed(window)
    qtbot.waitUntil(lambda: docks[1].geometry().right() < 0)
    pace = SurfacePace(docks[1].widget())
    frames = frames_of(pace)
    pace.ask()
    QApplication.processEvents()
    assert not pace.is_waiting
    assert frames == []
    docks[1].raise_()
    qtbot.waitUntil(lambda: len(frames) == 1)
    pace.ask()
    qtbot.waitUntil(lambda: len(frames) == 2)
