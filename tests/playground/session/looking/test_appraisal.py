"""What an edit did, before and after, on the sample and on the test data."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nn.network import Network
from playground.session.loading import Loader
from playground.session.session import Session


@pytest.fixture
def measured(qtbot, session: Session):
    """Return a function that waits for the consequence of the last edit with all its numbers."""

    def wait():
        def is_there():
            found = session.consequences.consequence
            is_last = found is not None and found.text is session.document.gesture
            return is_last and None not in (found.before.accuracy, found.after.accuracy)

        qtbot.waitUntil(is_there)
        return session.consequences.consequence

    return wait


def test_an_edit_is_compared_with_what_was_before(session, measured):
    before = session.live.network.output(session.looking.sample.x)[0]
    accuracy = session.live.network.accuracy(session.library.data.x_test / np.float32(255), session.library.data.t_test)
    session.weights.set_cells("Set b3[0]", "b3", 0, 100.0)
    found = measured()
    assert str(found.text) == "Set b3[0]"
    assert np.allclose(found.before.output, before)
    assert found.after.output[0] == pytest.approx(1)
    assert found.before.accuracy == pytest.approx(accuracy, abs=1e-4)
    assert found.after.accuracy == pytest.approx(np.mean(session.library.data.t_test == 0))
    assert found.after.loss > found.before.loss


def test_undo_is_compared_too_and_known_at_once(session, measured):
    session.weights.set_cells("Set b3[0]", "b3", 0, 100.0)
    done = measured()
    session.document.undo()
    undone = measured()
    assert str(undone.text) == "Undo: Set b3[0]"
    assert (undone.before.accuracy, undone.after.accuracy) == (done.after.accuracy, done.before.accuracy)


def test_a_whole_drag_is_compared_with_its_beginning(session, measured):
    state = session.document.state
    for value in (1.0, 2.0, 100.0):
        session.weights.set_cells("Set b3[0]", "b3", 0, value, merge_key="drag")
    assert session.document.before is state
    assert measured().before.output[0] == pytest.approx(session_output(state, session.looking.sample)[0])


def test_an_edit_that_leaves_the_network_alone_has_no_consequence(session, measured, qtbot):
    session.weights.set_cells("Set b3[0]", "b3", 0, 100.0)
    measured()
    with qtbot.waitSignal(session.consequences.changed):
        session.editing.edit_config("Set learning rate", lr=0.5)
    assert session.consequences.consequence is None


def test_numbers_that_come_too_late_are_of_no_edit(session, measured, qtbot):
    answers, loader = [], session.consequences.findChild(Loader)
    loader.loaded.connect(answers.append)
    session.weights.set_cells("Set b3[0]", "b3", 0, 100.0)
    measured()
    with qtbot.waitSignal(session.consequences.changed):
        session.editing.edit_config("Rate", lr=0.5)
    loader.loaded.emit(answers[-1])  # as when it was measured just before
    assert session.consequences.consequence is None


def test_an_edit_of_the_layers_is_compared(session, measured):
    spec = session.document.state.spec
    session.editing.edit_spec(
        "Set activation",
        replace(
            spec, layers=tuple(replace(layer, kind="Step") if layer.kind == "Relu" else layer for layer in spec.layers)
        ),
    )
    found = measured()
    assert found.before.output.shape == found.after.output.shape == (10,)
    assert not np.allclose(found.before.output, found.after.output)


def test_an_edit_while_training_runs_is_compared_at_the_weights_of_that_moment(session, measured, qtbot):
    """And not with the starting weights, which nobody sees any more."""
    started = session.document.state
    train_until_it_reads_digits(session, qtbot)
    session.editing.edit_spec("Set activation", with_activation(started.spec, "LeakyRelu"))
    assert session.run.is_running
    assert session.document.state.checkpoint is started.checkpoint
    found = measured()
    assert found.before.accuracy > 0.5
    assert found.after.accuracy == pytest.approx(found.before.accuracy, abs=0.1)


def test_the_end_of_a_run_with_an_edit_in_it_is_compared_with_its_beginning(session, measured, qtbot):
    started = session.document.state
    train_until_it_reads_digits(session, qtbot)
    session.editing.edit_spec("Set activation", with_activation(started.spec, "Step"))
    session.control.stop()
    qtbot.waitUntil(lambda: not session.control.is_busy)
    assert str(session.document.gesture).startswith("Train ")
    assert measured().before.output == pytest.approx(session_output(started, session.looking.sample), abs=1e-6)


def test_what_an_edit_did_stays_what_it_did_when_training_goes_on(session, measured, qtbot):
    session.weights.set_cells("Set b3[0]", "b3", 0, 100.0)
    done = measured()
    train_until_it_reads_digits(session, qtbot)
    session.looking.show_row(5)
    qtbot.waitUntil(lambda: session.consequences.consequence is not done)
    found = session.consequences.consequence
    assert str(found.text) == "Set b3[0]"
    assert found.after.output[0] == pytest.approx(1)
    assert found.after.accuracy == done.after.accuracy


def train_until_it_reads_digits(session, qtbot):
    session.control.train()
    x, t = session.library.data.x_test[:500] / np.float32(255), session.library.data.t_test[:500]
    qtbot.waitUntil(lambda: session.live.moment.updates > 0 and session.live.network.accuracy(x, t) > 0.7)


def with_activation(spec, kind):
    return replace(
        spec, layers=tuple(replace(layer, kind=kind) if layer.kind == "Relu" else layer for layer in spec.layers)
    )


def session_output(state, sample):
    network = Network(state.spec, None)
    network.load(state.checkpoint.params)
    return network.output(sample.x)[0]
