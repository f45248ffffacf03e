"""A race in its thread: the same bits as in the library, while others join, pause, step, stop, and after a file."""

from __future__ import annotations

import numpy as np
import pytest

from nn import NetworkSpec, TrainingConfig
from nn.races import Contestant, Field, Material, Race
from nn.races.cards import cards
from nn.runs.trial import Base
from playground.session.racing.racing import IDLE, PAUSED, RUNNING

SPIRAL = Material("spiral")
DATA = SPIRAL.load()
SPEC = NetworkSpec.mlp(2, (10,), DATA.outputs)
BASE = Base(SPEC, TrainingConfig(optimizer="SGD", lr=0.1, batch_size=30, evaluate_every=10))
TWO = (Contestant("SGD"), Contestant("Adam", {"optimizer": "Adam", "lr": 0.01}))
THIRD = Contestant("Momentum", {"optimizer": "Momentum"})


def race(contestants=TWO, iterations=60):
    return Race(BASE, contestants, SPIRAL, iterations)


def digests(race):
    field = Field(race, DATA)
    while field.advance():
        pass
    return {finish.name: finish.digest for finish in field.finishes()}


@pytest.fixture
def racing(session):
    racing = session.racing
    racing.changed.connect(racing.acknowledge)  # as a panel does
    return racing


def told(racing):
    return {name: each.digest for name, each in racing.told.items()}


def test_it_comes_to_the_bits_of_the_library(racing, qtbot):
    racing.take(race())
    racing.start()
    assert racing.state == RUNNING
    qtbot.waitUntil(lambda: racing.state == IDLE)
    assert told(racing) == digests(race())
    course = racing.courses["Adam"]
    assert len(course.losses) == 60
    np.testing.assert_array_equal(course.losses, racing.told["Adam"].losses)
    assert [each.iteration for each in course.evaluations] == [10, 20, 30, 40, 50, 60]


def test_one_more_joins_a_race_that_stands_and_all_step_together(racing, qtbot):
    racing.take(race(iterations=400))
    racing.start()
    racing.pause(True)
    assert racing.state == PAUSED
    racing.add(THIRD)
    racing.step_all()
    qtbot.waitUntil(lambda: {len(each.losses) for each in racing.courses.values()} == {racing.iteration} != {0})
    before = racing.iteration
    racing.step_all()
    qtbot.waitUntil(lambda: {len(each.losses) for each in racing.courses.values()} == {before + 1})
    racing.pause(False)
    qtbot.waitUntil(lambda: racing.state == IDLE)
    assert told(racing) == digests(race((*TWO, THIRD), iterations=400))


def test_what_is_stopped_is_kept(racing, qtbot):
    racing.take(race(iterations=1_000_000))
    racing.start()
    qtbot.waitUntil(lambda: racing.iteration > 5)
    racing.stop()
    assert racing.state == IDLE
    qtbot.waitUntil(lambda: bool(racing.done))
    assert all(0 < len(finish.losses) < 1_000_000 for finish in racing.done[0].finishes)


def test_several_seeds_are_judged_each(racing, qtbot):
    card = cards()["6.2-histograms"]
    racing.choose(card)
    racing.start(seeds=3)
    qtbot.waitUntil(lambda: racing.state == IDLE)
    assert racing.verdicts.seeds == (0, 1, 2)
    assert all(racing.verdicts.true(place) == 3 for place in range(len(card.features)))


def test_a_race_is_saved_and_opened_with_what_came_of_it(racing, qtbot, tmp_path):
    racing.take(race())
    racing.start()
    qtbot.waitUntil(lambda: racing.state == IDLE and bool(racing.done))
    path, came = tmp_path / "a.json", told(racing)
    path.write_bytes(racing.file().to_bytes())
    racing.choose(cards()["6.1-mnist"])
    assert not racing.told
    racing.open(path, cards())
    assert racing.experiment == race()
    assert told(racing) == came
    assert len(racing.courses["SGD"].losses) == 60


def test_data_that_do_not_fit_are_told_in_a_sentence(racing, qtbot):
    said = []
    racing.status.connect(said.append)
    racing.take(Race(BASE, TWO, Material("mnist"), 10))
    racing.start()
    qtbot.waitUntil(lambda: racing.state == IDLE)
    assert said == ["SGD takes 2 numbers, but a sample of mnist has 784; choose other data or another network"]


def test_layers_and_surfaces_are_brought_for_whoever_looks(racing, qtbot):
    racing.take(race(iterations=1_000_000))
    racing.look_at("surfaces")
    racing.start()
    qtbot.waitUntil(lambda: racing.courses["Adam"].surface is not None)
    assert not racing.courses["Adam"].layers
    racing.look_at("layers")
    qtbot.waitUntil(lambda: len(racing.courses["Adam"].layers) == 1)
    racing.stop()
