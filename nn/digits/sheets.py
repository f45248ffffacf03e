"""How a drawing becomes a picture like those of data: found out by looking at some of them."""

from __future__ import annotations

from dataclasses import dataclass
from math import isqrt, prod

import numpy as np
import numpy.typing as npt

from nn.datasets.base import Dataset
from nn.digits.preprocessing import BOX, FIELD, Bytes, Stages, digit_stages, fit

_SEEN = 100  # pictures that are looked at
_MOST = 0.8  # of them that are alike, for all to be taken so
_LEAST_SIDE, _LARGEST_SIDE = 8, 280  # pixels of what can be drawn
_LIGHT = 128  # of 255: paper that is lighter carries dark ink
_NEARLY = 1.5  # pixels by which a box may be larger or smaller, and a middle elsewhere


@dataclass(frozen=True)
class Sheet:
    """What a drawing is brought to.

    Attributes
    ----------
    side : int
        Pixels along each side.
    is_centred : bool
        Whether what is drawn is cut out, scaled and centred as in MNIST; else the whole sheet is taken.
    is_dark : bool
        Whether 255 is paper in the data, and 0 full ink.
    """

    side: int = FIELD
    is_centred: bool = True
    is_dark: bool = False

    def stages(self, ink: npt.NDArray[np.uint8]) -> Stages | None:
        """Return the way of a drawing to as many pixels as the data have, None where there is no ink."""
        if self.is_centred:
            return digit_stages(ink, self.side)
        if not ink.any():
            return None
        whole = np.rint(fit(ink, self.side)).clip(0, 255).astype(np.uint8)
        whole.flags.writeable = False
        return Stages((0, 0, *ink.shape), ink, whole, whole)

    def turned(self, pixels: npt.NDArray[np.uint8]) -> Bytes:
        """Return ink as the data have it, or what the data have as ink: 255 for full ink."""
        return 255 - pixels if self.is_dark else pixels


def sheet_of(data: Dataset) -> Sheet | None:
    """Return what a drawing must become to be like the pictures of data, None for data that are no square pictures."""
    side = picture_side(data)
    if side is None:
        return None
    pictures = data.x[:: max(len(data.x) // _SEEN, 1)][:_SEEN].reshape(-1, side, side)
    is_dark = _mostly(np.median(_edges(pictures), axis=1) >= _LIGHT)
    sheet = Sheet(side, is_centred=False, is_dark=is_dark)
    inked = [picture for picture in sheet.turned(pictures) if picture.any()]
    return Sheet(side, _mostly(np.array([_is_centred(picture) for picture in inked])), is_dark)


def picture_side(data: Dataset) -> int | None:
    """Return the pixels along each side of square grey pictures with classes, None for other data."""
    numbers = prod(data.input_shape)
    side = isqrt(numbers)
    is_square = side * side == numbers and _LEAST_SIDE <= side <= _LARGEST_SIDE
    return side if is_square and data.x.dtype == np.uint8 and data.classes and len(data.x) else None


def _mostly(votes: npt.NDArray[np.bool_]) -> bool:
    return bool(len(votes)) and bool(votes.mean() >= _MOST)


def _edges(pictures: Bytes) -> Bytes:
    parts = (pictures[:, 0], pictures[:, -1], pictures[:, 1:-1, 0], pictures[:, 1:-1, -1])
    return np.concatenate(parts, axis=1)


def _is_centred(picture: Bytes) -> bool:
    """Say whether ink fills the box that MNIST has, with its centre of mass in the middle, as far as it can be."""
    rows, columns = np.flatnonzero(picture.any(axis=1)), np.flatnonzero(picture.any(axis=0))
    height, width = int(rows[-1] - rows[0]) + 1, int(columns[-1] - columns[0]) + 1
    side = len(picture)
    has_box = abs(max(height, width) - round(side * BOX / FIELD)) <= _NEARLY
    mass = picture.astype(np.float64)
    middle = [float(mass.sum(axis=1 - axis) @ np.arange(side) / mass.sum()) for axis in (0, 1)]
    return has_box and all(abs(each - side // 2) <= _NEARLY for each in middle)
