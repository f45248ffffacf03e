"""The table of numbers, used with keys, mouse, wheel and clipboard."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip

from playground.widgets.look.colors import chart_colors
from playground.widgets.matrix.model import Block, MatrixPart
from playground.widgets.matrix.view import MatrixView

Key = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
ROWS, COLUMNS = 6, 4


@pytest.fixture
def weights():
    return (np.arange(ROWS * COLUMNS, dtype=np.float32).reshape(ROWS, COLUMNS) - 10) / 100


@pytest.fixture
def bias():
    return np.float32([0.1, 0.2, 0.3, 1 / 3])


@pytest.fixture
def view(qtbot, weights, bias):
    view = MatrixView()
    qtbot.addWidget(view)
    view.resize(500, 300)
    view.matrix.show([MatrixPart("W1", weights, "x"), MatrixPart("b1", bias)], "a1")
    view.show()
    QApplication.processEvents()
    return view


@pytest.fixture
def edits(view):
    """List what is asked for: (top, left, bottom, right) and the numbers."""
    made = []
    view.block_edited.connect(lambda block, values: made.append((tuple(block), values.tolist())))
    return made


@pytest.fixture
def refusals(view):
    texts = []
    view.refused.connect(texts.append)
    return texts


@pytest.fixture
def nudges(view):
    made = []
    view.nudged.connect(lambda blocks, amount, gesture: made.append(([tuple(b) for b in blocks], amount, gesture)))
    return made


def go_to(view, row, column):
    view.select_block(Block(row, column, row, column))


def center(view, row, column):
    return view.visualRect(view.matrix.index(row, column)).center()


def editor(view):
    found = view.viewport().findChildren(QLineEdit)
    return found[-1] if found else None


def type_text(view, text):
    QTest.keyClicks(editor(view), text)
    QTest.keyClick(editor(view), Key.Key_Return)
    QApplication.processEvents()


def turn_wheel(view, at, notches, modifiers):
    viewport = view.viewport()
    event = QWheelEvent(
        QPointF(at),
        QPointF(viewport.mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


def paste(view, text):
    QGuiApplication.clipboard().setText(text)
    view.clipboard.paste()


# ---- what is seen


def test_headers_name_neurons_and_the_bias_is_the_last_row(view):
    model = view.matrix
    assert (model.rowCount(), model.columnCount()) == (ROWS + 1, COLUMNS)
    rows = [model.headerData(i, Qt.Orientation.Vertical) for i in (0, ROWS - 1, ROWS)]
    assert rows == ["x[0]", f"x[{ROWS - 1}]", "b1"]
    assert model.headerData(3, Qt.Orientation.Horizontal) == "a1[3]"


def test_the_bias_stands_apart(view):
    above, bias = view.visualRect(view.matrix.index(ROWS - 1, 0)), view.visualRect(view.matrix.index(ROWS, 0))
    assert bias.height() == above.height()
    assert bias.top() - above.bottom() > 5


def test_each_cell_has_the_colour_of_its_number(view, weights):
    weights[0, 0], weights[5, 3] = -9, 9
    view.matrix.refresh()
    picture = view.viewport().grab().toImage()
    colors = chart_colors(view.palette())
    for (row, column), color in {(0, 0): colors.negative, (5, 3): colors.positive, (2, 2): colors.background}.items():
        corner = view.visualRect(view.matrix.index(row, column)).topLeft() + QPoint(2, 2)
        assert picture.pixelColor(corner).name() == color.name()


def test_the_cell_that_is_selected_keeps_its_colour(view, weights):
    weights[1, 1] = 9
    view.matrix.refresh()
    go_to(view, 1, 1)
    picture = view.viewport().grab().toImage()
    inside = view.visualRect(view.matrix.index(1, 1)).topLeft() + QPoint(4, 4)
    assert picture.pixelColor(inside).name() == chart_colors(view.palette()).positive.name()


def test_numbers_that_move_in_place_are_painted_anew(view, weights):
    before = view.viewport().grab().toImage()
    weights[:] = 0.5
    view.matrix.refresh()
    assert view.viewport().grab().toImage() != before


def test_only_what_is_seen_is_looked_at(qtbot, monkeypatch):
    asked = []
    big = MatrixView()
    qtbot.addWidget(big)
    big.resize(400, 200)
    big.matrix.show([MatrixPart("W1", np.ones((784, 512), np.float32), "x")], "a1")
    big.show()
    QApplication.processEvents()
    write = type(big.matrix.format).__call__
    monkeypatch.setattr(type(big.matrix.format), "__call__", lambda *a: asked.append(1) or write(*a))
    big.viewport().repaint()
    assert 0 < len(asked) < 120


def test_small_cells_show_the_whole_at_a_glance(view):
    view.show_numbers(False)
    QApplication.processEvents()
    assert view.visualRect(view.matrix.index(0, 0)).width() < 12
    assert not view.horizontalHeader().isVisible()
    view.show_numbers(True)
    assert view.horizontalHeader().isVisible()


def test_headers_of_what_is_selected_stand_out(view):
    def picture():
        return view.verticalHeader().grab().toImage()

    go_to(view, 0, 0)
    first = picture()
    go_to(view, 1, 0)
    second = picture()
    assert first != second
    go_to(view, 0, 2)
    assert picture() == first  # rows stand out whatever column is selected


def test_the_header_of_the_bias_stands_apart_too(view):
    header = view.verticalHeader()
    top = header.sectionViewportPosition(ROWS)
    gap = header.grab().toImage().copy(0, top, header.width() - 2, 5)
    ground = header.palette().window().color().name()
    assert {gap.pixelColor(x, y).name() for x in range(gap.width()) for y in range(gap.height())} == {ground}


def test_hover_and_screen_reader_get_the_exact_number(view):
    cell = view.matrix.index(ROWS, 3)
    place = center(view, ROWS, 3)
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), event)
    assert QToolTip.text() == "b1[3] = 0.33333334"
    QToolTip.hideText()
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "b1[3] = 0.33333334"
    assert cell.data() == "0.3333"


def test_an_empty_table_is_painted_too(qtbot):
    empty = MatrixView()
    qtbot.addWidget(empty)
    empty.show()
    assert empty.selected_blocks() == ()
    empty.clipboard.paste()
    empty.clipboard.copy()


def test_a_smaller_matrix_takes_the_place_of_a_larger_one(view, weights, bias):
    big = [MatrixPart("W1", np.ones((784, 100), np.float32), "x"), MatrixPart("b1", np.ones(100, np.float32))]
    for _ in range(3):
        view.matrix.show(big, "a1")
        QApplication.processEvents()
        view.select_block(Block(784, 99, 784, 99))
        view.matrix.show([MatrixPart("W1", weights, "x"), MatrixPart("b1", bias)], "a1")
        QApplication.processEvents()
        assert view.verticalHeader().count() == ROWS + 1
        assert not view.grab().isNull()


def test_what_is_gone_has_no_name_and_no_number(view):
    model = view.matrix
    stale = model.index(ROWS, COLUMNS - 1)
    model.show([MatrixPart("W1", np.ones((2, 2), np.float32), "x")], "a1")
    assert stale.data() is None
    assert model.headerData(ROWS, Qt.Orientation.Vertical) is None
    assert model.headerData(COLUMNS, Qt.Orientation.Horizontal) is None


# ---- typing


@pytest.mark.parametrize("key", [Key.Key_F2, Key.Key_Return, Key.Key_Enter])
def test_keys_open_the_editor_with_every_digit(view, key):
    go_to(view, ROWS, 3)
    QTest.keyClick(view, key)
    assert editor(view).text() == "0.33333334"


def test_typing_replaces_the_number(view, edits):
    go_to(view, 1, 2)
    QTest.keyClick(view, Key.Key_Minus)
    type_text(view, "0,125")
    assert edits == [((1, 2, 1, 2), [[-0.125]])]


def test_looking_at_a_number_changes_nothing(view, edits, bias):
    go_to(view, ROWS, 3)
    QTest.keyClick(view, Key.Key_F2)
    QTest.keyClick(editor(view), Key.Key_Return)
    QApplication.processEvents()
    assert edits == []
    assert bias[3] == np.float32(1 / 3)


def test_numbers_that_move_meanwhile_leave_typing_alone(view, edits, weights):
    go_to(view, 0, 0)
    QTest.keyClick(view, Key.Key_F2)
    weights[:] = 0.5
    view.matrix.refresh()
    assert editor(view).text() == "0.5"
    editor(view).selectAll()
    QTest.keyClicks(editor(view), "1.")
    weights[:] = 0.75
    view.matrix.refresh()
    type_text(view, "25")
    assert edits == [((0, 0, 0, 0), [[1.25]])]


def test_a_number_that_moved_while_it_was_looked_at_keeps_its_new_value(view, edits, weights):
    go_to(view, 0, 0)
    QTest.keyClick(view, Key.Key_F2)
    weights[:] = 0.5
    QTest.keyClick(editor(view), Key.Key_Return)
    QApplication.processEvents()
    assert edits == []


def test_escape_takes_typing_back(view, edits):
    go_to(view, 0, 0)
    QTest.keyClick(view, Key.Key_F2)
    QTest.keyClicks(editor(view), "7")
    QTest.keyClick(editor(view), Key.Key_Escape)
    assert edits == []


def test_nonsense_is_refused_by_name(view, edits, refusals):
    go_to(view, 1, 2)
    QTest.keyClick(view, Key.Key_F2)
    editor(view).selectAll()
    type_text(view, "much")
    assert edits == []
    assert refusals == ["W1[1, 2] takes a number such as -0.25 or 1e-3, not “much”."]


def test_the_arrow_ends_typing_and_goes_on(view, edits):
    go_to(view, 1, 2)
    QTest.keyClick(view, Key.Key_5)
    QTest.keyClick(editor(view), Key.Key_Down)
    assert edits == [((1, 2, 1, 2), [[5.0]])]
    assert (view.currentIndex().row(), view.currentIndex().column()) == (2, 2)


def test_arrows_move_and_shift_selects(view):
    go_to(view, 0, 0)
    QTest.keyClick(view, Key.Key_Right)
    QTest.keyClick(view, Key.Key_Down, SHIFT)
    assert view.selected_blocks() == (Block(0, 1, 1, 1),)


def test_what_is_for_reading_only_cannot_be_edited(view, weights, bias, edits, nudges):
    view.matrix.show([MatrixPart("W1", weights, "x"), MatrixPart("b1", bias)], "a1", editable=False)
    go_to(view, 0, 0)
    QTest.keyClick(view, Key.Key_F2)
    QTest.keyClick(view, Key.Key_Up, ALT)
    paste(view, "1")
    assert editor(view) is None
    assert (edits, nudges) == ([], [])


# ---- wheel, drag, keys


def test_the_wheel_with_ctrl_changes_the_number_below_it(view, nudges):
    turn_wheel(view, center(view, 1, 1), 2, CTRL)
    turn_wheel(view, center(view, 1, 1), -1, CTRL | SHIFT)
    assert nudges == [([(1, 1, 1, 1)], 0.02, 1), ([(1, 1, 1, 1)], -0.001, 1)]


def test_the_wheel_alone_scrolls(view, nudges):
    view.resize(300, 100)
    QApplication.processEvents()
    turn_wheel(view, center(view, 1, 1), -1, Qt.KeyboardModifier.NoModifier)
    assert nudges == []
    assert view.verticalScrollBar().value() > 0


def test_alt_with_an_arrow_changes_the_current_number(view, nudges):
    go_to(view, 2, 0)
    QTest.keyClick(view, Key.Key_Up, ALT)
    QTest.keyClick(view, Key.Key_Down, ALT)
    assert [amount for _, amount, _ in nudges] == [0.01, -0.01]
    assert view.currentIndex().row() == 2


def test_dragging_with_ctrl_changes_all_selected_numbers_in_one_gesture(view, nudges):
    view.select_block(Block(1, 1, 2, 2))
    start = center(view, 1, 1)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, CTRL, start)
    for up in (12, 24, 48):
        QTest.mouseMove(view.viewport(), start - QPoint(0, up))
        QApplication.processEvents()
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, CTRL, start - QPoint(0, 48))
    assert sum(amount for _, amount, _ in nudges) == pytest.approx(0.08)
    assert {tuple(blocks) for blocks, _, _ in nudges} == {((1, 1, 2, 2),)}
    assert len({gesture for _, _, gesture in nudges}) == 1


def test_a_click_with_ctrl_adds_a_cell_to_the_selection(view, nudges):
    go_to(view, 0, 0)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, CTRL, center(view, 2, 2))
    assert set(view.selected_blocks()) == {Block(0, 0, 0, 0), Block(2, 2, 2, 2)}
    assert nudges == []


def test_the_wheel_leaves_what_was_selected_elsewhere_alone(view, nudges):
    go_to(view, 0, 0)
    for _ in range(2):
        turn_wheel(view, center(view, 3, 3), 1, CTRL)
    assert [blocks for blocks, _, _ in nudges] == [[(3, 3, 3, 3)]] * 2


def test_another_cell_is_another_gesture(view, nudges):
    for row in (0, 0, 1):
        turn_wheel(view, center(view, row, 0), 1, CTRL)
    assert [gesture for _, _, gesture in nudges] == [1, 1, 2]


# ---- spreadsheets


def test_copy_and_paste_bring_back_the_same_numbers(view, edits, weights, bias):
    view.select_block(Block(4, 1, 6, 3))
    view.clipboard.copy()
    go_to(view, 0, 0)
    view.clipboard.paste()
    (block, values), expected = edits[0], np.vstack([weights[4:], bias])[:, 1:]
    assert block == (0, 0, 2, 2)
    np.testing.assert_array_equal(np.float32(values), expected)


def test_the_usual_keys_copy_and_paste(view, edits):
    view.activateWindow()
    view.setFocus()
    view.select_block(Block(0, 1, 0, 2))
    QTest.keyClick(view, Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "-0.09\t-0.08"
    go_to(view, 3, 0)
    QTest.keyClick(view, Key.Key_V, CTRL)
    assert [block for block, _ in edits] == [(3, 0, 3, 1)]


def test_one_number_fills_the_selection(view, edits):
    view.select_block(Block(0, 0, 1, 2))
    paste(view, "0,5\r\n")
    assert edits == [((0, 0, 1, 2), [[0.5] * 3] * 2)]


def test_a_block_goes_into_a_selection_of_its_shape(view, edits):
    view.select_block(Block(5, 0, 6, 1))
    paste(view, "1\t2\n3\t4\n")
    assert edits == [((5, 0, 6, 1), [[1, 2], [3, 4]])]


@pytest.mark.parametrize(
    ("place", "text", "message"),
    [
        (Block(0, 0, 1, 0), "1\t2\n3\t4", "holds 2 × 2 numbers, 2 × 1 cells are selected"),
        (Block(6, 2, 6, 2), "1\t2\n3\t4", "holds 2 × 2 numbers, but from b1[2] on there is room for 1 × 2"),
        (Block(0, 0, 0, 0), "1\tx", "column 2 of the clipboard is “x”"),
    ],
)
def test_what_does_not_fit_is_explained(view, edits, refusals, place, text, message):
    view.select_block(place)
    paste(view, text)
    assert edits == []
    assert len(refusals) == 1
    assert message in refusals[0]


def test_separate_blocks_are_neither_copied_nor_pasted_over(view, edits, refusals):
    go_to(view, 0, 0)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, CTRL, center(view, 2, 2))
    view.clipboard.copy()
    paste(view, "1")
    assert edits == []
    assert len(refusals) == 2
    assert all("Several separate blocks" in text for text in refusals)


def test_delete_asks_for_zeros(view, qtbot):
    view.select_block(Block(0, 0, 1, 1))
    zero = next(action for action in view.actions() if action.shortcut().toString() == "Del")
    with qtbot.waitSignal(view.zeroed) as asked:
        zero.trigger()
    assert asked.args == [(Block(0, 0, 1, 1),)]


def test_another_matrix_has_no_gap_but_its_own(view):
    def high_rows():
        usual = view.verticalHeader().defaultSectionSize()
        return [row for row in range(view.matrix.rowCount()) if view.rowHeight(row) != usual]

    for rows in (ROWS, 10, 3, 12):
        view.matrix.show([MatrixPart("W1", np.zeros((rows, 4)), "x"), MatrixPart("b1", np.zeros(4))], "a1")
        assert high_rows() == [rows]
    view.matrix.show([MatrixPart("W1", np.zeros((20, 4)), "x")], "a1")
    assert high_rows() == []
