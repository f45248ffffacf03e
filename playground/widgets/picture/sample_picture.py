"""A sample that is a picture, as an image: grey ones as a canvas shows them, those of three channels in colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from numpy.typing import NDArray

COLOURS = 3
"""Channels of a picture in colour: red, green, blue."""
_GROUND = 48  # of 255, the grey of a dark canvas


def picture_sides(shape: tuple[int, ...]) -> tuple[int, int, int] | None:
    """Return channels, height and width of samples that are pictures to be looked at, None where they are others."""
    if len(shape) == 2:
        shape = (1, *shape)
    if len(shape) != 3 or shape[0] not in (1, COLOURS) or min(shape[1:]) < 4:
        return None
    return (shape[0], shape[1], shape[2])


def sample_image(values: NDArray[np.floating[Any]], *, dark: bool) -> QImage:
    """Return an image with one pixel for each of the sample.

    Parameters
    ----------
    values : ndarray, shape (C, H, W)
        From 0 to 1; of one channel they are ink, of three red, green and blue. Of any other count the mean is shown.
    dark : bool
        Whether ink is light on a dark ground.
    """
    channels = np.clip(np.nan_to_num(np.asarray(values, np.float64)), 0, 1)
    if len(channels) == COLOURS:
        pixels = np.ascontiguousarray(np.rint(channels.transpose(1, 2, 0) * 255), np.uint8)
        high, wide, _ = pixels.shape
        return QImage(pixels.data, wide, high, COLOURS * wide, QImage.Format.Format_RGB888).copy()
    ink = channels.mean(axis=0)
    grey = np.ascontiguousarray(ink * (255 - _GROUND) + _GROUND if dark else (1 - ink) * 255, np.uint8)
    high, wide = grey.shape
    return QImage(grey.data, wide, high, wide, QImage.Format.Format_Grayscale8).copy()
