"""The playhead on the loss curve, by mouse and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from playground.panels.curves.panel import CurvesPanel
from playground.panels.curves.readout import CurveReadout
from tests.playground.alive import alive
from tests.playground.sessions import train


@pytest.fixture
def session(qtbot, plane_session):
    """Give a session with points in a plane: it trains at once and fast."""
    return plane_session


@pytest.fixture
def panel(qtbot, session):
    return alive(qtbot, session, CurvesPanel(), 700, 600)


def rest(qtbot, session):
    qtbot.waitUntil(lambda: not session.past.playhead.is_replaying)


def place_of(view, iteration) -> QPoint:
    return QPoint(view.position_of(iteration), view.area(view.loss).center().y())


def drag(view, start, end) -> None:
    port = view.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=place_of(view, start))
    for step in range(1, 5):
        QTest.mouseMove(port, place_of(view, start + (end - start) * step / 4))
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=place_of(view, end))


def test_nothing_of_it_is_there_before_there_is_a_past(session, panel, qtbot):
    assert panel.findChild(QWidget, "playheadMoment") is None
    train(qtbot, session, epochs=40)
    panel.plot.catch_up()
    assert panel.findChild(QWidget, "playheadMoment").text() == f"now: iteration {session.run.iteration:,}"
    assert panel.plot.view.loss.playhead.at == session.run.iteration


def test_dragging_it_moves_the_moment_that_all_look_at(session, panel, qtbot):
    train(qtbot, session, epochs=40)
    panel.plot.catch_up()
    view, last, before = panel.plot.view, session.run.iteration, panel.plot.view.iteration_range
    drag(view, last, last // 3)
    rest(qtbot, session)
    found = session.looking.subject.moment.updates
    assert abs(found - last // 3) <= last / 100
    assert view.loss.playhead.at == found
    assert view.loss.playhead.is_past
    assert view.iteration_range == before
    assert panel.findChild(QWidget, "playheadMoment").text() == f"iteration {found:,} of {last:,}"
    assert f"Iteration {found:,}<" in panel.plot.findChild(CurveReadout).text(), "the figures have come along"
    drag(view, found, last + 5)
    assert session.looking.subject.is_yours_now
    assert not view.loss.playhead.is_past


def test_a_press_beside_it_is_the_plots_own(session, panel, qtbot):
    train(qtbot, session, epochs=40)
    panel.plot.catch_up()
    view, last = panel.plot.view, session.run.iteration
    drag(view, last // 2, last // 4)
    assert session.past.playhead.position is None


def test_keys_move_it(session, panel, qtbot):
    train(qtbot, session, epochs=40)
    panel.plot.catch_up()
    view, last, shift = panel.plot.view, session.run.iteration, Qt.KeyboardModifier.ShiftModifier
    far = shift | Qt.KeyboardModifier.ControlModifier
    for key, modifiers, wanted in (
        (Qt.Key.Key_Left, shift, last - 1),
        (Qt.Key.Key_Left, far, last - 1 - max(1, round(last / 100))),
        (Qt.Key.Key_Right, shift, last - max(1, round(last / 100))),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier, last),
    ):
        QTest.keyClick(view, key, modifiers)
        rest(qtbot, session)
        assert session.past.playhead.shown == wanted
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert session.past.playhead.is_playing
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert not session.past.playhead.is_playing


def test_commands_of_the_bar(session, panel, qtbot):
    train(qtbot, session, epochs=40)
    session.past.playhead.go(10)
    rest(qtbot, session)
    bar = panel.findChild(QWidget, "playheadMoment").parentWidget()
    faster = panel.findChild(QWidget, "playheadSpeed").text()
    bar.actions_of_time[1].trigger()
    assert panel.findChild(QWidget, "playheadSpeed").text() != faster
    bar.actions_of_time[3].trigger()
    assert session.looking.subject.is_yours_now
    assert not bar.actions_of_time[3].isEnabled()
