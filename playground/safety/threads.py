"""Threads that serve one worker object each and never take the program down with them."""

from __future__ import annotations

import atexit

from PySide6.QtCore import QObject, QThread

alive: set[QThread] = set()
"""Keeps running threads: Qt aborts the program when the object of a running thread is destroyed."""


def start_worker(worker: QObject, name: str, owner: QObject) -> QThread:
    """Let the slots of `worker` run in a new thread, until `end` is called or `owner` is destroyed."""
    thread = QThread()
    thread.setObjectName(name)
    worker.moveToThread(thread)
    thread.finished.connect(worker.deleteLater)  # its timers may only be stopped in their own thread
    owner.destroyed.connect(thread.quit)
    start(thread)
    return thread


def start(thread: QThread) -> None:
    """Start a thread, which must have no parent, and keep it until it has ended."""
    alive.difference_update([known for known in alive if known.isFinished()])
    alive.add(thread)
    thread.start()


def end(thread: QThread) -> None:
    """End a thread, waiting for what its worker is doing at the moment."""
    thread.quit()
    thread.wait()
    alive.discard(thread)


@atexit.register
def end_all() -> None:
    """End what still runs when Python ends: a script may show the window and never close it."""
    for thread in list(alive):
        end(thread)
