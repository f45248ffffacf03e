"""The listing beside the graph: every event lights a line of the right method, and the right one of them."""

from __future__ import annotations

import ast

import numpy as np
import pytest

from nn import LAYERS, LOSSES, OPTIMIZERS, LayerSpec, Network, NetworkSpec
from nn.exports.pieces import as_in_the_book, numpy_optimizers
from nn.inspection.listing import listing_of
from nn.trace import Update, record

FORMS = pytest.mark.parametrize("form", ["book", "elementary"])


def passed(layers, loss="SoftmaxWithLoss", *, optimizer="SGD", form="book", shape=(6,)):
    network = Network(NetworkSpec(shape, layers, loss), seed=1)
    rng = np.random.default_rng(2)
    x, t = rng.standard_normal((4, *shape)), np.arange(4) % 3
    return record(network, x, t, training=True, rng=rng, form=form, update=Update(OPTIMIZERS[optimizer](), 1, 0.01))


def areas_of(text, name):
    """Return the lines of a method, and those of the functions before the class."""
    tree = ast.parse(text)
    functions = [each for each in tree.body if isinstance(each, ast.FunctionDef)]
    whole = next(each for each in tree.body if isinstance(each, ast.ClassDef))
    method = next(each for each in whole.body if isinstance(each, ast.FunctionDef) and each.name == name)
    helpers = {line for each in functions for line in range(each.lineno, each.end_lineno)}
    return set(range(method.lineno, method.end_lineno)), helpers


def check(trace, optimizer="SGD", form="book"):
    for event in trace:
        listing = listing_of(event, optimizer, form)
        wanted = {"update": "update", "backward": "backward"}.get(event.phase, "forward")
        where = f"{event.phase} {event.name} {event.formula} {listing}"
        assert listing.method == wanted, where
        inside, helpers = areas_of(listing.text, wanted)
        assert listing.lines, where
        assert set(listing.lines) & inside, where
        assert set(listing.lines) <= inside | (helpers if wanted == "forward" else set()), where


@pytest.mark.parametrize("shape", [(6,), (2, 3, 4)], ids=["rows", "images"])
@pytest.mark.parametrize("kind", LAYERS)
def test_every_event_of_every_layer_lights_a_line_of_its_method(kind, shape):
    if LAYERS[kind].takes_images and len(shape) == 1:
        return
    check(passed((LayerSpec(kind), LayerSpec("Flatten"), LayerSpec.of("Affine", units=3)), shape=shape))


@FORMS
@pytest.mark.parametrize("loss", LOSSES)
def test_every_event_of_every_loss(loss, form):
    check(passed((LayerSpec.of("Affine", units=3),), loss, form=form), form=form)


@FORMS
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_every_event_of_every_update(optimizer, form):
    check(passed((LayerSpec.of("Affine", units=3),), optimizer=optimizer, form=form), optimizer, form)


def lit(event, optimizer="SGD"):
    listing = listing_of(event, optimizer)
    lines = listing.text.split("\n")
    return [lines[number].strip().partition("  #")[0] for number in listing.lines]


def test_the_lines_are_those_that_do_what_the_event_does():
    layers = (LayerSpec.of("Affine", units=3), LayerSpec("Relu"), LayerSpec.of("Affine", units=3))
    trace = passed(layers, optimizer="Adam")
    by_formula = {(event.phase, event.formula): event for event in trace}
    expected = {
        ("forward", "a1.1 = x·W1"): ["return np.dot(self.x, self.W) + self.b"],
        ("forward", "mask_z1 = a1 <= 0"): ["self.mask = x <= 0"],
        ("forward", "z1 = 0 if mask_z1 else a1"): ["out[self.mask] = 0"],
        ("loss", "y = softmax(a2)"): ["self.y = (z / total).T"],
        ("backward", "dW2 = z1ᵀ·da2.1"): ["self.dW = np.dot(self.x.T, dout)"],
        ("backward", "da2 = dL · (y - t) / N"): ["return (y - self.t) * (1 / len(self.t))"],
    }
    for key, lines in expected.items():
        event = by_formula.get(key) or next(e for e in trace if e.phase == key[0] and key[1] in e.formula)
        assert set(lines) <= set(lit(event)), key
    moved = next(event for event in trace if event.phase == "update" and "m_W1" in event.outputs)
    part = next(event for event in trace if event.phase == "update" and "(1 - β1)" in event.formula)
    assert lit(part, "Adam") == lit(moved, "Adam")
    assert lit(moved, "Adam") == ["self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * grads[key]"]


def test_the_books_adam_moves_as_that_of_training():
    rng = np.random.default_rng(0)
    start, slopes = rng.standard_normal(5), rng.standard_normal((6, 5))
    ends = []
    for module in (as_in_the_book, numpy_optimizers):
        params, optimizer = {"W1": start.copy()}, module.Adam(0.01, 0.9, 0.999)
        for slope in slopes:
            optimizer.update(params, {"W1": slope})
        ends.append(params["W1"])
    np.testing.assert_allclose(*ends, rtol=1e-12)


def test_the_books_relu_computes_what_the_layer_computes():
    x, dout = np.random.default_rng(0).standard_normal((2, 3, 5)).astype(np.float32)
    x[0, :2] = 0, -0.0
    book, layer = as_in_the_book.Relu(), LAYERS["Relu"]()
    np.testing.assert_array_equal(book.forward(x), layer.forward(x))
    before = dout.copy()
    np.testing.assert_array_equal(book.backward(dout), layer.backward(dout))
    np.testing.assert_array_equal(dout, before)
