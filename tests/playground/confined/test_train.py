"""A learner's own network learns in the confined process, and is paused, stepped, asked and stopped from here."""

from __future__ import annotations

import numpy as np
import pytest

from playground.confined.ending import How
from playground.confined.frames import Garbled
from playground.confined.trained import progress
from tests.patience import PROCESS_S

NETWORK = """
import numpy as np

class Line:
    def __init__(self, inputs, classes=2):
        self.params = {'W': np.zeros((inputs, classes))}

    def predict(self, x):
        return np.dot(x, self.params['W'])

    def loss(self, x, t):
        return np.mean((self.predict(x) - t) ** 2)

    def gradient(self, x, t):
        return {'W': 2 * np.dot(x.T, self.predict(x) - t) / t.size}

class Half:
    def update(self, params, grads):
        params['W'] -= 0.5 * grads['W']
"""
X = np.random.default_rng(0).normal(size=(200, 3))
T = np.stack([X[:, 0], -X[:, 0]], axis=1)
DATA = {"x": X, "t": T, "x_test": X[:50], "t_test": T[:50]}


@pytest.fixture
def begin(begun):
    def call(text=NETWORK, iterations=10**9, **asked):
        asked = {"network": "Line", "arguments": {"inputs": 3}, "iterations": iterations, "batch_size": 20, **asked}
        return begun("train", {"source": text, "name": "own.py", **asked}, DATA)

    return call


def next_with(reports, holds):
    return next(told for told in map(progress, reports) if holds(told))


def test_it_learns_and_ends_with_what_it_has(begin):
    child, reports = begin(iterations=300, optimizer="Half")
    losses, told = [], None
    while told is None or not told.is_done:
        told = progress(next(reports))
        losses.extend(told.losses)
    assert (told.iteration, len(losses)) == (300, 300)
    assert losses[-1] < 1e-6 < losses[0]
    child.ask({"do": "accuracy"})
    assert next_with(reports, lambda told: told.test_accuracy is not None).test_accuracy > 0.9
    child.ask({"do": "params"})
    weights = next_with(reports, lambda told: "W" in told.arrays).arrays["W"]
    child.ask({"do": "predict"}, {"x": X[:7]})
    assert np.allclose(next_with(reports, lambda told: "y" in told.arrays).arrays["y"], X[:7] @ weights)
    child.stop()
    *_, answer = reports
    assert (answer.is_answer, answer.data) == (True, {"iteration": 300, "is_cut": False})


def test_it_is_paused_and_goes_on_step_by_step(begin):
    child, reports = begin()
    child.ask({"do": "pause"})
    child.ask({"do": "accuracy"})
    at = next_with(reports, lambda told: told.test_accuracy is not None).iteration
    child.ask({"do": "step"})
    child.ask({"do": "step"})
    assert next_with(reports, lambda told: told.iteration == at + 2).losses.size > 0
    child.ask({"do": "resume"})
    assert next_with(reports, lambda told: told.iteration > at + 100)
    child.stop()
    assert child.wait(PROCESS_S).how is How.STOPPED


def test_a_stop_within_an_iteration_is_told(begin):
    text = NETWORK.replace(
        "    def gradient(self, x, t):\n", "    def gradient(self, x, t):\n        while True: pass\n"
    )
    child, reports = begin(text)
    assert child.protection is not None
    child.stop(PROCESS_S)
    left = list(reports)
    assert left == [] or left[-1].data["is_cut"]
    assert child.wait(PROCESS_S).how is How.STOPPED


def test_parameters_asked_for_in_the_last_iteration_are_handed_in_when_it_is_over(begin):
    slow = "        signal.signal(signal.SIGINT, signal.SIG_IGN)\n        print('in it')\n        time.sleep(0.5)\n"
    text = NETWORK.replace("    def gradient(self, x, t):\n", f"    def gradient(self, x, t):\n{slow}")
    child, reports = begin(f"import signal, time\n{text}")
    assert progress(next(reports)).iteration == 1  # the second one has begun
    child.ask({"do": "params"})
    child.stop(PROCESS_S)
    (answer,) = [told for told in map(progress, reports) if told.answers]
    assert (answer.answers, set(answer.arrays)) == ("params", {"W"})
    assert child.wait(PROCESS_S).how == How.STOPPED


def test_a_loss_that_is_not_finite_ends_it(begin):
    _, reports = begin(NETWORK.replace("0.5 *", "1e200 *"), optimizer="Half")
    told = next_with(reports, lambda told: told.is_done)
    assert not np.isfinite(told.losses[-1])


def test_a_failure_names_the_line_and_a_missing_class_its_name(begin):
    child, _ = begin(NETWORK.replace("x.T", "x"))
    assert child.wait(PROCESS_S).message.startswith("Line 15: ValueError: ")
    child, _ = begin(network="TwoLayerNet")
    assert child.wait(PROCESS_S).message == "there is no class TwoLayerNet in it"


@pytest.mark.parametrize("data", [{}, {"iteration": -1}, {"iteration": True}, {"iteration": 1, "test_accuracy": 7}])
def test_a_report_that_is_none_is_refused(begin, data):
    from playground.confined.child import Report

    with pytest.raises(Garbled):
        progress(Report(data))
