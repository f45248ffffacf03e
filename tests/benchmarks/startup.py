"""How long until the window stands, against a bare PySide6 window: CPU time, launches taken in turns.

    python tests/benchmarks/startup.py [rounds]

Prints the medians and their ratios. CPU time of the whole process from its very start is compared, because other
work on the machine disturbs it least; the longest pause of the event loop is wall-clock time and needs a
quiet machine.
"""

from __future__ import annotations

import compileall
import statistics
import sys
import tempfile

from measure import BARE_WINDOW, ROOT, USUAL_BARE_WINDOW, launch

LIMITS = {"first paint / bare": 1.6, "panels in front alive / bare": 5.0, "longest pause, ms": 60.0}

# What the libraries alone take: no program could have its plots ready sooner with them.
FLOOR = """
import json, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Bare(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, self.plot)

    def plot(self):
        if not plots:
            import pyqtgraph
            plots.append(pyqtgraph.PlotWidget(self))
            plots[0].show()
            QTimer.singleShot(0, self.report)

    def report(self):
        print(json.dumps({"ready": time.process_time()}))
        app.quit()

plots = []
app = QApplication([])
window = Bare()
window.resize(1340, 700)
window.show()
app.exec()
"""

OURS = """
import json, sys, time
from playground.startup import preflight
from playground.app import create
assert not preflight.problem()
from PySide6.QtCore import QObject, Qt, QTimer
from playground.window.main_window import MainWindow

furnish = MainWindow.furnish
figures = {}

def watched_furnish(window):
    if window.is_painted:
        figures["painted"] = time.process_time()
        figures["early"] = [name for name in ("numpy", "pyqtgraph") if name in sys.modules]
    furnish(window)

class Watch(QObject):
    def __init__(self):
        super().__init__()
        self.gap = 0.0
        self.last = time.perf_counter()
        self.heart = QTimer(self, timerType=Qt.TimerType.PreciseTimer, interval=1)
        self.heart.timeout.connect(self.beat)
        if sys.argv[1] == "pauses":    # the beat itself takes time, so it has launches of its own
            self.heart.start()

    def beat(self):
        now = time.perf_counter()
        self.gap, self.last = max(self.gap, now - self.last), now

    def on_ready(self):
        figures["ready"] = time.process_time()
        self.end = QTimer(self, interval=10)
        self.end.timeout.connect(self.finish_when_loaded)
        self.end.start()

    def finish_when_loaded(self):
        if window.session.library.data is None or window.session.library.shipped is None:
            return
        self.end.stop()
        figures["gap"] = self.gap
        print(json.dumps(figures))
        window.close()

MainWindow.furnish = watched_furnish
app, window = create([])
watch = Watch()
window.usable.connect(watch.on_ready)
app.exec()
"""


def main(rounds: int) -> None:
    """Compile, launch in turns, print."""
    for folder in ("nn", "playground", "resources"):
        compileall.compile_dir(ROOT / folder, quiet=2)
    with tempfile.TemporaryDirectory() as home:
        launch(BARE_WINDOW, home), launch(OURS, home)  # the first of each brings the files into memory
        runs = [
            (launch(BARE_WINDOW, home), launch(OURS, home), launch(OURS, home, "pauses"), launch(FLOOR, home))
            for _ in range(rounds)
        ]
    assert not any(ours["early"] for _, ours, _, _ in runs), "NumPy or pyqtgraph came before the first paint"
    bare = statistics.median(bare["painted"] for bare, *_ in runs)
    print(f"bare window painted        {bare * 1000:6.0f} ms CPU (median of {rounds})")
    for name, key in (("first paint", "painted"), ("panels in front alive", "ready")):
        median = statistics.median(ours[key] for _, ours, _, _ in runs)
        ratio = statistics.median(ours[key] / bare["painted"] for bare, ours, *_ in runs)
        limit = LIMITS[f"{name} / bare"]
        print(f"{name:26} {median * 1000:6.0f} ms CPU = {ratio:.2f} x bare (limit {limit})")
    floor = statistics.median(floor["ready"] / bare["painted"] for bare, *_, floor in runs)
    print(f"  of which Qt, NumPy and pyqtgraph with an empty plot alone: {floor:.2f} x bare")
    gaps = sorted(watched["gap"] * 1000 for _, _, watched, _ in runs)
    middle, limit = statistics.median(gaps), LIMITS["longest pause, ms"] * bare / USUAL_BARE_WINDOW
    print(f"longest event-loop pause   {middle:6.0f} ms median, {gaps[0]:.0f} to {gaps[-1]:.0f} (limit {limit:.0f})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
