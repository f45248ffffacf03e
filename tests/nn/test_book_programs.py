"""Programs in the manner of the book's chapters 3 to 5 run on `nn` with only their import lines changed.

Each runs twice, on `nn` and on a plain float64 version of what the reader writes; both must get the same.
"""

from __future__ import annotations

import builtins
import math
import re
from pathlib import Path

import numpy as np
import pytest

from nn import DATASETS, Dropout, Network, NetworkSpec, Trainer, TrainingConfig, save_network, train

FOLDER = Path(__file__).parent / "book_programs"


def run(name, library="nn", **constants):
    """Return the variables of a program that ran on a library, some of its constants set to other values."""
    source = (FOLDER / f"{name}.py").read_text(encoding="utf-8").replace("from nn import", f"from {library} import")
    for constant, value in constants.items():
        source, found = re.subn(rf"^{constant} = .*$", f"{constant} = {value!r}", source, flags=re.MULTILINE)
        assert found == 1
    variables = {"__name__": name}
    state = np.random.get_state()  # noqa: NPY002 - the book's programs use the global generator
    np.random.seed(1)  # noqa: NPY002
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(FOLDER)
        exec(compile(source, f"{name}.py", "exec"), variables)
    np.random.set_state(state)  # noqa: NPY002
    return variables


@pytest.fixture(scope="module")
def weights(tmp_path_factory):
    """Train the network of chapter 3, 784-50-100-10 with sigmoids, for an epoch; give its file and itself."""
    spec = NetworkSpec.mlp(784, (50, 100), 10, activation="Sigmoid", initializer="Xavier")
    config = TrainingConfig("Adam", lr=0.005, epochs=1, evaluate_every=10**6)
    network = Network(spec)
    for _ in train(network, config.build_optimizer(), DATASETS["mnist"](), config):
        pass
    path = tmp_path_factory.mktemp("weights") / "weights.npz"
    save_network(path, network)
    return str(path), network


def test_chapter_3_reads_digits(weights):
    """The book's own file of weights gets 0.9352; it cannot be shipped, an epoch of training gets about as much."""
    path, network = weights
    ours = run("ch03_inference", WEIGHT_FILE=path)
    theirs = run("ch03_inference", "textbook", WEIGHT_FILE=path)
    x, t, samples = ours["x"], ours["t"], ours["samples"]
    assert ours["accuracy"] == theirs["accuracy"] == network.accuracy(x[:samples], t[:samples])
    assert ours["batch_accuracy"] == theirs["batch_accuracy"] == network.accuracy(x, t)
    assert ours["batch_accuracy"] > 0.93
    one = ours["predict"](ours["network"], ours["x"][0])
    assert one.shape == (10,)
    assert one.sum() == pytest.approx(1, abs=1e-6)


def test_chapter_4_learns_with_a_measured_gradient():
    ours, theirs = run("ch04_numerical_gradient"), run("ch04_numerical_gradient", "textbook")
    for difference in ours["differences"].values():
        assert difference < 1e-7
    np.testing.assert_allclose(ours["train_loss_list"], theirs["train_loss_list"], rtol=1e-9)
    assert ours["train_acc"] == theirs["train_acc"]
    assert ours["train_loss_list"][0] == pytest.approx(math.log(10), abs=0.1)
    assert ours["train_loss_list"][-1] < 0.98 * ours["train_loss_list"][0]


@pytest.fixture(scope="module")
def chapter_5():
    """Run the whole program of chapter 5 once."""
    return run("ch05_backpropagation")


def test_chapter_5_checks_its_gradient(chapter_5):
    assert chapter_5["differences"].keys() == {"W1", "b1", "W2", "b2"}
    for key, difference in chapter_5["differences"].items():
        assert difference < 1e-9, key


def test_chapter_5_learns_the_digits(chapter_5):
    """1,800 iterations: 93.3 to 93.6 % in three measured runs of a correct program."""
    assert chapter_5["train_loss_list"][0] == pytest.approx(2.302, abs=2e-3)
    assert np.mean(chapter_5["train_loss_list"][-100:]) < 0.25
    assert len(chapter_5["test_acc_list"]) == len(chapter_5["train_acc_list"]) == 3
    assert 0.93 < chapter_5["test_acc_list"][-1] < 0.94


def test_chapter_5_gets_the_numbers_of_the_plain_version(chapter_5):
    plain = run("ch05_backpropagation", "textbook", iters_num=60)
    # the plain loss has the book's 1e-7 inside its logarithm
    np.testing.assert_allclose(chapter_5["train_loss_list"][:60], plain["train_loss_list"], atol=2e-6)
    for key, difference in plain["differences"].items():
        assert difference < 1e-6, key


def test_everything_the_chapters_use_comes_with_one_import():
    names = {}
    exec("from nn import *", names)
    wanted = "step_function sigmoid relu softmax identity_function sigmoid_grad relu_grad cross_entropy_error "
    wanted += "sum_squared_error mean_squared_error softmax_loss numerical_gradient Affine Relu Sigmoid Dropout "
    wanted += "SoftmaxWithLoss BatchNormalization SGD Momentum Nesterov AdaGrad RMSprop Adam load_mnist"
    assert names.keys() >= set(wanted.split())
    assert not names.keys() & set(dir(builtins))


def test_a_layer_sees_what_is_changed_in_place(chapter_5):
    """The programs update ``params['W1']`` in place and expect the layer to follow."""
    network = chapter_5["network"]
    assert network.layers["Affine1"].W is network.params["W1"]
    assert np.shares_memory(network.layers["Affine2"].b, network.params["b2"])


def test_chapter_7_checks_its_gradient_and_learns():
    """The gradients are those of the book's own classes; measured ones are off where h crosses a corner."""
    ours, theirs = run("ch07_simple_convnet"), run("ch07_simple_convnet", "textbook")
    for key, difference in ours["differences"].items():
        np.testing.assert_allclose(ours["grad"][key], theirs["grad"][key], rtol=1e-9, atol=1e-14, err_msg=key)
        assert difference < 1e-3, key
    np.testing.assert_allclose(ours["train_loss_list"], theirs["train_loss_list"], rtol=1e-6)
    assert ours["test_acc"] == theirs["test_acc"]
    ours["network"].load_params({"W1": np.zeros((30, 1, 5, 5))})
    y = ours["network"].layers["Conv1"].forward(ours["x_test"][:1])
    np.testing.assert_array_equal(y[0, :, 5, 5], ours["network"].params["b1"])  # the filters see nothing any more


def test_chapter_8_has_the_shapes_of_the_book_and_its_losses():
    ours, theirs = run("ch08_deep_convnet"), run("ch08_deep_convnet", "textbook")
    sides = [shape[1] for shape in ours["shapes"] if len(shape) == 3]
    assert sides == [28, 28, 28, 28, 14, 14, 14, 16, 16, 8, 8, 8, 8, 8, 4]
    assert [shape for shape in ours["shapes"] if len(shape) == 1] == [(50,), (50,), (50,), (10,), (10,)]
    assert sum(param.size for param in ours["network"].params.values()) == 123_552
    np.testing.assert_allclose(ours["train_loss_list"], theirs["train_loss_list"], rtol=1e-6)


def test_the_trainer_of_chapter_7_gets_the_numbers_of_the_plain_one(capsys):
    ours = run("ch07_train_convnet")
    said = capsys.readouterr().out.splitlines()
    theirs = run("ch07_train_convnet", "textbook")
    assert said == [line for line in said if line.startswith(("train loss:", "=== epoch:", "=====", "test acc:"))]
    assert len(said) == 30 + 3 + 2
    for name, wanted in (("train_loss_list", 30), ("train_acc_list", 3), ("test_acc_list", 3)):
        got, plain = getattr(ours["trainer"], name), getattr(theirs["trainer"], name)
        assert len(got) == wanted
        np.testing.assert_allclose(got, plain, rtol=2e-3, err_msg=name)  # Adam makes much of rounding
    np.testing.assert_allclose(ours["trainer"].train_loss_list[:8], theirs["trainer"].train_loss_list[:8], rtol=1e-6)
    assert ours["trainer"].test_acc_list[-1] > 0.7
    assert f"test acc:{ours['network'].accuracy(ours['x_test'], ours['t_test'])}" == said[-1]


def test_the_trainer_measures_at_each_epoch_where_batches_do_not_divide_the_samples():
    x, t = np.random.default_rng(0).random((70, 4)), np.arange(70) % 3
    trainer = Trainer(Network(NetworkSpec.mlp(4, (3,), 3)), x, t, x, t, epochs=4, mini_batch_size=30, verbose=False)
    trainer.train()
    assert trainer.current_iter == len(trainer.train_loss_list) == 9
    assert len(trainer.test_acc_list) == trainer.current_epoch == 4


def test_the_trainer_names_what_it_was_not_given():
    x, t = np.zeros((5, 4)), np.zeros(5, int)
    network = Network(NetworkSpec.mlp(4, (3,), 3))
    with pytest.raises(ValueError, match=r"unknown optimizer 'Adm'; known: .*Adam"):
        Trainer(network, x, t, x, t, optimizer="Adm")
    with pytest.raises(ValueError, match="got 5 samples and 4 targets"):
        Trainer(network, x, t[:4], x, t)


def test_a_dropout_in_a_reader_s_program_draws_as_the_book_does():
    x = np.linspace(-1, 1, 60).reshape(6, 10)
    state = np.random.get_state()  # noqa: NPY002
    np.random.seed(5)  # noqa: NPY002
    y = Dropout(0.3, inverted=False).forward(x, True)
    np.random.seed(5)  # noqa: NPY002
    np.testing.assert_array_equal(y, x * (np.random.rand(6, 10) > 0.3))  # noqa: NPY002
    np.random.set_state(state)  # noqa: NPY002
