"""Boards fit into their room, do not overlap, and are found again by the pointer."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest

from playground.widgets.boards.arranging import LARGEST, Room, best_arranged
from playground.widgets.boards.board import Board
from playground.widgets.boards.view import BoardsView


def board(name, rows, columns, gaps=(0, 0)):
    return Board(name, name, np.zeros((rows, columns)), 1.0, gaps=gaps)


WAYS = [
    [((board("x", 28, 28),), (board("W", 3, 3), board("p", 3, 3)), (board("y", 26, 26),)), ((board("c", 5, 9),),)],
    [((board("x", 28, 28),), (board("W", 3, 3),), (board("y", 26, 26),))],
]


@pytest.mark.parametrize(("width", "height"), [(1200, 700), (700, 400), (450, 190), (240, 150)])
def test_boards_fit_without_touching(width, height):
    placed = best_arranged(WAYS, Room(width, height, 20, lambda title: 8 * len(title)))
    assert all(each.area.left() >= 0 and each.area.right() < width for each in placed)
    assert all(each.area.top() >= 20 and each.area.bottom() < height for each in placed)
    titled = [each.area.adjusted(0, -20, 0, 0) for each in placed]
    assert not any(one.intersects(other) for one, other in combinations(titled, 2))


def test_a_title_is_measured_once_and_other_numbers_lay_nothing_out_anew():
    measured = []

    def width_of(title):
        measured.append(title)
        return 8 * len(title)

    room = Room(700, 400, 20, width_of)
    first = best_arranged(WAYS, room)
    assert sorted(measured) == sorted(set("xWpyc"))
    others = [
        [tuple(tuple(replace(b, values=b.values + 1) for b in stack) for stack in band) for band in bands]
        for bands in WAYS
    ]
    again = best_arranged(others, room)
    assert all(one.area is other.area for one, other in zip(first, again, strict=True))
    assert [float(each.board.values[0, 0]) for each in again] == [1.0] * len(first)


@pytest.mark.parametrize("width", range(120, 1300, 59))
def test_cells_are_as_large_as_may_be(width):
    room = Room(width, 420, 20, lambda title: 8 * len(title))
    cell = best_arranged([[((board("x", 28, 28),), (board("y", 26, 26),))]], room)[0].cell
    fitting = [size for size in range(1, LARGEST + 1) if 8 + 54 * size + 20 < width and 4 + 20 + 28 * size <= 418]
    assert cell == max(fitting)


def test_every_cell_is_found_under_its_middle(qtbot):
    view = BoardsView()
    qtbot.addWidget(view)
    view.resize(700, 400)
    view.show_boards([((board("a", 6, 6, (2, 3)),), (board("b", 4, 2),))])
    for placed in view.boards.values():
        for row, column in np.ndindex(placed.board.values.shape):
            spot = view.spot_at(placed.cell_area(row, column).center())
            assert (spot.board, spot.row, spot.column) == (placed.board.name, row, column)


def test_where_no_number_can_be_read_pictures_are_as_large_as_may_be():
    boards = board("dy", 14, 14), board("W", 5, 5), board("dW", 5, 5), board("dx", 20, 20)
    in_two = [((boards[0],), (boards[1],), (boards[3],)), ((board("read", 5, 5),), (boards[2],))]
    in_one = [tuple((each,) for each in boards)]
    placed = best_arranged([in_two, in_one], Room(220, 112, 20, lambda title: 8 * len(title)))
    assert len(placed) == len(boards)
    assert placed[-1].cell == 2
