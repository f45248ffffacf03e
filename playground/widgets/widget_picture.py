"""What a widget shows, as a picture file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QSaveFile
from PySide6.QtGui import QPainter

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def save_widget(widget: QWidget, path: str) -> None:
    """Write what a widget shows: lines and letters that can be enlarged for ``.svg``, else pixels as PNG.

    Raises
    ------
    OSError
        When it cannot be written; the file is as it was before, and the message says why.
    """
    content = QBuffer()
    content.open(QIODevice.OpenModeFlag.WriteOnly)
    if Path(path).suffix.lower() == ".svg":
        _draw_lines(widget, content)
    else:
        widget.grab().save(content, "PNG")
    file = QSaveFile(path)
    if not file.open(QIODevice.OpenModeFlag.WriteOnly) or file.write(content.data()) < 0 or not file.commit():
        raise OSError(file.errorString())


def _draw_lines(widget: QWidget, content: QBuffer) -> None:
    from PySide6.QtSvg import QSvgGenerator  # rarely needed: not at start-up

    generator = QSvgGenerator()
    generator.setOutputDevice(content)
    generator.setResolution(widget.logicalDpiX())  # else letters are drawn for another screen
    generator.setSize(widget.size())
    generator.setViewBox(widget.rect())
    painter = QPainter(generator)
    widget.render(painter, QPoint())
    painter.end()
