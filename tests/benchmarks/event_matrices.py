"""What the matrices of an event cost: a step, a number that is pointed at, and scrolling a large table.

    python tests/benchmarks/event_matrices.py [rounds]

Walks through a pass of 100 digits through 784-100-10. Processor time of the GUI thread is counted, because other work
on the machine disturbs it least; medians and the slowest are printed.
"""

from __future__ import annotations

import os
import statistics
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from nn.inspection.element import Element
from nn.network import Network, NetworkSpec
from nn.optimizers import OPTIMIZERS
from nn.trace import Event, Update, record
from playground.panels.debugger.matrices.event_matrices import EventMatrices
from playground.panels.debugger.matrices.view import EventMatrixView
from playground.widgets.matrix.model import MatrixPart

LIMIT_MS = 16.0
SIZES = ((560, 330), (1000, 600), (1900, 1000))


def trace() -> tuple[Event, ...]:
    """Record the pass of a batch with its update."""
    rng = np.random.default_rng(0)
    network = Network(NetworkSpec.mlp(784, (100,), 10), 0)
    update = Update(OPTIMIZERS["Adam"]())
    return record(network, rng.random((100, 784), np.float32), rng.integers(0, 10, 100), update=update)


def milliseconds(action, *arguments) -> float:
    """Give the processor time of a call."""
    started = time.thread_time()
    action(*arguments)
    return 1000 * (time.thread_time() - started)


def told(name: str, size: tuple[int, int], times: list[float]) -> float:
    """Print one line; give the median."""
    median = statistics.median(times)
    print(f"{name:<28} {size[0]:>5}x{size[1]:<5} {median:>7.2f} {max(times):>8.2f}")
    return median


def steps(events: tuple[Event, ...], size: tuple[int, int], rounds: int) -> list[float]:
    """Walk through the pass."""
    matrices, times = shown(events, size), []
    for round_ in range(rounds + 1):
        for cursor in range(1, len(events) + 1):
            cost = milliseconds(matrices.show_moment, events, cursor)
            times += [cost] if round_ else []  # the first round computes what the trace left for later
    return times


def pointing(events: tuple[Event, ...], size: tuple[int, int], rounds: int) -> list[float]:
    """Look at one number after another of the first layer's gradient."""
    matrices = shown(events, size)
    event = next(e for e in events if (e.phase, e.layer, e.depth) == ("backward", 0, "layer"))
    places = [(i, i % 100) for i in range(20 * rounds)]
    return [milliseconds(matrices.show_moment, events, event.index + 1, Element("dW1", place)) for place in places]


def scrolling(size: tuple[int, int], rounds: int, lights: bool) -> list[float]:
    """Scroll through a 784x100 table as the wheel does, with a row and a column lit or not."""
    view = large_table(size, lights)
    bar, times = view.verticalScrollBar(), []
    for _ in range(60 * rounds):
        bar.setValue(0 if bar.value() == bar.maximum() else bar.value() + 57)
        times.append(milliseconds(QApplication.processEvents))
    view.close()
    return times


def whole_frames(size: tuple[int, int], rounds: int) -> list[float]:
    """Paint all that is seen of a 784x100 table, at one place after another."""
    view = large_table(size, lights=True)
    target, times = QPixmap(view.size()), []
    for position in range(60 * rounds):
        view.verticalScrollBar().setValue(37 * position % view.verticalScrollBar().maximum())
        times.append(milliseconds(view.render, target))
    view.close()
    return times


def large_table(size: tuple[int, int], lights: bool) -> EventMatrixView:
    """Give a table in a window of a size."""
    view = EventMatrixView()
    view.matrix.show([MatrixPart("W1", np.random.default_rng(0).normal(size=(784, 100)))], "", editable=False)
    view.resize(*size)
    view.show()
    mask = np.zeros((784, 100), bool)
    mask[:, 3] = mask[5] = True
    view.light(mask if lights else None)
    QApplication.processEvents()
    return view


def shown(events: tuple[Event, ...], size: tuple[int, int]) -> EventMatrices:
    """Give the matrices in a window of a size."""
    matrices = EventMatrices()
    matrices.resize(*size)
    matrices.show()
    matrices.show_moment(events, 1)
    QApplication.processEvents()
    return matrices


def main() -> int:
    """Print the table; give 1 when something is too slow."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    application = QApplication([])
    application.setStyle("Fusion")
    events = trace()
    print(f"{'':<28} {'size':>11} {'ms':>7} {'slowest':>8}")
    medians = []
    for size in SIZES:
        medians.append(told("step", size, steps(events, size, rounds)))
        medians.append(told("point at a number", size, pointing(events, size, rounds)))
        medians.append(told("scroll 784x100", size, scrolling(size, rounds, False)))
        medians.append(told("scroll 784x100, lit", size, scrolling(size, rounds, True)))
        told("all of 784x100, lit", size, whole_frames(size, rounds))
    return int(max(medians) > LIMIT_MS)


if __name__ == "__main__":
    sys.exit(main())
