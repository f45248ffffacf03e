"""Tables of any array, what is painted over them, and how matrices share room."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPalette

from nn.inspection.columns import picture_shape
from nn.inspection.sheet import Sheet, pictures_of
from playground.panels.debugger.matrices.board import MatrixBoard, shared
from playground.panels.debugger.matrices.card import MatrixCard
from playground.panels.debugger.matrices.view import EventMatrixView, blocks_of
from playground.widgets.matrix.model import MatrixPart


@pytest.mark.parametrize("shape", [(), (5,), (4, 3), (2, 3, 4, 5)])
def test_every_number_has_a_cell(shape):
    sheet = Sheet("v", np.arange(np.prod(shape, dtype=int), dtype=float).reshape(shape))
    for index in np.ndindex(*shape):
        cell = sheet.cell_of(index)
        assert sheet.index_of(cell) == index
        assert sheet.table[cell] == sheet.array[index]
    assert sheet.cell_of((99,) * max(len(shape), 1)) is None


def test_a_cell_is_named_by_its_place_in_the_array():
    assert Sheet("x", np.zeros((2, 3, 4))).name_of(1, 6) == "x[1, 1, 2]"
    assert Sheet("L", np.zeros(())).name_of(0, 0) == "L"


@pytest.mark.parametrize(("shape", "along_rows"), [((5, 784), True), ((784, 5), False)])
def test_pictures_are_rows_or_columns(shape, along_rows):
    sheet = Sheet("v", np.random.default_rng(0).normal(size=shape))
    pictures = pictures_of(sheet, picture_shape((784,)))
    assert pictures.along_rows is along_rows
    number, pixel = pictures.pixel_of(pictures.cell_of(3, 4, 5))
    assert (number, pixel) == (3, (4, 5))
    assert pictures.picture(3)[4, 5] == sheet.table[pictures.cell_of(3, 4, 5)]


def test_what_is_no_picture_is_a_table():
    assert picture_shape((12,)) is None
    assert picture_shape((1, 20, 30)) == (20, 30)
    assert pictures_of(Sheet("b", np.zeros(784)), (28, 28)) is None
    assert pictures_of(Sheet("a", np.zeros((3, 50))), (28, 28)) is None


@given(st.lists(st.lists(st.booleans(), min_size=5, max_size=5), min_size=1, max_size=6))
def test_blocks_cover_a_mask_once(rows):
    mask = np.array(rows)
    count = np.zeros(mask.shape, int)
    for block in blocks_of(mask):
        count[block.top : block.bottom + 1, block.left : block.right + 1] += 1
    assert np.array_equal(count, mask.astype(int))


def test_a_row_and_a_column_are_one_block_each():
    mask = np.zeros((50, 40), bool)
    mask[:, 7] = True
    assert [tuple(block) for block in blocks_of(mask)] == [(0, 7, 49, 7)]


@given(st.lists(st.tuples(st.integers(1, 500), st.integers(0, 500)), min_size=1, max_size=7), st.integers(0, 2000))
def test_room_is_shared(sizes, room):
    least = [low for low, _ in sizes]
    natural = [low + more for low, more in sizes]
    widths = shared(natural, least, room)
    assert all(low <= width <= high for low, width, high in zip(least, widths, natural, strict=True))
    assert sum(widths) <= max(room, sum(least))
    grown = [width for width, high in zip(widths, natural, strict=True) if width < high]
    if grown:  # what is not satisfied has used the room up, but for what cannot be divided
        assert sum(widths) > room - len(widths) or sum(widths) >= sum(least) >= room


@pytest.fixture
def view(qtbot):
    widget = EventMatrixView()
    qtbot.addWidget(widget)
    widget.resize(400, 300)
    widget.matrix.show([MatrixPart("v", np.zeros((40, 30)))], "", editable=False)
    widget.show()
    return widget


def picture(view):
    return view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def color(view, row, column, x, y):
    area = view.visualRect(view.matrix.index(row, column))
    return picture(view).pixelColor(area.left() + x, area.top() + y)


def test_lit_cells_are_framed_and_others_are_not(view):
    before = color(view, 3, 1, 0, 5)
    mask = np.zeros((40, 30), bool)
    mask[:, 1] = True
    view.light(mask)
    assert color(view, 3, 1, 0, 5) != before
    assert color(view, 3, 2, 5, 5) == color(view, 3, 3, 5, 5)
    view.light(None)
    assert color(view, 3, 1, 0, 5) == before


def test_changed_cells_have_a_corner(view):
    mask = np.zeros((40, 30), bool)
    mask[2, 2] = True
    view.mark_changed(mask)
    assert color(view, 2, 2, 1, 1) != color(view, 2, 1, 1, 1)
    view.mark_changed(np.zeros((40, 30), bool))
    assert view.changed is None


def test_what_is_lit_far_away_comes_into_sight(view):
    mask = np.zeros((40, 30), bool)
    mask[35, :] = True
    view.bring_into_sight(mask)
    assert view.verticalScrollBar().value() > 0
    assert view.horizontalScrollBar().value() == 0


def test_a_sliver_of_a_lit_cell_is_not_seen(view):
    width = view.visualRect(view.matrix.index(0, 0)).width()
    mask = np.zeros((40, 30), bool)
    mask[0, 3] = True
    view.resize(view.width() - view.viewport().width() + 3 * width + width // 4, view.height())
    view.light(mask)
    view.bring_into_sight(mask)
    assert view.viewport().rect().contains(view.visualRect(view.matrix.index(0, 3)))


def test_of_lit_cells_the_one_that_counts_most_comes_into_sight(view):
    mask = np.zeros((40, 30), bool)
    mask[:, 20] = True
    view.bring_into_sight(mask, (35, 20))
    assert view.viewport().rect().contains(view.visualRect(view.matrix.index(35, 20)))
    view.bring_into_sight(mask, (2, 20))
    assert view.viewport().rect().contains(view.visualRect(view.matrix.index(2, 20)))


def test_nothing_can_be_typed(view, qtbot):
    with qtbot.assertNotEmitted(view.block_edited), qtbot.assertNotEmitted(view.zeroed):
        view.show_current((0, 0))
        qtbot.keyClicks(view, "5")
        qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert len(view.actions()) == 1


def test_a_double_click_where_nothing_can_be_typed_says_so(view, qtbot):
    place = view.visualRect(view.matrix.index(2, 2)).center()
    with qtbot.waitSignal(view.refused) as said:
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert "whole next batch" in said.args[0]
    view.matrix.show([MatrixPart("v", np.zeros((40, 30)))], "", editable=True)
    with qtbot.assertNotEmitted(view.refused):
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_one_column_is_seen_whole_in_the_narrowest_card(qtbot):
    card = MatrixCard()
    qtbot.addWidget(card)
    card.show_sheet(Sheet("W", np.full((100, 100), -0.0123456789, np.float32)), None)
    card.resize(card.least_width(), 120)
    card.show()
    index = card.table.matrix.index(0, 0)
    assert card.table.verticalScrollBar().isVisible()
    assert card.table.visualRect(index).right() <= card.table.viewport().width()


def contrast(one, other):
    """Return the ratio of two colours by WCAG's formula."""

    def luminance(color):
        channels = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color.getRgbF()[:3])
        return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), channels, strict=True))

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("is_lit", [False, True])
def test_numbers_can_be_read_on_every_colour_lit_or_not(view, theme, is_lit):
    if theme == "dark":
        palette = view.palette()
        for role, color in (("Base", "#14181f"), ("Text", "#e6e9ee"), ("Window", "#1b2028")):
            palette.setColor(getattr(QPalette.ColorRole, role), QColor(color))
        view.setPalette(palette)
        view.restyle()
    values = np.linspace(-1, 1, 24, dtype=np.float32).reshape(6, 4)
    view.matrix.show([MatrixPart("a1", values)], "")
    view.clearSelection()
    view.resize(view.natural_size())
    view.light(np.ones(values.shape, bool) if is_lit else None)
    image = view.viewport().grab().toImage()
    for row, column in np.ndindex(values.shape):
        area = view.visualRect(view.matrix.index(row, column)).adjusted(3, 3, -3, -3)
        pixels = [
            image.pixelColor(x, y) for x in range(area.left(), area.right()) for y in range(area.top(), area.bottom())
        ]
        ground = max(set(map(QColor.rgb, pixels)), key=[pixel.rgb() for pixel in pixels].count)
        assert max(contrast(QColor(ground), pixel) for pixel in pixels) >= 4.5, values[row, column]


def test_a_mask_says_true_and_false_and_takes_no_number(view):
    mask = np.array([[True, False, True]])
    view.matrix.show([MatrixPart("mask", mask)], "", editable=False)
    shown = [view.matrix.data(view.matrix.index(0, column)) for column in range(3)]
    assert shown == ["True", "False", "True"]
    assert view.matrix.sentence(0, 1).endswith("= False")


def board_with(qtbot, shapes, size):
    board = MatrixBoard()
    qtbot.addWidget(board)
    board.resize(*size)
    for line, arrays in zip(board.take([len(line) for line in shapes]), shapes, strict=True):
        for card, shape in zip(line, arrays, strict=True):
            card.show_sheet(Sheet("a1", np.full(shape, -0.536, np.float32)), None)
            card.show_title(f"a1 {shape}", "input", "")
    board.arrange()
    board.show()
    return board


def is_whole(card):
    """Say whether no number of a card has to be scrolled to."""
    bars = (card.table.horizontalScrollBar(), card.table.verticalScrollBar())
    return all(bar.maximum() == 0 for bar in bars)


def test_small_matrices_stand_whole_where_a_small_window_has_its_debugger(qtbot):
    board = board_with(qtbot, [[(2, 3), (2, 2), (), (), ()]], (548, 330))  # 1366x768
    assert all(is_whole(card) for card in board.cards)
    assert board.horizontalScrollBar().maximum() == board.verticalScrollBar().maximum() == 0


def test_what_has_no_room_beside_the_others_begins_a_new_row(qtbot):
    board = board_with(qtbot, [[(4, 3), (3, 4), (4,)], [(4, 4)]], (380, 600))
    assert all(is_whole(card) for card in board.cards)
    assert len({card.y() for card in board.cards}) > 2
    assert board.horizontalScrollBar().maximum() == 0
    areas = [card.geometry() for card in board.cards]
    assert not any(one.intersects(other) for i, one in enumerate(areas) for other in areas[:i])


def test_wide_matrices_share_a_row_and_scroll(qtbot):
    board = board_with(qtbot, [[(100, 784), (784, 100)], [(100, 100)]], (700, 400))
    first, second, third = board.cards
    assert first.y() == second.y()
    assert not any(map(is_whole, (first, second, third)))
    assert board.horizontalScrollBar().maximum() == 0
