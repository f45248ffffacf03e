from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDockWidget, QLabel, QMainWindow, QToolButton, QWidget

from playground.window.dock_title import DockTitle
from playground.window.theme import palette_of
from playground.window.tools.plain_tool_bar import PlainToolBar


@pytest.fixture
def dock(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    made = QDockWidget(window)
    made.setTitleBarWidget(DockTitle(made))
    made.setWidget(QWidget())
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, made)
    window.resize(400, 300)
    window.show()
    yield made
    window.close()


def press(dock, name):
    (button,) = (b for b in dock.findChildren(QToolButton) if b.accessibleName() == name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_shows_the_docks_name(dock):
    dock.setWindowTitle("Curves")
    assert [label.text() for label in dock.titleBarWidget().findChildren(QLabel)] == ["Curves"]


def test_a_long_name_does_not_widen_the_dock(dock):
    before = dock.minimumSizeHint().width()
    dock.setWindowTitle("A name that is much longer than the dock could ever be wide " * 5)
    assert dock.minimumSizeHint().width() == before


def test_floats_and_comes_back(dock):
    press(dock, "Float")
    assert dock.isFloating()
    press(dock, "Float")
    assert not dock.isFloating()


def test_closes(dock):
    press(dock, "Close")
    assert not dock.isVisible()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_bars_are_bounded_by_one_fine_line_in_the_colour_of_borders(dock, name):
    window = dock.parent()
    bar = PlainToolBar(window)
    window.addToolBar(bar)
    window.setPalette(palette_of(name))
    for widget in (bar, dock.titleBarWidget()):
        image = widget.grab().toImage()
        bottom = image.height() - 1
        assert image.pixelColor(2, bottom) == palette_of(name).mid().color()
        assert image.pixelColor(2, bottom - 1) == palette_of(name).window().color()
