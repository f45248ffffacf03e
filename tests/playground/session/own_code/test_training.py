"""A learner's own network learns MNIST in a process of its own, reads what is drawn, and is stopped at once."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pytest

from nn.datasets import load_mnist
from playground.confined.ending import How
from playground.confined.trained import Progress
from playground.session.document.file import pack, unpack
from playground.session.document.first import new_document
from playground.session.document.saved import SavedDocument
from playground.session.own_code.training.course import Course
from playground.session.own_code.training.settings import Settings
from playground.session.own_code.training.stage import Stage
from playground.session.own_code.training.training import OwnTraining
from playground.session.session import Session
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
    training = session.own_code.training
    yield training
    training.close()


def begin(session, text, **settings):
    session.own_code.source.begin(text)
    session.own_code.source.allow()
    assert session.own_code.training.start(Settings(**settings))


def test_a_network_of_own_layers_learns_with_an_own_optimizer_and_reads_a_digit(session, training, qtbot):
    begin(session, whole_file(), network="TwoLayerNet", optimizer="Adam", lr=0.005, epochs=2)
    qtbot.waitUntil(lambda: training.stage is Stage.DONE, timeout=WAIT_MS)
    qtbot.waitUntil(
        lambda: training.course.accuracies[-1:] and training.course.accuracies[-1][0] == 1200, timeout=WAIT_MS
    )
    assert training.course.accuracies[-1][1] >= 0.95
    assert len(training.course.losses) == 1200
    assert np.mean(training.course.losses[-100:]) < 0.3 * np.mean(training.course.losses[:10])
    assert (training.course.remains.parameters, training.course.remains.remembered) == (39_760, ("m", "v"))

    (_, _), (x, t) = load_mnist()
    training.look_at(x[0])
    qtbot.waitUntil(lambda: training.reading is not None, timeout=WAIT_MS)
    assert int(np.argmax(training.reading.probabilities)) == t[0]
    assert sum(training.reading.probabilities) == pytest.approx(1)

    qtbot.waitUntil(lambda: training.course.parameters_at == 1200, timeout=WAIT_MS)
    training.stop()
    qtbot.waitUntil(lambda: training.stage is Stage.ENDED, timeout=WAIT_MS)
    hidden = np.maximum(x[:200] @ training.course.parameters["W1"] + training.course.parameters["b1"], 0)
    scores = hidden @ training.course.parameters["W2"] + training.course.parameters["b2"]
    assert np.mean(scores.argmax(axis=1) == t[:200]) > 0.93, "what is kept is what has learned"


def test_an_accuracy_that_is_asked_for_again_is_noted_once():
    course = Course(Settings(), None)
    for iteration, accuracy in ((0, 0.1), (600, 0.8), (600, 0.8), (500, 0.7), (601, 0.9)):
        course.take_accuracy(Progress(iteration, None, False, accuracy, {}))
    assert course.accuracies == [(0, 0.1), (600, 0.8), (601, 0.9)]


def test_a_pause_holds_and_goes_on(session, training, qtbot):
    begin(session, (SOLUTIONS / "Relu.txt").read_text(encoding="utf-8"), epochs=50)
    course, readings = training.course, []
    training.read.connect(lambda: readings.append(training.reading))
    qtbot.waitUntil(lambda: any(course.iteration > at for at, _ in course.accuracies), timeout=WAIT_MS)
    training.pause()
    for brightness in (0, 1):
        training.look_at(np.full(784, brightness, np.float32))
        qtbot.waitUntil(lambda count=brightness + 1: len(readings) == count, timeout=WAIT_MS)
    held = readings[0].iteration
    assert (training.stage, course.iteration, readings[1].iteration) == (Stage.PAUSED, held, held)
    assert course.accuracies[-1][0] == held, "a pause measures"
    training.go_on()
    qtbot.waitUntil(lambda: course.iteration > held + 20, timeout=WAIT_MS)


def test_it_is_stopped_from_a_loop_that_swallows_everything(session, training, qtbot):
    begin(session, ENDLESS, network="Endless")
    qtbot.waitUntil(lambda: training.course.remains is not None, timeout=WAIT_MS)
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
    assert len(training.course.losses) == 1
    assert np.isnan(training.course.losses[0])
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
    assert not training.course.losses
    assert not training.course.accuracies


def layers():
    """Give the learner's layers, which learn with the plainest optimizer: nothing is hidden in them."""
    return "\n".join((SOLUTIONS / f"{name}.txt").read_text(encoding="utf-8") for name in LAYERS[:3])


def learn(session, qtbot, **settings):
    begin(session, layers(), epochs=1, **settings)
    training = session.own_code.training
    qtbot.waitUntil(lambda: session.document.state.code_training is not None, timeout=WAIT_MS)
    assert training.stage is Stage.DONE
    return session.document.state.code_training


def test_what_has_learned_is_kept_by_the_document_and_undone_as_one_step(session, training, qtbot):
    before = session.document.state
    kept = learn(session, qtbot)
    assert (kept.iteration, len(kept.losses), kept.code) == (600, 600, session.own_code.source.code)
    assert session.document.undo_text == "Train own.py"
    assert not session.is_learning
    training.stop()
    qtbot.waitUntil(lambda: training.stage is Stage.ENDED, timeout=WAIT_MS)
    assert session.document.undo_text == "Train own.py", "to stop what is kept already is no step"
    session.document.undo()
    assert (training.stage, session.document.state.code_training) == (Stage.NONE, before.code_training)
    session.document.redo()
    assert training.stage is Stage.KEPT
    assert training.course.losses == pytest.approx(kept.losses)


def test_a_document_in_the_middle_of_a_training_has_what_was_learned_so_far(session, training, qtbot):
    begin(session, layers(), epochs=50)
    qtbot.waitUntil(lambda: training.course.parameters_at >= 600, timeout=WAIT_MS)
    assert session.is_learning
    kept = session.state.code_training
    assert kept.iteration == len(kept.losses) == training.course.parameters_at
    assert session.document.state.code_training is None
    session.document.begin(new_document())
    assert (training.stage, training.course.losses) == (Stage.NONE, [])


def test_stopped_and_taken_up_again_is_as_if_never_stopped(session, training, qtbot):
    whole = learn(session, qtbot)
    assert training.start(Settings(epochs=1))
    qtbot.waitUntil(lambda: training.course.iteration > 100, timeout=WAIT_MS)
    training.stop()
    qtbot.waitUntil(lambda: training.stage is Stage.ENDED, timeout=WAIT_MS)
    saved = b"".join(pack(SavedDocument(session.document.state)))
    session.document.begin(new_document())
    session.document.begin(unpack(saved).state)
    assert (training.stage, training.may_run) == (Stage.KEPT, True), "its very text was allowed in this session"
    assert 100 < training.course.iteration == len(training.course.losses) < 600
    assert training.take_up()
    qtbot.waitUntil(lambda: training.stage is Stage.PAUSED, timeout=WAIT_MS)
    training.go_on()
    qtbot.waitUntil(lambda: training.stage is Stage.DONE, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: training.course.parameters_at == 600, timeout=WAIT_MS)
    assert np.array_equal(np.float32(training.course.losses), whole.losses)
    for name, array in whole.parameters.items():
        assert np.array_equal(training.course.parameters[name], array), name


def test_opening_runs_nothing_and_a_document_cannot_consent(session, training, qtbot):
    learn(session, qtbot)
    saved = b"".join(pack(SavedDocument(session.document.state)))
    other = Session(load=False)
    other.document.begin(unpack(saved).state)
    kept = other.own_code.training
    kept.look_at(np.zeros(784, np.float32))
    assert (kept.stage, kept.may_run, kept.take_up()) == (Stage.KEPT, False, False)
    other.own_code.source.allow()
    assert kept.take_up()
    qtbot.waitUntil(lambda: kept.reading is not None, timeout=WAIT_MS)
    assert (kept.stage, kept.reading.iteration) == (Stage.PAUSED, 600)
    other.close()


def test_a_digit_drawn_after_the_stop_is_read_by_a_new_process(session, training, qtbot):
    learn(session, qtbot)
    training.stop()
    qtbot.waitUntil(lambda: training.stage is Stage.ENDED, timeout=WAIT_MS)
    _, (x, t) = load_mnist()
    training.look_at(x[0])
    qtbot.waitUntil(lambda: training.reading is not None, timeout=WAIT_MS)
    assert int(np.argmax(training.reading.probabilities)) == t[0]
    training.go_on()
    qtbot.waitUntil(lambda: training.course.iteration > 600, timeout=WAIT_MS)


def test_a_network_that_cannot_read_is_not_started_again_and_again(session, training, qtbot):
    begin(
        session,
        _cut("return {'W': 0 * self.params['W']}").replace("return x @", "return undefined @"),
        network="Endless",
    )
    qtbot.waitUntil(lambda: training.stage is Stage.ENDED, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: bool(training.course.parameters) or not training.can_be_taken_up, timeout=WAIT_MS)
    for brightness in (0.0, 0.5):
        training.look_at(np.full(784, brightness, np.float32))
        qtbot.waitUntil(lambda: training.stage is Stage.ENDED, timeout=WAIT_MS)
    assert "undefined" in training.ending.message


@pytest.mark.parametrize("optimizer", ["", "Adam"])
def test_any_iteration_is_stepped_with_its_own_parameters_and_batch(session, training, qtbot, optimizer):
    begin(session, whole_file(), network="TwoLayerNet", optimizer=optimizer, lr=0.01, epochs=1)
    qtbot.waitUntil(lambda: training.course.iteration > 300, timeout=WAIT_MS)
    training.stop()
    qtbot.waitUntil(lambda: training.stage is Stage.ENDED, timeout=WAIT_MS)
    stepping, lines = session.own_code.stepping, session.own_code.source.code.text.splitlines()
    for iteration in (1, 150, training.course.iteration):
        assert training.step(iteration, stepping)
        qtbot.waitUntil(lambda: not stepping.is_busy, timeout=WAIT_MS)
        result = stepping.result
        assert (result.iteration, result.trouble, result.is_same) == (iteration, "", True)
        told = result.recorded
        shown = {event.name: told.values.get(event.node) for event in told.events if event.kind == "bind"}
        loss = next(value for name, value in reversed(shown.items()) if name == "self.loss")
        assert np.ravel(loss) == [training.course.losses[iteration - 1]], "the very loss of the training"
        line = stepping.moment.line
        assert "def" not in lines[line - 1]
        assert stepping.moment.function == "TwoLayerNet.gradient"
    assert not training.step(training.course.iteration + 1, stepping)


def test_what_does_not_do_the_same_twice_is_told(session, training, qtbot):
    text = _cut("return {'W': 0 * self.params['W']}").replace("return 1.0", "import time; return time.monotonic() % 1")
    begin(session, text, network="Endless")
    qtbot.waitUntil(lambda: training.course.iteration > 3, timeout=WAIT_MS)
    training.pause()
    assert training.step(2, session.own_code.stepping)
    qtbot.waitUntil(lambda: session.own_code.stepping.is_open, timeout=WAIT_MS)
    assert not session.own_code.stepping.result.is_same


def test_a_million_prints_are_harmless(session, training, qtbot):
    text = _cut("[print('가\x1b[31m', number) for number in range(10**6)]; return {'W': 0 * self.params['W']}")
    begin(session, text, network="Endless")
    qtbot.waitUntil(lambda: training.course.iteration > 0, timeout=WAIT_MS)
    printed = training.course.printed
    assert len(printed.text) <= 20_000
    assert printed.left_out > 10**6
    assert "\x1b" not in printed.text
    assert "가�[31m" in printed.text


SCRIPT = """
from dataset.mnist import load_mnist
(x_train, t_train), (x_test, t_test) = load_mnist(one_hot_label=True)
network = TwoLayerNet(784, 50, 10)
optimizer = Adam(lr=0.005)
train_losses, test_acc_list = [], []
for i in range(COUNT):
    chosen = np.random.choice(len(x_train), 100)
    optimizer.update(network.params, network.gradient(x_train[chosen], t_train[chosen]))
    train_losses.append(network.loss(x_train[chosen], t_train[chosen]))
    if i % 600 == 599:
        test_acc_list.append(np.mean(network.predict(x_test).argmax(axis=1) == t_test.argmax(axis=1)))
        print("epoch", i // 600, test_acc_list[-1])
"""


def test_a_script_with_its_own_loop_learns_is_paused_reads_and_ends(session, training, qtbot):
    begin(session, whole_file() + SCRIPT.replace("COUNT", "700"), is_script=True)
    qtbot.waitUntil(lambda: training.course.iteration > 50, timeout=WAIT_MS)
    training.pause()
    _, (x, t) = load_mnist()
    training.look_at(x[0])
    qtbot.waitUntil(lambda: training.reading is not None, timeout=WAIT_MS)
    held = training.course.iteration
    training.look_at(x[1])
    qtbot.waitUntil(lambda: training.reading.pixels is training.wanted, timeout=WAIT_MS)
    assert (training.stage, training.course.iteration) == (Stage.PAUSED, held)
    training.go_on()
    qtbot.waitUntil(lambda: training.stage is Stage.DONE, timeout=WAIT_MS)
    assert training.course.iteration == 700
    assert np.mean(training.course.losses[-100:]) < 0.5
    assert training.course.accuracies[-1][1] > 0.9
    assert training.course.printed.text.startswith("epoch 0 0.9")
    qtbot.waitUntil(lambda: session.document.state.code_training is not None, timeout=WAIT_MS)
    training.stop()
    qtbot.waitUntil(lambda: training.stage is Stage.ENDED, timeout=WAIT_MS)
    training.look_at(x[1])
    qtbot.waitUntil(lambda: training.reading is not None, timeout=WAIT_MS)
    assert int(np.argmax(training.reading.probabilities)) == t[1], "its network is made again, and its loop is not run"
    assert not training.can_go_on


def test_a_script_is_stopped_in_its_loop_and_what_reads_no_digits_says_so(session, training, qtbot):
    text = SCRIPT.replace("COUNT", "10**9").replace("784", "5").replace("x_train[chosen]", "x_train[chosen, :5]")
    begin(session, whole_file() + text, is_script=True)
    qtbot.waitUntil(lambda: training.course.iteration > 5, timeout=WAIT_MS)
    training.look_at(np.zeros(784, np.float32))
    qtbot.waitUntil(lambda: training.refusal is not None, timeout=WAIT_MS)
    assert "ValueError" in training.refusal
    training.stop()
    qtbot.waitUntil(lambda: training.stage is Stage.ENDED, timeout=WAIT_MS)
    assert training.ending.how is How.STOPPED
    assert session.document.state.code_training.parameters["W1"].shape == (5, 50)


def test_nothing_runs_that_was_not_allowed(session, training):
    session.own_code.source.begin("x = 1\n")
    assert not training.start(Settings())
    assert training.stage is Stage.NONE


def test_it_ends_with_the_session(session, qtbot):
    begin(session, ENDLESS, network="Endless")
    training: OwnTraining = session.own_code.training
    qtbot.waitUntil(lambda: training.course.remains is not None, timeout=WAIT_MS)
    session.close()
