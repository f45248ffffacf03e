"""Every neuron has a place of its own, inside the room, and can be found again."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nn.inspection.columns import Place
from playground.panels.network.diagram.layout import ColumnShape, Rect, beside, lay_out, place_at

PICTURE = ColumnShape(784, (28, 28))
NETWORKS = {
    "2-4-2-1": [2, 4, 2, 1],
    "784-100-100-10": [784, 100, 100, 10],
    "784-512-256-10": [784, 512, 256, 10],
    "784-1024-512-10": [784, 1024, 512, 10],
    "deep": [2, 8, 8, 8, 8, 8, 8, 2],
    "one": [3],
}
ROOMS = [Rect(0, 6, 560, 180), Rect(0, 6, 340, 180), Rect(0, 6, 1100, 600), Rect(0, 6, 1900, 900)]


def shapes_of(counts):
    halved = [ColumnShape(count, has_halves=True) for count in counts[1:]]
    return [PICTURE if counts[0] == 784 else ColumnShape(counts[0]), *halved]


@pytest.mark.parametrize("counts", NETWORKS.values(), ids=NETWORKS)
@pytest.mark.parametrize("room", ROOMS)
def test_each_neuron_is_found_where_it_is_drawn(counts, room):
    blocks = lay_out(shapes_of(counts), room, for_names=60)
    for number, block in enumerate(blocks):
        for index in range(block.shape.count):
            left, top, width, height = block.cell(index)
            assert place_at(blocks, left + width / 2, top + height / 2) == Place(number, index)


@pytest.mark.parametrize("counts", NETWORKS.values(), ids=NETWORKS)
@pytest.mark.parametrize("room", ROOMS)
def test_columns_stand_apart_and_inside_the_room(counts, room):
    blocks = lay_out(shapes_of(counts), room, for_names=60)
    for block in blocks:
        left, top, width, height = block.outline
        assert left >= room.left
        assert left + width <= room.left + room.width - 60 + 1
        assert top >= room.top - 1
        assert top + height <= room.top + room.height + 1
    for one, other in pairwise(blocks):
        assert other.outline.left - (one.outline.left + one.outline.width) >= 8


@given(
    st.lists(st.integers(1, 3000), min_size=1, max_size=9),
    st.floats(60, 2500),
    st.floats(20, 1500),
)
def test_any_network_finds_room(counts, width, height):
    blocks = lay_out([ColumnShape(count) for count in counts], Rect(0, 0, width, height))
    assert [block.shape.count for block in blocks] == counts
    for block in blocks:
        left, top, cell_width, cell_height = block.cell(block.shape.count - 1)
        assert block.index_at(left + cell_width / 2, top + cell_height / 2) == block.shape.count - 1


def test_a_picture_has_square_pixels_in_rows():
    (block,) = lay_out([PICTURE], ROOMS[0])
    assert block.pitch_x == block.pitch_y
    assert block.cell(28).left == block.cell(0).left
    assert block.cell(28).top == block.cell(0).top + block.pitch_y


def test_beside_the_columns_there_is_no_neuron():
    blocks = lay_out(shapes_of([2, 4]), ROOMS[0])
    assert place_at(blocks, 0, 0) is None
    right = blocks[0].outline.left + blocks[0].outline.width
    assert place_at(blocks, (right + blocks[1].outline.left) / 2, 90) is None


def test_the_free_end_of_the_last_row_is_no_neuron():
    (block,) = lay_out([ColumnShape(1021)], ROOMS[0])
    assert block.shape.count % block.per_row, "the last row is not full, else this test shows nothing"
    left, top, width, height = block.cell(block.shape.count - 1)
    assert block.index_at(left + width / 2 + block.pitch_x, top + height / 2) is None


def test_arrow_keys_go_through_a_plain_column_and_to_its_neighbours():
    blocks = lay_out(shapes_of([2, 4, 2]), ROOMS[0])
    assert beside(blocks, Place(1, 1), 0, 1) == Place(1, 2)
    assert beside(blocks, Place(1, 3), 0, 1) == Place(1, 3)
    assert beside(blocks, Place(1, 0), 1, 0) == Place(2, 0)
    assert beside(blocks, Place(1, 3), -1, 0) == Place(0, 1)
    assert beside(blocks, Place(2, 0), 1, 0) == Place(2, 0)


def test_arrow_keys_go_cell_by_cell_through_a_grid():
    blocks = lay_out(shapes_of([784, 100, 10]), ROOMS[0])
    assert beside(blocks, Place(0, 0), 1, 0) == Place(0, 1)
    assert beside(blocks, Place(0, 5), 0, 1) == Place(0, 33)
    right_edge = Place(0, 14 * 28 + 27)
    assert beside(blocks, right_edge, 1, 0).column == 1
    entered = beside(blocks, Place(1, 0), -1, 0)
    assert entered.column == 0
    assert entered.index % 28 == 27, "a grid is entered by the side that is nearer"


def test_neurons_with_names_stand_in_a_column_where_others_would_be_a_grid():
    classes, room = ColumnShape(10, has_halves=True), Rect(0, 0, 600, 115)
    assert lay_out([classes], room)[0].is_grid
    (block,) = lay_out([replace(classes, has_names=True)], room)
    assert not block.is_grid
    assert block.outline.height <= room.height
