"""What a frame of the network view costs: the pointer moving over neurons, new numbers, new weights.

    python tests/benchmarks/network_frames.py [rounds]

All networks take turns in one process. Processor time of the GUI thread is counted, because other work on the
machine disturbs it least; the medians and the slowest twentieth are printed.
"""

from __future__ import annotations

import os
import statistics
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from nn.network import NetworkSpec
from playground.panels.network.view import NetworkView
from playground.session.session import Session

SIZES = (QSize(560, 250), QSize(1100, 600))
NETWORKS = ((784, (100, 100), 10), (784, (512, 256), 10), (784, (1024, 512), 10), (2, (8,) * 6, 2))
MOVES = 40
FRAME_LIMIT_MS = 8.0
EDGES_LIMIT_MS = 16.0


class View:
    """The diagram of one network at work on one sample."""

    def __init__(self, network: tuple[int, tuple[int, ...], int], size: QSize) -> None:
        inputs, hidden, outputs = network
        self.session = Session(load=False)
        self.session.editing.edit_spec("Network", NetworkSpec.mlp(inputs, hidden, outputs))
        self.rng = np.random.default_rng(0)
        self.session.looking.type_sample(self.rng.random(inputs))
        self.area = QWidget()
        self.view = NetworkView(self.session, self.area)
        self.area.resize(size)
        self.view.resize(size)
        self.area.show()
        self.diagram = self.view.diagram

    def move(self) -> float:
        """Point at another neuron and paint; give the processor time in ms."""
        block = self.diagram.blocks[self.rng.integers(1, len(self.diagram.blocks))]
        left, top, width, height = block.cell(int(self.rng.integers(block.shape.count)))
        at = QPointF(left + width / 2, top + height / 2)
        button = Qt.MouseButton.NoButton
        event = QMouseEvent(QMouseEvent.Type.MouseMove, at, at, button, button, Qt.KeyboardModifier.NoModifier)
        return spent(lambda: (QApplication.sendEvent(self.diagram, event), self.diagram.repaint()))

    def new_numbers(self) -> float:
        """Send another sample through the network and paint its numbers."""
        x = self.rng.random(self.session.live.network.spec.input_shape)
        return spent(lambda: (self.session.looking.type_sample(x), self.diagram.repaint()))

    def new_weights(self) -> float:
        """Choose and paint the edges anew, as five times a second while the network learns."""
        self.diagram.edges.set_budget(self.diagram.edges.count)
        return spent(self.diagram.repaint)

    def close(self) -> None:
        """End the session's threads."""
        self.area.close()
        self.session.close()


def spent(action) -> float:
    """Give the processor time of an action in ms."""
    started = time.thread_time()
    action()
    return 1000 * (time.thread_time() - started)


def main() -> int:
    """Print the table; give 1 when a frame is too slow."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    application = QApplication([])
    too_slow = False
    print(f"{'network':<24} {'size':>9} {'pointer ms':>11} {'95%':>6} {'numbers ms':>11} {'edges ms':>9}")
    for network in NETWORKS:
        for size in SIZES:
            view = View(network, size)
            QApplication.processEvents()
            moves, numbers, weights = [], [], []
            for _ in range(rounds):
                moves += [view.move() for _ in range(MOVES)]
                numbers.append(view.new_numbers())
                weights.append(view.new_weights())
            name = "-".join(map(str, (network[0], *network[1], network[2])))
            worst = sorted(moves)[int(0.95 * len(moves))]
            frame, edges = statistics.median(moves), statistics.median(weights)
            shown = f"{size.width()}x{size.height()}"
            print(
                f"{name:<24} {shown:>9} {frame:>11.2f} {worst:>6.2f} {statistics.median(numbers):>11.2f} {edges:>9.2f}"
            )
            too_slow |= frame > FRAME_LIMIT_MS or edges > EDGES_LIMIT_MS
            view.close()
    print(f"limits: {FRAME_LIMIT_MS} ms for the pointer, {EDGES_LIMIT_MS} ms for the edges")
    del application
    return int(too_slow)


if __name__ == "__main__":
    raise SystemExit(main())
