"""The elementary nodes of the computational graph, each for itself."""

from __future__ import annotations

import numpy as np
import pytest

from nn import Relu, graph, numerical_gradient
from nn.graph import backpropagate, evaluate, topological_order, variable

A = np.array([[0.5, -1.5, 2.0], [-0.25, 3.0, 1.25]])
POSITIVE = abs(A) + 0.1
COLUMN = np.array([[2.0], [-3.0]])
IMAGES = np.arange(12.0).reshape(2, 2, 3) - 5.5
W = np.array([[1.0, -2.0], [0.5, 0.25], [3.0, -1.0]])

NODES = {
    "negate": (graph.negate, [A], -A, "×(-1)"),
    "exp": (graph.exp, [A], np.exp(A), "exp"),
    "log": (graph.log, [POSITIVE], np.log(POSITIVE), "log"),
    "tanh": (graph.tanh, [A], np.tanh(A), "tanh"),
    "sin": (graph.sin, [A], np.sin(A), "sin"),
    "cos": (graph.cos, [A], np.cos(A), "cos"),
    "arctan": (graph.arctan, [A], np.arctan(A), "arctan"),
    "square_root": (graph.square_root, [POSITIVE], np.sqrt(POSITIVE), "√"),
    "abs": (graph.abs, [A], abs(A), "abs"),
    "reciprocal": (graph.reciprocal, [A], 1 / A, "/"),
    "add": (graph.add, [A, POSITIVE], A + POSITIVE, "+"),
    "add a row": (graph.add, [A, A[0]], A + A[0], "+"),
    "add a column": (graph.add, [A, COLUMN], A + COLUMN, "+"),
    "add a number": (lambda x: graph.add(x, 2.0), [A], A + 2, "+"),
    "subtract": (graph.subtract, [A, POSITIVE], A - POSITIVE, "+"),
    "subtract a column": (graph.subtract, [A, COLUMN], A - COLUMN, "+"),
    "multiply": (graph.multiply, [A, POSITIVE], A * POSITIVE, "×"),
    "multiply by a row": (graph.multiply, [A, A[1]], A * A[1], "×"),
    "multiply by a column": (graph.multiply, [A, COLUMN], A * COLUMN, "×"),
    "multiply by itself": (lambda x: graph.multiply(x, x), [A], A * A, "×"),
    "greater": (lambda x: graph.greater(x, 1.0), [A], A > 1, ">"),
    "minimum": (lambda x: graph.minimum(x, 1.0), [A], np.minimum(A, 1), "min"),
    "minimum of a row": (graph.minimum, [A, A[0] + 0.125], np.minimum(A, A[0] + 0.125), "min"),
    "maximum": (graph.maximum, [A, POSITIVE], np.maximum(A, POSITIVE), "max"),
    "maximum of a row": (graph.maximum, [A, A[0] - 0.125], np.maximum(A, A[0] - 0.125), "max"),
    "maximum of a column": (graph.maximum, [A, COLUMN + 0.125], np.maximum(A, COLUMN + 0.125), "max"),
    "maximum with a number": (lambda x: graph.maximum(x, 1.0), [A], np.maximum(A, 1), "max"),
    "flatten": (graph.flatten, [IMAGES], IMAGES.reshape(2, 6), "flatten"),
    "unflatten": (lambda x: graph.unflatten(x, (3, 1)), [A], A.reshape(2, 3, 1), "unflatten"),
    "dot": (graph.dot, [A, W], A @ W, "dot"),
    "dot of a row": (graph.dot, [A[0], W], A[0] @ W, "dot"),
    "total": (graph.total, [A], A.sum(), "Σ"),
    "total of each row": (lambda x: graph.total(x, axis=-1), [A], A.sum(axis=1, keepdims=True), "Σ"),
    "total of each column": (lambda x: graph.total(x, axis=0), [A], A.sum(axis=0, keepdims=True), "Σ"),
    "largest": (graph.largest, [A], A.max(axis=1, keepdims=True), "max"),
}


@pytest.mark.parametrize("name", NODES)
def test_value_and_gradients(name):
    build, inputs, wanted, symbol = NODES[name]
    inputs = [np.array(x) for x in inputs]
    sources = [variable(f"x{i}") for i in range(len(inputs))]
    output = build(*sources)
    named = {source.name: x for source, x in zip(sources, inputs, strict=True)}
    values = evaluate(output, named)
    np.testing.assert_allclose(values[output], wanted, rtol=1e-15)
    assert output.operation.symbol == symbol

    dout = np.random.default_rng(0).standard_normal(np.shape(wanted))
    gradients = backpropagate(output, values, dout)
    for source, x in zip(sources, inputs, strict=True):
        numeric = numerical_gradient(lambda _: np.sum(evaluate(output, named)[output] * dout), x, 1e-6)
        assert gradients[source].shape == x.shape
        np.testing.assert_allclose(gradients[source], numeric, atol=1e-7)


def test_gradients_of_the_largest_are_shared_among_equals():
    x = variable("x")
    output = graph.largest(x)
    values = evaluate(output, {"x": np.array([[2.0, 1.0, 2.0]])})
    np.testing.assert_array_equal(backpropagate(output, values, np.ones((1, 1)))[x], [[0.5, 0, 0.5]])


def gradients_at(build, *numbers):
    sources = [variable(f"x{i}") for i in range(len(numbers))]
    output = build(*sources)
    values = evaluate(output, {f"x{i}": np.array([number]) for i, number in enumerate(numbers)})
    found = backpropagate(output, values, np.ones(1))
    return [found[source].item() for source in sources]


@pytest.mark.parametrize("x", [-2.0, 0.0, 2.0])
def test_maximum_and_abs_are_made_of_the_books_relu_at_0_too(x):
    assert gradients_at(lambda x: graph.maximum(x, 0.0), x) == [relu_gradient(x)]
    assert gradients_at(graph.abs, x) == [relu_gradient(x) - relu_gradient(-x)]


def relu_gradient(x):
    layer = Relu()
    layer.forward(np.array([x]))
    return layer.backward(np.ones(1)).item()


@pytest.mark.parametrize("numbers", [(1.0, 2.0), (2.0, 1.0), (1.5, 1.5)])
def test_the_larger_and_the_smaller_add_up_to_the_sum_with_its_gradients(numbers):
    both = gradients_at(lambda x, y: graph.add(graph.maximum(x, y), graph.minimum(x, y)), *numbers)
    assert both == gradients_at(graph.add, *numbers) == [1, 1]


def test_where_two_are_equal_the_second_is_the_larger_and_the_first_the_smaller():
    assert gradients_at(graph.maximum, 1.5, 1.5) == [0, 1]
    assert gradients_at(graph.minimum, 1.5, 1.5) == [1, 0]


def test_nothing_flows_back_through_a_shift():
    x = variable("x")
    output = graph.shift(x)
    values = evaluate(output, {"x": A})
    np.testing.assert_array_equal(values[output], A.max(axis=1, keepdims=True))
    np.testing.assert_array_equal(backpropagate(output, values, np.ones((2, 1)))[x], 0)


def test_where_nothing_flows_the_steepest_slope_lets_nothing_through():
    """In float32 exp(100) is infinite; a saturated sigmoid has the gradient 0 all the same, and no NaN."""
    x = variable("x")
    output = graph.reciprocal(graph.add(graph.exp(graph.negate(x)), 1.0))
    with np.errstate(over="ignore", invalid="ignore"):
        values = evaluate(output, {"x": np.array([-100, 0, 100], np.float32)})
        gradient = backpropagate(output, values, np.ones(3, np.float32))[x]
    np.testing.assert_allclose(gradient, [0, 0.25, 0], atol=1e-40)


@pytest.mark.parametrize("name", NODES)
def test_every_number_knows_where_it_comes_from_and_where_it_goes(name):
    """Sources and uses of single numbers give the same results and gradients as whole arrays."""
    build, inputs, _, _ = NODES[name]
    sources = [variable(f"x{i}") for i in range(len(inputs))]
    output = build(*sources)
    values = evaluate(output, {f"x{i}": x for i, x in enumerate(inputs)})
    dout = np.random.default_rng(0).standard_normal(values[output].shape)
    arrays, operation = tuple(values[source] for source in output.inputs), output.operation
    gradients = operation.backward(dout, arrays, values[output])
    for index in np.ndindex(values[output].shape):
        places = operation.sources(index, arrays, values[output])
        taken = [array.ravel()[place] for array, place in zip(arrays, places, strict=True)]
        value = taken[0] if "flatten" in operation.symbol else operation.forward(*taken)
        np.testing.assert_allclose(value, values[output][index], rtol=1e-12)
    for position, array in enumerate(arrays):
        for index in np.ndindex(array.shape):
            uses = operation.uses(position, index, arrays, values[output])
            slopes = operation.slopes_at(position, uses, arrays, values[output])
            np.testing.assert_allclose(np.sum(dout.ravel()[uses[0]] * slopes), gradients[position][index], atol=1e-12)
            assert all(place[0] in range(other.size) for place, other in zip(uses[1], arrays, strict=True))


def test_a_value_used_twice_gets_both_gradients():
    x = variable("x")
    output = graph.add(graph.multiply(x, 3.0), graph.exp(x))
    values = evaluate(output, {"x": np.array(0.0)})
    assert backpropagate(output, values, np.array(1.0))[x] == 4


def test_local_derivatives_are_those_of_the_book():
    """What a view of the graph shows beside each circle: upstream times local is downstream."""
    x = variable("x")
    output = graph.reciprocal(graph.add(graph.exp(graph.negate(x)), 1.0))
    values = evaluate(output, {"x": np.array([0.3])})
    gradients = backpropagate(output, values, np.array([1.0]))
    for node in topological_order(output):
        if node.operation:
            inputs = tuple(values[source] for source in node.inputs)
            local = node.operation.local(inputs, values[node])
            assert len(local) == len(inputs)
            np.testing.assert_allclose(gradients[node.inputs[0]], gradients[node] * local[0])


@pytest.mark.parametrize("name", NODES)
def test_every_node_knows_its_local_derivatives(name):
    build, inputs, _, _ = NODES[name]
    sources = [variable(f"x{i}") for i in range(len(inputs))]
    output = build(*sources)
    values = evaluate(output, {f"x{i}": x for i, x in enumerate(inputs)})
    inputs = tuple(values[source] for source in output.inputs)
    assert len(output.operation.local(inputs, values[output])) == len(inputs)


def test_order_is_inputs_first_and_each_node_once():
    x, y = variable("x"), variable("y")
    product = graph.multiply(x, y)
    output = graph.add(product, product)
    assert topological_order(output) == (x, y, product, output)


def test_a_variable_without_a_value_is_refused():
    with pytest.raises(KeyError, match="y"):
        evaluate(graph.add(variable("x"), variable("y")), {"x": A})


def test_constants_keep_the_dtype_of_the_variables():
    x = variable("x")
    output = graph.multiply(graph.add(x, 0.1), graph.constant(np.float64(3), "factor"))
    values = evaluate(output, {"x": np.ones(2, np.float32)})
    assert values[output].dtype == np.float32
    assert [node.name for node in topological_order(output) if node.value is not None] == ["", "factor"]


def test_arguments_are_untouched():
    x, kept = A.copy(), A.copy()
    x.flags.writeable = False
    source = variable("x")
    output = graph.exp(graph.multiply(source, source))
    values = evaluate(output, {"x": x})
    dout = np.ones_like(A)
    dout.flags.writeable = False
    backpropagate(output, values, dout)
    np.testing.assert_array_equal(x, kept)
