"""Files in the manner of the book's chapters 7 and 8 run as they are: a network beside a script that trains it."""

from __future__ import annotations

import numpy as np
import pytest

from nn.own_code.loading.loader import load
from nn.own_code.source import Source

NETWORK = """
import os, pickle, sys
sys.path.append(os.pardir)
from collections import OrderedDict
import numpy as np
from common.gradient import numerical_gradient
from common.layers import *


class PictureNet:
    def __init__(self, shape=(1, 28, 28), filters=4, hidden=10, with_dropout=False):
        side = (shape[1] - 2) // 2
        sizes = {"W1": (filters, shape[0], 3, 3), "W2": (filters * side * side, hidden), "W3": (hidden, 10)}
        self.params = {key: 0.1 * np.random.randn(*size) for key, size in sizes.items()}
        self.params.update(b1=np.zeros(filters), b2=np.zeros(hidden), b3=np.zeros(10))
        self.layers = OrderedDict()
        self.layers["Conv1"] = Convolution(self.params["W1"], self.params["b1"], 1, 0)
        self.layers["Relu1"] = Relu()
        self.layers["Pool1"] = Pooling(pool_h=2, pool_w=2, stride=2)
        self.layers["Affine1"] = Affine(self.params["W2"], self.params["b2"])
        if with_dropout:
            self.layers["Dropout1"] = Dropout(0.5)
        self.layers["Relu2"] = Relu()
        self.layers["Affine2"] = Affine(self.params["W3"], self.params["b3"])
        self.last = SoftmaxWithLoss()

    def predict(self, x, train_flg=False):
        for layer in self.layers.values():
            x = layer.forward(x, train_flg) if isinstance(layer, Dropout) else layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last.forward(self.predict(x, train_flg=True), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def numerical_gradient(self, x, t):
        return {key: numerical_gradient(lambda _: self.loss(x, t), self.params[key]) for key in self.params}

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last.backward(1)
        for layer in reversed(list(self.layers.values())):
            dout = layer.backward(dout)
        grads = {}
        for number, name in enumerate(("Conv1", "Affine1", "Affine2"), 1):
            grads[f"W{number}"], grads[f"b{number}"] = self.layers[name].dW, self.layers[name].db
        return grads

    def save_params(self, file_name):
        with open(file_name, "wb") as f:
            pickle.dump(self.params, f)
"""

TRAINING = """
import os, sys
sys.path.append(os.pardir)
import matplotlib.pyplot as plt
import numpy as np
from common.trainer import Trainer
from dataset.mnist import load_mnist
from picture_net import PictureNet

(x_train, t_train), (x_test, t_test) = load_mnist(flatten=False)
x_train, t_train = x_train[:200], t_train[:200]
x_test, t_test = x_test[:50], t_test[:50]
network = PictureNet(with_dropout=DROPOUT)
trainer = Trainer(network, x_train, t_train, x_test, t_test, epochs=4, mini_batch_size=20,
                  optimizer="Adam", optimizer_param={"lr": 0.01}, evaluate_sample_num_per_epoch=50)
trainer.train()
network.save_params("params.pkl")
plt.plot(np.arange(4), trainer.test_acc_list, marker="s", markevery=2)
plt.ylim(0, 1.0)
plt.show()
"""

CHECK = """
import numpy as np
from picture_net import PictureNet

network = PictureNet((1, 6, 6), filters=2, hidden=5)
x, t = np.random.rand(36).reshape((1, 1, 6, 6)), np.array([1]).reshape((1, 1))
measured, computed = network.numerical_gradient(x, t), network.gradient(x, t)
differences = {key: np.abs(measured[key] - computed[key]).mean() for key in measured}
"""


def run(text):
    source = Source(name="script.py", text=text, siblings={"picture_net": NETWORK})
    state = np.random.get_state()  # noqa: NPY002 - the book's programs use the global generator
    np.random.seed(1)  # noqa: NPY002
    loaded = load(source, name="__main__")
    np.random.set_state(state)  # noqa: NPY002
    assert loaded.failure is None, loaded.failure
    return loaded


@pytest.mark.parametrize("dropout", [False, True])
def test_a_file_that_trains_a_network_beside_it_comes_to_its_end(dropout, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    loaded = run(TRAINING.replace("DROPOUT", str(dropout)))
    trainer = loaded.namespace["trainer"]
    assert len(trainer.train_loss_list) == 40
    assert len(trainer.test_acc_list) == 4
    assert np.mean(trainer.train_loss_list[-5:]) < np.mean(trainer.train_loss_list[:5])
    assert "Final Test Accuracy" in capsys.readouterr().out
    assert (tmp_path / "params.pkl").stat().st_size > 1000
    assert any("matplotlib" in note for note in loaded.notes)


def test_a_file_that_checks_its_gradients_finds_them_right():
    differences = run(CHECK).namespace["differences"]
    assert differences.keys() == {"W1", "b1", "W2", "b2", "W3", "b3"}
    assert max(differences.values()) < 1e-5
