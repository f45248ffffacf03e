"""What the activations panel costs: building it, moving range and point, following the numbers of a sample.

    python tests/benchmarks/function_plot.py [rounds]

Processor time of the GUI thread, because other work on the machine disturbs it least; medians are printed, and the
slowest of what happens once. Each frame is the slot that computes it and the repaint that follows.
"""

from __future__ import annotations

import importlib
import os
import statistics
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from measure import report
from PySide6.QtWidgets import QApplication

from nn.network import NetworkSpec
from playground.panels.activations.panel import ActivationsPanel
from playground.panels.curves.plot import CurvePlot
from playground.session.looking.selection import FunctionPlot
from playground.session.session import Session

SIZES = ((560, 330), (900, 600))
LIMIT = "16"
FOUR = ("Sigmoid", "Tanh", "Relu", "Gelu")


def spent(action) -> float:
    """Give the processor time of an action in ms."""
    started = time.thread_time()
    action()
    return 1000 * (time.thread_time() - started)


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


class Bench:
    """A panel on its own, with the session it needs."""

    def __init__(self) -> None:
        self.session = Session()
        while self.session.library.data is None or self.session.looking.sample is None:
            QApplication.processEvents()
        for name in ActivationsPanel.modules:
            importlib.import_module(name)
        self.curves = CurvePlot()  # the window has one before: what pyqtgraph does once is not counted
        self.curves.show()
        self.panel = ActivationsPanel()
        self.panel.show()
        settle()

    def build(self) -> list[float]:
        """Bring the panel to life; give the time of each step."""
        steps = self.panel.attach(self.session)
        times = []
        while not self.panel.is_ready:
            times.append(spent(lambda: next(steps, None)))
        return times

    def frame(self, action, rounds: int) -> float:
        """Give the median time of an action that changes something each time, and of its repaint."""
        times = []
        for round_ in range(rounds):
            times.append(spent(lambda n=round_: (action(n), self.panel.view.view.viewport().repaint())))
            settle()
        return statistics.median(times)

    def move_range(self, functions: tuple[str, ...], number: int) -> None:
        """Show the functions over another range than before."""
        self.session.selection.show_plot(FunctionPlot(functions, -5 - 0.01 * number, 5.0, derivatives=True))


def main(rounds: int) -> None:
    """Print the table."""
    QApplication(sys.argv[:1]).setStyle("Fusion")
    bench = Bench()
    report("building the panel, the longest step", max(bench.build()), LIMIT, "ms")
    panel, session = bench.panel, bench.session
    for size in SIZES:
        panel.resize(*size)
        settle()
        at = "{} x {}".format(*size)
        one = bench.frame(lambda n: bench.move_range(("Sigmoid",), n), rounds)
        report(f"a frame of the range, 1 function, {at}", one, LIMIT, "ms")
        four = bench.frame(lambda n: bench.move_range(FOUR, n), rounds)
        report(f"a frame of the range, 4 functions and derivatives, {at}", four, LIMIT, "ms")
        point = bench.frame(lambda n: panel.view.point_edited.emit(0.01 * n), rounds)
        report(f"a frame of the point, 4 functions, {at}", point, LIMIT, "ms")
        live = bench.frame(lambda n: panel.plotting.refresh_samples(), rounds)
        report(f"100 numbers of a sample, 4 functions, {at}", live, LIMIT, "ms")
    session.editing.edit_spec("wide", NetworkSpec.mlp(784, (512, 256), 10, activation="Sigmoid"))
    settle()
    live = bench.frame(lambda n: panel.plotting.refresh_samples(), rounds)
    report("512 numbers of a sample, 4 functions, 900 x 600", live, LIMIT, "ms")
    report("512 numbers of a sample, nothing painted", spent(panel.plotting.refresh_samples), LIMIT, "ms")
    session.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
