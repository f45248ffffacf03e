"""A step over a recording of a person's own code with all views of it: until everything is right and painted.

    python tests/benchmarks/own_code_step.py [steps]

The window of the first start, large, with My code and the Variables in front, a graph and a value open, three watches
and a line to compute on, goes line by line through the book's TwoLayerNet 784-50-10 with 10 pictures, of functions and
of layers. The clock runs from the command until the window's clock stands still and nothing waits to be painted: CPU
time of the window's thread, and beside it the wall. See `debug_step.py` for why the steps come at a person's pace.
"""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from measure import as_at_first_start, machine_scale, report

STEPS = 40
LIMIT = 16.0  # ms
PACE_S = 0.6
RETYPED = Path(__file__).parent.parent / "nn" / "own_code" / "retyped"
CALL = """x = np.arange(7840.0).reshape(10, 784) / 7840
t = np.eye(10)
net = TwoLayerNet(784, 50, 10)
grads = net.gradient(x, t)"""


def main() -> None:
    steps = int(sys.argv[1]) if len(sys.argv) > 1 else STEPS
    scale = machine_scale()
    from draw_latency import is_loaded, wait
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QLineEdit

    from playground.app import create

    as_at_first_start()
    app, window = create([])
    wait(app, lambda: is_loaded(window))
    session = window.session
    window.resize(1920, 1080)  # there the graph and a value have room beside the code
    session.panel_requested.emit("my_code")
    session.panel_requested.emit("variables")
    stepping = session.own_code.stepping

    def sleep_until(condition: Callable[[], bool]) -> None:
        while not condition():
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def rest(seconds: float) -> None:
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()
        sleep_until(lambda: window.frame_clock.is_at_rest)

    rest(1.0)
    for name in ("functions_net", "layers_net"):
        session.own_code.source.begin((RETYPED / f"{name}.txt").read_text("utf-8"), f"{name}.py")
        session.own_code.source.allow()
        stepping.open(CALL)
        sleep_until(lambda: stepping.is_open and not stepping.is_busy)
        stepping.go_to(next(p for p, m in enumerate(stepping.walk.moments) if m.function.endswith("gradient")))
        rest(0.5)
        if not session.watching.all:
            for watch in ("max(x)", "sum(x, axis=1)", "norm(t)"):
                session.watching.add(watch)
        window.findChild(QLineEdit, "scratchEntry").entered.emit("x * 2")
        stepping.value_wanted.emit(stepping.moment.line - 1, "x")
        rest(1.0)
        walls, cpus, functions = [], [], set()
        for _ in range(steps):
            functions.add(stepping.call_in_sight)
            wall, cpu = time.perf_counter(), time.thread_time()
            stepping.step_into()
            app.processEvents()
            sleep_until(lambda: window.frame_clock.is_at_rest)
            app.processEvents()
            walls.append((time.perf_counter() - wall) * 1e3)
            cpus.append((time.thread_time() - cpu) * 1e3)
            rest(PACE_S)
            if stepping.moment is None:
                break
        p95 = statistics.quantiles(cpus, n=20, method="inclusive")[18]
        note = (
            f"CPU p95 {p95:.1f}, max {max(cpus):.1f}; wall p50 {statistics.median(walls):.1f}; {len(functions)} calls"
        )
        report(f"{name}: CPU time of a step, median", statistics.median(cpus), f"<= {LIMIT * scale:.1f}", "ms", note)
        stepping.stop()
        rest(0.5)
    window.close()


if __name__ == "__main__":
    main()
