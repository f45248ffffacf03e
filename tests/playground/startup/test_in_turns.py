"""Long work in the GUI thread leaves the event loop its turns."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QTimer

from playground.startup.in_turns import SLICE_S, InTurns


@pytest.fixture
def turns(qtbot):
    parent = QObject()
    made = InTurns(parent)
    yield made
    parent.deleteLater()


def busy(done, count, seconds):
    for number in range(count):
        time.sleep(seconds)
        done.append(number)
        yield


def take_turns():
    """Let the event loop turn a few times."""
    for _ in range(5):
        QCoreApplication.processEvents()


def test_other_things_happen_between_the_pieces(qtbot, turns):
    done, seen = [], []
    beat = QTimer(turns, interval=0)
    beat.timeout.connect(lambda: seen.append(len(done)))
    beat.start()
    with qtbot.waitSignal(turns.finished):
        turns.start(busy(done, 5, 2 * SLICE_S))
    assert done == [0, 1, 2, 3, 4]
    assert {1, 2, 3, 4} <= set(seen)


def test_short_pieces_share_a_turn(qtbot, turns):
    done, seen = [], []
    beat = QTimer(turns, interval=0)
    beat.timeout.connect(lambda: seen.append(len(done)))
    beat.start()
    with qtbot.waitSignal(turns.finished):
        turns.start(busy(done, 50, 0))
    assert len(set(seen)) < 25


def test_what_is_left_is_left(qtbot, turns):
    done = []
    turns.finished.connect(lambda: done.append("finished"))
    turns.start(busy(done, 100, SLICE_S))
    qtbot.waitUntil(lambda: len(done) >= 2)
    turns.stop()
    count = len(done)
    take_turns()
    assert len(done) == count


def test_work_that_fails_is_not_tried_again(qtbot, turns):
    def failing():
        yield
        raise ValueError("no")

    ended = []
    turns.finished.connect(lambda: ended.append(True))
    with qtbot.captureExceptions() as caught:
        turns.start(failing())
        qtbot.waitUntil(lambda: len(caught) > 0)
        take_turns()
    assert [str(error) for _, error, _ in caught] == ["no"]
    assert not ended
