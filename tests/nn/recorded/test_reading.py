"""A recorded layer as a stranger's text: what is not one is refused in a sentence, before anything is computed."""

from __future__ import annotations

import hashlib
import json
import time

import numpy as np
import pytest

from nn import LayerSpec, Network, NetworkSpec
from nn.layers.own import EXAMPLE, EXAMPLE_AFFINE
from nn.recorded import read_program, replay_of, written_program

DATA = json.loads(EXAMPLE)
STEPS = DATA["steps"]


def altered(**fields):
    return json.dumps({**DATA, **fields})


def chain(count, name="negate"):
    return [["input"], *([name, place] for place in range(count))]


def squared(count):
    """Each step is the product of the one before with itself: a formula of 2 to the power of `count` letters."""
    return [["input"], *(["multiply", place, place] for place in range(count))]


HOSTILE = {
    "no JSON": "{",
    "a number": "7",
    "a list": "[]",
    "deep brackets": "[" * 100_000,
    "NaN": altered(steps=[["input"], ["constant", float("nan")], ["add", 0, 1]]),
    "infinity": altered(steps=[["input"], ["constant", 1e999], ["add", 0, 1]]),
    "a huge constant": altered(steps=[["input"], ["constant", 10**400], ["add", 0, 1]]),
    "a constant of 1e300": altered(steps=[["input"], ["constant", 1e300], ["add", 0, 1]]),
    "a text as constant": altered(steps=[["input"], ["constant", "1"], ["add", 0, 1]]),
    "an array as constant": altered(steps=[["input"], ["constant", [1.0] * 10], ["add", 0, 1]]),
    "a thousand million steps": '{"steps":' + "[" + "0," * 1_000_000 + "0]}",
    "too many steps": altered(steps=chain(400)),
    "no steps": altered(steps=[]),
    "a cycle": altered(steps=[["input"], ["add", 0, 2], ["negate", 1]]),
    "itself": altered(steps=[["input"], ["add", 1, 0]]),
    "a step that is none": altered(steps=[["input"], ["negate", -1]]),
    "true for a step": altered(steps=[["input"], ["negate", False]]),
    "an unknown operation": altered(steps=[["input"], ["eval", 0]]),
    "too few operands": altered(steps=[["input"], ["add", 0]]),
    "too many operands": altered(steps=[["input"], ["exp", 0, 0]]),
    "a mask added": altered(steps=[["input"], ["greater", 0, 0], ["add", 0, 1]]),
    "a number as mask": altered(steps=[["input"], ["masked", 0, 0]]),
    "a mask comes out": altered(steps=[["input"], ["greater", 0, 0]]),
    "nothing goes in": altered(steps=[["constant", 1.0]]),
    "an unknown parameter": altered(steps=[["input"], ["parameter", "W"], ["multiply", 0, 1]]),
    "a parameter of a strange shape": altered(params={"W": ["D", 10**9]}),
    "a parameter of eight axes": altered(params={"W": ["D"] * 8}),
    "sums over a sample": altered(steps=[["input"], ["sum", 0]]),
    "another source": altered(source="import os"),
    "a long source": altered(source="#" * 200_000, sha256=hashlib.sha256(b"#" * 200_000).hexdigest()),
    "a name that is code": altered(name="Swish):\n    import os"),
    "a name that is a keyword": altered(name="class"),
    "a file that ends a text": altered(file='"""; import os; """'),
    "a file with a line end": altered(file="own\n.py"),
    "a file in a folder": altered(file="../own.py"),
    "a field more": altered(more=1),
    "a field less": json.dumps({key: value for key, value in DATA.items() if key != "source"}),
}

AFFINE = json.loads(EXAMPLE_AFFINE)
HOSTILE_ROWS = {
    "weights added": {"steps": [["input"], ["parameter", "W"], ["add", 0, 1]]},
    "a product of inputs": {"steps": [["input"], ["dot", 0, 0]]},
    "a product twice": {"steps": [["input"], ["parameter", "W"], ["dot", 0, 1], ["dot", 2, 1]]},
    "inputs and neurons added": {"steps": [["input"], ["parameter", "W"], ["dot", 0, 1], ["add", 0, 2]]},
    "one number a sample": {"steps": [["input"], ["parameter", "W"], ["dot", 0, 1], ["sum", 2]]},
    "weights alone": {"params": {"W": ["D", "M"]}, "steps": [["input"], ["parameter", "W"], ["dot", 0, 1]]},
    "weights the other way round": {"params": {"W": ["M", "D"], "b": ["M"]}},
    "parameters in another order": {"params": {"b": ["M"], "W": ["D", "M"]}},
    "a parameter nobody knows": {"params": {"W": ["D", "M"], "b": ["M"], "c": ["M"]}},
    "an activation": {"params": {}, "steps": [["input"], ["exp", 0]]},
}


@pytest.mark.parametrize("fields", HOSTILE_ROWS.values(), ids=HOSTILE_ROWS)
def test_a_layer_with_neurons_whose_widths_do_not_go_together_is_refused(fields):
    with pytest.raises(ValueError, match="OwnAffine: ") as error:
        LayerSpec("OwnAffine", {"program": json.dumps({**AFFINE, **fields})})
    assert len(str(error.value)) <= 400


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_recorded_layer_is_refused_in_a_sentence(text):
    begun = time.process_time()
    with pytest.raises(ValueError, match="OwnActivation: ") as error:
        LayerSpec("OwnActivation", {"program": text})
    assert len(str(error.value)) <= 400
    assert str(error.value).isprintable()
    assert time.process_time() - begun < 5


def test_a_document_with_such_a_layer_is_refused_as_a_whole():
    layers = (LayerSpec("OwnActivation"), LayerSpec.of("Affine", units=2))
    data = json.loads(json.dumps(NetworkSpec((3,), layers).to_json()))
    assert NetworkSpec.from_json(data).layers == layers
    data["layers"][0]["program"] = HOSTILE["a cycle"]
    with pytest.raises(ValueError, match=r"layers\[0\].*no earlier step"):
        NetworkSpec.from_json(data)


def test_a_formula_that_would_fill_the_memory_is_called_by_its_name():
    layer = LayerSpec("OwnActivation", {"program": altered(steps=squared(200))})
    assert layer.formula.forward == "y = Swish(x)"
    network = Network(NetworkSpec((3,), (layer, LayerSpec.of("Affine", units=2))))
    assert np.isfinite(network.predict(np.full((1, 3), 0.5))).all()


def test_many_steps_count_for_the_memory_that_a_network_may_take():
    wide = LayerSpec.of("Affine", units=1_000_000)
    own = LayerSpec("OwnActivation", {"program": altered(steps=chain(290))})
    plain, heavy = (
        NetworkSpec((2,), (wide, each, LayerSpec.of("Affine", units=2))) for each in (LayerSpec("Relu"), own)
    )
    assert heavy.memory(100) > 50 * plain.memory(100)


def test_what_was_written_is_read_again_and_the_same_steps_are_the_same_layer():
    program = read_program(EXAMPLE)
    assert read_program(written_program(program)) == program
    assert LayerSpec("OwnActivation") == LayerSpec("OwnActivation", {"program": EXAMPLE})


def test_gradients_flow_through_every_circle_as_the_differences_say():
    steps = [
        ["input"],
        ["constant", 0.3],
        ["multiply", 0, 1],
        ["tanh", 2],
        ["abs", 0],
        ["constant", 1.5],
        ["add", 4, 5],
        ["log", 6],
        ["square root", 6],
        ["maximum", 3, 7],
        ["minimum", 9, 8],
        ["greater", 0, 1],
        ["masked", 10, 11],
        ["at most", 0, 1],
        ["as number", 13],
        ["multiply", 12, 14],
        ["reciprocal", 6],
        ["negate", 16],
        ["exp", 17],
        ["add", 15, 18],
        ["sin", 19],
        ["cos", 2],
        ["arctan", 6],
        ["multiply", 20, 21],
        ["multiply", 22, 23],
    ]
    replay = replay_of(read_program(altered(steps=steps)), "float64", inputs=0)
    x, h = np.random.default_rng(0).standard_normal((4, 5)), 1e-6
    slope = replay.backward(replay.forward({"x": x}), np.ones_like(x))["x"]
    above, below = (replay.forward({"x": x + step})[-1] for step in (h, -h))
    np.testing.assert_allclose(slope, (above - below) / (2 * h), rtol=1e-6, atol=1e-8)
