"""From a pen move to the new bars on the screen, in the real window: at rest, and while a network trains.

    python tests/benchmarks/draw_latency.py [moves]

A mouse event is posted to the canvas every 8 ms, as a mouse of 125 Hz does. The clock runs from there until the
window has been painted with the answer to that very move: stroke, preprocessing, network, words, bars. Wall-clock
time, so the machine should be quiet; beside it stands the CPU time of the window's thread, which is not disturbed.
"""

from __future__ import annotations

import math
import statistics
import sys
import time
from collections.abc import Callable
from typing import NamedTuple

from measure import report

from playground.app import create

LIMIT = 8.0  # ms, 95th percentile
MOVES = 600
PAUSE = 8  # ms
LAP = 60  # moves for one turn of the circle that is drawn
LAPS = 3  # turns in one drawing, which then is cleared


class Latency(NamedTuple):
    """Milliseconds from posting a move to the painted bars, on the wall clock and of the thread's CPU time."""

    wall: float
    cpu: float


def main() -> None:
    moves = int(sys.argv[1]) if len(sys.argv) > 1 else MOVES
    app, window = create([])
    wait(
        app,
        lambda: (
            window.is_ready and window.session.library.data is not None and window.session.library.shipped is not None
        ),
    )
    pen = Pen(app, window)
    pen.measure(LAP)  # warm
    print(f"Pen move to painted bars, {moves} moves {PAUSE} ms apart, {app.platformName()}, ms")
    tell("at rest, shipped network", pen.measure(moves))
    window.session.looking.set_recogniser("mine")
    tell("at rest, 784-100-100-10", pen.measure(moves))
    window.session.control.train()
    wait(app, lambda: window.session.run.is_running)
    tell("while 784-100-100-10 trains", pen.measure(moves))
    window.session.looking.set_recogniser("shipped")
    tell("while 784-100-100-10 trains, shipped network reads", pen.measure(moves))
    window.session.control.stop()
    wait(app, lambda: not window.session.run.is_running)
    window.close()


class Pen:
    """Draws circles on the window's canvas and measures how long the window takes to follow."""

    def __init__(self, app, window) -> None:
        from PySide6.QtCore import QEvent, QObject

        from playground.panels.draw.canvas import DigitCanvas
        from playground.panels.draw.probability_bars import ProbabilityBars

        class PaintWatch(QObject):
            """Sees the bars painted after a move was read."""

            painted = read = False

            def on_example_changed(self) -> None:
                self.read = True
                bars.update()  # all ten rows, though rows that stay the same need not be painted again

            def eventFilter(self, watched: QObject, event: QEvent) -> bool:
                self.painted = self.painted or (self.read and event.type() == QEvent.Type.Paint)
                return False

        self._app, self._canvas = app, window.findChild(DigitCanvas)
        bars = window.findChild(ProbabilityBars)
        self._watch = PaintWatch(window)
        bars.installEventFilter(self._watch)
        window.session.looking.example_changed.connect(self._watch.on_example_changed)

    def measure(self, moves: int) -> list[Latency]:
        latencies = []
        for move in range(moves):
            if move % (LAPS * LAP) == 0:
                self._start_drawing()
            latencies.append(self._follow(self._point(move + 1)))
            end = time.perf_counter() + PAUSE / 1000
            wait(self._app, lambda end=end: time.perf_counter() >= end)
        self._canvas.clear()
        return latencies

    def _start_drawing(self) -> None:
        from PySide6.QtCore import QEvent

        self._post(QEvent.Type.MouseButtonRelease, self._point(0))
        self._app.processEvents()
        self._canvas.clear()
        self._post(QEvent.Type.MouseButtonPress, self._point(0))
        self._app.processEvents()

    def _follow(self, point) -> Latency:
        from PySide6.QtCore import QEvent

        self._watch.painted = self._watch.read = False
        wall, cpu = time.perf_counter(), time.thread_time()
        self._post(QEvent.Type.MouseMove, point)
        wait(self._app, lambda: self._watch.painted)
        return Latency((time.perf_counter() - wall) * 1e3, (time.thread_time() - cpu) * 1e3)

    def _point(self, move: int):
        from PySide6.QtCore import QPointF

        angle, side = 2 * math.pi * move / LAP, self._canvas.width()
        return QPointF(side * (0.5 + 0.3 * math.sin(angle)), side * (0.5 - 0.35 * math.cos(angle)))

    def _post(self, kind, point) -> None:
        from PySide6.QtCore import QEvent, Qt
        from PySide6.QtGui import QMouseEvent

        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        button = none if kind == QEvent.Type.MouseMove else left
        held = none if kind == QEvent.Type.MouseButtonRelease else left
        place = self._canvas.mapToGlobal(point)
        event = QMouseEvent(kind, point, place, button, held, Qt.KeyboardModifier.NoModifier)
        self._app.postEvent(self._canvas, event)


def wait(app, done: Callable[[], bool], seconds: float = 60) -> None:
    """Run the event loop until something is so."""
    from PySide6.QtCore import QEventLoop, QTimer

    clock = QTimer(interval=1)  # an idle event loop would sleep past the end
    clock.start()
    end = time.perf_counter() + seconds
    while not done():
        if time.perf_counter() > end:
            raise TimeoutError(f"waited {seconds} s in vain")
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def tell(what: str, latencies: list[Latency]) -> None:
    wall, cpu = zip(*latencies, strict=True)
    p50, p95, p99 = (percentile(wall, share) for share in (50, 95, 99))
    note = f"p50 {p50:.1f}, p99 {p99:.1f}, max {max(wall):.1f}; CPU p50 {percentile(cpu, 50):.1f}"
    note += f", p95 {percentile(cpu, 95):.1f}"
    report(f"{what}, p95", p95, f"<= {LIMIT:g}", "ms", note)


def percentile(values: list[float], share: int) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[share - 1]


if __name__ == "__main__":
    main()
