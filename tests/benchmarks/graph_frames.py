"""What a step costs in the computational graph: the new picture, and painting it.

    python tests/benchmarks/graph_frames.py [rounds]

Walks forwards and backwards through each graph, with one number chosen. Processor time of the GUI thread is counted,
because other work on the machine disturbs it least; medians and the slowest are printed.
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

from nn.network import Network
from nn.network.spec import LayerSpec, NetworkSpec
from nn.trace import Event, record
from playground.panels.debugger.graph.event_graph import EventGraph

LIMIT_MS = 8.0
SIZES = ((560, 300), (1400, 700))


def traces() -> dict[str, tuple[Event, ...]]:
    """Record the longest graphs, and one with large arrays."""
    rng = np.random.default_rng(0)
    large = NetworkSpec((784,), (LayerSpec("Affine", {"units": 100}),))
    norm = NetworkSpec((50,), (LayerSpec("BatchNormalization"),), "IdentityWithLoss")
    gelu = NetworkSpec((50,), (LayerSpec("Gelu"),), "SigmoidWithLoss")
    labels = rng.integers(0, 100, 100)
    return {
        "Affine 784-100, SoftmaxWithLoss": record(Network(large), rng.random((100, 784)), labels),
        "BatchNormalization": record(Network(norm), rng.random((100, 50)), rng.random((100, 50)), training=True),
        "Gelu, SigmoidWithLoss": record(Network(gelu), rng.random((100, 50)), rng.random((100, 50)).round()),
    }


def milliseconds(action, *arguments) -> float:
    """Give the processor time of a call."""
    started = time.thread_time()
    action(*arguments)
    return 1000 * (time.thread_time() - started)


def main() -> int:
    """Print the table; give 1 when a repaint is too slow."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    application = QApplication([])
    slowest = 0.0
    print(f"{'graph':<32} {'size':>10} {'step, ms':>9} {'repaint, ms':>12} {'slowest':>8}")
    for name, trace in traces().items():
        for size in SIZES:
            graph = EventGraph()
            graph.resize(*size)
            graph.show()
            canvas = QPixmap(graph.view.size())
            steps, paints = [], []
            for number in range(rounds + 1):
                for cursor in range(len(trace) + 1):
                    step = milliseconds(graph.show_moment, trace, cursor, (1, 2))
                    paint = milliseconds(graph.view.render, canvas)
                    if number:  # the first round computes what the later ones find computed
                        steps.append(step)
                        paints.append(paint)
            middle = statistics.median(paints)
            slowest = max(slowest, middle)
            shown = f"{size[0]}x{size[1]}"
            print(f"{name:<32} {shown:>10} {statistics.median(steps):>9.2f} {middle:>12.2f} {max(paints):>8.2f}")
    print(f"slowest median repaint: {slowest:.2f} ms, limit {LIMIT_MS} ms")
    del application
    return int(slowest > LIMIT_MS)


if __name__ == "__main__":
    raise SystemExit(main())
