from __future__ import annotations

import subprocess
import sys

LEAVES_OUT = """
import sys
from playground.widgets.plot.pyqtgraph_setup import UNUSED, pg
missing = [name for name in UNUSED if name not in sys.modules]  # a name that pyqtgraph does not have any more
brought = [name for name in ("multiprocessing", "pyqtgraph.parametertree.Parameter") if name in sys.modules]
print(missing, brought, pg.ImageItem.__module__, pg.getConfigOption("imageAxisOrder"))
"""


def test_what_is_not_used_of_pyqtgraph_is_not_imported():
    done = subprocess.run([sys.executable, "-c", LEAVES_OUT], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.split("\n")[0] == "[] [] pyqtgraph.graphicsItems.ImageItem row-major", done.stderr
