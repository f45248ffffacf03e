"""What holds for every registered loss, and what each loss answers to wrong targets."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from nn import LOSSES, IdentityWithLoss, SigmoidWithLoss, SoftmaxWithLoss, numerical_gradient
from nn.graph import backpropagate, evaluate, variable

N, C = 4, 3
KINDS = pytest.mark.parametrize("kind", LOSSES)
LABELS = np.array([2, 0, 1, 1])
FINITE = st.floats(-1e4, 1e4, width=32)


@pytest.fixture
def x(rng):
    return rng.standard_normal((N, C)) * 2


@KINDS
def test_graph_and_loss_agree_both_ways(kind, x):
    layer = LOSSES[kind]()
    loss, dx = layer.forward(x, LABELS), layer.backward()
    sources = {"x": variable("x"), "t": variable("t")}
    output = layer.graph(**sources)
    values = evaluate(output, {"x": x, "t": layer.t})
    gradients = backpropagate(output, values, np.ones(()))
    np.testing.assert_allclose(values[output], loss, rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose(gradients[sources["x"]], dx, rtol=1e-12, atol=1e-12)


@KINDS
def test_gradient_agrees_with_central_differences(kind, x):
    layer = LOSSES[kind]()
    layer.forward(x, LABELS)
    dx = layer.backward()
    numeric = numerical_gradient(lambda _: layer.forward(x, LABELS), x, 1e-5)
    np.testing.assert_allclose(dx, numeric, atol=1e-9)


@KINDS
def test_upstream_gradient_scales_the_gradient(kind, x):
    layer = LOSSES[kind]()
    layer.forward(x, LABELS)
    np.testing.assert_allclose(layer.backward(3.0), 3 * layer.backward(), rtol=1e-15)


@KINDS
@pytest.mark.parametrize("dtype", ["int64", "int32", "uint8", "float64", "float16"])
def test_one_hot_rows_and_class_numbers_agree(kind, dtype, x):
    by_number, by_row = LOSSES[kind](), LOSSES[kind]()
    numbers = LABELS if kind == "IdentityWithLoss" and dtype.startswith("float") else LABELS.astype(dtype)
    assert by_number.forward(x, numbers) == by_row.forward(x, np.eye(C)[LABELS].astype(dtype))
    np.testing.assert_array_equal(by_number.backward(), by_row.backward())


@KINDS
def test_loss_is_the_mean_and_gradient_shrinks_with_the_batch(kind, x):
    """Twice the same batch is the same loss: N-invariance, one of the checks a gradient check does not replace."""
    once, twice = LOSSES[kind](), LOSSES[kind]()
    assert twice.forward(np.tile(x, (2, 1)), np.tile(LABELS, 2)) == pytest.approx(once.forward(x, LABELS), rel=1e-13)
    np.testing.assert_allclose(twice.backward(), np.tile(once.backward(), (2, 1)) / 2, rtol=1e-13, atol=1e-16)


@KINDS
def test_a_batch_is_the_mean_of_its_singles(kind, x):
    layer = LOSSES[kind]()
    singles = [(layer.forward(row, t), layer.backward(), layer.y) for row, t in zip(x, LABELS, strict=True)]
    assert layer.forward(x, LABELS) == pytest.approx(np.mean([loss for loss, _, _ in singles]), rel=1e-13)
    np.testing.assert_allclose(np.stack([dx for _, dx, _ in singles]) / N, layer.backward(), rtol=1e-13)
    np.testing.assert_allclose(np.stack([y for _, _, y in singles]), layer.y, rtol=1e-13)
    assert singles[0][1].shape == (C,)


@KINDS
def test_a_single_one_hot_sample_is_divided_by_1(kind, x):
    """The document's class divides a 1-D sample by the number of classes."""
    layer = LOSSES[kind]()
    layer.forward(x[0], np.eye(C)[2])
    single = layer.backward()
    layer.forward(x[:1], np.eye(C)[2:])
    np.testing.assert_allclose(single, layer.backward()[0], rtol=1e-14)


@KINDS
def test_arguments_are_untouched_and_results_are_fresh(kind, x):
    layer, t = LOSSES[kind](), np.eye(C)[LABELS]
    kept = x.copy(), t.copy()
    x.flags.writeable = t.flags.writeable = False
    layer.forward(x, t)
    dx = layer.backward()
    np.testing.assert_array_equal(x, kept[0])
    np.testing.assert_array_equal(t, kept[1])
    assert dx.flags.writeable
    assert not np.shares_memory(dx, x)
    assert not np.shares_memory(dx, t)
    assert layer.backward() is not dx


@KINDS
def test_doing_it_twice_gives_the_same(kind, x):
    layer = LOSSES[kind]()
    loss = layer.forward(x, LABELS)
    assert layer.forward(x, LABELS) == loss == layer.loss
    np.testing.assert_array_equal(layer.backward(), layer.backward())


@KINDS
def test_backward_before_forward_is_refused(kind):
    with pytest.raises(RuntimeError, match=f"{kind}.*call forward first"):
        LOSSES[kind]().backward()


@KINDS
def test_what_an_earlier_forward_gave_is_not_overwritten(kind, x):
    layer = LOSSES[kind]()
    layer.forward(x, LABELS)
    y, t = layer.y, layer.t
    kept = y.copy(), t.copy()
    layer.forward(x[::-1] + 1, LABELS[::-1])
    np.testing.assert_array_equal(y, kept[0])
    np.testing.assert_array_equal(t, kept[1])


@KINDS
def test_nothing_is_known_before_forward(kind):
    layer = LOSSES[kind]()
    assert layer.y is layer.t is layer.loss is None


@KINDS
def test_buffers_give_the_same_numbers_as_fresh_arrays(kind, rng):
    fresh, buffered = LOSSES[kind](), LOSSES[kind]()
    for _ in range(2):  # the second pass finds what the first left in the buffers
        x, t = rng.standard_normal((N, C)), np.eye(C)[rng.integers(0, C, N)]
        out = np.full((N, C), np.nan)
        assert buffered.measure(x, t, out) == fresh.forward(x, t)
        np.testing.assert_array_equal(buffered.backward(1, out), fresh.backward())


@KINDS
def test_dtype_is_kept(kind, x):
    layer = LOSSES[kind]()
    wide = layer.forward(x, LABELS), layer.backward()
    narrow = layer.forward(x.astype(np.float32), LABELS), layer.backward()
    assert (wide[1].dtype, narrow[1].dtype, layer.y.dtype) == (np.float64, np.float32, np.float32)
    assert isinstance(narrow[0], float)
    assert narrow[0] == pytest.approx(wide[0], rel=1e-6)
    np.testing.assert_allclose(narrow[1], wide[1], atol=1e-6)


@KINDS
@pytest.mark.parametrize(
    "how", [np.asfortranarray, lambda a: a[::-1].copy()[::-1], lambda a: np.repeat(a, 2, 1)[:, ::2]]
)
def test_layout_in_memory_does_not_matter(kind, how, x):
    layer = LOSSES[kind]()
    wanted = layer.forward(x, LABELS), layer.backward()
    assert layer.forward(how(x), how(np.eye(C)[LABELS])) == pytest.approx(wanted[0], rel=1e-14)
    np.testing.assert_allclose(layer.backward(), wanted[1], rtol=1e-14)


@KINDS
def test_whole_scores_are_accepted(kind):
    layer = LOSSES[kind]()
    scores = np.array([[200, 100, 0]], np.uint8)
    assert layer.forward(scores, [0]) == layer.forward(scores.astype(float), [0])
    assert layer.backward().dtype == np.float64


@KINDS
@pytest.mark.parametrize("dtype", [complex, object, str])
def test_what_is_no_real_number_is_refused(kind, dtype, x):
    with pytest.raises(TypeError, match="x must hold real numbers"):
        LOSSES[kind]().forward(np.ones((N, C)).astype(dtype), LABELS)
    with pytest.raises(TypeError, match="t must hold real numbers"):
        LOSSES[kind]().forward(x, np.eye(C)[LABELS].astype(dtype))


@KINDS
def test_wrong_targets_are_refused(kind, x):
    layer = LOSSES[kind]()
    with pytest.raises(ValueError, match=r"4 inputs but 3 targets; give one target for each input"):
        layer.forward(x, LABELS[:3])
    with pytest.raises(ValueError, match="the batch is empty; give at least one sample"):
        layer.forward(x[:0], LABELS[:0])
    with pytest.raises(ValueError, match=r"shape \(4, 2\); expected \(4,"):
        layer.forward(x, np.zeros((4, 2)))


@KINDS
@pytest.mark.parametrize("scores", [np.zeros((2, 3, 1)), np.zeros((1, 2, 3, 1))])
def test_scores_that_are_no_rows_are_refused(kind, scores):
    with pytest.raises(ValueError, match=r"scores.*shape.*Flatten"):
        LOSSES[kind]().forward(scores, [0, 0])


@KINDS
@pytest.mark.parametrize(("label", "row"), [(5, 2), (3, 0), (-1, 3)])
def test_labels_that_are_no_class_are_refused_with_their_row(kind, label, row, x):
    """-1 would be NumPy's last class, silently."""
    labels = LABELS.copy()
    labels[row] = label
    with pytest.raises(ValueError, match=rf"Row {row}: label {label}, but the network has 3 outputs \(0–2\)"):
        LOSSES[kind]().forward(x, labels)


@pytest.mark.parametrize("label", [1.5, math.nan, math.inf])
def test_labels_that_are_no_whole_number_are_refused(label, x):
    with pytest.raises(ValueError, match="Row 1: label"):
        SoftmaxWithLoss().forward(x, [0, label, 1, 2])


@pytest.mark.parametrize("row", [[0, 0, 0], [1, 1, 0], [0.5, 0.5, 0], [0, math.nan, 1], [-1, 1, 1]])
def test_rows_that_are_not_one_hot_are_refused(row, x):
    t = np.eye(C)[LABELS]
    t[2] = row
    with pytest.raises(ValueError, match=r"Row 2: .* is not one-hot"):
        SoftmaxWithLoss().forward(x, t)


@pytest.mark.parametrize("value", [-0.1, 1.1, math.nan])
def test_answers_beyond_0_and_1_are_refused(value):
    with pytest.raises(ValueError, match=r"Row 1: target .* give values from 0 \(no\) to 1 \(yes\)"):
        SigmoidWithLoss().forward(np.zeros((2, 1)), [[0.5], [value]])


def test_one_output_takes_one_number_a_sample():
    """With one output a class number cannot be meant, except 0: shape (N,) is read as N values."""
    for kind, t in (("IdentityWithLoss", [0.5, 2.0]), ("SigmoidWithLoss", [0, 1])):
        layer = LOSSES[kind]()
        flat = layer.forward([[1.0], [2.0]], t)
        assert flat == layer.forward([[1.0], [2.0]], np.reshape(t, (2, 1)))


def test_softmax_of_one_class_is_certain():
    layer = SoftmaxWithLoss()
    assert layer.forward([[3.0], [-5.0]], [0, 0]) == 0
    np.testing.assert_array_equal(layer.backward(), [[0], [0]])
    with pytest.raises(ValueError, match="Row 0: label 1"):
        layer.forward([[3.0], [-5.0]], [1, 0])


def test_identity_with_loss_is_half_the_sum_of_squares_over_n():
    layer = IdentityWithLoss()
    assert layer.forward([[0.3, 0.4], [1.0, 1.0]], [[0.0, 1.0], [1.0, 1.0]]) == pytest.approx((0.09 + 0.36) / 4)
    np.testing.assert_allclose(layer.backward(), [[0.15, -0.3], [0, 0]])
    np.testing.assert_array_equal(layer.activation([1, 2]), [1, 2])


def test_sigmoid_with_loss_is_binary_cross_entropy(x):
    layer, t = SigmoidWithLoss(), np.array([[1, 0, 1], [0, 0, 1], [0.5, 1, 0], [1, 1, 1]])
    y = 1 / (1 + np.exp(-x))
    assert layer.forward(x, t) == pytest.approx(-np.sum(t * np.log(y) + (1 - t) * np.log(1 - y)) / N, rel=1e-12)
    np.testing.assert_allclose(layer.y, y, rtol=1e-14)


def test_uniform_guess_costs_ln_c():
    for classes in (2, 10, 1000):
        assert SoftmaxWithLoss().forward(np.zeros((5, classes)), np.arange(5) % 2) == pytest.approx(np.log(classes))


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("kind", ["SoftmaxWithLoss", "SigmoidWithLoss"])
def test_impossible_truth_costs_its_score_and_no_infinity(kind, dtype):
    """Computed from the scores; -log(0) would be infinite and the book's log(y + 1e-7) would stop at 16.118."""
    layer = LOSSES[kind]()
    scores = np.array([[2000.0, 0.0]], dtype) if kind == "SoftmaxWithLoss" else np.array([[2000.0, -2000.0]], dtype)
    assert layer.forward(scores, [1]) == pytest.approx(2000 if kind == "SoftmaxWithLoss" else 4000)
    np.testing.assert_array_equal(layer.backward(), [[1, -1]])
    assert layer.forward(scores, [0]) == pytest.approx(0, abs=1e-30)


def test_sure_and_right_answers_keep_their_small_loss():
    """A sum of large scores minus a sum of large scores would leave only rounding, in float32 and in float64."""
    x, t = np.array([[1e7], [-1e7], [5.0]]), [1, 0, 1]
    for dtype in ("float32", "float64"):
        assert SigmoidWithLoss().forward(x.astype(dtype), t) == pytest.approx(np.log1p(np.exp(-5.0)) / 3, rel=1e-6)


@KINDS
@given(
    x=hnp.arrays(np.float32, st.tuples(st.integers(1, 5), st.just(C)), elements=FINITE),
    wide=st.booleans(),
    seed=st.integers(0, 9),
)
def test_any_scores_give_a_finite_loss_without_a_warning(kind, x, wide, seed):
    layer, labels = LOSSES[kind](), np.random.default_rng(seed).integers(0, C, len(x))
    loss = layer.forward(x.astype(np.float64) if wide else x, labels)
    dx = layer.backward()
    assert math.isfinite(loss)
    assert loss >= -1e-9
    assert np.isfinite(dx).all()
    if kind == "SoftmaxWithLoss":
        np.testing.assert_allclose(dx.sum(axis=1), 0, atol=1e-6)
        np.testing.assert_allclose(layer.y.sum(axis=1), 1, rtol=1e-6)


@KINDS
@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf])
def test_scores_that_are_not_finite_give_no_finite_loss_and_no_warning(kind, bad):
    loss = LOSSES[kind]().forward([[bad, bad, 0.0]], [0])
    assert not math.isfinite(loss)


@KINDS
def test_rows_that_are_not_finite_are_wrong(kind):
    layer = LOSSES[kind]()
    x = np.array([[1.0, 0.0], [math.nan, 0.0], [math.inf, 0.0], [0.0, 1.0]])
    assert layer.correct(x, layer.encode([0, 0, 0, 0], 4, 2)) == 1


def test_one_output_is_right_on_its_side():
    assert SigmoidWithLoss().correct(np.array([[2.0], [-1.0], [math.nan], [-0.1]]), np.array([[1], [0], [1], [1]])) == 2
    assert IdentityWithLoss().correct(np.array([[0.4], [1.6], [math.nan]]), np.array([[0.0], [1.0], [0.0]])) == 1


@KINDS
def test_formula_is_documented(kind):
    assert "L =" in LOSSES[kind].formula.forward
    assert "dx =" in LOSSES[kind].formula.backward
    assert LOSSES[kind].__doc__


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_a_wrong_class_beyond_reach_costs_nothing(dtype):
    far = np.finfo(dtype).max
    loss = SoftmaxWithLoss()
    assert loss.forward(np.array([[far, -far, 0]], dtype), [0]) == 0
    assert loss.forward(np.array([[2.0, -np.inf, 2.0]], dtype), [0]) == pytest.approx(np.log(2))
    assert loss.forward(np.array([[2.0, -np.inf, 2.0]], dtype), [1]) == np.inf


@pytest.mark.parametrize("kind", ["SoftmaxWithLoss", "SigmoidWithLoss"])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_a_probability_that_is_nothing_beside_1_sends_no_gradient_back(kind, dtype):
    edge = 2 * np.log(np.finfo(dtype).eps)  # of a square of rounding; sent back, less becomes subnormal and slow
    loss = LOSSES[kind]()
    loss.forward(np.array([[edge + 1, edge - 1, 0]], dtype), [2])
    above, below, _ = loss.backward()[0]
    assert above > 0
    assert below == 0
    assert (loss.y > 0).all()
