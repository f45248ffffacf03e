"""With Python 3.11 the GUI thread stands still while the loader derives classes from Qt's."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
import threading
import time
from typing import ClassVar

import pytest
from PySide6.QtCore import QObject

from playground.startup import class_turns
from playground.startup.loader import ModuleLoader
from tests.patience import PROCESS_S

pytestmark = pytest.mark.skipif(not class_turns.ARE_NEEDED, reason="from Python 3.12 on a class is sound in any thread")


class Told(QObject):
    """Remembers who was derived from it, and what the GUI thread was doing then."""

    made: ClassVar[list[tuple[str, bool]]] = []

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        Told.made.append((cls.__name__, gui_thread_stands_still()))


def gui_thread_stands_still():
    """Tell whether the GUI thread is giving a turn."""
    frame = sys._current_frames()[threading.main_thread().ident]
    while frame is not None and frame.f_code.co_name != "_on_wanted":
        frame = frame.f_back
    return frame is not None


@pytest.fixture
def name(tmp_path, monkeypatch):
    """Return the name of a module that derives three classes, the last of them from one of its own."""
    Told.made.clear()
    monkeypatch.syspath_prepend(tmp_path)
    name = f"derived_{tmp_path.name}"
    lines = [
        f"from {__name__} import Told",
        "class First(Told): pass",
        "class Second(Told): pass",
        "class Third(Second): pass",
    ]
    (tmp_path / f"{name}.py").write_text("\n".join(lines))
    return name


@pytest.fixture
def loader(name):
    """Return a loader of that module."""
    owner = QObject()
    loader = ModuleLoader((name,), owner)
    yield loader
    loader.end()


def test_the_gui_thread_stands_still_while_a_class_is_made(qtbot, loader):
    with qtbot.waitSignal(loader.loaded):
        loader.begin()
    assert Told.made == [("First", True), ("Second", True), ("Third", True)]


def test_a_gui_thread_that_waits_for_the_module_itself_is_not_waited_for(loader, name):
    loader.begin()
    while name not in sys.modules:
        time.sleep(0.001)
    importlib.import_module(name)
    assert Told.made == [("First", False), ("Second", False), ("Third", False)]


STARTED = """
import builtins, threading
from PySide6.QtCore import QEventLoop, QObject
from playground.app import create
from tests.playground.startup.test_class_turns import gui_thread_stands_still

build, made = builtins.__build_class__, []

def watched(body, name, *bases, **options):
    if threading.current_thread() is not threading.main_thread():
        if any(isinstance(base, type(QObject)) for base in bases):
            made.append(gui_thread_stands_still())
    return build(body, name, *bases, **options)

from playground.startup import class_turns
class_turns._build_class = watched
app, window = create()
while not window.is_ready:
    app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
window.close()
print(len(made), set(made))
"""


def test_so_is_all_that_a_start_of_the_window_imports(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", STARTED],
        capture_output=True,
        text=True,
        timeout=PROCESS_S,
        check=False,
        env={**os.environ, "XDG_CONFIG_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
    )
    count, doing = done.stdout.split(" ", 1)
    assert int(count) > 200
    assert doing == "{True}\n", done.stderr
