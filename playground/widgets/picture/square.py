"""The middle square of a picture, as large as it is asked for."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from playground.widgets.picture.ink import levels, paper_under


def middle_of(image: QImage, side: int) -> npt.NDArray[np.uint8]:
    """Return the middle square of a picture in so many grey pixels, with paper under what is transparent."""
    return levels(middle_square(image, side))


def middle_square(image: QImage, side: int) -> QImage:
    """Return the middle square of a picture in its colours, with paper under what is transparent."""
    edge = min(image.width(), image.height())
    # cut before it is scaled: a strip of 1 by 1024 would else be blown up to a hundred thousand pixels
    middle = image.copy((image.width() - edge) // 2, (image.height() - edge) // 2, edge, edge)
    ignored = Qt.AspectRatioMode.IgnoreAspectRatio
    square = QImage(side, side, QImage.Format.Format_RGB32)
    paper = paper_under(middle)
    square.fill(QColor(paper, paper, paper))
    with QPainter(square) as painter:
        painter.drawImage(0, 0, middle.scaled(side, side, ignored, Qt.TransformationMode.SmoothTransformation))
    return square
