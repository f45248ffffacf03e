"""Breakpoints on real training stop before the guilty update, and never without a reason."""

from __future__ import annotations

import numpy as np
import pytest

from nn import DATASETS, Network, NetworkSpec, TrainingConfig, train
from nn.breakpoints import Breakpoint, Condition, Inspector, Place
from nn.training import Pending

BOOK = NetworkSpec.mlp(784, (50,), 10, initializer="std", scale=0.01)


@pytest.fixture(scope="module")
def mnist():
    return DATASETS["mnist"]()


def trained_until_stop(spec, config, data, *breakpoints, most=400):
    network, optimizer = Network(spec, config.seed), config.build_optimizer()
    inspector = Inspector(network, breakpoints)
    with np.errstate(all="ignore"):
        for item in train(network, optimizer, data, config, 0, most, pending=True):
            stop = inspector.look(item) if isinstance(item, Pending) else None
            if stop is not None:
                return stop, network, inspector
    return None, network, inspector


def test_learning_rate_10_kills_every_relu_of_the_books_network_within_12_iterations(mnist):
    config = TrainingConfig("SGD", lr=10.0)
    stop, _, inspector = trained_until_stop(BOOK, config, mnist, Breakpoint.when("dead", share=1.0))
    assert stop.iteration <= 13
    assert "100% of the ReLUs of z1" in str(stop)
    assert inspector.hits == [1]


@pytest.mark.parametrize("kind", ["any", "NaN", "+Inf"])
def test_a_huge_learning_rate_is_stopped_at_the_first_number_that_is_none(mnist, kind):
    config = TrainingConfig("SGD", lr=1e30)
    stop, network, _ = trained_until_stop(BOOK, config, mnist, Breakpoint.when("not_finite", which=kind), most=20)
    assert stop.findings[0].name
    assert np.isfinite(network.flat_params).all() or kind == "NaN"  # the update that would spread it was not made


def test_right_training_is_never_stopped_by_the_checks_of_the_arithmetic(mnist):
    guards = [Breakpoint.when(kind) for kind in ("not_finite", "softmax_rows", "gradient_rows")]
    stop, _, inspector = trained_until_stop(BOOK, TrainingConfig("SGD", lr=0.1), mnist, *guards, most=100)
    assert stop is None
    assert inspector.hits == [0, 0, 0]


def test_a_weight_that_changes_its_sign_is_found():
    data, spec = DATASETS["circle"](), NetworkSpec.mlp(2, (4,), 2)
    start = Network(spec, 0).params["W1"].copy()
    watched = [Breakpoint.when("crossing", index=f"0, {i}") for i in range(4)]
    stop, network, _ = trained_until_stop(spec, TrainingConfig(lr=0.1), data, *watched)
    row, column = stop.findings[0].sample, stop.findings[0].neuron
    assert start[row, column] * network.params["W1"][row, column] < 0


def test_a_stack_of_sigmoids_has_a_gradient_that_vanishes(mnist):
    spec = NetworkSpec.mlp(784, (30,) * 6, 10, activation="Sigmoid", initializer="std", scale=0.01)
    vanished = Breakpoint.when("gradient_norm", below=1e-6)
    stop, _, _ = trained_until_stop(spec, TrainingConfig("SGD", lr=0.1), mnist, vanished)
    assert "dW1" in str(stop)
    assert str(stop).endswith("it has vanished.")


def test_a_pass_that_a_person_has_passed_is_looked_at_all_the_same():
    """A condition on how numbers move must see every pass, also the one at which it may not stop."""
    data, spec = DATASETS["circle"](), NetworkSpec.mlp(2, (4,), 2)
    network = Network(spec, 0)
    config = TrainingConfig()
    inspector = Inspector(network, [Breakpoint.when("loss_stuck", iterations=2, tolerance=1.0)], losses=[0.7])
    first = next(train(network, config.build_optimizer(), data, config, 0, 1, pending=True))
    assert inspector.look(first) is not None


@pytest.mark.parametrize(
    ("breakpoint_", "place"),
    [
        (Breakpoint.when("dead", share=0.0001), Place(value="z1")),
        (Breakpoint.when("misclassified"), Place(value="y")),
        (Breakpoint.when("gradient_norm", below=1e9), Place(value="dW1")),
        (Breakpoint.when("place", phase="backward", layer=1), Place("backward", 1)),
        (Breakpoint((Condition.of("misclassified"), Condition.of("place", phase="loss"))), Place("loss")),
    ],
)
def test_a_stop_says_where_in_the_pass_its_number_is_made(mnist, breakpoint_, place):
    stop, _, _ = trained_until_stop(BOOK, TrainingConfig("SGD", lr=0.1), mnist, breakpoint_)
    assert (stop.breakpoint, stop.place) == (breakpoint_, place)


def test_of_several_breakpoints_the_one_counts_that_the_pass_comes_to_first(mnist):
    in_order = [
        Breakpoint.when("place", phase="forward", layer=0),
        Breakpoint.when("threshold", name="z1", number=-1.0),
        Breakpoint.when("misclassified"),
        Breakpoint.when("place", phase="backward", layer=-1),
        Breakpoint.when("place", phase="backward", layer=2),
        Breakpoint.when("gradient_norm", below=1e9),
        Breakpoint.when("threshold", name="W1", number=-1.0),
    ]
    for first in range(len(in_order)):
        stop, _, inspector = trained_until_stop(BOOK, TrainingConfig("SGD", lr=0.1), mnist, *in_order[first:][::-1])
        assert stop.breakpoint == in_order[first]
        assert set(inspector.hits) == {1}
