"""A thread ends when told, and also when nobody is left to tell it; nothing of Qt's dies in it."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from pytestqt.qtbot import QtBot

from playground.safety.threads import WorkerThread, alive
from tests.patience import PROCESS_S


class Clock(QObject):
    """Ticks in its thread as long as it is there."""

    ticked = Signal(object)
    fault: Exception | None = None
    """What the next tick ends in."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._on_timeout)

    @Slot()
    def start(self) -> None:
        self._timer.start()

    @Slot()
    def _on_timeout(self) -> None:
        self.ticked.emit(threading.get_ident())
        fault, self.fault = self.fault, None
        if fault is not None:
            raise fault


class Owner(QObject):
    """Has a clock that ticks in a thread."""

    started = Signal()
    ticked = Signal(object)
    """Where the worker's clock ticked; comes in the owner's own thread."""

    def __init__(self) -> None:
        super().__init__()
        self.worker = Clock()
        self.started.connect(self.worker.start)
        self.worker.ticked.connect(self.ticked)
        self.thread_of_clock = WorkerThread(self.worker, "test", self)
        self.thread_of_clock.begin()
        self.started.emit()


def end(owner: Owner) -> None:
    owner.thread_of_clock.end()


def test_a_thread_ends_at_once_even_while_it_is_starting(qapp: object) -> None:
    for _ in range(50):
        owner, worker = QObject(), QObject()
        thread = WorkerThread(worker, "test", owner)
        thread.begin()
        thread.end()
        assert thread.isFinished()
        assert not shiboken6.isValid(worker)
    assert thread not in alive


def test_ending_twice_is_ending_once(qapp: object) -> None:
    owner = Owner()
    end(owner)
    end(owner)
    assert owner.thread_of_clock.isFinished()


def test_a_thread_whose_owner_is_forgotten_ends_with_it_and_a_warning_tells(qtbot: QtBot) -> None:
    owner = Owner()
    thread, worker = owner.thread_of_clock, owner.worker
    qtbot.waitSignal(owner.ticked).wait()
    with pytest.warns(ResourceWarning, match="the owner of thread 'test' did not end it"):
        shiboken6.delete(owner)
    assert thread.isFinished()
    assert not shiboken6.isValid(worker)
    assert thread not in alive


@pytest.mark.parametrize("ending", [end, shiboken6.delete])
@pytest.mark.filterwarnings("ignore:the owner of thread:ResourceWarning")
def test_a_worker_dies_in_the_gui_thread(qtbot: QtBot, ending: Callable[[Owner], object]) -> None:
    owner = Owner()
    died_in: list[int] = []
    note = lambda: died_in.append(threading.get_ident())  # noqa: E731 - a method of a QObject would be called later
    owner.worker.destroyed.connect(note, Qt.ConnectionType.DirectConnection)
    with qtbot.waitSignal(owner.ticked) as tick:
        pass
    ending(owner)
    assert tick.args != [threading.get_ident()]
    assert died_in == [threading.get_ident()]


def test_a_worker_works_in_no_other_thread_even_at_its_end(qtbot: QtBot) -> None:
    for _ in range(20):
        owner = Owner()
        ticks: list[int] = []
        owner.worker.ticked.connect(ticks.append, Qt.ConnectionType.DirectConnection)
        qtbot.waitUntil(lambda ticks=ticks: bool(ticks))
        end(owner)
        qtbot.wait(1)
        assert threading.get_ident() not in ticks


def test_a_worker_that_fails_comes_back_too(qtbot: QtBot) -> None:
    owner = Owner()
    with qtbot.captureExceptions() as errors:
        owner.worker.fault = ValueError()
        qtbot.waitUntil(lambda: bool(errors))
        end(owner)
    assert [kind for kind, _, _ in errors] == [ValueError]
    assert not shiboken6.isValid(owner.worker)


FORGOTTEN_BY_A_SCRIPT = """
import threading
from PySide6.QtCore import QCoreApplication, QObject, Qt
from playground.safety.threads import WorkerThread

app = QCoreApplication([])
owner, worker = QObject(), QObject()
here = threading.get_ident()
worker.destroyed.connect(lambda: print(threading.get_ident() == here), Qt.ConnectionType.DirectConnection)
WorkerThread(worker, "test", owner).begin()
"""


def test_a_script_that_ends_without_a_word_ends_its_threads() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", FORGOTTEN_BY_A_SCRIPT],
        capture_output=True,
        text=True,
        timeout=PROCESS_S,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "True\n", "")


RACE = """
import sys, threading
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QLineEdit
from playground.safety.threads import WorkerThread

app = QApplication([])
sys.setswitchinterval(1e-5)

class Worker(QObject):
    done = Signal(object)
    def __init__(self):
        super().__init__()
        self.timer = QTimer(self, interval=10**6)
        self.timer.timeout.connect(self.work)
    @Slot()
    def work(self): pass

class Receiver(QObject):
    @Slot(object)
    def got(self, value): pass

class Field(QLineEdit):
    def __init__(self):
        super().__init__()
        self.editingFinished.connect(self.finished)
    @Slot()
    def finished(self): pass

receiver = Receiver()
for _ in range(int(sys.argv[1])):
    threads = []
    for _ in range(8):
        worker = Worker()
        worker.done.connect(receiver.got)
        threads.append(WorkerThread(worker, "test", receiver))
        threads[-1].begin()
    for thread in threads:
        thread.quit()
    fields = [Field() for _ in range(60)]
    for thread in threads:
        thread.end()
    app.processEvents()
print("no hang")
"""


@pytest.mark.parametrize("rounds", [100])
def test_widgets_are_made_beside_ending_threads(rounds: int) -> None:
    """Where workers died in their threads, this hung within a second or two."""
    done = subprocess.run(
        [sys.executable, "-c", RACE, str(rounds)], capture_output=True, text=True, timeout=PROCESS_S, check=False
    )
    assert done.stdout == "no hang\n", done.stderr
