"""The evaluation dock in the real window: whose answers, which samples, and that each leads to its sample."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from nn.network import NetworkSpec
from playground.panels.evaluation.summary_line import Part, SummaryLine
from tests.playground.panels.evaluation.hands import click_sample, look_at


def cell_text(panel, row, column):
    matrix = panel.view.table.matrix
    return matrix.data(matrix.index(row, column))


def click_cell(panel, row, column):
    table = panel.view.table
    index = table.matrix.index(row, column)
    table.scrollTo(index)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center())


def confused(window):
    """Count by the library what the network that is looked at makes of the test data."""
    network, data = window.session.looking.network, window.session.library.data
    x = data.x_test.reshape(-1, *network.spec.input_shape) * np.float32(data.scale)
    said = network.output(x).argmax(axis=1)
    table = np.zeros((10, 10), int)
    np.add.at(table, (data.t_test, said), 1)
    return table


def shown(panel):
    return np.array([[int(cell_text(panel, row, column) or 0) for column in range(10)] for row in range(10)])


def test_the_table_is_of_the_network_that_is_looked_at(window, panel, qtbot):
    session = window.session
    session.looking.choose("mine")
    qtbot.waitUntil(lambda: session.judging.evaluating.is_current)
    qtbot.waitUntil(lambda: np.array_equal(shown(panel), confused(window)))
    session.looking.choose("shipped")
    qtbot.waitUntil(lambda: np.array_equal(shown(panel), confused(window)))
    assert panel.view.summary.text().startswith("10,000 samples · 9,9")


def test_a_cell_shows_those_samples_and_a_sample_is_what_all_look_at(window, panel, qtbot):
    session = window.session
    session.looking.choose("shipped")
    qtbot.waitUntil(lambda: np.array_equal(shown(panel), confused(window)))
    count = int(cell_text(panel, 4, 9))
    click_cell(panel, 4, 9)
    assert panel.view.samples.model().rowCount() == count
    click_sample(panel, 0)
    sample = session.looking.sample
    assert sample.origin.startswith("test ")
    assert int(sample.t[0]) == 4
    assert session.looking.prediction.digit == 9


def test_keys_choose_cells_and_samples_too(window, panel, qtbot):
    table, samples = panel.view.table, panel.view.samples
    table.setFocus()
    table.setCurrentIndex(table.matrix.index(7, 0))
    QTest.keyClick(table, Qt.Key.Key_Right)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert samples.model().rowCount() == int(cell_text(panel, 7, 1))
    samples.setFocus()
    samples.setCurrentIndex(samples.model().index(1, 0))
    QTest.keyClick(samples, Qt.Key.Key_Return)
    assert int(window.session.looking.sample.t[0]) == 7


def test_the_worst_samples_come_first(window, panel, qtbot):
    answers = window.session.judging.evaluating.answers
    click_sample(panel, 0)
    assert window.session.looking.sample.origin == f"test {int(answers.losses.argmax())}"


def test_training_moves_the_table_on_and_its_end_is_exact(window, panel, qtbot):
    session = window.session
    session.looking.choose("mine")
    session.control.step_iteration()
    qtbot.waitUntil(lambda: not session.control.is_busy and session.judging.evaluating.is_current)
    qtbot.waitUntil(lambda: np.array_equal(shown(panel), confused(window)))
    before = shown(panel)
    session.control.step_epoch()
    qtbot.waitUntil(lambda: not session.control.is_busy and session.judging.evaluating.is_current)
    qtbot.waitUntil(lambda: np.array_equal(shown(panel), confused(window)))
    assert shown(panel).trace() > before.trace()
    assert session.live.network.accuracy(
        session.library.data.x_test.reshape(-1, 784) * np.float32(session.library.data.scale),
        session.library.data.t_test,
    ) == pytest.approx(session.judging.evaluating.answers.accuracy)


def test_nothing_is_asked_while_nobody_sees_it(window, panel, qtbot):
    session = window.session
    session.looking.choose("mine")
    qtbot.waitUntil(lambda: session.judging.evaluating.is_current)
    session.panel_requested.emit("network")
    qtbot.waitUntil(lambda: panel.visibleRegion().isEmpty())
    session.control.step_iteration()
    qtbot.waitUntil(lambda: not session.control.is_busy)
    qtbot.wait(300)
    assert not session.judging.evaluating.is_current


def test_two_classes_have_a_threshold_and_the_training_data_can_be_judged_on(window, panel, qtbot):
    session = window.session
    session.editing.choose_dataset("circle")
    qtbot.waitUntil(lambda: session.judging.evaluating.is_current and panel.view.table.matrix.rowCount() == 3)
    threshold = window.findChild(QWidget, "evaluationThreshold")
    qtbot.waitUntil(threshold.isVisible)
    threshold.setValue(0)
    assert cell_text(panel, 0, 0) == ""  # all are called the second class
    count = int(cell_text(panel, 1, 1))
    assert f"{count:,} right" in panel.view.summary.text()
    click_cell(panel, 0, 1)
    lines = [panel.view.samples.model().index(place, 0).data() for place in range(int(cell_text(panel, 0, 1)))]
    assert all("→" in line for line in lines)  # also those of which most of the share is of the true class
    click_cell(panel, 0, 0)
    assert panel.view.samples.accessibleDescription() == "No sample is in this cell of the table."
    threshold.setValue(50)
    session.judging.evaluating.choose_part("train")
    qtbot.waitUntil(lambda: session.judging.evaluating.is_current)
    qtbot.waitUntil(lambda: panel.view.summary.text().startswith(f"{len(session.library.data.x):,} samples"))


def test_values_have_residuals_on_a_chart_with_their_mean(window, panel, qtbot):
    session = window.session
    session.editing.choose_dataset("plane")
    qtbot.waitUntil(lambda: session.judging.evaluating.is_current and panel.view.look.value() == "values")
    look_at(panel, "residuals")
    chart = window.findChild(QWidget, "residualsChart")
    qtbot.waitUntil(chart.isVisible)
    errors = session.judging.evaluating.answers.errors
    assert f"mean {errors.mean():.3g}, standard deviation {errors.std():.3g}" == chart.accessibleDescription()
    low, high = chart.upwards
    assert low < min(errors.min(), 0.0) <= max(errors.max(), 0.0) < high


def test_what_matters_least_is_left_out_of_a_narrow_line(qtbot):
    line = SummaryLine()
    qtbot.addWidget(line)
    line.show_parts((Part(2, "10,000 samples"), Part(0, "9,950 right"), Part(1, "loss 0.017")))
    width = line.fontMetrics().horizontalAdvance
    for text in ("10,000 samples · 9,950 right · loss 0.017", "9,950 right · loss 0.017", "9,950 right"):
        line.resize(width(text) + 1, 20)
        assert line.shown() == text
    assert line.text() == line.toolTip() == "10,000 samples · 9,950 right · loss 0.017"


def test_calibration_is_told_in_words_too(window, panel, qtbot):
    look_at(panel, "calibration")
    qtbot.waitUntil(panel.view.chart.isVisible)
    assert "right" in panel.view.chart.accessibleDescription()


def test_a_network_with_other_outputs_says_why_nothing_is_shown(window, panel, qtbot):
    window.session.editing.edit_spec("eleven", NetworkSpec.mlp(784, (4,), 11))
    qtbot.waitUntil(lambda: "other outputs" in panel.view.nothing.text())
    assert not panel.view.table.isVisible()
    window.session.document.undo()
    qtbot.waitUntil(lambda: panel.view.table.isVisible())
