"""What a frame of the loss curve costs, whatever its length: new losses, reduction, painting; zooming and panning.

    python tests/benchmarks/curve_frames.py [rounds]

All lengths and the naive way (pyqtgraph's own curve of all points) take turns in one process. Processor time of
the GUI thread is counted, because other work on the machine disturbs it least; the medians are printed.
"""

from __future__ import annotations

import os
import statistics
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from PySide6.QtWidgets import QApplication

from playground.panels.curves.plot import CurvePlot
from playground.widgets.plot.pyqtgraph_setup import pg

LENGTHS = (1_000, 10_000, 100_000, 1_000_000)
SIZE = (560, 600)
FRESH = 60  # losses between two frames: 1,800 iterations a second
LIMIT_MS = 2.0
FRAME_MS = 1000 / 60


def noisy(count: int) -> np.ndarray:
    """Give losses that fall and scatter as those of a real network."""
    falling = 2.2 * np.exp(-np.arange(count) / 700) + 0.1
    return (falling * np.exp(np.random.default_rng(0).normal(0, 0.3, count))).astype(np.float32)


def spent(action) -> float:
    """Give the processor time of a frame in ms: the middle one of three that follow each other, as frames do."""
    for _ in range(3):
        QApplication.processEvents()  # nothing of another plot is left to paint
    times = []
    for _ in range(3):
        started = time.thread_time()
        action()
        times.append(1000 * (time.thread_time() - started))
    return statistics.median(times)


class OurPlot:
    """Our plot with losses that grow by a few each frame."""

    def __init__(self, count: int) -> None:
        self.plot = CurvePlot()
        self.plot.resize(*SIZE)
        self.plot.append(1, noisy(count))
        self.plot.show()
        self.fresh = noisy(FRESH)
        self.centre = count / 2

    def grow(self) -> None:
        """Take new losses and paint them."""
        self.plot.append(self.plot.next_iteration, self.fresh)
        self._paint()

    def pan(self) -> None:
        """Move the middle tenth of the curve by a hundredth."""
        self.plot.set_following(False)
        width = 0.1 * self.plot.next_iteration
        self.centre += 0.01 * width
        self.plot.view.set_iteration_range((self.centre - width / 2, self.centre + width / 2))
        self._paint()

    def zoom(self) -> None:
        """Zoom in by a tenth, or out again when a thousandth of the curve is left."""
        self.plot.set_following(False)
        left, right = self.plot.view.iteration_range
        width = (right - left) * 0.9 if right - left > 1000 else self.plot.next_iteration
        self.plot.view.set_iteration_range((self.centre - width / 2, self.centre + width / 2))
        self._paint()

    def _paint(self) -> None:
        self.plot.refresh()
        QApplication.processEvents()


class NaivePlot:
    """pyqtgraph's own curve of every loss, as its examples show it."""

    def __init__(self, count: int) -> None:
        self.widget = pg.PlotWidget()
        self.widget.resize(*SIZE)
        self.losses = noisy(count)
        self.curve = self.widget.plot(self.losses)
        self.widget.show()

    def grow(self) -> None:
        """Take new losses and paint all."""
        self.losses = np.append(self.losses, self.losses[-FRESH:])
        self.curve.setData(self.losses)
        QApplication.processEvents()


def main() -> int:
    """Print the table; give 1 when a frame of a million points is too slow."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 25
    application = QApplication([])
    ours, naive = {n: OurPlot(n) for n in LENGTHS}, {n: NaivePlot(n) for n in LENGTHS}
    actions = {}
    for count in LENGTHS:
        actions |= {("naive", count): naive[count].grow, ("grow", count): ours[count].grow}
    big = OurPlot(LENGTHS[-1])
    actions |= {("pan", LENGTHS[-1]): big.pan, ("zoom", LENGTHS[-1]): big.zoom}
    times: dict[tuple[str, int], list[float]] = {key: [] for key in actions}
    for number in range(rounds + 3):
        for key, action in actions.items():
            cost = spent(action)
            if number >= 3:  # the first frames build what the later ones use again
                times[key].append(cost)
    medians = {key: statistics.median(values) for key, values in times.items()}
    print(f"{'points':>10} {'naive, ms':>10} {'ours, ms':>9} {'ratio':>7}")
    for count in LENGTHS:
        slow, fast = medians["naive", count], medians["grow", count]
        print(f"{count:>10,} {slow:>10.2f} {fast:>9.2f} {slow / fast:>6.1f}x")
    for key in ("pan", "zoom"):
        cost = medians[key, LENGTHS[-1]]
        print(f"{key} over a million points: {cost:.2f} ms, {cost / FRAME_MS:.0%} of a frame at 60 a second")
    frame = medians["grow", LENGTHS[-1]]
    print(f"frame with a million points: {frame:.2f} ms, limit {LIMIT_MS} ms")
    del application
    return int(frame > LIMIT_MS)


if __name__ == "__main__":
    raise SystemExit(main())
