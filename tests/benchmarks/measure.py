"""Fair comparison of pieces of code on a noisy machine: taken in turns, in CPU time, as medians and ratios."""

from __future__ import annotations

import atexit
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROUNDS = 15
USUAL_BARE_WINDOW = 0.140
"""Seconds of CPU time after which a bare PySide6 window is painted on the machine that limits in ms are meant for."""

BARE_WINDOW = """
import json, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Bare(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, self.report)

    def report(self):
        print(json.dumps({"painted": time.process_time()}))
        app.quit()

app = QApplication([])
window = Bare()
window.resize(1340, 700)
window.show()
app.exec()
"""


def interleaved(
    pieces: Mapping[str, Callable[[], object]],
    calls: int,
    rounds: int = ROUNDS,
    clock: Callable[[], float] = time.thread_time,
) -> dict[str, list[float]]:
    """Return for each piece the microseconds of a call, one number a round, all pieces taking turns.

    The clock counts the CPU time of this thread alone; work on several threads needs `time.perf_counter`.
    """
    for piece in pieces.values():
        piece()
    times: dict[str, list[float]] = {name: [] for name in pieces}
    for _ in range(rounds):
        for name, piece in pieces.items():
            start = clock()
            for _ in range(calls):
                piece()
            times[name].append((clock() - start) / calls * 1e6)
    return times


def ratio(times: Mapping[str, Sequence[float]], piece: str, yardstick: str) -> float:
    """Return the median over the rounds of `piece` over `yardstick`: each pair ran side by side."""
    return statistics.median(a / b for a, b in zip(times[piece], times[yardstick], strict=True))


def report(what: str, value: float, limit: str, unit: str = "x", note: str = "") -> None:
    """Print one line of a benchmark's table."""
    print(f"  {what:<58} {value:9.2f} {unit:<4} target {limit:<10} {note}")


def launch(script: str, home: str, what: str = "work") -> dict[str, float]:
    """Run a script in a new process, with settings of its own, and read what it measured."""
    environment = os.environ | {"XDG_CONFIG_HOME": home, "OPENBLAS_NUM_THREADS": "1"}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    words = [sys.executable, "-c", script, what]
    # A window that meets an error shows it and waits for somebody to close it: here nobody will.
    done = subprocess.run(words, env=environment, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    return json.loads(done.stdout)


def as_at_first_start() -> None:
    """Give this process settings of its own, so that its window stands as at the first start; before Qt."""
    home = tempfile.TemporaryDirectory()
    os.environ["XDG_CONFIG_HOME"] = home.name
    atexit.register(home.cleanup)


def machine_scale(launches: int = 5) -> float:
    """Return how many times as long as usual things take here: by the CPU time of a bare window; print it."""
    with tempfile.TemporaryDirectory() as home:
        bare = statistics.median(launch(BARE_WINDOW, home)["painted"] for _ in range(launches + 1))
    scale = bare / USUAL_BARE_WINDOW
    print(f"a bare PySide6 window is painted after {bare * 1e3:.0f} ms of CPU time: limits in ms times {scale:.2f}")
    return scale
