"""A watch entered after the training shows its past, and a click into it leads to that moment."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from playground.panels.variables.watches.table import PLOT
from playground.panels.variables.watches.watch_list import WatchList
from tests.playground.sessions import train


def test_a_click_into_the_plot_looks_at_that_moment(qtbot, plane_session):
    session = plane_session
    train(qtbot, session, epochs=20)
    watches = WatchList(session)
    qtbot.addWidget(watches)
    watches.resize(600, 300)
    watches.show()
    QApplication.processEvents()
    watches.watch("max(abs(W1))")
    qtbot.waitUntil(lambda: not session.past.watch_past.is_busy)
    watches.catch_up()
    table, last = watches.table, session.document.state.checkpoint.iteration
    cell = table.visualRect(table.model().index(0, PLOT))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(cell.center().x(), cell.center().y()))
    qtbot.waitUntil(lambda: not session.past.playhead.is_replaying)
    assert abs(session.looking.subject.moment.updates - last / 2) < last / 10
    QTest.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(table.model().index(0, 0)).center()
    )
    assert session.looking.is_past
