"""The races dock in the real window: a question before, a race by clicks, and what came out."""

from __future__ import annotations

import runpy

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QRadioButton, QScrollArea, QToolButton, QWidget

from nn.races.cards import cards
from nn.races.files import Done, RaceFile
from nn.races.finish import Finish
from nn.races.program import write_race_program
from playground.panels.races.boards import Boards
from playground.panels.races.panel import RacesPanel
from playground.session.racing.racing import IDLE
from playground.session.racing.reports import SearchNews
from playground.widgets.fields.quiet_fields import ChoiceBox


@pytest.fixture
def panel(window, qtbot):
    window.session.panel_requested.emit("races")
    panel = window.findChild(RacesPanel)
    qtbot.waitUntil(lambda: panel.view is not None and window.session.racing.experiment is not None)
    return panel


def click(panel, name):
    QTest.mouseClick(panel.findChild(QToolButton, name), Qt.MouseButton.LeftButton)


def choose(panel, name):
    box = panel.view.choosing.card
    box.setCurrentIndex(box.findData(name))
    box.activated.emit(box.currentIndex())


def visible_answers(panel):
    return [each for each in panel.findChildren(QRadioButton) if each.isVisible()]


def over(window, qtbot):
    qtbot.waitUntil(lambda: window.session.racing.state == IDLE and bool(window.session.racing.told))


def test_the_paths_of_the_book_by_a_guess_and_a_click(window, panel, qtbot):
    choose(panel, "6.1-paths")
    assert panel.view.boards.paths.ways == {}  # the question comes first
    qtbot.waitUntil(lambda: len(visible_answers(panel)) == 3)
    answers = visible_answers(panel)
    QTest.mouseClick(answers[1], Qt.MouseButton.LeftButton, pos=QPoint(8, answers[1].height() // 2))
    click(panel, "raceStart")
    over(window, qtbot)
    qtbot.waitUntil(lambda: panel.findChild(QLabel, "raceVerdict").text().count("✓") == 6)
    ways = panel.view.boards.paths.ways
    assert ways["SGD 0.95"][1].tolist() == pytest.approx([-6.335, -1.8])
    assert "You said another" in " ".join(
        each.text() for each in panel.view.introduction.question.findChildren(QWidget) if hasattr(each, "text")
    )
    paths = panel.view.boards.paths
    paths.setFocus()
    QTest.keyClick(paths, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: paths.ways["SGD 0.95"][0].tolist() == [-6.75, 2.0])
    standing = panel.findChild(QLabel, "raceStanding")  # it is another way: nobody asks about it, or judges it
    qtbot.waitUntil(lambda: standing.text() == "Your own way down, from (−6.75, 2): it is not judged.")
    assert not panel.view.introduction.question.isVisible()


def test_what_is_not_there_to_be_seen_is_told(window, panel, qtbot, tmp_path):
    look = panel.findChild(ChoiceBox, "raceLook")

    def titles():
        return [chart.title for chart in panel.view.boards.grid.charts]

    def look_at_layers():
        look.show_value("layers")
        look.value_edited.emit("layers")

    choose(panel, "6.1-mnist")
    look_at_layers()
    qtbot.waitUntil(lambda: titles() == ["Seen as soon as it is raced."])
    path = tmp_path / "before.json"  # of a time when they were not kept
    losses = Finish("SGD", np.ones(10))
    path.write_bytes(RaceFile(cards()["6.1-mnist"].fair, (Done(0, (losses,)),)).to_bytes())
    panel.view.choosing.files.open_file(str(path))
    look_at_layers()
    qtbot.waitUntil(lambda: titles() == ["Not kept in this file: start the race again to see it."])


@pytest.mark.parametrize(("card", "name"), [("6.1-paths", "raceValley"), ("6.1-mnist", "raceWay")])
def test_no_choice_of_a_race_is_cut_off(window, panel, qtbot, card, name):
    choose(panel, card)
    box = panel.findChild(ChoiceBox, name)
    longest = max(box.fontMetrics().horizontalAdvance(box.itemText(at)) for at in range(box.count()))
    qtbot.waitUntil(lambda: box.isVisible() and box.width() > longest + 20, timeout=20_000)


def test_a_narrow_panel_scrolls_as_a_whole_and_folds_the_question_for_the_race(window, panel, qtbot):
    view = panel.view
    choose(panel, "6.1-paths")
    for width, is_narrow in ((800, False), (500, True), (801, False)):
        view.setFixedWidth(width)
        qtbot.waitUntil(lambda: view.width() == width and view.introduction.question.isVisible())  # noqa: B023 - waited for at once
        inner = [each for each in view.findChildren(QScrollArea) if each.isVisible()]
        assert any(each.isAncestorOf(view.introduction.question) for each in inner) != is_narrow
        assert any(each.isAncestorOf(view.findChild(QLabel, "raceSlips")) for each in inner) != is_narrow
    view.setFixedWidth(500)
    qtbot.waitUntil(lambda: view.width() == 500 and view.introduction.question.isVisible())
    answers = [each for each in panel.findChildren(QRadioButton) if each.isVisible()]
    assert len({each.y() for each in answers}) < len(answers)  # beside each other
    answers[1].click()
    assert view.findChild(QLabel, "raceAbout").isVisible()
    click(panel, "raceStart")
    over(window, qtbot)
    qtbot.waitUntil(lambda: not any(each.isVisible() for each in answers))
    assert not view.findChild(QLabel, "raceAbout").isVisible()
    choose(panel, "6.1-mnist")
    qtbot.waitUntil(lambda: all(each.isVisible() for each in answers))


def test_my_own_network_races_and_one_more_joins(window, panel, qtbot):
    session = window.session
    session.editing.choose_with_recipe("spiral")
    qtbot.waitUntil(lambda: session.library.data is not None and session.library.data.name == "spiral")
    choose(panel, "own")
    panel.findChild(QLineEdit, "raceVaried").setText("optimizer=SGD,Adam")
    QTest.keyClick(panel.findChild(QLineEdit, "raceVaried"), Qt.Key.Key_Return)
    assert [each.name for each in session.racing.experiment.contestants] == ["SGD", "Adam"]
    panel.findChild(QLineEdit, "raceNewcomer").setText("lr=0.5")
    QTest.keyClick(panel.findChild(QLineEdit, "raceNewcomer"), Qt.Key.Key_Return)
    assert [each.name for each in session.racing.experiment.contestants] == ["SGD", "Adam", "lr=0.5"]
    panel.findChild(QLineEdit, "raceNewcomer").setText("optimizer=RMSprop,Adam")  # one who is there already
    QTest.keyClick(panel.findChild(QLineEdit, "raceNewcomer"), Qt.Key.Key_Return)
    assert len(session.racing.experiment.contestants) == 3
    assert panel.findChild(QLineEdit, "raceNewcomer").text() == "optimizer=RMSprop,Adam"
    click(panel, "raceStart")
    qtbot.waitUntil(lambda: session.racing.iteration > 3)
    qtbot.waitUntil(lambda: [len(chart.lines) for chart in panel.view.boards.grid.charts] == [3])
    click(panel, "raceStop")
    assert session.racing.state == IDLE


def test_what_differs_in_a_race_that_comes_back_is_told(window, panel, qtbot, tmp_path):
    racing, varied = window.session.racing, panel.findChild(QLineEdit, "raceVaried")
    choose(panel, "own")
    varied.setText("lr=0.01,0.1 optimizer=SGD,Adam")
    QTest.keyClick(varied, Qt.Key.Key_Return)
    path = tmp_path / "race.json"
    path.write_bytes(racing.file().to_bytes())
    varied.setText("lr=0.5")
    QTest.keyClick(varied, Qt.Key.Key_Return)
    panel.view.choosing.files.open_file(str(path))
    assert varied.text() == "lr=0.01,0.1 optimizer=SGD,Adam"


def test_what_cannot_be_raced_is_said_and_nothing_is_lost(window, panel, qtbot, tmp_path):
    session, said = window.session, []
    session.status.connect(said.append)
    choose(panel, "own")
    before = session.racing.experiment
    for text in ("", "speed=1", "lr=0.1..1", "hidden=" + ",".join(map(str, range(10, 27))), "lr=0.1 lr=0.2"):
        panel.findChild(QLineEdit, "raceVaried").setText(text)
        QTest.keyClick(panel.findChild(QLineEdit, "raceVaried"), Qt.Key.Key_Return)
    damaged = tmp_path / "x.json"
    damaged.write_text("{", encoding="utf-8")
    panel.view.choosing.files.open_file(str(damaged))
    assert len(said) == 6
    assert "17 contestants" in said[3]
    assert "lr is named 2 times" in said[4]
    assert session.racing.experiment == before


def test_an_exported_race_gives_the_same_numbers(window, panel, qtbot, tmp_path, capsys):
    racing = window.session.racing
    window.session.editing.choose_with_recipe("circle")
    qtbot.waitUntil(lambda: window.session.library.data.name == "circle")
    panel.findChild(QLineEdit, "raceVaried").setText("optimizer=SGD,Adam lr=0.01,0.1")
    choose(panel, "own")
    click(panel, "raceStart")
    over(window, qtbot)
    path = tmp_path / "again.py"
    file = racing.file()
    assert isinstance(file, RaceFile)
    write_race_program(path, file)
    runpy.run_path(str(path))
    out = capsys.readouterr().out
    assert out.count("the same bits") == 4


def test_the_trials_of_a_search_scroll_one_way_however_narrow_the_panel(session, qtbot):
    session.racing.choose(cards()["6.5-search"])
    settings = [{"lr": 10.0**-k, "weight_decay": 1e-5} for k in range(1, 13)]
    curve = ((10, 0.5, 0.4, 1.0), (20, 0.6, 0.5, 0.9))
    session.racing.search = SearchNews((0.5,) * 12, tuple(settings), (curve,) * 12)
    boards = Boards()
    qtbot.addWidget(boards)
    boards.resize(280, 300)
    boards.show_racing(session.racing, "loss", 1)
    boards.show()
    assert len(boards.grid.charts) == 14
    bar = boards.findChild(QScrollArea).horizontalScrollBar()
    qtbot.waitUntil(lambda: boards.grid.width() > 100)
    assert bar.maximum() == 0
    boards.resize(900, 300)
    qtbot.waitUntil(lambda: boards.grid.minimumWidth() == 5 * 72)
    assert bar.maximum() == 0
