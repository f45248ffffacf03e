"""A step of the debugger with all its views: until everything is right and painted.

    python tests/benchmarks/debug_step.py [steps]

The window of the first start, with the Debugger and the Variables in front, goes through the pass of a digit and of
a training iteration, one event at a time. The clock runs from the command until the window's clock stands still and
nothing waits to be painted: CPU time of the window's thread, and beside it the wall.

The steps come at a person's pace: what one of them cost beyond a frame's budget, the window's clock pays off by
waiting before the next, so that steps on each other's heels measure that waiting. And the benchmark sleeps until Qt has
something to do: a timer that asks each millisecond whether all is right costs more CPU time than many a view.
"""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import statistics
import sys
import time
from collections.abc import Callable

from measure import as_at_first_start, machine_scale, report

STEPS = 60
LIMIT = 8.0  # ms, median
PACE_S = 0.6  # from the end of a step to the next: nobody reads faster


def main() -> None:
    steps = int(sys.argv[1]) if len(sys.argv) > 1 else STEPS
    scale = machine_scale()
    from draw_latency import is_loaded, wait
    from PySide6.QtCore import QEventLoop, QTimer

    from playground.app import create

    as_at_first_start()
    app, window = create([])
    wait(app, lambda: is_loaded(window))
    session = window.session
    session.looking.show_row(0)
    session.panel_requested.emit("debugger")
    session.panel_requested.emit("variables")
    debugger = session.debugger

    def is_right() -> bool:
        return window.frame_clock.is_at_rest and not debugger.travel.search.is_searching

    def sleep_until(condition: Callable[[], bool]) -> None:
        while not condition():
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def rest(seconds: float) -> None:
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()
        sleep_until(is_right)

    print(f"a step of the debugger, 784-100-100-10, {app.platformName()}")
    for subject in ("sample", "batch"):
        debugger.choose(subject)
        debugger.step_into()
        rest(1.0)
        walls, cpus = [], []
        for _ in range(steps):
            wall, cpu = time.perf_counter(), time.thread_time()
            debugger.step_into()
            app.processEvents()
            sleep_until(is_right)
            app.processEvents()
            walls.append((time.perf_counter() - wall) * 1e3)
            cpus.append((time.thread_time() - cpu) * 1e3)
            rest(PACE_S)
            if debugger.cursor == len(debugger.trace):  # the next step of a sample's pass would be none
                debugger.go(1)
                rest(PACE_S)
        p95 = statistics.quantiles(cpus, n=20, method="inclusive")[18]
        note = f"CPU p95 {p95:.1f}, max {max(cpus):.1f}; wall p50 {statistics.median(walls):.1f}"
        report(f"{subject}: CPU time of a step, median", statistics.median(cpus), f"<= {LIMIT * scale:.1f}", "ms", note)
        debugger.close()
        rest(0.5)
    window.close()


if __name__ == "__main__":
    main()
