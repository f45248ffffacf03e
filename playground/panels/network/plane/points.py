"""The data points of the plane, in their colours."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from playground.panels.network.plane.colors import class_color, signed_colors
from playground.panels.network.plane.points_layer import PlanePoints

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QPalette

    from nn.datasets.base import Dataset

_SHADES = 16  # of each sign, for values: every shade is a drawing of its own


def points_of(data: Dataset | None, limit: float, palette: QPalette) -> tuple[PlanePoints, PlanePoints]:
    """Return training and test points, none for data that are not points in the plane.

    Parameters
    ----------
    limit : float
        The size of a value that has the full colour.
    """
    if data is None or not has_points(data):
        return PlanePoints(), PlanePoints()
    return (
        PlanePoints(data.x.reshape(-1, 2) * data.scale, _colors(data, data.t, limit, palette)),
        PlanePoints(data.x_test.reshape(-1, 2) * data.scale, _colors(data, data.t_test, limit, palette)),
    )


def has_points(data: Dataset | None) -> bool:
    """Say whether data are points in the plane."""
    return data is not None and math.prod(data.input_shape) == 2


def _colors(data: Dataset, t: NDArray[np.generic], limit: float, palette: QPalette) -> NDArray[np.uint32]:
    if data.classes:
        table = [class_color(index, palette).rgb() for index in range(len(data.classes))]
        return np.array(table, np.uint32)[t.astype(np.intp)]
    values = t.reshape(len(t), -1)[:, 0] if len(t) else np.empty(0)
    return signed_colors(np.rint(values / limit * _SHADES) / _SHADES, 1.0, palette)
