"""Each dock has one title: its tab's or its bar's."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QMenu, QTabBar


@pytest.fixture
def dock(window):
    return lambda name: window.findChild(QDockWidget, f"{name}Dock")


@pytest.fixture
def bar_height(dock):
    return lambda name: dock(name).titleBarWidget().height()


@pytest.fixture
def tabs(window, qtbot):
    """Give the row of tabs with the network's."""

    def row():
        rows = window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return next(each for each in rows if "Network" in [each.tabText(i) for i in range(each.count())])

    return row


def tab_of(row, title):
    return next(i for i in range(row.count()) if row.tabText(i) == title)


def test_a_dock_among_tabs_has_no_bar_and_a_dock_alone_has_one(dock, bar_height, qtbot):
    qtbot.waitUntil(lambda: bar_height("curves") == 0)
    dock("runs").close()
    qtbot.waitUntil(lambda: bar_height("curves") > 10)


def test_the_bar_comes_back_when_the_dock_floats_and_goes_when_it_is_put_back(dock, bar_height, qtbot):
    qtbot.waitUntil(lambda: bar_height("network") == 0)
    dock("network").setFloating(True)
    qtbot.waitUntil(lambda: bar_height("network") > 10)
    dock("network").setFloating(False)
    qtbot.waitUntil(lambda: bar_height("network") == 0)


def test_the_last_of_several_gets_its_bar_back(dock, bar_height, qtbot):
    qtbot.waitUntil(lambda: bar_height("draw") == 0)
    for name in ("lessons", "variables"):
        dock(name).close()
    qtbot.waitUntil(lambda: bar_height("draw") > 10)


def test_a_double_click_on_a_tab_lets_its_panel_fill_the_window(window, dock, tabs, bar_height, qtbot):
    qtbot.waitUntil(lambda: bar_height("network") == 0)
    row = tabs()
    place = row.tabRect(tab_of(row, "Network")).center()
    QTest.mouseDClick(row, Qt.MouseButton.LeftButton, pos=place)
    others = [each for each in window.findChildren(QDockWidget) if each is not dock("network")]
    assert all(each.isHidden() for each in others)
    assert not dock("network").isHidden()


@pytest.mark.qt_log_ignore("This plugin does not support")  # pop-ups, of the offscreen one
@pytest.mark.parametrize(("place", "is_done"), [(1, QDockWidget.isFloating), (2, QDockWidget.isHidden)])
def test_the_menu_of_the_keyboard_floats_or_closes_the_dock_in_front(
    window, dock, tabs, bar_height, qtbot, place, is_done
):
    qtbot.waitUntil(lambda: bar_height("network") == 0)
    row = tabs()
    middle = row.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, row.mapToGlobal(middle))
    QApplication.sendEvent(row, event)
    menu = next(each for each in window.findChildren(QMenu) if each.isVisible() and len(each.actions()) == 3)
    menu.actions()[place].trigger()
    menu.close()
    assert is_done(dock("network"))


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_dock_behind_another_tab_floats_in_sight_and_leaves_the_others_as_they_were(
    window, dock, tabs, bar_height, qtbot
):
    qtbot.waitUntil(lambda: bar_height("network") == 0)
    row = tabs()
    middle = row.tabRect(tab_of(row, "Weights")).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, middle, row.mapToGlobal(middle))
    QApplication.sendEvent(row, event)
    menu = next(each for each in window.findChildren(QMenu) if each.isVisible() and len(each.actions()) == 3)
    menu.actions()[1].trigger()
    menu.close()
    assert dock("weights").panel.isVisible()
    assert window.geometry().intersects(dock("weights").geometry())
    assert dock("weights").width() > 300
    assert dock("network").is_in_front


def test_beside_the_tabs_the_menu_offers_nothing(window, tabs, bar_height, qtbot):
    qtbot.waitUntil(lambda: bar_height("network") == 0)
    row = tabs()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(-5, -5), row.mapToGlobal(QPoint(-5, -5)))
    QApplication.sendEvent(row, event)
    assert not any(menu.isVisible() for menu in window.findChildren(QMenu))
