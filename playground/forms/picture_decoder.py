"""Pictures of a folder as grey values, by the same careful reader as a picture dropped on the canvas."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from nn.imports.refusal import BadFile
from playground.widgets.picture_file import PictureError, decode_picture


def decode_grey(content: bytes, name: str, side: int) -> npt.NDArray[np.uint8]:
    """Return a picture of any size and shape as a square of grey values, its middle; what is transparent is white.

    Raises
    ------
    BadFile
        If it is no picture, is damaged, or is too large.
    """
    try:
        image = decode_picture(content, name)
    except PictureError as error:
        raise BadFile(str(error)) from error
    edge = min(image.width(), image.height())
    # cut before it is scaled: a strip of 1 by 1024 would else be blown up to a hundred thousand pixels
    middle = image.copy((image.width() - edge) // 2, (image.height() - edge) // 2, edge, edge)
    ignored = Qt.AspectRatioMode.IgnoreAspectRatio
    square = QImage(side, side, QImage.Format.Format_RGB32)
    square.fill(QColor("white"))
    painter = QPainter(square)
    painter.drawImage(0, 0, middle.scaled(side, side, ignored, Qt.TransformationMode.SmoothTransformation))
    painter.end()
    grey = square.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(side, grey.bytesPerLine())
    return rows[:, :side].copy()
