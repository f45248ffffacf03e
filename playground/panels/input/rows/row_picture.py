"""The sample as a picture, where it is one in colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QHelpEvent, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from playground.safety.paint_guard import guarded_paint
from playground.widgets.look.colors import is_dark
from playground.widgets.look.live_look import LiveLook
from playground.widgets.picture.sample_picture import sample_image

if TYPE_CHECKING:
    from nn.arrays import Array

_LEAST_SIDE, _NATURAL_SIDE, _LARGEST_SIDE = 96, 240, 420  # px


class RowPicture(LiveLook, QWidget):
    """Paints one sample as large as there is room, each pixel a square; a pixel says its numbers on hover."""

    spoken_as = "Graphic"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="rowPicture")
        self._values: Array | None = None
        self._image: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(_LARGEST_SIDE)
        self.retranslate()

    def show_values(self, values: Array) -> None:
        """Show a picture, shape (C, H, W), of numbers from 0 to 1."""
        self._values, self._image = values, None
        self.update()

    def area(self) -> QRect:
        """Give where the picture is."""
        if self._values is None:
            return QRect()
        _, high, wide = self._values.shape
        scale = max(min(self.width() // wide, self.height() // high), 1)
        size = QSize(wide * scale, high * scale)
        return QRect(QPoint((self.width() - size.width()) // 2, 0), size)

    def about(self, point: QPoint) -> str:
        """Say the numbers of the pixel at a point, in a line."""
        area = self.area()
        if self._values is None or not area.contains(point):
            return ""
        _, high, wide = self._values.shape
        row = (point.y() - area.top()) * high // area.height()
        column = (point.x() - area.left()) * wide // area.width()
        numbers = [f"{float(number):.3g}" for number in self._values[:, row, column]]
        if len(numbers) != 3:
            return f"x[{row},{column}] = {', '.join(numbers)}"
        text = self.tr("Row {row}, column {column}: red {red}, green {green}, blue {blue}")
        red, green, blue = numbers
        return text.format(row=row, column=column, red=red, green=green, blue=blue)

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture."""
        if self._values is None:
            return
        if self._image is None:
            self._image = sample_image(np.asarray(self._values), dark=is_dark(self.palette()))
        with QPainter(self) as painter:
            painter.drawImage(self.area(), self._image)

    def event(self, event: QEvent) -> bool:
        """Say the numbers of the pixel under the pointer."""
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.about(event.pos()) or self.toolTip(), self)
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        """Give room in which a small picture is seen well."""
        return QSize(_NATURAL_SIDE, _NATURAL_SIDE)

    def minimumSizeHint(self) -> QSize:
        """Give room in which a picture can be told."""
        return QSize(_LEAST_SIDE, _LEAST_SIDE)

    def restyle(self) -> None:
        """Take the colours of the moment."""
        self._image = None
        self.update()

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.setAccessibleName(self.tr("The sample as a picture"))
        self.setToolTip(self.tr("The sample in colour; point at a pixel for its red, green and blue."))
