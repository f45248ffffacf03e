"""A person's own pictures: drawn in their size and paper, named by their classes, leafed through."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QToolButton

from playground.panels.input.drawing.canvas import DigitCanvas
from playground.panels.input.drawing.drawing import DrawingInput
from playground.panels.input.rows.row_browser import RowBrowser
from playground.panels.input.rows.sample_browser import SampleBrowser
from playground.startup.tour import THREE, stroke
from playground.widgets.plot.probability_bars import ProbabilityBars
from tests.playground.dragging import drag_in, file_mime, let_fall

SIDE = 20


def boxes_and_bars(dark=False):
    """Return pictures of two classes, anywhere on the sheet: hollow boxes, and lying bars."""
    rng, x = np.random.default_rng(1), np.zeros((60, SIDE, SIDE), np.uint8)
    t = np.arange(60) % 2
    for picture, label in zip(x, t, strict=True):
        top, left = rng.integers(1, 9, 2)
        picture[top : top + (3 if label else 10), left : left + 10] = 255
        if not label:
            picture[top + 3 : top + 7, left + 3 : left + 7] = 0
    return (255 - x if dark else x), t


@pytest.fixture
def use(qtbot, session, tmp_path):
    def use_pictures(**how):
        x, t = boxes_and_bars(**how)
        np.savez(tmp_path / "own.npz", x=x, t=t)
        with qtbot.waitSignal(session.document.dataset_changed):
            session.editing.choose_dataset("file", path=str(tmp_path / "own.npz"))

    return use_pictures


@pytest.fixture
def own(panel, use):
    use()
    return panel


def bars(panel) -> ProbabilityBars:
    return panel.findChild(DrawingInput).findChild(ProbabilityBars)


def text(panel, name) -> str:
    return panel.findChild(DrawingInput).findChild(QLabel, name).text()


def label_of(panel) -> QComboBox:
    return next(each.buddy() for each in panel.findChildren(QLabel) if each.text() == "Label of this picture")


def test_the_sheet_takes_their_classes_and_a_drawing_their_size(own, session, qtbot):
    assert bars(own).labels == ("0", "1")
    np.testing.assert_allclose(bars(own).probabilities, session.looking.observation.output[0], rtol=1e-6)
    assert "Stand-in until then: Test\xa0picture\xa00" in own.findChild(DigitCanvas).hint()
    assert "Draw one of these: 0, 1" in text(own, "drawNote")
    stroke(own.findChild(DigitCanvas), THREE)
    qtbot.waitUntil(lambda: len(bars(own).probabilities) == 2)
    sample = session.looking.sample
    assert sample.origin == "drawn"
    assert sample.x.shape == (1, SIDE * SIDE)
    assert text(own, "recognisedDigit") in ("0", "1")
    np.testing.assert_allclose(bars(own).probabilities, session.looking.observation.output[0], rtol=1e-6)


@pytest.mark.parametrize("dark", [True, False])
def test_a_drawing_is_on_the_paper_of_the_data(panel, use, session, qtbot, dark):
    use(dark=dark)
    stroke(panel.findChild(DigitCanvas), THREE)
    qtbot.waitUntil(lambda: session.looking.sample.origin == "drawn")
    assert session.looking.sample.x[0, 0] == (1 if dark else 0)
    assert session.looking.sample.x.max() > 0.9
    session.looking.show_row(0, "train")
    ink = panel.findChild(DigitCanvas).ink()
    assert ink[0, 0] == 0
    assert ink.max() == 255


def test_their_rows_are_leafed_through_and_their_labels_are_the_right_answers(own, session, qtbot):
    canvas = own.findChild(DigitCanvas)
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert session.looking.sample.origin == "test 1"
    label = int(session.library.data.t_test[1])
    assert text(own, "drawNote").startswith(f"Test picture 1 shows {label}: ")
    assert label_of(own).currentText() == str(label)
    assert not label_of(own).isEnabled()
    assert not own.findChild(SampleBrowser).isVisible()
    session.weights.set("All boxes", {"b3": np.array([99.0, -99.0])})
    QTest.keyClick(canvas, Qt.Key.Key_M)
    labels = session.library.data.t_test
    wrong = next(row for row in (*range(2, len(labels)), 0, 1) if labels[row] == 1)
    qtbot.waitUntil(lambda: session.looking.sample.origin == f"test {wrong}")
    assert text(own, "drawNote") == f"Test picture {wrong} shows 1: misread as 0."


def test_a_drawing_is_given_one_of_their_labels_and_keeps_it(own, session, qtbot):
    canvas = own.findChild(DigitCanvas)
    stroke(canvas, THREE)
    qtbot.waitUntil(lambda: session.looking.sample.origin == "drawn")
    choice = label_of(own)
    assert [choice.itemText(place) for place in range(choice.count())] == ["unknown", "0", "1"]
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_1)
    assert session.looking.sample.t.tolist() == [1]
    assert session.looking.observation.loss is not None
    stroke(canvas, ((0.1, 0.1), (0.2, 0.1)))
    QApplication.processEvents()
    assert session.looking.sample.t.tolist() == [1]
    QTest.mouseClick(next(b for b in own.findChildren(QToolButton) if b.text() == "Clear"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: session.looking.sample.origin == "test 0")
    np.testing.assert_allclose(bars(own).probabilities, session.looking.observation.output[0], rtol=1e-6)
    assert canvas.is_empty()


def test_a_dropped_picture_is_taken_whole_as_theirs_were(own, session, qtbot, tmp_path):
    picture = QImage(100, 100, QImage.Format.Format_RGB32)
    picture.fill(QColor("black"))
    for x in range(50):
        for y in range(25):
            picture.setPixelColor(x, y, QColor("white"))
    picture.save(str(tmp_path / "corner.png"))
    sheet = own.findChild(DrawingInput)
    assert drag_in(sheet, file_mime(tmp_path / "corner.png"))
    let_fall(sheet, file_mime(tmp_path / "corner.png"))
    qtbot.waitUntil(lambda: session.looking.sample.origin == "corner.png")
    seen = session.looking.sample.x[0].reshape(SIDE, SIDE)
    assert seen[2, 2] > 0.95
    assert seen[10, 10] < 0.05
    assert seen[2, 15] < 0.05


def test_undo_brings_the_digits_back(own, session, qtbot):
    session.document.undo()
    qtbot.waitUntil(lambda: len(bars(own).labels) == 10)
    assert own.findChild(SampleBrowser).isVisible()
    assert not own.findChild(RowBrowser).isVisible()
    stroke(own.findChild(DigitCanvas), THREE)
    qtbot.waitUntil(lambda: session.looking.example is not None)
    assert session.looking.example.pixels.shape == (784,)
