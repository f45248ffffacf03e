"""Training scripts: run for a while and judged. What is right raises no alarm; slips have their line and change."""

from __future__ import annotations

import time

import pytest

from nn.own_code.judgement import Certainty
from nn.own_code.judging import judge
from nn.own_code.source import Source

NETWORK = """\
import numpy as np
from common.layers import Affine, Relu, SoftmaxWithLoss
from common.optimizer import SGD, Momentum, Adam


class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.1):
        self.params = {
            "W1": weight_init_std * np.random.randn(input_size, hidden_size), "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.randn(hidden_size, output_size), "b2": np.zeros(output_size),
        }
        p = self.params
        self.layers = [Affine(p["W1"], p["b1"]), Relu(), Affine(p["W2"], p["b2"])]
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t.argmax(axis=1))

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward(1)
        for layer in reversed(self.layers):
            dout = layer.backward(dout)
        one, _, two = self.layers
        return {"W1": one.dW, "b1": one.db, "W2": two.dW, "b2": two.db}


np.random.seed(1)
x_train = np.random.randn(300, 6)
t_train = np.eye(3)[x_train[:, :3].argmax(axis=1)]
x_test = np.random.randn(60, 6)
t_test = np.eye(3)[x_test[:, :3].argmax(axis=1)]
"""
LOOP = """\
network = TwoLayerNet(6, 10, 3)
learning_rate = 0.1
batch_size = 30
iter_per_epoch = max(len(x_train) / batch_size, 1)
losses, accuracies = [], []
for i in range(10000):
    batch_mask = np.random.choice(len(x_train), batch_size)
    x_batch = x_train[batch_mask]
    t_batch = t_train[batch_mask]
    grads = network.gradient(x_batch, t_batch)
    for key in ("W1", "b1", "W2", "b2"):
        network.params[key] -= learning_rate * grads[key]
    losses.append(network.loss(x_batch, t_batch))
    if i % iter_per_epoch == 0:
        accuracies.append((network.accuracy(x_train, t_train), network.accuracy(x_test, t_test)))
print(losses[-1])
"""


def script_of(text, **options):
    found = [each for each in judge(Source(text, "train.py"), **options) if each.role == "script"]
    assert len(found) == 1
    return found[0]


def kinds(judgement, *, errors):
    return {finding.kind for finding in judgement.findings if finding.is_error == errors}


def line_of(text, part):
    return next(number for number, line in enumerate(text.split("\n"), 1) if part in line)


def test_a_long_training_is_cut_and_what_it_trains_is_said():
    judgement = script_of(NETWORK + LOOP)
    assert (judgement.name, judgement.is_right, judgement.diagnosis) == ("train.py", True, None)
    assert judgement.line == line_of(NETWORK + LOOP, "range(10000)")
    trained = next(str(finding.message) for finding in judgement.findings if finding.kind == "trained")
    assert trained.startswith("TwoLayerNet was trained for 200 iterations: the loss went from 1.")
    assert "cut" in kinds(judgement, errors=False)


def changed(old, new, text=LOOP):
    assert text.count(old) == 1
    return text.replace(old, new)


STEP = '    for key in ("W1", "b1", "W2", "b2"):\n        network.params[key] -= learning_rate * grads[key]\n'
OF_OPTIMIZER = changed(STEP, "    optimizer.update(network.params, grads)\n")
TRAINER = """\
class Trainer:
    def __init__(self, network, x_train, t_train):
        self.network, self.x_train, self.t_train = network, x_train, t_train
        self.optimizer = Adam(lr=0.01)

    def train_step(self):
        mask = np.random.choice(len(self.x_train), 30)
        grads = self.network.gradient(self.x_train[mask], self.t_train[mask])
        self.optimizer.update(self.network.params, grads)

    def train(self):
        for _ in range(10000):
            self.train_step()

trainer = Trainer(TwoLayerNet(6, 10, 3), x_train, t_train)
trainer.train()
"""
RIGHT = {
    "an optimizer": changed("learning_rate = 0.1", "optimizer = SGD(lr=0.1)", OF_OPTIMIZER),
    "Momentum": changed("learning_rate = 0.1", "optimizer = Momentum(lr=0.05)", OF_OPTIMIZER),
    "Adam": changed("learning_rate = 0.1", "optimizer = Adam(lr=0.01)", OF_OPTIMIZER),
    "epochs of a permutation": """\
network = TwoLayerNet(6, 10, 3)
for epoch in range(500):
    order = np.random.permutation(len(x_train))
    for start in range(0, len(x_train), 30):
        batch = order[start:start + 30]
        grads = network.gradient(x_train[batch], t_train[batch])
        for name, p in network.params.items():
            p -= 0.1 * grads[name]
    print(epoch, network.accuracy(x_test, t_test))
""",
    "while, all samples at once": """\
network, loss, count = TwoLayerNet(6, 10, 3), 9.0, 0
while loss > 0.2 and count < 3000:
    grads = network.gradient(x_train, t_train)
    for key, value in network.params.items():
        value -= 0.5 * grads[key]
    loss = network.loss(x_train, t_train)
    count += 1
""",
    "in a function": """\
def main(steps):
    network = TwoLayerNet(6, 10, 3)
    for _ in range(steps):
        mask = np.random.choice(len(x_train), 50, replace=False)
        grads = network.gradient(x_train[mask], t_train[mask])
        Momentum(lr=0.1).update(network.params, grads) if False else SGD(0.1).update(network.params, grads)
    return network

if __name__ == "__main__":
    main(2000)
""",
    "a race": """\
networks = {std: TwoLayerNet(6, 10, 3, std) for std in (0.01, 0.1, 0.5)}
optimizer = SGD(lr=0.1)
for i in range(1000):
    mask = np.random.choice(len(x_train), 30)
    for key in networks:
        optimizer.update(networks[key].params, networks[key].gradient(x_train[mask], t_train[mask]))
""",
    "without a class": """\
W, b = 0.1 * np.random.randn(6, 3), np.zeros(3)
for i in range(5000):
    mask = np.random.choice(300, 30)
    x, t = x_train[mask], t_train[mask]
    y = np.exp(np.dot(x, W) + b)
    y /= y.sum(axis=1, keepdims=True)
    loss = -np.sum(t * np.log(y)) / len(x)
    dy = (y - t) / len(x)
    dW, db = np.dot(x.T, dy), dy.sum(axis=0)
    W = W - 0.1 * dW
    b -= 0.1 * db
""",
    "shorter than a look": changed("range(10000)", "range(5)"),
    "a trainer of one's own": TRAINER,
    "weights that are put in anew and read anew": """\
class Plain(TwoLayerNet):
    def predict(self, x):
        p = self.params
        return np.maximum(x @ p["W1"] + p["b1"], 0) @ p["W2"] + p["b2"]

    def gradient(self, x, t):
        p = self.params
        z = np.maximum(x @ p["W1"] + p["b1"], 0)
        self.loss(x, t)
        dy = self.last_layer.backward()
        da = dy @ p["W2"].T * (z > 0)
        return {"W1": x.T @ da, "b1": da.sum(0), "W2": z.T @ dy, "b2": dy.sum(0)}

network = Plain(6, 10, 3)
for i in range(2000):
    mask = np.random.choice(len(x_train), 30)
    grads = network.gradient(x_train[mask], t_train[mask])
    for key in network.params:
        network.params[key] = network.params[key] - 0.1 * grads[key]
""",
}


@pytest.mark.parametrize("loop", RIGHT.values(), ids=RIGHT)
def test_a_script_that_is_right_raises_no_alarm(loop):
    judgement = script_of(NETWORK + loop, explains=False)
    assert [str(finding.message) for finding in judgement.findings if finding.is_error] == []
    assert judgement.is_right


IN_PLACE = "network.params[key] -= learning_rate * grads[key]"
BATCH = "    batch_mask = np.random.choice(len(x_train), batch_size)\n"
RACE = """\
networks = [TwoLayerNet(6, 10, 3) for _ in range(2)]
optimizer = Momentum(lr=0.1)
for i in range(1000):
    mask = np.random.choice(len(x_train), 30)
    for network in networks:
        optimizer.update(network.params, network.gradient(x_train[mask], t_train[mask]))
"""
VALUES = "network.params.values(), grads.values()"
ANEW = BATCH + "    network = TwoLayerNet(6, 10, 3)\n"
OF_TEST = changed("x_train[batch_mask]", "x_test[batch_mask % 60]")
SLIPS = {
    "new arrays that nobody has": (
        changed(STEP, f"    for p, g in zip({VALUES}):\n        p = p - learning_rate * g\n"),
        "nothing moves", "p = p -", "p -= learning_rate * g",
    ),
    "new arrays in params": (
        changed(IN_PLACE, "network.params[key] = network.params[key] - learning_rate * grads[key]"),
        "old arrays", "network.params[key] =", IN_PLACE,
    ),
    "uphill": (changed(IN_PLACE, IN_PLACE.replace("-=", "+=")), "uphill", "network.params[key] +=", IN_PLACE),
    "a rate of 200": (changed("learning_rate = 0.1", "learning_rate = 200"), "not finite", "learning_rate = 200", "2"),
    "labels of others": (
        changed("t_train[batch_mask]", "t_train[:batch_size]"), "other labels", "t_train[:batch", "t_train[batch_mask]",
    ),
    "labels of another draw": (
        changed("t_train[batch_mask]", "t_train[np.random.choice(len(x_train), batch_size)]"),
        "other labels", "t_batch =", "t_train[batch_mask]",
    ),
    "no whole number of iterations": (
        changed("batch_size = 30", "batch_size = 64"),
        "not whole", "iter_per_epoch = max", "len(x_train) // batch_size",
    ),
    "nothing but zeros": (
        changed("TwoLayerNet(6, 10, 3)", "TwoLayerNet(6, 10, 3, 0)"), "all alike", "network = Two", "0.01",
    ),
    "only the weights": (changed('("W1", "b1", "W2", "b2")', '("W1", "W2")'), "one does not move", IN_PLACE, None),
    "drawn once": (
        changed("for i in range(10000):\n" + BATCH, BATCH.strip() + "\nfor i in range(10000):\n"),
        "same batch", "np.random.choice", None,
    ),
    "from the test data": (
        OF_TEST.replace("t_train[batch_mask]", "t_test[batch_mask % 60]"),
        "test data", "t_batch =", None,
    ),
    "a network each time": (changed(BATCH, ANEW), "network anew", "range(10000)", None),
    "an optimizer each time": (
        changed("    optimizer.update", "    optimizer = Momentum(lr=0.1)\n    optimizer.update", OF_OPTIMIZER),
        "optimizer anew", "optimizer.update", None,
    ),
    "one optimizer for two": (RACE, "shared optimizer", "optimizer.update", None),
    "no update at all": (changed(STEP, ""), "nothing moves", "range(10000)", None),
    "a trainer that mixes labels": (
        TRAINER.replace("self.t_train[mask]", "self.t_train[:30]"), "other labels", "trainer.train()", None,
    ),
    "a name that is not there": (changed("losses.append", "loses.append"), "raises", "loses.append", None),
}  # fmt: skip


@pytest.mark.parametrize(("loop", "kind", "part", "new"), SLIPS.values(), ids=SLIPS)
def test_a_slip_of_the_loop_has_its_line_and_its_change(loop, kind, part, new):
    text = NETWORK + loop
    judgement = script_of(text)
    assert judgement.is_right is False
    assert kind in kinds(judgement, errors=True)
    assert judgement.diagnosis.line == line_of(text, part)
    if new is not None:
        assert (judgement.diagnosis.certainty, judgement.diagnosis.edit.new) == (Certainty.SURE, new)
        assert script_of(judgement.diagnosis.edit.applied(text), explains=False).is_right


NOTES = {
    "replacement": LOOP,
    "recorded before": LOOP.replace(STEP, "    losses.append(network.loss(x_batch, t_batch))\n" + STEP, 1),
    "other data": LOOP.replace("network.loss(x_batch, t_batch)", "network.loss(x_test, t_test)"),
    "no test": LOOP.replace(", network.accuracy(x_test, t_test)", ""),
    "accuracy of others": LOOP.replace("(x_test, t_test)", "(x_test[:60], t_train[:60])"),
    "rate": LOOP.replace("learning_rate = 0.1", "learning_rate = 0.0000001"),
    "large inputs": "x_train *= 200\n"
    + LOOP.replace("6, 10, 3", "6, 10, 3, 0.0005").replace("rate = 0.1", "rate = 0.0001"),
}


@pytest.mark.parametrize("kind", NOTES)
def test_a_habit_is_noted_and_no_error(kind):
    judgement = script_of(NETWORK + NOTES[kind], explains=False)
    assert kind in kinds(judgement, errors=False)
    assert judgement.is_right is not False


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("dy = (y - t) / len(x)", "dy = y - t", "dW is 30 times the gradient of the loss"),
        ("dy.sum(axis=0)", "dy.sum(axis=0)[::-1]", "db is not how loss changes with b"),
    ],
)
def test_gradients_of_ones_own_are_held_against_the_loss(old, new, said):
    text = NETWORK + changed(old, new, RIGHT["without a class"].replace("- 0.1", "- 0.001"))
    judgement = script_of(text, explains=False)
    notes = [finding for finding in judgement.findings if finding.kind == "inline gradient"]
    assert any(said in finding.message for finding in notes)
    assert {finding.line for finding in notes} <= {line_of(text, "W = W -"), line_of(text, "b -=")}
    right = script_of(NETWORK + RIGHT["without a class"], explains=False)
    assert "inline gradient" not in kinds(right, errors=False)


def test_a_script_stands_on_its_classes():
    text = NETWORK.replace('"b1": one.db', '"b1": one.dW') + LOOP
    judgement = script_of(text)
    assert "stands on" in kinds(judgement, errors=True)
    assert "It is right once TwoLayerNet is." in {judgement.diagnosis.how, *(each.how for each in judgement.further)}


@pytest.mark.parametrize(
    "text",
    [
        "while True:\n    pass\n" + LOOP,
        LOOP.replace("    grads =", "    while len(losses) > 3:\n        pass\n    grads ="),
    ],
)
def test_what_never_ends_is_ended_with_a_sentence(text):
    before = time.process_time()
    judgement = script_of(NETWORK + text, explains=False)
    assert "cut" in kinds(judgement, errors=False)
    assert judgement.is_right is None
    assert time.process_time() - before < 10


def test_a_library_that_is_not_here_is_no_mistake():
    judgement = script_of(NETWORK + "import pandas_of_nobody\n" + LOOP, explains=False)
    assert judgement.is_right is None
    assert "not here" in kinds(judgement, errors=False)


def test_classes_alone_and_other_loops_are_no_training():
    for text in (NETWORK, "total = 0\nfor i in range(10):\n    total += i * 2\n"):
        assert all(each.role != "script" for each in judge(Source(text), explains=False))


def test_a_script_is_left_alone_where_only_a_class_is_asked_for():
    assert [each.name for each in judge(Source(NETWORK + LOOP), "TwoLayerNet", explains=False)] == ["TwoLayerNet"]
    assert all(each.role != "script" for each in judge(Source(NETWORK + LOOP), runs_scripts=False))
