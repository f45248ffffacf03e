"""A search beside the window: judged on samples held back, kept in a journal, gone on with."""

from __future__ import annotations

import errno
import math
import os

import numpy as np
import pytest
from PySide6.QtCore import QObject

from nn.datasets import DATASETS
from nn.messages import Message
from nn.network import NetworkSpec
from nn.runs.ranges import parsed
from nn.runs.trial import Base
from nn.training import TrainingConfig
from playground.session.searching.at_work import Where
from playground.session.searching.plan import Plan
from playground.session.searching.searching import Searching
from playground.trials import journal, processes
from playground.trials.engine import Here
from playground.trials.journal import Journal


class Shelf:
    """Stands for the library: it has the data."""

    def __init__(self, data):
        self.data = data


@pytest.fixture
def data():
    return DATASETS["circle"]()


@pytest.fixture
def shelf(data):
    return Shelf(data)


@pytest.fixture
def make(qapp, qtbot, shelf, tmp_path):
    made = []

    def searching():
        parent = QObject()
        one = Searching(shelf, parent, tmp_path / "searches")
        made.append((one, parent))
        return one

    yield searching
    for one, _ in made:
        one.close()


def plan(data, *texts, **changes):
    spec = NetworkSpec.mlp(2, (6,), len(data.classes))
    ranges = tuple(map(parsed, texts or ("lr=0.01..1:log",)))
    return Plan(Base(spec, TrainingConfig(epochs=2)), ranges, **{"trials": 6, **changes})


class LateWorkers(Here):
    """Stands for workers of which none is there at first."""

    def __init__(self, problem, jobs):
        super().__init__(problem)
        self._asked = 0

    def waits_for(self):
        self._asked += 1
        return Message("no worker at {address}", address="home") if self._asked < 20 else None


def test_a_search_says_what_it_waits_for_until_that_is_there(qtbot, make, data, monkeypatch):
    monkeypatch.setattr(processes, "Processes", LateWorkers)
    searching = make()
    assert searching.start(plan(data), Where()) == ""
    qtbot.waitUntil(lambda: searching.waits_for == "no worker at home")
    assert searching.is_running
    qtbot.waitUntil(lambda: searching.verdict is not None)
    assert searching.waits_for == ""
    assert len(searching.results) == 6


def test_the_winner_is_judged_on_the_test_data_once(qtbot, make, data):
    searching = make()
    assert searching.start(plan(data), Where(1)) == ""
    assert searching.is_running
    qtbot.waitUntil(lambda: searching.verdict is not None)
    assert len(searching.results) == 6
    assert searching.verdict.number == searching.best.trial.number
    assert searching.verdict.of == 6
    assert not searching.can_go_on
    again = make()
    again.look_for_one_left_behind()
    assert again.plan is None  # it belongs to the other window


def test_a_search_that_was_cancelled_goes_on_at_the_next_start_without_doing_anything_twice(
    qtbot, make, data, tmp_path
):
    first = make()
    assert first.start(plan(data, trials=8), Where(1)) == ""
    qtbot.waitUntil(lambda: len(first.results) >= 2)
    first.cancel()
    qtbot.waitUntil(lambda: not first.is_running)
    assert first.can_go_on
    assert first.verdict is None
    done = {result.trial.number: result.digest for result in first.results}
    first.close()
    second = make()
    second.look_for_one_left_behind()
    qtbot.waitUntil(lambda: second.plan is not None)
    assert second.plan.ranges == first.plan.ranges
    assert {result.trial.number: result.digest for result in second.results} == done
    assert second.go_on(Where(1)) == ""
    qtbot.waitUntil(lambda: second.verdict is not None)
    numbers = sorted(result.trial.number for result in second.results)
    assert numbers == list(range(8))
    assert len(Journal.read(next((tmp_path / "searches").glob("*.journal"))).known) == 8


@pytest.mark.parametrize("way", ["few samples", "no room", "no scheduler"])
def test_a_search_that_comes_to_nothing_leaves_the_one_before(qtbot, make, shelf, data, monkeypatch, way):
    searching = make()
    searching.start(plan(data, trials=3), Where(1))
    qtbot.waitUntil(lambda: searching.verdict is not None)
    before = searching.plan, list(searching.results), searching.verdict
    where = Where(1)
    if way == "few samples":
        shelf.data = DATASETS["xor"]()
        assert "hold back at least 5" in searching.start(plan(data, trials=5), where)
    elif way == "no room":
        monkeypatch.setattr(journal, "replace_file", full_disk)
        assert searching.start(plan(data, trials=5), where) == ""
    else:
        pytest.importorskip("distributed")
        assert searching.start(plan(data, trials=5), Where(1, "tcp://127.0.0.1:9")) == ""
    qtbot.waitUntil(lambda: not searching.is_running)
    assert (searching.plan, searching.results, searching.verdict) == before
    assert searching.trouble or way == "few samples"
    searching.close()
    again = make()
    again.look_for_one_left_behind()
    qtbot.waitUntil(lambda: again.plan is not None)
    assert [each.digest for each in again.results] == [each.digest for each in before[1]]


def full_disk(path, pieces):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_the_search_before_goes_when_the_next_has_its_first_result(qtbot, make, data, tmp_path):
    searching = make()
    for trials in (2, 3):
        searching.start(plan(data, trials=trials), Where(1))
        qtbot.waitUntil(lambda: searching.verdict is not None)
    assert len(searching.results) == 3
    assert len(list((tmp_path / "searches").glob("*.journal"))) == 1
    assert len(list((tmp_path / "searches").glob("*.verdict"))) == 1


def test_what_cannot_be_tried_is_told_before_anything_begins(make, data):
    searching = make()
    assert "nothing is varied" in searching.start(plan(data).__class__(plan(data).base, ()), Where(1))
    assert "Dropout" in searching.start(plan(data, "Dropout.ratio=0.1..0.5"), Where(1))
    assert "trials" in searching.start(plan(data, trials=10**9), Where(1))
    assert "twice" in searching.start(plan(data, "lr=0.1,0.2", "lr=0.3,0.4"), Where(1))
    assert not searching.is_running


def test_a_scheduler_that_is_not_there_is_told_with_the_way_out(qtbot, make, data):
    pytest.importorskip("distributed")
    searching = make()
    assert searching.start(plan(data), Where(1, "tcp://127.0.0.1:9")) == ""
    qtbot.waitUntil(lambda: not searching.is_running)
    assert "127.0.0.1:9" in searching.trouble
    assert searching.can_go_on


def test_other_data_end_a_search_that_would_go_on(qtbot, make, shelf, data):
    searching = make()
    searching.start(plan(data), Where(1))
    qtbot.waitUntil(lambda: len(searching.results) >= 1)
    searching.cancel()
    qtbot.waitUntil(lambda: not searching.is_running)
    for others in ("xor2d", "xor"):  # of the last so few that nothing could be held back
        shelf.data = DATASETS[others]()
        searching.go_on(Where(1))
        qtbot.waitUntil(lambda: not searching.is_running)
        assert "are not those of this search" in searching.trouble


def test_the_table_says_what_matters_and_where_to_look_next(qtbot, make, data):
    searching = make()
    searching.start(plan(data, "lr=0.0001..1:log", "weight_decay=1e-8..1e-4:log", trials=12), Where(1))
    qtbot.waitUntil(lambda: searching.verdict is not None)
    searching.find()
    qtbot.waitUntil(lambda: searching.findings is not None)
    influences = {each.name: each for each in searching.findings.influences}
    assert influences["lr"].correlation > 0.3
    around = searching.findings.around[0]
    assert 0.0001 < around.low <= searching.best.trial.settings["lr"] <= around.high <= 1
    assert all(math.isfinite(result.score) for result in searching.results)
    assert np.isfinite(searching.verdict.loss)


def test_a_disk_that_is_full_keeps_what_is_finished_and_says_where_room_is_wanted(qtbot, make, data, monkeypatch):
    searching = make()
    add, written = Journal.add, []

    def third_finds_no_room(self, result):
        if len(written) == 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        written.append(result)
        add(self, result)

    monkeypatch.setattr(Journal, "add", third_finds_no_room)
    searching.start(plan(data), Where(1))
    qtbot.waitUntil(lambda: not searching.is_running)
    assert searching.trouble.startswith("no room is left in ")
    assert searching.trouble.endswith("make some, then go on")
    assert (len(searching.results), searching.can_go_on) == (2, True)
    monkeypatch.undo()
    searching.go_on(Where(1))
    qtbot.waitUntil(lambda: searching.verdict is not None)
    assert sorted(result.trial.number for result in searching.results) == list(range(6))
