"""Arrays of a file find their layers, and what does not fit is explained."""

from __future__ import annotations

import numpy as np

from nn.imports.fitting import fitting_spec
from nn.imports.mapping import converted, map_weights, mapped, unused
from nn.network import NetworkSpec

SPEC = NetworkSpec.mlp(4, (5, 5), 3)
BOOK = {
    name: np.arange(np.prod(shape)).reshape(shape)
    for name, shape in {"W1": (4, 5), "b1": (5,), "W2": (5, 5), "b2": (5,), "W3": (5, 3), "b3": (3,)}.items()
}


def test_the_books_names_find_their_parameters():
    mappings = map_weights(SPEC, BOOK)
    assert [(m.param, m.source, m.transposed, m.trouble) for m in mappings] == [(n, n, False, "") for n in BOOK]
    values = converted(mappings, BOOK, "float32")
    assert all(np.array_equal(values[name], BOOK[name]) and values[name].dtype == np.float32 for name in BOOK)


def test_pytorchs_matrices_are_turned_square_ones_too():
    arrays = {
        f"layers.{k}.{kind}": BOOK[f"{letter}{n}"].T
        for n, k in ((1, 0), (2, 2), (3, 10))
        for kind, letter in (("weight", "W"), ("bias", "b"))
    }
    mappings = map_weights(SPEC, dict(sorted(arrays.items())))
    assert [m.source for m in mappings[::2]] == ["layers.0.weight", "layers.2.weight", "layers.10.weight"]
    assert all(m.transposed for m in mappings[::2])
    values = converted(mappings, arrays, "float64")
    assert all(np.array_equal(values[name], BOOK[name]) for name in BOOK)


def test_what_does_not_fit_is_explained():
    arrays = {**BOOK, "W3": np.ones((5, 7)), "b1": np.full(5, np.nan), "extra": np.ones((9, 9))}
    mappings = {m.param: m for m in map_weights(SPEC, arrays)}
    assert mappings["W3"].trouble == "'W3' has shape 5 × 7, W3 has 5 × 3"
    assert mappings["b1"].trouble == "'b1' holds NaN or infinite numbers"
    assert unused(mappings.values(), arrays) == ("extra",)
    assert set(converted(mappings.values(), arrays, "float32")) == {"W1", "W2", "b2", "b3"}
    (first, *_) = map_weights(SPEC, {"a": np.ones((2, 2))})
    assert first.trouble == "W1 needs shape 4 × 5; the file has 2 × 2"


def test_a_row_or_a_column_does_for_a_bias():
    for shape in ((1, 5), (5, 1)):
        assert mapped("b1", (5,), "b1", {"b1": np.ones(shape)}).trouble == ""
    assert mapped("b1", (5,), "b1", {"b1": np.array(["a"])}).trouble == "'b1' holds no real numbers; b1 needs them"


def test_the_books_sample_weight_was_made_with_sigmoid():
    relu = NetworkSpec.mlp(784, (100,), 10, activation="Relu")
    sizes = {"W1": (784, 50), "b1": (50,), "W2": (50, 100), "b2": (100,), "W3": (100, 10), "b3": (10,)}
    book = {name: np.zeros(shape, np.float32) for name, shape in sizes.items()}
    assert fitting_spec(relu, book) == NetworkSpec.mlp(784, (50, 100), 10, activation="Sigmoid")
    theirs = {f"layer{name}": array for name, array in book.items()}
    for spec in (fitting_spec(relu, theirs), fitting_spec(relu, {**book, "W3": np.zeros((100, 9)), "b3": np.zeros(9)})):
        assert spec is None or spec.layers[1].kind == "Relu"


def test_the_network_that_weights_belong_to():
    spec = fitting_spec(NetworkSpec.mlp(784, (100,), 10, activation="Sigmoid"), BOOK)
    assert spec == NetworkSpec.mlp(4, (5, 5), 3, activation="Sigmoid")
    assert fitting_spec(SPEC, {"W1": np.ones((2, 2))}) is None
    torch = {f"{2 * n}.{kind}": BOOK[f"{k}{n + 1}"].T for n in range(3) for kind, k in (("weight", "W"), ("bias", "b"))}
    assert fitting_spec(SPEC, torch) == SPEC
    assert fitting_spec(SPEC, {**torch, "running_mean": np.ones(5)}) is None
    assert fitting_spec(SPEC, {**torch, "kernel": np.ones((5, 5, 5))}) is None
    assert fitting_spec(SPEC, {**BOOK, "W2": np.ones((6, 5))}) is None
    assert fitting_spec(SPEC, {}) is None
