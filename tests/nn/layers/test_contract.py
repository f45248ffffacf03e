"""What holds for every registered layer, present or future: the contract that all other parts build on."""

from __future__ import annotations

import numpy as np
import pytest

from nn import LAYERS, check_layer
from nn.choices.options import complete
from nn.graph import backpropagate, constant, evaluate, variable

N = 4
KINDS = pytest.mark.parametrize("kind", LAYERS)
ROWS = pytest.mark.parametrize("kind", [kind for kind in LAYERS if not LAYERS[kind].takes_images])
PICTURES = pytest.mark.parametrize("kind", [kind for kind in LAYERS if LAYERS[kind].takes_images])
ELEMENTWISE = pytest.mark.parametrize("kind", [kind for kind in LAYERS if LAYERS[kind].elementwise])


def drawn(seed=3):
    return np.random.default_rng(seed)


def both_ways(layer, x, dout, training=False):
    """Return every number a layer gives for one pass: output, gradient by the input, gradients by the parameters."""
    y = layer.forward(x, training, drawn())
    dx = layer.backward(dout)
    return {"y": y, "dx": dx, **{f"d{key}": grad for key, grad in layer.grads.items()}}


def assert_same(got, wanted, *, exactly=True):
    assert got.keys() == wanted.keys()
    for name, array in wanted.items():
        if exactly:
            np.testing.assert_array_equal(got[name], array, err_msg=name)
        else:
            np.testing.assert_allclose(got[name], array, rtol=1e-12, atol=1e-12, err_msg=name)


@KINDS
def test_graph_and_layer_agree_both_ways(kind, sample_shape, training, build_layer, away_from_kinks, rng):
    layer, x = build_layer(kind, sample_shape), away_from_kinks(N, *sample_shape)
    dout = rng.standard_normal((N, *layer.plan(sample_shape, **options_of(kind)).output))
    numbers = both_ways(layer, x, dout, training)

    inputs = {name: variable(name) for name in ("x", *layer.params)}
    output = layer.graph(inputs["x"], {key: inputs[key] for key in layer.params})
    values = evaluate(output, {"x": x, **layer.params})
    gradients = backpropagate(output, values, dout)

    from_graph = {"y": values[output], **{f"d{name}": gradients[node] for name, node in inputs.items()}}
    assert_same(from_graph, numbers, exactly=False)


@ELEMENTWISE
def test_graph_and_layer_agree_at_zero_where_some_have_a_kink(kind, build_layer):
    layer, x = build_layer(kind), np.zeros((1, 6))
    numbers = both_ways(layer, x, np.ones((1, 6)))
    source = variable("x")
    output = layer.graph(source, {})
    values = evaluate(output, {"x": x})
    np.testing.assert_allclose(values[output], numbers["y"], atol=1e-12)
    np.testing.assert_allclose(backpropagate(output, values, np.ones((1, 6)))[source], numbers["dx"], atol=1e-12)


@ROWS
def test_graph_of_a_single_sample_agrees_with_the_layer(kind, build_layer, away_from_kinks, rng):
    layer, x = build_layer(kind), away_from_kinks(6)
    dout = rng.standard_normal(layer.forward(x).shape)
    numbers = both_ways(layer, x, dout)
    inputs = {name: variable(name) for name in ("x", *layer.params)}
    output = layer.graph(inputs["x"], {key: inputs[key] for key in layer.params})
    values = evaluate(output, {"x": x, **layer.params})
    gradients = backpropagate(output, values, dout)
    assert_same(
        {"y": values[output], **{f"d{name}": gradients[node] for name, node in inputs.items()}},
        numbers,
        exactly=False,
    )


@KINDS
def test_gradients_agree_with_central_differences(kind, sample_shape, training, build_layer, away_from_kinks):
    layer = build_layer(kind, sample_shape)
    found = check_layer(layer, away_from_kinks(N, *sample_shape), training=training)
    assert found.keys() == {"x", *layer.params}
    for difference in found.values():
        assert difference.error < 1e-8, str(difference)


@KINDS
def test_arguments_are_untouched_and_results_are_fresh(kind, sample_shape, training, build_layer, away_from_kinks):
    layer, x = build_layer(kind, sample_shape), away_from_kinks(N, *sample_shape)
    dout = np.ones_like(layer.forward(x))
    kept = [array.copy() for array in (x, dout, *layer.params.values())]
    for array in (x, dout):
        array.flags.writeable = False  # whoever writes into it raises
    y = layer.forward(x, training, drawn())
    dx = layer.backward(dout)
    for array, before in zip((x, dout, *layer.params.values()), kept, strict=True):
        np.testing.assert_array_equal(array, before)
    for result in (y, dx, *layer.grads.values()):
        assert result.flags.writeable
        assert not any(np.shares_memory(result, given) for given in (x, dout, *layer.params.values()))
    assert layer.forward(x, training, drawn()) is not y, "a buffer reused behind the caller's back"
    assert layer.backward(dout) is not dx


@KINDS
def test_a_batch_equals_its_stacked_singles(kind, sample_shape, build_layer, away_from_kinks, rng):
    layer, x = build_layer(kind, sample_shape), away_from_kinks(N, *sample_shape)
    dout = rng.standard_normal(layer.forward(x).shape)
    batch = both_ways(layer, x, dout)
    singles = [both_ways(layer, x[i : i + 1], dout[i : i + 1]) for i in range(N)]
    for name in ("y", "dx"):
        stacked = np.concatenate([single[name] for single in singles])
        np.testing.assert_allclose(stacked, batch[name], rtol=1e-13, atol=1e-14)
    for name in batch.keys() - {"y", "dx"}:
        np.testing.assert_allclose(sum(single[name] for single in singles), batch[name], rtol=1e-12, atol=1e-13)


@ROWS
def test_one_sample_without_a_batch_axis_goes_both_ways(kind, build_layer, away_from_kinks, rng):
    layer, x = build_layer(kind), away_from_kinks(6)
    dout = rng.standard_normal(layer.forward(x).shape)
    single = both_ways(layer, x, dout)
    in_batch = both_ways(layer, x[np.newaxis], dout[np.newaxis])
    assert single["y"].ndim == single["dx"].ndim == 1
    for name, array in single.items():
        np.testing.assert_allclose(array, in_batch[name].reshape(array.shape), rtol=1e-13, atol=1e-14)


@KINDS
def test_shapes_are_as_planned(kind, sample_shape, training, build_layer, away_from_kinks):
    layer = build_layer(kind, sample_shape)
    plan = LAYERS[kind].plan(sample_shape, **options_of(kind))
    y = layer.forward(away_from_kinks(N, *sample_shape), training, drawn())
    assert y.shape == (N, *plan.output)
    assert layer.backward(np.ones_like(y)).shape == (N, *sample_shape)
    assert {key: array.shape for key, array in layer.params.items()} == plan.params
    assert {key: array.shape for key, array in layer.grads.items()} == plan.params
    assert {key: array.shape for key, array in layer.state.items()} == plan.state
    assert plan.numbers == sum(array.size for array in layer.params.values())


@KINDS
def test_options_and_formula_are_documented(kind):
    layer = LAYERS[kind]
    for option in layer.options:
        assert option.check(option.default) == option.default
        assert option.help.endswith("."), f"{kind}.{option.name} has no sentence that explains it"
    assert "y" in layer.formula.forward
    assert "dx" in layer.formula.backward
    assert layer.__doc__


@KINDS
def test_buffers_give_the_same_numbers_as_fresh_arrays(kind, sample_shape, training, build_layer, away_from_kinks, rng):
    fresh, buffered = build_layer(kind, sample_shape), build_layer(kind, sample_shape)
    for _ in range(2):  # the second pass finds what the first left in the buffers
        x = away_from_kinks(N, *sample_shape)
        wanted = {"y": fresh.forward(x, training, drawn())}
        dout = rng.standard_normal(wanted["y"].shape)
        wanted["dx"] = fresh.backward(dout)
        y = buffered.forward(x, training, drawn(), np.full_like(wanted["y"], np.nan))
        dx = buffered.backward(dout, np.full_like(x, np.nan))
        assert_same({"y": y, "dx": dx}, wanted)
        assert_same(buffered.grads, fresh.grads)


@KINDS
def test_a_bound_layer_works_in_the_arrays_it_was_given(kind, training, build_layer, away_from_kinks, row_shape):
    free, bound = build_layer(kind), build_layer(kind)
    views = [{key: np.zeros_like(a) for key, a in arrays.items()} for arrays in (free.params, free.params, free.state)]
    bound.bind(*views)
    x = away_from_kinks(N, *row_shape)
    dout = np.ones_like(free.forward(x))
    assert_same(both_ways(bound, x, dout, training), both_ways(free, x, dout, training))
    assert bound.params is views[0]
    for key, view in views[1].items():
        assert bound.grads[key] is view
        np.testing.assert_array_equal(view, free.grads[key])
    for key, view in views[2].items():
        np.testing.assert_array_equal(view, free.state[key])


@KINDS
def test_gradients_by_parameters_alone_are_the_same(kind, training, build_layer, away_from_kinks, row_shape):
    layer, x = build_layer(kind), away_from_kinks(N, *row_shape)
    dout = np.ones_like(layer.forward(x, training, drawn()))
    layer.backward(dout)
    both = {key: grad.copy() for key, grad in layer.grads.items()}
    layer.backward_params(dout)
    assert_same(layer.grads, both)


@KINDS
def test_backward_before_forward_is_refused(kind, build_layer, row_shape):
    layer = build_layer(kind)
    with pytest.raises(RuntimeError, match=rf"{layer.name}.*call forward first"):
        layer.backward(np.ones((N, *layer.plan(row_shape, **options_of(kind)).output)))


@KINDS
def test_doing_it_twice_gives_the_same(kind, sample_shape, training, build_layer, away_from_kinks, rng):
    layer, x = build_layer(kind, sample_shape), away_from_kinks(N, *sample_shape)
    y = layer.forward(x, training, drawn())
    np.testing.assert_array_equal(layer.forward(x, training, drawn()), y)
    dout = rng.standard_normal(y.shape)
    dx = layer.backward(dout)
    grads = {key: grad.copy() for key, grad in layer.grads.items()}
    np.testing.assert_array_equal(layer.backward(dout), dx)
    assert_same(layer.grads, grads)


@KINDS
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_dtype_is_kept(kind, dtype, training, build_layer, away_from_kinks, row_shape):
    layer = build_layer(kind, dtype=dtype)
    x = away_from_kinks(N, *row_shape).astype(dtype)
    numbers = both_ways(layer, x, np.ones_like(layer.forward(x)), training)
    assert {name: array.dtype.name for name, array in numbers.items()} == dict.fromkeys(numbers, dtype)
    assert all(array.dtype == dtype for array in layer.state.values())


@KINDS
def test_float32_is_float64_but_for_rounding(kind, training, build_layer, away_from_kinks, row_shape):
    wide, narrow = build_layer(kind), build_layer(kind, dtype="float32")
    x = away_from_kinks(N, *row_shape).astype(np.float32)
    dout = np.ones_like(narrow.forward(x))
    if LAYERS[kind].random and training:  # a mask drawn in float32 is another mask
        return
    wanted = both_ways(wide, x.astype(np.float64), dout.astype(np.float64), training)
    for name, array in both_ways(narrow, x, dout, training).items():
        np.testing.assert_allclose(array, wanted[name], rtol=2e-5, atol=2e-5, err_msg=name)


def strided(x, how):
    """Return the numbers of `x` laid out in memory in another way."""
    wide = np.repeat(x, 2, axis=-1)
    return {
        "every second": lambda: wide[..., ::2],
        "backwards": lambda: x[::-1, ..., ::-1].copy()[::-1, ..., ::-1],
        "Fortran order": lambda: np.asfortranarray(x),
        "axes swapped": lambda: np.moveaxis(np.ascontiguousarray(np.moveaxis(x, 0, -1)), -1, 0),
        "big-endian": lambda: x.astype(">f8"),
    }[how]()


@KINDS
@pytest.mark.parametrize("how", ["every second", "backwards", "Fortran order", "axes swapped", "big-endian"])
def test_layout_in_memory_does_not_matter(kind, how, sample_shape, training, build_layer, away_from_kinks, rng):
    layer, x = build_layer(kind, sample_shape), away_from_kinks(N, *sample_shape)
    dout = rng.standard_normal(layer.forward(x).shape)
    wanted = both_ways(layer, x, dout, training)
    wanted |= {name: array.copy() for name, array in wanted.items()}
    other = strided(x, how)
    np.testing.assert_array_equal(other, x)
    got = both_ways(layer, other, strided(dout, how), training)
    # the library of matrix products may add in another order for another layout
    assert_same(got, wanted, exactly=LAYERS[kind].elementwise or LAYERS[kind].random)
    assert got["y"].dtype.isnative


@KINDS
def test_a_repeated_sample_of_stride_0_is_a_batch(kind, training, build_layer, away_from_kinks, row_shape):
    layer, row = build_layer(kind), away_from_kinks(*row_shape)
    repeated = np.broadcast_to(row, (N, *row_shape))
    dout = np.broadcast_to(np.float64(2), layer.forward(repeated).shape)
    got = both_ways(layer, repeated, dout, training)
    assert_same(got, both_ways(layer, repeated.copy(), dout.copy(), training), exactly=False)


@KINDS
@pytest.mark.parametrize("dtype", ["int64", "int8", "uint8", "bool", "float16", "longdouble"])
def test_any_real_numbers_are_accepted(kind, dtype, training, build_layer, row_shape):
    wide = "float32" if dtype == "float16" else "float64"
    layer = build_layer(kind, dtype=wide)
    x = np.resize([3, 0, 1, 200, 7, 9, 1, 5, 0, 100, 2, 4], (2, *row_shape)).astype(dtype)
    before = x.copy()
    y = layer.forward(x, training, drawn())
    np.testing.assert_array_equal(y, layer.forward(x.astype(wide), training, drawn()))
    assert y.dtype == wide
    np.testing.assert_array_equal(x, before)
    layer.backward(np.ones_like(y))


@KINDS
@pytest.mark.parametrize("x", [np.ones((2, 6), complex), np.ones((2, 6), object), np.full((2, 6), "1")], ids=str)
def test_what_is_no_real_number_is_refused(kind, x, build_layer):
    with pytest.raises(TypeError, match=f"x must hold real numbers, got dtype {x.dtype}"):
        build_layer(kind).forward(x)


@KINDS
def test_an_empty_batch_gives_an_empty_output(kind, sample_shape, build_layer):
    layer = build_layer(kind, sample_shape)
    x = np.empty((0, *sample_shape))
    y = layer.forward(x)
    assert y.shape == (0, *layer.plan(sample_shape, **options_of(kind)).output)
    assert layer.backward(np.empty_like(y)).shape == x.shape
    assert all(not grad.any() for grad in layer.grads.values())


@ELEMENTWISE
def test_an_activation_takes_a_number_as_in_the_book(kind, build_layer):
    layer = build_layer(kind)
    y = layer.forward(0.5)
    dx = layer.backward(1.0)
    assert np.shape(y) == np.shape(dx) == ()
    row = both_ways(layer, np.array([0.5]), np.array([1.0]))
    assert (float(y), float(dx)) == (row["y"][0], row["dx"][0])


@KINDS
def test_a_constant_input_needs_no_gradient(kind):
    """A node with a value of its own is a constant: it takes the dtype of what it meets."""
    node = constant(2)
    assert evaluate(node, {"x": np.ones(1, np.float32)})[node].dtype == np.float32


def options_of(kind):
    return complete(kind, LAYERS[kind].options, {})
