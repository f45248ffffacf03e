"""Going back in time: any iteration of a run is found again, bit for bit."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np
import pytest

from nn.network import LayerSpec, Network, NetworkSpec
from nn.replay import Waypoint, replay
from nn.replay.way import Leg, Way
from nn.training import Checkpoint, TrainingConfig, train
from playground.session.document.document import Document
from playground.session.document.kept_way import KeptWay
from playground.session.document.state import Run, RunLabel
from playground.session.running.run import TrainingRun
from playground.session.running.timeline import Timeline

DROPOUT = NetworkSpec(
    (12,), (LayerSpec.of("Affine", units=8), LayerSpec("Relu"), LayerSpec("Dropout"), LayerSpec.of("Affine", units=3))
)


@pytest.fixture
def state(state):
    return replace(state, spec=DROPOUT, checkpoint=Checkpoint.initial(DROPOUT))


@pytest.fixture
def timeline(document: Document, run: TrainingRun):
    return Timeline(document, run)


def at(state, data, config, iteration):
    """Train from the start without any window."""
    network, optimizer = Network(state.spec, None), config.build_optimizer()
    state.checkpoint.restore(network, optimizer)
    list(train(network, optimizer, data, config, 0, iteration))
    return Checkpoint.take(network, optimizer, iteration)


def assert_same(got, wanted):
    assert got.iteration == wanted.iteration
    assert np.array_equal(got.params, wanted.params)
    assert got.memory.keys() == wanted.memory.keys()
    assert all(np.array_equal(got.memory[slot], wanted.memory[slot]) for slot in wanted.memory)
    assert (got.optimizer, got.since) == (wanted.optimizer, wanted.since)


def test_every_iteration_of_a_run_is_found_again(timeline, document, run, data, finish):
    start = document.state
    run.start(data, 57)
    finish()
    assert timeline.before(0).checkpoint is start.checkpoint
    for iteration in (1, 23, 56, 57):
        assert_same(replay(timeline.before(iteration), iteration), at(start, data, start.config, iteration))


def test_a_change_of_the_learning_rate_is_gone_through_again(qtbot, timeline, document, run, data, finish):
    run.start(data, 100_000_000)
    qtbot.waitUntil(lambda: timeline.first is not None)
    with qtbot.waitSignal(run.passed):
        document.edit("Set", config=replace(document.state.config, lr=0.05))
        run.reconfigure(100_000_000)
    run.stop()
    finish()
    last = document.state.checkpoint
    middle = replay(timeline.before(last.iteration // 2), last.iteration // 2)
    again = timeline.before(last.iteration - 1)
    assert_same(replay(again, last.iteration), last)
    assert middle.iteration == last.iteration // 2


def test_what_was_trained_before_a_change_was_taken_up_is_not_said_to_have_it(qtbot, document, run, data, finish):
    passed = []
    run.passed.connect(passed.append)
    run.start(data, 100_000_000)
    qtbot.waitUntil(lambda: len(passed) > 1)
    time.sleep(0.2)  # a report is on its way
    document.edit("rate", config=replace(document.state.config, lr=0.5))
    run.reconfigure(100_000_000)
    qtbot.waitUntil(lambda: passed[-1].config.lr == 0.5)
    run.stop()
    finish()
    first = next(each for each in passed if each.config.lr == 0.5)
    assert first.checkpoint.iteration + 1 == run.setups[-1][0]


def test_an_edit_of_the_weights_begins_a_new_timeline(timeline, document, run, data, finish):
    run.start(data, 10)
    finish()
    assert timeline.first == 0
    checkpoint = document.state.checkpoint
    document.edit("Edit", checkpoint=replace(checkpoint, params=checkpoint.params * 2))
    assert timeline.first is None
    run.start(data, 12)
    finish()
    assert timeline.first == 10


def test_going_back_forgets_what_came_after(timeline, document, run, data, finish):
    run.start(data, 30)
    finish()
    earlier = replay(timeline.before(20), 20)
    timeline.keep_until(earlier)
    document.edit("Back", checkpoint=earlier)
    assert timeline.before(100).checkpoint is earlier
    assert timeline.first == 0


def kept(timeline, end):
    """Give the iterations at which waypoints are kept, up to and with `end`."""
    return [stretch.start.checkpoint.iteration for stretch in timeline.stretches(end + 1)]


def test_memory_is_bounded_and_what_is_kept_stands_evenly(document, run, data):
    start, spec, config = document.state.checkpoint, document.state.spec, document.state.config
    timeline = Timeline(document, run, budget=8 * (start.params.nbytes + start.state.nbytes))
    for iteration in range(0, 1000, 10):
        run.passed.emit(Waypoint(replace(start, iteration=iteration), spec, config, data))
    at = kept(timeline, 999)
    assert at == sorted(at)
    assert 5 < len(at) <= 8
    assert (at[0], at[-1]) == (0, 990)
    assert max(np.diff(at)) <= 300
    assert timeline.nbytes <= timeline.budget


def test_configuration_of_a_later_run_counts_from_there(timeline, document, run, data, finish):
    run.start(data, 10)
    finish()
    document.edit("Set", config=TrainingConfig(batch_size=10, epochs=2, lr=0.5))
    run.start(data, 20)
    finish()
    assert timeline.before(12).config.lr == 0.5
    assert_same(replay(timeline.before(15), 20), document.state.checkpoint)


def test_what_undo_brings_back_has_its_way_again(timeline, document, run, data, finish):
    for end in (10, 30):
        run.start(data, end)
        finish()
    last = document.state.checkpoint
    document.undo()
    assert timeline.way.last == 10
    assert timeline.first == 0
    document.edit("Edit", checkpoint=replace(document.state.checkpoint, params=last.params))
    assert timeline.first is None
    document.undo()
    document.redo()
    document.undo()
    run.start(data, 12)
    finish()
    assert [leg.is_edited for leg in timeline.way.legs] == [True]
    document.undo()
    assert timeline.way.last == 10


def test_an_edit_in_the_middle_is_a_part_of_the_way(timeline, document, run, data, finish):
    run.start(data, 10)
    finish()
    before = document.state.checkpoint
    document.edit("Edit", checkpoint=replace(before, params=before.params * 2))
    run.start(data, 20)
    finish()
    way = timeline.way
    assert (way.first, way.last, [leg.is_edited for leg in way.legs]) == (0, 20, [True, True])
    began = replace(document.state, checkpoint=Checkpoint.initial(DROPOUT))
    assert_same(replay(way.before(9), 9), at(began, data, began.config, 9))
    assert_same(replay(way.before(19), 20), document.state.checkpoint)


def test_ways_that_undo_may_bring_back_share_the_budget(document, run, data, finish):
    size = document.state.checkpoint.params.nbytes
    timeline = Timeline(document, run, budget=40 * size)
    for end in range(1, 60):
        run.start(data, end)
        finish()
        document.edit("rate", config=replace(document.state.config, lr=0.01 / end))
        assert timeline.nbytes <= timeline.budget


def test_a_long_run_leaves_the_way_of_a_branch_its_half_of_the_room(document, run, data):
    start, spec, config = document.state.checkpoint, document.state.spec, document.state.config
    size = start.params.nbytes + start.state.nbytes
    timeline = Timeline(document, run, budget=16 * size)
    ends = tuple(replace(start, iteration=n) for n in range(6))
    other = Run(RunLabel(1), spec, config, document.state.dataset, 0, (), ends[-1])
    document.edit("keep", runs=(other,))
    timeline.put(ends[-1], KeptWay(Way((Leg(spec, config, data, ends, is_edited=True),))))
    for iteration in range(0, 1000, 10):
        run.passed.emit(Waypoint(replace(start, iteration=iteration), spec, config, data))
        assert timeline.nbytes <= timeline.budget
    assert timeline.branches[1].way.count == 6
    assert timeline.way.count >= 8
