"""What measuring the health of layers costs training: iterations a second with and without, taken in turns.

    python tests/benchmarks/health_cost.py [rounds]

A real session trains MNIST with two layers of 100 ReLUs. In every second stretch somebody looks at the health of the
layers, as the chips and the strip do; in the others nobody does. The medians are printed, and what they differ by.
"""

from __future__ import annotations

import os
import statistics
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from PySide6.QtWidgets import QApplication

from playground.session.session import Session

SECONDS = 3.0
LIMIT = 0.02


def spin(seconds: float) -> None:
    """Let the event loop run."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        QApplication.processEvents()
        time.sleep(0.001)


def iterations_a_second(session: Session) -> float:
    """Count the iterations of a stretch."""
    spin(0.3)
    first, started = session.run.iteration, time.perf_counter()
    spin(SECONDS)
    return (session.run.iteration - first) / (time.perf_counter() - started)


def main() -> int:
    """Print the medians; give 1 when looking costs more than 2 %."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    application = QApplication([])
    session = Session()
    while session.library.data is None:
        spin(0.01)
    session.editing.edit_config("Epochs", epochs=1_000_000)
    session.control.train()
    speeds: dict[bool, list[float]] = {True: [], False: []}
    for number in range(2 * rounds + 2):
        looks = number % 2 == 1
        if looks:
            session.health.changed.connect(session.health.ask)
            session.health.ask()
        speed = iterations_a_second(session)
        if looks:
            session.health.changed.disconnect(session.health.ask)
        if number >= 2:
            speeds[looks].append(speed)
    without, seen = statistics.median(speeds[False]), statistics.median(speeds[True])
    pairs = [1 - one / other for one, other in zip(speeds[True], speeds[False], strict=True)]
    cost = statistics.median(pairs)
    print(f"iterations a second: {without:.0f} unseen, {seen:.0f} seen, {len(session.health.past)} measured")
    print(f"looking costs {cost:.1%} (median of {rounds} pairs), limit {LIMIT:.0%}")
    session.close()
    del application
    return int(cost > LIMIT)


if __name__ == "__main__":
    raise SystemExit(main())
