"""Reading a digit: who reads, with which weights, and what is said when nobody can."""

from __future__ import annotations

import numpy as np
import pytest

from nn.network import Network, NetworkSpec
from nn.training import Checkpoint
from playground.session.looking.recognition import Example, Prediction, Recognition

SPEC = NetworkSpec.mlp(784, (16,), 10)


@pytest.fixture
def recognition(qapp: object) -> Recognition:
    return Recognition(SPEC, Checkpoint.initial(SPEC, 1))


@pytest.fixture
def example() -> Example:
    pixels = np.random.default_rng(0).random(784, dtype=np.float32)
    pixels.flags.writeable = False
    return Example(pixels, 7, "test 1")


def heard(recognition: Recognition) -> list[Prediction | None]:
    predictions: list[Prediction | None] = []
    recognition.prediction_changed.connect(predictions.append)
    return predictions


def test_the_chosen_network_reads(recognition: Recognition, example: Example) -> None:
    shipped = Network(SPEC, 2)
    recognition.set_shipped(shipped)
    predictions = heard(recognition)
    recognition.show_example(example)
    recognition.set_recogniser("mine")
    for prediction, network in zip(predictions, (shipped, recognition.mine), strict=True):
        expected = network.output(example.pixels)
        np.testing.assert_allclose(prediction.outputs, expected, rtol=1e-5)
        assert prediction.digit == expected.argmax()
        assert prediction.classes == tuple("0123456789")
        assert not prediction.outputs.flags.writeable
    assert [prediction.recogniser for prediction in predictions] == ["shipped", "mine"]


def test_nothing_is_said_before_there_is_a_network_or_an_example(recognition: Recognition, example: Example) -> None:
    predictions = heard(recognition)
    recognition.show_example(example)
    assert predictions == []
    recognition.set_shipped(Network(SPEC, 2))
    assert len(predictions) == 1
    recognition.show_example(None)
    assert predictions[1:] == [None]
    recognition.show_example(None)
    assert len(predictions) == 2


def test_new_weights_are_read_with_at_once(recognition: Recognition, example: Example) -> None:
    recognition.set_recogniser("mine")
    recognition.show_example(example)
    predictions = heard(recognition)
    other = Checkpoint.initial(SPEC, 5)
    recognition.show_weights(SPEC, other.params, other.state)
    assert len(predictions) == 1
    np.testing.assert_allclose(predictions[0].outputs, Network(SPEC, 5).output(example.pixels), rtol=1e-5)


def test_the_shipped_answer_does_not_move_with_training(recognition: Recognition, example: Example) -> None:
    recognition.set_shipped(Network(SPEC, 2))
    recognition.show_example(example)
    predictions = heard(recognition)
    recognition.show_weights(SPEC, Checkpoint.initial(SPEC, 5).params, recognition.mine.flat_state)
    assert predictions == []


@pytest.mark.parametrize("outputs", [3, 10])
def test_a_network_for_other_numbers_says_nothing(recognition: Recognition, example: Example, outputs: int) -> None:
    recognition.set_recogniser("mine")
    recognition.show_example(example)
    predictions = heard(recognition)
    spec = NetworkSpec.mlp(2, (4,), outputs)
    recognition.show_weights(spec, Checkpoint.initial(spec).params, np.empty(0, np.float32))
    assert predictions == [None]


def test_outputs_that_are_not_the_ten_digits_name_none(recognition: Recognition, example: Example) -> None:
    spec = NetworkSpec.mlp(784, (4,), 3)
    recognition.set_recogniser("mine")
    recognition.show_weights(spec, Checkpoint.initial(spec).params, np.empty(0, np.float32))
    recognition.show_example(example)
    assert recognition.prediction is not None
    assert (recognition.prediction.digit, recognition.prediction.classes) == (None, ())
    assert recognition.prediction.outputs.shape == (3,)


def test_a_diverged_network_names_no_digit(recognition: Recognition, example: Example) -> None:
    recognition.set_recogniser("mine")
    recognition.show_example(example)
    recognition.show_weights(SPEC, np.full_like(recognition.mine.flat_params, np.nan), recognition.mine.flat_state)
    assert recognition.prediction is not None
    assert recognition.prediction.digit is None


def test_a_network_for_images_reads_the_same_pixels(recognition: Recognition, example: Example) -> None:
    spec = NetworkSpec((1, 28, 28), SPEC.layers)
    recognition.set_recogniser("mine")
    recognition.show_example(example)
    flat = recognition.prediction
    recognition.show_weights(spec, recognition.mine.flat_params.copy(), recognition.mine.flat_state)
    assert flat is not None
    assert recognition.prediction is not None
    np.testing.assert_allclose(recognition.prediction.outputs, flat.outputs, rtol=1e-5)


def test_an_unknown_recogniser_is_refused_by_name(recognition: Recognition) -> None:
    with pytest.raises(ValueError, match="'theirs'; choose 'shipped' or 'mine'"):
        recognition.set_recogniser("theirs")  # type: ignore[arg-type]
