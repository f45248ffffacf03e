"""Collect Python's cyclic garbage in the GUI thread and nowhere else."""

from __future__ import annotations

import gc
from functools import cache

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot

INTERVAL_MS = 500


@cache
def collect_in_gui_thread() -> GuiThreadCollector:
    """Return the collector of this process, which waits for `begin`."""
    return GuiThreadCollector(QCoreApplication.instance())


class GuiThreadCollector(QObject):
    """Replaces Python's automatic collection by a timer.

    Automatic collection runs in whichever thread allocates next. In the training thread it would destroy
    widgets there, which ends in a segmentation fault.
    """

    def __init__(self, parent: QObject | None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self._collect)

    @Slot()
    def begin(self) -> None:
        """Collect from now on: while a window is built there is little to find, and all modules to look through."""
        self._timer.start()

    @Slot()
    def settle(self) -> None:
        """Leave what lives now out of later collections: modules stay and take long to look through."""
        gc.freeze()

    @Slot()
    def _collect(self) -> None:
        """Collect the oldest generation that is due, by Python's own thresholds."""
        due = [
            n for n, (count, limit) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)) if count > limit
        ]
        if due:
            gc.collect(max(due))
