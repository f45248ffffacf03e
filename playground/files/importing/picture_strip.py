"""Small pictures in a row, grey or in colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

_SIDE, _GAP = 48, 6  # px


class PictureStrip(QLabel):
    """Shows pictures side by side, 0 as black and 255 as white, in every theme."""

    def show_pictures(self, pictures: Sequence[NDArray[np.uint8]]) -> None:
        """Show square pictures: grey values, shape (side, side), or colours, (3, side, side); hide without any."""
        self.setVisible(len(pictures) > 0)
        if not len(pictures):
            return
        ratio = self.devicePixelRatioF()
        width = len(pictures) * (_SIDE + _GAP) - _GAP
        strip = QPixmap(round(width * ratio), round(_SIDE * ratio))
        strip.setDevicePixelRatio(ratio)
        strip.fill(Qt.GlobalColor.transparent)
        with QPainter(strip) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            for place, picture in enumerate(pictures):
                painter.drawImage(QRect(place * (_SIDE + _GAP), 0, _SIDE, _SIDE), _image(picture))
        self.setPixmap(strip)


def _image(picture: NDArray[np.uint8]) -> QImage:
    side = picture.shape[-1]
    if picture.ndim > 2:
        pixels = picture.transpose(1, 2, 0).tobytes()
        return QImage(pixels, side, side, 3 * side, QImage.Format.Format_RGB888).copy()
    return QImage(picture.tobytes(), side, side, side, QImage.Format.Format_Grayscale8).copy()
