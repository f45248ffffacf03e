from __future__ import annotations

import os
import subprocess
import sys

from tests.patience import PROCESS_S

IMPORT_AFTERWARDS = """
import importlib, sys, threading
import shiboken6
from PySide6.QtCore import QCoreApplication
from playground.app import create
from playground.startup import qt_classes, startup
from playground.startup.loader import COMMON, FILES

class Watched(startup.Startup):
    def __init__(self, panels, in_front, parent):
        shown.extend(in_front if sys.argv[1] == "make_first_classes" else panels)
        super().__init__(panels, in_front, parent)

def made(kind=shiboken6.Shiboken.Object):
    for child in kind.__subclasses__():
        yield f"{child.__module__}.{child.__qualname__}"
        yield from made(child)

def everyday():
    return {name for name in made() if name.split(".")[:2] in MODULES}

def import_all():
    for name in (*COMMON, *FILES, *(name for panel in shown for name in (*panel.modules, *panel.modules_later))):
        importlib.import_module(name)

MODULES = [["PySide6", name] for name in ("QtCore", "QtGui", "QtWidgets")]
shown = []
startup.Startup = Watched
app, window = create([])
furnished = everyday()
for _ in getattr(qt_classes, sys.argv[1])():
    pass
before = everyday()
if sys.argv[1] == "make_first_classes":
    FILES = ()
    for panel in shown:
        type(panel).modules_later = ()
thread = threading.Thread(target=import_all)
thread.start()
thread.join()
print(len(shown), len(before - furnished), sorted(everyday() - before))
window.close()
"""


def made_by_imports(tmp_path, what):
    """Return how many panels were looked at, how many classes were made, and which ones an import made afterwards."""
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_AFTERWARDS, what],
        capture_output=True,
        text=True,
        timeout=PROCESS_S,
        check=False,
        env={**os.environ, "XDG_CONFIG_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
    )
    panels, count, late = done.stdout.strip().split(" ", 2)
    return int(panels), int(count), late, done.stderr


def test_importing_panels_in_a_thread_makes_no_class_that_the_gui_thread_uses(tmp_path):
    panels, count, late, errors = made_by_imports(tmp_path, "make_classes")
    assert late == "[]", errors
    assert count > 200
    assert panels >= 12


def test_before_the_panels_in_front_only_the_classes_that_they_import_are_made(tmp_path):
    """The names that are missing belong into `playground/startup/qt_classes.py`."""
    panels, count, late, errors = made_by_imports(tmp_path, "make_first_classes")
    assert late == "[]", errors
    assert count <= 30, "each costs the panels in front its time"
    assert panels == 4
