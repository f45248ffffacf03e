"""Pictures of a folder as grey values or in colour, by the same careful reader as a picture dropped on the canvas."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

from nn.digits.preprocessing import digit_stages
from nn.imports.refusal import BadFile
from nn.imports.samples import COLOURED
from playground.widgets.picture.ink import NoDigit, digit_ink, levels
from playground.widgets.picture.picture_file import PictureError, decode_picture
from playground.widgets.picture.square import middle_of, middle_square


def decode_square(content: bytes, name: str, side: int, ink: str = "") -> npt.NDArray[np.uint8]:
    """Return a picture of any size and shape as a square of grey values, or of red, green and blue.

    Without an ink it is the middle of the picture, with paper under what is transparent. With one it is what is drawn,
    as the input panel and the command predict find it: `nn.imports.samples.Decoder` says more.

    Raises
    ------
    BadFile
        If it is no picture, is damaged, or is too large.
    """
    try:
        image = decode_picture(content, name)
    except PictureError as error:
        raise BadFile(str(error)) from error
    if ink == COLOURED:
        return _in_colour(middle_square(image, side))
    return _drawing(image, name, side, ink) if ink else middle_of(image, side)


def _in_colour(square: QImage) -> npt.NDArray[np.uint8]:
    """Return red, green and blue, (3, side, side)."""
    image = square.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    pixels = rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3)
    return np.ascontiguousarray(pixels.transpose(2, 0, 1))


def _drawing(image: QImage, name: str, side: int, ink: str) -> npt.NDArray[np.uint8]:
    try:
        stages = digit_stages(levels(digit_ink(image, name, ink)), side)
    except NoDigit:
        stages = None
    return np.zeros((side, side), np.uint8) if stages is None else stages.centred
