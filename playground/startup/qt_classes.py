"""Let PySide make its classes in the GUI thread, before another thread can ask for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

if TYPE_CHECKING:
    from collections.abc import Iterator

_MODULES = (QtCore, QtGui, QtWidgets)
_FIRST = {
    "QAbstractItemModel",
    "QAbstractItemView",
    "QAbstractTableModel",
    "QBasicMutex",
    "QButtonGroup",
    "QElapsedTimer",
    "QFileSystemModel",
    "QFontInfo",
    "QGraphicsItem",
    "QGraphicsLayoutItem",
    "QGraphicsObject",
    "QGraphicsScene",
    "QGraphicsView",
    "QGraphicsWidget",
    "QHeaderView",
    "QLineEdit",
    "QLineF",
    "QMatrix4x4",
    "QModelIndex",
    "QMutex",
    "QPersistentModelIndex",
    "QShortcut",
    "QTableView",
    "QTransform",
    "QVector3D",
}
"""What the panels in front import in a thread and a furnished window has not made yet; a test names what is missing."""


def make_first_classes() -> Iterator[None]:
    """Make the classes for which the panels in front ask, one at each step: the others would keep them waiting."""
    for module in _MODULES:
        for name in sorted(_FIRST.intersection(dir(module))):
            getattr(module, name)
            yield


def make_classes() -> Iterator[None]:
    """Make all of Qt's classes, one at each step.

    PySide makes a class when it is first asked for, and is not made for two threads asking at once: importing
    pyqtgraph, which asked for all of them, in a thread of its own ended one start in ten in a segmentation fault.
    Once they are made, such an import only reads.
    """
    for module in _MODULES:
        for name in dir(module):
            getattr(module, name)
            yield
