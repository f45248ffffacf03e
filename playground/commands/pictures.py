"""Pictures as a network takes them: read as the data were that it learned from."""

from __future__ import annotations

from dataclasses import dataclass
from math import isqrt, prod
from typing import TYPE_CHECKING

import numpy as np

from nn.imports.pictures import decoding
from nn.imports.samples import COLOURED

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from nn.arrays import Array, Shape
    from playground.session.document.state import DatasetChoice

_CHANNELS = 3
_DIGIT = 784  # pixels


@dataclass(frozen=True)
class PictureReading:
    """How a picture file becomes a sample.

    Attributes
    ----------
    shape : tuple of int
        Of a sample.
    side : int
        Pixels along each side.
    ink : str
        As in `nn.imports.samples.ReadingOptions`; `COLOURED` for red, green and blue.
    is_cut_out : bool
        Whether what is drawn is cut out and centred, as the digits of MNIST were.
    """

    shape: Shape
    side: int
    ink: str
    is_cut_out: bool = False

    def read(self, path: Path) -> Array:
        """Return the sample in a file, (1, ...).

        Raises
        ------
        ValueError
            If it is no picture, or nothing is drawn in it; the message says which.
        """
        from nn.imports.file_bytes import read_bytes

        content = read_bytes(path)
        if self.ink == COLOURED or self.is_cut_out:
            pixels = decode(content, path.name, self.side, self.ink)
        else:
            pixels = decode(content, path.name, self.side)
            pixels = 255 - pixels if self.ink == "dark" else pixels
        return (pixels.astype(np.float32) / np.float32(255)).reshape(1, *self.shape)


def reading_for(shape: Shape, choice: DatasetChoice | None) -> PictureReading | None:
    """Return how pictures are read for a network; None where its inputs are none, or digits as MNIST has them."""
    if len(shape) == _CHANNELS and shape[0] == _CHANNELS and shape[1] == shape[2]:
        return PictureReading(shape, shape[1], COLOURED)
    if choice is None or choice.name != "file" or "side" not in choice.options:
        return None
    side = isqrt(prod(shape))
    if side * side != prod(shape):
        return None
    ink, crop = (str(choice.options.get(name, usual)) for name, usual in (("ink", "light"), ("crop", "whole")))
    if prod(shape) == _DIGIT and crop == "drawing":
        return None  # as a drawing of a digit is read
    return PictureReading(shape, side, ink, crop == "drawing")


def decode(content: bytes, name: str, side: int, ink: str = "") -> NDArray[np.uint8]:
    """Return a picture as `nn.imports.samples.Decoder` says."""
    from playground.widgets.picture.decoder import decode_square  # brings Qt, which nothing else here needs

    return decode_square(content, name, side, ink)


def use() -> None:
    """Let folders of pictures be read."""
    decoding.use(decode)
