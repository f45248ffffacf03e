"""Edits of layers and neurons as undo steps of the document."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from nn.editing import architecture as edits
from nn.network import LayerSpec, NetworkSpec
from nn.training import Checkpoint
from playground.session.loading import Loader
from playground.session.session import Session

SMALL = NetworkSpec.mlp(2, (4, 3), 2)
LARGE = NetworkSpec.mlp(2, (600, 600), 2)


@pytest.fixture
def points(qtbot: QtBot, qapp: object) -> Iterator[Session]:
    """Give a session whose small network has learned a little of points around a circle."""
    session = Session(load=False)
    session.editing.choose_dataset("circle")
    qtbot.waitUntil(lambda: session.library.data is not None and session.library.data.name == "circle")
    session.editing.edit_spec("small", SMALL)
    session.control.step_iteration()
    qtbot.waitUntil(lambda: session.document.state.checkpoint.iteration == 1)
    session.told = []
    session.status.connect(session.told.append)
    yield session
    session.close()


def weights(session: Session) -> dict[str, np.ndarray]:
    return {name: values.copy() for name, values in session.live.network.params.items()}


def test_every_edit_is_one_step_with_a_name(points: Session) -> None:
    architecture, document = points.architecture, points.document
    steps = (
        (partial(architecture.insert_layers, 2, [LayerSpec.of("Dropout")]), "Insert Dropout"),
        (partial(architecture.move_layers, 2, 1, 1), "Move Dropout1"),
        (partial(architecture.remove_layers, 1), "Remove Dropout1"),
        (partial(architecture.set_units, 0, 5), "Give Affine1 5 neurons"),
        (partial(architecture.add_neuron, 2), "Add a neuron to Affine2"),
        (partial(architecture.remove_neuron, 2, 0), "Remove neuron 1 of Affine2"),
        (partial(architecture.move_neuron, 0, 1, 3), "Move neuron 2 of Affine1"),
        (partial(architecture.change_layer, 1, LayerSpec.of("Tanh")), "Change Relu1"),
        (partial(architecture.set_input, (1, 2)), "Set the input shape"),
    )
    for edit, name in steps:
        before = document.state
        edit()
        assert document.undo_text == name
        after = document.state
        assert after.checkpoint.iteration == 1
        document.undo()
        assert document.state == before
        document.redo()
        assert document.state == after
    assert {text for text in points.told if not text.startswith(("Undo: ", "Redo: "))} == {""}


def test_training_goes_on_from_where_it_was(qtbot: QtBot, points: Session) -> None:
    points.architecture.add_neuron(0)
    points.architecture.insert_layers(1, [LayerSpec.of("BatchNormalization")])
    points.control.step_iteration()
    qtbot.waitUntil(lambda: points.document.state.checkpoint.iteration == 2)
    assert [record.first_iteration for record in points.document.state.history] == [1, 2]
    assert points.document.state.checkpoint.since == 0


def test_a_new_neuron_leaves_the_old_numbers_as_they_are(points: Session) -> None:
    before = weights(points)
    points.architecture.add_neuron(0)
    after = weights(points)
    np.testing.assert_array_equal(after["W1"][:, :4], before["W1"])
    np.testing.assert_array_equal(after["W2"][:4], before["W2"])
    np.testing.assert_array_equal(after["W3"], before["W3"])


def test_an_untouched_network_is_drawn_as_a_whole_only_when_asked_to(points: Session) -> None:
    points.editing.reset_weights(3)
    drawn = weights(points)
    points.architecture.set_units(0, 6)
    np.testing.assert_array_equal(weights(points)["W1"][:, :4], drawn["W1"])
    points.document.undo()
    points.architecture.edit("units", partial(edits.set_units, index=0, units=6), draw_untouched=True)
    state = points.document.state
    np.testing.assert_array_equal(state.checkpoint.params, Checkpoint.initial(state.spec, 3).params)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (partial(edits.set_units, index=4, units=3), "The last layer would give 3 numbers, but the data need 2"),
        (partial(edits.remove_layers, first=4), "The last layer would give 3 numbers"),
        (partial(edits.set_input, shape=(3,)), "Each sample of the data has 2 numbers; the network would take 3"),
        (partial(edits.set_units, index=0, units=900_000_000), "units is 900000000"),
        (partial(edits.set_units, index=0, units=1_000_000), ""),
        (partial(edits.insert_layers, index=1, layers=[LayerSpec.of("Affine", units=1_000_000)] * 2), "GB to train"),
    ],
)
def test_what_cannot_be_built_is_explained_and_changes_nothing(points: Session, change, reason: str) -> None:
    before = points.document.state
    assert reason in points.architecture.refusal(change)
    if reason:
        points.architecture.edit("never", change)
        assert points.document.state is before
        assert reason in points.told[-1]


def test_a_run_is_ended_first_when_numbers_change_their_places(qtbot: QtBot, points: Session) -> None:
    points.control.train()
    for _ in range(3):  # each counts from what the others have left
        points.architecture.add_neuron(0)
    qtbot.waitUntil(lambda: not points.control.is_busy)
    assert points.document.state.spec.plans[0].output == (7,)
    assert not points.run.is_running
    assert points.document.undo_text == "Add a neuron to Affine1"
    assert "Training was paused" in points.told[-1]
    points.architecture.add_neuron(0)
    assert points.told[-1] == ""


def test_a_run_goes_on_when_every_number_keeps_its_place(points: Session) -> None:
    points.control.train()
    points.architecture.insert_layers(1, [LayerSpec.of("Identity")])
    assert points.document.state.spec.layers[1].kind == "Identity"
    assert points.run.is_running


def test_the_numbers_of_a_large_network_are_made_in_a_thread(qtbot: QtBot, points: Session) -> None:
    with qtbot.waitSignal(points.architecture.building_changed):
        points.architecture.edit("large", lambda spec: edits.matched(spec, LARGE))
    assert points.architecture.is_building
    assert points.document.state.spec == SMALL
    qtbot.waitUntil(lambda: points.document.state.spec == LARGE)
    assert not points.architecture.is_building
    assert points.document.state.checkpoint.params.size == LARGE.parameters


def test_a_large_network_can_be_given_up(qtbot: QtBot, points: Session) -> None:
    before = points.document.state
    points.architecture.edit("large", lambda spec: edits.matched(spec, LARGE))
    points.architecture.cancel()
    assert not points.architecture.is_building
    with qtbot.waitSignal(points.architecture.findChild(Loader).loaded):
        pass
    assert points.document.state is before


def test_a_large_network_does_not_overwrite_what_was_edited_meanwhile(qtbot: QtBot, points: Session) -> None:
    points.architecture.edit("large", lambda spec: edits.matched(spec, LARGE))
    points.architecture.add_neuron(0)
    qtbot.waitUntil(lambda: not points.architecture.is_building)
    assert points.document.state.spec.plans[0].output == (5,)
    assert "changed meanwhile" in points.told[-1]


def test_a_large_network_is_drawn_anew_without_the_window_waiting(qtbot, session):
    session.editing.edit_spec("Large", NetworkSpec.mlp(784, (512, 256), 10))
    assert session.architecture.is_building
    qtbot.waitUntil(lambda: not session.architecture.is_building)
    assert session.live.network.spec.parameters == 535_818
    for edit, seed in (
        (lambda: session.editing.reset_weights(7), 7),
        (lambda: session.editing.edit_config("Seed", seed=11), 11),
    ):
        edit()
        assert session.architecture.is_building
        qtbot.waitUntil(lambda: not session.architecture.is_building)
        state = session.document.state
        assert state.config.seed == seed
        drawn = Checkpoint.initial(state.spec, seed)
        assert np.array_equal(state.checkpoint.params, drawn.params)


def test_what_is_set_while_a_large_network_is_drawn_is_kept(qtbot, session):
    session.editing.edit_spec("Large", NetworkSpec.mlp(784, (512, 256), 10))
    qtbot.waitUntil(lambda: not session.architecture.is_building)
    session.editing.reset_weights(7)
    session.editing.edit_config("Learning rate", lr=0.5)
    qtbot.waitUntil(lambda: not session.architecture.is_building)
    assert (session.document.state.config.seed, session.document.state.config.lr) == (7, 0.5)


@pytest.mark.parametrize("make", ["new numbers", "another network"])
def test_a_run_waits_for_a_large_network_that_is_being_made(qtbot, session, make):
    if make == "new numbers":
        session.editing.edit_spec("Set network", NetworkSpec.mlp(784, (512, 256), 10))
        qtbot.waitUntil(lambda: not session.architecture.is_building)
        session.editing.reset_weights(seed=5)
    else:
        session.editing.edit_spec("Set network", NetworkSpec.mlp(784, (600,), 10))
    session.control.step_iteration()
    assert session.architecture.is_building
    assert not session.run.is_running
    qtbot.waitUntil(lambda: session.document.state.checkpoint.iteration == 1)
    session.document.undo()
    state = session.document.state
    assert state.checkpoint.iteration == 0
    if make == "new numbers":
        expected = Checkpoint.initial(state.spec, 5)
        np.testing.assert_array_equal(state.checkpoint.params, expected.params)
    else:
        assert state.spec == NetworkSpec.mlp(784, (600,), 10)


def test_a_run_that_waits_begins_when_the_large_network_is_given_up(qtbot, session):
    session.editing.edit_spec("Set network", NetworkSpec.mlp(784, (600,), 10))
    session.control.step_iteration()
    session.architecture.cancel()
    qtbot.waitUntil(lambda: session.document.state.checkpoint.iteration == 1)
    assert session.document.state.spec != NetworkSpec.mlp(784, (600,), 10)
