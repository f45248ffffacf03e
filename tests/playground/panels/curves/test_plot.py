"""The plot of losses and accuracies, driven as a person would: with data, mouse, keys, theme."""

from __future__ import annotations

import gc
import weakref

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPalette, QPicture, QWheelEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from playground.panels.curves.data import MOST_SMOOTH_POINTS, MOST_VERTICES, CurveData
from playground.panels.curves.plot import CurvePlot
from playground.panels.curves.readout import CurveReadout

MILLION = 1_000_000


def noisy(count):
    falling = 2 * np.exp(-np.arange(count) / (0.2 * count)) + 0.1
    return (falling * np.exp(np.random.default_rng(1).normal(0, 0.3, count))).astype(np.float32)


@pytest.fixture
def plot(qtbot):
    plot = CurvePlot()
    qtbot.addWidget(plot)
    plot.resize(560, 600)
    plot.show()
    QApplication.processEvents()
    return plot


def drawn(plot):
    plot.refresh()
    QApplication.processEvents()
    return plot.view.loss.lines


def center(plot):
    return plot.view.area(plot.view.loss).center()


def turn_wheel(plot, at, notches):
    viewport = plot.view.viewport()
    event = QWheelEvent(
        QPointF(at),
        QPointF(viewport.mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)
    QApplication.processEvents()


def point_at(plot, at):
    QTest.mouseMove(plot.view.viewport(), at)
    QApplication.processEvents()


def paint_areas(plot):
    """Give a list that grows with what is painted."""
    painted, original = [], plot.view.paintEvent
    plot.view.paintEvent = lambda event: (painted.append(event.region().boundingRect()), original(event))
    return painted


def visible_texts(plot):
    return [label.text() for label in plot.findChildren(QLabel) if label.isVisible()]


def color_count(image: QImage, color: QColor):
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint32)
    return int(np.count_nonzero(pixels == color.rgb()))


# ---- numbers


def test_a_million_losses_are_drawn_with_few_vertices_that_keep_the_extremes():
    losses = noisy(MILLION)
    losses[777_777], losses[333_333] = 0.001, 99
    data = CurveData()
    for chunk in np.array_split(losses, 3000):
        data.append(data.next_iteration, chunk)
    x, y = data.loss_line(0, MILLION, 4000)
    assert len(x) == len(y) <= MOST_VERTICES == 4096
    assert (y.min(), y.max()) == (losses.min(), losses.max())
    smooth, _ = data.smooth_line(0, MILLION)
    assert len(smooth) <= MOST_SMOOTH_POINTS <= 512


def test_every_pixel_has_its_own_vertices_so_that_no_gaps_show():
    data = CurveData()
    data.append(1, noisy(MILLION))
    for width in (200, 470, 900):
        x, _ = data.loss_line(0, MILLION, width)
        assert np.diff(np.unique(x)).max() <= MILLION / width


def test_zooming_in_shows_each_loss_at_its_iteration():
    losses = noisy(MILLION)
    data = CurveData()
    data.append(1, losses)
    x, y = data.loss_line(500_000, 500_300, 470)
    inside = (x >= 500_000) & (x <= 500_300)
    np.testing.assert_array_equal(x[inside], np.arange(500_000, 500_301))
    np.testing.assert_array_equal(y[inside], losses[499_999:500_300])


def test_the_smoothed_line_is_the_mean_of_what_it_smooths():
    data = CurveData()
    data.append(1, np.tile([1.0, 3.0], 5000))
    x, y = data.smooth_line(0, 10_000)
    np.testing.assert_allclose(y, 2.0, rtol=1e-6)
    assert (x[0], x[-1]) == (pytest.approx(1, abs=64), 10_000)  # where its buckets end


@pytest.mark.parametrize("logarithmic", [False, True])
@pytest.mark.parametrize("count", [100, 10_000])
def test_the_smoothed_line_does_not_rise_before_the_losses_do(count, logarithmic):
    losses = np.full(count, 0.5)
    losses[count // 2 :] = 1e6
    data = CurveData()
    data.append(1, losses)
    x, y = data.smooth_line(0, count, logarithmic=logarithmic)
    np.testing.assert_allclose(y[x <= count // 2], 0.5)
    assert y[-1] == pytest.approx(1e6)
    assert (y[x > count // 2] > 0.5).all()


def test_on_a_logarithmic_axis_the_mean_is_that_of_the_logarithms():
    data = CurveData()
    data.append(1, np.tile([0.01, 100.0], 100))
    _, y = data.smooth_line(0, 200, logarithmic=True)
    assert 0.3 < y[-1] < 3
    _, y = data.smooth_line(0, 200)
    assert 40 < y[-1] < 60


def test_the_smoothed_line_is_broken_where_something_was_changed():
    data = CurveData()
    data.append(1, np.repeat([2.0, 1.0], 50))
    data.changes = [51]
    x, y = data.smooth_line(0, 100)
    np.testing.assert_allclose(y[x <= 50], 2)
    assert np.isnan(y[50])
    np.testing.assert_allclose(y[51:], 1)
    data.changes = []
    assert not np.isnan(data.smooth_line(0, 100)[1]).any()


def test_a_loss_that_is_no_number_leaves_a_gap_and_is_remembered():
    data = CurveData()
    data.append(1, np.array([1, 2, np.nan, np.nan, 3, np.inf, 4]))
    data.append(10, np.array([5.0]))
    x, y = data.loss_line(0, 20, 100)
    np.testing.assert_array_equal(x, np.arange(1, 11))
    np.testing.assert_array_equal(y, [1, 2, np.nan, np.nan, 3, np.nan, 4, np.nan, np.nan, 5])
    assert data.gaps == [3, 6]
    assert not np.isfinite(data.smooth_line(0, 20)[1][[2, 3, 5]]).any()


def test_losses_known_already_are_refused_with_a_way_out():
    data = CurveData()
    data.append(1, noisy(10))
    with pytest.raises(ValueError, match=r"up to iteration 10, got new ones from iteration 5 on; clear"):
        data.append(5, noisy(3))


def test_a_reading_gives_the_nearest_iteration_and_the_nearest_evaluation():
    losses = noisy(1000)
    data = CurveData()
    data.append(101, losses)
    data.add_evaluations([(400, 90, 80, np.nan)])
    data.add_evaluations([(800, 95, 85, np.nan)])
    reading = data.reading(601.4)
    assert (reading.iteration, reading.loss_low, reading.loss_high) == (601, losses[500], losses[500])
    assert (reading.evaluated, reading.accuracies) == (800, (95, 85))
    assert data.reading(-50).iteration == 101
    assert data.reading(1e9).iteration == 1100
    assert CurveData().reading(5) is None


def test_accuracies_stay_few_however_often_they_are_measured():
    data = CurveData()
    for iteration in range(1, 5001):
        data.add_evaluations([(iteration, 50, iteration / 100, np.nan)])
    x, y = data.measured_line(1, 0, 5000)
    assert len(x) == len(y) <= 400
    assert data.measured_line(1, 1000, 1010)[0].tolist() == list(range(999, 1012))


# ---- what is seen


def test_an_empty_plot_says_what_to_do(plot):
    assert "Press Train to watch the loss fall" in visible_texts(plot)
    plot.append(1, noisy(5))
    drawn(plot)
    texts = visible_texts(plot)
    assert "Press Train to watch the loss fall" not in texts
    assert "The accuracy appears after the first epoch" in texts
    plot.add_evaluations([(5, 90, 80, np.nan)])
    drawn(plot)
    assert "The accuracy appears after the first epoch" not in visible_texts(plot)


@pytest.mark.parametrize("logarithmic", [False, True])
def test_an_emptied_plot_has_the_axes_of_a_new_one(plot, logarithmic):
    plot.set_logarithmic(logarithmic)
    drawn(plot)
    new = [each.height_range for each in (plot.view.loss, plot.view.accuracy)]
    plot.append(1, 1000 * noisy(50))
    plot.add_evaluations([(50, 99.5, 99.5, np.nan)])
    drawn(plot)
    assert [each.height_range for each in (plot.view.loss, plot.view.accuracy)] != new
    plot.clear()
    drawn(plot)
    assert [each.height_range for each in (plot.view.loss, plot.view.accuracy)] == new


def test_the_accuracies_of_the_beginning_do_not_stretch_the_axis_for_ever(plot):
    for epoch, accuracy in enumerate([10.0, 60.0] + [98.0] * 28, 1):
        plot.add_evaluations([(10 * epoch, accuracy, accuracy, np.nan)])
        drawn(plot)
        if epoch == 5:
            assert plot.view.accuracy.height_range[0] < 10
    assert plot.view.accuracy.height_range[0] > 90
    plot.add_evaluations([(310, 20.0, 20.0, np.nan)])  # but what happens now is seen
    drawn(plot)
    assert plot.view.accuracy.height_range[0] < 20


def test_accuracies_stand_on_their_axis_with_their_unit(plot):
    axis = plot.view.accuracy.left
    assert axis.tickStrings([90.0, 100.0], 1.0, 10.0) == ["90%", "100%"]
    assert plot.view.loss.left.tickStrings([1.0, 2.0], 1.0, 1.0) == ["1", "2"]


def test_without_classes_the_plot_says_that_there_is_no_accuracy(plot):
    plot.append(1, noisy(5))
    plot.add_evaluations([(5, np.nan, np.nan, np.nan)])
    drawn(plot)
    assert "No accuracy: the network predicts numbers, not classes" in visible_texts(plot)


@pytest.mark.parametrize("count", [1, 2, 10, 100, 5000])
@pytest.mark.parametrize("logarithmic", [False, True])
def test_any_number_of_losses_is_painted_in_the_colours_of_the_theme(plot, count, logarithmic):
    from playground.widgets.look.colors import chart_colors

    plot.set_logarithmic(logarithmic)
    plot.append(1, noisy(count))
    plot.add_evaluations([(count, 90, 80, np.nan)])
    drawn(plot)
    colors = chart_colors(plot.palette())
    image = plot.view.grab().toImage()
    for color in (colors.faint, colors.network):
        assert color_count(image, color) > 0


def test_the_axes_stay_still_and_move_in_few_jumps_while_the_curve_grows(plot):
    ranges = []
    for _ in range(300):
        plot.append(plot.next_iteration, noisy(40))
        plot.refresh()
        ranges.append((plot.view.iteration_range, plot.view.loss.height_range))
        assert plot.view.iteration_range[1] >= plot.next_iteration - 1
    assert len(set(ranges)) < 30


def test_the_height_holds_every_loss_in_sight(plot):
    for scale in (1, 1000, 1e-3):
        plot.clear()
        plot.append(1, scale * noisy(3000))
        drawn(plot)
        low, high = plot.view.loss.height_range
        top = scale * noisy(3000).max()
        assert low <= 0
        assert top <= high <= 4 * top


def test_a_loss_of_zero_neither_breaks_nor_stretches_the_logarithmic_axis(plot):
    losses = noisy(1000)
    losses[500] = 0
    plot.append(1, losses)
    plot.set_logarithmic(True)
    drawn(plot)
    low, high = plot.view.loss.height_range
    assert -4 < low < np.log10(losses[losses > 0].min())
    assert high > np.log10(losses.max())


def test_the_axis_that_is_not_logarithmic_any_more_fits_again(plot):
    plot.append(1, noisy(1000))
    before = (drawn(plot), plot.view.loss.height_range)[1]
    plot.set_logarithmic(True)
    assert plot.view.loss.height_range != before
    plot.set_logarithmic(False)
    assert plot.view.loss.height_range == before


def test_divergence_is_marked_in_the_plot(plot):
    from playground.widgets.look.colors import chart_colors

    color = chart_colors(plot.palette()).diverged
    plot.append(1, noisy(272))
    drawn(plot)
    assert color_count(plot.view.grab().toImage(), color) == 0
    plot.show_divergence(273, "NaN")
    drawn(plot)
    assert color_count(plot.view.grab().toImage(), color) > 50
    plot.hide_divergence()
    drawn(plot)
    assert color_count(plot.grab().toImage(), color) == 0


def test_a_nan_among_the_losses_is_marked_too(plot):
    from playground.widgets.look.colors import chart_colors

    losses = noisy(300)
    losses[100] = np.nan
    plot.append(1, losses)
    drawn(plot)
    assert color_count(plot.view.grab().toImage(), chart_colors(plot.palette()).diverged) > 50


def test_the_plot_follows_a_change_of_theme(plot):
    from playground.widgets.look.colors import chart_colors

    plot.append(1, noisy(500))
    drawn(plot)
    dark = QPalette(QColor("#2b2f36"), QColor("#171b22"))
    plot.setPalette(dark)
    QApplication.processEvents()
    image = plot.view.grab().toImage()
    assert color_count(image, chart_colors(dark).background) > 10_000
    assert color_count(image, chart_colors(dark).faint) > 100


def test_the_titles_of_the_axes_are_as_large_as_the_text(plot):
    larger = QFont(plot.font())
    larger.setPointSizeF(1.5 * larger.pointSizeF())
    plot.view.loss.bottom.setLabel("iteration")
    title = plot.view.loss.bottom.label.boundingRect().width()
    plot.setFont(larger)
    QApplication.processEvents()
    assert plot.view.loss.bottom.label.boundingRect().width() > 1.4 * title


def test_the_first_spike_does_not_set_the_scale(plot):
    """Rate 10: from 2.3 up to 5e14 within ten iterations, then 2.4 for ever."""
    losses = np.concatenate([np.geomspace(2.3, 5e14, 12), np.full(990, 2.4)])
    plot.append(1, losses)
    plot.add_evaluations([(600, 10, 10, 1e9)])
    drawn(plot)
    low, high = plot.view.loss.height_range
    assert low <= 0
    assert 2.4 < high < 8


def test_the_fall_from_the_first_loss_is_seen_whole(plot):
    plot.append(1, 0.25 + 2.05 * np.exp(-np.arange(10_000) / 40))
    drawn(plot)
    assert plot.view.loss.height_range[1] > 2.3


def test_the_test_loss_is_dashed_beside_the_training_loss(plot):
    from playground.widgets.look.colors import chart_colors

    plot.append(1, np.full(1000, 2.0))
    for iteration in (100, 500, 900):
        plot.add_evaluations([(iteration, 90, 80, 1.0)])
    drawn(plot)
    image = plot.view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    network = chart_colors(plot.palette()).network.rgb()
    box = plot.view.loss.box
    left, right = (plot.view.mapFromScene(box.mapViewToScene(QPointF(x, 1.0))) for x in (110, 490))
    row = [image.pixel(x, left.y()) == network for x in range(left.x() + 6, right.x() - 6)]
    assert 0.4 < sum(row) / len(row) < 0.8
    at = plot.view.mapFromScene(box.mapViewToScene(QPointF(500, 1.5)))
    point_at(plot, at)
    assert "Test loss" in plot.findChild(CurveReadout).text()
    assert "Test loss 1 after 900" in described(plot)


def described(plot):
    plot.retranslate()
    return plot.view.accessibleDescription()


@pytest.mark.parametrize("dark", [False, True])
def test_every_line_stands_out_from_the_ground(dark):
    from playground.widgets.look.colors import chart_colors
    from playground.window.theme import palette_of

    colors = chart_colors(palette_of("dark" if dark else "light"))
    for line in (colors.network, colors.faint, colors.ghost, colors.diverged, colors.muted):
        assert contrast(line, colors.background) >= 3


def contrast(one, other):
    def light(color):
        parts = np.array(color.getRgbF()[:3])
        linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
        return linear @ (0.2126, 0.7152, 0.0722)

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_a_low_plot_has_its_parts_side_by_side_and_all_titles(plot):
    plot.append(1, noisy(1000))
    plot.add_evaluations([(900, 90, 80, np.nan)])
    for height, beside in ((600, False), (240, True), (600, False)):
        plot.resize(560, height)
        QApplication.processEvents()
        drawn(plot)
        loss, accuracy = (plot.view.area(each) for each in (plot.view.loss, plot.view.accuracy))
        assert (loss.right() < accuracy.left()) == beside
        assert (loss.bottom() <= accuracy.top()) != beside
        assert min(loss.height(), accuracy.height()) > 90
        for each in (plot.view.loss, plot.view.accuracy):
            assert each.left.label.isVisible()
        at = accuracy.center()
        point_at(plot, at)
        iteration = round(plot.view.accuracy.box.mapSceneToView(plot.view.mapToScene(at)).x())
        assert f"{iteration:,}" in plot.findChild(CurveReadout).text()


def test_a_change_has_a_tick_that_can_be_pointed_at_and_reached_by_keys(qtbot, plot):
    plot.append(1, noisy(990))
    plot.set_ticks([(301, "ReLU → tanh, <b>learning rate</b> 0.1 → 0.01")])
    drawn(plot)
    readout = plot.findChild(CurveReadout)
    area = plot.view.area(plot.view.loss)
    point_at(plot, QPoint(plot.view.position_of(301) + 3, area.center().y()))
    assert "Iteration 301" in readout.text()
    assert "ReLU → tanh, &lt;b&gt;learning rate" in readout.text()
    qtbot.wait(30)  # the scene hears no more than 100 moves a second
    point_at(plot, QPoint(plot.view.position_of(301) + 20, area.center().y()))
    assert "tanh" not in readout.text()
    for _ in range(200):
        QTest.keyClick(plot.view, Qt.Key.Key_Left)
        if "tanh" in readout.text():
            break
    assert "ReLU → tanh" in readout.text()
    assert "Changed before iteration 301: ReLU → tanh" in described(plot)
    image = plot.view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    from playground.widgets.look.colors import chart_colors

    top = QPoint(plot.view.position_of(301), area.top() + 3)
    assert image.pixel(top) == chart_colors(plot.palette()).muted.rgb()


def test_the_last_run_is_a_dotted_ghost_until_it_is_taken_away(qtbot, plot):
    from playground.widgets.look.colors import chart_colors

    ghost = chart_colors(plot.palette()).ghost
    plot.append(1, noisy(5000))
    plot.add_evaluations([(5000, 90, 80, 1.0)])
    plot.keep_ghost()
    plot.clear()
    drawn(plot)
    assert plot.view.iteration_range[1] >= 5000
    assert color_count(plot.view.grab().toImage(), ghost) > 20
    assert "last run" in visible_texts(plot)
    forget = plot.findChild(QToolButton, "buttonForgetLastRun")
    qtbot.mouseClick(forget, Qt.MouseButton.LeftButton)
    drawn(plot)
    assert color_count(plot.view.grab().toImage(), ghost) == 0
    assert plot.view.iteration_range[1] < 100
    assert "last run" not in visible_texts(plot)


# ---- a person's hands


def test_the_wheel_zooms_around_the_mouse_and_stops_following(plot):
    plot.append(1, noisy(9_900))
    drawn(plot)
    changes = QSignalSpy(plot.following_changed)
    left, right = plot.view.iteration_range
    turn_wheel(plot, center(plot), 4)
    zoomed = plot.view.iteration_range
    assert left < zoomed[0] < zoomed[1] < right
    assert (changes.count(), plot.is_following) == (1, False)
    plot.append(plot.next_iteration, noisy(9_900))
    drawn(plot)
    assert plot.view.iteration_range == zoomed
    plot.set_following(True)
    assert plot.view.iteration_range == (0, 20_000)
    assert (changes.count(), plot.is_following) == (2, True)


def test_zooming_fits_the_height_to_what_is_in_sight(plot):
    plot.append(1, noisy(9_900))
    drawn(plot)
    before = plot.view.loss.height_range
    right_end = plot.view.area(plot.view.loss).topRight() + QPoint(-20, 50)
    turn_wheel(plot, right_end, 12)
    assert plot.view.loss.height_range[1] < 0.5 * before[1]


def test_a_height_chosen_by_hand_stays_until_following_again(plot):
    plot.append(1, noisy(9_900))
    drawn(plot)
    before = plot.view.loss.height_range
    turn_wheel(plot, QPoint(20, center(plot).y()), 3)
    chosen = plot.view.loss.height_range
    assert chosen != before
    assert plot.view.iteration_range == (0, 10_000)
    plot.append(plot.next_iteration, noisy(100))
    drawn(plot)
    assert plot.view.loss.height_range == chosen
    plot.set_following(True)
    assert plot.view.loss.height_range == before


def test_dragging_moves_along_the_iterations_only(plot):
    plot.append(1, noisy(9_900))
    drawn(plot)
    view, at = plot.view.viewport(), center(plot)
    height = plot.view.loss.height_range
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=at)
    for step in range(1, 12):
        QTest.mouseMove(view, at - QPoint(10 * step, 5 * step))
        QApplication.processEvents()
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=at - QPoint(110, 55))
    left, right = plot.view.iteration_range
    assert 1000 < left < 4000
    assert right - left == pytest.approx(10_000)
    assert not plot.is_following
    assert plot.view.loss.height_range[0] == height[0] == 0


def test_both_plots_show_the_same_iterations(plot):
    plot.append(1, noisy(9_900))
    drawn(plot)
    turn_wheel(plot, plot.view.area(plot.view.accuracy).center(), 3)
    assert plot.view.loss.box.viewRange()[0] == plot.view.accuracy.box.viewRange()[0]
    assert plot.view.iteration_range != (0, 10_000)
    assert not plot.is_following


def test_pointing_reads_iteration_and_values(plot):
    losses = noisy(9_900)
    plot.append(1, losses)
    plot.add_evaluations([(5000, 97.25, 96.5, np.nan)])
    drawn(plot)
    readout = plot.findChild(CurveReadout)
    at = center(plot)
    point_at(plot, at)
    iteration = round(plot.view.loss.box.mapSceneToView(plot.view.mapToScene(at)).x())
    text = readout.text()
    assert readout.isVisible()
    assert f"{iteration:,}" in text
    assert f"{losses[iteration - 1]:.4g}" in text
    assert "97.25%" in text
    assert "96.50%" in text
    QApplication.sendEvent(plot.view, QEvent(QEvent.Type.Leave))
    assert not readout.isVisible()


def test_after_zooming_the_readout_is_about_what_is_under_the_mouse_now(plot):
    plot.append(1, noisy(9_900))
    drawn(plot)
    at = center(plot) + QPoint(10, 0)  # a mouse that has not moved since the last test is not heard
    point_at(plot, at)
    turn_wheel(plot, at + QPoint(150, 0), 6)
    iteration = round(plot.view.loss.box.mapSceneToView(plot.view.mapToScene(at)).x())
    assert f"{iteration:,}" in plot.findChild(CurveReadout).text()


def test_the_readout_stays_inside_a_small_plot(plot):
    plot.resize(300, 300)
    plot.append(1, noisy(1000))
    plot.add_evaluations([(1000, 97, 96, np.nan)])
    drawn(plot)
    readout = plot.findChild(CurveReadout)
    for x in (80, 150, 220, 260):
        point_at(plot, QPoint(x, 60))
        assert readout.isVisible()
        assert plot.view.rect().contains(readout.geometry())


def test_keys_read_and_zoom_without_a_mouse(plot):
    plot.append(1, noisy(990))
    drawn(plot)
    readout = plot.findChild(CurveReadout)
    QTest.keyClick(plot.view, Qt.Key.Key_Right)
    assert "990" in readout.text()
    QTest.keyClick(plot.view, Qt.Key.Key_Left)
    assert readout.isVisible()
    assert "990" not in readout.text()
    QTest.keyClick(plot.view, Qt.Key.Key_Plus)
    assert plot.view.iteration_range[1] - plot.view.iteration_range[0] == pytest.approx(500)
    QTest.keyClick(plot.view, Qt.Key.Key_Home)
    assert plot.view.iteration_range == (0, 1000)


def test_a_double_click_shows_the_whole_curve_again(plot):
    plot.append(1, noisy(990))
    drawn(plot)
    turn_wheel(plot, center(plot), 5)
    QTest.mouseClick(plot.view.viewport(), Qt.MouseButton.LeftButton, pos=center(plot))
    QTest.mouseDClick(plot.view.viewport(), Qt.MouseButton.LeftButton, pos=center(plot))
    assert plot.view.iteration_range == (0, 1000)


def test_pyqtgraph_offers_no_menu_of_its_own(plot):
    assert plot.view.loss.box.menu is None
    assert plot.view.accuracy.box.menu is None


# ---- frugality


def test_adding_data_draws_nothing_by_itself(qtbot, under_a_clock):
    plot = CurvePlot()
    clock = under_a_clock(plot)
    for _ in range(1000):
        plot.append(plot.next_iteration, noisy(3))
    assert plot.view.loss.lines[0].vertices == 0
    qtbot.waitUntil(lambda: clock.is_at_rest)
    assert plot.view.loss.lines[0].vertices > 0


def test_a_hidden_plot_rests_and_catches_up_when_shown(qtbot, under_a_clock):
    plot = CurvePlot()
    clock = under_a_clock(plot)
    plot.append(1, noisy(50))
    qtbot.waitUntil(lambda: clock.is_at_rest)
    plot.hide()
    plot.append(51, noisy(50))
    qtbot.waitUntil(lambda: clock.is_at_rest)
    assert plot.view.loss.lines[0].vertices == 50
    plot.show()
    qtbot.waitUntil(lambda: plot.view.loss.lines[0].vertices == 100)


def test_a_new_loss_repaints_neither_axes_nor_accuracies(plot):
    plot.append(1, noisy(9000))
    plot.add_evaluations([(9000, 90, 80, np.nan)])
    drawn(plot)
    painted = paint_areas(plot)
    plot.append(plot.next_iteration, noisy(100))
    drawn(plot)
    loss, accuracy = (plot.view.area(each) for each in (plot.view.loss, plot.view.accuracy))
    assert painted
    assert all(not area.intersects(accuracy) for area in painted)
    assert all(area.left() >= loss.left() - 4 for area in painted)


def test_axes_that_move_are_painted_once(plot):
    """Told of their range while they were painted, they asked to be painted again: another third of a jump's time."""
    plot.append(1, noisy(40))
    drawn(plot)
    areas, before = paint_areas(plot), plot.view.iteration_range
    plot.append(41, noisy(40))
    drawn(plot)
    QApplication.processEvents()
    assert plot.view.iteration_range != before
    assert len(areas) == 1


def test_numbers_stand_where_the_grid_has_its_lines(plot):
    """pyqtgraph counted two pixels more than the grid: in some heights every other number had no line."""
    axis = plot.view.loss.left
    for top in (0.03, 0.3, 3e-7, 2.5):
        for height in range(180, 300, 7):
            plot.resize(560, height)
            plot.view.loss.set_height_range((0.0, top))
            QApplication.processEvents()
            paper = QPicture()
            with QPainter(paper) as painter:
                _line, _ticks, numbers = axis.generateDrawSpecs(painter)
            inside = [number for number in axis.majors() if 0 <= number <= top]
            assert len(numbers) == len(inside)


def test_the_description_for_screen_readers_names_the_loss(plot):
    assert plot.view.accessibleName()
    plot.append(1, np.array([0.25]))
    plot.retranslate()
    assert "0.25 at iteration 1" in plot.view.accessibleDescription()


def test_a_picture_is_finer_than_the_screen_and_not_blank(plot):
    from playground.widgets.look.colors import chart_colors
    from playground.widgets.picture.widget_picture import FINENESS, drawn_pixels

    plot.append(1, noisy(100_000))
    drawn(plot)
    enlarged = QImage(plot.size() * FINENESS, QImage.Format.Format_RGB32)
    enlarged.setDevicePixelRatio(FINENESS)
    enlarged.fill(plot.palette().window().color())
    plot.render(enlarged)
    image = drawn_pixels(plot).pixels
    assert image.size() == enlarged.size()
    assert image != enlarged  # its curve has a column for each of the finer pixels
    assert color_count(image, chart_colors(plot.palette()).faint) > 1000
    assert plot.view.fineness == 1


def test_a_plot_thrown_away_leaves_nothing(qtbot):
    plot = CurvePlot()
    plot.resize(400, 400)
    plot.show()
    plot.append(1, noisy(100))
    drawn(plot)
    view, reference = plot.view, weakref.ref(plot)
    plot.close()
    plot.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(view)
    del plot, view
    gc.collect()
    assert reference() is None
