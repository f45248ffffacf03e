"""Long work in the GUI thread, cut into pieces between which the window answers."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Iterator

SLICE_S = 0.006
_NO_WORK: Iterator[None] = iter(())


class InTurns(QObject):
    """Goes through an iterator for some milliseconds in each turn of the event loop, until it ends or fails.

    Attributes
    ----------
    finished : Signal
        The iterator has come to its end.
    """

    finished = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work = _NO_WORK
        self._next_turn = QTimer(self, interval=0)
        self._next_turn.timeout.connect(self._on_next_turn)

    def start(self, work: Iterator[None]) -> None:
        """Do `work`, which yields wherever the event loop may take a turn."""
        self._work = work
        self._next_turn.start()

    def stop(self) -> None:
        """Leave what is not done yet."""
        self._next_turn.stop()
        self._work = _NO_WORK

    @Slot()
    def _on_next_turn(self) -> None:
        end = time.perf_counter() + SLICE_S
        try:
            for _ in self._work:
                if time.perf_counter() > end:
                    return
        except BaseException:
            self.stop()  # else the event loop would ask a broken iterator again and again
            raise
        self.stop()
        self.finished.emit()
