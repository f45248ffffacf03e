"""The sample that is shown: chosen by a person, or a sensible one, and what the network makes of it."""

from __future__ import annotations

import numpy as np
import pytest

from nn.network import NetworkSpec
from playground.session.looking.example import Example
from playground.session.session import Session


def a_digit(seed=0):
    pixels = np.random.default_rng(seed).random(784, dtype=np.float32)
    pixels.flags.writeable = False
    return Example(pixels, 3, "drawn")


@pytest.fixture
def plane(qtbot, session: Session):
    """Give a session on two inputs."""
    with qtbot.waitSignal(session.document.dataset_changed):
        session.editing.choose_dataset("circle")
    return session


def test_without_a_drawing_the_first_test_image_is_shown(session):
    assert session.looking.sample.origin == "test 0"
    assert session.looking.sample.x.shape == (1, 784)
    assert session.looking.observation.loss == pytest.approx(
        session.live.network.loss(session.looking.sample.x, session.looking.sample.t)
    )


def test_a_drawing_is_shown_and_an_empty_canvas_gives_the_test_image_back(session):
    session.looking.show_example(a_digit())
    assert session.looking.sample.origin == "drawn"
    session.looking.show_example(None)
    assert session.looking.sample.origin == "test 0"


def test_the_values_are_those_of_every_layer(session):
    values, x = session.looking.observation.values, session.looking.sample.x
    for layer, got in zip(session.live.network.layers.values(), values[1:], strict=True):
        x = layer.forward(x)
        assert np.array_equal(got, x)
    assert np.array_equal(session.looking.observation.output, session.live.network.output(session.looking.sample.x))


def test_an_edit_of_the_weights_makes_another_observation(session, qtbot):
    before = session.looking.observation
    with qtbot.waitSignal(session.looking.changed):
        session.weights.set("Zero", {"b3": np.arange(10)})
    assert session.looking.observation is not before
    assert np.allclose(session.looking.observation.values[-1] - before.values[-1], np.arange(10), atol=1e-5)


def test_typed_numbers_stay_until_they_no_longer_fit(plane):
    plane.looking.type_sample([0.5, -0.5], 1)
    assert plane.looking.sample.origin == "typed"
    plane.weights.set("Zero", {"b1": np.ones(100)})
    assert plane.looking.sample.origin == "typed"
    plane.editing.edit_spec("Other input", NetworkSpec.mlp(3, (2,), 2))
    assert plane.looking.sample is None
    assert plane.looking.observation is None
    plane.document.undo()
    assert plane.looking.sample.origin == "typed"


def other_data(session, qtbot):
    """Choose other points in the plane."""
    with qtbot.waitSignal(session.document.dataset_changed):
        session.editing.choose_dataset("spiral")
    assert session.library.data.name == "spiral"


def test_typed_numbers_stay_when_the_data_change(plane, qtbot):
    plane.looking.type_sample([0.5, -0.5], 1)
    other_data(plane, qtbot)
    assert plane.looking.sample.origin == "typed"
    assert plane.looking.sample.x.tolist() == [[0.5, -0.5]]
    plane.document.undo()
    assert plane.looking.sample.origin == "typed"


def test_a_row_of_other_data_is_shown_no_longer(plane, qtbot):
    plane.looking.show_row(7, "train")
    other_data(plane, qtbot)
    assert plane.looking.sample.origin == "test 0"
    assert np.allclose(plane.looking.sample.x[0], plane.library.data.x_test[0])


def test_a_row_of_the_data_is_shown(plane):
    plane.looking.show_row(7, "train")
    assert plane.looking.sample.origin == "train 7"
    assert np.allclose(plane.looking.sample.x[0], plane.library.data.x[7])


def test_a_digit_of_the_data_goes_to_the_drawing_panel_too(session):
    session.looking.show_row(12)
    assert (session.looking.example.origin, session.looking.example.label) == (
        "test 12",
        int(session.library.data.t_test[12]),
    )
    assert np.array_equal(session.looking.sample.x[0], session.looking.example.pixels)


def test_another_dtype_casts_the_sample(plane):
    plane.looking.type_sample([0.1, 0.2])
    from dataclasses import replace

    plane.editing.edit_spec("Precision", replace(plane.document.state.spec, dtype="float64"))
    assert plane.looking.sample.x.dtype == np.float64
