"""The three pages that ask more: samples made harder, another network beside this one, a map of what a layer does."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from nn.evaluation.component_map import component_map
from nn.evaluation.disturbing import Disturber
from playground.panels.evaluation.map_chart import MapChart
from tests.playground.panels.evaluation.hands import click_sample, look_at

PATIENCE_MS = 30_000


def page_of(panel, look, qtbot, is_there):
    look_at(panel, look)
    page = panel.view.findChild(QPushButton, {"robust": "robustnessGo", "map": "mapGo"}[look]).parentWidget()
    qtbot.waitUntil(lambda: is_there(page), timeout=PATIENCE_MS)
    return page


def train_a_little(window, qtbot):
    session = window.session
    session.looking.choose("mine")
    session.control.step_epoch()
    qtbot.waitUntil(lambda: not session.control.is_busy, timeout=PATIENCE_MS)


def turned_right(session, angle):
    """Count by the library how many of the first 2,000 test digits are right when they are turned."""
    data, network = session.library.data, session.looking.network
    x = Disturber(data).made(np.arange(2_000), "rotation", angle)
    return float((network.predict(x).argmax(axis=1) == data.t_test[:2_000]).mean())


def test_the_curve_says_how_many_are_right_at_each_strength_and_a_sample_leads_to_itself_disturbed(
    window, panel, qtbot
):
    session = window.session
    train_a_little(window, qtbot)
    look_at(panel, "robust")
    sweeping = session.judging.sweeping
    qtbot.waitUntil(lambda: sweeping.is_current, timeout=PATIENCE_MS)
    page = page_of(panel, "robust", qtbot, lambda page: page.chart.in_words().count("\n") == 8)
    strengths, heights = sweeping.sweep.course()
    assert strengths.tolist() == [-60, -45, -30, -15, 0, 15, 30, 45, 60]
    for strength, height in zip(strengths, heights, strict=True):
        assert height == pytest.approx(turned_right(session, strength))
    assert f"+45°: {100 * heights[7]:.1f}% right" in page.chart.in_words()
    qtbot.waitUntil(lambda: panel.view.count.text().startswith("turned by +60°"))  # the strongest, until one chooses
    QTest.mouseClick(page.chart, Qt.MouseButton.LeftButton, pos=page.chart.place(0, 0.5).toPoint())
    assert panel.view.samples.model().rowCount() == 0
    assert panel.view.samples.accessibleDescription().startswith("Nothing is done to them here")
    QTest.mouseClick(page.chart, Qt.MouseButton.LeftButton, pos=page.chart.place(45, 0.5).toPoint())
    lost = sweeping.sweep.lost(45.0)
    assert panel.view.count.text() == f"turned by +45°: {len(lost):,} of 2,000 lost"
    click_sample(panel, 0)
    sample = session.looking.sample
    made = Disturber(session.library.data).made(lost[:1], "rotation", 45)
    np.testing.assert_array_equal(sample.x.reshape(1, -1), made)
    assert sample.origin == f"test row {lost[0]}, turned by +45°"
    assert session.looking.prediction.digit != int(sample.t[0])
    assert f"+45°: {session.looking.prediction.digit}" in page.strip.in_words()
    QTest.keyClick(page.chart, Qt.Key.Key_Left)
    assert "turned by +30°" in panel.view.count.text()


def test_a_measurement_is_cancelled_and_begun_again_and_points_are_only_moved_about(window, panel, qtbot):
    session = window.session
    sweeping = session.judging.sweeping
    look_at(panel, "robust")
    page = page_of(panel, "robust", qtbot, lambda page: sweeping.is_asking)
    qtbot.waitUntil(page.cancel.isVisible)
    page.cancel.click()
    assert not sweeping.is_asking
    qtbot.waitUntil(page.measure.isVisible)
    qtbot.wait(1_500)
    assert not sweeping.is_asking
    assert sweeping.result is None
    page.measure.click()
    qtbot.waitUntil(lambda: sweeping.is_current, timeout=PATIENCE_MS)
    session.editing.choose_dataset("circle")
    qtbot.waitUntil(lambda: sweeping.is_current and sweeping.kind == "noise", timeout=PATIENCE_MS)
    assert [page.kind.itemData(place) for place in range(page.kind.count())] == ["noise"]
    qtbot.waitUntil(lambda: page.strip.isVisible() and "1: " in page.chart.in_words())


def test_what_became_better_and_worse_is_counted_and_shown(window, panel, qtbot):
    session = window.session
    for _ in range(2):
        train_a_little(window, qtbot)
        session.editing.reset_weights()
    for _ in range(2):  # the same start, and longer: some become better
        train_a_little(window, qtbot)
    run, later = session.runs.kept
    session.runs.pin((run.label.number,), True)
    look_at(panel, "changes")
    rivalling = session.judging.rivalling
    qtbot.waitUntil(
        lambda: rivalling.is_current and session.judging.evaluating.is_current and rivalling.changes() is not None,
        timeout=PATIENCE_MS,
    )
    assert rivalling.name == f"run {run.label.number}"
    data = session.library.data
    x = data.x_test * np.float32(data.scale)
    before = session.looking.run_networks.network(rivalling.name).predict(x).argmax(axis=1) == data.t_test
    now = session.looking.network.predict(x).argmax(axis=1) == data.t_test
    worse, better = panel.view.findChild(QPushButton, "evaluationChange1"), None
    qtbot.waitUntil(lambda: worse.text() == f"{(before & ~now).sum():,}")
    better = panel.view.findChild(QPushButton, "evaluationChange2")
    assert better.text() == f"{(~before & now).sum():,}"
    better.click()
    assert panel.view.samples.model().rowCount() == min(500, (~before & now).sum())
    click_sample(panel, 0)
    row = int(session.looking.sample.origin.removeprefix("test "))
    assert now[row]
    assert not before[row]
    session.runs.delete((run.label.number,))
    qtbot.waitUntil(lambda: rivalling.name == f"run {later.label.number}")


def test_the_map_is_of_the_layer_that_is_chosen_and_its_points_lead_to_samples(window, panel, qtbot):
    session = window.session
    train_a_little(window, qtbot)
    mapping = session.judging.mapping
    look_at(panel, "map")
    page = page_of(panel, "map", qtbot, lambda page: mapping.is_current and page.layer.count() > 1)
    data, network = session.library.data, session.looking.network
    x = data.x_test[:1_000] * np.float32(data.scale)
    for layer in (0, 2):
        page.layer.setCurrentIndex(layer)
        page.layer.activated.emit(layer)
        qtbot.waitUntil(lambda: mapping.is_current, timeout=PATIENCE_MS)
        values = x
        for each in list(network.layers.values())[:layer]:
            values = each.forward(values)
        wanted = component_map(values)
        np.testing.assert_allclose(np.abs(mapping.map.points), np.abs(wanted.points), atol=1e-2)
        assert mapping.map.shares == pytest.approx(wanted.shares, rel=1e-3)
    qtbot.waitUntil(lambda: f"{100 * mapping.map.shares[0]:.1f}%" in page.chart.names()[0])
    at = page.chart.place(*mapping.map.points[7].tolist()).toPoint()
    QTest.mouseClick(page.chart, Qt.MouseButton.LeftButton, pos=at)
    row = int(session.looking.sample.origin.removeprefix("test "))
    away = page.chart.place(*mapping.map.points[row].tolist()) - QPointF(at)
    assert away.manhattanLength() < 3
    assert panel.view.samples.samples.row_of(panel.view.samples.samples.index(0)) == row
    QTest.keyClick(page.chart, Qt.Key.Key_Right)
    assert session.looking.sample.origin != f"test {row}"


@pytest.mark.parametrize(("value", "said"), [(0.0, "all samples are the same"), (np.nan, "no numbers")])
def test_a_layer_without_variance_is_told_in_a_sentence(qtbot, value, said):
    chart = MapChart()
    qtbot.addWidget(chart)
    chart.show_map(component_map(np.full((9, 4), value)), (), 0)
    chart.grab()
    across, upwards = chart.names()
    assert said in across
    assert "NaN" not in across + upwards


def test_the_classes_on_the_map_are_called_in_the_language_of_the_moment(window, panel, qtbot):
    session = window.session
    session.editing.choose_with_recipe("circle")
    qtbot.waitUntil(lambda: session.library.data is not None and session.library.data.name == "circle")
    session.looking.choose("mine")
    page = page_of(panel, "map", qtbot, lambda page: {each.name for each in page.chart.groups} == {"orange", "blue"})
    korean = next(each for each in window.findChildren(QAction) if each.data() == "ko" and each.isCheckable())
    korean.trigger()
    qtbot.waitUntil(lambda: {each.name for each in page.chart.groups} == {"주황", "파랑"})


def test_nothing_is_asked_for_a_page_that_is_not_seen_nor_at_a_pause_s_pace_while_training(window, panel, qtbot):
    session = window.session
    session.editing.choose_dataset("circle")
    qtbot.waitUntil(lambda: session.library.data.name == "circle")
    session.editing.edit_config("longer", epochs=100_000)
    for look in ("robust", "map"):
        look_at(panel, look)
        asking = {"robust": session.judging.sweeping, "map": session.judging.mapping}[look]
        qtbot.waitUntil(lambda asking=asking: asking.is_current, timeout=PATIENCE_MS)
    session.judging.evaluating.choose_pace(float("inf"))
    answers = session.judging.evaluating.answers
    session.control.train()
    qtbot.waitUntil(lambda: session.run.is_running)
    qtbot.wait(1_500)
    assert session.run.is_running
    assert session.judging.evaluating.answers is answers
    session.control.pause()
    qtbot.waitUntil(lambda: not session.control.is_busy and session.judging.mapping.is_current, timeout=PATIENCE_MS)
    assert not session.judging.sweeping.is_current
