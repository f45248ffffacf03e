"""What more cores would bring is measured on copies, and said honestly."""

from __future__ import annotations

from dataclasses import replace

import pytest

from playground.safety import cores
from playground.session.running.core_measuring import Advice, Pace, advice, counts, paces_of
from playground.session.session import Session


@pytest.fixture
def session(qtbot):
    made = Session()
    qtbot.waitUntil(lambda: made.library.data is not None)
    yield made
    made.close()
    cores.use(1)


def test_the_numbers_tried_double_and_end_with_all():
    assert [counts(n) for n in (1, 2, 6, 8)] == [(1,), (1, 2), (1, 2, 4, 6), (1, 2, 4, 8)]


@pytest.mark.parametrize(
    ("speeds", "available", "said"),
    [
        ({1: 50.0}, 1, Advice(1, 1.0, 1.0)),
        ({1: 50.0, 2: 40.0}, 2, Advice(1, 1.0, 0.8)),
        ({1: 50.0, 2: 90.0}, 2, Advice(1, 1.0, 1.8)),  # which would leave the window no core
        ({1: 50.0, 2: 55.0, 4: 52.0}, 4, Advice(1, 1.0, 1.04)),  # a gain lost in what else happens
        ({1: 50.0, 2: 75.0, 4: 100.0, 8: 150.0}, 8, Advice(4, 2.0, 3.0)),
    ],
)
def test_what_pays_leaves_a_core_for_the_window(speeds, available, said):
    assert advice([Pace(*each) for each in speeds.items()], available) == said


def test_copies_are_tried_and_everything_is_as_before(session):
    before, told = session.document.state, []
    found = paces_of(before, session.library.data, (1, 2), lambda: False, told.append, seconds=0.0)
    assert [pace.cores for pace in found] == [1, 2]
    assert all(pace.iterations_a_second > 0 for pace in found)
    assert told[-1] == 1
    assert told == sorted(told)
    assert session.document.state is before
    assert cores.in_use() == 1


def test_who_gives_up_gets_nothing(session):
    asked = iter([False, False, True])
    paces = paces_of(session.document.state, session.library.data, (1, 2), lambda: next(asked), lambda _: None)
    assert paces == ()
    assert cores.in_use() == 1


def test_measuring_is_asked_for_and_given_up_when_training_begins(session, qtbot):
    measuring = session.core_measuring
    measuring.measure()
    assert measuring.is_measuring
    session.control.train()
    qtbot.waitUntil(lambda: session.run.is_running)
    assert not measuring.is_measuring
    assert not measuring.can_measure
    session.control.stop()
    qtbot.waitUntil(lambda: not session.control.is_busy)
    assert measuring.paces == ()


@pytest.mark.skipif(not cores.is_settable(), reason="this NumPy's matrix library has no such number")
def test_a_run_trains_with_its_own_number(session, qtbot):
    config = replace(session.document.state.config, threads=2)
    session.document.edit("cores", config=config)
    session.control.step_iteration()
    qtbot.waitUntil(lambda: session.document.state.checkpoint.iteration == 1 and not session.control.is_busy)
    assert cores.in_use() == 2
    session.document.edit("cores", config=replace(config, threads=1))
    session.control.step_iteration()
    qtbot.waitUntil(lambda: session.document.state.checkpoint.iteration == 2 and not session.control.is_busy)
    assert cores.in_use() == 1


def test_where_the_number_cannot_be_set_nothing_is_measured_and_that_is_known(session, qtbot, monkeypatch):
    monkeypatch.setattr(cores, "is_settable", lambda: False)
    measuring = session.core_measuring
    measuring.measure()
    qtbot.waitUntil(lambda: not measuring.is_measuring)
    assert measuring.paces == ()
    assert measuring.is_impossible
