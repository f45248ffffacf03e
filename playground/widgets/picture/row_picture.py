"""The picture of a row of the data, as lists of samples show it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap

from nn.evaluation.disturbing import picture_axes
from playground.widgets.picture.sample_picture import picture_sides, sample_image

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from nn.datasets.base import Dataset

_KEPT = 1000  # pictures: two lists of samples, as long as they get


def picture_shape(data: Dataset) -> tuple[int, int, int] | None:
    """Return channels, height and width where samples are pictures that can be shown, None where they are not."""
    axes = picture_axes(data)
    return None if axes is None else picture_sides(axes)


@lru_cache(maxsize=_KEPT)
def row_pixmap(data: Dataset, part: str, row: int, side: int, *, is_dark: bool) -> QPixmap:
    """Return the picture of a row of the "test" or "train" data, which has pictures, `side` px high or wide."""
    shape = picture_shape(data)
    assert shape is not None
    values = np.asarray((data.x_test if part == "test" else data.x)[row], np.float64).reshape(shape) * data.scale
    return values_pixmap(values, side, is_dark=is_dark)


def values_pixmap(values: NDArray[np.floating[Any]], side: int, *, is_dark: bool) -> QPixmap:
    """Return the picture of a sample, shape (C, H, W), `side` px high or wide."""
    image = sample_image(values, dark=is_dark)
    return QPixmap.fromImage(image.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio))
