"""Open, train, pause, resume, stop and close, two hundred times: nothing may be left behind."""

from __future__ import annotations

import gc
import random
import sys
import weakref
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QEventLoop, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from playground.app import create
from playground.safety import guard
from playground.startup import in_turns
from playground.startup.tour import THREE, stroke

CYCLES = 200
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
MODIFIERS = (Qt.KeyboardModifier.NoModifier, SHIFT, CONTROL, SHIFT | CONTROL)
DEEDS = ("Train", "Pause", "Train", "Stop", "StepIteration", "StepEpoch", "ResetWeights", "Undo", "Redo", "draw")


def turn(times=1):
    for _ in range(times):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)


def do(window, deed):
    if deed == "draw":
        stroke(window.findChild(QWidget, "digitCanvas"), THREE)
    else:
        window.findChild(QAction, f"action{deed}").trigger()
    turn(2)


def live(chance):
    """Open a window, do some things in it and close it, at times before it is ready."""
    _, window = create()
    watched = [weakref.ref(window)]
    patience = chance.choice((0, 3, 10_000))
    while patience and not window.is_ready:
        turn()
        patience -= 1
    if window.is_ready:
        for _ in range(chance.randrange(8)):
            do(window, chance.choice(DEEDS))
        watched += [weakref.ref(thing) for thing in (window.session, *window.findChildren(QWidget))]
    window.close()
    if chance.random() < 0.2:
        window.close()
    return watched


@pytest.mark.parametrize("deed", ["close", "ThemeDark", "ResetLayout", "keys"])
def test_anything_can_be_done_at_any_turn_of_the_start(qapp, monkeypatch, deed):
    monkeypatch.setattr(in_turns, "SLICE_S", -1.0)  # each piece of work is a turn of its own
    net = guard.install()
    for turns in range(0, 800, 97):
        _, window = create()
        for _ in range(turns):
            QApplication.processEvents()
        if deed == "keys":
            for key, modifier in product((Qt.Key.Key_F5, Qt.Key.Key_F9, Qt.Key.Key_F10, Qt.Key.Key_F11), MODIFIERS):
                QTest.keyClick(window, key, modifier)
        elif deed != "close":
            window.findChild(QAction, f"action{deed}").trigger()
            while not window.is_ready:
                turn()
        session = weakref.ref(window.session) if window.session is not None else lambda: None
        window.close()
        sweep()
        assert list(net.errors) == [], turns
        del window
        sweep()
        assert session() is None, turns


def sweep():
    turn()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    turn()
    gc.collect()


def threads_and_handles():
    return [len(list(Path("/proc/self", folder).iterdir())) for folder in ("task", "fd")]


@pytest.mark.no_qt_log  # it would keep a record of every message, and the objects are counted here
@pytest.mark.timeout(600)
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="counts threads and handles in /proc")
def test_two_hundred_windows_leave_nothing_behind(qapp):
    net = guard.install()
    net.qt_messages.clear()
    chance = random.Random(2)
    objects, watched = [], []
    for n in range(CYCLES):
        watched += live(chance)
        if n == CYCLES // 10:
            sweep()
            before = threads_and_handles()
        if n % 10 == 9:
            sweep()
            assert [ref() for ref in watched if ref() is not None] == []
            watched.clear()
            objects.append(len(gc.get_objects()))
    sweep()
    # fewer is no leak: Qt keeps idle threads of its own for some seconds
    assert all(now <= then for now, then in zip(threads_and_handles(), before, strict=True))
    assert list(net.qt_messages) == []
    settled = objects[len(objects) // 3 :]
    assert settled[-1] - settled[0] < 10 * (len(settled) - 1), "live objects grow by one or more in each cycle"
