"""What a widget is told while something is dragged over it and let fall."""

from __future__ import annotations

import PySide6
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

# PySide6 6.12 deprecates whole pixels, and those before know nothing else.
ENTERED_AT = QPointF if PySide6.__version_info__ >= (6, 12) else QPoint
HOW = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)


def file_mime(path) -> QMimeData:
    """Return what a file manager hands over for a file."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    return mime


def drag_in(widget, mime, x=5, y=5) -> bool:
    """Drag something into a widget; tell whether it would take it."""
    enter = QDragEnterEvent(ENTERED_AT(x, y), Qt.DropAction.CopyAction, mime, *HOW)
    enter.ignore()
    QApplication.sendEvent(widget, enter)
    return enter.isAccepted()


def let_fall(widget, mime, x=5, y=5) -> None:
    """Drop on a widget what was dragged into it."""
    QApplication.sendEvent(widget, QDropEvent(QPointF(x, y), Qt.DropAction.CopyAction, mime, *HOW))
