from __future__ import annotations

import contextlib
import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nn import (
    INITIALIZERS,
    LAYERS,
    LOSSES,
    OPTIMIZERS,
    Checkpoint,
    LayerSpec,
    Network,
    NetworkSpec,
    TrainingConfig,
    train,
)
from nn.datasets.base import Dataset
from nn.network import Workspace
from nn.network import spec as spec_module
from nn.training import BatchFeed

MLP = NetworkSpec.mlp(784, (100, 100), 10)
IMAGES = NetworkSpec(
    (2, 3, 2), (LayerSpec("BatchNormalization"), LayerSpec("Flatten"), LayerSpec.of("Affine", units=4))
)


def value_for(option):
    """Return a strategy for valid values of an option."""
    if option.name in ("size", "width", "stride", "pad"):  # of a window, on pictures of few pixels
        return st.integers(int(option.minimum), 2)
    if isinstance(option.default, bool):
        return st.booleans()
    if option.choices:
        return st.sampled_from(option.choices)
    if isinstance(option.default, str):
        return st.just(option.default)
    if isinstance(option.default, int):
        return st.integers(int(option.minimum), min(int(option.maximum), 50))
    return st.floats(option.minimum, option.maximum, allow_nan=False, allow_infinity=False)


def layers():
    return st.sampled_from(list(LAYERS)).flatmap(
        lambda kind: st.fixed_dictionaries(
            {}, optional={option.name: value_for(option) for option in LAYERS[kind].options}
        ).map(lambda options: LayerSpec(kind, options))
    )


@st.composite
def specs(draw):
    shape = draw(st.lists(st.integers(1, 4), min_size=1, max_size=3))
    between, taken = [], tuple(shape)
    for layer in draw(st.lists(layers(), max_size=4)):
        with contextlib.suppress(ValueError):  # pictures do not go into every layer
            taken = layer.plan(taken).output
            between.append(layer)
    stack = (*between, LayerSpec.of("Affine", units=draw(st.integers(1, 5))))
    return NetworkSpec(
        tuple(shape), stack, draw(st.sampled_from(list(LOSSES))), draw(st.sampled_from(["float32", "float64"]))
    )


@given(spec=specs())
def test_json_round_trip(spec):
    text = json.dumps(spec.to_json())
    assert NetworkSpec.from_json(json.loads(text)) == spec


@settings(max_examples=50)
@given(spec=specs())
def test_a_built_network_is_as_planned(spec):
    network = Network(spec)
    assert network.flat_params.size == network.flat_grads.size == spec.parameters
    assert sum(param.size for param in network.params.values()) == spec.parameters
    assert network.flat_params.dtype == spec.dtype
    shape = (3, *spec.input_shape)
    x = np.random.default_rng(0).standard_normal(shape).astype(spec.dtype)
    for layer, plan in zip(network.layers.values(), spec.plans, strict=True):
        x = layer.forward(x)
        assert x.shape == (3, *plan.output)
    assert x.shape == (3, spec.outputs)


@settings(max_examples=50)
@given(spec=specs(), kind=st.sampled_from(list(OPTIMIZERS)))
def test_any_network_trains_goes_on_bit_for_bit_and_agrees_with_the_book_s_way(spec, kind):
    rng = np.random.default_rng(1)
    x, t = rng.standard_normal((7, *spec.input_shape)), rng.integers(0, spec.outputs, 7)
    t = t.astype(float) if spec.outputs == 1 and spec.loss != "SoftmaxWithLoss" else t
    data, config = Dataset("any", x, t, x, t), TrainingConfig(kind, batch_size=4, evaluate_every=2)

    def trained(*stretches):
        network, optimizer = Network(spec), config.build_optimizer()
        reports, start = [], 0
        with np.errstate(all="ignore"):
            for until in stretches:
                reports += [repr(r) for r in train(network, optimizer, data, config, start, until) if r is not None]
                if "Divergence" in reports[-1]:
                    break
                checkpoint, start = Checkpoint.take(network, optimizer, until), until
                network, optimizer = Network(spec, 9), config.build_optimizer()
                checkpoint.restore(network, optimizer)
        return reports, network.flat_params.tobytes(), network.flat_state.tobytes()

    assert trained(3, 5) == trained(5)

    network, by_hand = Network(spec), Network(spec)
    inputs, targets = BatchFeed(network, data, config).batch(1)
    with np.errstate(all="ignore"):
        loss = Workspace(network, 4).gradient(inputs, targets, np.random.default_rng(1))
        gradients = by_hand.gradient(inputs, targets, rng=np.random.default_rng(1))
    assert repr(loss) == repr(by_hand.loss_layer.loss)
    for name, grad in network.grads.items():
        np.testing.assert_array_equal(grad, gradients[name], err_msg=name)


def test_mlp_is_affine_and_activation_in_turn():
    assert [layer.kind for layer in MLP.layers] == ["Affine", "Relu", "Affine", "Relu", "Affine"]
    assert [plan.output for plan in MLP.plans] == [(100,), (100,), (100,), (100,), (10,)]
    assert MLP.parameters == 784 * 100 + 100 + 100 * 100 + 100 + 100 * 10 + 10
    assert (MLP.outputs, MLP.output_shape, MLP.dtype) == (10, (10,), "float32")
    other = NetworkSpec.mlp(2, (4,), 1, activation="Tanh", initializer="std", scale=1, loss="IdentityWithLoss")
    assert other.layers[0].options == {"units": 4, "initializer": "std", "scale": 1.0}
    assert other.layers[1] == LayerSpec("Tanh")


def test_options_are_complete_and_cannot_be_changed():
    layer = LayerSpec.of("Affine", units=50)
    assert layer.options == {"units": 50, "initializer": "He", "scale": 0.01}
    with pytest.raises(TypeError):
        layer.options["units"] = 60
    with pytest.raises(AttributeError):
        layer.kind = "Relu"
    with pytest.raises(AttributeError):
        MLP.loss = "IdentityWithLoss"


def test_images_are_planned_through_every_layer():
    assert [plan.output for plan in IMAGES.plans] == [(2, 3, 2), (12,), (4,)]
    assert IMAGES.plans[0].params == {"gamma": (2,), "beta": (2,)}  # one a channel


def test_numpy_s_whole_numbers_are_numbers():
    assert NetworkSpec((np.int64(2),), (LayerSpec.of("Affine", units=np.int32(3)),)).to_json() == {
        "input_shape": [2],
        "layers": [{"kind": "Affine", "units": 3, "initializer": "He", "scale": 0.01}],
        "loss": "SoftmaxWithLoss",
        "dtype": "float32",
    }


@pytest.mark.parametrize(
    ("build", "message"),
    [
        (lambda: LayerSpec("Afine"), r"unknown layer 'Afine'; known: Affine, "),
        (lambda: LayerSpec.of("Affine", units=0), r"Affine: units is 0; give a whole number from 1 to 1,000,000"),
        (lambda: LayerSpec.of("Affine", units=-5), r"Affine: units is -5"),
        (lambda: LayerSpec.of("Affine", units=10**6 + 1), r"Affine: units is 1000001"),
        (lambda: LayerSpec.of("Affine", scale=1e39), r"scale is 1e\+39; give a number from -1,000,000 to 1,000,000"),
        (lambda: LayerSpec.of("Affine", neurons=5), r"Affine has no option 'neurons'; its options: units, "),
        (lambda: LayerSpec.of("Affine", initializer="he"), r"initializer is 'he'; choose one of .*He"),
        (lambda: LayerSpec.of("Dropout", ratio=1.0), r"Dropout: ratio is 1.0; give a number from 0 to 0.99"),
        (lambda: LayerSpec.of("Dropout", ratio=-0.1), r"Dropout: ratio is -0.1"),
        (lambda: NetworkSpec((), ()), r"input_shape is \(\); give whole numbers of at least 1, such as \(784,\)"),
        (lambda: NetworkSpec(784, ()), r"input_shape is 784; give whole numbers"),
        (lambda: NetworkSpec((0,), ()), r"input_shape is \(0,\)"),
        (lambda: NetworkSpec((2.5,), ()), r"input_shape is \(2.5,\)"),
        (lambda: NetworkSpec((True,), ()), r"input_shape is \(True,\)"),
        (lambda: NetworkSpec((2,), (), "Softmax"), r"unknown loss 'Softmax'; known: IdentityWithLoss, "),
        (lambda: NetworkSpec((2,), (), dtype="float16"), r"dtype is 'float16'; choose one of float32, float64"),
        (lambda: NetworkSpec((1, 28, 28), (LayerSpec("Relu"),)), r"output has shape \(1, 28, 28\).*put a Flatten"),
    ],
)
def test_what_is_wrong_is_named(build, message):
    with pytest.raises(ValueError, match=message):
        build()


@pytest.mark.parametrize(
    ("build", "message"),
    [
        (lambda: LayerSpec.of("Affine", units=2.5), r"Affine: units is 2.5 \(float\); give a whole number"),
        (lambda: LayerSpec.of("Affine", units=True), r"Affine: units is True \(bool\)"),
        (lambda: LayerSpec.of("Affine", units="50"), r"Affine: units is '50' \(str\)"),
        (lambda: NetworkSpec((2,), ("Affine",)), r"layers holds 'Affine'; give LayerSpec\(kind, options\)"),
    ],
)
def test_what_is_of_another_kind_is_named(build, message):
    with pytest.raises(TypeError, match=message):
        build()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"input_shape": None}, "field 'input_shape' of a network is None; it must be a list"),
        ({"input_shape": [0]}, r"input_shape is \(0,\)"),
        ({"input_shape": ["784"]}, r"input_shape is \('784',\)"),
        ({"layers": {}}, "field 'layers' of a network is {}; it must be a list"),
        ({"layers": ["Affine"]}, r"layers\[0\] is 'Affine'; expected an object with the name of its kind"),
        ({"layers": [{"kind": "Relu"}, {"units": 3}]}, r"layers\[1\] is .*expected an object"),
        ({"layers": [{"kind": "Affine", "units": 0}]}, r"layers\[0\]: Affine: units is 0"),
        ({"layers": [{"kind": "Affine", "units": [3]}]}, r"layers\[0\]: Affine: units is \[3\] \(list\)"),
        ({"layers": [{"kind": "Conv"}]}, r"layers\[0\]: unknown layer 'Conv'"),
        ({"layers": [{"kind": 3}]}, r"layers\[0\] is .*expected an object"),
        ({"loss": "Hinge"}, "unknown loss 'Hinge'"),
        ({"loss": ["Hinge"]}, r"unknown loss \['Hinge'\]; known: "),
        ({"loss": None}, "unknown loss None; known: "),
        ({"dtype": "int8"}, "dtype is 'int8'"),
        ({"dtype": ["float32"]}, r"dtype is \['float32'\]"),
        ({"optimizer": "Adam"}, r"a network has no field 'optimizer'; its fields: dtype, "),
    ],
)
def test_wrong_json_names_the_field(change, message):
    with pytest.raises((TypeError, ValueError), match=message):
        NetworkSpec.from_json({**MLP.to_json(), **change})


@pytest.mark.parametrize("data", [None, [], "network", 3])
def test_json_that_is_no_object_is_refused(data):
    with pytest.raises(TypeError, match="a network is a JSON object"):
        NetworkSpec.from_json(data)


def test_json_may_leave_out_what_has_a_default():
    data = {"input_shape": [4], "layers": [{"kind": "Affine"}]}
    assert NetworkSpec.from_json(data) == NetworkSpec((4,), (LayerSpec("Affine"),))


def test_memory_is_estimated_by_the_letter():
    """Per parameter: value, gradient, slots and a checkpoint of value and slots; each value of a sample twice."""
    tiny = NetworkSpec((2,), (LayerSpec.of("Affine", units=3),))
    assert tiny.memory(batch_size=10, slots=2) == (9 * 7 + 2 * 10 * (2 + 3)) * 4
    wide = NetworkSpec((2,), (LayerSpec.of("Affine", units=3),), dtype="float64")
    assert wide.memory(batch_size=10, slots=0) == (9 * 3 + 2 * 10 * (2 + 3)) * 8


def test_a_network_beyond_the_memory_is_refused_before_anything_is_allocated(monkeypatch):
    """20 GB would be granted by overcommit, and the process killed when it writes them."""
    huge = NetworkSpec.mlp(10**6, (10**6,), 10)
    with pytest.raises(ValueError, match=r"This network needs 12000\.\d GB; .* are free.*Take fewer neurons"):
        Network(huge)
    monkeypatch.setattr(spec_module, "free_memory", lambda: 10 * MLP.memory(100))
    MLP.check_memory(100)
    monkeypatch.setattr(spec_module, "free_memory", lambda: MLP.memory(100))
    with pytest.raises(ValueError, match=r"This network needs \d\.\d MB; \d\.\d MB are free"):
        MLP.check_memory(100)
    monkeypatch.setattr(spec_module, "free_memory", lambda: None)  # a system that does not tell
    huge.check_memory()


def test_free_memory_is_a_size_or_unknown(monkeypatch):
    assert spec_module.free_memory() > 10**7

    def no_such_file(*_, **__):
        raise FileNotFoundError

    monkeypatch.setattr(spec_module, "open", no_such_file, raising=False)
    assert spec_module.free_memory() is None


def test_every_initializer_can_be_chosen():
    for name in INITIALIZERS:
        assert LayerSpec.of("Affine", initializer=name).options["initializer"] == name
