"""Let PySide make all its classes in the GUI thread, before another thread can ask for them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

if TYPE_CHECKING:
    from collections.abc import Iterator

SLICE_S = 0.006


class QtClasses:
    """Makes Qt's classes a few at a time, so that the event loop keeps turning.

    PySide makes a class when it is first asked for, and is not made for two threads asking at once: importing
    pyqtgraph, which asks for all of them, in a thread of its own ended one start in ten in a segmentation
    fault. Once they are all made, that import only reads.
    """

    def __init__(self) -> None:
        self._left: Iterator[tuple[object, str]] = iter(
            [(module, name) for module in (QtCore, QtGui, QtWidgets) for name in dir(module)]
        )

    def make_some(self) -> bool:
        """Make classes for some milliseconds.

        Returns
        -------
        bool
            Whether any may be left.
        """
        end = time.perf_counter() + SLICE_S
        for module, name in self._left:
            getattr(module, name)
            if time.perf_counter() > end:
                return True
        return False
