"""Reading a digit: who reads, with which weights, and what is said when nobody can."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from nn.network import Network, NetworkSpec
from nn.training import Checkpoint
from playground.session.looking.example import Example
from playground.session.looking.prediction import Prediction
from playground.session.session import Session

SPEC = NetworkSpec.mlp(784, (16,), 10)


@pytest.fixture
def session(qapp: object) -> Iterator[Session]:
    made = Session(load=False)
    checkpoint = Checkpoint.initial(SPEC, 1)
    made.document.begin(replace(made.document.state, spec=SPEC, checkpoint=checkpoint))
    yield made
    made.close()


@pytest.fixture
def example() -> Example:
    pixels = np.random.default_rng(0).random(784, dtype=np.float32)
    pixels.flags.writeable = False
    return Example(pixels, 7, "test 1")


def heard(session: Session) -> list[Prediction | None]:
    predictions: list[Prediction | None] = []
    session.looking.prediction_changed.connect(predictions.append)
    return predictions


def test_the_chosen_network_reads(session: Session, example: Example) -> None:
    shipped = Network(SPEC, 2)
    session.library.put_shipped(shipped)
    session.looking.choose("shipped")
    predictions = heard(session)
    session.looking.show_example(example)
    session.looking.choose("mine")
    for prediction, network in zip(predictions, (shipped, session.live.network), strict=True):
        expected = network.output(example.pixels)
        np.testing.assert_allclose(prediction.outputs, expected, rtol=1e-5)
        assert prediction.digit == expected.argmax()
        assert prediction.classes == tuple("0123456789")
        assert not prediction.outputs.flags.writeable
    assert [prediction.network for prediction in predictions] == ["shipped", "mine"]


def test_the_own_network_reads_until_the_shipped_one_is_loaded(session: Session, example: Example) -> None:
    session.looking.choose("shipped")
    predictions = heard(session)
    session.looking.show_example(example)
    session.library.put_shipped(Network(SPEC, 2))
    assert [prediction and prediction.network for prediction in predictions] == ["mine", "shipped"]
    session.looking.show_example(None)
    assert predictions[2:] == [None]
    session.looking.show_example(None)
    assert len(predictions) == 3


def test_new_weights_are_read_with_at_once(session: Session, example: Example) -> None:
    session.looking.choose("mine")
    session.looking.show_example(example)
    predictions = heard(session)
    other = Checkpoint.initial(SPEC, 5)
    session.live.show_weights(SPEC, other.params, other.state)
    assert len(predictions) == 1
    np.testing.assert_allclose(predictions[0].outputs, Network(SPEC, 5).output(example.pixels), rtol=1e-5)


def test_the_shipped_answer_does_not_move_with_training(session: Session, example: Example) -> None:
    session.library.put_shipped(Network(SPEC, 2))
    session.looking.choose("shipped")
    session.looking.show_example(example)
    predictions = heard(session)
    session.live.show_weights(SPEC, Checkpoint.initial(SPEC, 5).params, session.live.network.flat_state)
    assert predictions == []


@pytest.mark.parametrize("outputs", [3, 10])
def test_a_network_for_other_numbers_says_nothing(session: Session, example: Example, outputs: int) -> None:
    session.looking.choose("mine")
    session.looking.show_example(example)
    predictions = heard(session)
    spec = NetworkSpec.mlp(2, (4,), outputs)
    session.live.show_weights(spec, Checkpoint.initial(spec).params, np.empty(0, np.float32))
    assert predictions == [None]


def test_outputs_that_are_not_the_ten_digits_name_none(session: Session, example: Example) -> None:
    spec = NetworkSpec.mlp(784, (4,), 3)
    session.looking.choose("mine")
    session.live.show_weights(spec, Checkpoint.initial(spec).params, np.empty(0, np.float32))
    session.looking.show_example(example)
    assert session.looking.prediction is not None
    assert (session.looking.prediction.digit, session.looking.prediction.classes) == (None, ())
    assert session.looking.prediction.outputs.shape == (3,)


def test_a_diverged_network_names_no_digit(session: Session, example: Example) -> None:
    session.looking.choose("mine")
    session.looking.show_example(example)
    session.live.show_weights(
        SPEC, np.full_like(session.live.network.flat_params, np.nan), session.live.network.flat_state
    )
    assert session.looking.prediction is not None
    assert session.looking.prediction.digit is None


def test_a_network_for_images_reads_the_same_pixels(session: Session, example: Example) -> None:
    spec = NetworkSpec((1, 28, 28), SPEC.layers)
    session.looking.choose("mine")
    session.looking.show_example(example)
    flat = session.looking.prediction
    session.live.show_weights(spec, session.live.network.flat_params.copy(), session.live.network.flat_state)
    assert flat is not None
    assert session.looking.prediction is not None
    np.testing.assert_allclose(session.looking.prediction.outputs, flat.outputs, rtol=1e-5)


def test_an_unknown_network_is_refused_by_name(session: Session) -> None:
    with pytest.raises(ValueError, match="'theirs'; choose 'shipped' or 'mine'"):
        session.looking.choose("theirs")  # type: ignore[arg-type]
