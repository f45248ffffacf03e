"""Close the windows when the terminal or the system asks the program to end."""

from __future__ import annotations

import contextlib
import signal
import socket
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Slot
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from types import FrameType


class StopSignals(QObject):
    """Turns SIGINT and SIGTERM into closed windows, so that work is ended and state is saved in order.

    The system's handler writes a byte into a socket that Qt watches: the windows are closed from the event
    loop, and not by Python's handler, which may come in the middle of a paint, or not at all while Qt waits.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._reader, self._writer = socket.socketpair()
        self._reader.setblocking(False)
        self._writer.setblocking(False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_byte)
        signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, _leave_it_to_qt)

    @Slot()
    def _on_byte(self) -> None:
        with contextlib.suppress(BlockingIOError):
            self._reader.recv(64)
        QApplication.closeAllWindows()


def _leave_it_to_qt(number: int, frame: FrameType | None) -> None:
    """Stand where a handler is needed for the byte to be written."""
