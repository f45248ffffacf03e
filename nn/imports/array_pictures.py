"""Pictures in arrays whose numbers are no bytes: floats from 0 to 1, or whole numbers up to 255."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from nn.imports.arrays.array_bytes import AnyArray, checked_shape
from nn.imports.refusal import BadFile
from nn.imports.samples import AUTO
from nn.messages import Message

_LEAST_SIDE = 8  # pixels of a picture that is told from a table by its shape
_FLAT = 784  # pixels of a picture that is known without one: a digit of MNIST
_CHANNELS = (1, 3, 4)
_WHITE = 255
_BYTES = 4  # of a number while it is turned into one


class Pictures(NamedTuple):
    """Both parts as grey values of a byte, and what was done, in a sentence."""

    x: AnyArray
    x_test: AnyArray | None
    note: Message


def pictures_in(x: AnyArray, x_test: AnyArray | None, wanted: str, owner: str) -> Pictures | None:
    """Return samples as pictures if they are some, or are to be; bytes are already.

    Parameters
    ----------
    x, x_test
        The samples of both parts.
    wanted
        "yes", "no", or "auto" for a guess by their shape and their numbers.
    owner
        The file, for messages.

    Raises
    ------
    BadFile
        If they are to be pictures and cannot be.
    """
    parts = [part for part in (x, x_test) if part is not None]
    if x.dtype == np.uint8 or not x.size or wanted == "no" or (wanted == AUTO and not _have_sides(x)):
        return None
    for part in parts:
        checked_shape(part.shape, _BYTES, owner)
    low, high = min(part.min() for part in parts), max(part.max() for part in parts)
    if not 0 <= low <= high <= _WHITE:  # NaN is not, either
        if wanted == AUTO:
            return None
        text = Message(
            "{owner} holds numbers from {low:g} to {high:g}, and pictures have them from 0 to 255; choose to read it "
            "as numbers",
            owner=owner,
            low=float(low),
            high=float(high),
        )
        raise BadFile(text)
    full = _full(float(high))
    note = Message("Read as pictures: the numbers from 0 to {full:g} became 256 grey values.", full=full)
    return Pictures(_grey(x, full), None if x_test is None else _grey(x_test, full), note)


def _have_sides(x: AnyArray) -> bool:
    """Say whether each sample has the shape of a picture, or is as long as a digit of MNIST."""
    shape = x.shape[1:]
    if len(shape) == 3:
        shape = shape[1:] if shape[0] in _CHANNELS else shape[:2] if shape[2] in _CHANNELS else ()
    return shape == (_FLAT,) or (len(shape) == 2 and min(shape) >= _LEAST_SIDE)


def _full(high: float) -> float:
    """Return the number that is white: 1 or 255 as usual, else the largest there is."""
    if high <= 1:
        return 1.0
    return float(_WHITE) if high > _WHITE / 2 else high


def _grey(x: AnyArray, full: float) -> npt.NDArray[np.uint8]:
    return np.rint(x * np.float32(_WHITE / full)).astype(np.uint8)
