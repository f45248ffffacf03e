"""Exported programs are run: those on nn and on NumPy must give the same bits, those for PyTorch the same numbers."""

from __future__ import annotations

import ast
import os
import runpy
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import threadpoolctl

from nn.datasets import DATASETS, Dataset
from nn.exports import EXPORTS, Run, Stretch, Unfit
from nn.exports.program_parts import literal
from nn.initializers import INITIALIZERS
from nn.layers.base import LAYERS
from nn.losses.base import LOSSES
from nn.network import LayerSpec, Network, NetworkSpec
from nn.optimizers import OPTIMIZERS
from nn.training import TrainingConfig
from tests.kinds import OF_ROWS, PICTURE, network_with
from tests.patience import PROCESS_S

SAME = "the weights are those of the window, bit for bit"
SAME_TO_ROUNDING = "the weights are those of the window, to rounding"
ROOT = Path(__file__).parents[3]
BITWISE = ("program", "numpy")


def run_program(path, capsys):
    """Run a program in this process; return what it printed and its variables."""
    variables = runpy.run_path(str(path))
    return capsys.readouterr().out, variables


def exported(run, name, tmp_path):
    path = tmp_path / f"run_{name}.py"
    EXPORTS[name].write(path, run)
    return path


def small(*between, loss="SoftmaxWithLoss", outputs=2, dtype="float32", initializer="Xavier"):
    affine = LayerSpec.of("Affine", units=6, initializer=initializer, scale=0.3)
    layers = (affine, *between, LayerSpec.of("Affine", units=outputs, initializer="std", scale=0.5))
    return NetworkSpec((2,), layers, loss, dtype)


def torch_params(variables):
    """Return all parameters of a PyTorch program's model, laid out as in a network."""
    arrays = [p.detach().numpy() for p in variables["model"].parameters()]
    return np.concatenate([(array.T if array.ndim == 2 else array).ravel() for array in arrays])


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("kind", sorted(LAYERS))
@pytest.mark.parametrize("name", BITWISE)
def test_every_layer_is_done_again_bit_for_bit(name, kind, dtype, trained, tmp_path, capsys):
    if kind in OF_ROWS:
        run = trained(small(LayerSpec(kind), dtype=dtype), lr=0.01, batch_size=30)
    else:
        run = trained(network_with(kind, dtype=dtype), own_data=pictures(), until=20, lr=0.01, batch_size=12)
    out, variables = run_program(exported(run, name, tmp_path), capsys)
    if LAYERS[kind].is_brought and name == "numpy":  # a person's own lines add in an order of their own
        assert SAME_TO_ROUNDING in out
        params = np.concatenate([each.ravel() for each in variables["params"].values()])
        np.testing.assert_allclose(params, run.network.flat_params, rtol=1e-4 if dtype == "float32" else 1e-9)
    else:
        assert SAME in out


OF_PICTURES = {
    "a stride, padding, a filter of three by two": (
        LayerSpec.of("Convolution", filters=3, size=3, width=2, stride=2, pad=1),
        LayerSpec("BatchNormalization"),
        LayerSpec("Relu"),
        LayerSpec.of("Convolution", filters=2, size=2, stride=2, pad=2),
    ),
    "windows that overlap": (
        LayerSpec.of("Convolution", filters=2, size=3, same=True),
        LayerSpec.of("Pooling", size=3, stride=1, pad=1),
        LayerSpec.of("Convolution", filters=2, size=1),
        LayerSpec.of("Pooling", size=3, width=2, stride=2, method="average"),
        LayerSpec("Flatten"),
        LayerSpec.of("Dropout", ratio=0.2),
    ),
    "the channels alone": (
        LayerSpec.of("Convolution", filters=4, size=2),
        LayerSpec("Tanh"),
        LayerSpec.of("Dropout", ratio=0.3),
        LayerSpec("GlobalAveragePooling"),
    ),
}


def pictures(samples=50, shape=PICTURE):
    rng = np.random.default_rng(4)
    shape = (shape[0], *(side * 2 for side in shape[1:]))
    x, t = rng.standard_normal((samples, *shape)), rng.integers(0, 2, samples)
    return Dataset("pictures", x[:40], t[:40], x[40:], t[40:], classes=("0", "1"))


@pytest.mark.parametrize("layers", OF_PICTURES.values(), ids=OF_PICTURES)
@pytest.mark.parametrize("name", BITWISE)
def test_networks_of_pictures_are_done_again_bit_for_bit(name, layers, trained, tmp_path, capsys):
    data = pictures()
    spec = NetworkSpec(data.input_shape, (*layers, LayerSpec.of("Affine", units=2)))
    run = trained(spec, own_data=data, until=30, optimizer="Adam", lr=0.01, batch_size=12, weight_decay=0.001)
    out, _ = run_program(exported(run, name, tmp_path), capsys)
    assert SAME in out


@pytest.mark.parametrize("optimizer", sorted(OPTIMIZERS))
@pytest.mark.parametrize("name", BITWISE)
def test_every_optimizer_is_done_again_bit_for_bit(name, optimizer, trained, tmp_path, capsys):
    run = trained(small(LayerSpec("Relu")), until=200, optimizer=optimizer, lr=0.05, weight_decay=0.01, batch_size=40)
    out, _ = run_program(exported(run, name, tmp_path), capsys)
    assert SAME in out


@pytest.mark.parametrize("initializer", sorted(INITIALIZERS))
@pytest.mark.parametrize("name", BITWISE)
def test_every_initializer_is_drawn_again(name, initializer, trained, tmp_path, capsys):
    run = trained(small(LayerSpec("Tanh"), initializer=initializer), seed=5)
    out, _ = run_program(exported(run, name, tmp_path), capsys)
    assert SAME in out


@pytest.mark.parametrize("loss", sorted(LOSSES))
@pytest.mark.parametrize("name", BITWISE)
def test_every_loss_is_done_again_bit_for_bit(name, loss, trained, tmp_path, capsys):
    outputs = {"SoftmaxWithLoss": 2}.get(loss, 1)
    run = trained(small(LayerSpec("Relu"), loss=loss, outputs=outputs), "xor", until=300, lr=0.05)
    out, _ = run_program(exported(run, name, tmp_path), capsys)
    assert SAME in out


@pytest.mark.parametrize("name", BITWISE)
def test_a_regression_is_done_again_bit_for_bit(name, trained, tmp_path, capsys):
    run = trained(small(LayerSpec("Tanh"), loss="IdentityWithLoss", outputs=1), "plane")
    out, _ = run_program(exported(run, name, tmp_path), capsys)
    assert SAME in out


AS_IN_THE_BOOK = (
    LayerSpec.of("BatchNormalization", initial_variance=0.0),
    LayerSpec("Relu"),
    LayerSpec.of("Dropout", ratio=0.3, inverted=False),
)


@pytest.mark.parametrize("name", BITWISE)
def test_the_books_own_ways_are_done_again_bit_for_bit(name, trained, tmp_path, capsys):
    run = trained(small(*AS_IN_THE_BOOK), batch_size=32, replacement=True)
    out, _ = run_program(exported(run, name, tmp_path), capsys)
    assert SAME in out
    accuracy = run.network.accuracy(run.data.x_test, run.data.t_test)  # prediction shrinks, too
    assert f"right on the test data: {accuracy:.4f}" in out


@pytest.mark.parametrize("name", BITWISE)
def test_another_way_of_drawing_while_training_went_on(name, trained_in_stretches, tmp_path, capsys):
    again = TrainingConfig(lr=0.05, batch_size=30, replacement=True)
    run, _ = trained_in_stretches(
        small(LayerSpec("Relu")), Stretch(again, 9), Stretch(replace(again, replacement=False), 20)
    )
    out, _ = run_program(exported(run, name, tmp_path), capsys)
    assert SAME in out


def test_the_books_own_ways_in_pytorch_equal_to_rounding(trained, tmp_path, capsys):
    pytest.importorskip("torch")
    run = trained(small(*AS_IN_THE_BOOK, dtype="float64"), lr=0.01, batch_size=30, replacement=True)
    _, variables = run_program(exported(run, "torch", tmp_path), capsys)
    np.testing.assert_allclose(torch_params(variables), run.network.flat_params, rtol=1e-7, atol=1e-9)


@pytest.mark.parametrize("name", BITWISE)
def test_the_books_network_on_a_part_of_mnist(name, trained, tmp_path, capsys):
    whole = DATASETS["mnist"]()
    data = Dataset(
        "mnist", whole.x[:1000], whole.t[:1000], whole.x_test[:500], whole.t_test[:500], 1 / 255, whole.classes
    )
    run = trained(NetworkSpec.mlp(784, (50,), 10), own_data=data, until=40)
    path = exported(run, name, tmp_path)
    assert path.with_name(f"run_{name}_data.npz").exists()
    out, _ = run_program(path, capsys)
    assert SAME in out


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
@pytest.mark.parametrize("name", BITWISE)
def test_the_name_of_a_program_is_no_part_of_its_text(name, trained, tmp_path, capsys):
    run = trained(small(), own_data=DATASETS["circle"](), until=2)
    path = tmp_path / 'a"); raise SystemExit("\n.py'
    EXPORTS[name].write(path, run)
    assert len(list(tmp_path.iterdir())) == 2  # the data are beside it
    out, _ = run_program(path, capsys)
    assert SAME in out


def test_any_text_is_written_as_one_that_python_reads_back():
    for text in ('"', "\\", "\n", "한글", "\u2028", "\udcff", "\x00", '"""'):
        written = literal(text)
        assert ast.literal_eval(written.encode().decode()) == text


@pytest.mark.parametrize("name", BITWISE)
def test_a_run_from_other_weights_than_the_seeds(name, trained, tmp_path, capsys):
    spec = small(LayerSpec("Sigmoid"))
    run = trained(spec, start=Network(spec, 77).flat_params.copy())
    out, _ = run_program(exported(run, name, tmp_path), capsys)
    assert SAME in out


@pytest.mark.parametrize("name", BITWISE)
def test_a_program_says_when_its_weights_are_others(name, trained, tmp_path, capsys):
    run = trained(small(LayerSpec("Relu")))
    run.network.params["W1"][0, 0] += 1
    out, _ = run_program(exported(run, name, tmp_path), capsys)
    assert SAME not in out
    assert "differ" in out


@pytest.mark.parametrize("name", BITWISE)
def test_a_program_runs_in_a_process_of_its_own(name, trained, tmp_path):
    run = trained(small(LayerSpec("Relu")))
    path = exported(run, name, tmp_path)
    environment = os.environ | ({"PYTHONPATH": str(ROOT)} if name == "program" else {})
    done = subprocess.run(
        [sys.executable, "-W", "error", path], capture_output=True, env=environment, text=True, timeout=PROCESS_S
    )
    assert done.returncode == 0, done.stderr
    assert SAME in done.stdout


def test_the_numpy_program_imports_nothing_of_ours(trained, tmp_path):
    text = exported(trained(small(LayerSpec("Gelu"))), "numpy", tmp_path).read_text()
    assert "nn." not in text.replace("nn.default_rng", "")
    assert "import nn" not in text


def test_a_program_needs_the_data(trained, tmp_path):
    run = Run(Network(small()))
    for name in (*BITWISE, "torch"):
        with pytest.raises(Unfit, match="data"):
            EXPORTS[name].write(tmp_path / "x.py", run)


@pytest.mark.parametrize("kind", sorted(LAYERS))
def test_every_layer_in_pytorch_equals_to_rounding(kind, trained, tmp_path, capsys):
    pytest.importorskip("torch")
    if kind in OF_ROWS:
        run = trained(small(LayerSpec(kind), dtype="float64"), lr=0.01, batch_size=30)
    else:
        run = trained(network_with(kind, dtype="float64"), own_data=pictures(), until=20, lr=0.01, batch_size=12)
    _, variables = run_program(exported(run, "torch", tmp_path), capsys)
    np.testing.assert_allclose(torch_params(variables), run.network.flat_params, rtol=1e-7, atol=1e-9)


@pytest.mark.parametrize("layers", OF_PICTURES.values(), ids=OF_PICTURES)
def test_networks_of_pictures_in_pytorch_equal_to_rounding(layers, trained, tmp_path, capsys):
    pytest.importorskip("torch")
    data = pictures()
    spec = NetworkSpec(data.input_shape, (*layers, LayerSpec.of("Affine", units=2)), dtype="float64")
    run = trained(spec, own_data=data, until=30, optimizer="Adam", lr=0.01, batch_size=12, weight_decay=0.001)
    _, variables = run_program(exported(run, "torch", tmp_path), capsys)
    np.testing.assert_allclose(torch_params(variables), run.network.flat_params, rtol=1e-6, atol=1e-8)


@pytest.mark.parametrize("optimizer", sorted(OPTIMIZERS))
def test_every_optimizer_in_pytorch_equals_to_rounding(optimizer, trained, tmp_path, capsys):
    pytest.importorskip("torch")
    run = trained(small(LayerSpec("Tanh"), dtype="float64"), optimizer=optimizer, lr=0.05, weight_decay=0.01)
    _, variables = run_program(exported(run, "torch", tmp_path), capsys)
    np.testing.assert_allclose(torch_params(variables), run.network.flat_params, rtol=1e-7, atol=1e-9)


@pytest.mark.parametrize("loss", sorted(LOSSES))
def test_every_loss_in_pytorch_equals_to_rounding(loss, trained, tmp_path, capsys):
    pytest.importorskip("torch")
    outputs = {"SoftmaxWithLoss": 2}.get(loss, 1)
    run = trained(small(LayerSpec("Tanh"), loss=loss, outputs=outputs, dtype="float64"), "xor")
    _, variables = run_program(exported(run, "torch", tmp_path), capsys)
    np.testing.assert_allclose(torch_params(variables), run.network.flat_params, rtol=1e-7, atol=1e-9)


def test_the_books_network_in_pytorch(trained, tmp_path, capsys):
    pytest.importorskip("torch")
    whole = DATASETS["mnist"]()
    data = Dataset(
        "mnist", whole.x[:1000], whole.t[:1000], whole.x_test[:500], whole.t_test[:500], 1 / 255, whole.classes
    )
    run = trained(NetworkSpec.mlp(784, (50,), 10), own_data=data, until=20)
    _, variables = run_program(exported(run, "torch", tmp_path), capsys)
    np.testing.assert_allclose(torch_params(variables), run.network.flat_params, atol=1e-5)


def test_a_program_is_not_called_like_a_library(trained, tmp_path):
    with pytest.raises(Unfit, match=r"numpy\.py"):
        EXPORTS["numpy"].write(tmp_path / "numpy.py", trained(small()))


def rich():
    """Return a network whose layers remember and draw."""
    return small(LayerSpec("BatchNormalization"), LayerSpec("Relu"), LayerSpec("Dropout"), dtype="float64")


def changed_again_and_again(optimizer, other):
    """Return stretches in which everything that can change while training goes on does."""
    first = TrainingConfig(optimizer=optimizer, lr=0.02, batch_size=30, seed=3)
    return (
        Stretch(first, 70),  # in the middle of an epoch, and of 64 iterations
        Stretch(replace(first, lr=0.005, weight_decay=0.001), 90),
        Stretch(replace(first, lr=0.005, batch_size=64, seed=9), 131),
        Stretch(TrainingConfig(optimizer=other, lr=0.01, batch_size=20), 160),
    )


def same_params(name, run, out, variables):
    if name == "torch":
        np.testing.assert_allclose(torch_params(variables), run.network.flat_params, rtol=1e-6, atol=1e-8)
    else:
        assert SAME in out


@pytest.mark.parametrize("optimizer", sorted(OPTIMIZERS))
@pytest.mark.parametrize("name", ["program", "numpy", "torch"])
def test_settings_changed_while_training_went_on(name, optimizer, trained_in_stretches, tmp_path, capsys):
    if name == "torch":
        pytest.importorskip("torch")
    other = "SGD" if optimizer != "SGD" else "Adam"
    run, _ = trained_in_stretches(rich(), *changed_again_and_again(optimizer, other))
    path = exported(run, name, tmp_path)
    same_params(name, run, *run_program(path, capsys))
    assert "Settings were changed" in path.read_text()


@pytest.mark.parametrize("optimizer", sorted(OPTIMIZERS))
@pytest.mark.parametrize("name", ["program", "numpy", "torch"])
def test_training_that_went_on_from_weights_edited_by_hand(name, optimizer, trained_in_stretches, tmp_path, capsys):
    if name == "torch":
        pytest.importorskip("torch")
    config = TrainingConfig(optimizer=optimizer, lr=0.01, batch_size=30)
    _, reached = trained_in_stretches(rich(), Stretch(config, 75))
    params = reached.params.copy()
    params[0] = 0.5
    run, _ = trained_in_stretches(rich(), Stretch(config, 140), start=replace(reached, params=params))
    path = exported(run, name, tmp_path)
    same_params(name, run, *run_program(path, capsys))
    assert "begins after iteration 75" in path.read_text()


@pytest.mark.parametrize("name", ["program", "numpy", "torch"])
def test_weights_edited_after_the_training_are_the_programs_weights(name, trained_in_stretches, tmp_path, capsys):
    if name == "torch":
        pytest.importorskip("torch")
    config = TrainingConfig(lr=0.01, batch_size=30)
    _, reached = trained_in_stretches(rich(), Stretch(config, 75))
    run, _ = trained_in_stretches(rich(), Stretch(config, 75), start=reached)
    path = exported(run, name, tmp_path)
    same_params(name, run, *run_program(path, capsys))
    assert "No training followed" in path.read_text()


@pytest.mark.parametrize("data", sorted(set(DATASETS) - {"mnist", "file"}))
@pytest.mark.parametrize("name", BITWISE)
def test_every_dataset_is_learned_again_bit_for_bit(name, data, trained, tmp_path, capsys):
    made = DATASETS[data]()
    loss = "IdentityWithLoss" if made.is_regression else "SoftmaxWithLoss"
    spec = NetworkSpec.mlp(int(np.prod(made.input_shape)), (5,), made.outputs, loss=loss)
    out, _ = run_program(exported(trained(spec, data), name, tmp_path), capsys)
    assert SAME in out


@pytest.mark.parametrize("name", [*BITWISE, "torch"])
def test_a_run_that_diverged_ends_where_it_did(name, trained_in_stretches, tmp_path, capsys):
    if name == "torch":
        pytest.importorskip("torch")
    spec = NetworkSpec.mlp(2, (8, 8), 1, loss="IdentityWithLoss")
    with np.errstate(all="ignore"):
        run, _ = trained_in_stretches(spec, Stretch(TrainingConfig(optimizer="SGD", lr=50.0), 60))
    out, _ = run_program(exported(run, name, tmp_path), capsys)
    assert "training ends" in out
    if name != "torch":
        assert SAME in out


@pytest.mark.parametrize("name", ["program", "numpy", "torch"])
def test_a_program_takes_as_many_threads_as_its_run(name, trained, tmp_path):
    run = trained(small(), lr=0.01, batch_size=30)
    assert 'NUM_THREADS"] = "1"' in exported(run, name, tmp_path).read_text(encoding="utf-8")
    several = replace(run, config=replace(run.config, threads=2))
    text = exported(several, name, tmp_path).read_text(encoding="utf-8")
    assert 'NUM_THREADS"] = "2"' in text
    assert ("threads=2" in text) == (name == "program")


def test_a_program_changes_its_threads_where_the_run_did(trained, tmp_path, capsys):
    run = trained(small(), lr=0.01, batch_size=30)
    begun = Stretch(run.config, 5)
    changed = replace(run, earlier=(begun,), config=replace(run.config, threads=2))
    path = exported(changed, "program", tmp_path)
    assert "threadpool_limits(config.threads" in path.read_text(encoding="utf-8")
    run_program(path, capsys)
    threadpoolctl.threadpool_limits(1, "blas")
