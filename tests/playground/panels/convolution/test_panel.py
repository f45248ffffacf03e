"""The playground of one convolution: what is chosen is computed, stepped forwards and backwards, and said."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDockWidget, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QTabBar

from playground.panels.convolution.panel import ConvolutionPanel
from playground.widgets.boards.board import Spot
from playground.widgets.boards.view import BoardsView
from playground.widgets.text.linked_lines import ElementText

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot, session):
    session.looking.show_row(3)
    made = ConvolutionPanel()
    qtbot.addWidget(made)
    made.resize(1000, 620)
    with qtbot.waitExposed(made):
        made.show()
    list(made.attach(session))
    return made


@pytest.fixture
def choose(panel, fill):
    def pick(**values):
        for name, value in values.items():
            fill(panel.findChild(object, f"sketch{name.capitalize()}"), value)

    return pick


def boards(panel):
    return panel.findChild(BoardsView).boards


def values(panel, name):
    return boards(panel)[name].board.values.tolist()


def lines(panel):
    return panel.findChild(ElementText, "sweepLines").plain.splitlines()


def sentence(panel):
    return panel.findChild(QLabel, "sweepSentence").text()


def look_at(panel, tab):
    bar = panel.findChild(QTabBar, "sweepTabs")
    names = [bar.tabText(place) for place in range(bar.count())]
    bar.setCurrentIndex(names.index(tab))


def press(panel, *keys):
    for key in keys:
        QTest.keyClick(panel.findChild(BoardsView), getattr(Qt.Key, f"Key_{key}"))


def point(panel, board, row, column, *, click=False):
    view = panel.findChild(BoardsView)
    at = boards(panel)[board].cell_area(row, column).center()
    QTest.mouseMove(view, at)
    view.point_at(view.spot_at(at))  # offscreen no mouse moves
    if click:
        QTest.mouseClick(view, LEFT, pos=at)


def test_it_is_not_made_before_it_is_seen(window, qtbot):
    dock = window.findChild(QDockWidget, "convolutionDock")
    assert dock.panel.is_ready
    assert dock.panel.view is None
    window.session.panel_requested.emit("convolution")
    qtbot.waitUntil(lambda: dock.panel.view is not None)
    qtbot.waitUntil(lambda: bool(dock.panel.findChild(BoardsView).boards))


def test_the_sample_is_convolved_and_follows_the_hand(panel, session):
    before = np.array(values(panel, "y"))
    assert before.shape == (26, 26)
    session.looking.show_row(4)
    assert not np.array_equal(before, values(panel, "y"))
    picture = session.looking.sample.x.reshape(28, 28)
    assert np.allclose(values(panel, "x"), picture)


def test_figure_7_3_step_by_step(panel, choose):
    choose(picture="figure 7-3", filter="figure 7-3")
    assert values(panel, "y") == [[15, 16], [6, 15]]
    press(panel, "Home")
    assert boards(panel)["y"].board.hidden.all()
    press(panel, "Right", "Right")
    assert boards(panel)["y"].board.hidden.tolist() == [[False, False], [True, True]]
    assert lines(panel)[0].startswith("y[0,1] = x[0,1]·W[0,0] + x[0,2]·W[0,1] + ")
    assert lines(panel)[2] == "= 16.0"
    assert boards(panel)["columns"].board.values[1].tolist() == [2, 3, 0, 1, 2, 3, 0, 1, 2]
    assert [frame.top for frame in boards(panel)["columns"].board.frames] == [1]  # its row is lit
    press(panel, "Left")
    assert lines(panel)[2] == "= 15.0"
    press(panel, "Down")
    assert lines(panel)[2] == "= 16.0"  # the end of the row
    choose(pad=1)
    assert values(panel, "y") == [[7, 12, 10, 2], [4, 15, 16, 10], [10, 6, 15, 6], [8, 10, 4, 3]]


def test_a_number_of_a_line_shows_where_it_stands(panel, choose):
    choose(picture="figure 7-3", filter="figure 7-3")
    press(panel, "Home", "Right")
    panel.findChild(ElementText, "sweepLines").followed.emit(1)
    view = panel.findChild(BoardsView)
    view.grab()  # the frame is painted, and nothing else changed
    assert lines(panel)[2] == "= 15.0"


def test_a_typed_weight_makes_the_filter_ones_own(panel, choose, fill, session):
    choose(picture="ones", filter="ones")
    assert values(panel, "y") == [[9, 9], [9, 9]]
    fill(panel.findChild(QLineEdit, "filterNumber11"), "-1,5")
    assert values(panel, "y") == [[6.5, 6.5], [6.5, 6.5]]
    assert (session.selection.sketch.filter, session.selection.sketch.weights[1][1]) == ("own", -1.5)
    choose(size=1)
    assert values(panel, "y") == [[-1.5] * 4] * 4


def test_what_does_not_divide_is_said_with_its_numbers_and_marked(panel, choose):
    choose(picture="figure 7-3", stride=2)
    text = panel.findChild(QLabel, "sizeFormula").text()
    assert "(4 + 2·0 − 3) / 2 + 1 = 1.5" in text
    assert "does not divide" in text
    assert boards(panel)["x"].board.hatched.sum() == 7
    point(panel, "x", 3, 3)
    assert "skips it" in sentence(panel)


def test_a_filter_that_does_not_fit_is_refused_in_a_sentence(panel, choose):
    choose(picture="figure 7-3", size=5)
    assert "5x5 pixels and does not fit into a picture of 4x4" in panel.findChild(QLabel, "sketchNotice").text()
    choose(pad=1)
    assert np.shape(values(panel, "y")) == (2, 2)


def test_backwards_each_pixel_collects_and_each_place_gives(panel, choose):
    choose(picture="ones", filter="ones")
    look_at(panel, "Backwards")
    assert values(panel, "dx") == [[1, 2, 2, 1], [2, 4, 4, 2], [2, 4, 4, 2], [1, 2, 2, 1]]
    press(panel, "Home", "Right", "Right")
    assert values(panel, "dx") == [[1, 2, 2, 1]] * 3 + [[0] * 4]
    point(panel, "dx", 1, 1)
    assert lines(panel) == ["dx[1,1] = dout[0,0]·W[1,1] + dout[0,1]·W[1,0]", "= 1.0·1.0 + 1.0·1.0", "= 2.0"]
    assert "of this pixel: 4, framed" in sentence(panel)
    point(panel, "dW", 0, 0, click=True)
    point(panel, "dout", 0, 1)
    assert lines(panel)[0] == "dW[0,0] = dout[0,0]·x[0,0] + dout[0,1]·x[0,1]"  # kept
    assert sentence(panel).startswith("dout[0,1] gives to dW: 1.0, 1.0, 1.0;")
    press(panel, "End")
    assert values(panel, "dW") == [[4] * 3] * 3


def test_pooling_shows_who_won_and_what_a_tie_does(panel, choose):
    choose(picture="ties")
    look_at(panel, "Pooling")
    assert values(panel, "y") == [[2, 0], [3, 1]]
    press(panel, "Home", "Right")
    assert "A tie: 2 numbers" in sentence(panel)
    assert values(panel, "dx") == [[0, 1, 0, 0], [0] * 4, [0] * 4, [0] * 4]
    assert lines(panel)[0] == "y[0,0] = max(x[0,0], x[0,1], x[1,0], x[1,1])"
    choose(stride=1)
    assert np.shape(values(panel, "y")) == (3, 3)


@pytest.mark.parametrize("tab", ["im2col", "transpose"])
def test_a_transpose_moves_number_by_number(panel, choose, tab):
    choose(picture="figure 7-3", filter="figure 7-3")
    look_at(panel, tab)
    press(panel, "Home")
    assert boards(panel)["after"].board.hidden.all()
    press(panel, "Right", "Right", "Right")
    after, before = boards(panel)["after"].board, boards(panel)["before"].board
    assert (~after.hidden).sum() == 3
    (at,), to = before.frames[-1:], after.frames[-1]
    assert before.values[at.top, at.left] == after.values[to.top, to.left]


def test_a_picture_of_ones_own_is_read_or_its_mistake_said(panel, choose):
    choose(picture="own", filter="nothing")
    field, complaint = panel.findChild(QPlainTextEdit, "ownPicture"), panel.findChild(QLabel, "ownPictureComplaint")
    field.setPlainText("[[1 2 3]\n [4 5 6]\n [7 8 9.5]]")
    assert values(panel, "y") == [[5]]
    field.setPlainText("1 2 3\n4 5")
    assert "Row 2 has 2 numbers, the first one 3" in complaint.text()
    field.setPlainText("1 2 x")
    assert "“x” is no number" in complaint.text()
    assert values(panel, "y") == [[5]]  # what was right stays
    field.setPlainText("1 2 3\n4 6 6\n7 8 9")
    assert complaint.isHidden()
    assert values(panel, "y") == [[6]]


def test_all_is_done_with_keys_and_told_to_who_listens(panel, choose):
    choose(picture="figure 7-3", filter="figure 7-3")
    press(panel, "Home", "Right")
    view = panel.findChild(BoardsView)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert view.spot == Spot("x", 1, 0)
    assert "x[1,0] = 0" in view.accessibleDescription()
    assert "read this pixel: 2, framed" in view.accessibleDescription()
    press(panel, "Escape")
    assert view.spot is None


def test_a_picture_file_is_convolved_and_what_is_none_is_refused(panel, choose, session, qtbot, tmp_path, choose_file):
    choose(picture="own", filter="nothing")
    pixels = np.kron([[0, 255], [102, 51]], np.ones((3, 4))).astype(np.uint8)  # 6 x 8: its middle is 6 x 6
    image = QImage(pixels.data, 8, 6, 8, QImage.Format.Format_Grayscale8)
    image.save(str(tmp_path / "own.png"))
    panel.findChild(QPushButton, "openOwnPicture").click()
    choose_file(tmp_path / "own.png")
    qtbot.waitUntil(lambda: len(session.selection.sketch.numbers) == 6)
    assert session.selection.sketch.numbers[0] == (0, 0, 0, 1, 1, 1)
    assert session.selection.sketch.numbers[5] == (0.4, 0.4, 0.4, 0.2, 0.2, 0.2)
    assert values(panel, "y")[0] == [0, 0, 1, 1]
    told = []
    session.status.connect(told.append)
    (tmp_path / "text.png").write_text("no picture")
    panel.findChild(QPushButton, "openOwnPicture").click()
    choose_file(tmp_path / "text.png")
    qtbot.waitUntil(lambda: bool(told))
    assert "text.png" in told[-1]


def type_at(panel, board, row, column, text):
    point(panel, board, row, column)
    view = panel.findChild(BoardsView)
    QTest.keyClick(view, text[0])
    field = panel.findChild(QLineEdit, "boardNumber")
    QTest.keyClicks(field, text[1:])
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_numbers_are_typed_on_the_boards_where_they_are_ones_own(panel, choose, session):
    choose(picture="own", filter="nothing")
    panel.findChild(QPlainTextEdit, "ownPicture").setPlainText("1 2 3\n4 5 6\n7 8 9")
    type_at(panel, "W", 1, 1, "-2.5")
    assert values(panel, "y") == [[-12.5]]
    assert session.selection.sketch.filter == "own"
    type_at(panel, "x", 1, 1, "4")
    assert values(panel, "y") == [[-10]]
    told = []
    session.status.connect(told.append)
    point(panel, "y", 0, 0)
    QTest.keyClick(panel.findChild(BoardsView), "7")
    assert "cannot be changed here" in told[-1]
    choose(picture="figure 7-3")
    point(panel, "x", 0, 0)
    QTest.keyClick(panel.findChild(BoardsView), "7")
    assert len(told) == 2  # the book's picture stays the book's


def test_the_keys_step_what_a_click_on_its_tab_chose(panel, choose):
    """A click on a tab left them where they were: Right walked over the buttons of another panel."""
    choose(size=3)
    bar = panel.findChild(QTabBar, "sweepTabs")
    bar.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # as on systems where a click does not take the keys
    QTest.mouseClick(bar, LEFT, pos=bar.tabRect(1).center())
    assert panel.findChild(BoardsView).hasFocus()
