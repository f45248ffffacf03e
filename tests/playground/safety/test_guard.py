from __future__ import annotations

import gc
import os
import subprocess
import sys
import threading
import weakref

import pytest
from PySide6.QtCore import QObject, QThread, QtMsgType, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from playground.safety.error_reports import ErrorReports
from playground.safety.garbage import GuiThreadCollector
from playground.safety.guard import Guard
from tests.patience import PROCESS_S


class Listener(QObject):
    def __init__(self):
        super().__init__()
        self.heard = []

    @Slot(str)
    def hear(self, text):
        self.heard.append((text, QThread.currentThread() is self.thread()))


@pytest.fixture
def guard(capsys):
    return Guard()


def raised(error):
    try:
        raise error
    except ValueError as caught:
        return type(caught), caught, caught.__traceback__


def test_an_error_in_another_thread_is_told_in_the_gui_thread(guard, qtbot):
    listener = Listener()
    guard.reported.connect(listener.hear)
    thread = threading.Thread(target=guard.report, args=("from afar",))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(listener.heard))
    assert listener.heard == [("from afar", True)]


def test_the_same_error_is_told_once(guard):
    listener = Listener()
    guard.reported.connect(listener.hear)
    trouble = raised(ValueError("weight W1 is gone"))
    for _ in range(100):
        guard.on_exception(*trouble)
    assert len(listener.heard) == 1
    assert "ValueError: weight W1 is gone" in listener.heard[0][0]


def test_only_text_of_an_error_is_kept(guard):
    class Heavy:
        pass

    def fail():
        local = Heavy()
        alive.append(weakref.ref(local))
        raise ValueError("boom")

    alive = []
    try:
        fail()
    except ValueError as error:
        guard.on_exception(type(error), error, error.__traceback__)
    gc.collect()
    assert alive[0]() is None
    assert "boom" in guard.errors[0]


def test_reports_and_qt_messages_do_not_grow_for_ever(guard):
    for n in range(1000):
        guard.report(f"error {n}")
        guard.on_qt_message(QtMsgType.QtWarningMsg, None, f"warning {n}")
    assert len(guard.errors) == len(guard.qt_messages) == 100


def test_what_qt_calls_critical_is_an_error(guard):
    guard.on_qt_message(QtMsgType.QtCriticalMsg, None, "no such device")
    guard.on_qt_message(QtMsgType.QtWarningMsg, None, "a trifle")
    assert list(guard.errors) == ["Qt: no such device"]
    assert list(guard.qt_messages) == ["QtCriticalMsg: no such device", "QtWarningMsg: a trifle"]


def test_many_errors_make_one_dialog_with_one_report_to_copy(guard, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    ErrorReports(guard, window)
    for n in range(5):
        guard.report(f"error {n}")
    (dialog,) = window.findChildren(QDialog)
    copy = next(b for b in dialog.findChildren(QPushButton) if "opy" in b.text())
    copy.click()
    text = QGuiApplication.clipboard().text()
    assert all(f"error {n}" in text for n in range(5))
    assert "Python: 3" in text
    assert "PySide6: 6" in text
    dialog.close()
    guard.report("error 6")
    assert [d.isVisible() for d in window.findChildren(QDialog, "reportDialog")].count(True) == 1


def test_garbage_is_collected_in_the_gui_thread_only(qapp, qtbot):
    collector = GuiThreadCollector(qapp)
    collector.begin()

    class Knot:
        def __init__(self):
            self.self = self

        def __del__(self):
            threads.append(threading.current_thread())

    def tie():
        for _ in range(20_000):
            Knot()

    threads = []
    worker = threading.Thread(target=tie)
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: len(threads) == 20_000)
    assert set(threads) == {threading.main_thread()}
    collector.deleteLater()


def test_what_start_up_left_is_not_looked_through_again(qapp):
    collector = GuiThreadCollector(qapp)
    looked_through = len(gc.get_objects())
    collector.settle()
    assert len(gc.get_objects()) < looked_through / 10
    collector.deleteLater()


# Each of these ended the process in a segmentation fault without the paint guard, so each has its own.
PAINT_ERRORS = """
import sys
from PySide6.QtWidgets import QApplication, QWidget, QGraphicsObject, QGraphicsScene, QGraphicsView
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from playground.safety import guard
from playground.safety.paint_guard import guarded_paint

class Bad(QWidget):
    @guarded_paint
    def paintEvent(self, event):
        with QPainter(self) as painter:
            painter.drawLine(0, 0, 9, 9)
            raise ValueError("bad paint")

class BadItem(QGraphicsObject):
    def boundingRect(self):
        return QRectF(0, 0, 9, 9)

    @guarded_paint
    def paint(self, painter, option, widget=None):
        painter.save()
        raise ValueError("bad item")

app = QApplication([])
net = guard.install()
scene = QGraphicsScene()
item = BadItem()
scene.addItem(item)
for widget in (Bad(), QGraphicsView(scene)):
    for _ in range(300):
        widget.grab()
assert len(net.errors) == 2, net.errors
print("survived")
"""

SLOT_ERRORS = """
import threading
from PySide6.QtCore import QCoreApplication, QThread, QTimer
from PySide6.QtWidgets import QApplication
from playground.safety import guard

class Worker(QThread):
    def run(self):
        raise ValueError("in a QThread")

def slot():
    raise ValueError("in a slot")

def thread():
    raise ValueError("in a thread")

app = QApplication([])
net = guard.install()
QTimer.singleShot(0, slot)
worker = Worker()
worker.start()
worker.wait()
python_thread = threading.Thread(target=thread)
python_thread.start()
python_thread.join()
for _ in range(10):
    app.processEvents()
texts = "".join(net.errors)
assert all(f"in a {place}" in texts for place in ("slot", "thread", "QThread")), texts
print("survived")
"""


@pytest.mark.parametrize("script", [PAINT_ERRORS, SLOT_ERRORS], ids=["paint", "slots"])
def test_errors_are_reported_and_the_process_lives(script):
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=PROCESS_S)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "survived\n"


RECORD = """
import faulthandler, sys
from PySide6.QtCore import QCoreApplication
from playground.safety import guard
app = QCoreApplication([])
print(guard.record_crashes())
if sys.argv[1] == "crash":
    faulthandler._sigsegv()
"""


def test_a_crash_is_told_at_the_next_start_and_no_later(tmp_path):
    def start(what):
        home = os.environ | {"XDG_DATA_HOME": str(tmp_path)}
        words = [sys.executable, "-c", RECORD, what]
        return subprocess.run(words, env=home, capture_output=True, text=True, timeout=PROCESS_S, check=False)

    assert start("crash").returncode < 0
    assert "Segmentation fault" in start("").stdout
    assert start("").stdout.strip() == ""


def test_a_home_that_cannot_be_written_to_keeps_nobody_from_starting(tmp_path):
    (tmp_path / "data").write_text("a file where a folder should be")
    home = os.environ | {"XDG_DATA_HOME": str(tmp_path / "data")}
    words = [sys.executable, "-c", RECORD, ""]
    done = subprocess.run(words, env=home, capture_output=True, text=True, timeout=PROCESS_S, check=False)
    assert done.returncode == 0
    assert "cannot be recorded" in done.stderr
