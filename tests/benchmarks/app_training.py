"""Training in the running app: what the window costs, how late its timers are, how soon Pause and Stop answer.

    python tests/benchmarks/app_training.py [rounds]

Phases with and without the window take turns in one process: the same `train()` on the same network, once called
directly, once in the window of the first start with all its panels and a digit read by the learning network.
Wall-clock speed needs a quiet machine; the share of the training thread in CPU time is robust against other work.
"""

from __future__ import annotations

import os

for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import random
import statistics
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field, replace

import numpy as np
from measure import ROUNDS, as_at_first_start, machine_scale, report
from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from playground.app import create

SCALE = machine_scale()  # before anything runs here
as_at_first_start()
app, window = create([])

from nn.network import Network, NetworkSpec  # after `create`, which prepares the process
from nn.network.presets import PRESETS
from nn.training import Iteration, train
from playground.safety.threads import alive
from playground.session.looking.example import Example
from playground.session.running.reports import Progress
from playground.session.session import Session

PHASE_SECONDS = 1.5
CONVOLUTION_SECONDS = 9.0
"""Long enough that one late tick of a hundred is several, and none by chance."""
TICK_MS = 16
PRESSES = 30
LARGEST = NetworkSpec.mlp(784, (512, 256), 10)


@dataclass
class Phase:
    """What one phase with the window measured."""

    iterations_per_second: float
    thread_share: float
    window_share: float
    iterations_per_cpu_second: float
    frames_per_second: float
    late: list[float] = field(default_factory=list)


class Metronome(QObject):
    """Notes by how many milliseconds each tick of a precise timer comes late."""

    def __init__(self) -> None:
        super().__init__()
        self.late: list[float] = []
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer, interval=TICK_MS)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        self.late = []
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.late.append(max(0.0, (now - self._last) * 1e3 - TICK_MS))
        self._last = now


class PaintCounter(QObject):
    """Counts how often the curve itself is painted: the busiest widget within `lossCurve`."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self._counts: Counter[QObject] = Counter()
        for part in (widget, *widget.findChildren(QWidget)):
            part.installEventFilter(self)

    @property
    def frames(self) -> int:
        """Frames so far."""
        return max(self._counts.values(), default=0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._counts[watched] += 1
        return False


class TrainingThread:
    """Finds the app's training thread and reads its CPU time."""

    def __init__(self, session: Session) -> None:
        self._ident: int | None = None
        self._session = session
        session.run.running_changed.connect(self._listen)

    def _listen(self) -> None:
        """Hear of the first run where it trains."""
        if self._ident is None and self._session.run.is_running:
            worker = next(thread.worker for thread in alive if thread.objectName() == "training")
            worker.progressed.connect(self._note)

    def _note(self, progress: Progress) -> None:
        # a plain method runs in the thread of the worker that emits
        self._ident = threading.get_ident()

    def seconds(self) -> float:
        return time.clock_gettime(time.pthread_getcpuclockid(self._ident))


def spin_until(condition, seconds: float = 60.0) -> None:
    deadline = time.perf_counter() + seconds
    while not condition():
        if time.perf_counter() > deadline:
            raise TimeoutError("the app did not get there")
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)


def spin_for(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


class Alone:
    """The same training without a window, one phase at a time."""

    def __init__(self, session: Session) -> None:
        state = session.document.state
        network, optimizer = Network(state.spec), state.config.build_optimizer()
        self._items = train(network, optimizer, session.library.data, state.config, 0, 10**9)

    def phase(self) -> tuple[float, float]:
        """Return iterations a second of wall time and of CPU time."""
        count, wall, cpu = 0, time.perf_counter(), time.thread_time()
        with np.errstate(all="ignore"):
            while time.perf_counter() - wall < PHASE_SECONDS:
                count += isinstance(next(self._items), Iteration)
        return count / (time.perf_counter() - wall), count / (time.thread_time() - cpu)


def phase_in_app(session: Session, thread: TrainingThread, metronome: Metronome, paints: PaintCounter) -> Phase:
    seen: list[tuple[float, int]] = []

    def note(progress: Progress) -> None:
        seen.append((time.perf_counter(), progress.iteration))

    session.control.train()
    spin_for(0.3)  # the start of a run is not its speed
    session.run.progressed.connect(note)
    metronome.start()
    frames, wall, cpu, own = paints.frames, time.perf_counter(), thread.seconds(), time.thread_time()
    spin_for(PHASE_SECONDS)
    frames, wall, own = paints.frames - frames, time.perf_counter() - wall, time.thread_time() - own
    cpu = thread.seconds() - cpu
    metronome.stop()
    session.run.progressed.disconnect(note)
    session.control.pause()
    spin_until(lambda: not session.control.is_busy)
    (first, begin), (last, end) = seen[0], seen[-1]
    speed = (end - begin) / (last - first)
    return Phase(speed, cpu / wall, own / wall, speed * wall / cpu, frames / wall, metronome.late)


def answer_times(session: Session, press, presses: int = PRESSES) -> list[float]:
    """Return for each press of Pause or Stop the milliseconds until the document has what was learned."""
    times = []
    for _ in range(presses):
        session.control.train()
        spin_for(random.uniform(0.1, 0.3))
        pressed = time.perf_counter()
        press()
        spin_until(lambda: not session.control.is_busy)
        times.append((time.perf_counter() - pressed) * 1e3)
    return times


def prediction_times(session: Session, examples: list[Example]) -> list[float]:
    """Return the milliseconds of showing each example, with the panels' share."""
    times = []
    for example in examples:
        start = time.perf_counter()
        session.looking.show_example(example)
        times.append((time.perf_counter() - start) * 1e3)
    return times


def examples_of(session: Session, count: int) -> list[Example]:
    data = session.library.data
    pixels = (data.x_test[:count] * np.float32(data.scale)).astype(np.float32)
    pixels.flags.writeable = False
    return [Example(row, int(t), f"test {i}") for i, (row, t) in enumerate(zip(pixels, data.t_test, strict=False))]


def limit(ms: float) -> str:
    """Name a limit on the scale of this machine."""
    return f"<= {ms * SCALE:.2g}"


def quantiles(values: list[float]) -> str:
    p50, p95, p99 = np.percentile(values, [50, 95, 99])
    return f"p50 {p50:.2f}, p95 {p95:.2f}, p99 {p99:.2f}, max {max(values):.2f} ms"


def measure_training(session: Session, rounds: int) -> None:
    plain = replace(session.document.state.config, evaluate_every=10**9, epochs=10**6)
    session.document.edit("measure", config=plain)
    session.looking.show_example(examples_of(session, 1)[0])
    thread, metronome = TrainingThread(session), Metronome()
    paints = PaintCounter(window.findChild(QWidget, "lossCurve"))
    alone = Alone(session)
    session.control.train()
    spin_for(0.5)
    session.control.pause()
    spin_until(lambda: not session.control.is_busy)
    alone_speeds, phases = [], []
    for _ in range(rounds):
        alone_speeds.append(alone.phase())
        phases.append(phase_in_app(session, thread, metronome, paints))
    pairs = list(zip(alone_speeds, phases, strict=True))
    late = [value for phase in phases for value in phase.late]
    print("784-100-100-10 Adam, batch 100, in the running app")
    report(
        "speed with / without window",
        100 * statistics.median(p.iterations_per_second / wall for (wall, _), p in pairs),
        ">= 93",
        "%",
        f"{statistics.median(p.iterations_per_second for p in phases):.0f} iterations/s",
    )
    report("CPU share of the training thread", 100 * statistics.median(p.thread_share for p in phases), ">= 94", "%")
    report("CPU share of the window's thread", 100 * statistics.median(p.window_share for p in phases), "-", "%")
    report(
        "iterations a CPU second, with / without window",
        100 * statistics.median(p.iterations_per_cpu_second / cpu for (_, cpu), p in pairs),
        "-",
        "%",
    )
    report("frames of the loss curve", statistics.median(p.frames_per_second for p in phases), "30", "/s")
    report("16 ms timer late, p99", float(np.percentile(late, 99)), limit(4), "ms", quantiles(late))
    report("16 ms timer late, max", max(late), limit(16), "ms")


def measure_answers(session: Session) -> None:
    print("784-512-256-10 Adam, batch 128, in the running app")
    session.editing.edit_spec("measure", LARGEST)
    session.editing.edit_config("measure", batch_size=128)
    for name, press in (("Pause", session.control.pause), ("Stop", session.control.stop)):
        times = answer_times(session, press)
        report(f"{name} answers, max of {PRESSES}", max(times), limit(50), "ms", quantiles(times))
    session.looking.choose("mine")
    examples = examples_of(session, 300)
    in_app = prediction_times(session, examples)
    report("a digit to the app's panels, p95", float(np.percentile(in_app, 95)), "-", "ms", quantiles(in_app))
    session.looking.blockSignals(True)  # without the panels
    alone = prediction_times(session, examples)
    session.looking.blockSignals(False)
    report("a digit read, median", statistics.median(alone), limit(0.3), "ms", quantiles(alone))


def measure_convolution(session: Session) -> None:
    """Measure what a person waits for while networks of pictures train."""
    for name, presses in (("SimpleConvNet", PRESSES), ("DeepConvNet", 10)):
        print(f"{name} Adam, batch 100, in the running app")
        session.editing.edit_spec("measure", PRESETS[name]())
        session.editing.edit_config("measure", batch_size=100)
        spin_for(0.5)
        step = _step_ms(session)
        what, waits = ("50 ms", limit(50)) if name == "SimpleConvNet" else ("a step", f"<= {step + 35 * SCALE:.0f}")
        for said, press in (("Pause", session.control.pause), ("Stop", session.control.stop)):
            times = answer_times(session, press, presses)
            report(f"{said} within {what}, max of {presses}", max(times), waits, "ms", quantiles(times))
        session.looking.choose("mine")
        metronome, examples = Metronome(), examples_of(session, 100)
        session.control.train()
        spin_for(0.3)
        metronome.start()
        spin_for(CONVOLUTION_SECONDS)
        metronome.stop()  # before the digits: while one is shown, no timer ticks
        pens = []
        for example in examples:
            pens += prediction_times(session, [example])
            spin_for(0.02)
        session.control.stop()
        spin_until(lambda: not session.control.is_busy)
        late = metronome.late
        report("16 ms timer late, p99", float(np.percentile(late, 99)), limit(4), "ms", quantiles(late))
        report("a digit to the app's panels, p95", float(np.percentile(pens, 95)), "-", "ms", quantiles(pens))
        report("a step alone", step, "-", "ms")


def _step_ms(session: Session) -> float:
    """Return the milliseconds of a step without the window."""
    state = session.document.state
    network, optimizer = Network(state.spec), state.config.build_optimizer()
    times, last = [], time.perf_counter()
    with np.errstate(all="ignore"):
        for _ in train(network, optimizer, session.library.data, state.config, 0, 8):
            times.append((time.perf_counter() - last) * 1e3)
            last = time.perf_counter()
    return statistics.median(times)


def main() -> None:
    """Print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    spin_until(lambda: window.is_ready and window.session.library.data is not None)
    measure_training(window.session, rounds)
    measure_answers(window.session)
    measure_convolution(window.session)
    window.close()


if __name__ == "__main__":
    main()
