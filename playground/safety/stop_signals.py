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
    """Turns SIGINT, SIGTERM and SIGHUP into closed windows, so that work is ended and state is saved in order.

    The system's handler writes a byte into a socket that Qt watches: the windows are closed from the event
    loop, and not by Python's handler, which may come in the middle of a paint, or not at all while Qt waits.

    A signal that comes before `attend` waits in the socket: a window that is closed while it is being built is
    destroyed under its builder's hands, and the end of an event loop that has not begun is forgotten.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._reader, self._writer = socket.socketpair()
        self._reader.setblocking(False)
        self._writer.setblocking(False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self, enabled=False)
        self._notifier.activated.connect(self._on_byte)
        signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        signal.signal(signal.SIGINT, _leave_it_to_qt)
        signal.signal(signal.SIGTERM, _leave_it_to_qt)
        hang_up = getattr(signal, "SIGHUP", None)
        if hang_up is not None and signal.getsignal(hang_up) != signal.SIG_IGN:  # nohup asks for that
            signal.signal(hang_up, _leave_it_to_qt)

    def attend(self) -> None:
        """Close the windows from now on, and at once if a signal came already."""
        self._notifier.setEnabled(True)

    @Slot()
    def _on_byte(self) -> None:
        with contextlib.suppress(BlockingIOError):
            self._reader.recv(64)
        QApplication.closeAllWindows()


def _leave_it_to_qt(number: int, frame: FrameType | None) -> None:
    """Stand where a handler is needed for the byte to be written."""
