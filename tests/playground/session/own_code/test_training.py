"""A learner's own network learns MNIST in a process of its own, reads what is drawn, and is stopped at once."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pytest

from nn.datasets import load_mnist
from playground.confined.ending import How
from playground.session.own_code.training import OwnTraining, Settings, Stage
from tests.patience import PROCESS_S

SOLUTIONS = Path(__file__).parents[2] / "lessons" / "own_code" / "solutions"
LAYERS = ("Relu", "Affine", "SoftmaxWithLoss", "Adam")
WAIT_MS = 1000 * PROCESS_S
SOON_S = 0.1
ENDLESS = """
import numpy as np
class Endless:
    def __init__(self):
        self.params = {"W": np.zeros((784, 10))}
    def predict(self, x):
        return x @ self.params["W"]
    def loss(self, x, t):
        return 1.0
    def gradient(self, x, t):
        while True:
            try:
                print("still here")
            except BaseException:
                pass
"""


def whole_file():
    """Give a file in which everything is typed by the learner: the layers, the network and the optimizer."""
    solved = [(SOLUTIONS / f"{name}.txt").read_text(encoding="utf-8") for name in (*LAYERS, "TwoLayerNet")]
    return "\n".join(text.replace("from common.layers import Affine, Relu, SoftmaxWithLoss\n", "") for text in solved)


@pytest.fixture
def training(session, qtbot):
    training = session.own_training
    yield training
    training.close()


def begin(session, text, **settings):
    session.own_code.begin(text)
    session.own_code.allow()
    assert session.own_training.start(Settings(**settings))


def test_a_network_of_own_layers_learns_with_an_own_optimizer_and_reads_a_digit(session, training, qtbot):
    begin(session, whole_file(), network="TwoLayerNet", optimizer="Adam", lr=0.005, epochs=2)
    qtbot.waitUntil(lambda: training.stage is Stage.DONE, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: training.accuracies[-1:] and training.accuracies[-1][0] == 1200, timeout=WAIT_MS)
    assert training.accuracies[-1][1] >= 0.95
    assert len(training.losses) == 1200
    assert np.mean(training.losses[-100:]) < 0.3 * np.mean(training.losses[:10])
    assert (training.remains.parameters, training.remains.remembered) == (39_760, ("m", "v"))

    (_, _), (x, t) = load_mnist()
    training.look_at(x[0])
    qtbot.waitUntil(lambda: training.reading is not None, timeout=WAIT_MS)
    assert int(np.argmax(training.reading.probabilities)) == t[0]
    assert sum(training.reading.probabilities) == pytest.approx(1)

    qtbot.waitUntil(lambda: training.parameters_at == 1200, timeout=WAIT_MS)
    training.stop()
    qtbot.waitUntil(lambda: training.stage is Stage.ENDED, timeout=WAIT_MS)
    hidden = np.maximum(x[:200] @ training.parameters["W1"] + training.parameters["b1"], 0)
    scores = hidden @ training.parameters["W2"] + training.parameters["b2"]
    assert np.mean(scores.argmax(axis=1) == t[:200]) > 0.93, "what is kept is what has learned"


def test_a_pause_holds_and_goes_on(session, training, qtbot):
    begin(session, (SOLUTIONS / "Relu.txt").read_text(encoding="utf-8"), epochs=50)
    qtbot.waitUntil(lambda: training.iteration > 20, timeout=WAIT_MS)
    training.pause()
    qtbot.waitUntil(lambda: len(training.accuracies) > 1, timeout=WAIT_MS)
    held = training.iteration
    training.look_at(np.zeros(784, np.float32))
    qtbot.waitUntil(lambda: training.reading is not None, timeout=WAIT_MS)
    assert (training.stage, training.iteration, training.reading.iteration) == (Stage.PAUSED, held, held)
    training.go_on()
    qtbot.waitUntil(lambda: training.iteration > held + 20, timeout=WAIT_MS)


def test_it_is_stopped_from_a_loop_that_swallows_everything(session, training, qtbot):
    begin(session, ENDLESS, network="Endless")
    qtbot.waitUntil(lambda: training.remains is not None, timeout=WAIT_MS)
    asked = time.process_time()
    training.stop()
    qtbot.waitUntil(lambda: training.stage is Stage.ENDED, timeout=WAIT_MS)
    assert training.ending.how is How.STOPPED
    assert time.process_time() - asked < 10 * SOON_S


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("while True:", "raise ValueError('no')", "Line 11: ValueError: no"),
        ("while True:", "import ctypes; ctypes.string_at(0)", "crashed"),
        ("while True:", "return {}", "gives no gradient for W"),
        ("return 1.0", "return None", "gives no number"),
        ("def __init__(self):", "def __init__(self, shape):", "Endless needs shape"),
    ],
)
def test_what_fails_is_one_sentence(session, training, qtbot, old, new, said):
    text = ENDLESS.replace("            try:", "            return {'W': 0 * self.params['W']}\n            try:")
    begin(session, text.replace(old, new) if "while" not in old else _cut(new), network="Endless")
    qtbot.waitUntil(lambda: training.stage is Stage.ENDED, timeout=WAIT_MS)
    assert said in training.ending.message
    assert "\n" not in training.ending.message


def _cut(line):
    head, _, _ = ENDLESS.partition("        while True:")
    return f"{head}        {line}\n"


def test_a_loss_that_is_no_number_ends_it_as_a_result(session, training, qtbot):
    begin(session, _cut("return {'W': 0 * self.params['W']}").replace("return 1.0", "return np.nan"), network="Endless")
    qtbot.waitUntil(lambda: training.stage is Stage.DONE, timeout=WAIT_MS)
    assert len(training.losses) == 1
    assert np.isnan(training.losses[0])
    assert training.is_alive


HOSTILE = """
import os, struct, json, threading, time
def send(fd, data):
    text = json.dumps({"kind": "report", "data": data, "prints": {"text": "", "left_out": 0}}).encode()
    os.write(fd, struct.pack("<IQ", len(text), 0) + text)
def out():
    for fd in range(3, 64):
        try:
            send(fd, DATA)
        except OSError:
            pass
out()
time.sleep(100)
"""


@pytest.mark.parametrize(
    "data",
    [
        {"iteration": 10**9},
        {"iteration": -3},
        {"iteration": 5, "answers": "state", "parameters": -1, "remembered": []},
        {"iteration": 5, "answers": "state", "parameters": 5, "remembered": [[]]},
        {"iteration": 5, "answers": "predict"},
        {"iteration": 5, "answers": "accuracy", "test_accuracy": 99},
        {"iteration": 5, "answers": "accuracy"},
        {"iteration": 5, "answers": "everything"},
    ],
)
def test_forged_reports_end_it(session, training, qtbot, data):
    begin(session, HOSTILE.replace("DATA", repr(data)), network="Endless")
    qtbot.waitUntil(lambda: training.stage is Stage.ENDED, timeout=WAIT_MS)
    assert training.ending.how is How.GARBLED
    assert not training.losses
    assert not training.accuracies


def test_nothing_runs_that_was_not_allowed(session, training):
    session.own_code.begin("x = 1\n")
    assert not training.start(Settings())
    assert training.stage is Stage.NONE


def test_it_ends_with_the_session(session, qtbot):
    begin(session, ENDLESS, network="Endless")
    training: OwnTraining = session.own_training
    qtbot.waitUntil(lambda: training.remains is not None, timeout=WAIT_MS)
    session.close()
