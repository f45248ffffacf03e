"""The input panel in the hands of a person: mouse, keyboard, files and clipboard."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QAccessible,
    QAction,
    QColor,
    QFont,
    QGuiApplication,
    QImage,
    QKeySequence,
    QMouseEvent,
    QPainter,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QMainWindow, QSpinBox, QToolButton, QWidget

from playground.panels.input.drawing.canvas import DigitCanvas
from playground.panels.input.drawing.drawing import DrawingInput
from playground.panels.input.drawing.square_row import SquareRow
from playground.panels.input.drawing.stages_view import StagesView
from playground.panels.input.panel import InputPanel
from playground.panels.input.rows.sample_browser import SampleBrowser
from playground.session.looking.example import Example
from playground.startup.tour import THREE, stroke
from playground.widgets.plot.probability_bars import ProbabilityBars
from tests.patience import PROCESS_S
from tests.playground.dragging import drag_in, file_mime, let_fall

LEFT = Qt.MouseButton.LeftButton
SEVEN = ((0.28, 0.22), (0.72, 0.22), (0.58, 0.5), (0.45, 0.82))
ONE = ((0.5, 0.15), (0.5, 0.85))


@pytest.fixture
def window(qtbot, session):
    """A window with the panel alone, attached, and a document's undo in its menu."""
    session.looking.choose("shipped")  # which reads what is drawn here
    made = QMainWindow()
    made.panel = InputPanel(made)
    made.panel.looking = session.looking
    made.setCentralWidget(made.panel)
    undo = QAction("Undo", made)
    undo.setObjectName("undo")
    undo.setShortcut(QKeySequence.StandardKey.Undo)
    made.addAction(undo)
    made.resize(360, 640)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitActive(made)
    list(made.panel.attach(session))  # to its end, in one turn
    return made


@pytest.fixture
def panel(window):
    return window.panel


def canvas(panel) -> DigitCanvas:
    return panel.findChild(DigitCanvas, "digitCanvas")


def recognised(panel) -> str:
    """Return what is read of the sheet: a digit that stands in while it is empty is no answer to what is drawn."""
    is_of_sheet = not hasattr(panel, "looking") or panel.looking.shows_example
    return panel.findChild(QLabel, "recognisedDigit").text() if is_of_sheet else ""


def note(panel) -> str:
    return panel.findChild(QLabel, "drawNote").text()


def bars(panel) -> ProbabilityBars:
    return panel.findChild(ProbabilityBars)


def button(panel, text: str) -> QToolButton:
    return next(found for found in panel.findChildren(QToolButton) if text in (found.text(), found.accessibleName()))


def combo(panel, name: str) -> QComboBox:
    """Find a combo box by the text beside it, which is what a screen reader calls it."""
    return next(label.buddy() for label in panel.findChildren(QLabel) if label.text() == name)


def accessible_name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def at(panel, point) -> QPoint:
    side = canvas(panel).width()
    return QPoint(round(point[0] * side), round(point[1] * side))


def draw(panel, points, lift: bool = True) -> None:
    """Drag the mouse along straight lines."""
    QTest.mousePress(canvas(panel), LEFT, pos=at(panel, points[0]))
    for (x0, y0), (x1, y1) in pairwise(points):
        for step in range(1, 13):
            share = step / 12
            QTest.mouseMove(canvas(panel), at(panel, (x0 + share * (x1 - x0), y0 + share * (y1 - y0))))
    if lift:
        QTest.mouseRelease(canvas(panel), LEFT, pos=at(panel, points[-1]))


def drop(panel, mime: QMimeData) -> bool:
    """Drag something in and let it fall; tell whether the panel took it."""
    sheet = panel.findChild(DrawingInput)
    middle = sheet.width() // 2, sheet.height() // 3
    taken = drag_in(sheet, mime, *middle)
    if taken:
        let_fall(sheet, mime, *middle)
    return taken


def drop_file(panel, path) -> bool:
    return drop(panel, file_mime(path))


def picture_of(digit: str, paper: str = "white", ink: str = "black") -> QImage:
    image = QImage(300, 400, QImage.Format.Format_RGB32)
    image.fill(QColor(paper))
    with QPainter(image) as painter:
        font = QFont(QGuiApplication.font())
        font.setPixelSize(300)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(image.rect(), Qt.AlignmentFlag.AlignCenter, digit)
    return image


# ---- the pen


@pytest.mark.parametrize(("points", "digit"), [(SEVEN, "7"), (ONE, "1")])
def test_a_drawn_digit_is_recognised(panel, qtbot, points, digit):
    draw(panel, points)

    qtbot.waitUntil(lambda: recognised(panel) == digit)
    assert bars(panel).labels[bars(panel).highest()] == digit


def test_the_answer_follows_while_the_pen_is_down(panel, qtbot):
    draw(panel, SEVEN[:2], lift=False)
    qtbot.waitUntil(lambda: bars(panel).highest() is not None)
    before = bars(panel).probabilities
    QTest.mouseMove(canvas(panel), at(panel, SEVEN[3]))

    qtbot.waitUntil(lambda: bars(panel).probabilities != before)
    QTest.mouseRelease(canvas(panel), LEFT, pos=at(panel, SEVEN[3]))


def test_while_nothing_is_drawn_the_answer_is_that_of_the_digit_all_panels_look_at(panel, session):
    assert session.looking.sample.origin == "test 0"
    assert panel.findChild(QLabel, "recognisedDigit").text() == "7"
    assert bars(panel).probabilities == tuple(session.looking.prediction.outputs.tolist())
    assert (combo(panel, "Label of this digit").currentText(), canvas(panel).is_empty()) == ("7", True)
    assert not combo(panel, "Label of this digit").isEnabled()
    assert "Stand-in until then: Test\xa0digit\xa00" in canvas(panel).hint()
    assert "Draw a digit" in note(panel)


def test_typed_numbers_stand_in_until_something_is_drawn(panel, session, qtbot):
    session.looking.type_sample(np.zeros(784))
    assert "Stand-in until then: Typed\xa0numbers" in canvas(panel).hint()
    assert bars(panel).probabilities == tuple(session.looking.prediction.outputs.tolist())
    draw(panel, SEVEN)
    qtbot.waitUntil(lambda: recognised(panel) == "7")
    session.looking.type_sample(np.zeros(784))
    assert bars(panel).probabilities == ()
    assert "another sample" in note(panel)


def test_a_burst_of_pen_moves_is_read_once(panel, session, qtbot):
    draw(panel, SEVEN[:2], lift=False)
    qtbot.waitUntil(lambda: session.looking.example is not None)
    QApplication.processEvents()
    given = []
    session.looking.example_changed.connect(lambda example: given.append(example))
    for step in range(40):
        point = QPointF(at(panel, (0.7 - 0.005 * step, 0.25 + 0.01 * step)))
        place = canvas(panel).mapToGlobal(point)
        move = QMouseEvent(QEvent.Type.MouseMove, point, place, Qt.MouseButton.NoButton, LEFT, Qt.KeyboardModifier(0))
        QApplication.postEvent(canvas(panel), move)
    qtbot.waitUntil(lambda: bool(given))
    QApplication.processEvents()

    assert len(given) == 1
    read = given[0]
    QTest.mouseRelease(canvas(panel), LEFT, pos=at(panel, (0.505, 0.64)))
    QApplication.processEvents()
    np.testing.assert_array_equal(session.looking.example.pixels, read.pixels)  # the last move was read with the first


def test_the_stages_show_what_the_network_receives(panel, session, qtbot):
    draw(panel, SEVEN)
    qtbot.waitUntil(lambda: recognised(panel) == "7")

    crop, scaled, centred = panel.findChild(StagesView).stages
    assert max(scaled.shape) == 20
    assert crop.shape[0] > scaled.shape[0]
    np.testing.assert_allclose(session.looking.example.pixels, centred.reshape(-1) / 255, atol=1e-6)


def test_what_was_drawn_before_the_network_was_there_is_read_when_it_comes(qtbot, session):
    session.looking.choose("shipped")
    panel = InputPanel()
    qtbot.addWidget(panel)
    panel.resize(360, 640)
    panel.show()
    qtbot.waitExposed(panel)
    draw(panel, SEVEN)
    QApplication.processEvents()
    assert recognised(panel) == ""

    list(panel.attach(session))  # to its end, in one turn
    assert recognised(panel) == "7"


# ---- the tools


def test_clear_empties_everything(panel, session, qtbot):
    draw(panel, SEVEN)
    qtbot.waitUntil(lambda: recognised(panel) == "7")
    qtbot.mouseClick(button(panel, "Clear"), LEFT)

    qtbot.waitUntil(lambda: session.looking.example is None)
    assert canvas(panel).is_empty()
    assert bars(panel).probabilities == tuple(session.looking.prediction.outputs.tolist()), "of what stands in"
    crop, scaled, received = panel.findChild(StagesView).stages
    assert (crop, scaled) == (None, None)
    np.testing.assert_allclose(received / 255, session.looking.sample.x.reshape(28, 28), atol=1e-6)


def test_there_is_nothing_to_take_back_on_an_empty_canvas(panel, qtbot):
    assert not button(panel, "Undo stroke").isEnabled()
    draw(panel, ONE)
    qtbot.waitUntil(button(panel, "Undo stroke").isEnabled)
    qtbot.mouseClick(button(panel, "Clear"), LEFT)
    qtbot.waitUntil(lambda: not button(panel, "Clear").isEnabled())


def test_undo_takes_strokes_back_one_by_one(panel, qtbot):
    draw(panel, ONE)
    draw(panel, ((0.1, 0.5), (0.9, 0.5)))
    qtbot.waitUntil(lambda: recognised(panel) != "")
    qtbot.mouseClick(button(panel, "Undo stroke"), LEFT)
    qtbot.waitUntil(lambda: recognised(panel) == "1")
    assert len(canvas(panel).strokes()) == 1

    qtbot.mouseClick(button(panel, "Undo stroke"), LEFT)
    qtbot.waitUntil(lambda: recognised(panel) == "")


def test_the_eraser_rubs_out_until_the_pen_is_taken_again(panel, qtbot):
    draw(panel, ONE)
    full = int(canvas(panel).ink().sum())
    qtbot.mouseClick(button(panel, "Eraser"), LEFT)
    draw(panel, ((0.4, 0.3), (0.6, 0.3)))
    erased = int(canvas(panel).ink().sum())
    qtbot.mouseClick(button(panel, "Pen"), LEFT)
    draw(panel, ((0.2, 0.3), (0.4, 0.3)))

    assert erased < full
    assert int(canvas(panel).ink().sum()) > erased


@pytest.mark.parametrize(("key", "erases"), [(Qt.Key.Key_E, True), (Qt.Key.Key_P, False)])
def test_pen_and_eraser_have_keys(panel, qtbot, key, erases):
    canvas(panel).setFocus()
    qtbot.keyClick(canvas(panel), Qt.Key.Key_E)
    qtbot.keyClick(canvas(panel), key)

    assert canvas(panel).eraser() is erases


def test_ctrl_z_takes_a_stroke_back_says_what_comes_next_and_then_undoes_the_document(window, panel, session, qtbot):
    """It silently undid a whole training when the strokes had run out."""
    session.editing.edit_config("Set learning rate", lr=0.5)
    undone = []
    window.findChild(QAction, "undo").triggered.connect(lambda: undone.append(True))
    draw(panel, ONE)
    canvas(panel).setFocus()
    qtbot.keyClick(canvas(panel), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert canvas(panel).is_empty()
    assert undone == []
    qtbot.keyClick(canvas(panel), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == []
    assert note(panel).endswith("undoes: Set learning rate")
    qtbot.keyClick(canvas(panel), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(undone) == 1


def test_ctrl_z_elsewhere_leaves_the_drawing_alone(window, panel, qtbot):
    undone = []
    window.findChild(QAction, "undo").triggered.connect(lambda: undone.append(True))
    draw(panel, ONE)
    choice = combo(panel, "Label of this digit")
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert len(undone) == 1
    assert len(canvas(panel).strokes()) == 1


# ---- test digits, by keyboard


def test_the_arrows_leaf_through_the_test_digits(panel, session, qtbot):
    canvas(panel).setFocus()
    qtbot.keyClick(canvas(panel), Qt.Key.Key_Right)
    qtbot.keyClick(canvas(panel), Qt.Key.Key_Right)
    qtbot.keyClick(canvas(panel), Qt.Key.Key_Left)

    assert session.looking.example.origin == "test 1"
    np.testing.assert_allclose(session.looking.example.pixels, session.library.data.x_test[1] / 255, atol=1e-6)
    assert recognised(panel) == str(session.library.data.t_test[1])
    assert note(panel) == "Test digit 1 shows 2: read correctly."


def test_a_test_digit_is_loaded_by_its_number(panel, session, qtbot):
    number = panel.findChild(QSpinBox)
    number.setFocus()
    number.selectAll()
    qtbot.keyClicks(number, "4321")
    assert session.looking.example is None, "half a number must not be loaded"
    qtbot.keyClick(number, Qt.Key.Key_Return)

    assert session.looking.example.origin == "test 4321"
    assert session.looking.example.label == session.library.data.t_test[4321]
    assert combo(panel, "Label of this digit").currentText() == str(session.library.data.t_test[4321])
    assert not combo(panel, "Label of this digit").isEnabled()


def test_the_digit_before_the_first_is_the_last(panel, session, qtbot):
    qtbot.mouseClick(button(panel, "Previous test digit"), LEFT)

    assert session.looking.example.origin == "test 9999"


def test_next_mistake_goes_to_what_the_chosen_network_misreads(panel, session, qtbot):
    qtbot.mouseClick(button(panel, "Next mistake"), LEFT)
    qtbot.waitUntil(lambda: session.looking.example is not None)
    first = int(session.looking.example.origin.removeprefix("test "))

    assert session.looking.prediction.digit != session.looking.example.label
    assert "misread" in note(panel)
    read = session.library.shipped.predict(session.library.data.x_test[1:first] / np.float32(255)).argmax(axis=1)
    assert (read == session.library.data.t_test[1:first]).all(), "a mistake was passed over"

    canvas(panel).setFocus()
    qtbot.keyClick(canvas(panel), Qt.Key.Key_M)
    qtbot.waitUntil(lambda: session.looking.example.origin != f"test {first}")
    assert session.looking.prediction.digit != session.looking.example.label


def test_drawing_on_a_test_digit_makes_it_a_drawing(panel, session, qtbot):
    canvas(panel).setFocus()
    qtbot.keyClick(canvas(panel), Qt.Key.Key_Right)
    draw(panel, ((0.1, 0.1), (0.2, 0.1)))

    qtbot.waitUntil(lambda: session.looking.example.origin == "drawn")
    assert session.looking.example.label == session.library.data.t_test[1]
    assert combo(panel, "Label of this digit").isEnabled()


# ---- label and network


def test_a_drawn_digit_is_given_its_label_by_keyboard(panel, session, qtbot):
    draw(panel, SEVEN)
    qtbot.waitUntil(lambda: recognised(panel) == "7")
    label = combo(panel, "Label of this digit")
    assert label.currentText() == "unknown"
    label.setFocus()
    qtbot.keyClick(label, Qt.Key.Key_4)

    assert session.looking.example.label == 4
    assert note(panel) == "Your digit shows 4: misread as 7."
    for _ in range(3):
        qtbot.keyClick(label, Qt.Key.Key_Down)
    assert note(panel) == "Your digit shows 7: read correctly."


def test_a_label_stays_while_the_digit_grows_and_goes_with_it(panel, session, qtbot):
    draw(panel, SEVEN[:2])
    qtbot.waitUntil(lambda: session.looking.example is not None)
    label = combo(panel, "Label of this digit")
    label.setFocus()
    qtbot.keyClick(label, Qt.Key.Key_7)
    draw(panel, SEVEN[1:])
    qtbot.waitUntil(lambda: recognised(panel) == "7")
    assert session.looking.example.label == 7

    qtbot.mouseClick(button(panel, "Clear"), LEFT)
    qtbot.waitUntil(lambda: session.looking.example is None)
    assert label.currentText() == "7", "that of the test digit which stands in"
    assert not label.isEnabled()


def test_a_class_told_elsewhere_leaves_the_strokes_on_the_canvas(panel, session, qtbot):
    draw(panel, THREE)
    qtbot.waitUntil(lambda: recognised(panel) == "3")
    strokes = canvas(panel).ink()
    session.looking.tell_target(3)
    assert session.looking.example.label == 3
    np.testing.assert_array_equal(canvas(panel).ink(), strokes)


def test_the_bars_are_of_the_network_that_all_look_at(panel, session, qtbot):
    draw(panel, SEVEN)
    qtbot.waitUntil(lambda: recognised(panel) == "7")
    before = bars(panel).probabilities
    session.looking.choose("mine")
    assert bars(panel).probabilities != before


def test_looking_at_digits_edits_nothing(panel, session, qtbot):
    canvas(panel).setFocus()
    qtbot.keyClick(canvas(panel), Qt.Key.Key_Right)
    session.looking.choose("mine")
    draw(panel, ONE)
    QApplication.processEvents()

    assert not session.document.can_undo


def test_an_example_that_another_panel_chose_is_shown(panel, session):
    pixels = (session.library.data.x_test[5] / np.float32(255)).astype(np.float32)
    session.looking.show_example(Example(pixels, 1, "test 5"))

    assert canvas(panel).ink().any()
    assert recognised(panel) == "1"
    np.testing.assert_array_equal(panel.findChild(StagesView).stages[2].reshape(-1), session.library.data.x_test[5])


def test_an_example_that_was_there_before_the_panel_is_shown(qtbot, session):
    pixels = (session.library.data.x_test[2] / np.float32(255)).astype(np.float32)
    session.looking.choose("shipped")
    session.looking.show_example(Example(pixels, 1, "test 2"))
    late = InputPanel()
    qtbot.addWidget(late)
    list(late.attach(session))  # to its end, in one turn

    assert recognised(late) == "1"
    assert session.looking.example.origin == "test 2"
    assert canvas(late).ink().any()


def test_a_network_that_reads_no_digits_says_so(panel, session, qtbot):
    draw(panel, SEVEN)
    qtbot.waitUntil(lambda: recognised(panel) == "7")
    session.editing.choose_dataset("xor2d")
    qtbot.waitUntil(lambda: session.document.state.spec.input_shape == (2,))
    session.looking.choose("mine")

    assert recognised(panel) == ""
    assert "cannot read" in note(panel)

    qtbot.mouseClick(button(panel, "Next test digit"), LEFT)
    assert session.looking.example.pixels.shape == (784,), "MNIST's test digits stay at hand"


def test_a_clean_sheet_comes_with_the_pen(panel, session, qtbot):
    draw(panel, ONE)
    qtbot.waitUntil(button(panel, "Clear").isEnabled)
    qtbot.mouseClick(button(panel, "Eraser"), LEFT)
    qtbot.mouseClick(button(panel, "Clear"), LEFT)
    draw(panel, SEVEN)
    qtbot.waitUntil(lambda: recognised(panel) == "7")


def test_a_diverged_network_gives_no_answer_and_says_why(panel, session, qtbot):
    spec = session.document.state.spec
    broken = np.full(spec.parameters, np.nan, np.float32)
    session.live.show_weights(spec, broken, np.empty(0, np.float32))
    session.looking.choose("mine")
    draw(panel, SEVEN)

    qtbot.waitUntil(lambda: "NaN" in note(panel))
    assert recognised(panel) == ""
    assert "No answer" in [label.text() for label in panel.findChildren(QLabel)]


def test_the_row_of_sheet_and_bars_may_become_as_high_as_larger_text_needs(qtbot):
    row = SquareRow(DigitCanvas(), ProbabilityBars())
    qtbot.addWidget(row)
    row.resize(315, 190)
    row.show()
    font = QFont(row.font())
    font.setPointSizeF(3 * font.pointSizeF())
    row.setFont(font)
    QApplication.processEvents()
    assert row.maximumHeight() >= row.minimumSizeHint().height() > 190


# ---- pictures


def png_of(image: QImage) -> QByteArray:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "png")
    return buffer.data()


@pytest.mark.parametrize(("paper", "ink"), [("white", "black"), ("#203040", "#ffe0a0")])
def test_a_dropped_picture_is_recognised(panel, session, qtbot, tmp_path, paper, ink):
    picture_of("7", paper, ink).save(str(tmp_path / "seven.png"))

    assert drop_file(panel, tmp_path / "seven.png")
    assert note(panel) == "Reading seven.png …", "it was read while the window waited"
    qtbot.waitUntil(lambda: recognised(panel) == "7")
    assert session.looking.example.origin == "seven.png"
    assert all(stage is not None for stage in panel.findChild(StagesView).stages)
    QApplication.processEvents()
    assert session.looking.example.origin == "seven.png", "the picture was read again as a drawing"


def test_what_comes_after_a_picture_supersedes_it(panel, session, qtbot, tmp_path):
    picture_of("1").save(str(tmp_path / "one.png"))
    drop_file(panel, tmp_path / "one.png")
    qtbot.mouseClick(button(panel, "Next test digit"), LEFT)
    with qtbot.waitSignal(session.pictures.loaded):
        pass

    assert session.looking.example.origin == "test 1"


def test_a_picture_does_not_inherit_the_label_of_what_was_there_before(panel, session, qtbot, tmp_path):
    qtbot.mouseClick(button(panel, "Next test digit"), LEFT)
    picture_of("7").save(str(tmp_path / "seven.png"))
    drop_file(panel, tmp_path / "seven.png")

    qtbot.waitUntil(lambda: session.looking.example.origin == "seven.png")
    assert session.looking.example.label is None
    assert combo(panel, "Label of this digit").currentText() == "unknown"


def test_strokes_go_on_over_a_dropped_picture(panel, session, qtbot, tmp_path):
    picture_of("1").save(str(tmp_path / "one.png"))
    drop_file(panel, tmp_path / "one.png")
    qtbot.waitUntil(lambda: session.looking.example is not None)
    draw(panel, ((0.1, 0.5), (0.2, 0.5)))

    qtbot.waitUntil(lambda: session.looking.example.origin == "drawn")


@pytest.mark.qt_log_ignore("JPEG", "libpng", "QImageIOHandler")
@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("notes.txt", b"a 7 looks like this: 7", "notes.txt is not a picture"),
        ("broken.png", b"\x89PNG\r\n\x1a\n" + bytes(50), "broken.png is damaged"),
        ("<b>7</b>.png", b"", "<b>7</b>.png is not a picture"),
        ("huge.pgm", b"P5 30000 30000 255\n" + bytes(100), "30,000 × 30,000"),
    ],
)
def test_a_file_that_cannot_be_read_gets_a_message_and_changes_nothing(
    panel, session, qtbot, tmp_path, name, data, message
):
    draw(panel, SEVEN)
    qtbot.waitUntil(lambda: recognised(panel) == "7")
    example = session.looking.example
    path = tmp_path / name.replace("/", "∕")
    path.write_bytes(data)
    drop_file(panel, path)

    qtbot.waitUntil(lambda: message.replace("/", "∕") in note(panel))
    assert session.looking.example is example
    assert panel.findChild(QLabel, "drawNote").textFormat() == Qt.TextFormat.PlainText

    draw(panel, ((0.4, 0.5), (0.6, 0.5)))
    qtbot.waitUntil(lambda: message not in note(panel))


def test_a_picture_is_opened_from_a_file(panel, session, qtbot, tmp_path):
    picture_of("7").save(str(tmp_path / "seven.png"))
    qtbot.mouseClick(button(panel, "Open picture"), LEFT)
    dialog = panel.findChild(QFileDialog)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("seven.png")
    dialog.accept()

    qtbot.waitUntil(lambda: recognised(panel) == "7")
    assert session.looking.example.origin == "seven.png"


def test_a_picture_is_pasted(panel, qtbot):
    QGuiApplication.clipboard().setImage(picture_of("7"))
    canvas(panel).setFocus()
    qtbot.keyClick(canvas(panel), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: recognised(panel) == "7")


def test_a_picture_copied_in_another_program_is_still_encoded(panel, session, qtbot):
    mime = QMimeData()
    mime.setData("image/png", png_of(picture_of("7")))
    mime.setImageData(QImage())
    QGuiApplication.clipboard().setMimeData(mime)
    qtbot.mouseClick(button(panel, "Paste picture"), LEFT)

    qtbot.waitUntil(lambda: recognised(panel) == "7")
    assert session.looking.example.origin == "the pasted picture"


def test_pasting_text_says_what_is_missing(panel, qtbot):
    QGuiApplication.clipboard().setText("7")
    qtbot.mouseClick(button(panel, "Paste picture"), LEFT)

    assert "no picture on the clipboard" in note(panel)


def test_a_dragged_picture_from_another_program_is_taken(panel, qtbot):
    mime = QMimeData()
    mime.setImageData(picture_of("7"))

    assert drop(panel, mime)
    qtbot.waitUntil(lambda: recognised(panel) == "7")


def test_an_address_in_the_net_is_not_fetched(panel):
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/seven.png")])
    drop(panel, mime)

    assert "on this computer" in note(panel)


def test_dragged_text_is_not_taken(panel):
    mime = QMimeData()
    mime.setText("7")

    assert not drop(panel, mime)


# ---- the panel as a whole


def test_it_is_built_and_painted_without_numpy():
    program = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "app = QApplication(['-platform', 'offscreen'])\n"
        "from playground.panels.input.panel import InputPanel\n"
        "panel = InputPanel()\n"
        "panel.show()\n"
        "assert not panel.grab().isNull()\n"
        "print(sorted({'numpy', 'pyqtgraph', 'nn', 'playground.session.session'} & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=PROCESS_S, check=True
    )

    assert done.stdout.strip() == "[]"


def test_it_fits_into_a_small_dock(panel):
    assert panel.minimumSizeHint().width() <= 360
    assert panel.minimumSizeHint().height() <= 600


@pytest.mark.parametrize("size", [(360, 600), (420, 640), (700, 1000), (900, 620)])
def test_the_canvas_stays_square_and_nothing_overlaps(window, panel, size):
    window.resize(*size)
    QApplication.processEvents()
    paper = canvas(panel)
    others = [child for child in panel.findChildren(QWidget) if child.isVisible() and child is not paper]
    area = paper.rect().translated(paper.mapTo(panel, QPoint()))
    leaves = [child for child in others if not child.isAncestorOf(paper) and not child.isWindow()]

    assert paper.width() == paper.height() >= 200
    assert [
        type(child) for child in leaves if area.intersects(child.rect().translated(child.mapTo(panel, QPoint())))
    ] == []


def test_every_control_has_a_name_and_an_explanation(panel):
    controls = [
        child
        for child in panel.findChildren(QWidget)
        if child.focusPolicy() != Qt.FocusPolicy.NoFocus
        and child.window() is panel.window()  # not the lists that combo boxes open
        and not isinstance(child.parent(), QSpinBox)  # its field passes the question on
    ]

    assert len(controls) >= 12
    assert [type(child) for child in controls if not accessible_name(child)] == []
    assert [accessible_name(child) for child in controls if not child.toolTip()] == []


def test_tab_reaches_every_control(window, panel, qtbot):
    draw(panel, SEVEN)
    qtbot.waitUntil(lambda: recognised(panel) == "7")
    controls = {
        child
        for child in panel.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isEnabled() and child.isVisible()
    }
    canvas(panel).setFocus()
    reached = set()
    for _ in range(3 * len(controls)):
        reached.add(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)

    assert {accessible_name(child) for child in controls - reached} <= {""}  # a spin box hands its focus to its field


def test_the_keyboard_brings_back_what_was_cleared(panel, session, qtbot):
    canvas = panel.findChild(QWidget, "digitCanvas")
    stroke(canvas, THREE)
    drawn = canvas.strokes()
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.is_empty()
    qtbot.keyClick(canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert canvas.strokes() == drawn


def test_the_browser_goes_on_from_the_test_digit_that_another_panel_chose(panel, session):
    session.looking.show_row(17)
    assert panel.findChild(SampleBrowser).number == 17
    session.looking.show_row(4, "train")  # which has another number among the test digits
    assert panel.findChild(SampleBrowser).number == 17
