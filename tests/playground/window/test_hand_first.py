"""The hand comes before all views, and a window at rest does nothing: counted in events, not in milliseconds."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QSpinBox, QWidget

from playground.widgets.plot.probability_bars import ProbabilityBars
from playground.widgets.refreshing import Refreshing


class Ear(QObject):
    """Hears every event of the application while it is asked to."""

    def __init__(self, hear) -> None:
        super().__init__()
        self._hear = hear

    def __enter__(self) -> Ear:
        QApplication.instance().installEventFilter(self)
        return self

    def __exit__(self, *_error: object) -> None:
        QApplication.instance().removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self._hear(watched, event.type())
        return False


@pytest.fixture
def resting(window, qtbot):
    """Give the real window when it has come to rest."""
    qtbot.waitUntil(lambda: window.frame_clock.is_at_rest)
    QApplication.processEvents()
    return window


_ASKED = (QEvent.Type.Paint, QEvent.Type.UpdateRequest, QEvent.Type.LayoutRequest)


def asked_for(qtbot, milliseconds):
    """Count what is asked for in some time."""
    heard = Counter()
    with Ear(lambda _watched, kind: heard.update([kind] if kind in _ASKED else [])):
        qtbot.wait(milliseconds)
    return heard


def come_to_rest(window, qtbot):
    """Wait until the clock stands still and what it led to is painted, which takes its time on a busy machine."""
    qtbot.waitUntil(lambda: window.frame_clock.is_at_rest and not asked_for(qtbot, 50))


def move_pen(window, place, kind=QEvent.Type.MouseMove):
    canvas = window.findChild(QWidget, "digitCanvas")
    point = QPointF(place, place)
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
    held, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.postEvent(canvas, QMouseEvent(kind, point, canvas.mapToGlobal(point), button, held, none))


def dock_of(widget):
    while widget is not None and not isinstance(widget, QDockWidget):
        widget = widget.parentWidget()
    return "" if widget is None else widget.objectName()


def waiting(window):
    views = (part for part in window.findChildren(QObject) if isinstance(part, Refreshing))
    return {type(view).__name__ for view in views if view.is_out_of_date and view.shown_in().isVisible()}


def test_before_the_bars_no_other_view_is_refreshed_or_painted(resting, qtbot):
    bars = next(b for b in resting.findChild(QWidget, "drawDock").findChildren(ProbabilityBars) if b.isVisible())
    painted, still_waiting = [], []

    def hear(watched, kind):
        if kind == QEvent.Type.Paint and not still_waiting and isinstance(watched, QWidget):
            if watched is bars and bars.probabilities:
                still_waiting.append(waiting(resting))
            else:
                painted.append(dock_of(watched))

    move_pen(resting, 40, QEvent.Type.MouseButtonPress)
    with Ear(hear):
        for place in range(45, 90, 5):
            move_pen(resting, place)
        qtbot.waitUntil(lambda: bool(still_waiting))
    assert {"NetworkView", "StagesView"} <= still_waiting[0]
    assert set(painted) <= {"", "drawDock"}  # the window's own ground lies below the canvas


def test_afterwards_all_is_right_and_nothing_is_asked_for_any_more(resting, qtbot):
    move_pen(resting, 40, QEvent.Type.MouseButtonPress)
    for place in range(45, 90, 5):
        move_pen(resting, place)
    bars = next(b for b in resting.findChild(QWidget, "drawDock").findChildren(ProbabilityBars) if b.isVisible())
    qtbot.waitUntil(lambda: bool(bars.probabilities))
    come_to_rest(resting, qtbot)
    assert asked_for(qtbot, 500) == Counter()
    assert "NetworkView" not in waiting(resting)
    assert resting.frame_clock.is_at_rest


def layouts(window, qtbot, done):
    """Count how often the window is laid out until something is so."""
    heard = Counter()
    layout = QEvent.Type.LayoutRequest
    with Ear(lambda watched, kind: heard.update(["layout"] if watched is window and kind == layout else [])):
        qtbot.waitUntil(done)
    return heard["layout"]


def test_reports_of_training_do_not_lay_the_window_out(resting, qtbot):
    run = resting.session.run
    reports = []
    run.progressed.connect(reports.append)
    resting.session.control.train()
    qtbot.waitUntil(lambda: len(reports) > 5)  # the start of a run enables and disables
    before = len(reports)
    assert layouts(resting, qtbot, lambda: len(reports) > before + 25) <= 2
    resting.session.control.stop()
    qtbot.waitUntil(lambda: not run.is_running)


def test_a_step_of_the_debugger_hardly_lays_the_window_out(resting, qtbot):
    debugger = resting.session.debugger
    resting.session.panel_requested.emit("debugger")
    debugger.open("sample")
    debugger.step_into()
    come_to_rest(resting, qtbot)

    for _ in range(4):
        debugger.step_into()
        assert layouts(resting, qtbot, lambda: resting.frame_clock.is_at_rest) <= 2


def test_a_step_of_the_debugger_paints_no_field_whose_number_stays(resting, qtbot):
    """Qt paints a field anew whenever it is given a number, also the same one."""
    debugger = resting.session.debugger
    resting.session.looking.choose("mine")  # its first layer has neurons, and no filters
    resting.session.panel_requested.emit("debugger")
    debugger.open("sample")
    debugger.step_into()
    come_to_rest(resting, qtbot)
    heard = Counter()
    field = resting.findChild(QWidget, "eventGraph").findChildren(QSpinBox)[1]
    assert field.isVisible()
    paint = QEvent.Type.Paint
    with Ear(lambda watched, kind: heard.update(["field"] if watched is field and kind == paint else [])):
        for _ in range(6):
            debugger.step_into()
            qtbot.waitUntil(lambda: resting.frame_clock.is_at_rest)
    assert heard["field"] <= 2  # where a layer has more neurons, or fewer
