"""The Search dock with a real session: begun, looked through, brushed, narrowed, taken."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QSpinBox, QTabWidget, QToolButton

from nn.network import NetworkSpec
from nn.runs.ranges import parsed
from nn.runs.trial import Base, Result, Trial
from nn.training import TrainingConfig
from playground.panels.trials.axes import axis_of, axis_of_merit
from playground.panels.trials.panel import TrialsPanel
from playground.panels.trials.parallel import MOST_LINES, ParallelPlot
from playground.panels.trials.suggestions import searchable
from playground.panels.trials.trial_model import TrialModel
from playground.panels.trials.trial_table import TrialTable
from playground.session.searching.plan import Plan

RANGES = tuple(map(parsed, ("lr=0.001..1:log", "hidden=5,10,20")))


@pytest.fixture
def session(qtbot, tmp_path):
    from playground.session.searching.searching import Searching
    from playground.session.session import Session

    session = Session()
    vars(session)["searching"] = searching = Searching(session.library, session, tmp_path)  # none is left behind there
    session.editing.choose_dataset("xor2d")
    qtbot.waitUntil(lambda: session.document.state.dataset.name == "xor2d")
    qtbot.waitUntil(lambda: session.library.data is not None)
    session.editing.edit_config("short", epochs=2)
    yield session
    searching.close()
    session.close()


@pytest.fixture
def panel(qtbot, session):
    panel = TrialsPanel()
    qtbot.addWidget(panel)
    list(panel.attach(session))
    panel.resize(900, 500)
    panel.show()
    QApplication.processEvents()
    return panel


def find(panel, kind, name):
    return panel.view.findChild(kind, name)


def results(count):
    rng = np.random.default_rng(2)
    lr, hidden = 10 ** rng.uniform(-3, 0, count), rng.integers(0, 3, count)
    return [
        Result(
            Trial(n, {"lr": float(lr[n]), "hidden": ("5", "10", "20")[hidden[n]]}, 0, 2),
            accuracy=float(0.5 + 0.3 * (np.log10(lr[n]) + 3) / 3 + 0.02 * rng.random()),
            loss=0.4,
            seconds=0.1,
        )
        for n in range(count)
    ]


def test_a_search_is_begun_with_two_settings_and_its_best_taken(qtbot, session, panel):
    find(panel, QSpinBox, "searchTrials").setValue(9)
    QTest.mouseClick(find(panel, QPushButton, "startSearch"), Qt.MouseButton.LeftButton)
    assert session.searching.is_running
    qtbot.waitUntil(lambda: session.searching.verdict is not None)
    panel.view.refresh()
    assert panel.view.table.trials.rowCount() == 9
    words = find(panel, QLabel, "searchFindings").text()
    assert "once" in words
    QTest.mouseClick(find(panel, QPushButton, "takeTrial"), Qt.MouseButton.LeftButton)
    best = session.searching.best.trial.settings
    assert (session.document.state.config.lr, session.document.state.config.weight_decay) == (
        best["lr"],
        best["weight_decay"],
    )
    session.document.undo()
    assert session.document.state.config.lr != best["lr"]


def test_a_range_that_cannot_be_is_said_at_its_field(session, panel):
    find(panel, QLineEdit, "searchValues").setText("1..0.1:log")
    QTest.mouseClick(find(panel, QPushButton, "startSearch"), Qt.MouseButton.LeftButton)
    assert not session.searching.is_running
    assert "downwards" in panel.window().findChild(QLabel, "fieldComplaint").text()


def test_a_setting_goes_once_however_often_its_button_is_pressed(panel):
    button, before = find(panel, QToolButton, "removeSearchSetting"), len(panel.view.findChildren(QToolButton))
    button.click()
    button.click()  # before Qt has taken the row away
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(panel.view.findChildren(QToolButton)) == before - 1


def test_every_setting_that_can_be_searched_has_values_to_begin_with(session):
    state = session.document.state
    names = searchable(state.spec, state.config)
    assert {"lr", "hidden", "activation", "optimizer", "batch_size"} <= set(names)


def test_ten_thousand_trials_are_sorted_and_filtered(qtbot):
    table = TrialTable()
    qtbot.addWidget(table)
    table.resize(600, 300)
    table.show()
    table.show_results(RANGES, results(10_000))
    assert table.trials.rowCount() == 10_000
    table.trials.show_those_with("20")
    assert 0 < table.trials.rowCount() < 10_000
    table.trials.show_those_with("")
    table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    lr = [table.trials.result(table.trials.index(row, 0)).trial.settings["lr"] for row in (0, 5000, 9999)]
    assert lr == sorted(lr)


def test_rows_are_written_a_few_at_a_time_and_found_as_soon_as_they_are(qtbot):
    model, found = TrialModel(), results(50)

    def shown():
        return {model.result(model.index(row, 0)).trial.number for row in range(model.rowCount())}

    model.show(RANGES, found[:40])
    model.show_those_with("40 ")  # the number of the last trial
    assert shown() == set()
    assert model.write_texts(15)
    assert model.write_texts(15)
    assert 39 not in shown()
    assert not model.write_texts(15)
    assert 39 in shown()
    model.show(RANGES, found)
    model.show_those_with("50 ")
    assert not model.write_texts(15)
    assert 49 in shown()


def test_the_winner_stands_at_the_top_among_equally_good_ones(session):
    found = [replace(each, accuracy=0.98, loss=loss) for each, loss in zip(results(3), (0.3, 0.1, 0.2), strict=True)]
    model = TrialModel()
    model.show(RANGES, found)
    session.searching.results = found
    assert model.result(model.index(0, 0)) is session.searching.best is found[1]


def test_the_trial_that_is_chosen_stays_chosen_while_others_are_filtered_and_sorted(qtbot):
    table = TrialTable()
    qtbot.addWidget(table)
    table.show_results(RANGES, results(40))
    table.choose(39)
    table.trials.show_those_with("40 ")
    assert table.chosen().trial.number == 39
    table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    assert table.chosen().trial.number == 39
    table.trials.show_those_with("nowhere")
    assert table.chosen() is None
    table.trials.show_those_with("")
    assert table.chosen().trial.number == 39


def test_the_best_is_known_of_results_that_come_and_of_others(session):
    searching, found = session.searching, sorted(results(9), key=lambda result: result.score)
    for count, result in enumerate(found, 1):
        searching.results.append(result)
        assert searching.best is found[count - 1]
    searching.results = found[:3]
    assert searching.best is found[2]


def test_a_trial_without_a_setting_has_no_place_on_its_axis():
    found = [Result(Trial(n, settings, 0, 1), accuracy=0.5) for n, settings in enumerate(({"lr": 0.001}, {}))]
    assert axis_of(RANGES[0], found).places.tolist() == pytest.approx([0.0, np.nan], nan_ok=True)
    assert np.isnan(axis_of(RANGES[1], found).places).all()


def test_a_trial_that_is_chosen_stays_chosen_while_others_come(qtbot):
    table, found = TrialTable(), results(50)
    qtbot.addWidget(table)
    table.show_results(RANGES, found[:20])
    table.choose(7)
    table.show_results(RANGES, found)
    assert table.chosen().trial.number == 7
    assert table.trials.row_of(7) == table.currentIndex().row()


def test_a_brush_lets_through_what_lies_in_it(qtbot):
    plot, found = ParallelPlot(), results(200)
    qtbot.addWidget(plot)
    plot.resize(400, 200)
    axes = (axis_of(RANGES[0], found), axis_of(RANGES[1], found), axis_of_merit("held back", found))
    plot.show_axes(axes)
    told = []
    plot.brushed.connect(told.append)
    plot.brush(0, 0.5, 1.0)
    expected = [result.trial.settings["lr"] >= 10**-1.5 for result in found]
    assert told[-1].tolist() == expected
    model = TrialModel()
    model.show(RANGES, found)
    model.show_brushed(told[-1])
    assert model.rowCount() == sum(expected)
    QTest.keyClick(plot, Qt.Key.Key_Escape)
    assert told[-1] is None


def test_of_many_trials_the_best_are_all_drawn(qtbot):
    plot, found = ParallelPlot(), results(5000)
    qtbot.addWidget(plot)
    plot.show_axes((axis_of(RANGES[0], found), axis_of_merit("held back", found)))
    drawn = plot.drawn
    assert len(set(drawn.tolist())) == MOST_LINES
    best = sorted(range(5000), key=lambda n: found[n].score)[-100:]
    assert set(best) <= set(drawn.tolist())


def test_narrowed_ranges_stand_in_the_form(qtbot, session, panel):
    find(panel, QSpinBox, "searchTrials").setValue(12)
    QTest.mouseClick(find(panel, QPushButton, "startSearch"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: session.searching.verdict is not None)
    panel.view.refresh()
    session.searching.find()
    qtbot.waitUntil(lambda: session.searching.findings is not None)
    panel.view.refresh()
    QTest.mouseClick(find(panel, QPushButton, "narrowRanges"), Qt.MouseButton.LeftButton)
    assert panel.view.form.ranges() == session.searching.findings.around
    for page in (1, 2):
        find(panel, QTabWidget, "searchPages").setCurrentIndex(page)
        panel.view.refresh()
        assert not panel.view.grab().isNull()


def test_the_base_of_a_search_may_be_another_network_than_the_document_has_by_now(session):
    base = Base(NetworkSpec.mlp(2, (7,), 2), TrainingConfig(lr=0.5))
    session.runs.take_trial(base, Trial(3, {"hidden": "4"}, seed=5))
    state = session.document.state
    assert [layer.options.get("units") for layer in state.spec.layers if layer.kind == "Affine"] == [4, 2]
    assert (state.config.lr, state.config.seed) == (0.5, 5)


def test_what_a_search_waits_for_is_a_sentence_of_its_own(session, panel):
    searching = session.searching
    searching.plan = Plan(Base(session.document.state.spec, session.document.state.config), RANGES, dataset="xor2d")
    searching.results = results(3)
    searching.waits_for = "no worker at home: waiting"
    panel.view.refresh()
    assert find(panel, QLabel, "searchState").text().endswith(". No worker at home: waiting.")


def test_trials_of_different_machines_are_told(qtbot, session, panel):
    searching = session.searching
    searching.plan = Plan(Base(session.document.state.spec, session.document.state.config), RANGES, dataset="xor2d")
    machines = ("NumPy 2.4, Haswell x1", "NumPy 2.4, Zen x1")
    searching.results = [replace(each, machine=machines[n % 2]) for n, each in enumerate(results(12))]
    searching.changed.emit()
    words = find(panel, QLabel, "searchFindings")
    qtbot.waitUntil(lambda: "different machines" in words.text())
    assert "Haswell x1; NumPy 2.4, Zen x1." in words.text()


def test_the_ranges_go_on_where_the_best_lies_at_their_end(qtbot, session, panel):
    searching = session.searching
    found = results(40)
    best = max(found, key=lambda each: each.score)
    edge = replace(best, trial=replace(best.trial, settings={**best.trial.settings, "lr": 0.99}))
    searching.plan = Plan(Base(session.document.state.spec, session.document.state.config), RANGES, dataset="xor2d")
    searching.results = [edge if each is best else each for each in found]
    searching.changed.emit()
    widen = find(panel, QPushButton, "widenRanges")
    qtbot.waitUntil(widen.isVisible)
    assert "upper edge of its range: widen it" in find(panel, QLabel, "searchFindings").text()
    widen.click()
    assert [each.to_text() for each in panel.view.form.ranges()] == ["0.001..10:log", "5,10,20"]


def test_in_a_low_panel_a_picture_has_the_room_of_the_sentences(qtbot, session, panel):
    session.searching.plan = Plan(Base(NetworkSpec.mlp(2, (5,), 2), TrainingConfig()), RANGES)
    session.searching.results = results(12)
    panel.view.refresh()
    words, pages = find(panel, QLabel, "searchFindings"), find(panel, QTabWidget, "searchPages")
    panel.resize(900, 300)
    QApplication.processEvents()
    assert words.isVisible()
    pages.setCurrentIndex(1)
    assert not words.isVisible()
    assert find(panel, QPushButton, "narrowRanges") is not None
    panel.resize(900, 600)
    QApplication.processEvents()
    assert words.isVisible()
