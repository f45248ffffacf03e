"""Which versions of what are running: the first thing anybody asks who reads a report."""

from __future__ import annotations

import platform
import sys
from importlib.metadata import PackageNotFoundError, version

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QSysInfo, qVersion
from PySide6.QtGui import QGuiApplication


def program_version() -> str:
    """Give the installed version of this program."""
    try:
        return version("nn-playground")
    except PackageNotFoundError:
        return "(not installed)"


def versions() -> dict[str, str]:
    """Collect the names and versions of everything the program stands on."""
    found = {
        "NN Playground": program_version(),
        "Python": f"{platform.python_version()} ({platform.machine()})",
        "Qt": f"{qVersion()} ({QGuiApplication.platformName()})",
        "PySide6": pyside_version,
        "System": QSysInfo.prettyProductName(),
    }
    # Only what is loaded: a report about a failed start must not import anything.
    for name in ("numpy", "pyqtgraph"):
        if name in sys.modules:
            found[name] = sys.modules[name].__version__
    if "numpy" in sys.modules:
        found["BLAS"] = _blas()
    return found


def versions_text() -> str:
    """Give `versions` as lines of plain text."""
    return "\n".join(f"{name}: {number}" for name, number in versions().items())


def _blas() -> str:
    import numpy as np

    blas = np.show_config(mode="dicts")["Build Dependencies"]["blas"]  # type: ignore[call-arg, index]
    return f"{blas['name']} {blas['version']}"
