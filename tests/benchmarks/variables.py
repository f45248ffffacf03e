"""How long the variables panel takes for one step of the debugger.

The book's network, 784-100-100-10, with a batch of 100, five watches and every group of variables unfolded. Measured
is everything that the window does for a step in this panel: finding what is known, its figures, and painting, in
milliseconds of the window's thread, so that other programs on the machine do not count.
"""

from __future__ import annotations

import argparse
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import time

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QLineEdit

from playground.panels.variables.sidebar import VariableSidebar
from playground.session.session import Session

WATCHES = ("L", "norm(dW1)", "a1", "W1[300,5]", "dead(z1)")
LIMIT_MS = 8.0


def until(condition):
    while not condition():
        QCoreApplication.processEvents()
        time.sleep(0.001)


def step_times(session, sidebar, steps):
    """Step through the pass and back, and measure the panel's share of each step in ms."""
    times = []
    debugger = session.debugger
    for move in (1, -1):
        for _ in range(steps):
            debugger.blockSignals(True)  # only this panel is measured, not what recording and moving cost
            debugger.stepper.go(debugger.cursor + move)
            debugger.blockSignals(False)
            start = time.thread_time()
            debugger.moved.emit()
            QCoreApplication.processEvents()
            times.append((time.thread_time() - start) * 1e3)
    return np.array(times)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--height", type=int, default=640, help="of the panel in px")
    arguments = parser.parse_args()
    app = QApplication.instance() or QApplication([])
    session = Session()
    until(lambda: session.library.data is not None)
    sidebar = VariableSidebar(session)
    list(sidebar.build())
    sidebar.resize(400, arguments.height)
    sidebar.show()
    session.document.edit("Watch", watches=WATCHES)
    session.debugger.open()
    until(lambda: session.watching.recorder.latest("L") is not None)
    for folded, title in ((True, "groups as they come"), (False, "all groups unfolded")):
        if not folded:
            sidebar.variables.view.expandAll()
        for name in ("", "W1"):
            sidebar.findChild(QLineEdit, "variableFilter").setText(name)
            session.debugger.restart()
            QCoreApplication.processEvents()
            times = step_times(session, sidebar, len(session.debugger.trace))
            figures = f"median {np.median(times):5.2f} ms, 95% {np.quantile(times, 0.95):5.2f}, max {times.max():5.2f}"
            verdict = "ok" if np.quantile(times, 0.95) <= LIMIT_MS else f"over {LIMIT_MS:g} ms"
            print(f"{title:22} filter {name or '-':4} {figures}  {verdict}")
    sidebar.close()
    session.close()
    app.processEvents()


if __name__ == "__main__":
    main()
