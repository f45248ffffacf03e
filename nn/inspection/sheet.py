"""An array of any number of axes as a table: which number stands in which cell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nn.inspection.element import is_within

Index = tuple[int, ...]
Cell = tuple[int, int]


@dataclass(frozen=True, eq=False)
class Sheet:
    """A named array laid out in rows and columns: the first axis gives the rows, all others the columns.

    Attributes
    ----------
    name : str
        As in ``W1``.
    array : ndarray
        Real numbers, or a mask.
    """

    name: str
    array: NDArray[Any]

    @cached_property
    def table(self) -> NDArray[Any]:
        """The numbers with two axes."""
        array = self.array
        return array.reshape(1, -1) if array.ndim < 2 else array.reshape(len(array), -1)

    def index_of(self, cell: Cell) -> Index:
        """Give the place in the array of what stands in a cell."""
        flat = cell[0] * self.table.shape[1] + cell[1]
        return tuple(int(i) for i in np.unravel_index(flat, self.array.shape)) if self.array.ndim else ()

    def cell_of(self, index: Index) -> Cell | None:
        """Give the cell of a place in the array, None if there is no such place."""
        shape = self.array.shape
        if not is_within(index, shape):
            return None
        flat = int(np.ravel_multi_index(index, shape)) if shape else 0
        row, column = divmod(flat, self.table.shape[1])
        return row, column

    def spread(self, mask: NDArray[np.bool_] | None) -> NDArray[np.bool_] | None:
        """Give a mask of the array as one of the table."""
        return None if mask is None else mask.reshape(self.table.shape)

    def name_of(self, row: int, column: int) -> str:
        """Give the book's name of a cell: ``W1[3, 17]``."""
        index = self.index_of((row, column))
        return f"{self.name}[{', '.join(map(str, index))}]" if index else self.name


@dataclass(frozen=True, eq=False)
class Pictures:
    """The rows or the columns of a sheet as pictures.

    Attributes
    ----------
    sheet : Sheet
    shape : tuple of int
        Height and width of a picture.
    along_rows : bool
        Whether each row is a picture, as in ``x``; else each column is one, as in ``W1``.
    """

    sheet: Sheet
    shape: tuple[int, int]
    along_rows: bool

    @property
    def columns(self) -> NDArray[Any]:
        """The numbers, each column a picture."""
        return self.sheet.table.T if self.along_rows else self.sheet.table

    def picture(self, number: int) -> NDArray[Any]:
        """Give one picture."""
        return self.columns[:, number].reshape(self.shape)

    def cell_of(self, number: int, row: int, column: int) -> Cell:
        """Give the cell of the sheet that a pixel of a picture stands in."""
        place = row * self.shape[1] + column
        return (number, place) if self.along_rows else (place, number)

    def pixel_of(self, cell: Cell) -> tuple[int, Cell]:
        """Give the picture in which a cell of the sheet lies, and row and column in it."""
        number, place = cell if self.along_rows else cell[::-1]
        return number, divmod(place, self.shape[1])

    def namer(self, number: int) -> Callable[[int, int], str]:
        """Give what names the pixels of one picture."""
        return lambda row, column: self.sheet.name_of(*self.cell_of(number, row, column))

    def name_of(self, number: int) -> str:
        """Give the name of a picture: ``W1[:, 3]``."""
        return f"{self.sheet.name}[{number}]" if self.along_rows else f"{self.sheet.name}[:, {number}]"


def pictures_of(sheet: Sheet, shape: tuple[int, int] | None) -> Pictures | None:
    """Give the pictures in a sheet whose rows or columns are as long as a picture has pixels, None without any."""
    if shape is None or sheet.array.ndim < 2:
        return None
    pixels = shape[0] * shape[1]
    if pixels not in sheet.table.shape:
        return None
    return Pictures(sheet, shape, along_rows=sheet.table.shape[1] == pixels)
