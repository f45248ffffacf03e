"""Editing weights of a large network in the running app: edits, pasting, scrolling, and what watching costs training.

    python tests/benchmarks/weight_editing.py [rounds]

The real window with 784-512-256-10 and a test digit read by that network. An edit is timed from the typed number to
the painted probabilities, a paste from the key to the painted table; what the window's thread does is counted in its
processor time, because other work on the machine disturbs that least. Medians and the slowest are printed.
"""

from __future__ import annotations

import os

for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import statistics
import sys
import time

import numpy as np
from measure import report
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from playground.app import create

app, window = create([])

from nn.network import NetworkSpec  # after `create`, which prepares the process
from playground.panels.weights.panel import WeightsPanel
from playground.session.looking.example import Example
from playground.widgets.matrix.model import Block
from playground.widgets.matrix.tab_separated import numbers_text

LARGE = NetworkSpec.mlp(784, (512, 256), 10)
SIZES = ((560, 330), (1000, 700))
PHASE_SECONDS = 3.0
LIMITS = {"edit": 16.0, "accuracy": 300.0, "paste": 100.0, "scroll": 16.0}


def wait_until(condition, seconds: float = 60.0) -> None:
    deadline = time.perf_counter() + seconds
    while not condition():
        if time.perf_counter() > deadline:
            raise TimeoutError("waited in vain")
        app.processEvents()
        time.sleep(0.001)


def milliseconds(action, clock=time.thread_time) -> float:
    started = clock()
    action()
    return 1000 * (clock() - started)


def settle(seconds: float = 0.15) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        app.processEvents()
        time.sleep(0.001)


def prepare() -> WeightsPanel:
    wait_until(lambda: window.is_ready)
    session = window.session
    wait_until(lambda: session.library.data is not None and session.library.shipped is not None)
    session.editing.edit_spec("Large", LARGE)
    session.looking.choose("mine")
    pixels = np.float32(session.library.data.x_test[0].reshape(-1)) / 255
    session.looking.show_example(Example(pixels, 7, "test 0"))
    session.panel_requested.emit("weights")
    settle(1.0)
    panel = window.findChild(WeightsPanel)
    wait_until(lambda: panel.view is not None and bool(panel.view.table.matrix.parts))
    return panel


def edit_to_answer(view, number: int) -> float:
    """Give the time from a typed number to the painted bars and table."""
    cell = view.table.matrix.index(404 + number % 5, 7)
    view.table.scrollTo(cell)
    settle()

    def edit() -> None:
        view.table.matrix.setData(cell, f"{0.1 + number / 1000}")
        app.processEvents()  # paints whatever has changed, in every panel

    return milliseconds(edit)


def edit_to_accuracy(view, number: int) -> float:
    """Give the time from a typed number to the accuracy on the test images."""
    heard = []
    window.session.consequences.changed.connect(heard.append)

    def edit() -> None:
        view.table.matrix.setData(view.table.matrix.index(404, 7), f"{0.2 + number / 1000}")
        wait_until(lambda: any(each is not None and each.after.accuracy is not None for each in heard))

    settle(0.3)
    heard.clear()
    spent = milliseconds(edit, time.perf_counter)  # another thread measures it
    window.session.consequences.changed.disconnect(heard.append)
    return spent


def paste(view, number: int) -> float:
    values = np.random.default_rng(number).normal(0, 0.05, (784, 100)).astype(np.float32)
    QGuiApplication.clipboard().setText(numbers_text(values))
    view.table.select_block(Block(0, 0, 0, 0))
    settle()

    def press() -> None:
        view.table.clipboard.paste()
        app.processEvents()

    spent = milliseconds(press)
    if not np.array_equal(window.session.live.network.params["W1"][:, :100], values):
        raise AssertionError("other numbers arrived than were pasted")
    return spent


def scroll(view, number: int) -> float:
    """Give the time of a frame in which everything moves, down and to the right."""
    down, right = view.table.verticalScrollBar(), view.table.horizontalScrollBar()

    def turn() -> None:
        down.setValue((number * 377) % down.maximum())
        right.setValue((number * 531) % right.maximum())
        app.processEvents()

    return milliseconds(turn)


def refresh(view, number: int) -> float:
    def move() -> None:
        view.refresh()
        app.processEvents()

    return milliseconds(move)


def frames(view, rounds: int) -> dict[str, list[float]]:
    """Measure scrolling and live refreshing of the table alone, at two sizes."""
    times: dict[str, list[float]] = {}
    loose = QWidget()
    host = view.parentWidget().layout()
    view.setParent(loose)
    loose.show()
    view.show()
    for width, height in SIZES:
        loose.resize(width, height)
        view.resize(width, height)
        settle()
        for name, action in (("scroll", scroll), ("refresh", refresh)):
            times[f"{name} {width} × {height}"] = [action(view, number) for number in range(rounds)]
    host.addWidget(view)
    loose.close()
    return times


def window_share(seconds: float) -> float:
    """Give the share of the time that the window's thread works in a phase of training."""
    started, worked = time.perf_counter(), time.thread_time()
    while time.perf_counter() - started < seconds:
        app.processEvents()
        time.sleep(0.002)
    return (time.thread_time() - worked) / (time.perf_counter() - started)


def watching(view, rounds: int) -> dict[str, list[float]]:
    """Measure training with the numbers in sight and with them hidden, in turns."""
    session = window.session
    session.editing.edit_config("Long", epochs=100_000)
    session.control.train()
    wait_until(lambda: session.run.is_running)
    settle(1.0)
    shares: dict[str, list[float]] = {"seen": [], "hidden": []}
    for _ in range(rounds):
        for name, values in shares.items():
            view.setVisible(name == "seen")
            settle(0.3)
            values.append(window_share(PHASE_SECONDS))
    view.show()
    session.control.pause()
    wait_until(lambda: not session.run.is_running)
    return shares


def tell(name: str, times: list[float], limit: str) -> None:
    report(name, statistics.median(times), limit, "ms", f"slowest {max(times):.1f}")


def main() -> int:
    """Print the table; give 1 when something took longer than it may."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    view = prepare().view
    times = {
        "edit": [edit_to_answer(view, number) for number in range(rounds + 2)][2:],
        "accuracy": [edit_to_accuracy(view, number) for number in range(rounds)],
        "paste": [paste(view, number) for number in range(max(rounds // 2, 3))],
    }
    tell("one weight typed, to painted probabilities", times["edit"], "<= 16")
    tell("one weight typed, to the accuracy on the test images", times["accuracy"], "<= 300")
    tell("784 × 100 numbers pasted, to the painted table", times["paste"], "<= 100")
    shares = watching(view, max(rounds // 3, 2))
    for name, values in frames(view, 4 * rounds).items():
        tell(f"{name}: a frame", values, "<= 16")
        times[name] = values
    cost = 100 * statistics.median(seen - hidden for seen, hidden in zip(*shares.values(), strict=True))
    report("watching the numbers while the network trains", cost, "<= 3", "%", "of the window's thread")
    window.close()
    QApplication.processEvents()
    return int(any(statistics.median(times[name]) > limit for name, limit in LIMITS.items() if name in times))


if __name__ == "__main__":
    raise SystemExit(main())
