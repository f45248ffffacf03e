"""How long single turns of the window's thread are while four optimizers race on MNIST in it.

``QT_QPA_PLATFORM=offscreen python tests/benchmarks/race_turns.py [SECONDS]``

Told are the thread's own work (processor time) and, where the system says so, the turn without the time in which the
thread was ready and another process had the processor: what is left includes waiting for Python's lock.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path

os.environ["OPENBLAS_NUM_THREADS"] = "1"
os.environ["QT_NO_GLIB"] = "1"  # whose dispatcher does not tell when a turn begins

import numpy as np
from PySide6.QtCore import QAbstractEventDispatcher, QEventLoop, QObject, QTimer, Slot

from nn.races.cards import cards
from playground import app as program

_SECONDS = 30
_WAITS = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat")


class Turns(QObject):
    """Notes each turn of the event loop: seconds of work, and seconds without those that others had the processor."""

    def __init__(self) -> None:
        super().__init__()
        self.work: list[float] = []
        self.own: list[float] = []
        self._begun: tuple[float, float, float] | None = None
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.awake.connect(self._begin)
        dispatcher.aboutToBlock.connect(self._end)

    @Slot()
    def _begin(self) -> None:
        self._begun = time.thread_time(), time.perf_counter(), _waited()

    @Slot()
    def _end(self) -> None:
        if self._begun is not None:
            work, wall, waited = self._begun
            self.work.append(time.thread_time() - work)
            self.own.append(time.perf_counter() - wall - (_waited() - waited))
            self._begun = None


def _waited() -> float:
    """Return the seconds for which this thread was ready and did not run."""
    return int(_WAITS.read_text().split()[1]) / 1e9 if _WAITS.exists() else 0.0


def _wait(seconds: float) -> None:
    loop = QEventLoop()  # the application's own would close the window at its end
    QTimer.singleShot(int(1000 * seconds), loop.quit)
    loop.exec()


def main() -> None:
    """Race and tell."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else _SECONDS
    application, window = program.create([])
    window.resize(1366, 768)
    begun = []
    window.ready.connect(lambda: begun.append(True))
    while not begun:
        application.processEvents()
        time.sleep(0.001)
    racing = window.session.racing
    window.session.panel_requested.emit("races")
    racing.choose(cards()["6.1-mnist"])
    _wait(2.0)  # the panel comes up
    turns = Turns()
    racing.start()
    _wait(seconds)
    load = os.getloadavg()[0]
    for name, taken in (("work", turns.work), ("without waiting for a processor", turns.own)):
        ms = 1000 * np.array(taken)
        p50, p99 = np.percentile(ms, (50, 99))
        print(f"{name}: {len(ms)} turns, median {p50:.2f}, p99 {p99:.1f}, longest {ms.max():.1f} ms (load {load:.1f})")
    print(f"iteration {racing.iteration:,} after {seconds:g} s")
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
