"""The picture of a row of the data, as lists of samples show it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap

from playground.widgets.picture.sample_picture import picture_sides, sample_image

if TYPE_CHECKING:
    from nn.datasets.base import Dataset

_KEPT = 1000  # pictures: two lists of samples, as long as they get


def picture_shape(data: Dataset) -> tuple[int, int, int] | None:
    """Return channels, height and width where samples are pictures, None where they are something else."""
    if data.name == "mnist" and data.input_shape == (784,):
        return (1, 28, 28)
    return picture_sides(data.input_shape)


@lru_cache(maxsize=_KEPT)
def row_pixmap(data: Dataset, part: str, row: int, side: int, *, is_dark: bool) -> QPixmap:
    """Return the picture of a row of the "test" or "train" data, which has pictures, `side` px high or wide."""
    shape = picture_shape(data)
    assert shape is not None
    values = np.asarray((data.x_test if part == "test" else data.x)[row], np.float64).reshape(shape) * data.scale
    image = sample_image(values, dark=is_dark)
    return QPixmap.fromImage(image.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio))
