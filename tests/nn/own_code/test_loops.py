"""A script's own training loop is watched: its losses by the list or the calls, its network at rest."""

from __future__ import annotations

import numpy as np
import pytest

from nn.own_code.loading import load
from nn.own_code.source import Source
from nn.own_code.training.definitions import DefinitionsOnly
from nn.own_code.training.loops import LoopWatch
from nn.own_code.training.trainable import trainable

NETWORK = """
import numpy as np
class Net:
    def __init__(self):
        self.params = {"W": np.array([4.0])}
        self.layers = [1, 2]
    def predict(self, x):
        for layer in self.layers:
            x = x * 1
        return x * self.params["W"]
    def loss(self, x, t):
        return float(np.sum((self.predict(x) - t) ** 2))
    def gradient(self, x, t):
        return {"W": 2 * x * (self.predict(x) - t)}
network = Net()
"""
LOOP = """
for i in range(20):
    network.params["W"] -= 0.1 * network.gradient(1.0, 1.0)["W"]
    loss = network.loss(1.0, 1.0)
"""
LISTED = "test_loss, train_loss_list, test_acc = [0.5] * 3, [], []" + LOOP + "    train_loss_list.append(loss)\n"
INDENTED = LOOP.replace("\n", "\n    ")
WITHIN = f"""
def train():
    losses = []{INDENTED}    losses.append(loss)


train()
"""


def watched(text):
    seen = []
    watch = LoopWatch(lambda: seen.append((list(watch.losses(0)), watch.is_at_rest, watch.network)))
    loaded = load(Source(NETWORK + text), watch, name="__main__")
    assert loaded.failure is None
    watch.ends(loaded.namespace)
    return watch, seen


@pytest.mark.parametrize("text", [LOOP, LISTED, WITHIN], ids=["called", "listed", "in a function"])
def test_losses_are_those_of_the_training(text):
    watch, seen = watched(text)
    losses = [9 * 0.64 ** (n + 1) for n in range(20)]
    assert watch.losses(0) == pytest.approx(losses)
    assert watch.losses(18) == pytest.approx(losses[18:])
    assert seen, "it is looked at within the loop"
    assert all(is_at_rest and network is watch.network is not None for _, is_at_rest, network in seen)


def test_what_it_computes_is_the_same():
    plain, (watch, _) = load(Source(NETWORK + LISTED), name="__main__"), watched(LISTED)
    assert plain.namespace["train_loss_list"] == watch.losses(0)


def test_it_is_not_looked_at_in_the_middle_of_a_pass(monkeypatch):
    monkeypatch.setattr("nn.own_code.training.loops._LOOK_EVERY_S", 0)
    _, seen = watched(LOOP)
    assert len(seen) == 20, "once an iteration, and not in the loops of predict"


def test_to_ask_the_network_meanwhile_is_not_to_look_again(monkeypatch):
    monkeypatch.setattr("nn.own_code.training.loops._LOOK_EVERY_S", 0)
    asked = []
    watch = LoopWatch(lambda: asked.append(watch.network.predict(1.0)))
    load(Source(NETWORK + LOOP), watch, name="__main__")
    assert len(asked) == 20


def test_without_its_loop_there_is_the_network_that_it_makes():
    loaded = load(Source(NETWORK + LISTED), DefinitionsOnly())
    assert loaded.namespace["network"].params["W"] == np.array([4.0])
    assert loaded.namespace["train_loss_list"] == []


@pytest.mark.parametrize(
    ("text", "has_loop"),
    [(NETWORK, False), (NETWORK + LOOP, True), (WITHIN, True), ("for i in range(3):\n    print(i)\n", False)],
)
def test_a_training_loop_is_recognised_from_its_text(text, has_loop):
    assert trainable(Source(text)).has_loop is has_loop
