"""Runs are kept when another one begins, and can be named, looked at, compared with and taken back."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from playground.session.document.state import RunLabel
from playground.session.runs.figures import figures_of
from playground.session.runs.keeping import bounded, weight_bytes


@pytest.fixture
def session(plane_session):
    return plane_session


def train(qtbot, session, epochs=2, **changes):
    session.editing.edit_config("how", epochs=epochs, **changes)
    count = len(session.document.state.history)
    session.control.train()
    qtbot.waitUntil(lambda: len(session.document.state.history) > count and not session.control.is_busy)
    session.control.stop()


def begun_again(qtbot, session, **changes):
    """Train, and begin anew; return the run that is kept by it."""
    train(qtbot, session, **changes)
    session.editing.reset_weights()
    return session.document.state.runs[-1]


def test_reset_keeps_the_run_and_undo_has_it_back_as_the_current_one(qtbot, session):
    train(qtbot, session)
    train(qtbot, session)  # two stretches, one run
    trained = session.document.state
    session.editing.reset_weights()
    (run,) = session.document.state.runs
    assert run.history is trained.history
    assert run.checkpoint is trained.checkpoint
    assert run.updates == trained.checkpoint.iteration
    assert sum(record.seconds for record in run.history) > 0
    assert session.document.state.run_label.number == 2
    session.document.undo()
    assert session.document.state.runs == ()
    assert session.document.state.history is trained.history
    session.document.redo()
    assert session.document.state.runs == (run,)


def test_a_single_update_and_a_run_that_is_kept_already_are_not_kept_again(qtbot, session):
    session.control.step_iteration()
    qtbot.waitUntil(lambda: session.document.state.history != () and not session.control.is_busy)
    session.editing.reset_weights()
    assert session.document.state.runs == ()
    run = begun_again(qtbot, session)
    session.runs.take_both(run.label.number)
    assert session.document.state.history is run.history
    session.editing.reset_weights()
    assert session.document.state.runs == (run,)


def test_another_document_has_its_own_runs(qtbot, session):
    begun_again(qtbot, session)
    train(qtbot, session)
    fresh = replace(session.document.state, history=(), runs=(), run_label=RunLabel())
    session.editing.replace("another", fresh)
    assert session.document.state.runs == ()
    session.document.undo()
    assert len(session.document.state.runs) == 1


def test_a_run_goes_on_bit_for_bit_when_it_is_taken_back(qtbot, session):
    train(qtbot, session, epochs=2, optimizer="Adam")
    run_number = session.document.state.run_label.number
    train(qtbot, session, epochs=2)
    expected = session.document.state.checkpoint
    session.document.undo()
    session.editing.reset_weights()
    session.editing.edit_config("other", lr=0.5)
    train(qtbot, session, epochs=1)
    session.runs.take_both(run_number)
    assert session.document.state.config.optimizer == "Adam"
    assert [run.label.number for run in session.document.state.runs] == [1, 2]  # what was current is kept, too
    train(qtbot, session, epochs=2)
    np.testing.assert_array_equal(session.document.state.checkpoint.params, expected.params)


def test_settings_alone_repeat_a_run_and_weights_alone_leave_mine(qtbot, session):
    run = begun_again(qtbot, session, lr=0.3, epochs=2)
    session.editing.edit_config("mine", lr=0.01)
    session.runs.take_settings(run.label.number)
    assert session.document.state.config.lr == 0.3
    train(qtbot, session, epochs=2)
    np.testing.assert_array_equal(session.document.state.checkpoint.params, run.checkpoint.params)
    session.document.undo()
    session.editing.edit_config("mine", lr=0.01)
    session.runs.take_weights(run.label.number)
    assert session.document.state.config.lr == 0.01
    assert session.document.state.checkpoint is run.checkpoint
    assert session.branches.lineage.parent(session.document.state.run_label.number) == run.label.number
    now = session.runs.now()
    assert [(each.name, each.here, each.there) for each in session.branches.changed(now)] == [("lr", 0.01, 0.3)]


def test_weights_of_other_layers_are_refused_with_the_reason(qtbot, session):
    run = begun_again(qtbot, session)
    spec = session.document.state.spec
    wider = type(spec).mlp(2, (7,), spec.outputs)
    session.editing.edit_spec("wider", wider)
    assert "layers" in session.runs.obstacle(run.label.number, "weights")
    said = []
    session.runs.status.connect(said.append)
    session.runs.take_weights(run.label.number)
    assert said == [session.runs.obstacle(run.label.number, "weights")]


def test_names_notes_and_pins_are_undo_steps(qtbot, session):
    number = begun_again(qtbot, session).label.number
    session.runs.rename((number,), " the slow one ")
    session.runs.note(number, "x" * 5000)
    session.runs.pin((number, 2), True)
    first, current = session.runs.label(number), session.document.state.run_label
    assert (first.name, len(first.note), first.is_pinned, current.is_pinned) == ("the slow one", 2000, True, True)
    for _ in range(3):
        session.document.undo()
    assert session.runs.label(number) == RunLabel(1)
    session.runs.delete((number,))
    assert session.runs.kept == ()
    session.document.undo()
    assert len(session.runs.kept) == 1


def test_no_more_runs_are_pinned_than_can_be_told_apart(qtbot, session):
    run = begun_again(qtbot, session)
    runs = tuple(replace(run, label=RunLabel(n)) for n in range(1, 20))
    session.document.edit("many", runs=runs, run_label=RunLabel(20))
    session.runs.pin(tuple(range(1, 17)), True)
    session.runs.pin((17,), True)
    assert [each.label.number for each in session.runs.kept if each.label.is_pinned] == list(range(1, 17))


def test_the_oldest_weights_make_room_and_then_the_oldest_curves(qtbot, session):
    run = begun_again(qtbot, session)
    runs = tuple(replace(run, label=RunLabel(n, is_pinned=n == 1)) for n in range(1, 6))
    size = weight_bytes(run)
    curve = sum(record.losses.nbytes + 32 * len(record.evaluations) for record in run.history)
    kept = bounded(runs, 3 * size + 5 * curve)
    assert [each.label.number for each in kept if each.checkpoint is None] == [2, 3]
    kept = bounded(runs, 2 * curve)
    assert [each.label.number for each in kept] == [1, 5]
    assert all(each.checkpoint is None for each in kept[:1])


def test_it_is_told_of_which_runs_only_the_curves_are_kept(qtbot, session):
    begun_again(qtbot, session)
    said = []
    session.runs.status.connect(said.append)
    (run,) = session.document.state.runs
    session.document.edit("room", runs=(replace(run, checkpoint=None),))
    qtbot.waitUntil(lambda: len(said) == 1)
    assert "of Run 1 only the curves are kept" in said[0]
    session.document.undo()
    session.document.redo()
    qtbot.waitUntil(lambda: len(said) == 2)
    begun_again(qtbot, session)
    QApplication.processEvents()
    assert len(said) == 2  # nothing of it is lost again


def test_a_run_is_looked_at_and_compared_with(qtbot, session):
    run = begun_again(qtbot, session)
    session.looking.show_row(0)
    session.looking.choose("run 1")
    subject = session.looking.subject
    assert (subject.name, subject.moment.updates, subject.is_yours_now) == ("run 1", run.updates, False)
    np.testing.assert_array_equal(subject.network.flat_params, run.checkpoint.params)
    assert "Runs" in session.looking.why_fixed()
    session.comparison.open()
    session.comparison.choose("mine")
    assert session.comparison.rival.network is session.live.network
    assert "updates" in [each.name for each in session.comparison.settings_apart()]
    session.looking.choose("mine")
    session.comparison.choose("run 1")
    np.testing.assert_array_equal(session.comparison.rival.network.flat_params, run.checkpoint.params)
    session.runs.delete((1,))
    assert session.comparison.rival is None


def test_a_run_that_is_gone_gives_way_to_yours(qtbot, session):
    begun_again(qtbot, session)
    session.looking.choose("run 1")
    session.runs.delete((1,))
    assert session.looking.subject.name == "mine"
    session.document.undo()
    assert session.looking.subject.name == "run 1"


def test_figures_are_those_of_the_evaluations(qtbot, session):
    run = begun_again(qtbot, session, epochs=3)
    figures = figures_of(run.history)
    measured = [each.test_accuracy for record in run.history for each in record.evaluations]
    assert (figures.best, figures.last) == (max(measured), measured[-1])
    losses = np.concatenate([record.losses for record in run.history]).astype(float)
    assert figures.loss == pytest.approx(losses[-50:].mean())
    assert figures.updates == len(losses)


def test_another_seed_does_bit_for_bit_what_training_in_the_window_does(qtbot, session):
    number = begun_again(qtbot, session, epochs=2, optimizer="Adam").label.number
    session.again.start(number)
    qtbot.waitUntil(lambda: not session.again.is_running)
    group = session.runs.kept[1:]
    assert {run.label.group for run in group} == {group[0].label.number}
    session.editing.edit_config("seed", seed=3)
    train(qtbot, session, epochs=2)
    same = next(run for run in group if run.config.seed == 3)
    np.testing.assert_array_equal(same.checkpoint.params, session.document.state.checkpoint.params)
    np.testing.assert_array_equal(same.history[0].losses, session.document.state.history[0].losses)


def test_seeds_given_up_leave_those_that_are_done(qtbot, session):
    number = begun_again(qtbot, session, epochs=2).label.number
    session.again.start(number)
    qtbot.waitUntil(lambda: session.again.done >= 1)
    session.again.cancel()
    qtbot.waitUntil(lambda: not session.again.is_running)
    assert 1 <= len(session.runs.kept[1:]) <= 5


def test_other_data_are_told_before_anything_is_trained(qtbot, session):
    number = begun_again(qtbot, session).label.number
    session.editing.choose_dataset("spiral")
    qtbot.waitUntil(lambda: session.document.state.dataset.name == "spiral")
    qtbot.waitUntil(lambda: session.library.data is not None)
    assert "other data" in session.again.obstacle(number)
