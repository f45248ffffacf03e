"""Stop of a training of a person's own code: from the button until the process is gone and the window says so.

    python tests/benchmarks/own_training_stop.py [rounds]

Each network trains in its process, in a window without a screen; Stop is pressed at moments spread over what it does.
Half of them do not listen: they are in the middle of a slow step, of a loop of LAPACK, in one that swallows every
exception, or print without end. By the clock, on a quiet machine. Beside it the longest time for which the window's own
event loop stood still meanwhile, and at which iteration the parameters are that were kept.
"""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from measure import as_at_first_start, machine_scale, report

ROUNDS = 12
LIMIT = 100.0  # ms
RETYPED = Path(__file__).parent.parent / "nn" / "own_code" / "retyped"
_START = """
import signal
import numpy as np
class Net:
    def __init__(self):
        self.params = {"W": np.zeros((784, 10))}
    def predict(self, x):
        return x @ self.params["W"]
    def loss(self, x, t):
        return 1.0
    def gradient(self, x, t):
"""
_NUMERICAL = """
    def gradient(self, x, t):
        grads = {}
        for name, p in self.params.items():
            grads[name] = np.zeros_like(p)
            for place in np.ndindex(p.shape):
                before = p[place]
                p[place] = before + 1e-4
                above = self.loss(x, t)
                p[place] = before - 1e-4
                grads[name][place] = (above - self.loss(x, t)) / 2e-4
                p[place] = before
        return grads
"""


def _net(body: str) -> str:
    return _START + "".join(f"        {line}\n" for line in body.strip().split("\n"))


def codes() -> dict[str, tuple[str, dict[str, object]]]:
    """Return what is trained: its source, and how."""
    functions = (RETYPED / "functions_net.txt").read_text("utf-8")
    numerical = functions.replace("def gradient(", "def exact_gradient(") + _NUMERICAL
    script = """
import numpy as np
from dataset.mnist import load_mnist
(x, t), _ = load_mnist(normalize=True, one_hot_label=True)
W = np.zeros((784, 10))
losses = []
for i in range(10**9):
    y = x[:100] @ W
    W -= 0.01 * x[:100].T @ (y - t[:100])
    losses.append(float(np.sum((y - t[:100]) ** 2)))
    print(i, losses[-1])
"""
    flood = _net('for i in range(10**9):\n    print("still here", i)')
    swallow = _net("while True:\n    try:\n        while True: pass\n    except BaseException:\n        pass")
    deaf = _net("signal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True: pass")
    lapack = _net("while True:\n    np.linalg.svd(np.random.rand(2000, 2000))")
    large = _net("self.kept = [np.ones(40_000_000) for _ in range(5)]\nwhile True: pass")
    return {
        "TwoLayerNet": (functions, {"network": "TwoLayerNet"}),
        "the same with numerical_gradient": (numerical, {"network": "TwoLayerNet"}),
        "LAPACK without end": (lapack, {"network": "Net"}),
        "prints without end": (flood, {"network": "Net"}),
        "a loop that swallows every exception": (swallow, {"network": "Net"}),
        "a loop that ignores the signal": (deaf, {"network": "Net"}),
        "1.6 GB of memory, a loop": (large, {"network": "Net"}),
        "a script that prints": (script, {"is_script": True}),
    }


def main() -> int:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    machine_scale()  # the limit is what a hand feels: it is the same everywhere
    from draw_latency import is_loaded, wait
    from PySide6.QtCore import QEventLoop, QTimer

    from playground.app import create
    from playground.session.own_code.training.settings import Settings
    from playground.session.own_code.training.stage import Stage

    as_at_first_start()
    app, window = create([])
    wait(app, lambda: is_loaded(window))
    session, training = window.session, window.session.own_code.training
    session.panel_requested.emit("my_code")
    gaps, last = [0.0], time.perf_counter()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        gaps.append(now - last)
        last = now

    ticker = QTimer()
    ticker.timeout.connect(tick)
    ticker.start(1)

    def until(condition: Callable[[], bool], seconds: float = 60.0) -> None:
        end = time.monotonic() + seconds
        while not condition():
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if time.monotonic() > end:
                raise TimeoutError

    slowest = 0.0
    for name, (text, settings) in codes().items():
        times, stood, kept = [], [], []
        session.own_code.source.begin(text, "own.py")
        session.own_code.source.allow()
        for number in range(rounds):
            assert training.start(Settings(**settings))
            until(lambda: training.course.remains is not None or training.course.iteration > 0)
            ready = time.monotonic() + 0.3 + number * 0.037
            until(lambda: time.monotonic() > ready)  # noqa: B023
            gaps.clear()
            begun = time.perf_counter()
            training.stop()
            until(lambda: training.stage is Stage.ENDED)
            times.append((time.perf_counter() - begun) * 1e3)
            stood.append(max(gaps, default=0.0) * 1e3)
            kept.append(training.course.iteration - training.course.parameters_at if training.course.parameters else -1)
        slowest = max(slowest, *times)
        note = f"max {max(times):.0f}; the window stood still for {max(stood):.0f}; parameters behind by {max(kept)}"
        report(name, statistics.median(times), f"<= {LIMIT:.0f}", "ms", note)
    window.close()
    return int(slowest > LIMIT)


if __name__ == "__main__":
    raise SystemExit(main())
