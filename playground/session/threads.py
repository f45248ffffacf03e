"""Threads that serve one worker object each and never take the program down with them."""

from __future__ import annotations

from PySide6.QtCore import QObject, QThread

alive: set[QThread] = set()
"""Keeps running threads: Qt aborts the program when the object of a running thread is destroyed."""


def start_worker(worker: QObject, name: str, owner: QObject) -> QThread:
    """Let the slots of `worker` run in a new thread, until `end` is called or `owner` is destroyed."""
    alive.difference_update([thread for thread in alive if thread.isFinished()])
    thread = QThread()
    thread.setObjectName(name)
    worker.moveToThread(thread)
    thread.finished.connect(worker.deleteLater)  # its timers may only be stopped in their own thread
    owner.destroyed.connect(thread.quit)
    alive.add(thread)
    thread.start()
    return thread


def end(thread: QThread) -> None:
    """End a thread, waiting for what its worker is doing at the moment."""
    thread.quit()
    thread.wait()
    alive.discard(thread)
