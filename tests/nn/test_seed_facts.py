"""Every number of the five seed documents and of the book: what they print, and where they are wrong, what is right.

A document's wrong number is computed here, in a few lines of its own, only to show the contrast.
"""

from __future__ import annotations

import math

import numpy as np
import pytest

import nn
from nn import (
    Affine,
    IdentityWithLoss,
    LayerSpec,
    Network,
    NetworkSpec,
    Relu,
    Sigmoid,
    SoftmaxWithLoss,
    cross_entropy_error,
    identity_function,
    load_mnist,
    numerical_gradient,
    relu,
    sigmoid,
    softmax,
    step_function,
    sum_squared_error,
)
from nn.datasets import Batches
from nn.graph import add, backpropagate, evaluate, multiply, topological_order, variable

SCORES = np.array([[0.3, 2.9, 4.0], [0.3, 2.9, 4.0]])
ONE_HOT = np.array([[0, 0, 1], [0, 1, 0]])
Y = np.array([0.01821127, 0.24519181, 0.73659691])


def assert_prints(got, wanted):
    """Compare to the eight digits that the documents print."""
    np.testing.assert_allclose(got, wanted, rtol=0, atol=5.1e-9)


def softmax_over_everything(x):
    """Return what a softmax gives that sums over the whole batch (documents 000 and book 3.5.2 on a batch)."""
    e = np.exp(x - np.max(x))
    return e / np.sum(e)


class TestActivationAndAffineLayers:
    """Section 1: document 000."""

    def test_boolean_mask(self):
        x = np.array([1, -2, 3, -4, 5])
        layer = Relu()
        np.testing.assert_array_equal(layer.forward(x), [1, 0, 3, 0, 5])
        np.testing.assert_array_equal(layer.mask, [False, True, False, True, False])

    def test_e(self):
        assert math.e == np.exp(1) == 2.718281828459045

    def test_relu_of_the_book(self):
        x = np.array([[1, -0.5], [-2, 3]])
        before = x.copy()
        layer = Relu()
        np.testing.assert_array_equal(layer.forward(x), [[1, 0], [0, 3]])
        np.testing.assert_array_equal(layer.mask, [[False, True], [True, False]])
        np.testing.assert_array_equal(x, before)

    def test_relu_backward_leaves_the_caller_s_gradient_alone(self):
        """The document's writes into it and returns the same array; so does the book's own."""
        layer = Relu()
        layer.forward(np.array([[1, -0.5], [-2, 3]]))
        dout = np.ones((2, 2))
        dx = layer.backward(dout)
        np.testing.assert_array_equal(dx, [[1, 0], [0, 1]])
        np.testing.assert_array_equal(dout, np.ones((2, 2)))
        assert dx is not dout

        dout[layer.mask] = 0
        np.testing.assert_array_equal(dout, [[1, 0], [0, 1]])

    def test_relu_backward_first_says_so(self):
        """The document's raises AttributeError; with its misspelt __init__ mended, all of dout becomes 0."""
        with pytest.raises(RuntimeError, match=r"Relu\.backward needs what forward keeps; call forward first"):
            Relu().backward(np.ones((2, 2)))
        with pytest.raises(RuntimeError, match="call forward first"):
            _ = Relu().mask
        dout = np.ones((2, 2))
        dout[None] = 0
        assert not dout.any()

    def test_relu_at_0(self):
        layer = Relu()
        assert layer.forward(0.0) == 0
        assert layer.backward(1.0) == 0

    def test_sigmoid_at_0(self):
        layer = Sigmoid()
        assert (layer.forward(0.0), layer.backward(1.0)) == (0.5, 0.25)
        assert nn.sigmoid_grad(0) == 0.25

    def test_affine_of_one_sample(self):
        layer = Affine(np.random.default_rng(0).random((2, 3)), np.ones(3))
        assert layer.forward(np.array([1.0, 0.5])).shape == (3,)

    def test_bias_is_added_to_every_row(self):
        layer = Affine(np.array([[0, 0, 0], [10, 10, 10]]), np.array([1, 2, 3]))
        np.testing.assert_array_equal(layer.forward(np.eye(2)), [[1, 2, 3], [11, 12, 13]])

    def test_affine_gradients(self):
        W, x = np.arange(6.0).reshape(2, 3), np.array([[1.0, 2.0], [3.0, 4.0]])
        layer = Affine(W, np.zeros(3))
        layer.forward(x)
        dout = np.array([[1, 2, 3], [4, 5, 6]])
        np.testing.assert_array_equal(layer.backward(dout), dout @ W.T)
        np.testing.assert_array_equal(layer.dW, x.T @ dout)
        np.testing.assert_array_equal(layer.db, [5, 7, 9])

    @pytest.mark.parametrize("outputs", [2, 3])
    def test_affine_backward_of_one_sample(self, outputs):
        """The document's fails for W (2, 3); for a square W it does not fail: its dW and db become single numbers."""
        layer = Affine(np.ones((2, outputs)), np.zeros(outputs))
        x, dout = np.array([1.0, 2.0]), np.arange(1.0, outputs + 1)
        layer.forward(x)
        assert layer.backward(dout).shape == (2,)
        np.testing.assert_array_equal(layer.dW, np.outer(x, dout))
        np.testing.assert_array_equal(layer.db, dout)
        if outputs == 2:
            assert np.shape(np.dot(x.T, dout)) == np.shape(np.sum(dout, axis=0)) == ()

    def test_inference_needs_no_softmax(self):
        np.testing.assert_array_equal(softmax(SCORES).argmax(axis=1), SCORES.argmax(axis=1))

    def test_softmax_with_loss(self):
        layer = SoftmaxWithLoss()
        # the document's error adds the book's 1e-7 inside the logarithm; the layer works from the scores
        assert cross_entropy_error(softmax(SCORES), ONE_HOT) == pytest.approx(0.8557142, abs=5.1e-8)
        assert layer.forward(SCORES, ONE_HOT) == pytest.approx(0.8557142, abs=3e-7)
        assert_prints(layer.y, [Y, Y])
        dx = layer.backward()
        assert_prints(dx, [[0.00910564, 0.12259591, -0.13170154], [0.00910564, -0.37740409, 0.36829846]])
        np.testing.assert_allclose(dx.sum(axis=1), 0, atol=1e-15)
        scores = SCORES.copy()
        numeric = numerical_gradient(lambda _: layer.forward(scores, ONE_HOT), scores)
        np.testing.assert_allclose(dx, numeric, atol=1.5e-7)

    def test_softmax_with_loss_where_the_document_forgets_brackets(self):
        y = softmax(SCORES)
        wrong = y - ONE_HOT / 2
        assert_prints(wrong, [[0.01821127, 0.24519181, 0.23659691], [0.01821127, -0.25480819, 0.73659691]])
        np.testing.assert_allclose(wrong.sum(axis=1), 0.5)
        layer = SoftmaxWithLoss()
        layer.forward(SCORES, ONE_HOT)
        one_hot = layer.backward()
        layer.forward(SCORES, [2, 1])  # the document's raises, or broadcasts to (N, N)
        np.testing.assert_array_equal(layer.backward(), one_hot)

    def test_softmax_is_per_row(self):
        assert_prints(softmax(SCORES), [Y, Y])
        wrong = softmax_over_everything(SCORES)
        assert_prints(wrong, [[0.00910564, 0.12259591, 0.36829846]] * 2)
        np.testing.assert_allclose(wrong.sum(axis=1), 0.5)
        assert cross_entropy_error(wrong, ONE_HOT) == pytest.approx(1.5488611, abs=5.1e-8)

    def test_softmax_does_not_underflow_across_rows(self):
        """The largest score of the whole batch would make the other row 0/0."""
        np.testing.assert_array_equal(softmax([[0.0, 0.0], [800.0, 800.0]]), [[0.5, 0.5], [0.5, 0.5]])
        assert not softmax_over_everything(np.array([[0.0, 0.0], [800.0, 800.0]]))[0].any()


class TestTwoBugsThatCancelEachOther:
    """Trap 2: a wrong softmax and a wrong gradient that are right about each other."""

    def test_first_loss_of_ten_classes_and_a_hundred_samples(self):
        scores, labels = np.zeros((100, 10)), np.zeros(100, int)
        assert SoftmaxWithLoss().forward(scores, labels) == pytest.approx(2.3026, abs=5e-5)
        wrong = cross_entropy_error(softmax_over_everything(scores), labels)
        assert wrong == pytest.approx(6.9075, abs=2e-4)  # the 1e-7 in the logarithm costs the last digit
        assert math.log(10) + math.log(100) == pytest.approx(6.9078, abs=5e-5)

    def test_a_gradient_check_passes_and_the_other_checks_do_not(self):
        scores = np.random.default_rng(0).standard_normal((4, 3))
        t = np.eye(3)[[0, 2, 1, 1]]

        def wrong_loss(_):
            return -np.sum(t * np.log(softmax_over_everything(scores))) / 4

        y = softmax_over_everything(scores)
        wrong = y - t / 4
        numeric = numerical_gradient(wrong_loss, scores, 1e-5)
        np.testing.assert_allclose(wrong, numeric, atol=1e-9)  # consistent
        assert abs(y.sum(axis=1) - 1).min() > 0.1  # but no probabilities
        assert abs(wrong.sum(axis=1)).max() > 0.01  # and rows that do not sum to 0

    def test_a_single_sample_shows_none_of_it(self):
        layer = SoftmaxWithLoss()
        layer.forward(SCORES[:1], ONE_HOT[:1])
        np.testing.assert_allclose(layer.backward(), softmax_over_everything(SCORES[:1]) - ONE_HOT[:1] / 1)


class TestChapterThree:
    """Section 2: document 001."""

    X = np.arange(-8, 8, 0.1)

    def test_step_plot(self):
        y = step_function(self.X)
        assert (len(y), np.sum(y == 0), np.sum(y == 1)) == (160, 81, 79)
        almost_zero = self.X[np.argmin(abs(self.X))]
        assert almost_zero == pytest.approx(-2.84e-14, rel=1e-2)
        assert step_function(almost_zero) == 0

    def test_step_needs_no_alias_of_int(self):
        """The document's `np.int` is gone since NumPy 1.24."""
        assert not hasattr(np, "int")
        assert step_function(self.X).dtype == np.int64

    def test_sigmoid_plot(self):
        y = sigmoid(self.X)
        assert_prints([y[0], y[-1]], [0.00033535, 0.99962939])

    def test_matrix_product(self):
        X, W = np.arange(1, 9).reshape(2, 4), np.arange(1, 13).reshape(4, 3)
        np.testing.assert_array_equal(Affine(W, np.zeros(3)).forward(X), [[70, 80, 90], [158, 184, 210]])

    def test_three_layers(self):
        W1, b1 = np.array([[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]]), np.array([0.1, 0.2, 0.3])
        W2, b2 = np.array([[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]]), np.array([0.1, 0.2])
        W3, b3 = np.array([[0.1, 0.3], [0.2, 0.4]]), np.array([0.1, 0.2])
        a1 = Affine(W1, b1).forward(np.array([1.0, 0.5]))
        z1 = sigmoid(a1)
        a2 = Affine(W2, b2).forward(z1)
        z2 = sigmoid(a2)
        y = identity_function(Affine(W3, b3).forward(z2))
        assert_prints(a1, [0.3, 0.7, 1.1])
        assert_prints(z1, [0.57444252, 0.66818777, 0.75026011])
        assert_prints(a2, [0.51615984, 1.21402696])
        assert_prints(z2, [0.62624937, 0.7710107])
        assert_prints(y, [0.31682708, 0.69627909])

        layers = [LayerSpec.of("Affine", units=3), LayerSpec.of("Sigmoid")]
        layers += [LayerSpec.of("Affine", units=2), LayerSpec.of("Sigmoid"), LayerSpec.of("Affine", units=2)]
        network = Network(NetworkSpec((2,), layers, "IdentityWithLoss", "float64"))
        for name, value in zip(("W1", "b1", "W2", "b2", "W3", "b3"), (W1, b1, W2, b2, W3, b3), strict=True):
            network.params[name][...] = value
        np.testing.assert_array_equal(network.output([1.0, 0.5]), y)

    def test_softmax(self):
        y = softmax([0.3, 2.9, 4.0])
        assert_prints(y, Y)
        assert y.sum() == pytest.approx(1.0, abs=1e-15)
        assert y.argmax() == 2  # the third, though the text calls it the second


class TestChapterThreeAgain:
    """Section 3: document 002."""

    X = np.arange(-5, 5, 0.1)

    def test_step(self):
        np.testing.assert_array_equal(step_function(np.array([[-1, 2], [0, 2]])), [[0, 1], [0, 1]])

    def test_plots(self):
        y = sigmoid(self.X)
        assert len(y) == 100
        assert_prints([y[0], y[-1]], [0.00669285, 0.99260846])
        y = relu(self.X)
        assert np.sum(y == 0) == 51
        np.testing.assert_allclose(y[51:], np.arange(1, 50) / 10, atol=1e-12)
        assert self.X[50] == pytest.approx(-1.78e-14, rel=1e-2)

    def test_products(self):
        W = np.array([[1, 2, 3], [10, 20, 30]])
        np.testing.assert_array_equal(W @ [1, 2, 3], [14, 140])
        np.testing.assert_array_equal(Affine(W.T, np.zeros(2)).forward([1, 2, 3]), [14, 140])
        W = np.array([[1, 2, 3, 4], [10, 20, 30, 40]])
        layer = Affine(W, np.zeros(4))
        np.testing.assert_array_equal(layer.forward([10, 20]), [210, 420, 630, 840])
        batch = layer.forward([[10, 20]])  # two dimensions in, two out: that is all that dot and matmul differ in here
        np.testing.assert_array_equal(batch, [[210, 420, 630, 840]])
        for b1, first in ((1, 211), (10, 220)):  # the bias that the document never adds
            assert Affine(W, np.full(4, b1)).forward([10, 20])[0] == first

    @pytest.mark.parametrize("X", [[1, 2], [[1, 2]]])
    def test_first_layer(self, X):
        a = Affine(np.array([[0.1, 0.2, 0.3], [0.5, 0.6, 0.3]]), np.ones(3)).forward(X)
        assert_prints(a, np.reshape([2.1, 2.4, 1.9], a.shape))
        assert a.shape == (*np.shape(X)[:-1], 3)
        z = sigmoid(a)
        assert_prints(z, np.reshape([0.89090318, 0.9168273, 0.86989153], a.shape))
        # the document gives W2 and b2 and never uses them
        a2 = Affine(np.array([[0.1], [0.2], [0.3]]), np.array([0.1])).forward(z)
        np.testing.assert_allclose(a2, np.full(a2.shape, 0.6334232363), atol=5.1e-11)
        np.testing.assert_allclose(sigmoid(a2), np.full(a2.shape, 0.6532652649), atol=5.1e-11)

    def test_softmax(self):
        assert_prints(np.exp([1, 2, 3]), [2.71828183, 7.3890561, 20.08553692])
        assert_prints(softmax([1, 2, 3]), [0.09003057, 0.24472847, 0.66524096])

    def test_softmax_does_not_overflow(self):
        x = np.array([1000, 1001, 2000])
        with pytest.warns(RuntimeWarning, match="overflow encountered in exp"):
            e = np.exp(x)
        assert np.isinf(e).all()
        with pytest.warns(RuntimeWarning, match="invalid value encountered in (true_)?divide"):
            assert np.isnan(e / e.sum()).all()
        np.testing.assert_array_equal(softmax(x), [0, 0, 1])

    def test_stable_softmax(self):
        e = np.exp(np.array([0, -10, -20]))
        np.testing.assert_allclose(e, [1, 4.53999298e-05, 2.06115362e-09], rtol=1e-8)
        np.testing.assert_allclose(
            softmax([1010, 1000, 990]), [9.99954600e-01, 4.53978686e-05, 2.06106005e-09], rtol=2e-9
        )

    def test_softmax_is_not_per_column(self):
        x = np.array([[1.0, 2.0, 3.0]] * 2)
        e = np.exp(x)
        np.testing.assert_allclose(e / np.sum(e, 0), 0.5)  # the document's np.sum(exp_x, 0)
        np.testing.assert_allclose(softmax(x).sum(axis=1), 1)

    def test_mnist(self):
        (x, t), (x_test, t_test) = load_mnist(one_hot_label=True)
        assert (x.shape, x_test.shape, t.shape, t_test.shape) == ((60000, 784), (10000, 784), (60000, 10), (10000, 10))
        xs, ts = Batches(x_test, t_test).next_batch(100)
        assert (xs.shape, ts.shape) == ((100, 784), (100, 10))


class TestWhichActivationsWereApplied:
    """Trap 1: the scrape lost the products, but the printed result tells that every sigmoid is applied."""

    def network(self, *hidden):
        layers = []
        for units, activation in zip((2, 3), hidden, strict=True):
            layers += [LayerSpec.of("Affine", units=units), LayerSpec.of(activation)]
        layers += [LayerSpec.of("Affine", units=1), LayerSpec.of("Sigmoid")]
        network = Network(NetworkSpec((3,), layers, "IdentityWithLoss", "float64"))
        for name, value in {
            "W1": [[0.3, 0.1], [0.6, 0.1], [0.5, 0.2]],
            "b1": [1, 1],
            "W2": [[0.1, 0.1, 0.5], [0.8, 0.3, 0.2]],
            "b2": [0.1, 0.4, 0.5],
            "W3": [[0.3], [0.1], [0.4]],
            "b3": [0.5],
        }.items():
            network.params[name][...] = value
        return network

    @pytest.mark.parametrize(
        ("hidden", "printed"),
        [
            (("Sigmoid", "Sigmoid"), 0.7461467357),
            (("Identity", "Identity"), 0.8624749473),
            (("Sigmoid", "Identity"), 0.7808801625),
            (("Identity", "Sigmoid"), 0.7630006205),
        ],
    )
    def test_output(self, hidden, printed):
        assert self.network(*hidden).predict([1, 1, 1])[0] == pytest.approx(printed, abs=5.1e-11)

    @pytest.mark.parametrize("X", [[1, 1, 1], [[1, 1, 1]]])
    def test_every_layer_as_printed(self, X):
        network, x = self.network("Sigmoid", "Sigmoid"), np.array(X, float)
        printed = [
            [2.4, 1.4],
            [0.9168273, 0.80218389],
            [0.83342984, 0.7323379, 1.11885043],
            [0.69707966, 0.6753181, 0.75377542],
            [1.07816588],
            [0.74614674],
        ]
        for layer, values in zip(network.layers.values(), printed, strict=True):
            x = layer.forward(x)
            assert_prints(x, np.reshape(values, x.shape))
        assert x.shape == (*np.shape(X)[:-1], 1)


class TestSigmoidLayer:
    """Section 4: document 003."""

    @pytest.mark.parametrize(
        ("x", "forwards", "backwards"),
        [
            (0, [0, 1, 2, 0.5], [-0.25, -0.25, -0.25, 0.25]),
            (1, [-1, 0.36787944, 1.36787944, 0.73105858], [-0.53444665, -0.53444665, -0.19661193, 0.19661193]),
            (5, [-5, 0.00673795, 1.00673795, 0.99330715], [-0.98665909, -0.98665909, -0.00664806, 0.00664806]),
        ],
    )
    def test_graph(self, x, forwards, backwards):
        layer, source = Sigmoid(), variable("x")
        output = layer.graph(source, {})
        circles = [node for node in topological_order(output) if node.operation]
        assert [node.operation.symbol for node in circles] == ["×(-1)", "exp", "+", "/"]
        values = evaluate(output, {"x": np.array(float(x))})
        gradients = backpropagate(output, values, np.array(1.0))
        assert_prints([values[node] for node in circles], forwards)
        flowing = [gradients[node] for node in (*reversed(circles[:-1]), source)]
        assert_prints(flowing, backwards)
        assert_prints([layer.forward(x), layer.backward(1.0)], [forwards[-1], backwards[-1]])

    def test_array(self):
        layer = Sigmoid()
        y = layer.forward(np.array([24, 32, 5]))
        assert str(np.round(y, 8)) == "[1.         1.         0.99330715]"
        np.testing.assert_allclose(
            y, [0.9999999999622486, 0.9999999999999873, 0.9933071490757153], rtol=0, atol=1.2e-16
        )
        np.testing.assert_allclose(layer.backward(np.ones(3)), [3.775e-11, 1.266e-14, 6.648e-3], rtol=5e-4)

    def test_only_y_is_needed(self):
        """Why y is stored and not x: the derivative is y (1 - y)."""
        layer = Sigmoid()
        y = layer.forward(np.array([0.3, -2.0]))
        np.testing.assert_allclose(layer.backward(np.ones(2)), y * (1 - y), rtol=1e-15)

    @pytest.mark.parametrize(("dtype", "limit", "one"), [("float64", -709.78, 37), ("float32", -88.72, 17)])
    def test_limits(self, dtype, limit, one):
        for x in (limit - 0.1, -1000):
            with pytest.warns(RuntimeWarning, match="overflow encountered in exp"):
                assert 1 / (1 + np.exp(-np.array([x], dtype))) == 0
            assert sigmoid(np.array([x], dtype)) == 0
        np.exp(-np.array([limit + 0.1], dtype))  # no warning yet
        assert sigmoid(np.array([one], dtype)) == 1


class TestAffineOfTensors:
    """Section 5: document 004."""

    def test_image_shaped_input(self):
        rng = np.random.default_rng(0)
        layer = Affine(rng.standard_normal((12, 3)), np.zeros(3))
        x = rng.standard_normal((2, 3, 2, 2))
        y = layer.forward(x)
        assert y.shape == (2, 3)
        np.testing.assert_array_equal(y, x.reshape(2, 12) @ layer.W)
        assert layer.backward(np.ones((2, 3))).shape == (2, 3, 2, 2)
        assert layer.dW.shape == (12, 3)
        np.testing.assert_array_equal(layer.db, [2, 2, 2])

    def test_one_sample_is_no_column(self):
        """The document's reshape makes (2, 1) of (2,) and then cannot multiply."""
        with pytest.raises(ValueError, match="shapes"):
            np.dot(np.ones(2).reshape(2, -1), np.ones((2, 3)))
        assert Affine(np.ones((2, 3)), np.zeros(3)).forward(np.ones(2)).shape == (3,)

    @pytest.mark.parametrize("t", [ONE_HOT, [2, 1]], ids=["one-hot", "labels"])
    def test_softmax_with_loss(self, t):
        layer = SoftmaxWithLoss()
        layer.forward(SCORES, t)
        assert_prints(layer.backward(), [[0.00910564, 0.12259591, -0.13170154], [0.00910564, -0.37740409, 0.36829846]])

    @pytest.mark.parametrize("t", [[0, 1, 0], 1], ids=["one-hot", "label"])
    def test_one_sample_is_divided_by_1(self, t):
        layer = SoftmaxWithLoss()
        layer.forward(SCORES[0], t)
        right = layer.backward()
        np.testing.assert_allclose(right, Y - [0, 1, 0], atol=1e-8)
        assert_prints((softmax(SCORES[0]) - [0, 0, 1]) / 3, [0.00607042, 0.0817306, -0.08780103])
        layer.forward(SCORES[0], [0, 0, 1])
        assert_prints(layer.backward(), [0.01821127, 0.24519181, -0.26340309])

    def test_identity_and_sum_of_squares(self):
        layer, y, t = IdentityWithLoss(), np.array([0.3, 0.4]), np.array([0, 1])
        layer.forward(y, t)
        np.testing.assert_allclose(layer.backward(), [0.3, -0.6], atol=1e-15)
        numeric = numerical_gradient(lambda y: sum_squared_error(y, t), y)
        np.testing.assert_allclose(numeric, [0.3, -0.6], atol=1e-10)


class TestNumbersOfTheBook:
    """Section 6."""

    def test_apples(self):
        apple, number, tax = (variable(name) for name in ("apple", "number", "tax"))
        price = multiply(multiply(apple, number), tax)
        values = evaluate(price, {"apple": np.array(100.0), "number": np.array(2.0), "tax": np.array(1.1)})
        gradients = backpropagate(price, values, np.array(1.0))
        assert values[price] == pytest.approx(220)
        np.testing.assert_allclose([gradients[node] for node in (apple, number, tax)], [2.2, 110, 200])

    def test_apples_and_oranges(self):
        names = ("apple", "apples", "orange", "oranges", "tax")
        apple, apples, orange, oranges, tax = (variable(name) for name in names)
        price = multiply(add(multiply(apple, apples), multiply(orange, oranges)), tax)
        given = dict(zip(names, map(np.array, (100.0, 2.0, 150.0, 3.0, 1.1)), strict=True))
        values = evaluate(price, given)
        gradients = backpropagate(price, values, np.array(1.0))
        assert values[price] == pytest.approx(715)
        flowing = [gradients[node] for node in (apple, apples, orange, oranges, tax)]
        np.testing.assert_allclose(flowing, [2.2, 110, 3.3, 165, 650])

    def test_simple_net(self):
        W = np.array([[0.47355232, 0.9977393, 0.84668094], [0.85557411, 0.03563661, 0.69422093]])
        layer, loss, x, t = Affine(W, np.zeros(3)), SoftmaxWithLoss(), np.array([0.6, 0.9]), np.array([0, 0, 1])
        scores = layer.forward(x)
        assert_prints(scores, [1.05414809, 0.63071653, 1.1328074])
        # the book's loss has 1e-7 in its logarithm
        assert cross_entropy_error(softmax(scores), t) == pytest.approx(0.9280682857864075, abs=1e-15)
        assert loss.forward(scores, t) == pytest.approx(0.92806853, abs=5e-8)
        layer.backward(loss.backward())
        dW = [[0.21924763, 0.14356247, -0.36281009], [0.32887144, 0.2153437, -0.54421514]]
        assert_prints(layer.dW, dW)
        numeric = numerical_gradient(lambda _: cross_entropy_error(softmax(x @ W), t), W)
        np.testing.assert_allclose(numeric, dW, atol=1.5e-7)

    def test_errors(self):
        t = [0, 0, 1, 0, 0, 0, 0, 0, 0, 0]
        likely, unlikely = [0.1, 0.05, 0.6, 0, 0.05, 0.1, 0, 0.1, 0, 0], [0.1, 0.05, 0.1, 0, 0.05, 0.1, 0, 0.6, 0, 0]
        assert sum_squared_error(likely, t) == pytest.approx(0.0975)
        assert sum_squared_error(unlikely, t) == pytest.approx(0.5975)
        assert cross_entropy_error(likely, t) == pytest.approx(0.510825457, abs=5e-10)
        assert cross_entropy_error(unlikely, t) == pytest.approx(2.302584093, abs=1e-9)

    def test_first_label(self):
        (_, t), _ = load_mnist()
        assert t[0] == 5

    def test_quirks_of_the_book_that_are_not_taken_over(self):
        assert nn.relu_grad(0) == 0  # the book's function says 1 at 0, its layer 0
        x = np.ones((2, 4))
        np.testing.assert_array_equal(nn.Dropout(0.5).forward(x), x)  # the book's shrinks at prediction
        epsilon = {option.name: option.default for option in nn.BatchNormalization.options}["epsilon"]
        assert epsilon == 10e-7  # the book's number, written as it is meant
