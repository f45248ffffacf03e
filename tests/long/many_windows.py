"""Open windows and close them at random moments, while they load, train and step: nothing may be left of any.

``python tests/long/many_windows.py [windows] [seed]``; the test run does it with 20. A moment is a number of turns of
the event loop, so that one seed is one order of deeds, on a quick and on a slow machine. At times the next window is
open before the last one is closed. The figures are printed; the exit code is 1 if something was left or went wrong.
"""

from __future__ import annotations

import faulthandler
import gc
import os
import random
import sys
import tempfile
import time
import warnings
import weakref
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from playground.app import create, prepare_process

prepare_process()

import shiboken6  # noqa: E402 - NumPy and Qt only now
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings, QStandardPaths  # noqa: E402
from PySide6.QtGui import QAction  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from playground.safety import guard  # noqa: E402 - only when the screen is chosen
from playground.safety.threads import alive  # noqa: E402
from playground.startup import in_turns  # noqa: E402
from playground.startup.tour import THREE, stroke  # noqa: E402

LOADING, TRAINING, STEPPING = MOMENTS = ("loading", "training", "stepping")
TURNS_OF_A_START = 1200
"""About how many turns of the event loop pass until a window is ready, if each does one piece of work."""
TRAIN = ("Train", "Pause", "Train", "StepIteration", "StepEpoch", "Stop", "ResetWeights", "Undo", "Redo")
STEP = ("StepOver", "StepInto", "StepOut", "StepBack", "RunToHere", "ReverseContinue", "RestartPass", "FindFirstBad")
DEEDS = {
    LOADING: ("Train", "ThemeDark", "LanguageKo", "ResetLayout", "LanguageEn", "ThemeLight"),
    TRAINING: TRAIN,
    STEPPING: ("Train", *STEP, "StepInto", "draw"),
}


def turn(times=1):
    """Let the event loop take so many turns."""
    for _ in range(times):
        QApplication.processEvents()


def wait(times=1):
    """Let the event loop take so many turns, with time for the threads between them."""
    for _ in range(times):
        turn()
        time.sleep(0.002)


def do(window, deed):
    """Draw, or trigger one of the window's actions, which may not be there yet."""
    if deed == "draw":
        stroke(window.findChild(QWidget, "digitCanvas"), THREE)
    else:
        window.findChild(QAction, f"action{deed}").trigger()


def live(window, moment, chance):
    """Bring a window to a random moment of its life."""
    if moment == LOADING:
        for _ in range(chance.randrange(4)):
            turn(chance.randrange(TURNS_OF_A_START // 3))
            do(window, chance.choice(DEEDS[LOADING]))
        return
    while not (window.is_ready and window.session.library.data is not None):
        turn()
    if moment == STEPPING:
        do(window, "draw")
    do(window, {TRAINING: "Train", STEPPING: "StepOver"}[moment])
    for _ in range(chance.randrange(12)):
        do(window, chance.choice(DEEDS[moment]))
        wait(chance.randrange(10))


class Watch:
    """Remembers every window and session, and what went wrong."""

    def __init__(self):
        self._net = guard.install()
        self._seen = []
        self._slowest = 0.0

    def close(self, window):
        """Close a window, and look out for what is left of it from now on."""
        self._seen += [weakref.ref(thing) for thing in (window, window.session) if thing is not None]
        begin = time.perf_counter()
        window.close()
        self._slowest = max(self._slowest, time.perf_counter() - begin)

    def left(self):
        """Count what is left when no window is open, and tell of every error."""
        for _ in range(3):
            wait()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        self._seen = [ref for ref in self._seen if ref() is not None]
        things = [thing for thing in gc.get_objects() if isinstance(thing, QObject) and shiboken6.isValid(thing)]
        return {
            "windows and sessions": len(self._seen),
            "threads of ours": len([thread for thread in alive if not thread.isFinished()]),
            "widgets": len(QApplication.topLevelWidgets()),
            "objects elsewhere": len([thing for thing in things if not thing.thread().isCurrentThread()]),
            "errors": len(self._net.errors) + len(self._net.qt_messages),
        }

    def figures(self):
        """Say what the process holds, and how long the slowest close took."""
        status = Path("/proc/self/status")
        held = dict(line.split(":\t") for line in status.read_text().splitlines()) if status.exists() else {}
        threads, memory = (held.get(name, "?").strip() for name in ("Threads", "VmRSS"))
        return f"{threads} threads, {memory}, slowest close {1e3 * self._slowest:.0f} ms"


def main():
    """Run it and return the exit code."""
    windows, seed = ([int(word) for word in sys.argv[1:]] + [500, 1][len(sys.argv) - 1 :])[:2]
    chance, watch, begin = random.Random(seed), Watch(), time.perf_counter()
    last, left = None, {}
    for number in range(1, windows + 1):
        _, window = create()
        if last is not None:
            wait(chance.randrange(20))
            watch.close(last)
        live(window, chance.choice(MOMENTS), chance)
        last = window if chance.random() < 0.1 and number < windows else None
        if last is None:
            watch.close(window)
        del window
        if last is None and (number % 50 == 0 or number == windows):
            left = watch.left()
            told = ", ".join(f"{count} {name}" for name, count in left.items())
            sys.stdout.write(
                f"{number} windows, left: {told}; {watch.figures()}, {time.perf_counter() - begin:.0f} s\n"
            )
            sys.stdout.flush()
    return int(any(left.values()))


if __name__ == "__main__":
    faulthandler.enable()
    warnings.simplefilter("error", ResourceWarning)  # an owner that did not end its thread tells of it so
    in_turns.SLICE_S = -1.0  # each piece of work is a turn of its own
    QStandardPaths.setTestModeEnabled(True)
    with tempfile.TemporaryDirectory() as folder:
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        sys.exit(main())
