"""Samples: numbers of any origin become what the network takes, or a sentence says why not."""

from __future__ import annotations

import numpy as np
import pytest

from nn.datasets import DATASETS
from nn.network import NetworkSpec
from playground.session.looking.sample import Sample, of_row, typed

TWO = NetworkSpec.mlp(2, (3,), 2, dtype="float64")


def test_one_sample_gets_an_axis_and_remembers_that_it_had_none():
    sample = typed(TWO, [1.0, 0.5], 1)
    assert sample.x.tolist() == [[1.0, 0.5]]
    assert sample.single
    assert sample.t.tolist() == [1]


def test_a_batch_of_one_stays_a_batch():
    sample = typed(TWO, [[1.0, 0.5]])
    assert (sample.x.shape, sample.single, sample.t) == ((1, 2), False, None)


def test_images_are_laid_out_for_a_network_that_takes_rows():
    images = np.arange(24.0).reshape(2, 3, 2, 2)
    sample = typed(NetworkSpec.mlp(12, (), 3), images)
    assert sample.x.shape == (2, 12)
    assert sample.x[1].tolist() == list(range(12, 24))


@pytest.mark.parametrize(
    ("x", "t", "message"),
    [
        ([1.0, 2.0, 3.0], None, "takes 2 numbers a sample"),
        ([1.0, np.nan], None, "not finite"),
        ([[1, 2], [3, 4]], [0], "2 samples"),
    ],
)
def test_what_does_not_fit_is_refused_with_the_way_out(x, t, message):
    with pytest.raises(ValueError, match=message):
        typed(TWO, x, t)


def test_nobody_can_write_into_a_sample():
    x = np.ones((1, 2))
    sample = Sample(x)
    with pytest.raises(ValueError, match="read-only"):
        sample.x[0, 0] = 2
    x[0, 0] = 2  # the giver's array stays the giver's


def test_a_row_of_the_data_is_scaled_as_training_scales_it():
    data = DATASETS["xor"]()
    sample = of_row(data, TWO, 1)
    assert sample.x.tolist() == (data.x_test[1:2] * data.scale).tolist()
    assert sample.origin == "test 1"
    with pytest.raises(ValueError, match="row 4 of the test data does not exist; there are 4"):
        of_row(data, TWO, 4)


@pytest.mark.parametrize(
    ("origin", "is_of_data"),
    [("test 12", True), ("train 0", True), ("typed", False), ("drawn", False), ("test 5.png", False), ("train", False)],
)
def test_rows_of_the_data_are_told_from_what_a_person_brought(origin, is_of_data):
    assert Sample(np.zeros((1, 2)), origin=origin).is_of_data is is_of_data
