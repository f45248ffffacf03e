"""The ring around what has the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton, QWidget

from playground.widgets.layouts import in_column
from playground.window.focus_ring import FocusRing


def made(qtbot):
    window, middle = QMainWindow(), QWidget()
    one, other = QPushButton("one"), QPushButton("other")
    in_column(one, other, of=middle, margins=(20, 20, 20, 20))
    window.setCentralWidget(middle)
    qtbot.addWidget(window)
    ring = FocusRing(window)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton)  # a test before may have left it pressed
    one.setFocus()
    return window, ring, one, other


def test_the_ring_follows_the_keyboard(qtbot):
    window, ring, _one, other = made(qtbot)
    QTest.keyClick(window, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is other
    assert ring.widget() is other
    assert ring.isVisible()
    assert ring.geometry().contains(other.mapTo(ring.parentWidget(), other.rect().center()))


def test_the_mouse_brings_no_ring(qtbot):
    _window, ring, one, other = made(qtbot)
    QTest.mousePress(other, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is other
    assert not ring.isVisible()
    QTest.mouseRelease(other, Qt.MouseButton.LeftButton)
    QTest.keyClick(other, Qt.Key.Key_Backtab)
    assert ring.widget() is one


def test_the_focus_that_goes_on_by_itself_brings_no_ring_and_keeps_one(qtbot):
    _window, ring, one, other = made(qtbot)
    QTest.mouseClick(one, Qt.MouseButton.LeftButton)
    for is_ringed in (False, True):
        assert (ring.widget() is not None) == is_ringed
        one.setEnabled(False)  # as a button that was pressed often is
        assert QApplication.focusWidget() is other
        assert ring.widget() is (other if is_ringed else None)
        one.setEnabled(True)
        QTest.keyClick(other, Qt.Key.Key_Backtab)


def test_it_is_drawn_in_ink_at_the_edge(qtbot):
    window, ring, _one, _other = made(qtbot)
    QTest.keyClick(window, Qt.Key.Key_Tab)
    picture, ink = ring.grab().toImage(), window.palette().windowText().color()
    edge = [picture.pixelColor(x, 1) for x in range(8, picture.width() - 8)]
    assert all(abs(color.lightness() - ink.lightness()) < 60 for color in edge)


def test_where_nobody_chose_the_ring_goes_along_only_if_it_was_there(qtbot):
    _window, ring, one, other = made(qtbot)
    QTest.mouseClick(one, Qt.MouseButton.LeftButton)
    one.hide()
    assert QApplication.focusWidget() is other
    assert not ring.isVisible(), "the mouse was used"
    one.show()
    QTest.keyClick(other, Qt.Key.Key_Tab)
    assert ring.widget() is one
    one.hide()
    assert QApplication.focusWidget() is other
    assert ring.widget() is other
