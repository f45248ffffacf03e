"""Threads that their owners end, and in which no object of Qt is destroyed.

In a destructor Qt holds the lock of its signals while PySide waits for Python's, to look for an override; in a
constructor in the GUI thread PySide holds Python's lock while Qt waits for that of the signals. Where an object dies in
a thread beside a living window, both stand still for ever: so a worker comes back to the GUI thread and dies there.
"""

from __future__ import annotations

import atexit
import warnings

import shiboken6
from PySide6.QtCore import QObject, QThread, Slot

alive: set[OwnedThread] = set()
"""Keeps running threads: Qt aborts the program when the object of a running thread is destroyed."""


class OwnedThread(QThread):
    """A thread that its owner ends before it goes itself.

    An owner that was forgotten instead takes its thread with it, and a warning tells of it.
    """

    def __init__(self, name: str, owner: QObject) -> None:
        super().__init__()  # without a parent, which would destroy it while it runs
        self.setObjectName(name)
        owner.destroyed.connect(self._on_owner_destroyed)

    def begin(self) -> None:
        """Start the thread, and keep it until it has ended."""
        alive.difference_update([known for known in alive if known.isFinished()])
        alive.add(self)
        self.start()

    def end(self) -> None:
        """End the thread, waiting for what it is doing at the moment; called in the GUI thread."""
        self.requestInterruption()
        self.quit()
        self.wait()
        alive.discard(self)

    @Slot()
    def _on_owner_destroyed(self) -> None:
        if self.isRunning():
            self.end()
            warnings.warn(f"the owner of thread {self.objectName()!r} did not end it", ResourceWarning, stacklevel=2)


class WorkerThread(OwnedThread):
    """Runs the slots of one worker object.

    Attributes
    ----------
    worker : QObject
        Lives in the thread while that runs, and is destroyed in the GUI thread when it has ended.
    """

    def __init__(self, worker: QObject, name: str, owner: QObject) -> None:
        super().__init__(name, owner)
        self.worker = worker
        worker.moveToThread(self)

    def run(self) -> None:
        """Deliver what the worker is asked for until the end, then hand the worker back."""
        try:
            self.exec()
        finally:
            self.worker.moveToThread(self.thread())  # Qt takes its timers along, and `end` is waiting already

    def end(self) -> None:
        """End the thread and destroy the worker, with everything that it was asked for and has not begun."""
        super().end()
        if shiboken6.isValid(self.worker):
            shiboken6.delete(self.worker)


@atexit.register
def end_all() -> None:
    """End what still runs when Python ends: a script may show the window and never close it."""
    for thread in list(alive):
        thread.end()
