"""Every test of the application leaves the process as it found it: no thread, no timer, no window, no error."""

from __future__ import annotations

import gc
import threading

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QSettings, QStandardPaths, Qt, QThread, QTimer
from PySide6.QtWidgets import QApplication

from playground.app import create
from playground.safety import guard
from playground.safety.garbage import GuiThreadCollector
from playground.safety.threads import WorkerThread

# At import, so that pytest-qt's hooks stand above the guard's during each test, and not the other way round.
NET = guard.install()
LOADED_MS = 30_000


@pytest.fixture(autouse=True)
def own_settings(tmp_path):
    """Keep the tests away from the settings and data of the person who runs them."""
    QStandardPaths.setTestModeEnabled(True)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))


@pytest.fixture(scope="session")
def modules_settled():
    """Take what the libraries made out of the garbage collector's sight: the search for leaks becomes quick."""
    import pyqtgraph  # noqa: F401 - the largest of them

    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def leaves_nothing_behind(qapp, own_settings, modules_settled):
    NET.errors.clear()
    palette = qapp.palette()
    yield
    settle()
    if qapp.palette() != palette:  # a test ended in the dark
        qapp.setPalette(palette)
    assert list(NET.errors) == []
    assert [window.objectName() for window in QApplication.topLevelWidgets() if window.isVisible()] == []
    assert [thread.objectName() for thread in living(QThread) if thread.isRunning()] == []
    assert [timer.parent() for timer in living(QTimer) if runs_for_a_test(timer)] == []


@pytest.fixture(autouse=True)
def workers_die_in_the_gui_thread(monkeypatch):
    """Note where each worker is destroyed: anywhere else it can stop a living window for ever."""
    here, died_in, begin = threading.get_ident(), [], WorkerThread.begin

    def begin_watched(thread):
        died = thread.worker.destroyed
        died.connect(lambda: died_in.append(threading.get_ident()), Qt.ConnectionType.DirectConnection)
        begin(thread)

    monkeypatch.setattr(WorkerThread, "begin", begin_watched)
    yield
    assert set(died_in) <= {here}


@pytest.fixture
def session(qtbot):
    """Give a session whose data and shipped network are loaded."""
    from playground.session.session import Session

    made = Session()
    qtbot.waitUntil(lambda: made.library.data is not None and made.library.shipped is not None, timeout=LOADED_MS)
    yield made
    made.close()


@pytest.fixture
def open_window(qtbot):
    """Give a function that opens the real window: every panel attached, data and shipped network loaded."""
    opened = []

    def open_one(*arguments):
        _, made = create(arguments)
        opened.append(made)
        qtbot.waitUntil(lambda: is_loaded(made), timeout=LOADED_MS)
        return made

    yield open_one
    for made in opened:
        if shiboken6.isValid(made):
            made.close()


@pytest.fixture
def window(open_window):
    """Give the real window, ready for work."""
    return open_window()


def is_loaded(window):
    return window.is_ready and window.session.library.data is not None and window.session.library.shipped is not None


def settle():
    """Deliver what is still queued, also the deletion of closed windows."""
    for _ in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def living(kind):
    """Find the objects of a Qt class that Python knows and Qt has not destroyed."""
    return [thing for thing in gc.get_objects() if issubclass(type(thing), kind) and shiboken6.isValid(thing)]


def runs_for_a_test(timer):
    return timer.isActive() and not isinstance(timer.parent(), GuiThreadCollector)
