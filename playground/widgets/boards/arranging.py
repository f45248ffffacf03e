"""Where boards stand, and how large their cells are: as large as the room lets them be."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from playground.widgets.boards.board import Band, Board

LARGEST = 44  # px of a cell
_TIERS = ((36, 7), (30, 7), (30, 5), (24, 5), (24, 4), (20, 4), (20, 3))
"""px of a cell of a small board, so large that its numbers can be read, and the least of a large one: less and less."""
_ROOMY = _TIERS[:4]
"""Those in which the numbers of a strip can be read beside pictures that are still large."""
_CRAMPED = ((16, 3), (12, 2), (6, 1), (1, 1))
"""The same where no number can be read any more."""
_READ_STRIP = 20  # px of a cell of a strip in which a number may stand
_STRIP = 3  # else its cells are as large as a third of readable ones
_MAP = 3  # cells of a map are as large as a third of others
_SMALL = 9  # rows and columns of a small board
GAP = 5  # px between blocks of a board that has some
BETWEEN = 20  # px between stacks: a sign stands there
_BELOW = 6  # px below a board
_MARGIN = 4  # px


class Placed(NamedTuple):
    """A board with its cells, in px.

    Attributes
    ----------
    board : Board
    area : QRect
        All cells.
    cell : int
        px of one.
    """

    board: Board
    area: QRect
    cell: int

    def cell_area(self, row: int, column: int) -> QRect:
        """Give where a cell is; also of one that would be outside."""
        down, across = self.board.gaps
        top = self.area.top() + row * self.cell + (GAP * (row // down) if down else 0)
        left = self.area.left() + column * self.cell + (GAP * (column // across) if across else 0)
        return QRect(left, top, self.cell, self.cell)


class Room(NamedTuple):
    """What there is for boards.

    Attributes
    ----------
    width, height : int
        px.
    line : int
        px that a title takes.
    width_of : callable
        Gives the px of a title.
    """

    width: int
    height: int
    line: int
    width_of: Callable[[str], int]


def best_arranged(ways: Sequence[Sequence[Band]], room: Room) -> list[Placed]:
    """Place boards in the first of several ways in which they can be read, with cells as large as may be.

    Boards of the same sizes stand where they stood before: nothing is laid out anew for other numbers in them.

    Parameters
    ----------
    ways : sequence of sequence of Band
        Boards in bands, band below band; the best first, and last those that do without what can be spared.
    room : Room
    """
    titles = {board.title for bands in ways for band in bands for stack in band for board in stack}
    widths = {title: room.width_of(title) for title in titles}
    outlines = tuple(tuple(_band_outline(band, widths) for band in bands) for bands in ways)
    if not outlines:
        return []
    arrangement = _arrangement(outlines, room.width, room.height, room.line)
    boards = (board for band in ways[arrangement.way] for stack in band for board in stack)
    return [Placed(board, *cells) for board, cells in zip(boards, arrangement.cells, strict=True)]


class _Least(NamedTuple):
    """The least px of cells of small boards, of strips, and of large boards."""

    small: int
    strip: int
    large: int


class _Outline(NamedTuple):
    """What decides where a board stands: its rows and columns, and the px of its title."""

    rows: int
    columns: int
    gaps: tuple[int, int]
    title: int
    is_map: bool

    def size(self, cell: int) -> tuple[int, int]:
        """Return width and height in px with cells of so many."""
        down, across = self.gaps
        wide = self.columns * cell + (GAP * ((self.columns - 1) // across) if across else 0)
        tall = self.rows * cell + (GAP * ((self.rows - 1) // down) if down else 0)
        return wide, tall

    def cell(self, cell: int, least: _Least) -> int:
        """Return the px of a cell: numbers of a small board can be read, as long as they can anywhere.

        A strip of a few rows or columns has cells that can be told apart, however small the pictures beside it are.
        """
        if self.is_map:
            return max(cell // _MAP, 1)
        if max(self.rows, self.columns) <= _SMALL:
            return max(cell, least.small)
        return max(cell, least.strip) if min(self.rows, self.columns) <= _SMALL else cell


_Stack = tuple[_Outline, ...]
_Bands = tuple[tuple[_Stack, ...], ...]


class _Arrangement(NamedTuple):
    """Which of the ways was taken, and for each of its boards the area of its cells and the px of one."""

    way: int
    cells: tuple[tuple[QRect, int], ...]


def _band_outline(band: Band, widths: Mapping[str, int]) -> tuple[_Stack, ...]:
    return tuple(tuple(_Outline(b.rows, b.columns, b.gaps, widths[b.title], b.is_map) for b in stack) for stack in band)


@lru_cache(maxsize=64)
def _arrangement(ways: tuple[_Bands, ...], width: int, height: int, line: int) -> _Arrangement:
    fewest = _count(ways[-1])
    whole = [way for way, bands in enumerate(ways) if _count(bands) > fewest]
    spared = [way for way, bands in enumerate(ways) if _count(bands) == fewest]
    tiers = [_Least(small, small // _STRIP, large) for small, large in _TIERS]
    cramped = [_Least(small, small // _STRIP, large) for small, large in _CRAMPED]
    roomy = [_Least(small, _READ_STRIP, large) for small, large in _ROOMY]
    room = width, height, line
    for some in (whole, spared):
        for least in (*roomy, *tiers):
            for way in some:
                cell = _largest_cell(ways[way], least, room)
                if cell:
                    return _Arrangement(way, _placed(ways[way], cell, least, (width, line)))
    for least in cramped:  # where nothing can be read any more, pictures are to be as large as may be
        cells = [_largest_cell(bands, least, room) for bands in ways]
        if any(cells):
            way = cells.index(max(cells))
            return _Arrangement(way, _placed(ways[way], cells[way], least, (width, line)))
    return _Arrangement(len(ways) - 1, _placed(ways[-1], 1, _Least(1, 1, 1), (width, line)))


def _count(bands: _Bands) -> int:
    """Return how many boards there are."""
    return sum(len(stack) for band in bands for stack in band)


def _largest_cell(bands: _Bands, least: _Least, room: tuple[int, int, int]) -> int:
    """Return the px of the largest cells that fit, 0 where none do: what fits also fits with smaller ones."""
    if not _fits(bands, least.large, least, room):
        return 0
    fitting, too_large = least.large, LARGEST + 1
    while too_large - fitting > 1:
        cell = (fitting + too_large) // 2
        if _fits(bands, cell, least, room):
            fitting = cell
        else:
            too_large = cell
    return fitting


def _fits(bands: _Bands, cell: int, least: _Least, room: tuple[int, int, int]) -> bool:
    width, height, line = room
    bottom = _MARGIN
    for band in bands:
        sizes = [_stack_size(stack, cell, least, line) for stack in band]
        if _MARGIN + sum(wide for wide, _ in sizes) + BETWEEN * (len(band) - 1) >= width - _MARGIN:
            return False
        bottom += max(tall for _, tall in sizes)
    return bottom - _BELOW <= height - 2


def _stack_size(stack: _Stack, cell: int, least: _Least, line: int) -> tuple[int, int]:
    sizes = [board.size(board.cell(cell, least)) for board in stack]
    wide = max(max(size[0], board.title) for size, board in zip(sizes, stack, strict=True))
    return wide, sum(tall + line + _BELOW for _, tall in sizes)


def _placed(bands: _Bands, cell: int, least: _Least, room: tuple[int, int]) -> tuple[tuple[QRect, int], ...]:
    """Return the areas of all boards, in the middle of the room."""
    width, line = room
    placed: list[tuple[QRect, int]] = []
    top, right = _MARGIN, 0
    for band in bands:
        sizes = [_stack_size(stack, cell, least, line) for stack in band]
        high = max((tall for _, tall in sizes), default=0)
        left = _MARGIN
        for stack, (wide, tall) in zip(band, sizes, strict=True):
            placed += _stacked(stack, left, top + (high - tall) // 2, cell, least, line)
            right, left = max(right, left + wide), left + wide + BETWEEN
        top += high
    aside = max((width - _MARGIN - right) // 2, 0)
    return tuple((area.translated(aside, 0), side) for area, side in placed)


def _stacked(stack: _Stack, left: int, top: int, cell: int, least: _Least, line: int) -> list[tuple[QRect, int]]:
    placed = []
    for board in stack:
        side = board.cell(cell, least)
        wide, tall = board.size(side)
        placed.append((QRect(left, top + line, wide, tall), side))
        top += line + tall + _BELOW
    return placed
