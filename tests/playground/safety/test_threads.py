"""A thread ends when told, and also when nobody is left to tell it."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from playground.safety.threads import alive, end, start_worker


def test_a_thread_ends_at_once_even_while_it_is_starting(qapp: object) -> None:
    for _ in range(50):
        owner, worker = QObject(), QObject()
        thread = start_worker(worker, "test", owner)
        end(thread)
        assert thread.isFinished()
        assert not shiboken6.isValid(worker)
    assert not alive


def test_a_thread_whose_owner_is_forgotten_ends_by_itself(qtbot: QtBot) -> None:
    owner, worker = QObject(), QObject()
    timer = QTimer(worker, interval=0)
    thread = start_worker(worker, "test", owner)
    QTimer.singleShot(0, timer, timer.start)
    del owner
    qtbot.waitUntil(thread.isFinished)
    end(thread)
