"""The form's edits of layers keep the weights of the layers that a person meant."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QObject

from nn.network import NetworkSpec
from playground.panels.training.edits import TrainingEdits, bytes_text
from playground.panels.training.form import TrainingForm
from playground.panels.training.layers_editor import HiddenLayer

SIX = HiddenLayer(6, "Relu")


@pytest.fixture
def edited(qtbot, session):
    """Give a session with a small trained network and the signal with which the form edits its layers."""
    form, parent = TrainingForm(), QObject()
    qtbot.addWidget(form)
    edits = TrainingEdits(session, form, parent)
    session.editing.edit_spec("small", NetworkSpec.mlp(784, (6, 6), 10))
    session.control.step_iteration()
    qtbot.waitUntil(lambda: not session.control.is_busy)
    yield session, form.layers_edited, {name: values.copy() for name, values in session.live.network.params.items()}
    edits.deleteLater()


def test_removing_the_first_of_two_alike_keeps_the_second(edited):
    session, layers_edited, before = edited
    layers_edited.emit((SIX,), "remove", (1,))
    np.testing.assert_array_equal(session.live.network.params["b1"], before["b2"])
    np.testing.assert_array_equal(session.live.network.params["W1"][:6], before["W2"])
    np.testing.assert_array_equal(session.live.network.params["W2"], before["W3"])


def test_layers_that_change_places_take_their_weights_along(edited):
    session, layers_edited, before = edited
    layers_edited.emit((SIX, SIX), "move", (1, 0))
    np.testing.assert_array_equal(session.live.network.params["b1"], before["b2"])
    np.testing.assert_array_equal(session.live.network.params["b2"], before["b1"])
    assert str(session.document.undo_text) == "Move layer"


def test_another_number_of_units_keeps_the_neurons(edited):
    session, layers_edited, before = edited
    layers_edited.emit((HiddenLayer(9, "Tanh"), SIX), "units", (0, 1))
    np.testing.assert_array_equal(session.live.network.params["W1"][:, :6], before["W1"])
    assert session.document.state.checkpoint.iteration == 1


def test_a_new_layer_leaves_the_others_alone(edited):
    session, layers_edited, before = edited
    layers_edited.emit((SIX, SIX, SIX), "add", (0, 1, None))
    for new, old in (("W1", "W1"), ("W2", "W2"), ("W4", "W3")):
        np.testing.assert_array_equal(session.live.network.params[new], before[old])


@pytest.mark.parametrize(
    ("size", "text"),
    [(340, "0.3 kB"), (8_500, "8.5 kB"), (3_540_000, "3.5 MB"), (2_000_000_000, "2.0 GB")],
)
def test_memory_is_written_in_a_unit_that_leaves_something_before_the_point(size, text):
    assert bytes_text(size) == text
