"""Graphs of real recordings: calls folded and opened, the way back mirrored, and the first value that is wrong."""

from __future__ import annotations

import numpy as np
import pytest

from nn.inspection.graph_layout import Kind
from playground.session.document.code import Code
from playground.session.own_code.function_graph import MOST_OPERATIONS
from playground.session.own_code.recording_job import RecordingJob

SIGMOID = """import numpy as np
class Sigmoid:
    def forward(self, x):
        out = 1 / (1 + np.exp(-x))
        self.out = out
        return out

    def backward(self, dout):
        dx = dout * (1.0 - self.out) * self.out
        return dx
"""
LOOP = """import numpy as np
def f(x):
    for i in range(200):
        x = x * 0.5
    return x
y = f(np.ones(2))
"""
RIGHT = "dx = dout * (1.0 - self.out) * self.out"
BY_HAND = """import numpy as np
def sigmoid(x):
    return 1 / (1 + np.exp(-x))
def softmax(x):
    return np.exp(x) / np.sum(np.exp(x), axis=-1, keepdims=True)
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size):
        self.params = {'W1': np.random.randn(input_size, hidden_size), 'W2': np.random.randn(hidden_size, output_size)}
    def predict(self, x):
        a1 = np.dot(x, self.params['W1'])
        z1 = sigmoid(a1)
        return softmax(np.dot(z1, self.params['W2']))
    def loss(self, x, t):
        return -np.sum(t * np.log(self.predict(x))) / x.shape[0]
    def gradient(self, x, t):
        W1, W2 = self.params['W1'], self.params['W2']
        grads = {}
        a1 = np.dot(x, W1)
        z1 = sigmoid(a1)
        y = softmax(np.dot(z1, W2))
        dy = (y - t) / x.shape[0]
        grads['W2'] = np.dot(z1.T, dy)
        dz1 = np.dot(dy, W2.T)
        da1 = dz1 * z1 * (1 - z1)
        grads['W1'] = np.dot(x.T, da1)
        return grads
"""


def recorded(text, call=None):
    result = RecordingJob(Code(text), call).run()
    assert result.trouble == ""
    return result


def call_of(result, function):
    return next(call.number for call in result.calls.all.values() if call.function == function)


def graph_of(result, function, opened=frozenset()):
    return result.graphs.at(call_of(result, function), len(result.recorded.nodes), opened)


def signs(result, graph, *, is_back):
    nodes = result.recorded.nodes
    return [
        box.name or nodes[box.node].operation
        for box in graph.boxes
        if box.kind is Kind.OPERATION and box.is_back is is_back
    ]


def test_backward_stands_mirrored_below_its_forward_from_wherever_one_looks():
    result = recorded(SIGMOID)
    graph = graph_of(result, "Sigmoid.backward")
    assert graph is not None
    assert signs(result, graph, is_back=False) == ["negative", "exp", "add", "divide"]
    assert signs(result, graph, is_back=True) == ["subtract", "multiply", "multiply"]
    assert graph_of(result, "Sigmoid.forward").boxes == graph.boxes
    spots = dict(zip(range(len(graph.boxes)), graph.layout.spots, strict=True))
    for link in graph.shape.links:
        if graph.boxes[link.source].kind is not Kind.CONSTANT:
            goes_back = spots[link.source].column > spots[link.target].column
            assert goes_back is graph.boxes[link.source].is_back
    assert max(spots[n].lane for n, box in enumerate(graph.boxes) if not box.is_back) < min(
        spots[n].lane for n, box in enumerate(graph.boxes) if box.is_back
    )


def test_a_call_is_one_circle_until_it_is_opened():
    result = recorded(BY_HAND)
    graph = graph_of(result, "TwoLayerNet.gradient")
    assert signs(result, graph, is_back=False) == ["dot", "sigmoid", "dot", "softmax"]
    assert "subtract" in signs(result, graph, is_back=True), "what the gradient's first line computes is way back"
    folded = next(box.call for box in graph.boxes if box.name == "sigmoid")
    opened = graph_of(result, "TwoLayerNet.gradient", frozenset({folded}))
    assert signs(result, opened, is_back=False) == ["dot", "negative", "exp", "add", "divide", "dot", "softmax"]


@pytest.mark.parametrize(
    ("right", "wrong", "name"),
    [
        ("dx = dout * (1.0 - self.out) * self.out", "dx = dout * (1.0 - self.out)", "dx"),
        (
            "        dx = dout * (1.0 - self.out) * self.out\n        return dx",
            "        return dout * self.out",
            "return",
        ),
    ],
)
def test_what_backward_returns_is_held_against_the_true_gradient(right, wrong, name):
    result = recorded(SIGMOID)
    assert {truth.is_met for truth in result.truths.values()} == {True}
    result = recorded(SIGMOID.replace(right, wrong))
    event = result.first_wrong(call_of(result, "Sigmoid.backward"))
    assert result.recorded.events[event].name == name
    assert result.truths[event].of == "x"
    x = np.array([[1.0, -2.0, 3.0], [-4.0, 5.0, -6.0]])
    y = 1 / (1 + np.exp(-x))
    dout = np.arange(1.0, 7.0).reshape(2, 3)
    np.testing.assert_allclose(result.truths[event].value, dout * y * (1 - y))


def test_the_first_wrong_value_of_a_network_by_hand_is_on_the_way_and_not_what_follows_from_it():
    result = recorded(BY_HAND.replace("dz1 * z1 * (1 - z1)", "dz1 * (1 - z1)"))
    event = result.first_wrong(call_of(result, "TwoLayerNet.gradient"))
    assert result.recorded.events[event].name == "da1"
    right = recorded(BY_HAND)
    assert {truth.is_met for truth in right.truths.values()} == {True}
    assert {truth.of for truth in right.truths.values()} >= {"W1", "W2", "a1"}


def test_of_a_long_loop_the_circles_around_the_place_are_shown():
    result = recorded(
        "import numpy as np\ndef f(x):\n    for i in range(200):\n        x = x * 0.5\n    return x\ny = f(np.ones(2))"
    )
    call = call_of(result, "f")
    for known in (0, 100, len(result.recorded.nodes)):
        graph = result.graphs.at(call, known)
        assert (graph.shown, graph.of) == (min(MOST_OPERATIONS, graph.shown), 200)
        nodes = [box.node for box in graph.boxes if box.kind is Kind.OPERATION]
        assert min(nodes) <= max(known - 1, result.calls.all[call].nodes.start) <= max(nodes) + 1
