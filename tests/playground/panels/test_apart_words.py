"""What differs between two networks, in words: the layers with what was chosen, and nothing of what is usual."""

from __future__ import annotations

from nn.inspection.difference import outline_of
from nn.network import LayerSpec, NetworkSpec
from playground.panels.apart_words import row_of
from playground.session.looking.settings_apart import Apart

of = LayerSpec.of
PICTURES = NetworkSpec(
    (1, 28, 28),
    (
        of("Convolution", filters=8, same=True),
        of("Pooling", method="average"),
        LayerSpec("Relu"),
        of("Affine", units=10),
    ),
)


def test_a_layer_of_pictures_is_told_by_what_is_not_usual(qapp):
    dense = NetworkSpec.mlp(784, (50,), 10)
    name, here, there = row_of(Apart("layers", PICTURES.layers, dense.layers))
    assert name == "Layers"
    assert here == "Convolution (filters=8, size=3, same=yes) – Pooling (size=2, method=average) – ReLU – 10"
    assert there == "50 – ReLU – 10"


def test_pictures_are_outlined_by_their_shapes():
    assert outline_of(PICTURES) == "1×28×28-8×28×28-8×14×14-10"
    assert outline_of(NetworkSpec.mlp(784, (50,), 10)) == "784-50-10"
