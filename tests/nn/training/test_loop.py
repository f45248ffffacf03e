"""Training: stopped and resumed bit for bit, evaluated, diverged, and refused before it starts."""

from __future__ import annotations

import math
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from nn import DATASETS, LAYERS, OPTIMIZERS, Checkpoint, LayerSpec, Network, NetworkSpec, TrainingConfig, threads, train
from nn.datasets.base import Dataset
from nn.training import BatchFeed, Divergence, Evaluation, Iteration, Pending, Underway, iterations_per_epoch
from nn.training.batch_feed import batch_rows

PLAIN = NetworkSpec.mlp(2, (8,), 2, activation="Tanh")
EVERYTHING = NetworkSpec(
    (2,),
    (
        LayerSpec.of("Affine", units=8),
        LayerSpec("BatchNormalization"),
        *(LayerSpec(kind) for kind in LAYERS if LAYERS[kind].elementwise and kind != "Step"),
        LayerSpec.of("Dropout", ratio=0.25),
        LayerSpec.of("Affine", units=6),
        LayerSpec("BatchNormalization"),
        LayerSpec("Relu"),
        LayerSpec.of("Dropout", ratio=0.5),
        LayerSpec.of("Affine", units=2),
    ),
)


@pytest.fixture(scope="module")
def data():
    """250 points to train and 250 to test; batches of 32 leave a short one of 26."""
    return DATASETS["circle"](samples=500, noise=0.1)


@pytest.fixture(scope="module")
def regression():
    return DATASETS["plane"](samples=100)


def run(network, optimizer, data, config, start=0, until=None):
    """Return everything that training reports, but for the pauses."""
    reports = []
    training = train(network, optimizer, data, config, start, until)
    while True:
        with np.errstate(all="ignore"):
            report = next(training, "end")
        if report == "end":
            return reports
        if report is not None:
            reports.append(report)


def losses(reports):
    return [report.loss for report in reports if isinstance(report, Iteration)]


def bytes_of(checkpoint):
    return (
        checkpoint.iteration,
        checkpoint.params.tobytes(),
        checkpoint.state.tobytes(),
        {slot: values.tobytes() for slot, values in checkpoint.memory.items()},
    )


@pytest.mark.parametrize("kind", OPTIMIZERS)
@pytest.mark.parametrize("spec", [PLAIN, EVERYTHING], ids=["plain", "dropout and normalization"])
@pytest.mark.parametrize("decay", [0.0, 0.01])
def test_23_and_34_iterations_are_57_bit_for_bit(kind, spec, decay, data):
    config = TrainingConfig(kind, lr=0.01, batch_size=32, seed=3, weight_decay=decay, evaluate_every=10)

    def built():
        return Network(spec, config.seed), config.build_optimizer()

    network, optimizer = built()
    whole = run(network, optimizer, data, config, until=57)
    end = Checkpoint.take(network, optimizer, 57)

    network, optimizer = built()
    first = run(network, optimizer, data, config, until=23)
    checkpoint = Checkpoint.take(network, optimizer, 23)

    network, optimizer = Network(spec, 99), config.build_optimizer()  # elsewhere, later: only the checkpoint is left
    checkpoint.restore(network, optimizer)
    second = run(network, optimizer, data, config, start=23, until=57)
    assert first + second == whole
    assert bytes_of(Checkpoint.take(network, optimizer, 57)) == bytes_of(end)
    assert len(losses(whole)) == 57


def test_a_generator_may_be_left_in_the_middle_of_an_evaluation(data):
    """Nobody waits for an accuracy; the numbers are those after the last update."""
    config = TrainingConfig(lr=0.01, batch_size=32, evaluate_every=5)
    network, optimizer = Network(EVERYTHING), config.build_optimizer()
    for report in train(network, optimizer, data, config):
        if report is None:
            break
    middle = Checkpoint.take(network, optimizer, 5)
    run(network, optimizer, data, config, start=5, until=12)
    again, fresh = Network(EVERYTHING), config.build_optimizer()
    run(again, fresh, data, config, until=12)
    assert middle.iteration == 5
    assert again.flat_params.tobytes() == network.flat_params.tobytes()


def test_a_checkpoint_is_a_copy_nobody_can_change(data):
    config = TrainingConfig(lr=0.01, batch_size=32)
    network, optimizer = Network(EVERYTHING), config.build_optimizer()
    run(network, optimizer, data, config, until=3)
    checkpoint = Checkpoint.take(network, optimizer, 3)
    kept = bytes_of(checkpoint)
    for array in (checkpoint.params, checkpoint.state, *checkpoint.memory.values()):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1
    with pytest.raises(TypeError):
        checkpoint.memory["M"] = None
    run(network, optimizer, data, config, start=3, until=6)
    assert bytes_of(checkpoint) == kept
    checkpoint.restore(network, optimizer)
    run(network, optimizer, data, config, start=3, until=6)
    assert bytes_of(checkpoint) == kept


def test_the_initial_checkpoint_is_a_fresh_network(data):
    checkpoint = Checkpoint.initial(PLAIN, 5)
    assert checkpoint.params.tobytes() == Network(PLAIN, 5).flat_params.tobytes()
    assert (checkpoint.iteration, dict(checkpoint.memory)) == (0, {})


def test_another_optimizer_starts_with_an_empty_memory(data):
    config = TrainingConfig("Adam", lr=0.01)
    network, adam = Network(PLAIN), config.build_optimizer()
    run(network, adam, data, config, until=3)
    checkpoint = Checkpoint.take(network, adam, 3)
    momentum = OPTIMIZERS["Momentum"](lr=0.01)
    checkpoint.restore(network, momentum)
    assert momentum.memory == {}
    other = OPTIMIZERS["Adam"](lr=0.5)
    checkpoint.restore(network, other)
    assert other.memory["M"].tobytes() == adam.memory["M"].tobytes()
    assert not np.shares_memory(other.memory["M"], checkpoint.memory["M"])


def test_an_optimizer_chosen_in_the_middle_begins_like_one_chosen_at_the_start(data):
    config = TrainingConfig("SGD", lr=0.01, batch_size=32)
    network, sgd = Network(PLAIN), config.build_optimizer()
    run(network, sgd, data, config, until=40)
    adam = OPTIMIZERS["Adam"](lr=0.01)
    Checkpoint.take(network, sgd, 40).restore(network, adam)
    before = network.flat_params.copy()
    run(network, adam, data, config, start=40, until=41)
    # Adam's bias correction makes the very first update go lr far, whatever the gradient
    assert np.max(np.abs(network.flat_params - before)) == pytest.approx(0.01, rel=1e-3)


def test_what_another_optimizer_remembered_under_the_same_name_is_not_taken_over(data):
    config = TrainingConfig("AdaGrad", lr=0.01, batch_size=32)
    network, adagrad = Network(PLAIN), config.build_optimizer()
    run(network, adagrad, data, config, until=3)
    rmsprop = OPTIMIZERS["RMSprop"](lr=0.01)
    Checkpoint.take(network, adagrad, 3).restore(network, rmsprop)
    assert rmsprop.memory == {}


def test_an_optimizer_chosen_in_the_middle_goes_on_bit_for_bit(data):
    config = TrainingConfig("Adam", lr=0.01, batch_size=32)

    def trained(*stops):
        network, optimizer = Network(PLAIN), OPTIMIZERS["SGD"](lr=0.01)
        run(network, optimizer, data, config, until=10)
        checkpoint, done = Checkpoint.take(network, optimizer, 10), 10
        for stop in stops:
            network, optimizer = Network(PLAIN), config.build_optimizer()
            checkpoint.restore(network, optimizer)
            run(network, optimizer, data, config, start=done, until=stop)
            checkpoint, done = Checkpoint.take(network, optimizer, stop), stop
        return network.flat_params

    assert trained(23, 57).tobytes() == trained(57).tobytes()


def test_same_seed_same_losses_and_another_seed_others(data):
    def first_losses(seed):
        config = TrainingConfig(lr=0.01, batch_size=32, seed=seed)
        return losses(run(Network(EVERYTHING, seed), config.build_optimizer(), data, config, until=20))

    assert first_losses(4) == first_losses(4)
    assert not set(first_losses(4)) & set(first_losses(5))


def test_another_process_gets_the_same_100_losses_bit_for_bit():
    program = """
from nn import DATASETS, LayerSpec, Network, NetworkSpec, TrainingConfig, train
layers = (LayerSpec.of("Affine", units=20), LayerSpec("Relu"), LayerSpec("Dropout"), LayerSpec.of("Affine", units=2))
network = Network(NetworkSpec((2,), layers), 5)
config = TrainingConfig(batch_size=32, seed=5, evaluate_every=1000)
reports = train(network, config.build_optimizer(), DATASETS["spiral"](), config, until=100)
print([report.loss.hex() for report in reports])
"""
    runs = [
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "PYTHONHASHSEED": hash_seed},
            cwd=Path(__file__).parents[3],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for hash_seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
    assert runs[0].count("0x") == 100


def test_dropout_draws_anew_at_every_iteration_from_seed_and_iteration_alone(data):
    def masks(seed, start=0):
        config = TrainingConfig(batch_size=50, seed=seed, lr=0.0)
        network = Network(EVERYTHING)
        training = train(network, config.build_optimizer(), data, config, start, start + 4)
        return [network.layers["Dropout2"].mask.tobytes() for report in training if isinstance(report, Iteration)]

    first = masks(1)
    assert len(set(first)) == 4
    assert masks(1) == first
    assert masks(1, start=2)[:2] == first[2:]
    assert not set(masks(2)) & set(first)


def test_learning_rate_0_leaves_every_weight_bit_identical(data):
    for kind in OPTIMIZERS:
        config = TrainingConfig(kind, lr=0.0, batch_size=32, weight_decay=0.1)
        network = Network(PLAIN, 1)
        before = network.flat_params.tobytes()
        run(network, config.build_optimizer(), data, config, until=9)
        assert network.flat_params.tobytes() == before


def test_reports_come_in_order(data):
    config = TrainingConfig(batch_size=32, epochs=2, evaluate_every=3)
    reports = run(Network(PLAIN), config.build_optimizer(), data, config)
    assert [r.iteration for r in reports if isinstance(r, Iteration)] == list(range(1, 17))
    assert [r.iteration for r in reports if isinstance(r, Evaluation)] == [3, 6, 9, 12, 15]
    assert all(isinstance(reports[i - 1], Iteration) for i, r in enumerate(reports) if isinstance(r, Evaluation))


def test_each_epoch_is_evaluated_by_default(data):
    config = TrainingConfig(batch_size=32, epochs=3)
    reports = run(Network(PLAIN), config.build_optimizer(), data, config)
    assert iterations_per_epoch(data, config) == 8
    assert [r.iteration for r in reports if isinstance(r, Evaluation)] == [8, 16, 24]


def test_an_evaluation_is_the_accuracy(data):
    config = TrainingConfig(batch_size=32, epochs=1, lr=0.1, evaluate_samples=100)
    network = Network(PLAIN)
    evaluation = run(network, config.build_optimizer(), data, config)[-1]
    x, x_test = data.x * data.scale, data.x_test * data.scale
    assert evaluation[:3] == (8, network.accuracy(x[:100], data.t[:100]), network.accuracy(x_test, data.t_test))
    assert evaluation.test_loss == pytest.approx(network.loss(x_test, data.t_test), rel=1e-6)
    config = TrainingConfig(batch_size=32, epochs=1, lr=0.1, evaluate_samples=0)
    network = Network(PLAIN)
    evaluation = run(network, config.build_optimizer(), data, config)[-1]
    assert evaluation.train_accuracy == network.accuracy(x, data.t)


def test_an_evaluation_pauses_after_each_piece():
    x = np.random.default_rng(0).standard_normal((2500, 2))
    t = (x[:, 0] > 0).astype(int)
    data = Dataset("many", x, t, x, t, classes=("0", "1"))
    config = TrainingConfig(batch_size=2500, epochs=1, evaluate_samples=0)
    reports = list(train(Network(PLAIN), config.build_optimizer(), data, config))
    assert [type(report) for report in reports] == [Iteration, *[type(None)] * 6, Evaluation]


def test_evaluating_changes_nothing_but_the_reports(data):
    def trained(every):
        config = TrainingConfig(batch_size=32, lr=0.01, evaluate_every=every)
        network, optimizer = Network(EVERYTHING), config.build_optimizer()
        run(network, optimizer, data, config, until=20)
        return bytes_of(Checkpoint.take(network, optimizer, 20))

    assert trained(1) == trained(0)


def test_without_test_samples_there_is_no_test_accuracy(data):
    alone = Dataset("alone", data.x, data.t, data.x[:0], data.t[:0], classes=data.classes)
    config = TrainingConfig(batch_size=250, epochs=1)
    evaluation = run(Network(PLAIN), config.build_optimizer(), alone, config)[-1]
    assert math.isnan(evaluation.test_accuracy)
    assert 0 <= evaluation.train_accuracy <= 1


def test_a_regression_has_no_accuracy():
    data = DATASETS["plane"](samples=40)
    config = TrainingConfig(batch_size=20, epochs=1)
    network = Network(NetworkSpec.mlp(2, (3,), 1, loss="IdentityWithLoss"))
    evaluation = run(network, config.build_optimizer(), data, config)[-1]
    assert isinstance(evaluation, Evaluation)
    assert math.isnan(evaluation.train_accuracy)
    assert math.isnan(evaluation.test_accuracy)


class TestBatches:
    def all_of(self, data, config, epochs=1):
        feed = BatchFeed(Network(PLAIN), data, config)
        count = epochs * iterations_per_epoch(data, config)
        return [tuple(map(np.copy, feed.batch(i))) for i in range(1, count + 1)]

    def test_each_sample_once_an_epoch_and_the_last_batch_short(self, data):
        batches = self.all_of(data, TrainingConfig(batch_size=32))
        assert [len(x) for x, _ in batches] == [32] * 7 + [26]
        seen = np.concatenate([x for x, _ in batches])
        wanted = data.x.astype(np.float32)
        np.testing.assert_array_equal(np.sort(seen, axis=0), np.sort(wanted, axis=0))

    def test_samples_keep_their_targets(self, data):
        target_of = {tuple(x): t for x, t in zip(data.x.astype(np.float32), data.t, strict=True)}
        for x, targets in self.all_of(data, TrainingConfig(batch_size=32)):
            assert [target_of[tuple(row)] for row in x] == targets.argmax(axis=1).tolist()

    def test_epochs_are_shuffled_anew_and_depend_on_the_seed_alone(self, data):
        first, second = np.split(np.stack([x for x, _ in self.all_of(data, TrainingConfig(batch_size=250), 2)]), 2)
        assert (first != second).any()
        again = self.all_of(data, TrainingConfig(batch_size=250), 2)
        np.testing.assert_array_equal(again[1][0], second[0])
        other = self.all_of(data, TrainingConfig(batch_size=250, seed=1))
        assert (other[0][0] != first[0]).any()

    def test_any_batch_can_be_had_first(self, data):
        config = TrainingConfig(batch_size=32)
        wanted = self.all_of(data, config, 3)[20]
        got = BatchFeed(Network(PLAIN), data, config).batch(21)
        np.testing.assert_array_equal(got[0], wanted[0])
        np.testing.assert_array_equal(got[1], wanted[1])

    def test_drawn_with_replacement_as_in_the_book(self, data):
        config = TrainingConfig(batch_size=100, replacement=True)
        batches = self.all_of(data, config)
        assert [len(x) for x, _ in batches] == [100] * 3  # none is short
        rows = [batch_rows(data, config, iteration) for iteration in (1, 2, 3)]
        assert all(70 < len(set(each.tolist())) < 95 for each in rows)  # the facts: 81 of 100, of 300 samples
        for (x, _), each in zip(batches, rows, strict=True):
            np.testing.assert_array_equal(x, data.x[each].astype(np.float32))

    def test_a_batch_larger_than_the_data_is_all_of_it(self, data):
        config = TrainingConfig(batch_size=1000)
        assert iterations_per_epoch(data, config) == 1
        assert len(self.all_of(data, config)[0][0]) == 250

    def test_bytes_are_scaled_a_batch_at_a_time(self):
        x = np.arange(256, dtype=np.uint8).reshape(128, 2)
        data = Dataset("bytes", x, np.zeros(128, int), x, np.zeros(128, int), scale=1 / 255, classes=("0", "1"))
        batch, _ = BatchFeed(Network(PLAIN), data, TrainingConfig(batch_size=128)).batch(1)
        assert batch.dtype == np.float32
        np.testing.assert_allclose(np.sort(batch.ravel()), np.arange(256) / 255, rtol=1e-6)

    def test_images_keep_their_shape_and_rows_get_it(self):
        x = np.arange(48.0).reshape(8, 6)
        spec = NetworkSpec((2, 3), (LayerSpec.of("Affine", units=2),))
        for given in (x, x.reshape(8, 2, 3), x.reshape(8, 1, 6)):
            data = Dataset("shaped", given, np.zeros(8, int), given, np.zeros(8, int))
            assert BatchFeed(Network(spec), data, TrainingConfig(batch_size=4)).batch(1)[0].shape == (4, 2, 3)


def test_a_pass_can_be_left_before_its_update(data):
    config = TrainingConfig(seed=3, batch_size=32)
    network, optimizer = Network(EVERYTHING, 3), config.build_optimizer()
    training = train(network, optimizer, data, config, pending=True)
    for item in training:
        if isinstance(item, Pending) and item.iteration == 4:
            break
    stopped = Checkpoint.take(network, optimizer, 3)
    again, fresh = Network(EVERYTHING, 3), config.build_optimizer()
    run(again, fresh, data, config, until=3)
    assert np.array_equal(stopped.params, again.flat_params)
    assert all(np.array_equal(stopped.memory[slot], fresh.memory[slot]) for slot in fresh.memory)
    next(training)  # who asks for more gets the update
    run(again, fresh, data, config, 3, 4)
    assert np.array_equal(network.flat_params, again.flat_params)


LONG = NetworkSpec(
    (2,),
    (
        LayerSpec.of("Affine", units=1000),
        LayerSpec("BatchNormalization"),
        LayerSpec("Relu"),
        LayerSpec.of("Affine", units=1500),
        LayerSpec("BatchNormalization"),
        LayerSpec.of("Dropout", ratio=0.5),
        LayerSpec.of("Affine", units=2),
    ),
)


def test_a_long_pass_is_done_in_pieces_with_the_same_numbers(data):
    config = TrainingConfig("Momentum", batch_size=32, weight_decay=0.01)
    one, other = Network(LONG, 3), Network(LONG, 3)
    whole = run(one, config.build_optimizer(), data, config, until=9)
    cut = list(train(other, config.build_optimizer(), data, config, until=9, pieces=True))
    assert losses(cut) == losses(whole)
    assert np.array_equal(one.flat_params, other.flat_params)
    assert np.array_equal(one.flat_state, other.flat_state)
    first = cut.index(next(item for item in cut if isinstance(item, Iteration)))
    assert cut[:first] == [Underway(1)] * (len(LONG.layers) + len(LONG.layers) - 1)
    few = train(Network(PLAIN, 3), config.build_optimizer(), data, config, until=9, pieces=True)
    assert not any(isinstance(item, Underway) for item in few)


@pytest.mark.parametrize("pieces", [1, 3, 8, 12])
def test_what_was_done_of_a_pass_can_be_thrown_away(data, pieces):
    config = TrainingConfig("Adam", batch_size=32)
    network, optimizer = Network(LONG, 3), config.build_optimizer()
    training = train(network, optimizer, data, config, pieces=True)
    assert any(item == Iteration(2, item.loss) for item in training if isinstance(item, Iteration))
    for _ in range(pieces):
        assert next(training) == Underway(3)
    training.close()
    left = Checkpoint.take(network, optimizer, 2)
    again, fresh = Network(LONG, 3), config.build_optimizer()
    run(again, fresh, data, config, until=2)
    assert bytes_of(left) == bytes_of(Checkpoint.take(again, fresh, 2))
    run(network, optimizer, data, config, 2, 5)
    run(again, fresh, data, config, 2, 5)
    assert bytes_of(Checkpoint.take(network, optimizer, 5)) == bytes_of(Checkpoint.take(again, fresh, 5))


def test_a_pending_pass_shows_its_values_and_gradients(data):
    config = TrainingConfig(batch_size=32)
    network = Network(PLAIN, 0)
    pending = next(train(network, config.build_optimizer(), data, config, pending=True))
    feed = BatchFeed(network, data, config)
    x, targets = feed.batch(1)
    values = [x]
    for layer in Network(PLAIN, 0).layers.values():
        values.append(layer.forward(values[-1]))
    for got, wanted in zip(pending.workspace.values, values, strict=True):
        assert np.allclose(got, wanted, atol=1e-6)
    assert np.allclose(pending.workspace.dscores.sum(axis=1), 0, atol=1e-7)
    assert np.array_equal(pending.workspace.targets, targets)
    wanted = Network(PLAIN, 0).gradient(x, targets.argmax(axis=1))
    assert all(np.allclose(network.grads[name], wanted[name], atol=1e-7) for name in wanted)


@pytest.mark.parametrize("kind", OPTIMIZERS)
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_a_divergence_ends_the_run_and_names_its_iteration(kind, dtype, regression):
    spec = NetworkSpec.mlp(2, (8,), 1, loss="IdentityWithLoss", dtype=dtype)
    config = TrainingConfig(kind, lr=1e30 if dtype == "float32" else 1e200, batch_size=50)
    network, optimizer = Network(spec), config.build_optimizer()
    reports = run(network, optimizer, regression, config, until=100)
    end = reports[-1]
    assert isinstance(end, Divergence)
    assert not math.isfinite(end.loss)
    assert end.iteration == len(losses(reports)) + 1
    assert all(math.isfinite(loss) for loss in losses(reports))


def test_the_update_that_would_diverge_is_not_made(data):
    config = TrainingConfig(batch_size=32)
    network, optimizer = Network(PLAIN), config.build_optimizer()
    network.params["W1"][0, 0] = math.nan
    before = network.flat_params.tobytes()
    assert [type(report) for report in run(network, optimizer, data, config)] == [Divergence]
    assert network.flat_params.tobytes() == before
    assert optimizer.memory == {}


def test_weight_decay_is_for_weights_alone(data):
    spec = NetworkSpec(
        (2,), (LayerSpec.of("Affine", units=4), LayerSpec("BatchNormalization"), LayerSpec.of("Affine", units=2))
    )

    def trained(decay):
        config = TrainingConfig("SGD", lr=0.5, batch_size=32, weight_decay=decay)
        network = Network(spec, 1)
        network.params["b1"][...] = network.params["b2"][...] = 1
        start = {name: param.copy() for name, param in network.params.items()}
        loss = losses(run(network, config.build_optimizer(), data, config, until=1))
        return start, network.params, loss

    start, plain, plain_loss = trained(0.0)
    _, decayed, decayed_loss = trained(0.25)
    assert decayed_loss == plain_loss  # the loss of the data alone
    for name, param in plain.items():
        pulled = param - decayed[name]
        wanted = 0.5 * 0.25 * start[name] if name.startswith("W") else np.zeros_like(param)
        np.testing.assert_allclose(pulled, wanted, atol=1e-6, err_msg=name)


def test_without_weight_decay_the_gradient_is_that_of_the_book(data):
    """One update by hand."""
    config = TrainingConfig("SGD", lr=0.1, batch_size=32)
    spec = NetworkSpec.mlp(2, (8,), 2, activation="Tanh", dtype="float64")
    network, by_hand = Network(spec), Network(spec)
    x, targets = BatchFeed(by_hand, data, config).batch(1)
    gradients = by_hand.gradient(x, targets)
    for name, param in by_hand.params.items():
        param -= 0.1 * gradients[name]
    run(network, config.build_optimizer(), data, config, until=1)
    np.testing.assert_allclose(network.flat_params, by_hand.flat_params, rtol=1e-13)


@pytest.mark.parametrize("kind", OPTIMIZERS)
def test_every_optimizer_learns(kind, data):
    config = TrainingConfig(kind, lr={"AdaGrad": 0.5, "SGD": 0.2}.get(kind, 0.05), batch_size=10, epochs=20)
    evaluation = run(Network(PLAIN), config.build_optimizer(), data, config)[-1]
    assert evaluation.test_accuracy > 0.93


@pytest.mark.parametrize("name", ["and", "or", "nand", "xor"])
def test_a_network_learns_every_gate(name):
    config = TrainingConfig("Adam", lr=0.05, batch_size=4, epochs=400, evaluate_every=400)
    evaluation = run(Network(PLAIN, 1), config.build_optimizer(), DATASETS[name](), config)[-1]
    assert evaluation[:3] == (400, 1, 1)


def test_a_network_learns_a_plane(regression):
    spec = NetworkSpec.mlp(2, (8,), 1, activation="Tanh", initializer="Xavier", loss="IdentityWithLoss")
    config = TrainingConfig("Adam", lr=0.01, batch_size=10, epochs=100)
    found = losses(run(Network(spec), config.build_optimizer(), regression, config))
    assert np.mean(found[-10:]) < 0.01 * np.mean(found[:10])


def test_one_class_alone_trains(data):
    ones = Dataset("ones", data.x, np.ones(250, int), data.x_test, np.ones(250, int), classes=("0", "1"))
    config = TrainingConfig(lr=0.05, batch_size=32, epochs=3)
    assert run(Network(PLAIN), config.build_optimizer(), ones, config)[-1].train_accuracy == 1


def labelled(labels, width=2):
    x = np.zeros((len(labels), width))
    return Dataset("wrong", x, np.array(labels), x[:0], np.array(labels)[:0])


@pytest.mark.parametrize(
    ("spec", "data", "message"),
    [
        (PLAIN, labelled([0, 1, 2]), r"Row 2: label 2, but the network has 2 outputs \(0–1\)"),
        (PLAIN, labelled([0, -1]), r"Row 1: label -1"),
        (PLAIN, labelled([0, 0.5]), r"Row 1: label 0.5"),
        (PLAIN, labelled([0, 1], width=3), r"wrong has 3 numbers a sample, but the network expects 2 inputs"),
        (PLAIN, labelled([]), r"dataset wrong has no training samples; there is nothing to learn from"),
        (NetworkSpec((2,), ()), labelled([0, 1]), r"the network has nothing to learn: put an Affine layer into it"),
    ],
)
def test_what_does_not_fit_is_refused_before_the_first_update(spec, data, message):
    network, config = Network(spec), TrainingConfig()
    before = network.flat_params.tobytes()
    with pytest.raises(ValueError, match=message):
        next(train(network, config.build_optimizer(), data, config))
    assert network.flat_params.tobytes() == before


@pytest.mark.parametrize("samples", [1, 33])
def test_normalizing_a_batch_of_one_is_refused_before_the_first_update(samples):
    """33 samples in batches of 32 leave one over, which has no variance."""
    network, config = Network(EVERYTHING), TrainingConfig(batch_size=32)
    with pytest.raises(
        ValueError, match=rf"BatchNormalization needs at least 2 samples.*{samples} samples in batches of 32"
    ):
        next(train(network, config.build_optimizer(), labelled([0] * samples), config))


@pytest.mark.parametrize(
    ("changes", "error", "message"),
    [
        ({"lr": -1}, ValueError, r"lr is -1; give a number of at least 0"),
        ({"lr": math.nan}, ValueError, r"lr is nan"),
        ({"lr": math.inf}, ValueError, r"lr is inf"),
        ({"lr": "0.1"}, TypeError, r"lr is '0.1' \(str\); give a number"),
        ({"batch_size": 0}, ValueError, r"batch_size is 0; give a whole number from 1"),
        ({"batch_size": -1}, ValueError, r"batch_size is -1"),
        ({"batch_size": 2.5}, TypeError, r"batch_size is 2.5"),
        ({"epochs": 0}, ValueError, r"epochs is 0"),
        ({"seed": -1}, ValueError, r"seed is -1"),
        ({"weight_decay": -0.1}, ValueError, r"weight_decay is -0.1"),
        ({"evaluate_every": -1}, ValueError, r"evaluate_every is -1"),
        ({"optimizer": "Adm"}, ValueError, r"unknown optimizer 'Adm'"),
    ],
)
def test_a_config_that_is_not_valid_names_its_field(changes, error, message):
    with pytest.raises(error, match=message):
        TrainingConfig(**changes)


def test_a_huge_learning_rate_is_allowed_and_every_option_explained():
    assert TrainingConfig(lr=1e9).lr == 1e9
    for option in TrainingConfig.options:
        assert option.help.endswith(".")
        assert getattr(TrainingConfig(), option.name) == option.default


def test_a_config_cannot_be_changed():
    with pytest.raises(AttributeError):
        TrainingConfig().lr = 1
    with pytest.raises(TypeError):
        TrainingConfig().optimizer_options["beta1"] = 0.5


def test_the_caller_s_error_state_does_not_leak_into_the_loop(data):
    """`np.errstate` belongs around next(): inside a generator it would leak out while that is suspended."""
    config = TrainingConfig(batch_size=32)
    training = train(Network(PLAIN), config.build_optimizer(), data, config)
    before = np.geterr()
    next(training)
    assert np.geterr() == before


def test_every_step_takes_the_threads_of_its_configuration(monkeypatch):
    """Two trainings of one process may have different numbers, and take turns."""
    asked = []
    monkeypatch.setattr(threads, "_setter", None)  # as it was before, behind this test
    threads.set_by(asked.append)
    data, spec = DATASETS["xor"](), NetworkSpec.mlp(2, (3,), 2)
    runs = []
    for number in (1, 2):
        config = TrainingConfig(threads=number, evaluate_every=100)
        runs.append(train(Network(spec), config.build_optimizer(), data, config, until=2))
    for _ in range(2):
        for run in runs:
            next(run)
    assert asked == [1, 2, 1, 2]
