"""Going back in time: any iteration of a run is found again, bit for bit."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np
import pytest

from nn.network import LayerSpec, Network, NetworkSpec
from nn.training import Checkpoint, TrainingConfig, train
from playground.session.document.document import Document
from playground.session.running import timeline as timeline_module
from playground.session.running.reports import Waypoint
from playground.session.running.run import TrainingRun
from playground.session.running.timeline import Timeline, replay

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
    for iteration in (0, 1, 23, 56, 57):
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


def test_memory_is_bounded_and_the_latest_stand_closest(monkeypatch, timeline, document, run, data):
    start, spec, config = document.state.checkpoint, document.state.spec, document.state.config
    monkeypatch.setattr(timeline_module, "BUDGET", 8 * (start.params.nbytes + start.state.nbytes))
    for iteration in range(0, 1000, 10):
        run.passed.emit(Waypoint(replace(start, iteration=iteration), spec, config, data))
    at = kept(timeline, 999)
    assert at == sorted(at)
    assert 5 < len(at) <= 8
    assert at[-1] == 990
    assert at[-1] - at[-2] <= at[1] - at[0]


def test_configuration_of_a_later_run_counts_from_there(timeline, document, run, data, finish):
    run.start(data, 10)
    finish()
    document.edit("Set", config=TrainingConfig(batch_size=10, epochs=2, lr=0.5))
    run.start(data, 20)
    finish()
    assert timeline.before(12).config.lr == 0.5
    assert_same(replay(timeline.before(15), 20), document.state.checkpoint)


def test_where_settings_changed_is_not_thinned_out(monkeypatch, state, data, document, run):
    """Without it, what came after would be replayed with the settings before it."""
    monkeypatch.setattr(timeline_module, "MOST", 5)
    iterations = (0, 990, 991, 992, 996, 1000)

    def thinned_out(turn):
        timeline = Timeline(document, run)
        configs = [state.config if at < turn else replace(state.config, lr=0.05) for at in range(6)]
        points = [replace(state.checkpoint, iteration=each) for each in iterations]
        for point, config in zip(points, configs, strict=True):
            run.passed.emit(Waypoint(point, state.spec, config, data))
        (missed,) = set(iterations) - set(kept(timeline, 1000))
        return iterations.index(missed)

    missed = thinned_out(turn=6)
    assert 0 < missed < 5
    assert thinned_out(turn=missed) != missed
