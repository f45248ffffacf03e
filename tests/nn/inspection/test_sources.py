"""What lights up is what the arithmetic used: neither more nor less."""

from __future__ import annotations

import numpy as np
import pytest

from nn.inspection.sources import sources_of
from nn.network import Network
from nn.network.spec import LayerSpec, NetworkSpec
from nn.trace import Update, explain, record
from nn.training import TrainingConfig

MANY = 1000  # terms: every one is written out


def trace_of(layers, loss="SoftmaxWithLoss", optimizer="Adam"):
    rng = np.random.default_rng(2)
    spec = NetworkSpec((4,), tuple(LayerSpec(*each) for each in layers), loss)
    config = TrainingConfig(optimizer=optimizer)
    target = np.array([0, 2, 1]) if loss == "SoftmaxWithLoss" else rng.random((3, 3))
    update = Update(config.build_optimizer(), 1, 0.1)
    return record(Network(spec, 3), rng.normal(size=(3, 4)), target, training=True, rng=rng, update=update)


NETWORKS = {
    "dense": trace_of([("Affine", {"units": 5}), ("Sigmoid",), ("Affine", {"units": 3})]),
    "normalized": trace_of([("Affine", {"units": 3}), ("BatchNormalization",), ("Relu",)], optimizer="Momentum"),
    "dropped": trace_of([("Affine", {"units": 3}), ("Gelu",), ("Dropout",)], "IdentityWithLoss"),
}


def numbers(trace):
    for event in trace:
        for name, array in event.outputs.items():
            for flat in {0, array.size // 2, array.size - 1}:
                yield event, name, tuple(int(i) for i in np.unravel_index(flat, array.shape))


@pytest.mark.parametrize("name", NETWORKS)
def test_every_number_that_is_written_out_is_lit(name):
    for event, value, index in numbers(NETWORKS[name]):
        if (event.phase, event.layer, event.depth) == ("backward", None, "layer"):
            continue  # its formula is shorter than its graph
        lit = sources_of(event, value, index)
        told = {leaf for leaf in explain(event, value, index, terms=MANY).sources if leaf.name in event.inputs}
        for leaf in told:
            assert lit[leaf.name][leaf.index], (event.index, leaf.symbol)


def test_nothing_else_is_lit_where_all_of_it_is_written_out():
    for event, value, index in numbers(NETWORKS["dense"]):
        if (event.phase, event.layer, event.depth) == ("backward", None, "layer"):
            continue
        told = {leaf for leaf in explain(event, value, index, terms=MANY).sources if leaf.name in event.inputs}
        lit = sources_of(event, value, index)
        assert sum(int(mask.sum()) for mask in lit.values()) == len(told), (event.index, event.formula)


def test_an_affine_layer_lights_a_row_and_a_column():
    forward, backward = (
        next(e for e in NETWORKS["dense"] if (e.phase, e.layer, e.depth) == (phase, 0, "layer"))
        for phase in ("forward", "backward")
    )
    lit = sources_of(forward, "a1", (1, 2))
    assert places(lit["x"]) == [(1, 0), (1, 1), (1, 2), (1, 3)]
    assert places(lit["W1"]) == [(0, 2), (1, 2), (2, 2), (3, 2)]
    assert places(lit["b1"]) == [(2,)]
    assert places(sources_of(backward, "db1", (4,))["da1"]) == [(0, 4), (1, 4), (2, 4)]
    lit = sources_of(backward, "dx", (2, 1))
    assert places(lit["da1"]) == [(2, j) for j in range(5)]
    assert places(lit["W1"]) == [(1, j) for j in range(5)]
    assert "x" not in lit


def test_softmax_lights_its_row_and_no_other():
    loss = next(e for e in NETWORKS["dense"] if (e.phase, e.depth) == ("loss", "layer"))
    assert places(sources_of(loss, "y", (1, 2))["a2"]) == [(1, 0), (1, 1), (1, 2)]


def test_the_gradient_of_a_loss_lights_the_same_place():
    back = next(e for e in NETWORKS["dense"] if (e.phase, e.layer, e.depth) == ("backward", None, "layer"))
    lit = sources_of(back, "da2", (1, 2))
    assert {name: places(mask) for name, mask in lit.items()} == {"dL": [()], "y": [(1, 2)], "t": [(1, 2)]}


def places(mask):
    return [tuple(place) for place in np.argwhere(mask).tolist()]


def test_a_convolution_leads_to_the_window_that_it_read_and_back_to_all_who_read_a_pixel():
    layers = (LayerSpec.of("Convolution", filters=2, size=3, pad=1), LayerSpec.of("Flatten"))
    x = np.arange(16.0).reshape(1, 1, 4, 4)
    events = record(Network(NetworkSpec((1, 4, 4), layers, "IdentityWithLoss"), seed=0), x, np.zeros((1, 32)))
    forward = next(e for e in events if e.layer == 0 and e.phase == "forward" and e.depth == "layer")
    found = sources_of(forward, "a1", (0, 1, 0, 3))
    assert np.argwhere(found["x"]).tolist() == [[0, 0, 0, 2], [0, 0, 0, 3], [0, 0, 1, 2], [0, 0, 1, 3]]
    assert found["W1"][1].all()
    assert not found["W1"][0].any()
    back = next(e for e in events if e.layer == 0 and e.phase == "backward" and e.depth == "layer")
    found = sources_of(back, "dx", (0, 0, 0, 0))
    assert np.argwhere(found["da1"][0, 0]).tolist() == [[0, 0], [0, 1], [1, 0], [1, 1]]
