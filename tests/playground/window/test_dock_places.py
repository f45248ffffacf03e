from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QTabBar

from playground.session.document.saved import Layout, Split, Tabs
from playground.window.dock_places import AREAS, onto_screens
from playground.window.dock_tree import pruned, tree_of, with_beside
from playground.window.docks import Docks

A, B, C, D = (Tabs((name,)) for name in "abcd")
SCREENS = [QRect(0, 0, 1920, 1080), QRect(1920, 0, 1280, 720)]


def test_rectangles_become_columns_and_rows():
    columns = [(A, QRect(0, 0, 99, 300)), (B, QRect(104, 0, 99, 140)), (C, QRect(104, 145, 99, 155))]
    assert tree_of(columns) == Split(True, (A, Split(False, (B, C))))
    rows = [(D, QRect(0, 200, 300, 99)), (B, QRect(150, 0, 150, 195)), (A, QRect(0, 0, 146, 195))]
    assert tree_of(rows) == Split(False, (Split(True, (A, B)), D))
    wheel = [
        (A, QRect(0, 0, 200, 100)),
        (B, QRect(200, 0, 100, 200)),
        (C, QRect(100, 200, 200, 100)),
        (D, QRect(0, 100, 100, 200)),
    ]
    assert tree_of(wheel) == Split(True, (A, B, C, D)), "no dock is lost where no line divides them"


def test_unknown_panels_leave_no_trace():
    tree = Split(True, (Tabs(("x", "a")), Split(False, (B, Tabs(("y",))))))
    assert pruned(tree, {"a", "b"}) == Split(True, (A, B))
    assert pruned(tree, {"b"}) == B
    assert pruned(tree, set()) is None
    assert with_beside(Split(True, (A, B)), C) == Split(True, (A, B, C))
    assert with_beside(Split(False, (A, B)), C) == Split(True, (Split(False, (A, B)), C))


@pytest.mark.parametrize(
    ("frame", "wanted"),
    [
        (QRect(100, 100, 400, 300), QRect(100, 100, 400, 300)),
        (QRect(1850, 100, 400, 300), QRect(1850, 100, 400, 300)),  # over both
        (QRect(-300, 100, 400, 300), QRect(-300, 100, 400, 300)),  # its title can be taken hold of
        (QRect(-380, 100, 400, 300), QRect(0, 100, 400, 300)),
        (QRect(100, -200, 400, 300), QRect(100, 0, 400, 300)),
        (QRect(5000, 4000, 400, 300), QRect(1520, 780, 400, 300)),  # its screen is gone
        (QRect(2000, 100, 1900, 900), QRect(1920, 0, 1280, 720)),  # its screen was larger
    ],
)
def test_a_floating_panel_can_be_reached(frame, wanted):
    assert onto_screens(frame, SCREENS) == wanted


# ---- the real window


@pytest.fixture
def dock(window):
    return lambda name: window.findChild(QDockWidget, f"{name}Dock")


@pytest.fixture
def docks(window):
    """Give what tells and takes arrangements."""
    return window.findChild(Docks)


def rearrange(window, dock):
    """Put the docks where a person might: two areas, a split, tabs in another order, one loose and one closed."""
    window.resize(1500, 900)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock("draw"))
    window.splitDockWidget(dock("draw"), dock("curves"), Qt.Orientation.Vertical)
    window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock("variables"))
    dock("weights").setFloating(True)
    dock("weights").setGeometry(60, 70, 620, 410)
    dock("lessons").close()
    dock("training").raise_()
    for name in ("draw", "curves", "variables", "weights"):
        dock(name).show()


def arrangement(docks):
    return replace(docks.layout(), sizes={})


def at_rest(docks, qtbot):
    """Give the arrangement when it changes no more."""
    seen = [None]

    def stands_still():
        seen.append(docks.layout())
        return seen[-1] == seen[-2]

    qtbot.waitUntil(stands_still)
    return seen[-1]


def is_sized_like(docks, before):
    sizes = docks.layout().sizes
    return all(sizes[name] == pytest.approx(size, abs=2) for name, size in before.sizes.items())


def test_where_the_panels_stand_comes_back(window, dock, qtbot, docks):
    rearrange(window, dock)
    qtbot.waitUntil(lambda: "variables" in docks.layout().front)
    before = at_rest(docks, qtbot)
    assert before.areas.keys() == {"left", "right", "bottom"}
    assert before.areas["right"] == Split(False, (Tabs(("draw",)), Tabs(("curves",))))
    assert before.floating == {"weights": (60, 70, 620, 410)}
    assert "lessons" not in before.shown
    window.findChild(QAction, "actionResetLayout").trigger()
    qtbot.waitUntil(lambda: docks.layout().areas.keys() == {"left", "bottom"})
    docks.show_layout(before)
    qtbot.waitUntil(lambda: arrangement(docks) == replace(before, sizes={}))
    qtbot.waitUntil(lambda: is_sized_like(docks, before))
    assert dock("lessons").isHidden()
    assert dock("weights").panel.updatesEnabled()


def test_the_first_arrangement_is_told_and_comes_back(window, dock, qtbot, docks):
    window.resize(1500, 1100)
    qtbot.waitUntil(lambda: len(docks.layout().front) == 4)
    before = docks.layout()
    assert [area for area, place in AREAS.items() if area in before.areas] == ["left", "bottom"]
    dock("network").setFloating(True)
    window.splitDockWidget(dock("training"), dock("curves"), Qt.Orientation.Vertical)
    qtbot.waitUntil(lambda: arrangement(docks) != replace(before, sizes={}))
    docks.show_layout(before)
    qtbot.waitUntil(lambda: arrangement(docks) == replace(before, sizes={}))
    qtbot.waitUntil(lambda: is_sized_like(docks, before))


def test_the_order_of_tabs_comes_back(window, dock, qtbot, docks):
    bar = next(bar for bar in window.findChildren(QTabBar) if bar.count() > 2)
    bar.moveTab(0, 2)
    order = [bar.tabText(n) for n in range(bar.count())]
    before = docks.layout()
    window.findChild(QAction, "actionResetLayout").trigger()
    docks.show_layout(before)
    qtbot.waitUntil(lambda: arrangement(docks) == replace(before, sizes={}))
    assert order in [[bar.tabText(n) for n in range(bar.count())] for bar in window.findChildren(QTabBar)]


def test_what_stands_right_already_is_not_touched(window, dock, qtbot, monkeypatch, docks):
    qtbot.waitUntil(lambda: len(docks.layout().front) == 4)
    removed = []
    monkeypatch.setattr(type(window), "removeDockWidget", lambda _window, dock: removed.append(dock), raising=False)
    docks.show_layout(docks.layout())
    qtbot.wait(1)  # it is done in a turn of its own
    assert removed == []


def test_the_layout_of_other_panels_is_survived(window, dock, qtbot, docks):
    strange = Layout(
        ("draw", "nothing"),
        ("nothing",),
        {"nothing": (5, 5)},
        {"top": Split(True, (Tabs(("nothing",)), Tabs(("training", "draw")))), "right": Tabs(("nowhere",))},
        {"nobody": (0, 0, 9, 9), "network": (90_000, 90_000, 9000, 9000)},
    )
    docks.show_layout(strange)
    qtbot.waitUntil(dock("training").isHidden)
    assert not dock("draw").isHidden()
    assert dock("network").isFloating()
    assert docks.layout().areas == {"top": Tabs(("draw",))}
    window.findChild(QAction, "actionResetLayout").trigger()
    qtbot.waitUntil(lambda: len(docks.layout().front) == 4)
