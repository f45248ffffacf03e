"""Tab and Shift+Tab through the whole window, in every arrangement: no trap, nothing out of sight, all named."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QTabBar, QWidget

from playground.widgets.refreshing import bring_up_to_date
from playground.window.docks import Docks

ENOUGH = 400  # stops: a walk that has not come round by then is in a trap


def name_of(widget):
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def is_in_sight(widget):
    return any(not each.visibleRegion().isEmpty() for each in (widget, *widget.findChildren(QWidget)))


def described(widget):
    above, names = widget, []
    while above is not None:
        names.append(above.objectName() or type(above).__name__)
        above = above.parentWidget()
    return " in ".join(names[:4])


def walk(window, key):
    """Press a key until the focus is where it began; give the stops, and what is wrong with some, when they have it."""
    start = QApplication.focusWidget()
    stops, faults = [start], []
    for _ in range(ENOUGH):
        QTest.keyClick(stops[-1], key)
        QApplication.processEvents()
        now = QApplication.focusWidget()
        if now is start:
            return stops, faults
        assert now not in stops, f"trap: {described(now)} again behind {described(stops[-1])}, before the start"
        stops.append(now)
        if not is_in_sight(now):
            faults.append(f"out of sight: {described(now)}")
        if not name_of(now) and not isinstance(now, QTabBar):
            faults.append(f"nameless: {described(now)}")
    pytest.fail(f"no way round from {described(start)}: {described(stops[-1])}")


@pytest.mark.parametrize("steps", [False, True], ids=["at rest", "stepping"])
@pytest.mark.parametrize("arrangement", ["Draw", "Points", "Step", "Compare", "Present"])
def test_the_keys_lead_through_all_that_is_seen_and_back(window, qtbot, arrangement, steps):
    window.findChild(QAction, f"actionArrangement{arrangement}").trigger()
    if steps:
        window.session.debugger.open("sample")
        window.session.panel_requested.emit("debugger")
    seen = [None]
    qtbot.waitUntil(lambda: (seen.append(window.findChild(Docks).layout()), seen[-1] == seen[-2])[1])
    qtbot.waitActive(window)
    front = next(dock for dock in window.findChildren(QDockWidget) if not dock.visibleRegion().isEmpty())
    front.panel.focusNextPrevChild(True)
    for _ in range(3):  # what is refreshed may show and hide parts, which ask for a refresh
        bring_up_to_date(window)
        QApplication.processEvents()
    forwards, faults = walk(window, Qt.Key.Key_Tab)
    assert not faults, "\n".join(faults)
    backwards, faults = walk(window, Qt.Key.Key_Backtab)
    assert not faults, "\n".join(faults)
    assert set(map(described, backwards)) == set(map(described, forwards))
