"""Where every neuron of a network stands: columns from left to right, each a row of cells or a grid of small ones.

Pure geometry in pixels, without Qt: who paints, who points and who places things above a column ask here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from math import ceil, floor, log2
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from nn.inspection.columns import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_ROUND_PITCH = 15.0  # px from neuron to neuron: with less room they become a grid of small cells
_NAMED_PITCH = 10.0  # the same for neurons whose names stand beside them: in a grid nobody knew which is which
_LARGEST_PITCH = 58.0
_LARGEST_NEURON = 40.0
_LARGEST_SURFACE = 54.0  # px: a neuron that shows a picture of its own
_LEAST_SURFACE = 36.0  # px from picture to picture in a plain column; smaller ones stand side by side
_WISH_OF_PICTURES = 3.4  # times the width of a column of numbers, for pictures side by side
_MAPS_TO_WISH = 3.2  # fourth root of the pixels of all feature maps to times the width of a column of numbers
_NEURON_SHARE = 0.74  # of the pitch: the rest is air
_WIDEST_PAIR = 88.0  # px: two numbers of four digits side by side
_LARGEST_CELL = 18
_LARGEST_PIXEL = 12
_COLUMNS_SHARES = (0.62, 0.5, 0.38, 0.26)  # of the width for neurons, the first that leaves edges enough room
_LEAST_GAP = 16.0  # px between two columns, below which the columns give way


class Rect(NamedTuple):
    """A rectangle in px."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class ColumnShape:
    """What a column needs room for.

    Attributes
    ----------
    count : int
        Neurons.
    picture : tuple of int, optional
        Rows and columns, where the neurons are the pixels of a picture.
    has_halves : bool
        Whether each neuron shows two numbers side by side: its sum and what its activation makes of it.
    has_surfaces : bool
        Whether each neuron shows a small square picture of its own.
    order : tuple of int
        The neurons that have a cell, in the order in which they stand; empty where all stand as they are counted.
    tile : tuple of int, optional
        Height and width of each of the pictures that `picture` is put together from.
    has_names : bool
        Whether the neurons have names that stand beside them.
    """

    count: int
    picture: tuple[int, int] | None = None
    has_halves: bool = False
    has_surfaces: bool = False
    order: tuple[int, ...] = ()
    tile: tuple[int, int] | None = None
    has_names: bool = False

    @property
    def cells(self) -> int:
        """How many neurons have a cell."""
        return len(self.order) or self.count

    def cell_of(self, index: int) -> int:
        """Give the number of a neuron's cell; one behind the last where it has none."""
        if not self.order:
            return index
        return self._cells_by_neuron.get(index, len(self.order))

    def neuron_in(self, cell: int) -> int:
        """Give the neuron that stands in a cell."""
        return self.order[cell] if self.order else cell

    @cached_property
    def neurons_in_order(self) -> NDArray[np.intp]:
        """`order` as an array."""
        return np.array(self.order, np.intp)

    @cached_property
    def _cells_by_neuron(self) -> dict[int, int]:
        return {neuron: cell for cell, neuron in enumerate(self.order)}


@dataclass(frozen=True)
class Block:
    """A column that has its place.

    Attributes
    ----------
    shape : ColumnShape
    per_row : int
        Neurons side by side: 1 in a plain column.
    rows : int
    left, top : float
        Corner of the first cell's pitch, in px.
    pitch_x, pitch_y : float
        From a cell to its right and lower neighbour.
    cell_width, cell_height : float
        The cell itself, in the middle of its pitch.
    slot : tuple of float
        Left edge and width of the strip above the column that belongs to it.
    """

    shape: ColumnShape
    per_row: int
    rows: int
    left: float
    top: float
    pitch_x: float
    pitch_y: float
    cell_width: float
    cell_height: float
    slot: tuple[float, float] = (0.0, 0.0)

    @property
    def is_grid(self) -> bool:
        """Whether the neurons are small cells side by side instead of a plain column."""
        return self.per_row > 1

    @property
    def outline(self) -> Rect:
        """The whole column."""
        return Rect(self.left, self.top, self.per_row * self.pitch_x, self.rows * self.pitch_y)

    def cell(self, index: int) -> Rect:
        """Give the cell of a neuron; the lower edge of the column for one that has none."""
        at = self.shape.cell_of(index)
        if at >= self.shape.cells:
            left, top, width, height = self.outline
            return Rect(left, top + height - 2, width, 2)
        row, column = divmod(at, self.per_row)
        left = self.left + column * self.pitch_x + (self.pitch_x - self.cell_width) / 2
        top = self.top + row * self.pitch_y + (self.pitch_y - self.cell_height) / 2
        return Rect(left, top, self.cell_width, self.cell_height)

    def areas_in_tiles(self, top: int, left: int, height: int, width: int) -> list[Rect]:
        """Give where the same rectangle of pixels is in each picture of the column."""
        sides, tile = self.shape.picture or (self.rows, self.per_row), self.shape.tile or (self.rows, self.per_row)
        x, y, pitch_x, pitch_y = self.left, self.top, self.pitch_x, self.pitch_y
        return [
            Rect(x + (across + left) * pitch_x, y + (down + top) * pitch_y, width * pitch_x, height * pitch_y)
            for down in range(0, sides[0], tile[0])
            for across in range(0, sides[1], tile[1])
        ]

    def index_at(self, x: float, y: float) -> int | None:
        """Give the neuron at a point, None beside the column; the air between two neurons belongs to the nearer."""
        column, row = floor((x - self.left) / self.pitch_x), floor((y - self.top) / self.pitch_y)
        cell = row * self.per_row + column
        inside = 0 <= column < self.per_row and 0 <= row < self.rows and cell < self.shape.cells
        return self.shape.neuron_in(cell) if inside else None

    def nearest(self, y: float) -> int:
        """Give the first cell of the row that is nearest to a height."""
        row = min(max(floor((y - self.top) / self.pitch_y), 0), self.rows - 1)
        return min(row * self.per_row, self.shape.cells - 1)


def lay_out(shapes: Sequence[ColumnShape], room: Rect, for_names: float = 0.0) -> tuple[Block, ...]:
    """Place columns in a rectangle, with equal gaps between them.

    Parameters
    ----------
    shapes : sequence of ColumnShape
    room : Rect
        Where they go.
    for_names : float
        Width in px to keep free on the right of the last column.
    """
    width, height = max(room.width - for_names, 1.0), max(room.height, 1.0)
    for share in _COLUMNS_SHARES:
        blocks = _fitted(shapes, width * share, height)
        gap = (width - sum(block.outline.width for block in blocks)) / max(len(shapes), 1)
        if gap >= _LEAST_GAP:
            break
    return tuple(_placed(blocks, max(gap, 0.0), room))


def place_at(blocks: Sequence[Block], x: float, y: float) -> Place | None:
    """Give the neuron at a point, None where there is none."""
    for number, block in enumerate(blocks):
        index = block.index_at(x, y)
        if index is not None:
            return Place(number, index)
    return None


def beside(blocks: Sequence[Block], place: Place, right: int, down: int) -> Place:
    """Give the neuron that a step leads to: from cell to cell in a grid, else from column to column.

    Parameters
    ----------
    right, down : int
        1, 0 or -1. At the end the step stays where it is.
    """
    block = blocks[place.column]
    row, column = divmod(min(block.shape.cell_of(place.index), block.shape.cells - 1), block.per_row)
    if right and not 0 <= column + right < block.per_row:
        return _beyond(blocks, place, right)
    cell = (row + down) * block.per_row + column + right
    return place._replace(index=block.shape.neuron_in(cell)) if 0 <= cell < block.shape.cells else place


def _beyond(blocks: Sequence[Block], place: Place, right: int) -> Place:
    number = place.column + right
    if not 0 <= number < len(blocks):
        return place
    cell, block = blocks[place.column].cell(place.index), blocks[number]
    found = block.nearest(cell.top + cell.height / 2)
    if right < 0:  # enter a grid by the side that is nearer
        found = min(found + block.per_row - 1, block.shape.cells - 1)
    return Place(number, block.shape.neuron_in(found))


def _fitted(shapes: Sequence[ColumnShape], width: float, height: float) -> list[Block]:
    wishes = [_wish(shape, height) for shape in shapes]
    return [_fit(shape, width * wish / sum(wishes), height) for shape, wish in zip(shapes, wishes, strict=True)]


def _wish(shape: ColumnShape, height: float) -> float:
    """Say how much width a column should get beside the others."""
    if shape.tile is not None:
        return shape.count**0.25 / _MAPS_TO_WISH
    if shape.picture is not None:
        return 2.8
    if shape.has_surfaces:
        return 1.0 if _is_plain(shape, height) else _WISH_OF_PICTURES
    if not _is_plain(shape, height):
        return 1.1 + 0.25 * log2(max(shape.cells / 50, 1))
    return 1.4 if shape.has_halves else 0.7


def _is_plain(shape: ColumnShape, height: float) -> bool:
    least = _LEAST_SURFACE if shape.order else _NAMED_PITCH if shape.has_names else _ROUND_PITCH
    return shape.picture is None and shape.cells * least <= height


def _fit(shape: ColumnShape, width: float, height: float) -> Block:
    if shape.picture is not None:
        return _fit_picture(shape, shape.picture, width, height)
    return _fit_plain(shape, width, height) if _is_plain(shape, height) else _fit_grid(shape, width, height)


def _fit_picture(shape: ColumnShape, sides: tuple[int, int], width: float, height: float) -> Block:
    rows, columns = sides
    pixel = _whole(min(width / columns, height / rows, _LARGEST_PIXEL))
    return Block(shape, columns, rows, 0, 0, pixel, pixel, pixel, pixel)


def _fit_plain(shape: ColumnShape, width: float, height: float) -> Block:
    pitch = min(height / shape.cells, _LARGEST_PITCH)
    if shape.has_surfaces:
        side = min(pitch * 0.86, _LARGEST_SURFACE, max(width, _ROUND_PITCH))
        return Block(shape, 1, shape.cells, 0, 0, side, pitch, side, side)
    size = min(pitch * _NEURON_SHARE, _LARGEST_NEURON, max(width, _ROUND_PITCH))
    wide = max(size, min(width, _WIDEST_PAIR)) if shape.has_halves else max(size, min(width, _WIDEST_PAIR / 2))
    return Block(shape, 1, shape.cells, 0, 0, wide, pitch, wide, size)


def _fit_grid(shape: ColumnShape, width: float, height: float) -> Block:
    largest = round(_LARGEST_SURFACE) if shape.has_surfaces else _LARGEST_CELL
    pitch = next((p for p in range(largest, 2, -1) if (width // p) * (height // p) >= shape.cells), None)
    if pitch is None:  # so many that a cell is a pixel or two, or less
        pitch = _whole((width * height / shape.cells) ** 0.5 * 0.98)
    rows = max(int(height // pitch), 1)
    per_row = max(ceil(shape.cells / rows), 2 if shape.cells > 1 else 1)
    gap = 1 if pitch >= 5 else 0
    return Block(shape, per_row, ceil(shape.cells / per_row), 0, 0, pitch, pitch, pitch - gap, pitch - gap)


def _whole(size: float) -> float:
    """Round down to whole pixels where there are some, so that small cells look alike."""
    return float(floor(size)) if size >= 2 else size


def _placed(blocks: Sequence[Block], gap: float, room: Rect) -> list[Block]:
    placed, left = [], room.left + gap / 2
    for block in blocks:
        _, _, width, height = block.outline
        top = room.top + (room.height - height) / 2
        slot = (left - gap / 2, width + gap)
        placed.append(replace(block, left=float(round(left)), top=float(round(top)), slot=slot))
        left += width + gap
    return placed
