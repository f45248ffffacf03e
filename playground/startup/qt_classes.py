"""Let PySide make all its classes in the GUI thread, before another thread can ask for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

if TYPE_CHECKING:
    from collections.abc import Iterator


def make_classes() -> Iterator[None]:
    """Make Qt's classes, one at each step.

    PySide makes a class when it is first asked for, and is not made for two threads asking at once: importing
    pyqtgraph, which asks for all of them, in a thread of its own ended one start in ten in a segmentation
    fault. Once they are all made, that import only reads.
    """
    for module in (QtCore, QtGui, QtWidgets):
        for name in dir(module):
            getattr(module, name)
            yield
