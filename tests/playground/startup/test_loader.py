"""The loader imports one module after the other, and stops between two when its window is closed."""

from __future__ import annotations

import subprocess
import sys

from PySide6.QtCore import QObject

from playground.startup.loader import ModuleLoader
from tests.patience import PROCESS_S

UNTIL_TOLD = """
import time
from PySide6.QtCore import QThread
while not QThread.currentThread().isInterruptionRequested():
    time.sleep(0.001)
"""


def test_the_end_waits_for_one_module_and_not_for_the_rest(qtbot, tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "imported_until_told.py").write_text(UNTIL_TOLD)
    (tmp_path / "never_imported.py").write_text("")
    told = []
    owner = QObject()
    loader = ModuleLoader(("imported_until_told", "never_imported"), owner)
    loader.loaded.connect(lambda: told.append("loaded"))
    loader.failed.connect(told.append)
    loader.begin()
    qtbot.waitUntil(lambda: "imported_until_told" in sys.modules)
    loader.end()
    assert loader.isFinished()
    assert "never_imported" not in sys.modules
    qtbot.wait(1)
    assert told == []


CLOSED_WHILE_IMPORTING = """
import sys
from playground.app import create
from playground.safety.threads import alive

app, window = create()
while not alive:
    app.processEvents()
(loader,) = alive
window.close()
print(loader.isFinished(), len(alive), "playground.panels.network.view" in sys.modules)
"""


def test_a_window_that_is_closed_while_it_imports_leaves_the_rest(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", CLOSED_WHILE_IMPORTING], capture_output=True, text=True, timeout=PROCESS_S, check=False
    )
    assert done.stdout == "True 0 False\n", done.stderr
