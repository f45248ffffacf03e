"""Pictures of widgets, as the content of a file."""

from __future__ import annotations

from typing import NamedTuple, Protocol, runtime_checkable

from PySide6.QtCore import QBuffer, QIODevice, QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from playground.widgets.picture.svg_picture import svg_of

FINENESS = 3
"""Pixels of a picture for one of the window, along each side: a page prints it sharply."""
_MOST_PIXELS = 64 * 2**20


@runtime_checkable
class DrawsFiner(Protocol):
    """A widget that prepares what it paints for the pixels of the screen, and can do so for finer ones."""

    def draw_as_fine_as(self, fineness: float) -> None:
        """Prepare it for `fineness` pixels to one of the screen."""


class Picture(NamedTuple):
    """A picture that was drawn in the window's thread and can be packed in any."""

    pixels: QImage | None
    lines: bytes = b""

    def content(self) -> bytes:
        """Return the bytes of the file."""
        if self.pixels is None:
            return self.lines
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self.pixels.save(buffer, "PNG")
        return buffer.data().data()


def drawn_pixels(widget: QWidget) -> Picture:
    """Return what a widget shows, finer than on the screen."""
    fineness = float(FINENESS)
    if widget.width() * widget.height() * fineness**2 > _MOST_PIXELS:
        fineness = (_MOST_PIXELS / (widget.width() * widget.height())) ** 0.5
    image = QImage(widget.size() * fineness, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(fineness)
    image.fill(widget.palette().window().color())
    finer = [each for each in (widget, *widget.findChildren(QWidget)) if isinstance(each, DrawsFiner)]
    for each in finer:
        each.draw_as_fine_as(fineness)
    widget.render(image, QPoint())
    for each in finer:
        each.draw_as_fine_as(1)
    return Picture(image)


def drawn_lines(widget: QWidget) -> Picture:
    """Return what a widget shows as SVG: lines and letters that can be enlarged."""
    return Picture(None, svg_of(widget))
