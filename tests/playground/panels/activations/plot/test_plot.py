"""A plot of functions tells what a person wants of it, and shows what it is told."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from playground.panels.activations.plot.items import LimitMark
from playground.panels.activations.plot.plot import FunctionCurve, FunctionPlotView
from playground.panels.activations.plot.style import function_color
from playground.window.theme import palette_of

X = np.linspace(-5, 5, 101)


@pytest.fixture
def plot(qtbot):
    view = FunctionPlotView()
    qtbot.addWidget(view)
    view.resize(420, 300)
    with qtbot.waitExposed(view):
        view.show()
    curves = [FunctionCurve("square", X, X * X, 2 * X), FunctionCurve("half", X, X / 2, np.full(101, 0.5))]
    view.show_curves(curves, (-5.0, 5.0))
    view.show_point(2.0, [(4.0, 4.0), (1.0, 0.5)])
    return view


def pixel(plot, x):
    view = plot.view
    return view.mapFromScene(view.box.mapViewToScene(QPointF(x, 1.0)))


def key(qtbot, plot, code, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(plot.view, code, modifier)


def collect(signal):
    heard = []
    signal.connect(lambda *values: heard.append(values[0] if len(values) == 1 else values))
    return heard


def test_curves_go_through_their_points(plot):
    np.testing.assert_array_equal(plot.view.lines[0].y, X * X)
    np.testing.assert_array_equal(plot.view.slopes[1].y, np.full(101, 0.5))
    assert plot.view.x_range == pytest.approx((-5, 5))


def test_derivatives_are_drawn_when_they_are_wanted(plot):
    assert all(line.isVisible() for line in plot.view.slopes)
    plot.show_curves(plot.curves, (-5.0, 5.0), derivatives=False)
    assert not any(line.isVisible() for line in plot.view.slopes)
    assert all(line.isVisible() for line in plot.view.lines)


def test_fewer_functions_leave_no_line_behind(plot):
    plot.show_curves(plot.curves[:1], (-5.0, 5.0))
    assert len(plot.view.lines) == len(plot.view.slopes) == 1
    plot.grab()


def test_heights_are_those_asked_for_or_hold_every_curve(plot):
    low, high = plot.view.box.viewRange()[1]
    assert low < -10
    assert high > 25
    plot.show_curves(plot.curves, (-5.0, 5.0), (-1.0, 2.0))
    assert plot.view.box.viewRange()[1] == pytest.approx([-1, 2])


def test_no_curve_hides_behind_the_legend(plot):
    falling = FunctionCurve(
        "falling all along, with a long name", X, -X, np.full(101, -1.0)
    )  # highest where the legend is
    plot.show_curves([falling], (-5.0, 5.0))
    plot.show_point(0.0, [(0.0, -1.0)])
    top = plot.view.mapFromScene(plot.view.box.mapViewToScene(QPointF(-5.0, 5.0))).y()
    assert top >= plot.legend.geometry().bottom()


def test_what_is_not_finite_is_left_out(plot):
    y = np.where(X > 0, np.inf, np.where(X < -4, np.nan, X))
    plot.show_curves([FunctionCurve("odd", X, y, y)], (-5.0, 5.0))
    plot.show_point(1.0, [(np.inf, np.nan)])
    plot.grab()
    assert np.isfinite(plot.view.lines[0].y).all()
    assert plot.view.point.tangent() is None


def test_the_tangent_touches_at_the_point(plot):
    tangent = plot.view.point.tangent()
    assert (tangent.p1().y() + tangent.p2().y()) / 2 == pytest.approx(4.0)
    assert (tangent.dy() / tangent.dx()) == pytest.approx(4.0)
    plot.show_point(2.0, [(4.0, 4.0), (1.0, 0.5)], focus=1)
    assert plot.view.point.tangent().dy() / plot.view.point.tangent().dx() == pytest.approx(0.5)


def test_figures_have_the_digits_of_the_precision(plot):
    plot.show_point(1.0, [(np.float32(0.7310586), np.float32(0.19661193)), (1.0, 0.5)])
    assert plot.fields.readout.text() == "f(x) = 0.7310586    f′(x) = 0.19661193"
    assert plot.legend.rows[0][1:] == ("0.7311", "0.1966")
    assert "square" in plot.view.accessibleDescription()


def test_arrow_keys_move_the_point_and_with_control_the_range(qtbot, plot):
    points, ranges = collect(plot.point_edited), collect(plot.range_edited)
    key(qtbot, plot, Qt.Key.Key_Right)
    key(qtbot, plot, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    key(qtbot, plot, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert points == [pytest.approx(2.05), pytest.approx(1.5)]
    assert ranges == [(pytest.approx(-4), pytest.approx(6))]


def test_keys_zoom_around_the_point_and_ask_for_the_usual_range(qtbot, plot):
    ranges, whole = collect(plot.range_edited), collect(plot.whole_requested)
    key(qtbot, plot, Qt.Key.Key_Plus)
    assert ranges == [(pytest.approx(2 - 7 * 0.8), pytest.approx(2 + 3 * 0.8))]
    key(qtbot, plot, Qt.Key.Key_Home)
    assert len(whole) == 1


def test_keys_go_through_the_functions(qtbot, plot):
    wanted = collect(plot.focus_edited)
    key(qtbot, plot, Qt.Key.Key_Down)
    key(qtbot, plot, Qt.Key.Key_Up)
    assert wanted == [1, 1]  # of two, either way is the other


def test_dragging_the_line_moves_the_point_and_nothing_else(qtbot, plot):
    points, ranges = collect(plot.point_edited), collect(plot.range_edited)
    viewport = plot.view.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=pixel(plot, 2.0))
    qtbot.mouseMove(viewport, pixel(plot, 3.0))
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=pixel(plot, 3.0))
    assert points[-1] == pytest.approx(3.0, abs=0.05)
    assert ranges == []


def test_dragging_elsewhere_moves_the_range_with_the_mouse(qtbot, plot):
    points, ranges = collect(plot.point_edited), collect(plot.range_edited)
    viewport = plot.view.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=pixel(plot, -2.0))
    qtbot.mouseMove(viewport, pixel(plot, -1.0))
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=pixel(plot, -1.0))
    assert ranges[-1] == (pytest.approx(-6, abs=0.05), pytest.approx(4, abs=0.05))
    assert points == []


def test_a_click_puts_the_point_there(qtbot, plot):
    points = collect(plot.point_edited)
    qtbot.mouseClick(plot.view.viewport(), Qt.MouseButton.LeftButton, pos=pixel(plot, -3.0))
    assert points == [pytest.approx(-3.0, abs=0.05)]


def test_a_point_stays_in_the_range(qtbot, plot):
    points = collect(plot.point_edited)
    plot.show_point(5.0, [(25.0, 10.0), (2.5, 0.5)])
    key(qtbot, plot, Qt.Key.Key_Right)
    assert points == [5.0]


def test_the_wheel_zooms_around_the_mouse(qtbot, plot):
    ranges = collect(plot.range_edited)
    at = QPointF(pixel(plot, 0.0))
    event = QWheelEvent(
        at,
        QPointF(plot.view.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(plot.view.viewport(), event)
    assert ranges == [(pytest.approx(-4, abs=0.05), pytest.approx(4, abs=0.05))]


def typed(qtbot, entry, text):
    entry.setFocus()
    entry.selectAll()
    qtbot.keyClicks(entry, text)
    qtbot.keyClick(entry, Qt.Key.Key_Return)


def test_ends_and_point_can_be_typed(qtbot, plot):
    points, ranges = collect(plot.point_edited), collect(plot.range_edited)
    typed(qtbot, plot.fields.low, "-17,5")
    typed(qtbot, plot.fields.x, "1.25")
    assert ranges == [(-17.5, 5.0)]
    assert points == [1.25]


def test_a_range_the_wrong_way_round_is_put_back_and_explained(qtbot, plot):
    ranges, refused = collect(plot.range_edited), collect(plot.refused)
    typed(qtbot, plot.fields.low, "7")
    assert ranges == []
    assert refused == ["The range must begin below its end: 7 is not below 5."]
    assert plot.fields.low.text() == "-5"


def test_a_click_in_the_legend_asks_for_a_function(qtbot, plot):
    wanted = collect(plot.focus_edited)
    row = plot.legend.height() // 3
    qtbot.mouseClick(plot.legend, Qt.MouseButton.LeftButton, pos=QPoint(10, int(2.5 * row)))
    assert wanted == [1]


def test_marks_in_sight_are_drawn(plot):
    without = plot.grab().toImage()
    plot.show_marks([LimitMark(-3.0, "float32")])
    assert plot.grab().toImage() != without
    plot.show_marks([LimitMark(-30.0, "float32")])
    assert plot.grab().toImage() == without


def test_a_dashed_line_has_gaps(plot, share_in_colour):
    plot.show_curves(plot.curves, (-5.0, 5.0), derivatives=False)
    solid, dashed = (function_color(index, plot.palette()).hsvHue() for index in range(2))
    assert share_in_colour(plot.view, -4.5, -1.5, range(solid - 5, solid + 6)) == 1
    assert 0.4 < share_in_colour(plot.view, -4.5, -1.5, range(dashed - 5, dashed + 6)) < 0.75


def test_colours_follow_the_theme(plot):
    before = plot.grab().toImage()
    plot.setPalette(palette_of("dark"))
    dark = plot.grab().toImage()
    assert dark != before
    assert plot.view.backgroundBrush().color() == plot.palette().base().color()


def test_the_keyboard_s_focus_is_seen(qtbot, plot):
    plot.fields.low.setFocus()
    corner = plot.view.mapTo(plot, QPoint(0, 40))
    without = plot.grab().toImage().pixelColor(corner)
    plot.view.setFocus()
    qtbot.waitUntil(plot.view.hasFocus)
    assert plot.grab().toImage().pixelColor(corner) == plot.palette().highlight().color() != without


def test_a_heading_takes_room_only_while_there_is_one(plot):
    assert not plot.title.isVisible()
    plot.show_title("sigmoid & step")
    assert plot.title.isVisible()
    plot.show_title("")
    assert not plot.title.isVisible()
