from __future__ import annotations

import subprocess
import sys

IMPORT_AFTERWARDS = """
import inspect, sys
import PySide6.QtCore
from playground.startup.qt_features import read_no_sources

read = []
original = inspect.getsource
inspect.getsource = lambda thing: read.append(thing) or original(thing)
if sys.argv[1] == "spared":
    read_no_sources()
read.clear()
import playground.words.look_up
print(bool(read))
"""


def test_pyside_reads_no_sources_when_it_is_told_not_to():
    answers = [
        subprocess.run(
            [sys.executable, "-c", IMPORT_AFTERWARDS, how], capture_output=True, text=True, timeout=60, check=True
        ).stdout.strip()
        for how in ("as it is", "spared")
    ]
    assert answers == ["True", "False"]
