"""A neuron's arithmetic adds up, to the last digit."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from nn.inspection.account import account_of
from nn.inspection.columns import Place, columns_of
from nn.network import Network
from nn.network.naming import value_names
from nn.network.spec import LayerSpec, NetworkSpec

BOOK = {
    "W1": [[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]],
    "b1": [0.1, 0.2, 0.3],
    "W2": [[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]],
    "b2": [0.1, 0.2],
    "W3": [[0.1, 0.3], [0.2, 0.4]],
    "b3": [0.1, 0.2],
}


def book_network():
    spec = NetworkSpec.mlp(2, (3, 2), 2, activation="Sigmoid", loss="IdentityWithLoss", dtype="float64")
    network = Network(spec, None)
    for name, values in BOOK.items():
        network.params[name][...] = values
    return network


def account(network, x, place, row=0):
    arrays = [np.array(x, network.flat_params.dtype)]
    with np.errstate(all="ignore"):
        for layer in network.layers.values():
            arrays.append(layer.forward(arrays[-1]))
    values = dict(zip(value_names(network.spec), arrays, strict=True), y=network.loss_layer.activation(arrays[-1]))
    return account_of(columns_of(network.spec), network.spec, values, network.params, place, row)


def test_the_books_first_neuron():
    found = account(book_network(), [[1.0, 0.5]], Place(1, 0))
    assert found.name == "a1[0]"
    np.testing.assert_array_equal(found.terms, [0.1, 0.1])
    assert found.bias == 0.1
    assert found.number == pytest.approx(0.3)
    assert [(step.layer, step.value) for step in found.steps] == [("Sigmoid1", "z1")]
    assert found.steps[0].number == pytest.approx(0.57444252)


def test_the_output_ends_with_what_the_network_says():
    found = account(book_network(), [[1.0, 0.5]], Place(3, 1))
    assert found.inputs == "z2"
    assert found.weights == "W3"
    assert found.steps[-1] == ("IdentityWithLoss", "y", pytest.approx(0.69627909), False)


def test_the_sum_is_exact():
    network = Network(NetworkSpec.mlp(784, (20,), 10), 3)
    x = np.random.default_rng(0).random((1, 784)).astype(np.float32)
    found = account(network, x, Place(1, 7))
    weights = network.params["W1"][:, 7].tolist()
    exact = sum(Fraction(a) * Fraction(b) for a, b in zip(x[0].tolist(), weights, strict=True))
    exact += Fraction(float(network.params["b1"][7]))
    assert found.sum == float(exact)
    assert found.number == pytest.approx(found.sum, abs=1e-5)


def test_the_largest_product_comes_first():
    found = account(book_network(), [[1.0, -5.0]], Place(1, 2))
    assert found.strongest_first.tolist() == [1, 0]


def test_a_number_of_the_input_goes_to_every_neuron():
    found = account(book_network(), [[1.0, 0.5]], Place(0, 1))
    assert (found.name, found.number, found.goes_to, found.weights) == ("x[1]", 0.5, "a1", "W1")
    np.testing.assert_array_equal(found.w, [0.2, 0.4, 0.6])
    np.testing.assert_array_equal(found.terms, [0.1, 0.2, 0.3])


def test_a_network_without_weights_has_no_terms():
    network = Network(NetworkSpec((3,), (LayerSpec("Softmax"),), "IdentityWithLoss"), 0)
    assert len(account(network, [[1.0, 2.0, 3.0]], Place(0, 1)).terms) == 0


def test_another_row_of_the_batch():
    assert account(book_network(), [[1.0, 0.5], [3.0, 4.0]], Place(0, 0), row=1).number == 3.0


def test_numbers_that_are_none_do_not_stop_it():
    network = book_network()
    network.params["W1"][...] = [[np.inf, np.nan, 1], [-np.inf, 0, 1]]
    for index in range(3):
        found = account(network, [[1.0, 1.0]], Place(1, index))
        assert len(found.strongest_first) == 2
