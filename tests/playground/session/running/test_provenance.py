"""The way to a checkpoint is what training did, however a person went on from there."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nn.network import Network
from nn.training import Checkpoint, train
from playground.session.document.exporting import run_of
from playground.session.document.kept_way import KeptWay
from playground.session.running.provenance import Provenance
from playground.session.running.timeline import Timeline


@pytest.fixture
def timeline(document, run):
    return Timeline(document, run, run, most=6)  # it has no room for many ways


@pytest.fixture
def provenance(document, timeline, run):
    return Provenance(document, timeline, run)


@pytest.fixture
def done_again(document, data, provenance):
    """Give a function that does the way to the document's checkpoint again and returns its parameters."""

    def do():
        state = document.state
        made = run_of(state.spec, state.checkpoint, state.config, state.dataset, data, provenance.of(state.checkpoint))
        network = Network(state.spec, None)
        checkpoint = made.start or Checkpoint.initial(state.spec, made.stretches[0].config.seed)
        for stretch in made.stretches:
            optimizer = stretch.config.build_optimizer()
            checkpoint.restore(network, optimizer)
            for _ in train(network, optimizer, data, stretch.config, checkpoint.iteration, stretch.until):
                pass
            checkpoint = Checkpoint.take(network, optimizer, stretch.until)
        return made, checkpoint.params

    return do


def same(document, params):
    return np.array_equal(document.state.checkpoint.params, params)


def test_runs_with_changed_settings_between_them_are_one_way(document, run, data, finish, done_again):
    run.start(data, 17)
    finish()
    document.edit("lr", config=replace(document.state.config, lr=0.05, batch_size=7))
    document.edit("twice", config=replace(document.state.config, lr=0.02))
    run.start(data, 40)
    finish()
    made, params = done_again()
    assert same(document, params)
    assert made.start.iteration == 0
    assert [stretch.until for stretch in made.stretches] == [17, 40]


def test_a_setting_changed_in_the_middle_of_a_run(qtbot, document, run, data, finish, done_again):
    run.start(data, 5000)
    reached = []
    run.progressed.connect(lambda progress: reached.append(progress.iteration))
    qtbot.waitUntil(lambda: bool(reached))
    document.edit("lr", config=replace(document.state.config, lr=0.05))
    run.reconfigure(5000)
    finish()
    made, params = done_again()
    assert same(document, params)
    assert len(made.stretches) == 2


def test_undo_brings_a_way_back(document, run, data, finish, done_again):
    run.start(data, 10)
    finish()
    run.start(data, 25)
    finish()
    document.undo()
    made, params = done_again()
    assert made.iterations == 10
    assert same(document, params)


def test_weights_edited_by_hand_begin_a_way(document, run, data, finish, done_again):
    run.start(data, 10)
    finish()
    changed = document.state.checkpoint.params.copy()
    changed[0] = 2
    changed.flags.writeable = False
    document.edit("weight", checkpoint=replace(document.state.checkpoint, params=changed))
    made, params = done_again()
    assert (made.start.iteration, made.iterations) == (10, 10)
    run.start(data, 30)
    finish()
    made, params = done_again()
    assert (made.start.iteration, made.iterations) == (10, 30)
    assert same(document, params)


def test_other_data_begin_a_way(document, run, data, finish, done_again, provenance):
    other = replace(data, x=255 - data.x)
    run.start(other, 10)
    finish()
    run.start(data, 20)
    finish()
    made, params = done_again()
    assert made.start.iteration == 10
    assert same(document, params)


def test_the_way_to_a_document_that_was_opened_is_a_guess(document, run, data, finish, done_again):
    run.start(data, 10)
    finish()
    state = document.state
    document.begin(replace(state, checkpoint=replace(state.checkpoint)))
    made, params = done_again()
    assert not made.is_known
    assert same(document, params)
    run.start(data, 30)
    finish()
    made, params = done_again()
    assert made.is_known  # from where it was opened
    assert (made.start.iteration, made.iterations) == (10, 30)
    assert same(document, params)


def test_a_way_that_the_timeline_has_no_room_for_is_done_again_after_undo(document, run, data, finish, done_again):
    for end in range(1, 50):
        run.start(data, end)
        finish()
    for _ in range(44):
        document.undo()
    made, params = done_again()
    assert (made.start.iteration, made.iterations) == (0, 5)
    assert same(document, params)


def test_a_document_that_is_opened_brings_its_way(document, run, data, finish, timeline, done_again):
    other = Network(document.state.spec, 99)
    document.edit("loaded", checkpoint=Checkpoint(0, other.flat_params, other.flat_state))
    run.start(data, 9)
    finish()
    document.edit("lr", config=replace(document.state.config, lr=0.05))
    run.start(data, 20)
    finish()
    kept, state = timeline.kept, document.state
    for brought in (kept, KeptWay(kept.way, is_edited=True)):
        read = replace(state.checkpoint, params=state.checkpoint.params.copy())
        document.begin(replace(state, checkpoint=read))
        assert done_again()[0].start is None  # a guess, as long as no way is known
        timeline.adopt(brought, {})
        made, params = done_again()
        assert made.is_known
        assert same(document, params)
        assert made.start.iteration == (20 if brought.is_edited else 0)
