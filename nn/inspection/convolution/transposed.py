"""What `transpose` does to the numbers of im2col and of the output: which goes where."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from nn.inspection.convolution.convolved import Convolved


@dataclass(frozen=True, eq=False)
class Transposed:
    """An array whose axes are put into another order, number by number as they lie in memory afterwards.

    Attributes
    ----------
    before : ndarray
    axes : tuple of int
        Which axis of `before` comes first, second, ...
    letters : tuple of str
        Names of the axes of `before`.
    """

    before: NDArray[np.generic]
    axes: tuple[int, ...]
    letters: tuple[str, ...]

    @cached_property
    def after(self) -> NDArray[np.generic]:
        """The array with its axes in their new order."""
        return self.before.transpose(self.axes)

    @property
    def count(self) -> int:
        """How many numbers there are."""
        return self.before.size

    @property
    def letters_after(self) -> tuple[str, ...]:
        """Names of the axes in their new order."""
        return tuple(self.letters[axis] for axis in self.axes)

    def where_after(self, number: int) -> tuple[int, ...]:
        """Return the place of the number that comes as `number` in the new order."""
        return tuple(int(at) for at in np.unravel_index(number, self.after.shape))

    def where_before(self, number: int) -> tuple[int, ...]:
        """Return where the same number stood."""
        at = self.where_after(number)
        place = [0] * len(at)
        for axis, where in zip(self.axes, at, strict=True):
            place[axis] = where
        return tuple(place)

    def number_of(self, place: tuple[int, ...]) -> int:
        """Return when the number at a place before comes in the new order."""
        return int(np.ravel_multi_index([place[axis] for axis in self.axes], self.after.shape))


def columns_transposed(convolved: Convolved) -> Transposed:
    """Return the step in im2col: a picture for each weight becomes a row for each place."""
    filled = convolved.windows.transpose(2, 3, 4, 0, 1)[None]
    return Transposed(np.ascontiguousarray(filled), (0, 4, 5, 1, 2, 3), ("N", "C", "FH", "FW", "OH", "OW"))


def output_transposed(outputs: NDArray[np.generic]) -> Transposed:
    """Return the last step forwards: numbers filter by filter become pictures.

    Parameters
    ----------
    outputs : ndarray, shape (N, OH, OW, FN)
        A row a place, a column a filter, as the matrix product gives them.
    """
    return Transposed(np.ascontiguousarray(outputs), (0, 3, 1, 2), ("N", "OH", "OW", "FN"))
