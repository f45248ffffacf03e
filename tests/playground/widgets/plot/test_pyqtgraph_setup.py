from __future__ import annotations

import subprocess
import sys

LEAVES_OUT = """
import sys
from playground.widgets.plot.pyqtgraph_setup import UNUSED, pg
missing = [name for name in UNUSED if name not in sys.modules]  # a name that pyqtgraph does not have any more
heavy = ("multiprocessing", "pyqtgraph.parametertree.Parameter", "PySide6.QtOpenGLWidgets", "PySide6.QtTest")
brought = [name for name in heavy if name in sys.modules]
print(missing, brought, pg.ViewBox.__module__, pg.getConfigOption("imageAxisOrder"))
"""


def test_what_is_not_used_of_pyqtgraph_is_not_imported():
    done = subprocess.run([sys.executable, "-c", LEAVES_OUT], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.split("\n")[0] == "[] [] pyqtgraph.graphicsItems.ViewBox.ViewBox row-major", done.stderr


CLASSES = """
from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtWidgets import QApplication

def made():
    names = [vars(source).items() for source in (QtCore, QtGui, QtWidgets)]
    return {name for each in names for name, value in each if isinstance(value, type)}

before = made()
from playground.widgets.plot.pyqtgraph_setup import pg
print(len(made() - before))
print(pg.Qt.QtCore.QProcess is QtCore.QProcess, pg.Qt.QtGui.QUndoStack.__name__, hasattr(pg.Qt.QtWidgets, "QNothing"))
print("dir" in vars(pg.Qt))
"""


def test_importing_pyqtgraph_makes_few_classes_of_qt_and_finds_the_others_when_they_are_asked_for():
    """It copies all their names, for which PySide would make 600 classes."""
    done = subprocess.run([sys.executable, "-c", CLASSES], capture_output=True, text=True, timeout=60, check=False)
    count, found, is_left = done.stdout.splitlines() or [done.stderr] * 3
    assert int(count) < 60
    assert found == "True QUndoStack False"
    assert is_left == "False"
