"""A confined training read in a thread: no report is taken before the window has done with the one before."""

from __future__ import annotations

import threading
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from playground.confined.child import Child, Report

_LOOK_AGAIN_S = 0.1


class Following(QObject):
    """Reads what children report, one child after the other; lives in a thread of its own.

    A child that reports faster than the window listens waits: nothing piles up in between.
    """

    told = Signal(object, object)
    """The child, and its `Report`."""
    ended = Signal(object, object)
    """The child, and its `Ending`."""
    failed = Signal(str)
    """Traceback of an error of the program's own."""

    def __init__(self) -> None:
        super().__init__()
        self._is_taken = threading.Event()
        self._is_leaving = threading.Event()

    @Slot(object)
    def follow(self, child: Child) -> None:
        """Tell what a child reports until it has ended."""
        try:
            child.start()
            for report in child.reports():
                self._hand_over(child, report)
            self.ended.emit(child, child.wait())
        except Exception:  # noqa: BLE001 - whatever it is, the person must see it
            child.kill()
            self.failed.emit(traceback.format_exc())

    def take_next(self) -> None:
        """Say that the report is dealt with; called in the window's thread."""
        self._is_taken.set()

    def leave(self) -> None:
        """Wait for nobody any more."""
        self._is_leaving.set()

    def _hand_over(self, child: Child, report: Report) -> None:
        self._is_taken.clear()
        self.told.emit(child, report)
        while not self._is_leaving.is_set() and not self._is_taken.wait(_LOOK_AGAIN_S):
            pass
