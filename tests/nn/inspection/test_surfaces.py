"""What every neuron gives over the plane, from a copy of the network."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nn.datasets import DATASETS, Dataset
from nn.inspection.surfaces import USUAL_AREA, Meaning, Surfaces, area_of, grid_points, is_plane
from nn.network import LayerSpec, Network, NetworkSpec

LAYERS = (
    LayerSpec.of("Affine", units=5, initializer="Xavier"),
    LayerSpec.of("BatchNormalization"),
    LayerSpec.of("Tanh"),
    LayerSpec.of("Dropout", ratio=0.5),
    LayerSpec.of("Flatten"),
    LayerSpec.of("Affine", units=2, initializer="Xavier"),
)


def test_the_grid_goes_row_by_row_from_the_top_left_through_the_middles_of_its_cells() -> None:
    grid = grid_points((0.0, 4.0, -1.0, 1.0), 2)
    assert grid.tolist() == [[1, 0.5], [3, 0.5], [1, -0.5], [3, -0.5]]


@pytest.mark.parametrize("shape", [(2,), (1, 2), (2, 1, 1)])
def test_every_value_is_what_the_network_s_own_layers_give(shape: tuple[int, ...]) -> None:
    layers = LAYERS if shape == (2,) else (LayerSpec.of("Flatten"), *LAYERS)
    network = Network(NetworkSpec(shape, layers, dtype="float64"), 3)
    surfaces = Surfaces(network.spec, USUAL_AREA, 7)
    surfaces.update(network)
    x = grid_points(USUAL_AREA, 7).reshape(49, *shape)
    np.testing.assert_array_equal(surfaces.values[0], x)
    for layer, values in zip(network.layers.values(), surfaces.values[1:], strict=True):
        x = layer.forward(x)
        np.testing.assert_allclose(values, x, rtol=1e-12)
    np.testing.assert_allclose(surfaces.output, network.loss_layer.activation(x), rtol=1e-12)
    assert sum(values.size for values in surfaces.values) == surfaces.flat.size
    np.testing.assert_array_equal(surfaces.flat[-98:], surfaces.values[-1].ravel())


def test_the_network_keeps_what_it_remembers_of_its_last_sample() -> None:
    network = Network(NetworkSpec.mlp(2, (3,), 2), 1)
    x = np.ones((1, 2), np.float32)
    network.predict(x)
    Surfaces(network.spec, USUAL_AREA, 4).update(network)
    assert network.layers["Affine1"].x is x


def test_new_weights_are_seen_by_the_next_update() -> None:
    network = Network(NetworkSpec.mlp(2, (3,), 1, loss="IdentityWithLoss"), 1)
    surfaces = Surfaces(network.spec, USUAL_AREA, 4)
    surfaces.update(network)
    before = surfaces.output.copy()
    network.params["b2"] += 1
    surfaces.update(network)
    np.testing.assert_allclose(surfaces.output, before + 1, rtol=1e-6)


def test_a_diverged_network_gives_what_is_no_number_without_a_warning() -> None:
    network = Network(NetworkSpec.mlp(2, (3,), 2), 1)
    network.flat_params[:] = np.inf
    surfaces = Surfaces(network.spec, USUAL_AREA, 4)
    surfaces.update(network)
    assert np.isnan(surfaces.output).all()


def test_a_network_of_other_inputs_has_no_surfaces() -> None:
    spec = NetworkSpec.mlp(3, (), 2)
    assert not is_plane(spec)
    with pytest.raises(ValueError, match=r"the network takes \(3,\)"):
        Surfaces(spec, USUAL_AREA, 4)


@pytest.mark.parametrize(
    ("name", "area"),
    [
        ("circle", (-6, 6, -6, 6)),
        ("xor", (-0.5, 1.5, -0.5, 1.5)),
        ("spiral", (-6, 6, -6, 6)),
        ("plane", (-7, 7, -7, 7)),
    ],
)
def test_the_area_holds_the_points_with_a_margin_and_round_corners(name: str, area: tuple[float, ...]) -> None:
    data = DATASETS[name]()
    assert area_of(data, data) == area


def test_the_area_stands_still_while_points_are_edited_and_grows_for_those_outside() -> None:
    made = DATASETS["circle"]()
    edited = replace(made, x=made.x[:3] * 0.1, t=made.t[:3])
    assert area_of(made, edited) == area_of(made, made)
    left, right, bottom, top = area_of(made, replace(made, x=np.array([[30.0, 2.0]]), t=made.t[:1]))
    assert left < -4
    assert right > 30
    assert right - left == top - bottom


def test_without_points_the_area_is_the_usual_one() -> None:
    data = DATASETS["circle"]()
    empty = Dataset("none", data.x[:0], data.t[:0], data.x[:0], data.t[:0], classes=data.classes)
    digits = Dataset("digits", np.zeros((1, 784)), np.zeros(1, np.int64), np.zeros((1, 784)), np.zeros(1, np.int64))
    assert area_of(None, None) == area_of(empty, empty) == area_of(digits, digits) == USUAL_AREA


def spec_of(outputs: int, loss: str) -> NetworkSpec:
    return NetworkSpec.mlp(2, (), outputs, loss=loss)


def test_two_outputs_are_the_classes_of_the_data() -> None:
    meaning = Meaning.of(spec_of(2, "SoftmaxWithLoss"), DATASETS["circle"]())
    output = np.array([[0.25, 0.75], [1.0, 0.0]])
    assert meaning.classes == ("orange", "blue")
    assert meaning.signed(output).tolist() == [0.5, -1.0]


@pytest.mark.parametrize("loss", ["SigmoidWithLoss", "IdentityWithLoss"])
def test_one_output_speaks_for_both_classes(loss: str) -> None:
    meaning = Meaning.of(spec_of(1, loss), DATASETS["xor"]())
    output = np.array([[0.25], [1.0]])
    assert meaning.classes == ("0", "1")
    assert meaning.shares(output).tolist() == [[0.75, 0.25], [0, 1]]
    assert meaning.signed(output).tolist() == [-0.5, 1.0]


def test_values_are_measured_by_the_largest_target() -> None:
    data = DATASETS["plane"]()
    meaning = Meaning.of(spec_of(1, "IdentityWithLoss"), data)
    assert (meaning.classes, meaning.limit) == ((), float(np.abs(data.t_test).max()))
    assert meaning.signed(np.array([[0.3]])).tolist() == [0.3]


def test_a_network_that_does_not_fit_its_data_speaks_for_itself() -> None:
    data = DATASETS["circle"]()
    assert Meaning.of(spec_of(3, "SoftmaxWithLoss"), data).classes == ("0", "1", "2")
    assert Meaning.of(spec_of(3, "SoftmaxWithLoss"), None).signed(np.ones((4, 3))) is None
    assert Meaning.of(spec_of(3, "IdentityWithLoss"), data).classes == ()
    assert Meaning.of(spec_of(1, "SigmoidWithLoss"), None).classes == ("0", "1")
    assert Meaning.of(spec_of(1, "SoftmaxWithLoss"), data).classes == ()
