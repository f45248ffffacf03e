"""Every test of the application leaves the process as it found it: no thread, no timer, no window, no error."""

from __future__ import annotations

import gc
import threading

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QSettings, QStandardPaths, Qt, QThread, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMainWindow,
    QSpinBox,
)
from pytestqt.qtbot import QtBot

from playground.app import create
from playground.safety import guard
from playground.safety.garbage import GuiThreadCollector
from playground.safety.threads import WorkerThread
from playground.session.session import Session
from playground.window.frame_clock import FrameClock
from playground.window.language import provide_korean_font
from tests.patience import HANG_S
from tests.playground.sessions import choose

# At import, so that pytest-qt's hooks stand above the guard's during each test, and not the other way round.
NET = guard.install()
HANG_MS = 1000 * HANG_S


class PatientBot(QtBot):
    """Waits for what is to happen until only a hang can be the reason that it does not."""

    def waitUntil(self, callback, *, timeout=HANG_MS):
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal, *, timeout=HANG_MS, **options):
        return super().waitSignal(signal, timeout=timeout, **options)

    def waitSignals(self, signals, *, timeout=HANG_MS, **options):
        return super().waitSignals(signals, timeout=timeout, **options)

    def waitExposed(self, widget, *, timeout=HANG_MS):
        return super().waitExposed(widget, timeout=timeout)

    def waitActive(self, widget, *, timeout=HANG_MS):
        return super().waitActive(widget, timeout=timeout)


@pytest.fixture
def qtbot(qapp, request):
    """Stand in for pytest-qt's bot, whose patience ends after five seconds."""
    return PatientBot(request)


@pytest.fixture
def plane_session(qtbot):
    """Give a session with points in a plane and a small network: it trains at once and fast."""
    session = Session(load=False)
    choose(qtbot, session, "xor2d")
    yield session
    session.close()


@pytest.fixture(scope="session")
def one_font(qapp):
    """Begin with the font that the first window would leave to the tests after it, in whatever order they run."""
    provide_korean_font()


@pytest.fixture(autouse=True)
def own_settings(tmp_path):
    """Keep the tests away from the settings and data of the person who runs them."""
    QStandardPaths.setTestModeEnabled(True)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))


@pytest.fixture(scope="module")
def modules_settled():
    """Take what imports made out of the garbage collector's sight: it goes through the rest after each test.

    Anew for each module of tests, because those before have imported more.
    """
    import playground.widgets.plot.pyqtgraph_setup  # noqa: F401 - the largest of all

    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def leaves_nothing_behind(qapp, own_settings, one_font, modules_settled):
    NET.errors.clear()
    palette, font = qapp.palette(), qapp.font()
    yield
    settle()
    if qapp.palette() != palette:  # a test ended in the dark
        qapp.setPalette(palette)
    if qapp.font() != font:  # a test ended with large text
        qapp.setFont(font)
    assert list(NET.errors) == []
    assert [window.objectName() for window in QApplication.topLevelWidgets() if window.isVisible()] == []
    assert [thread.objectName() for thread in living(QThread) if works_for_a_test(thread)] == []
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
    """Give a session whose data and shipped network are loaded, and that looks at its own network as most tests do."""
    from playground.session.session import Session

    made = Session()
    qtbot.waitUntil(lambda: made.library.data is not None and made.library.shipped is not None)
    made.looking.choose("mine")
    yield made
    made.close()
    made.deleteLater()  # by Qt, from the root down: the garbage collector may free a child twice


@pytest.fixture
def open_window(qtbot):
    """Give a function that opens the real window: every panel attached, data and shipped network loaded.

    It takes the words of a command line, and a folder where copies of unsaved work are to be kept.
    """
    opened = []

    def open_one(*arguments, recovery=None):
        _, made = create(arguments)
        if recovery is not None:
            made.keep_recovery(recovery)
        opened.append(made)
        qtbot.waitUntil(lambda: is_loaded(made))
        return made

    yield open_one
    for made in opened:
        if shiboken6.isValid(made):
            made.close()


@pytest.fixture
def window(open_window):
    """Give the real window, ready for work."""
    return open_window()


@pytest.fixture
def told(window):
    """Give what the status bar has said so far: a message goes after some seconds, and a machine may be slow."""
    messages = []
    window.statusBar().messageChanged.connect(messages.append)
    return messages


@pytest.fixture
def choose_file(qtbot):
    """Give a function that answers the file dialog that is open, or about to open."""

    def choose(path):
        qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
        dialog = QApplication.activeModalWidget()
        dialog.done(QDialog.DialogCode.Accepted)
        dialog.fileSelected.emit(str(path))  # as Qt does when it has been closed

    return choose


@pytest.fixture
def fill(qtbot):
    """Give a function that fills in a field as a person does: an entry is chosen, a box ticked, a number typed."""

    def choose(box, name):
        place = box.findData(name)
        assert place >= 0, [box.itemData(i) for i in range(box.count())]
        box.setCurrentIndex(place)
        box.activated.emit(place)

    def type_number(field, text):
        field.selectAll()
        qtbot.keyClicks(field, text)
        # As when the focus goes to the next field.
        field.interpretText() if isinstance(field, QSpinBox) else field.editingFinished.emit()

    def fill_in(field, value):
        if isinstance(field, QComboBox):
            choose(field, value)
        elif isinstance(field, QCheckBox):
            if field.isChecked() != value:
                field.click()
        else:
            assert isinstance(field, QLineEdit | QSpinBox), field
            type_number(field, str(value))

    return fill_in


@pytest.fixture
def under_a_clock(qtbot):
    """Give a function that puts a view into a window with a frame clock, shows it, and returns the clock."""

    windows = []  # nobody else keeps them

    def put(view):
        window = QMainWindow()
        windows.append(window)
        qtbot.addWidget(window)
        clock = window.frame_clock = FrameClock(window)
        window.setCentralWidget(view)
        window.resize(view.size())
        window.show()
        qtbot.waitExposed(window)
        return clock

    return put


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
    return [thing for thing in shiboken6.getAllValidWrappers() if isinstance(thing, kind)]


def runs_for_a_test(timer):
    return timer.isActive() and not isinstance(timer.parent(), GuiThreadCollector)


def works_for_a_test(thread):
    return thread.isRunning() and not thread.isCurrentThread()
