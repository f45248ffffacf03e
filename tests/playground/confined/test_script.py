"""A learner's script with a training loop of its own runs in the confined process, watched, asked and stopped."""

from __future__ import annotations

import numpy as np
import pytest

from playground.confined.ending import How
from playground.confined.tasks import PARAMETER
from playground.confined.trained import progress
from tests.patience import PROCESS_S

SCRIPT = """
import numpy as np

class Line:
    def __init__(self):
        self.params = {'W': np.zeros((784, 10))}

    def predict(self, x):
        return np.dot(x, self.params['W'])

    def loss(self, x, t):
        return np.mean((self.predict(x) - t) ** 2)

rng = np.random.default_rng(0)
x = rng.normal(size=(20, 784))
t = np.eye(10)[np.arange(20) % 10]
network = Line()
train_loss_list, test_acc_list = [], []
for i in range(TURNS):
    network.params['W'] -= 0.01 * np.dot(x.T, network.predict(x) - t) / len(x)
    train_loss_list.append(network.loss(x, t))
    if i % 50 == 0:
        test_acc_list.append(0.25)
print('done')
"""
ONES = np.ones((3, 784))


@pytest.fixture
def begin(begun):
    def call(text, arrays=None, **asked):
        return begun("script", {"source": text, "name": "own.py", **asked}, arrays)

    return call


def next_with(reports, holds):
    return next(told for told in map(progress, reports) if holds(told))


def test_its_losses_and_accuracies_are_told_and_then_its_network_answers(begin):
    child, reports = begin(SCRIPT.replace("TURNS", "300"))
    losses, accuracies, told = [], [], None
    while told is None or not told.is_done:
        report = next(reports)
        told = progress(report)
        losses.extend([] if told.losses is None else told.losses)
        accuracies += [] if told.test_accuracy is None else [told.test_accuracy]
    assert len(losses) == told.iteration == 300
    assert losses[-1] < losses[0]
    child.ask({"do": "params"})
    weights = next_with(reports, lambda told: told.answers == "params").arrays["W"]
    child.ask({"do": "predict"}, {"x": ONES})
    answer = next_with(reports, lambda told: told.answers == "predict").arrays["y"]
    assert np.allclose(answer, ONES @ weights)
    child.ask({"do": "state"})
    assert next_with(reports, lambda told: told.answers == "state").remains.parameters == 7840
    child.stop()
    *_, last = reports
    assert (last.is_answer, last.data) == (True, {"iteration": 300, "is_cut": False})


def test_it_is_paused_in_its_loop_asked_there_and_goes_on(begin):
    child, reports = begin(SCRIPT.replace("TURNS", "10**9"))
    child.ask({"do": "pause"})
    child.ask({"do": "params"})
    one = next_with(reports, lambda told: told.answers == "params")
    child.ask({"do": "params"})
    other = next_with(reports, lambda told: told.answers == "params")
    assert one.iteration == other.iteration
    assert np.array_equal(one.arrays["W"], other.arrays["W"])
    child.ask({"do": "resume"})
    assert next_with(reports, lambda told: told.iteration > one.iteration)
    child.stop()
    *_, last = reports
    assert (last.is_answer, last.data["is_cut"]) == (True, True)
    assert child.wait(PROCESS_S).how is How.STOPPED


def test_being_asked_does_not_change_what_it_draws(begin):
    drawing = "import numpy as np\nnp.random.seed(3)\nclass Net:\n    params = {'W': np.zeros(1)}\n"
    drawing += "    def predict(self, x):\n        return np.random.rand(len(x), 10)\n"
    drawing += "net = Net()\nloss_list = []\nfor i in range(10**9):\n    sum(range(3000))\n"
    drawing += "    loss_list.append(np.random.rand())\n"
    child, reports = begin(drawing)
    losses = list(next_with(reports, lambda told: told.losses is not None and len(told.losses) > 0).losses)
    child.ask({"do": "predict"}, {"x": ONES})
    while True:
        told = progress(next(reports))
        losses += [] if told.losses is None else list(told.losses)
        if told.answers == "predict":
            break
    losses += list(next_with(reports, lambda told: told.losses is not None and len(told.losses) > 0).losses)
    wanted = np.random.RandomState(3).rand(len(losses))
    assert np.array_equal(losses, wanted)


def test_kept_parameters_are_put_into_its_network_without_its_loop(begin):
    weights = np.full((784, 10), 0.5)
    text = SCRIPT.replace("TURNS", "10**9")
    child, reports = begin(text, {f"{PARAMETER}W": weights}, is_paused=True, iteration=7)
    child.ask({"do": "predict"}, {"x": ONES})
    told = next_with(reports, lambda told: told.answers == "predict")
    assert (told.iteration, float(told.arrays["y"][0, 0])) == (7, 392.0)


def test_what_is_about_something_else_says_so_and_goes_on(begin):
    child, reports = begin("loss_list = []\nfor i in range(10**9):\n    sum(range(3000))\n    loss_list.append(1.0)\n")
    child.ask({"do": "predict"}, {"x": ONES})
    told = next_with(reports, lambda told: told.answers == "predict")
    assert "no network" in told.refused
    assert next_with(reports, lambda later: later.iteration > told.iteration)


def test_a_failure_names_the_line(begin):
    child, reports = begin(SCRIPT.replace("TURNS", "30").replace("x.T", "x"))
    list(reports)
    assert child.wait(PROCESS_S).message.startswith("Line 20: ValueError: ")
