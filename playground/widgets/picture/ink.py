"""The digit in a picture: found on its paper, cut out and put on the canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from playground.widgets.picture.picture_file import LARGEST_SIDE, PictureError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

INK_SIDE = 280  # px, the digit canvas
_DIGIT_SIDE = 200  # px, the digit's longer side on the canvas: the 20 of 28 pixels it has in MNIST
_LEAST_CONTRAST = 24  # of 255 grey levels between paper and ink; paper grain and JPEG noise stay below it
_INK_THRESHOLD = 64  # of 255; fainter than this does not count for where the digit begins and ends


class NoDigit(PictureError):
    """A picture on which nothing stands out."""


def digit_ink(image: QImage, name: str, ink: str = "") -> QImage:
    """Find the digit in a picture: dark on light paper or light on dark, whichever stands out more.

    Parameters
    ----------
    image
        Any picture; transparent parts count as paper.
    name
        What messages call the picture.
    ink
        "dark" or "light" where it is known.

    Returns
    -------
    QImage
        280 by 280 px, Grayscale8, 0 for paper and 255 for full ink, the digit in the middle.

    Raises
    ------
    NoDigit
        If nothing in the picture stands out from its paper.
    """
    import numpy as np  # not before the first paint

    grey = _grey_levels(_shrunk(image))
    paper = float(np.median(grey))
    darkest, lightest = paper - float(grey.min()), float(grey.max()) - paper
    is_dark = darkest >= lightest if not ink else ink == "dark"
    contrast = darkest if is_dark else lightest
    if contrast < _LEAST_CONTRAST:
        raise NoDigit(
            QCoreApplication.translate(
                "PictureFile", "No digit found in {name}: nothing stands out from its background."
            ).format(name=name)
        )
    strength = (paper - grey if is_dark else grey - paper) / contrast
    return _centred(_without_grain(strength))


def _shrunk(image: QImage) -> QImage:
    if max(image.width(), image.height()) <= LARGEST_SIDE:
        return image
    return image.scaled(
        LARGEST_SIDE,
        LARGEST_SIDE,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def _grey_levels(image: QImage) -> NDArray[np.float32]:
    """Return the picture's grey levels, shape (height, width), with paper put under what is transparent."""
    import numpy as np

    if not image.hasAlphaChannel():
        return levels(image).astype(np.float32)
    opacity = levels(image.convertToFormat(QImage.Format.Format_Alpha8)).astype(np.float32) / 255
    drawn = levels(image.convertToFormat(QImage.Format.Format_RGB32)).astype(np.float32)
    paper = _paper_under(drawn, opacity)
    return (drawn * opacity + paper * (1 - opacity)).astype(np.float32)


def paper_under(image: QImage) -> int:
    """Return the grey level of the paper to put under what is transparent in a picture, white if nothing is drawn."""
    import numpy as np

    if not image.hasAlphaChannel():
        return 255
    opacity = levels(image.convertToFormat(QImage.Format.Format_Alpha8)).astype(np.float32) / 255
    return _paper_under(levels(image.convertToFormat(QImage.Format.Format_RGB32)).astype(np.float32), opacity)


def _paper_under(drawn: NDArray[np.float32], opacity: NDArray[np.float32]) -> int:
    # White strokes on a transparent sheet would be lost on white paper: the paper is their opposite.
    return 255 if float((drawn * opacity).sum()) <= 128 * float(opacity.sum()) else 0


def levels(image: QImage) -> NDArray[np.uint8]:
    """Return a copy of the image's single channel, shape (height, width), without the padding of its rows."""
    import numpy as np

    if image.format() != QImage.Format.Format_Alpha8:
        image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width()].copy()


def _without_grain(strength: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Return ink, 0 to 255, less the paper's unevenness: none for a drawing, some for a photo."""
    import numpy as np

    unevenness = 1.4826 * float(np.median(np.abs(strength)))  # the standard deviation, were the grain normal
    floor = min(3 * unevenness, 0.5)
    ink: NDArray[np.uint8] = np.clip((strength - floor) / (1 - floor) * 255, 0, 255).astype(np.uint8)
    return ink


def _centred(ink: NDArray[np.uint8]) -> QImage:
    """Cut out the digit and put it in the middle of an empty canvas, 200 px on its longer side."""
    import numpy as np

    rows, columns = np.nonzero(ink > _INK_THRESHOLD)
    height, width = ink.shape
    box = QRect(int(columns.min()), int(rows.min()), int(np.ptp(columns)) + 1, int(np.ptp(rows)) + 1)
    source = QImage(np.ascontiguousarray(ink).data, width, height, width, QImage.Format.Format_Grayscale8)
    digit = source.copy(box).scaled(
        QSize(_DIGIT_SIDE, _DIGIT_SIDE),
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    canvas = QImage(INK_SIDE, INK_SIDE, QImage.Format.Format_Grayscale8)
    canvas.fill(QColor(0, 0, 0))
    target = QRectF(0, 0, digit.width(), digit.height())
    target.moveCenter(QRectF(canvas.rect()).center())
    with QPainter(canvas) as painter:
        painter.drawImage(target, digit)
    return canvas
