from __future__ import annotations

import subprocess
import sys

from tests.patience import PROCESS_S

IMPORT_AFTERWARDS = """
import threading
import shiboken6
from playground.startup.qt_classes import make_classes

def made(kind=shiboken6.Shiboken.Object):
    for child in kind.__subclasses__():
        yield f"{child.__module__}.{child.__qualname__}"
        yield from made(child)

def everyday():
    return {name for name in made() if name.split(".")[:2] in MODULES}

MODULES = [["PySide6", name] for name in ("QtCore", "QtGui", "QtWidgets")]
classes = make_classes()
next(classes)
first = everyday()
for _ in classes:
    pass
before = everyday()
thread = threading.Thread(target=__import__, args=("playground.widgets.plot.pyqtgraph_setup",))
thread.start()
thread.join()
print(len(before - first) > 200, sorted(everyday() - before))
"""


def test_importing_pyqtgraph_in_a_thread_makes_no_class_that_the_gui_thread_uses():
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_AFTERWARDS], capture_output=True, text=True, timeout=PROCESS_S, check=False
    )
    assert done.stdout.strip() == "True []", done.stderr
