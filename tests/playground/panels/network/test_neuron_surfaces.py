"""A picture of every neuron: what it shows, when it is made anew, and that it does not disturb the network."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget

from nn.network import NetworkSpec
from playground.panels.network.neuron_surfaces import MOST_UNITS, SIDE, NeuronSurfaces
from playground.session.looking.selection import INPUT, Neuron
from playground.window.theme import palette_of


@pytest.fixture
def view(qtbot):
    view = QWidget()
    qtbot.addWidget(view)
    view.show()
    qtbot.waitExposed(view)
    return view


@pytest.fixture
def neurons(session, view):
    return NeuronSurfaces(session, view)


@pytest.fixture
def two_inputs(qtbot, session):
    """Give the session with points in the plane and a network 2-3-2."""
    with qtbot.waitSignal(session.document.dataset_changed):
        session.editing.choose_dataset("circle", samples=40)
    session.editing.edit_spec("Build", NetworkSpec.mlp(2, (3,), 2))
    return session


def attached(qtbot, neurons, session):
    neurons.out_of_date()
    qtbot.waitUntil(lambda: neurons.pictures is not None)
    return neurons.pictures


def is_blue(color):
    return color.blue() > color.red() + 20


def is_orange(color):
    return color.red() > color.blue() + 20


def test_every_neuron_of_every_layer_has_a_picture(qtbot, neurons, two_inputs):
    pictures = attached(qtbot, neurons, two_inputs)
    sizes = {INPUT: 2, 0: 3, 1: 3, 2: 2}
    assert set(pictures) == {Neuron(layer, index) for layer, count in sizes.items() for index in range(count)}
    assert {(image.width(), image.height()) for image in pictures.values()} == {(SIDE, SIDE)}


def test_the_inputs_grow_to_the_right_and_upwards(qtbot, neurons, two_inputs):
    pictures = attached(qtbot, neurons, two_inputs)
    x1, x2 = pictures[Neuron(INPUT, 0)], pictures[Neuron(INPUT, 1)]
    assert is_orange(x1.pixelColor(0, 12))
    assert is_blue(x1.pixelColor(SIDE - 1, 12))
    assert is_blue(x2.pixelColor(12, 0))
    assert is_orange(x2.pixelColor(12, SIDE - 1))


def test_an_edit_of_the_weights_is_seen(qtbot, neurons, two_inputs):
    attached(qtbot, neurons, two_inputs)
    weights = np.zeros((2, 3))
    weights[1, 0] = 1  # the first neuron grows upwards, the others are 0 everywhere
    before = neurons.pictures
    two_inputs.weights.set("Set weights", {"W1": weights, "b1": np.zeros(3)})
    qtbot.waitUntil(lambda: neurons.pictures is not before)
    assert is_blue(neurons.pictures[Neuron(0, 0)].pixelColor(12, 0))
    assert is_orange(neurons.pictures[Neuron(0, 0)].pixelColor(12, SIDE - 1))
    rectified = neurons.pictures[Neuron(1, 0)]
    assert is_blue(rectified.pixelColor(12, 0))
    ground = neurons.parent().palette().base().color()
    assert rectified.pixelColor(12, SIDE - 1) == ground
    assert neurons.pictures[Neuron(0, 1)].pixelColor(3, 3) == ground


def test_what_diverged_is_shown_and_does_not_hide_the_other_layers(qtbot, neurons, two_inputs):
    attached(qtbot, neurons, two_inputs)
    two_inputs.weights.set("Set weights", {"b2": np.array([np.nan, 0.0])})
    neurons.catch_up()
    broken = neurons.pictures[Neuron(2, 0)].pixelColor(5, 5)
    assert broken.red() > broken.green() + 60  # magenta
    assert is_blue(neurons.pictures[Neuron(INPUT, 0)].pixelColor(SIDE - 1, 12))


def test_there_are_none_for_other_inputs(qtbot, neurons, two_inputs):
    attached(qtbot, neurons, two_inputs)
    told = []
    neurons.pictures_changed.connect(told.append)
    with qtbot.waitSignal(two_inputs.document.dataset_changed):
        two_inputs.editing.choose_dataset("mnist")
    assert told[-1] is None
    assert neurons.pictures is None


def test_a_layer_of_too_many_neurons_has_none(qtbot, neurons, two_inputs):
    two_inputs.editing.edit_spec("Build", NetworkSpec.mlp(2, (MOST_UNITS + 1, 4), 2))
    pictures = attached(qtbot, neurons, two_inputs)
    assert {neuron.layer for neuron in pictures} == {INPUT, 2, 3, 4}


def test_they_follow_a_run_and_the_theme(qtbot, view, neurons, two_inputs):
    attached(qtbot, neurons, two_inputs)
    told = []
    neurons.pictures_changed.connect(told.append)
    two_inputs.editing.edit_config("Set epochs", epochs=1_000_000)
    two_inputs.control.train()
    qtbot.waitUntil(lambda: len(told) > 5)
    two_inputs.control.stop()
    qtbot.waitUntil(lambda: not two_inputs.control.is_busy)
    view.setPalette(palette_of("dark"))
    neurons.out_of_date()
    dark = palette_of("dark").base().color()
    qtbot.waitUntil(
        lambda: abs(neurons.pictures[Neuron(INPUT, 0)].pixelColor(12, 3).lightness() - dark.lightness()) < 40
    )


def test_the_network_keeps_what_it_remembers(qtbot, neurons, two_inputs):
    observed = two_inputs.looking.observation
    first = two_inputs.live.network.layers["Affine1"].x
    attached(qtbot, neurons, two_inputs)
    assert two_inputs.live.network.layers["Affine1"].x is first
    assert two_inputs.looking.observation is observed
