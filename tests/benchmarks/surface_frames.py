"""What the decision surfaces of 2-8-8-8-8-8-8-2 cost: every neuron's picture, the large output with its points.

    python tests/benchmarks/surface_frames.py [seconds]

First each piece alone, in processor time of the GUI thread; then all of them while the network trains in the other
thread: frames a second, how long a refresh holds up the window, and how much training loses by being watched.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from functools import partial

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from playground.app import prepare_process

prepare_process()

import numpy as np
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from nn.network import NetworkSpec
from playground.panels.input.plane.picture import SIDES, PlanePicture
from playground.panels.input.plane.view import PlaneView
from playground.panels.network.neuron_surfaces import NeuronSurfaces
from playground.session.session import Session
from playground.window.frame_clock import FrameClock

SPEC = NetworkSpec.mlp(2, (8,) * 6, 2, activation="Tanh", initializer="Xavier")
SIZE = (400, 440)
LIMIT_MS = 8.0
WANTED_FRAMES = 30


class Watched:
    """A session that learns the spiral, and the two views of it."""

    def __init__(self) -> None:
        self.session = Session()
        self.wait(lambda: self.session.library.data is not None)
        self.session.editing.choose_dataset("spiral")
        self.wait(lambda: self.session.library.data is not None and self.session.library.data.name == "spiral")
        self.session.editing.edit_spec("Benchmark", SPEC)
        self.session.editing.edit_config("Benchmark", epochs=1_000_000, batch_size=32, lr=0.003)
        self.window = QWidget()
        self.window.frame_clock = FrameClock(self.window)
        row = QHBoxLayout(self.window)
        self.plane = PlaneView(self.session, self.window)
        row.addWidget(self.plane)
        self.neurons = NeuronSurfaces(self.session, self.window)
        self.window.resize(*SIZE)
        self.neurons.out_of_date()
        self.window.show()
        self.run_for(0.6)
        self.picture = self.plane.findChild(QWidget, "decisionSurface")

    def wait(self, condition) -> None:
        """Let the window work until something is so."""
        end = time.perf_counter() + 30
        while not condition():
            if time.perf_counter() > end:
                raise TimeoutError("nothing happened for 30 s")
            QApplication.processEvents()

    def run_for(self, seconds: float) -> None:
        """Let the window work for a time."""
        end = time.perf_counter() + seconds
        self.wait(lambda: time.perf_counter() >= end)

    def train_for(self, seconds: float) -> float:
        """Train, and give the iterations a second."""
        before = self.session.document.state.checkpoint.iteration
        self.session.control.train()
        started = time.perf_counter()
        self.run_for(seconds)
        self.session.control.stop()
        self.wait(lambda: not self.session.control.is_busy)
        return (self.session.document.state.checkpoint.iteration - before) / (time.perf_counter() - started)


class Meter:
    """Measures how long each refresh of a view takes."""

    def __init__(self, view) -> None:
        self.seconds: list[float] = []
        self._refresh = view.refresh
        view.refresh = self.refresh

    def refresh(self) -> None:
        """Let the view refresh and note the time."""
        started = time.perf_counter()
        self._refresh()
        self.seconds.append(time.perf_counter() - started)

    def report(self, name: str, elapsed: float) -> float:
        """Print a line and give the median in ms."""
        times = np.array(self.seconds) * 1000
        median, late = np.median(times), np.quantile(times, 0.95)
        print(f"{name:<28} {len(times) / elapsed:>6.1f} a second, {median:>6.2f} ms, 95% below {late:>6.2f} ms")
        return float(median)


def spent(action, rounds: int = 50) -> float:
    """Give the processor time of an action in ms, the median of many."""
    times = []
    for _ in range(rounds):
        started = time.thread_time()
        action()
        times.append(1000 * (time.thread_time() - started))
    return statistics.median(times)


def main() -> int:
    """Print the tables; give 1 when a refresh is too slow or frames are too few."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 5.0
    application = QApplication([])
    watched = Watched()
    plane, neurons = watched.plane.findChild(PlanePicture), watched.neurons
    print("processor time of a piece, ms")
    print(f"  pictures of {len(neurons.pictures)} neurons   {spent(neurons.refresh):6.2f}")
    for side in SIDES:
        cost = spent(partial(plane._make, watched.session.live.network, side))
        print(f"  output at {side:>3} x {side:<3}           {cost:6.2f}")
    print(f"  painting at {SIZE[0]} x {SIZE[1]}        {spent(watched.picture.repaint):6.2f}")
    alone, meters = [], {"pictures of all neurons": Meter(neurons), "output": Meter(plane)}
    seen = []
    for _ in range(2):  # in turns, because other work on the machine comes and goes
        watched.window.hide()
        alone.append(watched.train_for(seconds))
        watched.window.show()
        watched.run_for(0.5)
        seen.append(watched.train_for(seconds))
    print("while training, wall time in the GUI thread")
    medians = [meter.report(f"  {name}", 2 * (seconds + 0.5)) for name, meter in meters.items()]
    frames = min(len(meter.seconds) for meter in meters.values()) / (2 * seconds)
    print(f"output has {SIDES[plane._level]} points a side by now")
    print(f"iterations a second: {np.mean(alone):,.0f} unseen, {np.mean(seen):,.0f} seen")
    watched.window.close()
    watched.session.close()
    del application
    return int(max(medians) > LIMIT_MS or frames < 0.9 * WANTED_FRAMES)


if __name__ == "__main__":
    raise SystemExit(main())
