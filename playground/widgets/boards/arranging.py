"""Where boards stand, and how large their cells are: as large as the room lets them be."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from playground.widgets.boards.board import Band, Board, Stack

LARGEST = 44  # px of a cell
_TIERS = ((36, 7), (30, 7), (30, 5), (24, 5), (24, 4), (20, 4), (20, 3))
"""px of a cell of a small board, so large that its numbers can be read, and the least of a large one: less and less."""
_CRAMPED = ((16, 3), (12, 2), (6, 1), (1, 1))
"""The same where no number can be read any more."""
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

    Parameters
    ----------
    ways : sequence of sequence of Band
        Boards in bands, band below band; the best first, and last the one that does without what can be spared.
    room : Room
    """
    tries = ((ways[:-1], _TIERS), (ways[-1:], _TIERS), (ways, _CRAMPED))
    for some, tiers in tries:
        for readable, least in tiers:
            for bands in some:
                placed = _largest(bands, readable, least, room)
                if placed:
                    return _centred(placed, room)
    return _placed(ways[-1], 1, 1, room) if ways else []


def _largest(bands: Sequence[Band], readable: int, least: int, room: Room) -> list[Placed]:
    """Place boards with the largest cells that fit; nothing where none do."""
    for cell in range(LARGEST, least - 1, -1):
        placed = _placed(bands, cell, readable, room)
        if _fits(placed, room):
            return placed
    return []


def _cell(board: Board, cell: int, readable: int) -> int:
    is_small = max(board.rows, board.columns) <= _SMALL
    return max(cell, readable) if is_small else cell


def _placed(bands: Sequence[Band], cell: int, readable: int, room: Room) -> list[Placed]:
    placed: list[Placed] = []
    top = _MARGIN
    for band in bands:
        sizes = [_stack_size(stack, cell, readable, room) for stack in band]
        high = max((tall for _, tall in sizes), default=0)
        left = _MARGIN
        for stack, (wide, tall) in zip(band, sizes, strict=True):
            placed += _stacked(stack, left, top + (high - tall) // 2, cell, readable, room)
            left += wide + BETWEEN
        top += high
    return placed


def _stack_size(stack: Stack, cell: int, readable: int, room: Room) -> tuple[int, int]:
    sizes = [_size(board, _cell(board, cell, readable)) for board in stack]
    titles = (room.width_of(board.title) for board in stack)
    return max(max(wide for wide, _ in sizes), *titles), sum(tall + room.line + _BELOW for _, tall in sizes)


def _size(board: Board, cell: int) -> tuple[int, int]:
    down, across = board.gaps
    wide = board.columns * cell + (GAP * ((board.columns - 1) // across) if across else 0)
    tall = board.rows * cell + (GAP * ((board.rows - 1) // down) if down else 0)
    return wide, tall


def _stacked(stack: Stack, left: int, top: int, cell: int, readable: int, room: Room) -> list[Placed]:
    placed = []
    for board in stack:
        side = _cell(board, cell, readable)
        wide, tall = _size(board, side)
        placed.append(Placed(board, QRect(left, top + room.line, wide, tall), side))
        top += room.line + tall + _BELOW
    return placed


def _fits(placed: Sequence[Placed], room: Room) -> bool:
    return all(_right(each, room) < room.width - _MARGIN and each.area.bottom() < room.height - 2 for each in placed)


def _right(placed: Placed, room: Room) -> int:
    """Return where a board ends, or its title."""
    return max(placed.area.right(), placed.area.left() + room.width_of(placed.board.title))


def _centred(placed: Sequence[Placed], room: Room) -> list[Placed]:
    """Move all to the middle."""
    free = room.width - _MARGIN - max((_right(each, room) for each in placed), default=0)
    return [Placed(each.board, each.area.translated(free // 2, 0), each.cell) for each in placed]
