"""From a pen move to the new bars on the screen: with all default panels and with the Input panel alone, in turns.

    python tests/benchmarks/draw_latency.py [moves] [rounds]

Two windows stand side by side in one process, one as it is at the first start, one with no other panel than Draw and
as large as that panel is in the other. A mouse event is posted to the canvas every 8 ms, as a mouse of 125 Hz does.
The clock runs from when the move was due until the window has been painted with the answer to that very move: what
other panels still do when the next move comes counts. Beside the wall stands the CPU time of the window's thread,
which other work on the machine does not disturb.
"""

from __future__ import annotations

import math
import statistics
import sys
import time
from collections.abc import Callable
from typing import NamedTuple

from measure import as_at_first_start, report

from playground.app import create

LIMIT = 8.0  # ms, 95th percentile
MOVES = 240
ROUNDS = 5
PAUSE = 0.008  # s
LAP = 60  # moves for one turn of the circle that is drawn
LAPS = 3  # turns in one drawing, which then is cleared


class Latency(NamedTuple):
    """Milliseconds from a move to the painted bars, on the wall clock and of the thread's CPU time."""

    wall: float
    cpu: float


def main() -> None:
    moves = int(sys.argv[1]) if len(sys.argv) > 1 else MOVES
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else ROUNDS
    app, whole, alone = windows()
    pens = {"all panels": Pen(app, whole), "Draw alone": Pen(app, alone)}
    print(f"Pen move to painted bars, {rounds} x {moves} moves {PAUSE * 1e3:g} ms apart, {app.platformName()}, ms")
    compare("at rest, shipped network reads", pens, moves, rounds, 1.3)
    for pen in pens.values():
        pen.session.looking.choose("mine")
    compare("at rest, 784-100-100-10 reads", pens, moves, rounds, 1.3)
    compare("while 784-100-100-10 trains and reads", pens, moves, rounds, 2.0, trains=True)
    for window in (whole, alone):
        window.close()


def windows():
    """Return the application, the window of the first start, and one that has the Input panel only."""
    from playground.panels.input.panel import InputPanel
    from playground.window import main_window

    as_at_first_start()
    app, whole = create([])
    wait(app, lambda: is_loaded(whole))
    every, main_window.panel_types = main_window.panel_types, lambda: [InputPanel]
    _, alone = create([])
    main_window.panel_types = every
    wait(app, lambda: alone.is_ready)
    alone.session.load()  # the window does so when there are panels behind others
    wait(app, lambda: is_loaded(alone))
    alone.findChild(InputPanel).setFixedSize(whole.findChild(InputPanel).size())
    app.processEvents()
    sizes = [window.findChild(InputPanel).size().toTuple() for window in (whole, alone)]
    print(f"the Input panel is {sizes[0]} px beside the others and {sizes[1]} px alone")
    return app, whole, alone


def is_loaded(window) -> bool:
    library = window.session.library if window.session is not None else None
    return window.is_ready and library.data is not None and library.shipped is not None


def compare(what: str, pens: dict[str, Pen], moves: int, rounds: int, limit: float, *, trains: bool = False) -> None:
    """Measure both in turns; print each, and the medians over the rounds of how many times as long one takes."""
    figures: dict[str, list[list[Latency]]] = {name: [] for name in pens}
    for _ in range(rounds):
        for name, pen in pens.items():
            figures[name].append(pen.measure_training(moves) if trains else pen.measure(moves))
    print(what)
    for name, blocks in figures.items():
        tell(f"  {name}", [latency for block in blocks for latency in block])
    for share in (50, 95):
        walls = ratio(
            [percentile([each.wall for each in block], share) for block in blocks] for blocks in figures.values()
        )
        cpus = ratio(
            [percentile([each.cpu for each in block], share) for block in blocks] for blocks in figures.values()
        )
        report(f"  all panels / Draw alone, p{share}", walls, f"<= {limit:g}", "x", f"of CPU time {cpus:.2f} x")


def ratio(both) -> float:
    whole, alone = both
    return statistics.median(a / b for a, b in zip(whole, alone, strict=True))


class Pen:
    """Draws circles on the window's canvas and measures how long the window takes to follow."""

    def __init__(self, app, window) -> None:
        from PySide6.QtCore import QEvent, QObject
        from PySide6.QtWidgets import QWidget

        from playground.panels.input.drawing.canvas import DigitCanvas
        from playground.widgets.plot.probability_bars import ProbabilityBars

        class PaintWatch(QObject):
            """Sees the bars painted after a move was read."""

            painted = read = False

            def on_prediction_changed(self) -> None:
                self.read = True
                bars.update()  # all ten rows, though rows that stay the same need not be painted again

            def eventFilter(self, watched: QObject, event: QEvent) -> bool:
                self.painted = self.painted or (self.read and event.type() == QEvent.Type.Paint)
                return False

        self._app, self._canvas = app, window.findChild(DigitCanvas)
        self.session = window.session
        bars = next(b for b in window.findChild(QWidget, "drawDock").findChildren(ProbabilityBars) if b.isVisible())
        self._watch = PaintWatch(window)
        bars.installEventFilter(self._watch)
        self.session.looking.prediction_changed.connect(self._watch.on_prediction_changed)
        self.measure(LAP)  # warm

    def measure_training(self, moves: int) -> list[Latency]:
        """Measure while this window's network trains."""
        self.session.control.train()
        wait(self._app, lambda: self.session.run.is_running)
        latencies = self.measure(moves)
        self.session.control.stop()
        wait(self._app, lambda: not self.session.run.is_running)
        return latencies

    def measure(self, moves: int) -> list[Latency]:
        latencies = []
        for move in range(moves):
            if move % (LAPS * LAP) == 0:
                self._start_drawing()
                due = time.perf_counter()
            latencies.append(self._follow(self._point(move + 1), due))
            due = max(due + PAUSE, time.perf_counter())  # nobody's hand runs ahead of what it sees
            wait(self._app, lambda end=due: time.perf_counter() >= end)
        self._canvas.clear()
        rest = time.perf_counter() + 0.5
        wait(self._app, lambda: time.perf_counter() >= rest)
        return latencies

    def _start_drawing(self) -> None:
        from PySide6.QtCore import QEvent

        self._post(QEvent.Type.MouseButtonRelease, self._point(0))
        self._app.processEvents()
        self._canvas.clear()
        self._post(QEvent.Type.MouseButtonPress, self._point(0))
        self._app.processEvents()

    def _follow(self, point, due: float) -> Latency:
        from PySide6.QtCore import QEvent

        self._watch.painted = self._watch.read = False
        cpu = time.thread_time()
        self._post(QEvent.Type.MouseMove, point)
        wait(self._app, lambda: self._watch.painted)
        return Latency((time.perf_counter() - due) * 1e3, (time.thread_time() - cpu) * 1e3)

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
