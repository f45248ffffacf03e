"""A matrix as it stands on a table of several."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray


class Look(Enum):
    """What a frame says."""

    NOW = "now"
    """What the step is about."""
    SOURCE = "source"
    """What belongs to it elsewhere."""
    POINTED = "pointed"
    """What the pointer is at, or what it is made of."""
    EQUAL = "equal"
    """Just as large, and yet passed over."""


class Frame(NamedTuple):
    """A frame around cells.

    Attributes
    ----------
    top, left, height, width : int
        In cells of the board; a part outside it is not seen.
    look : Look
    """

    top: int
    left: int
    height: int = 1
    width: int = 1
    look: Look = Look.NOW


class Spot(NamedTuple):
    """A cell of a board."""

    board: str
    row: int
    column: int


def _number_only(value: float) -> str:
    return f"{value:.8g}"


@dataclass(frozen=True, eq=False)
class Board:
    """A matrix with a title.

    Attributes
    ----------
    name : str
        By which its cells are told of.
    title : str
        What stands above it.
    values : ndarray, shape (rows, columns)
    limit : float
        The size that has the full colour: boards of one kind share it.
    symbol : callable
        Gives the name of a cell by row and column, for the text on hover.
    frames : tuple of Frame
    hidden : ndarray of bool, optional
        Cells that are not computed yet: no fill.
    hatched : ndarray of bool, optional
        Cells that nobody reads.
    rim : (int, int)
        Rows above and below, and columns on either side, that are padding.
    rim_text : str
        What stands in the cells of it.
    sign : str
        What stands behind the board: ``·``, ``=``, ``→``.
    gaps : tuple of int
        A gap stands after each so many rows and columns; 0 for none.
    is_map : bool
        Whether it only shows where a part lies that stands beside it: its cells may be smaller than others.
    """

    name: str
    title: str
    values: NDArray[np.floating[Any]]
    limit: float
    symbol: Callable[[int, int], str] | None = None
    frames: tuple[Frame, ...] = ()
    hidden: NDArray[np.bool_] | None = None
    hatched: NDArray[np.bool_] | None = None
    rim: tuple[int, int] = (0, 0)
    rim_text: str = "0"
    sign: str = ""
    gaps: tuple[int, int] = field(default=(0, 0))
    is_map: bool = False

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return self.values.shape[0]

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return self.values.shape[1]

    def is_hidden(self, row: int, column: int) -> bool:
        """Say whether a cell is not computed yet."""
        return self.hidden is not None and bool(self.hidden[row, column])

    def about(self, row: int, column: int) -> str:
        """Return a cell's name and its number, exact to the eighth digit."""
        name = f"{self.title}[{row},{column}]" if self.symbol is None else self.symbol(row, column)
        return name if self.is_hidden(row, column) else f"{name} = {_number_only(float(self.values[row, column]))}"


Stack = tuple[Board, ...]
"""Boards above each other."""
Band = tuple[Stack, ...]
"""Stacks side by side."""
