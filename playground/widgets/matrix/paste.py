"""Where pasted numbers go, and why they do not fit there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from playground.widgets.matrix.model import Block
from playground.widgets.matrix.tab_separated import BadTableError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray


def placed(
    values: NDArray[np.float64],
    selected: Sequence[Block],
    table: tuple[int, int],
    name: Callable[[int, int], str],
) -> tuple[Block, NDArray[np.float64]]:
    """Find the cells that pasted numbers are meant for.

    One number fills whatever is selected. A block goes where one cell is selected, to the right and down from it,
    or into a selection of its own shape.

    Parameters
    ----------
    values : ndarray, shape (rows, columns)
    selected : sequence of Block
    table : tuple of int
        Rows and columns that there are.
    name : callable
        Gives the name of a cell by row and column.

    Returns
    -------
    Block, ndarray
        The place, and what goes there: of the same shape.

    Raises
    ------
    BadTableError
        If the numbers do not fit; the message says what was pasted, what the place holds, and what helps.
    """
    if len(selected) > 1:
        raise _bad(
            QCoreApplication.translate(
                "MatrixPaste", "Several separate blocks are selected: select one cell to paste at."
            )
        )
    place = selected[0]
    if values.shape == (1, 1):
        return place, np.full(place.shape, values[0, 0])
    _check_shape(values.shape, place.shape)
    _check_room(values.shape, (table[0] - place.top, table[1] - place.left), name(place.top, place.left))
    rows, columns = values.shape
    return Block(place.top, place.left, place.top + rows - 1, place.left + columns - 1), values


def _check_shape(pasted: tuple[int, ...], place: tuple[int, int]) -> None:
    if place not in ((1, 1), pasted):
        raise _bad(
            QCoreApplication.translate(
                "MatrixPaste",
                "The clipboard holds {pasted} numbers, {place} cells are selected. Select the one cell where the "
                "numbers shall begin, or {pasted} cells.",
            ),
            pasted=_size(pasted),
            place=_size(place),
        )


def _check_room(pasted: tuple[int, ...], room: tuple[int, int], name: str) -> None:
    if pasted[0] > room[0] or pasted[1] > room[1]:
        raise _bad(
            QCoreApplication.translate(
                "MatrixPaste",
                "The clipboard holds {pasted} numbers, but from {name} on there is room for {room}. Begin further "
                "up or left, or copy fewer cells.",
            ),
            pasted=_size(pasted),
            room=_size(room),
            name=name,
        )


def _size(shape: tuple[int, ...]) -> str:
    return " × ".join(map(str, shape))


def _bad(text: str, **values: object) -> BadTableError:
    return BadTableError(text.format(**values))
