"""The network that ships with the program, in every form in which it can be exported, is what it was."""

from __future__ import annotations

import runpy
from pathlib import Path

import numpy as np
import pytest

from nn.datasets import DATASETS, Dataset
from nn.exports import EXPORTS, Run
from nn.files.storage import load_network
from nn.network.naming import named_views
from nn.training import Checkpoint, TrainingConfig, train

SHIPPED = Path(__file__).parents[3] / "resources" / "networks" / "digits.npz"
PROGRAMS = ("program", "numpy", "torch")
DIGITS = 1000


@pytest.fixture(scope="module")
def digits():
    whole = DATASETS["mnist"]()
    test = whole.x_test[:DIGITS], whole.t_test[:DIGITS]
    return Dataset("mnist", whole.x[:300], whole.t[:300], *test, whole.scale, whole.classes)


@pytest.fixture
def shipped():
    return load_network(SHIPPED)[0]


@pytest.fixture
def scores(shipped, digits):
    """What the shipped network says of test digits, of which it reads 99 in 100."""
    said = shipped.predict(inputs(digits))
    assert np.mean(said.argmax(axis=1) == digits.t_test) > 0.99
    return said


def inputs(digits):
    return (digits.x_test * np.float32(digits.scale)).reshape(-1, 1, 28, 28).astype(np.float32)


def run_from(shipped, digits, iterations):
    """Return the run of a copy that was trained on for so many iterations."""
    config = TrainingConfig(lr=0.001, batch_size=50)
    start = Checkpoint(0, shipped.flat_params.copy(), shipped.flat_state.copy())
    for _ in train(shipped, config.build_optimizer(), digits, config, until=iterations):
        pass
    return Run(shipped, config, iterations, digits, has_own_points=True, start=start)


def exported(name, run, tmp_path):
    if name == "torch":
        pytest.importorskip("torch")
    path = tmp_path / f"copy{EXPORTS[name].suffix}"
    EXPORTS[name].write(path, run)
    return path


def said_by_program(name, variables, x):
    if name == "torch":
        import torch

        with torch.no_grad():
            return variables["model"].eval()(torch.from_numpy(x)).numpy()
    return variables["network"].predict(x)


@pytest.mark.parametrize("iterations", [0, 3], ids=["as it is", "trained on"])
@pytest.mark.parametrize("name", PROGRAMS)
def test_a_program_has_its_weights_and_says_what_it_says(name, iterations, shipped, scores, digits, tmp_path, capsys):
    run = run_from(shipped, digits, iterations)
    variables = runpy.run_path(str(exported(name, run, tmp_path)))
    if name != "torch":
        assert "the weights are those of the window, bit for bit" in capsys.readouterr().out
    wanted = shipped.predict(inputs(digits)) if iterations else scores
    said = said_by_program(name, variables, inputs(digits))
    np.testing.assert_allclose(said, wanted, rtol=1e-3, atol=1e-3)
    np.testing.assert_array_equal(said.argmax(axis=1), wanted.argmax(axis=1))


def test_onnxruntime_says_what_it_says(shipped, scores, digits, tmp_path):
    pytest.importorskip("onnx")
    runtime = pytest.importorskip("onnxruntime")
    path = exported("onnx", Run(shipped), tmp_path)
    session = runtime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    said, y = session.run(["scores", "y"], {"x": inputs(digits)})
    np.testing.assert_allclose(said, scores, rtol=1e-4, atol=1e-4)
    np.testing.assert_allclose(y, shipped.loss_layer.activation(scores), atol=1e-5)
    np.testing.assert_array_equal(said.argmax(axis=1), scores.argmax(axis=1))


def test_its_weights_in_an_npz_are_the_network_again(shipped, scores, digits, tmp_path):
    again, _notes = load_network(exported("npz", Run(shipped), tmp_path))
    assert again.spec == shipped.spec
    np.testing.assert_array_equal(again.flat_params, shipped.flat_params)
    np.testing.assert_array_equal(again.predict(inputs(digits)), scores)


def test_its_weights_are_read_by_the_safetensors_of_others(shipped, tmp_path):
    safetensors = pytest.importorskip("safetensors.numpy")
    tensors = safetensors.load_file(exported("safetensors", Run(shipped), tmp_path))
    for name, array in named_views(shipped.spec, shipped.flat_params).items():
        np.testing.assert_array_equal(tensors[name], array)
