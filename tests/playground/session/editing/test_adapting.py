"""What of a network survives an edit, and how it is fitted to other data."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nn.datasets import DATASETS, Dataset
from nn.network import LayerSpec, Network, NetworkSpec
from nn.training import Checkpoint
from playground.session.editing.adapting import (
    adapt,
    carry_over,
    check_fits,
    has_outputs_for,
    is_pristine,
    same_parameters,
)

OLD = NetworkSpec.mlp(12, (8, 6), 3)


def learned(spec: NetworkSpec) -> Checkpoint:
    params = np.arange(spec.parameters, dtype=spec.dtype)
    return replace(Checkpoint.initial(spec), iteration=40, params=params, memory={"v": params})


@pytest.mark.parametrize("kind", ["Sigmoid", "LeakyRelu", "Softplus"])
def test_another_activation_keeps_everything(kind: str) -> None:
    checkpoint = learned(OLD)
    assert carry_over(checkpoint, OLD, NetworkSpec.mlp(12, (8, 6), 3, activation=kind), 0) is checkpoint


def test_a_layer_without_numbers_keeps_everything() -> None:
    checkpoint = learned(OLD)
    new = replace(OLD, layers=(*OLD.layers[:2], LayerSpec.of("Dropout"), *OLD.layers[2:]))
    assert carry_over(checkpoint, OLD, new, 0) is checkpoint


def test_other_units_keep_every_number_that_still_fits() -> None:
    new = NetworkSpec.mlp(12, (8, 9), 3)
    kept = carry_over(learned(OLD), OLD, new, seed=4)
    before, after, fresh = Network(OLD), Network(new), Network(new, 4)
    before.load(learned(OLD).params)
    after.load(kept.params)
    for name in ("W1", "b1", "b3"):
        np.testing.assert_array_equal(after.params[name], before.params[name])
    for name, rows, columns in (("W2", 8, 6), ("W3", 6, 3)):
        np.testing.assert_array_equal(after.params[name][:rows, :columns], before.params[name])
        np.testing.assert_array_equal(after.params[name][rows:, columns:], fresh.params[name][rows:, columns:])
    np.testing.assert_array_equal(after.params["b2"][:6], before.params["b2"])


def test_what_was_learned_goes_on_with_its_memory() -> None:
    kept = carry_over(learned(OLD), OLD, NetworkSpec.mlp(12, (8, 9), 3), seed=4)
    assert kept.iteration == 40
    assert kept.memory["v"][: 12 * 8].tolist() == list(range(12 * 8))


def test_another_precision_keeps_every_number() -> None:
    kept = carry_over(learned(OLD), OLD, replace(OLD, dtype="float64"), seed=4)
    assert kept.params.dtype == np.float64
    assert kept.params.tolist() == list(range(OLD.parameters))


def test_a_hidden_layer_in_between_leaves_the_others_alone() -> None:
    new = NetworkSpec.mlp(12, (8, 6, 6), 3)
    kept, after = carry_over(learned(OLD), OLD, new, seed=4), Network(new)
    before = Network(OLD)
    before.load(learned(OLD).params)
    after.load(kept.params)
    for old_name, name in (("W1", "W1"), ("b1", "b1"), ("W2", "W2"), ("W3", "W4"), ("b3", "b4")):
        np.testing.assert_array_equal(after.params[name], before.params[old_name])


def test_only_a_network_as_it_was_drawn_is_pristine() -> None:
    drawn = Checkpoint.initial(OLD, 3)
    assert is_pristine(drawn, OLD, 3)
    assert not is_pristine(drawn, OLD, 4)
    assert not is_pristine(replace(drawn, iteration=1), OLD, 3)
    assert not is_pristine(replace(drawn, params=drawn.params + 1), OLD, 3)


@pytest.mark.parametrize(
    "other",
    [
        NetworkSpec.mlp(12, (8, 7), 3),
        NetworkSpec.mlp(12, (8, 6), 3, dtype="float64"),
        replace(OLD, layers=(OLD.layers[0], LayerSpec.of("BatchNormalization"), *OLD.layers[1:])),
    ],
)
def test_parameters_in_other_places_are_noticed(other: NetworkSpec) -> None:
    assert same_parameters(OLD, OLD)
    assert not same_parameters(OLD, other)


@pytest.mark.parametrize("name", sorted(DATASETS))
def test_every_dataset_gets_a_network_that_can_learn_it(name: str, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("a,b,kind\n" + "".join(f"{i},{i * i},{'odd' if i % 2 else 'even'}\n" for i in range(20)))
    data = DATASETS[name](**({"path": str(table)} if name == "file" else {}))
    spec = adapt(OLD, data)
    check_fits(spec, data)
    assert spec.layers[:-1] == OLD.layers[:-1]
    assert (spec.loss == "IdentityWithLoss") == (not data.classes)


def test_a_loss_that_suits_the_data_stays(data: Dataset) -> None:
    assert adapt(replace(OLD, loss="SigmoidWithLoss"), data).loss == "SigmoidWithLoss"
    assert adapt(replace(OLD, loss="IdentityWithLoss"), data).loss == "SoftmaxWithLoss"


def test_the_initial_values_of_the_last_layer_stay_as_chosen(data: Dataset) -> None:
    spec = NetworkSpec.mlp(5, (4,), 2, initializer="std", scale=0.5)
    assert adapt(spec, data).layers[-1] == LayerSpec.of("Affine", units=3, initializer="std", scale=0.5)


def test_a_network_without_weights_gets_a_layer_that_has_some(data: Dataset) -> None:
    spec = NetworkSpec((5,), (LayerSpec.of("Relu"),))
    assert adapt(spec, data).layers[-1] == LayerSpec.of("Affine", units=3)


@pytest.mark.parametrize(
    ("spec", "message"),
    [(NetworkSpec.mlp(5, (), 3), "12 numbers a sample, the network takes 5"), (NetworkSpec.mlp(12, (), 4), "needs 3")],
)
def test_a_misfit_is_told_with_the_way_out(data: Dataset, spec: NetworkSpec, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        check_fits(spec, data)


@pytest.mark.parametrize(
    ("loss", "fits"), [("SigmoidWithLoss", True), ("IdentityWithLoss", True), ("SoftmaxWithLoss", False)]
)
def test_one_output_is_enough_for_two_classes_unless_they_share_a_softmax(loss, fits):
    data, spec = DATASETS["xor"](), NetworkSpec.mlp(2, (3,), 1, loss=loss)
    assert has_outputs_for(spec, data) == fits
    if fits:
        check_fits(spec, data)
    else:
        with pytest.raises(ValueError, match="needs 2 outputs"):
            check_fits(spec, data)
