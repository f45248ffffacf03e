"""Use the real window on a real X server with a window manager, through the keyboard and the mouse."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time

import pytest

from playground.startup.tour import THREE
from tests.patience import PROCESS_S

pytestmark = [
    pytest.mark.screen,
    pytest.mark.skipif(
        not all(shutil.which(tool) for tool in ("Xvfb", "openbox", "xdotool", "xprop")),
        reason="needs Xvfb, openbox, xdotool and xprop",
    ),
]

# Runs the program as its command does, and answers questions on standard input by object names.
DRIVEN = """
import sys, threading
from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QMenu, QMenuBar, QWidget
from playground.app import create

app, window = create(["nn-playground", "--language", "en"])

class Questions(QObject):
    asked = Signal(str)

    def __init__(self):
        super().__init__()
        self.asked.connect(self.answer)

    @Slot(str)
    def answer(self, question):
        try:
            print(eval(question), flush=True)
        except Exception as error:
            print(repr(error), flush=True)

    def listen(self):
        for line in sys.stdin:
            self.asked.emit(line)

def place(name):
    widget = window.findChild(QWidget, name)
    corner = widget.mapToGlobal(QPoint(0, 0))
    return corner.x(), corner.y(), widget.width(), widget.height()

def text(name):
    return window.findChild(QLabel, name).text()

def said(name):
    return window.findChild(QWidget, name).accessibleName()

def entry(text):
    for menu in (*window.findChildren(QMenuBar), *window.findChildren(QMenu)):
        for action in menu.actions() if menu.isVisible() else ():
            if action.text().replace("&", "") == text:
                place = menu.mapToGlobal(menu.actionGeometry(action).center())
                return place.x(), place.y()

def is_ready():
    return window.is_ready and window.session.library.data is not None and window.session.library.shipped is not None

questions = Questions()
threading.Thread(target=questions.listen, daemon=True).start()
sys.exit(app.exec())
"""


@pytest.fixture
def display():
    """Start an X server on a free display number, with a window manager."""
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as pipe:
        name = f":{pipe.readline().strip()}"
    manager = subprocess.Popen(["openbox"], env=os.environ | {"DISPLAY": name}, stderr=subprocess.DEVNULL)
    yield name
    for process in (manager, server):
        process.terminate()
        process.wait()


class Driver:
    """A person at the screen: sees what the window answers, moves the mouse and presses keys."""

    def __init__(self, display, home):
        self.environment = os.environ | {
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "XDG_CONFIG_HOME": str(home),
            "XDG_DATA_HOME": str(home),
        }
        self.process = subprocess.Popen(
            [sys.executable, "-c", DRIVEN],
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def ask(self, question):
        self.process.stdin.write(question + "\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def wait_for(self, question, answer):
        end = time.monotonic() + PROCESS_S
        while (got := self.ask(question)) != answer:
            assert time.monotonic() < end, f"{question} is {got!r}, expected {answer!r}"
            time.sleep(0.05)  # another process: there is no event to wait for

    def x(self, *words):
        done = subprocess.run(
            ["xdotool", *map(str, words)], env=self.environment, capture_output=True, text=True, timeout=30
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def activate(self):
        identity = self.x("search", "--sync", "--onlyvisible", "--name", "NN Playground").split()[-1]
        self.x("windowactivate", "--sync", identity)
        return identity

    def choose(self, *texts):
        """Click through menus."""
        for text in texts:
            self.wait_for(f"entry({text!r}) is None", "False")
            self.x("mousemove", "--sync", *re.findall(r"\d+", self.ask(f"entry({text!r})")))
            self.x("click", 1)

    def draw(self, points):
        left, top, width, height = map(int, re.findall(r"-?\d+", self.ask("place('digitCanvas')")))
        places = [(left + round(x * width), top + round(y * height)) for x, y in points]
        self.x("mousemove", "--sync", *places[0])
        self.x("mousedown", 1)
        for place in places[1:]:
            self.x("mousemove", "--sync", *place)
            self.ask("None")  # Qt leaves out moves that a busy program has not taken yet
        self.x("mouseup", 1)


@pytest.fixture
def driver(display, tmp_path):
    made = Driver(display, tmp_path)
    made.wait_for("is_ready()", "True")
    yield made
    with contextlib.suppress(ProcessLookupError):
        made.process.kill()
    made.process.communicate()


def test_a_digit_drawn_with_the_mouse_is_read_and_a_key_trains(driver):
    identity = driver.activate()
    driver.draw(THREE)
    driver.wait_for("text('recognisedDigit')", "3")
    driver.x("key", "F7")
    driver.wait_for("window.session.document.state.checkpoint.iteration", "1")
    driver.x("key", "ctrl+z")  # the canvas has the focus: the stroke goes first
    driver.wait_for("window.session.looking.example", "None")
    driver.x("key", "ctrl+z")  # no stroke is left: this one only says what the next one undoes
    driver.x("key", "ctrl+z")
    driver.wait_for("window.session.document.state.checkpoint.iteration", "0")
    assert "NN Playground" in driver.x("getwindowname", identity)
    driver.x("key", "ctrl+q")
    output, errors = driver.process.communicate(timeout=PROCESS_S)
    assert (driver.process.returncode, output, errors) == (0, "", "")


def test_a_newcomer_finds_the_collapse_and_steps_back_before_it(driver):
    driver.activate()
    driver.choose("Debug", "Demonstrations", "A learning rate of 10 kills all ReLUs")
    reason = "Stopped in iteration 12: 100% of the ReLUs of z1 give 0 for all 100 samples."
    driver.wait_for("text('stopReason')", reason)
    driver.wait_for("said('eventGraphView')", "Computational graph of Relu1")
    place = re.fullmatch(r"12 · (\d+) / (\d+)", driver.ask("text('debugPlace')"))
    steps, length = map(int, place.groups())
    for step in range(steps - 1, -1, -1):
        driver.x("key", "ctrl+F11")
        driver.wait_for("text('debugPlace')", f"12 · {step} / {length}")
    driver.x("key", "ctrl+F11")  # across the update
    driver.wait_for("text('debugPlace')", f"11 · {length} / {length}")
    driver.wait_for("window.findChild(QWidget, 'stopReason').isVisible()", "False")
    driver.wait_for("window.session.document.state.checkpoint.iteration", "10")
    driver.x("key", "F5")
    driver.wait_for("window.findChild(QWidget, 'stopReason').isVisible()", "True")
    driver.wait_for("text('debugPlace')", f"12 · {steps} / {length}")


def test_the_window_fits_a_small_screen(driver):
    driver.activate()
    left, top, width, height = map(int, re.findall(r"-?\d+", driver.ask("window.frameGeometry().getRect()")))
    assert left >= 0
    assert top >= 0
    assert left + width <= 1366
    assert top + height <= 768


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_request_to_end_closes_the_window_in_order(display, tmp_path, number):
    environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "XDG_CONFIG_HOME": str(tmp_path)}
    process = subprocess.Popen([sys.executable, "-m", "playground"], env=environment, stderr=subprocess.PIPE, text=True)
    subprocess.run(
        ["xdotool", "search", "--sync", "--onlyvisible", "--name", "NN Playground"],
        env=environment,
        timeout=PROCESS_S,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    process.send_signal(number)
    _, errors = process.communicate(timeout=PROCESS_S)
    assert (process.returncode, errors) == (0, "")
    assert (tmp_path / "nn-playground" / "nn-playground.ini").exists(), "the arrangement was not saved"
