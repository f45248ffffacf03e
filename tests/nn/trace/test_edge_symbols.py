"""The symbols along the edges: each way through the graph forwards, and the chain rule back."""

from __future__ import annotations

import numpy as np
import pytest

from nn.losses.base import LOSSES
from nn.network import LayerSpec, Network, NetworkSpec
from nn.trace import record
from nn.trace.edge_symbols import symbols_of
from tests.kinds import OF_ROWS

T = np.array([[0.0, 1.0, 0.0], [1.0, 0.0, 0.0]])


def symbols(layer, loss="IdentityWithLoss", form="elementary", whole="loss"):
    """Give the symbols of a layer's or of the loss's graph, by the names of the nodes."""
    spec = NetworkSpec((3,), (layer,), loss, dtype="float64")
    trace = record(Network(spec, seed=1), np.array([[0.5, -1.0, 2.0]] * 2), T, form=form)
    graph = next(event.graph for event in trace if event.phase == whole)
    found, names = symbols_of(graph), graph.names
    values = {names[node]: text for node, text in found.values.items()}
    return values, {(names[a], names[b]): text for (a, b), text in found.products.items()}, found


def test_the_sigmoid_reads_as_in_the_book():
    values, products, found = symbols(LayerSpec("Sigmoid"), whole="forward")
    y = "x_Sigmoid"
    assert list(values.values())[:2] == ["x", "-x"]
    assert {values[f"{y}.2"], values[f"{y}.3"]} == {"exp(-x)", "exp(-x) + 1"}
    assert found.end == f"∂L/∂{y}"
    assert list(products.values()) == [
        f"-∂L/∂{y}·{y}²",
        f"-∂L/∂{y}·{y}²",
        f"-∂L/∂{y}·{y}²·exp(-x)",
        f"∂L/∂{y}·{y}²·exp(-x)",
    ]


def test_a_matrix_product_turns_the_other_factor_and_a_bias_adds_up():
    values, products, _ = symbols(LayerSpec.of("Affine", units=3), whole="forward")
    assert values["a1"] == "x·W1 + b1"
    assert products["x", "a1.1"] == "∂L/∂a1·W1ᵀ"
    assert products["W1", "a1.1"] == "xᵀ·∂L/∂a1"
    assert products["b1", "a1"] == "Σ ∂L/∂a1"


@pytest.mark.parametrize("loss", ["SoftmaxWithLoss", "IdentityWithLoss", "SigmoidWithLoss"])
def test_y_minus_t_comes_back_to_the_scores_in_the_graph_of_the_book(loss):
    _, products, _ = symbols(LayerSpec.of("Affine", units=3), loss, form="book")
    assert "(y - t) / N" in products.values()


@pytest.mark.parametrize("kind", OF_ROWS)
def test_each_way_of_every_layer_has_a_symbol(kind):
    options = {"units": 3} if kind in ("Affine", "OwnAffine") else {}
    values, products, _ = symbols(LayerSpec(kind, options), whole="forward")
    assert all(values.values())
    assert all(products.values())
    assert all(len(text) < 99 for text in products.values())


@pytest.mark.parametrize("loss", LOSSES)
def test_each_way_of_every_loss_has_a_symbol(loss):
    _, products, found = symbols(LayerSpec.of("Affine", units=3), loss)
    assert found.end == "∂L/∂L"
    assert products
    assert all(products.values())


def test_numbers_agree_with_what_the_symbols_say():
    """Each symbol of the sigmoid, computed, is the number that flows there."""
    trace = record(
        Network(NetworkSpec((1,), (LayerSpec("Sigmoid"),), "IdentityWithLoss", dtype="float64")), [[0.0]], [[-0.5]]
    )
    graph = next(event.graph for event in trace if event.phase == "forward")
    flow = next(event.backflow for event in trace if event.graph is graph and event.backflow is not None)
    numbers = [float(flow.flows[b].products[a].item()) for a, b in symbols_of(graph).products]
    assert numbers == [-0.25, -0.25, -0.25, 0.25]
