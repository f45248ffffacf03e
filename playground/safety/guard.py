"""The safety net of the process: every error reaches the person, and none ends the program silently."""

from __future__ import annotations

import faulthandler
import sys
import threading
import traceback
from collections import deque
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
)

if TYPE_CHECKING:
    from types import TracebackType

KEPT = 100  # reports and Qt messages kept; a paint that fails fails sixty times a second
HARMLESS = ("This plugin does not support",)  # what the offscreen platform says of every window


class Guard(QObject):
    """Catches what nobody caught, in any thread, and relays its text to the GUI thread.

    Only text is kept: a stored traceback would keep the frames, and with them whole windows, alive.

    Attributes
    ----------
    errors : deque of str
        The last different reports, oldest first.
    qt_messages : deque of str
        The last messages of Qt.
    reported : Signal(str)
        A new error's text, emitted in the GUI thread; the same text is reported once.
    """

    reported = Signal(str)
    _arrived = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.errors: deque[str] = deque(maxlen=KEPT)
        self.qt_messages: deque[str] = deque(maxlen=KEPT)
        # From another thread this becomes a queued call, so that `_receive` always runs in the GUI thread.
        self._arrived.connect(self._receive)

    def report(self, text: str) -> None:
        """Tell the person of an error; may be called from any thread."""
        if sys.stderr is not None:  # a Windows program without console has none
            sys.stderr.write(text.rstrip() + "\n")
        self._arrived.emit(text)

    @Slot(str)
    def _receive(self, text: str) -> None:
        if text not in self.errors:
            self.errors.append(text)
            self.reported.emit(text)

    def on_exception(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        """Stand in for ``sys.excepthook``."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        self.report("".join(traceback.format_exception(kind, error, trace)))

    def on_thread_exception(self, event: threading.ExceptHookArgs) -> None:
        """Stand in for ``threading.excepthook``."""
        if event.exc_type is not SystemExit:
            self.on_exception(event.exc_type, event.exc_value, event.exc_traceback)

    def on_unraisable(self, event: sys.UnraisableHookArgs) -> None:
        """Stand in for ``sys.unraisablehook``: errors in destructors and callbacks."""
        head = f"{event.err_msg or 'Exception ignored in'}: {event.object!r}\n"
        body = traceback.format_exception(event.exc_type, event.exc_value, event.exc_traceback)
        self.report(head + "".join(body))

    def on_qt_message(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        """Stand in for Qt's message handler; what Qt calls critical is an error like any other."""
        if text.startswith(HARMLESS):
            return
        self.qt_messages.append(f"{kind.name}: {text}")
        if kind == QtMsgType.QtCriticalMsg:
            self.report(f"Qt: {text}")
        elif sys.stderr is not None:
            sys.stderr.write(f"Qt: {text}\n")


@cache
def install() -> Guard:
    """Put the safety net under this process; a second call gives the first one's guard.

    Returns
    -------
    Guard
    """
    guard = Guard()
    sys.excepthook = guard.on_exception
    threading.excepthook = guard.on_thread_exception
    sys.unraisablehook = guard.on_unraisable
    qInstallMessageHandler(guard.on_qt_message)
    return guard


def record_crashes() -> str:
    """Let a crash of the interpreter itself leave its traceback in a file.

    Returns
    -------
    str
        What the file holds from an earlier start: the traceback of a crash, or nothing.
    """
    from PySide6.QtCore import QStandardPaths  # large, and not needed before the window stands

    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    path = Path(place) / "crash.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        earlier = path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""
        file = path.open("w", encoding="utf-8")
    except OSError as error:  # a folder that cannot be written to must not keep the program from starting
        if sys.stderr is not None:
            sys.stderr.write(f"Crashes cannot be recorded: {error}\n")
        return ""
    # faulthandler writes to the bare descriptor when nothing else works any more, and keeps the file open.
    faulthandler.enable(file)
    return earlier
