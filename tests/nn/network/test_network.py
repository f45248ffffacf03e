from __future__ import annotations

import math

import numpy as np
import pytest

from nn import LAYERS, LOSSES, Affine, LayerSpec, Network, NetworkSpec, Relu, SoftmaxWithLoss
from nn.network import Workspace

SPEC = NetworkSpec.mlp(5, (4, 3), 3, dtype="float64")
EVERYTHING = NetworkSpec(
    (2, 3),
    (
        LayerSpec("BatchNormalization"),
        LayerSpec("Flatten"),
        LayerSpec.of("Affine", units=8),
        LayerSpec("BatchNormalization"),
        *(LayerSpec(kind) for kind in LAYERS if LAYERS[kind].elementwise and kind != "Step"),
        LayerSpec.of("Dropout", ratio=0.25),
        LayerSpec("Softmax"),
        LayerSpec.of("Affine", units=3),
    ),
    dtype="float64",
)


@pytest.fixture
def network():
    return Network(SPEC, 3)


@pytest.fixture
def x(rng):
    return rng.standard_normal((6, 5))


T = np.array([0, 2, 1, 1, 0, 2])


def test_layers_and_params_have_the_book_s_names(network):
    assert list(network.layers) == ["Affine1", "Relu1", "Affine2", "Relu2", "Affine3"]
    assert [layer.name for layer in network.layers.values()] == list(network.layers)
    assert list(network.params) == list(network.grads) == ["W1", "b1", "W2", "b2", "W3", "b3"]
    assert isinstance(network.loss_layer, SoftmaxWithLoss)


def test_every_number_is_a_view_of_one_vector(network):
    for named, flat in ((network.params, network.flat_params), (network.grads, network.flat_grads)):
        assert sum(array.size for array in named.values()) == flat.size
        for array in named.values():
            assert np.shares_memory(array, flat)
    network.params["W2"][1, 2] = 42
    assert 42 in network.flat_params
    assert network.layers["Affine2"].W[1, 2] == 42
    assert Network(EVERYTHING).flat_state.size == 2 * (6 + 8)


def test_normalization_has_numbers_of_its_own():
    network = Network(EVERYTHING)
    assert list(network.params) == ["gamma1", "beta1", "W1", "b1", "gamma2", "beta2", "W2", "b2"]
    assert list(network.layers)[:4] == ["BatchNormalization1", "Flatten1", "Affine1", "BatchNormalization2"]


def test_predict_is_the_layers_one_after_the_other(network, x):
    W1, b1, W2, b2, W3, b3 = network.params.values()
    by_hand = np.maximum(np.maximum(x @ W1 + b1, 0) @ W2 + b2, 0) @ W3 + b3
    np.testing.assert_allclose(network.predict(x), by_hand, rtol=1e-13)
    np.testing.assert_allclose(network.predict(x[0]), by_hand[0], rtol=1e-13)
    assert network.predict(x[0]).shape == (3,)


@pytest.mark.parametrize("loss", LOSSES)
def test_output_is_what_the_network_says(loss, x):
    network = Network(NetworkSpec.mlp(5, (4,), 3, loss=loss, dtype="float64"))
    scores, said = network.predict(x), network.output(x)
    if loss == "IdentityWithLoss":
        np.testing.assert_array_equal(said, scores)
    elif loss == "SigmoidWithLoss":
        np.testing.assert_allclose(said, 1 / (1 + np.exp(-scores)))
    else:
        np.testing.assert_allclose(said.sum(axis=1), 1)


def test_one_image_is_one_sample(rng):
    network, image = Network(EVERYTHING), rng.standard_normal((2, 3))
    in_batch = network.predict(image[np.newaxis])
    assert network.predict(image).shape == network.output(image).shape == (3,)
    np.testing.assert_array_equal(network.predict(image), in_batch[0])
    assert network.accuracy(image, in_batch[0].argmax()) == 1
    assert network.loss(image, 1) == pytest.approx(network.loss(image[np.newaxis], [1]))
    assert network.gradient(image, 1, training=False)["W1"] == pytest.approx(
        network.gradient(image[np.newaxis], [1], training=False)["W1"]
    )


def test_images_may_come_as_rows_and_rows_as_images(rng):
    images = Network(EVERYTHING)
    x = rng.standard_normal((4, 2, 3))
    np.testing.assert_array_equal(images.predict(x.reshape(4, 6)), images.predict(x))
    rows = Network(NetworkSpec.mlp(6, (), 2))
    np.testing.assert_array_equal(rows.predict(x), rows.predict(x.reshape(4, 6)))


def test_gradients_agree_with_the_layers_used_as_in_the_book(network, x):
    first, second = Affine(network.params["W1"], network.params["b1"]), Affine(*list(network.params.values())[2:4])
    third, relus, loss = Affine(*list(network.params.values())[4:]), (Relu(), Relu()), SoftmaxWithLoss()
    scores = third.forward(relus[1].forward(second.forward(relus[0].forward(first.forward(x)))))
    assert loss.forward(scores, T) == network.loss(x, T)
    first.backward(relus[0].backward(second.backward(relus[1].backward(third.backward(loss.backward())))))
    gradients = network.gradient(x, T)
    for layer, number in ((first, 1), (second, 2), (third, 3)):
        np.testing.assert_array_equal(gradients[f"W{number}"], layer.dW)
        np.testing.assert_array_equal(gradients[f"b{number}"], layer.db)


def test_gradients_are_copies(network, x):
    first = network.gradient(x, T)
    kept = {name: grad.copy() for name, grad in first.items()}
    network.gradient(x[::-1], T)
    for name, grad in first.items():
        np.testing.assert_array_equal(grad, kept[name])
        assert not np.shares_memory(grad, network.flat_grads)


@pytest.mark.parametrize("spec", [SPEC, EVERYTHING], ids=["mlp", "everything"])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_the_pass_of_the_training_loop_is_that_of_the_book(spec, dtype, rng):
    """One implementation: buffers change where the numbers stand and not what they are."""
    spec = NetworkSpec(spec.input_shape, spec.layers, spec.loss, dtype)
    plain, trained = Network(spec, 1), Network(spec, 1)
    workspace = Workspace(trained, 6)
    for seed in range(3):
        x = rng.standard_normal((6, *spec.input_shape)).astype(dtype)
        loss = workspace.gradient(x, np.eye(3, dtype=dtype)[T], np.random.default_rng(seed))
        gradients = plain.gradient(x, T, rng=np.random.default_rng(seed))
        assert plain.loss_layer.loss == loss
        for name, grad in trained.grads.items():
            np.testing.assert_array_equal(grad, gradients[name], err_msg=name)
        np.testing.assert_array_equal(trained.flat_state, plain.flat_state)


@pytest.mark.parametrize("layers", [(), (LayerSpec("Relu"),)])
def test_a_network_without_parameters_still_predicts(layers):
    network = Network(NetworkSpec((3,), layers))
    np.testing.assert_array_equal(network.predict([1, 2, 3]), [1, 2, 3])
    assert network.gradient([[1.0, 2.0, 3.0]], [0]) == {}


def test_same_seed_same_numbers_and_other_layers_keep_theirs():
    network = Network(SPEC, 7)
    np.testing.assert_array_equal(Network(SPEC, 7).flat_params, network.flat_params)
    assert (Network(SPEC, 8).params["W1"] != network.params["W1"]).all()
    longer = NetworkSpec(
        (5,), (LayerSpec("Dropout"), *SPEC.layers[:2], LayerSpec("Tanh"), *SPEC.layers[2:]), dtype="float64"
    )
    np.testing.assert_array_equal(Network(longer, 7).params["W3"], network.params["W3"])
    wider = NetworkSpec.mlp(5, (6, 3), 3, dtype="float64")
    np.testing.assert_array_equal(Network(wider, 7).params["W3"], network.params["W3"])


def test_without_a_seed_no_weight_is_drawn_and_the_network_is_the_same_otherwise():
    drawn, blank = Network(EVERYTHING, 3), Network(EVERYTHING, None)
    assert blank.spec == EVERYTHING
    assert not any(blank.params[name].any() for name in blank.params if name.startswith("W"))
    blank.load(drawn.flat_params, drawn.flat_state)
    x = np.linspace(-1, 1, 12).reshape(2, 2, 3)
    np.testing.assert_array_equal(blank.predict(x), drawn.predict(x))


def test_layers_of_one_shape_start_with_numbers_of_their_own():
    network = Network(NetworkSpec.mlp(4, (4, 4), 4))
    assert (network.params["W1"] != network.params["W2"]).all()
    assert (network.params["W2"] != network.params["W3"]).all()


def test_accuracy_counts_what_is_right(network, x):
    best = network.predict(x).argmax(axis=1)
    assert network.accuracy(x, best) == 1
    assert network.accuracy(x, np.eye(3)[best]) == 1
    assert network.accuracy(x, (best + 1) % 3) == 0
    assert network.accuracy(x, np.where(np.arange(6) < 2, best, (best + 1) % 3)) == pytest.approx(1 / 3)
    assert network.accuracy(x[0], best[0]) == 1


def test_rows_that_are_not_finite_are_wrong(network, x):
    x[2] = math.nan
    best = network.predict(x).argmax(axis=1)
    assert network.accuracy(x, best) == pytest.approx(5 / 6)


def test_an_empty_batch_has_scores_but_no_loss(network):
    empty = np.empty((0, 5))
    assert network.predict(empty).shape == (0, 3)
    assert network.output(empty).shape == (0, 3)
    for refuse in (network.loss, network.gradient, network.accuracy):
        with pytest.raises(ValueError, match="the batch is empty; give at least one sample"):
            refuse(empty, [])


@pytest.mark.parametrize("shape", [(4,), (6, 4), (5, 6), (2, 4, 2), ()])
def test_wrong_widths_name_the_first_layer(shape, network):
    with pytest.raises(ValueError, match=r"Affine1 expects 5 inputs, got .*; give samples of shape \(5,\)"):
        network.predict(np.zeros(shape))


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_any_numeric_dtype_becomes_the_network_s(dtype, rng):
    network = Network(NetworkSpec.mlp(5, (4,), 3, dtype=dtype), 3)
    x = rng.integers(0, 2, (6, 5))
    wanted = network.predict(x.astype(dtype))
    for given in ("bool", "uint8", "int64", "float16", "float32", "float64", ">f8", "longdouble"):
        scores = network.predict(x.astype(given))
        assert scores.dtype == dtype
        np.testing.assert_array_equal(scores, wanted)
    assert network.gradient(x, T)["W1"].dtype == dtype


@pytest.mark.parametrize("dtype", [complex, object, str])
def test_what_is_no_real_number_is_refused(dtype, network):
    with pytest.raises(TypeError, match="x must hold real numbers"):
        network.predict(np.ones((2, 5)).astype(dtype))


def test_arguments_are_untouched(network, x):
    t, kept = np.eye(3)[T], x.copy()
    x.flags.writeable = t.flags.writeable = False
    params = network.flat_params.copy()
    network.gradient(x, t)
    np.testing.assert_array_equal(x, kept)
    np.testing.assert_array_equal(t, np.eye(3)[T])
    np.testing.assert_array_equal(network.flat_params, params)


def test_load_takes_over_numbers_and_keeps_no_reference(network, x):
    other = Network(SPEC, 9)
    given = other.flat_params.copy()
    network.load(given, other.flat_state)
    np.testing.assert_array_equal(network.predict(x), other.predict(x))
    given[:] = 0
    np.testing.assert_array_equal(network.predict(x), other.predict(x))


@pytest.mark.parametrize("size", [1, 10, 10_000])
def test_load_refuses_other_lengths(size, network):
    with pytest.raises(ValueError, match=rf"got {size} parameters, but the network has {network.flat_params.size}"):
        network.load(np.zeros(size))


@pytest.mark.parametrize("size", [1, 5])
def test_load_refuses_states_of_other_lengths(size):
    network = Network(EVERYTHING)
    with pytest.raises(ValueError, match=rf"{size} .*state.*28"):
        network.load(network.flat_params, np.zeros(size))


def test_random_layers_ask_for_their_source(rng):
    network = Network(EVERYTHING)
    with pytest.raises(ValueError, match=r"Dropout1 draws a mask while training; hand in rng="):
        network.gradient(rng.standard_normal((2, 2, 3)), [0, 1])


@pytest.mark.parametrize("bad", [math.nan, math.inf])
def test_a_broken_weight_is_a_lesson_and_no_error(bad, network, x):
    network.params["W1"][0, 0] = bad
    with np.errstate(all="ignore"):
        assert not math.isfinite(network.loss(x, T))
        network.gradient(x, T)
