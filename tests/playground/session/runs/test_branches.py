"""Branches: another future of a run from any moment on, bit for bit; switching between them; kept in a file."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nn.network import LayerSpec, NetworkSpec
from nn.replay import replay
from nn.replay.check import are_same
from nn.replay.way import Way
from playground.session.document.file import pack, unpack
from playground.session.document.file_work import FileWork
from playground.session.document.state import Fork, RunLabel
from playground.session.runs.branches import Trained
from playground.session.runs.lineage import Lineage
from playground.session.session import Session
from tests.playground.sessions import choose

NOISY = NetworkSpec(
    (2,),
    (
        LayerSpec.of("Affine", units=6),
        LayerSpec("BatchNormalization"),
        LayerSpec("Relu"),
        LayerSpec("Dropout"),
        LayerSpec.of("Affine", units=2),
    ),
)


BOTH = pytest.mark.parametrize("optimizer", ["SGD", "Adam"], indirect=True)
"""One optimizer is enough for what does not depend on it."""


@pytest.fixture
def optimizer(request):
    return getattr(request, "param", "Adam")


@pytest.fixture
def session(qtbot, optimizer):
    session = Session()
    choose(qtbot, session, "xor2d")
    session.editing.edit_spec("layers", NOISY)
    qtbot.waitUntil(lambda: session.document.state.spec == NOISY)
    session.editing.edit_config("small", optimizer=optimizer, batch_size=10, lr=0.05, epochs=2)
    train(qtbot, session)
    yield session
    session.close()


def train(qtbot, session):
    session.control.train()
    qtbot.waitUntil(lambda: session.run.is_running or session.control.is_busy)
    qtbot.waitUntil(lambda: not session.control.is_busy)


def arrive(qtbot, session, iteration):
    session.past.playhead.go(iteration)
    qtbot.waitUntil(lambda: not session.past.playhead.is_replaying and session.past.playhead.shown == iteration)


def branch(qtbot, session, iteration, **changes):
    """Go on from a moment with another setting, and train; return the state at the branch's end."""
    arrive(qtbot, session, iteration)
    session.past.playhead.go_on_from_here()
    if changes:
        session.editing.edit_config("change", **changes)
    train(qtbot, session)
    return session.document.state


def saved_and_opened(qtbot, session, tmp_path):
    """Save the document, and return another session that has opened the file."""
    files, path = FileWork(session), tmp_path / "tree.safetensors"
    with qtbot.waitSignal(files.saved):
        files.save(path)
    files.close()
    other = Session()
    opening = FileWork(other)
    with qtbot.waitSignal(opening.opened):
        opening.open(path)
    opening.close()
    qtbot.waitUntil(lambda: other.library.data is not None)
    return other


@BOTH
def test_going_on_from_a_moment_unchanged_comes_to_the_same_bits(qtbot, session):
    whole = session.document.state
    arrive(qtbot, session, 23)
    session.past.playhead.go_on_from_here()
    assert session.document.state.checkpoint.iteration == 23
    session.control.stop()
    session.editing.edit_config("long", epochs=2)
    while session.document.state.checkpoint.iteration < whole.checkpoint.iteration:
        session.control.step_iteration()
        qtbot.waitUntil(lambda: not session.control.is_busy)
    assert are_same(session.document.state.checkpoint, whole.checkpoint)
    losses = [np.concatenate([each.losses for each in state.history]) for state in (session.document.state, whole)]
    np.testing.assert_array_equal(*losses)


@BOTH
def test_the_old_future_stays_with_its_way_and_switching_is_one_edit(qtbot, session):
    first = session.document.state
    second = branch(qtbot, session, 20, lr=0.2)
    (old,) = second.runs
    assert (old.checkpoint, old.history) == (first.checkpoint, first.history)
    assert (second.run_label.fork.parent, second.run_label.fork.iteration) == (old.label.number, 20)
    assert second.run_label.fork.config.lr == 0.05
    texts = len([*session.document.past])
    session.branches.switch(old.label.number)
    assert len([*session.document.past]) == texts + 1
    back = session.document.state
    assert (back.checkpoint, back.history, back.config) == (first.checkpoint, first.history, first.config)
    assert back.run_label.number == old.label.number
    assert [run.label.number for run in back.runs] == [second.run_label.number]
    for iteration in (7, 20, 33):  # its past is there again, and that of the other one when one switches back
        arrive(qtbot, session, iteration)
        wanted = replay(session.timeline.way.before(iteration), iteration)
        assert np.array_equal(session.looking.network.flat_params, wanted.params)
    session.branches.switch(second.run_label.number)
    assert session.document.state.checkpoint is second.checkpoint
    assert session.document.state.config.lr == 0.2
    way = session.timeline.way
    assert are_same(replay(way.before(way.last - 1), way.last), second.checkpoint)
    session.document.undo()
    assert session.document.state.checkpoint is first.checkpoint
    assert session.timeline.way.last == first.checkpoint.iteration
    session.document.undo()
    assert session.document.state is second


@BOTH
def test_a_run_goes_on_after_a_switch_as_if_nobody_had_left_it(qtbot, session):
    first = session.document.state
    train(qtbot, session)
    wanted = session.document.state.checkpoint
    session.document.undo()
    assert session.document.state is first
    branch(qtbot, session, 11, lr=0.3)
    session.branches.switch(first.run_label.number)
    train(qtbot, session)
    assert are_same(session.document.state.checkpoint, wanted)


@BOTH
def test_a_tree_is_saved_and_opened_with_every_past(qtbot, session, tmp_path):
    first = session.document.state
    second = branch(qtbot, session, 20, lr=0.2)
    third = branch(qtbot, session, 31, lr=0.01)
    other = saved_and_opened(qtbot, session, tmp_path)
    assert other.document.state.run_label == third.run_label
    for state in (first, second, third):
        other.branches.switch(state.run_label.number)
        now, way = other.document.state, other.timeline.way
        assert now.run_label.number == state.run_label.number
        assert are_same(now.checkpoint, state.checkpoint)
        for iteration in (5, 22, 35):
            if iteration < way.last:
                arrive(qtbot, other, iteration)
        assert are_same(replay(way.before(way.last - 1), way.last), state.checkpoint)
    other.close()


def test_moments_that_branches_share_stand_in_the_file_once(qtbot, session):
    branch(qtbot, session, 20, lr=0.2)
    files = FileWork(session)
    saved = files.snapshot()
    files.close()
    again = unpack(b"".join(bytes(piece) for piece in pack(saved)))
    ways = [again.way, *again.branches.values()]
    kept = [each for way in ways for _, each in way.way.checkpoints]
    assert len(ways) == 2
    assert len({id(each) for each in kept}) < len(kept)
    assert again.branches[1].way.end is again.state.runs[0].checkpoint


def test_the_branch_of_a_branch_knows_where_it_left(qtbot, session):
    first = session.document.state.run_label.number
    second = branch(qtbot, session, 20, lr=0.2).run_label.number
    third = branch(qtbot, session, 30, lr=0.3).run_label
    assert (third.fork.parent, third.fork.iteration) == (second, 30)
    fourth = branch(qtbot, session, 12, lr=0.4).run_label  # on the part of the first one
    assert (fourth.fork.parent, fourth.fork.iteration) == (first, 12)
    lineage = session.branches.lineage
    assert lineage.in_order() == [(first, 0), (fourth.number, 1), (second, 1), (third.number, 2)]
    assert lineage.shared(fourth.number, third.number) == 12
    assert lineage.shared(second, third.number) == 30
    session.runs.delete((second,))
    assert session.branches.lineage.parent(third.number) is None


def test_an_untouched_branch_leaves_nothing_behind_and_one_from_the_very_start_is_kept(qtbot, session):
    arrive(qtbot, session, 9)
    session.past.playhead.go_on_from_here()
    assert len(session.document.state.runs) == 1
    session.branches.switch(1)
    assert session.document.state.runs == ()
    arrive(qtbot, session, 0)
    session.past.playhead.go_on_from_here()
    session.editing.edit_config("change", lr=0.7)
    untrained = session.document.state
    session.branches.switch(1)
    (kept,) = session.document.state.runs
    assert (kept.history, kept.config.lr) == ((), 0.7)
    session.branches.switch(kept.label.number)
    assert session.document.state.checkpoint is untrained.checkpoint


def test_changed_numbers_and_samples_come_back_with_their_branch(qtbot, session, tmp_path):
    arrive(qtbot, session, 9)
    session.past.playhead.go_on_from_here()
    state = session.document.state
    params = state.checkpoint.params.copy()
    params[0] = 3.0
    session.document.edit("number", checkpoint=replace(state.checkpoint, params=params))
    session.points.add((0.5, 0.5), 1)
    qtbot.waitUntil(lambda: session.document.state.dataset.train is not None)
    edited = session.document.state
    assert session.branches.has_edits(session.runs.now())
    session.branches.switch(1)
    assert session.document.state.dataset.train is None
    assert not session.branches.has_edits(session.runs.now())
    assert session.branches.has_edits(session.runs.run(edited.run_label.number))
    other = saved_and_opened(qtbot, session, tmp_path)
    for each in (session, other):
        each.branches.switch(edited.run_label.number)
        assert np.array_equal(each.document.state.checkpoint.params, params)
        assert each.document.state.dataset.train == edited.dataset.train
    assert session.timeline.first is None  # training did not come to these numbers
    other.close()


def test_an_edit_of_the_past_is_one_step_with_its_branch(qtbot, session):
    before = session.document.state
    arrive(qtbot, session, 14)
    session.past.playhead.go_on_from_here(lambda state: replace(state, config=replace(state.config, lr=0.9)))
    now = session.document.state
    assert (now.config.lr, now.run_label.fork.config.lr) == (0.9, 0.05)
    session.document.undo()
    assert session.document.state is before


@BOTH
def test_a_trial_is_opened_as_a_branch_with_its_course_and_its_way(qtbot, session):
    way = session.timeline.way
    arrive(qtbot, session, 16)
    wanted = branch(qtbot, session, 16, lr=0.4)
    trial = Trained(wanted.history[-1:], Way(session.timeline.way.legs[-1:]))
    session.document.undo()
    session.document.undo()
    session.document.undo()
    at = replace(way.before(16), checkpoint=replay(way.before(16), 16))

    def half(state):
        return replace(state, config=replace(state.config, lr=0.4))

    session.branches.begin(at, name="the rate", edit=half, trained=trial)
    now = session.document.state
    assert (now.checkpoint, now.config.lr, now.run_label.name) == (wanted.checkpoint, 0.4, "the rate")
    assert sum(len(each.losses) for each in now.history) == now.checkpoint.iteration
    for iteration in (10, 16, 25):
        arrive(qtbot, session, iteration)
    assert are_same(replay(session.timeline.before(17), now.checkpoint.iteration), now.checkpoint)


def test_forks_in_a_circle_do_no_harm(session):
    state = session.document.state
    labels = [
        RunLabel(number, fork=Fork(parent, 5, state.spec, state.config, state.dataset))
        for number, parent in ((1, 2), (2, 1), (3, 3))
    ]
    lineage = Lineage(labels)
    assert [number for number, _ in lineage.in_order()] == [3, 1, 2]
    assert lineage.shared(1, 2) == 5


def test_a_past_is_compacted_and_forgotten_and_undo_brings_it_back(qtbot, session):
    for _ in range(2):
        train(qtbot, session)
    branch(qtbot, session, 20, lr=0.2)
    train(qtbot, session)
    before = {number: session.timeline.branches.get(number) or session.timeline.kept for number in (1, 2)}
    for number in (1, 2):
        session.branches.compact_past(number)
        past = session.branches.past_of(session.runs.run(number))
        assert past.count == past.fewest
        assert session.branches.why_no_past(number, compact=True)
        session.branches.forget_past(number)
        assert session.branches.past_of(session.runs.run(number)) is None
        assert are_same(session.runs.run(number).checkpoint, before[number].way.end)
    assert not session.past.playhead.has_past
    assert session.timeline.branches == {}
    for _ in range(4):
        session.document.undo()
    assert session.timeline.kept.way.count == before[2].way.count
    assert session.timeline.branches[1].way.count == before[1].way.count
    arrive(qtbot, session, 33)


def test_a_compact_past_still_leads_to_every_moment(qtbot, session):
    wanted = replay(session.timeline.way.before(37), 37)
    session.branches.compact_past(1)
    assert session.timeline.way.count == 2
    arrive(qtbot, session, 37)
    assert np.array_equal(session.looking.network.flat_params, wanted.params)
    train(qtbot, session)
    assert session.timeline.first == 0


def test_the_ways_of_branches_stay_within_the_budget_and_the_present_one_has_half_of_it(qtbot, session):
    size = sum(
        each.nbytes for each in (session.document.state.checkpoint.params, session.document.state.checkpoint.state)
    )
    session.timeline.budget = 30 * size
    for n in range(8):
        branch(qtbot, session, 18 - 2 * n, lr=0.01 * (n + 1))
        assert session.timeline.nbytes <= session.timeline.budget
    assert session.timeline.way.first == 0
    assert session.timeline.way.count > 3
    assert all(way.way.end is session.runs.run(number).checkpoint for number, way in session.timeline.branches.items())


def test_saving_without_the_past_leaves_the_moments_of_all_branches_out_and_says_how_much(qtbot, session, tmp_path):
    branch(qtbot, session, 20, lr=0.2)
    files, sizes = FileWork(session), []
    for with_way in (True, False):
        with qtbot.waitSignal(files.saved):
            files.save(tmp_path / f"{with_way}.safetensors", with_way=with_way)
        sizes.append((files.moments_saved, files.moments_left))
    files.close()
    (kept, none), (nothing, left) = sizes
    assert (none, nothing) == (0, 0)
    assert kept == left > 0
    whole, bare = ((tmp_path / f"{with_way}.safetensors").read_bytes() for with_way in (True, False))
    assert len(whole) - len(bare) > kept
    saved = unpack(bare)
    assert (saved.way, saved.branches, len(saved.state.runs)) == (None, {}, 1)


def test_a_switch_in_the_middle_of_a_training_keeps_what_was_learned(qtbot, session):
    second = branch(qtbot, session, 20, lr=0.2).run_label.number
    session.editing.edit_config("long", epochs=100_000)
    session.control.train()
    qtbot.waitUntil(lambda: session.run.is_running and session.run.iteration > 300)
    session.branches.switch(1)
    qtbot.waitUntil(lambda: not session.control.is_busy and session.document.state.run_label.number == 1)
    left = session.runs.run(second)
    assert left.updates == left.checkpoint.iteration > 300
    way = session.timeline.branches[second].way
    assert way.end is left.checkpoint
    assert are_same(replay(way.before(way.last - 1), way.last), left.checkpoint)
    session.document.undo()
    assert session.document.state.checkpoint is left.checkpoint
