"""What stands on the screen, to be compared with a whole painting: a step paints only what it changes."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget


def on_screen(widget: QWidget) -> QImage:
    """Return the pixels that were painted of a widget, by whatever events."""
    QApplication.processEvents()
    window, place = widget.window(), widget.mapTo(widget.window(), QPoint())
    shown = window.screen().grabWindow(window.winId(), place.x(), place.y(), widget.width(), widget.height())
    return shown.toImage().convertToFormat(QImage.Format.Format_RGB32)


def painted_whole(widget: QWidget) -> QImage:
    """Return the pixels as they are after all of the widget is painted anew."""
    widget.update()
    return on_screen(widget)
