"""Answers, the confusion matrix and calibration, held against counting by hand and against other rules."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nn.datasets import DATASETS
from nn.evaluation.answers import MOST_SAMPLES, Answers, asked
from nn.evaluation.calibration import calibration
from nn.evaluation.confusion import (
    confusion,
    least_certain_first,
    precision,
    recall,
    rows_in_cell,
    worst_first,
)
from nn.losses.base import LOSSES
from nn.network import Network, NetworkSpec

SPIRAL = DATASETS["spiral"]()
SHARES = np.array([[0.9, 0.1], [0.6, 0.4], [0.2, 0.8], [0.45, 0.55], [np.nan, 0.5]])
FIVE = Answers(("no", "yes"), np.array([0, 1, 1, 0, 1]), SHARES, np.array([0.1, 0.9, 0.2, 0.8, np.nan]))


def answers(network, data, part="test"):
    return [piece for piece in asked(network, data, part) if piece is not None][-1]


@pytest.mark.parametrize("name", LOSSES)
@pytest.mark.parametrize("outputs", [1, 3])
def test_the_losses_of_all_samples_have_the_mean_that_is_trained_with(name, outputs):
    rng = np.random.default_rng(0)
    loss = LOSSES[name]()
    scores = rng.normal(size=(40, outputs)) * 5
    t = rng.integers(0, outputs, 40) if outputs > 1 else rng.integers(0, 2, (40, 1)).astype(float)
    if name == "SoftmaxWithLoss" and outputs == 1:
        t = np.zeros(40, int)
    targets = loss.encode(t, 40, outputs)
    each = loss.each(scores, targets)
    assert each.shape == (40,)
    assert each.mean() == pytest.approx(loss.measure(scores, targets), rel=1e-12)
    assert each[7] == pytest.approx(loss.measure(scores[7:8], targets[7:8]), rel=1e-9)


@pytest.mark.parametrize("part", ["test", "train"])
@pytest.mark.parametrize(("loss", "outputs"), [("SoftmaxWithLoss", 2), ("SigmoidWithLoss", 1)])
def test_answers_are_those_that_accuracy_and_loss_count(loss, outputs, part):
    network = Network(NetworkSpec.mlp(2, (8,), outputs, loss=loss, dtype="float64"), 1)
    x, t = (SPIRAL.x_test, SPIRAL.t_test) if part == "test" else (SPIRAL.x, SPIRAL.t)
    found = answers(network, SPIRAL, part)
    assert len(found) == len(x)
    assert found.accuracy == pytest.approx(network.accuracy(x, t))
    assert found.loss == pytest.approx(network.loss(x, t))
    np.testing.assert_allclose(found.shares.sum(axis=1), 1)


def test_only_the_first_of_many_samples_are_asked_about():
    many = replace(SPIRAL, x_test=np.tile(SPIRAL.x_test, (50, 1)), t_test=np.tile(SPIRAL.t_test, 50))
    assert len(answers(Network(NetworkSpec.mlp(2, (), 2), 0), many)) == MOST_SAMPLES


def test_without_samples_there_are_no_answers():
    nothing = replace(SPIRAL, x_test=SPIRAL.x_test[:0], t_test=SPIRAL.t_test[:0])
    found = answers(Network(NetworkSpec.mlp(2, (), 2), 0), nothing)
    assert len(found) == 0
    assert np.isnan(found.accuracy)
    assert confusion(found).tolist() == [[0, 0], [0, 0]]
    assert np.isnan(calibration(found).error)


def test_values_have_errors_and_no_classes():
    data = replace(SPIRAL, t=SPIRAL.x[:, :1] * 2.0, t_test=SPIRAL.x_test[:, :1] * 2.0, classes=())
    network = Network(NetworkSpec.mlp(2, (), 1, loss="IdentityWithLoss", dtype="float64"), 0)
    found = answers(network, data)
    np.testing.assert_allclose(found.errors, network.predict(data.x_test) - data.t_test)
    np.testing.assert_allclose(found.losses, 0.5 * np.square(found.errors).sum(axis=1))


def test_the_table_counts_true_classes_in_rows_and_what_is_said_in_columns():
    table = confusion(FIVE)
    assert table.tolist() == [[1, 1], [1, 1]]  # what is no number is counted nowhere
    np.testing.assert_allclose(recall(table), [0.5, 0.5])
    np.testing.assert_allclose(recall(table, np.array([2, 3])), [1 / 2, 1 / 3])
    np.testing.assert_allclose(precision(table), [0.5, 0.5])


def test_the_table_is_that_of_counting_one_by_one():
    rng = np.random.default_rng(3)
    shares = rng.dirichlet(np.ones(7), 500)
    found = Answers(tuple("abcdefg"), rng.integers(0, 7, 500), shares, np.zeros(500))
    counted = np.zeros((7, 7), int)
    for true, share in zip(found.t, shares, strict=True):
        counted[true, share.argmax()] += 1
    np.testing.assert_array_equal(confusion(found), counted)


def test_a_lower_threshold_says_the_second_class_more_often():
    lower, higher = (replace(FIVE, threshold=each) for each in (0.4, 0.6))
    assert lower.said.tolist() == [0, 1, 1, 1, -1]
    assert higher.said.tolist() == [0, 0, 1, 0, -1]
    assert confusion(lower).tolist() == [[1, 1], [0, 2]]
    assert lower.is_right.tolist() == [True, True, True, False, False]
    np.testing.assert_array_equal(lower.certainty[:4], [FIVE.shares[k, said] for k, said in enumerate((0, 1, 1, 1))])


def test_a_class_that_is_never_there_or_never_said_has_no_share():
    found = Answers(("a", "b"), np.zeros(2, int), np.array([[0.9, 0.1], [0.8, 0.2]]), np.zeros(2))
    assert np.isnan(recall(confusion(found))).tolist() == [False, True]
    assert np.isnan(precision(confusion(found))).tolist() == [False, True]


def test_samples_come_in_the_order_that_is_asked_for():
    assert worst_first(FIVE).tolist() == [4, 1, 3, 2, 0]
    assert least_certain_first(FIVE).tolist()[1:] == [3, 1, 2, 0]
    assert rows_in_cell(FIVE, 1, 0).tolist() == [1]
    assert rows_in_cell(replace(FIVE, threshold=0.4), 1, 0).tolist() == []


def test_calibration_is_the_weighted_distance_of_certainty_and_being_right():
    shares = np.array([[0.95, 0.05]] * 4 + [[0.65, 0.35]] * 2)
    found = Answers(("a", "b"), np.array([0, 0, 0, 1, 0, 1]), shares, np.zeros(6))
    told = calibration(found)
    assert told.counts.tolist() == [0, 0, 0, 0, 0, 0, 2, 0, 0, 4]
    assert (told.right[9], told.right[6]) == (0.75, 0.5)
    assert told.error == pytest.approx((4 * 0.20 + 2 * 0.15) / 6)


def test_whoever_is_right_exactly_as_often_as_sure_has_no_error():
    rng = np.random.default_rng(0)
    sure = rng.uniform(0.5, 1, 200_000)
    shares = np.stack([sure, 1 - sure], axis=1)
    found = Answers(("a", "b"), (rng.random(200_000) > sure).astype(int), shares, np.zeros(200_000))
    assert calibration(found).error < 0.01
