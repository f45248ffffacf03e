"""From a drawing to the 28x28 pixels of an MNIST digit, the way MNIST itself was made.

NIST's digits were cut out, scaled to fit a box of 20x20 pixels with their proportions kept, which made their
edges grey, and put into a field of 28x28 with their centre of mass in its middle (LeCun et al., 1998). A network
that learned such pictures reads a drawing well only if the drawing went the same way. Every stage is kept to be
looked at.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from nn.messages import Message

BOX = 20
FIELD = 28

Bytes = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Stages:
    """A drawing on its way to a network. Every array is read-only, 0 is paper and 255 is full ink.

    Attributes
    ----------
    box : tuple of int
        Where the ink lies on the canvas: top, left, bottom, right in px; bottom and right are just outside.
    crop : ndarray of uint8, shape (H, W)
        The ink's bounding box.
    scaled : ndarray of uint8, shape (h, w)
        The crop, its longer side scaled to 20 px.
    centred : ndarray of uint8, shape (28, 28)
        `scaled` with its centre of mass in the middle.
    """

    box: tuple[int, int, int, int]
    crop: Bytes
    scaled: Bytes
    centred: Bytes

    @property
    def pixels(self) -> Bytes:
        """What a network receives, shape (784,), once it is divided by 255."""
        return self.centred.reshape(-1)


def digit_stages(ink: npt.NDArray[Any], field: int = FIELD) -> Stages | None:
    """Return the stages of a drawing, or None where there is no ink.

    Parameters
    ----------
    ink : ndarray, shape (H, W)
        0 for paper to 255 for full ink, in any real dtype.
    field : int
        Pixels along each side of the result, 28 for the digits of MNIST; the box grows with it.

    Raises
    ------
    ValueError
        If `ink` is not a single grey picture.
    """
    if ink.ndim != 2:
        raise ValueError(
            Message("ink has shape {shape}, expected (height, width); give one grey picture", shape=ink.shape)
        )
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not len(rows):
        return None
    top, bottom, left, right = (int(edge) for edge in (rows[0], rows[-1] + 1, columns[0], columns[-1] + 1))
    crop = ink[top:bottom, left:right]
    scaled = fit(crop, round(field * BOX / FIELD))
    return Stages((top, left, bottom, right), _bytes(crop), _bytes(scaled), _bytes(centre(scaled, field)))


def fit(picture: npt.NDArray[Any], side: int) -> Floats:
    """Scale `picture` so that its longer side is `side` px; each pixel is the mean of what it covers."""
    height, width = picture.shape
    scale = side / max(height, width)
    rows = _area_weights(height, max(1, round(height * scale)))
    columns = _area_weights(width, max(1, round(width * scale)))
    scaled: Floats = rows @ picture.astype(np.float32) @ columns.T
    return scaled


def centre(picture: Floats, side: int) -> Floats:
    """Put `picture` into a field of side x side px, its centre of mass as near to the middle as can be.

    The middle is the pixel with index ``side // 2``, as in MNIST: there the centres of mass lie between 13.5
    and 14.5 in both directions. The picture moves by whole px and is kept inside the field.
    """
    height, width = picture.shape
    mass = picture.sum()
    y = picture.sum(axis=1) @ np.arange(height) / mass
    x = picture.sum(axis=0) @ np.arange(width) / mass
    top = min(max(round(side // 2 - y), 0), side - height)
    left = min(max(round(side // 2 - x), 0), side - width)
    field = np.zeros((side, side), np.float32)
    field[top : top + height, left : left + width] = picture
    return field


def _area_weights(before: int, after: int) -> Floats:
    """Return the matrix, shape (after, before), that averages `before` px in a row down to `after`."""
    edges = np.linspace(0, before, after + 1)
    pixels = np.arange(before)
    overlap = np.minimum(edges[1:, np.newaxis], pixels + 1) - np.maximum(edges[:-1, np.newaxis], pixels)
    return (np.maximum(overlap, 0) * (after / before)).astype(np.float32)


def _bytes(picture: npt.NDArray[Any]) -> Bytes:
    rounded: Bytes
    rounded = picture.copy() if picture.dtype == np.uint8 else np.rint(picture).clip(0, 255).astype(np.uint8)
    rounded.flags.writeable = False
    return rounded
