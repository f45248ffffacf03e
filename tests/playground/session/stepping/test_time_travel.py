"""Going back to an iteration: what is asked for last arrives, and nothing that no longer leads here."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QObject

from nn.replay import replay
from playground.session.running.timeline import Timeline
from playground.session.stepping.time_travel import TimeTravel


@pytest.fixture
def travel(document, run):
    owner = QObject()
    made = TimeTravel(document, Timeline(document, run), owner)
    yield made
    made.close()


@pytest.fixture
def trained(travel, run, data, finish):
    """Give what has training of 40 iterations behind it, of which only the first and the last checkpoint are kept."""
    run.start(data, 40)
    finish()
    return travel


@pytest.fixture
def arrivals(travel):
    """Give the iterations after which the checkpoints that arrived stand, with the place in their pass."""
    came = []
    travel.arrived.connect(lambda checkpoint, cursor: came.append((checkpoint.iteration, cursor)))
    return came


@pytest.fixture
def signs(travel):
    """Give what was told of whether an iteration is being computed."""
    told = []
    travel.travelling_changed.connect(told.append)
    return told


def double(document):
    """Edit the weights, so that the training there was does not lead here any more."""
    checkpoint = document.state.checkpoint
    document.edit("Double", checkpoint=replace(checkpoint, params=checkpoint.params * 2))


def test_the_checkpoint_is_the_one_that_training_came_through(trained, arrivals, signs, qtbot):
    wanted = replay(trained.timeline.before(6), 6)
    with qtbot.waitSignal(trained.arrived) as came:
        trained.go(7, 3)
    assert came.args[1] == 3
    assert np.array_equal(came.args[0].params, wanted.params)
    assert (arrivals, signs) == ([(6, 3)], [True, False])


def test_a_kept_checkpoint_arrives_at_once(trained, arrivals, signs):
    trained.go(1, 2)
    assert (arrivals, signs) == ([(0, 2)], [])


def test_the_answer_to_an_earlier_question_is_not_taken_for_that_to_a_later_one(trained, arrivals, qtbot):
    trained.go(20, 1)
    trained.go(10, 5)
    qtbot.waitUntil(lambda: bool(arrivals))  # in their order: the first answer came, too
    trained.go(7, 3)
    qtbot.waitUntil(lambda: len(arrivals) > 1)
    assert arrivals == [(9, 5), (6, 3)]


def test_what_was_asked_for_before_an_edit_never_arrives(trained, document, run, data, arrivals, signs, finish, qtbot):
    trained.go(20, 1)
    double(document)
    assert signs == [True, False]
    run.start(data, 80)
    finish()
    trained.go(60, 2)  # behind the late answer
    qtbot.waitUntil(lambda: bool(arrivals))
    assert arrivals == [(59, 2)]
    assert signs == [True, False, True, False]


def test_a_kept_checkpoint_takes_the_place_of_one_that_is_being_computed(trained, arrivals, signs, qtbot):
    trained.go(20, 1)
    trained.go(1, 2)
    assert (arrivals, signs) == ([(0, 2)], [True, False])
    trained.go(10, 3)  # behind the late answer
    qtbot.waitUntil(lambda: len(arrivals) > 1)
    assert arrivals == [(0, 2), (9, 3)]
