"""Expressions as a person types them: what they come to, what is refused, and what is said then."""

from __future__ import annotations

import numpy as np
import pytest

from nn.expressions import Expression, Unavailable, no_such_name
from nn.messages import Message

VALUES = {
    "x": np.array([[1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0]]),
    "W1": np.arange(1.0, 13.0).reshape(4, 3),
    "dW1": np.full((4, 3), -0.5, np.float32),
    "a1.1": np.ones(3),
    "lr": 0.1,
}


def look_up(name):
    if name not in VALUES:
        raise Unavailable(no_such_name(name, VALUES))
    return VALUES[name]


def value(text):
    return Expression.parse(text).value(look_up)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dot([[1, 2, 3], [10, 20, 30]], [1, 2, 3])", [14, 140]),
        ("dot([10, 20], [[1, 2, 3, 4], [10, 20, 30, 40]])", [210, 420, 630, 840]),
        ("[[10, 20]] @ [[1, 2, 3, 4], [10, 20, 30, 40]]", [[210, 420, 630, 840]]),
        ("sigmoid([1, 2] @ [[.1, .2, .3], [.5, .6, .3]] + 1)", [0.8909031788, 0.9168273035, 0.8698915256]),
        ("[1, -2, 3, -4, 5] * ([1, -2, 3, -4, 5] > 0)", [1, 0, 3, 0, 5]),
        ("([[-1, 2], [0, 2]] > 0).astype(int)", [[0, 1], [0, 1]]),
        ("exp([1010, 1000, 990] - max([1010, 1000, 990]))", [1, 4.53999298e-05, 2.06115362e-09]),
        ("cross_entropy(softmax([[.3, 2.9, 4.0], [.3, 2.9, 4.0]]), [[0, 0, 1], [0, 1, 0]])", 0.8557140),
        ("max(abs(dW1))", 0.5),
        ("norm([3, 4]) / norm([1e200, 0]) * 1e200", 5),
        ("np.dot(x, W1)", [[70, 80, 90], [158, 184, 210]]),
        ("x.dot(W1) == x @ W1", np.ones((2, 3))),
        ("x.sum(axis=0) + np.sum(x, axis=-1, keepdims=True)", [[16, 18, 20, 22], [32, 34, 36, 38]]),
        ("x.shape", (2, 4)),
        ("reshape(x, x.T.shape).shape == (4, 2)", True),
        ("W1[-1] + W1[1:3, 0][0] + W1[::2, :1].size", [16, 17, 18]),
        ("x[x > 6]", [7, 8]),
        ("x[(x > 2) & ~(x > 6)]", [3, 4, 5, 6]),
        ("x[[1, 0], :, None][0, ..., 0]", [5, 6, 7, 8]),
        ("where(x > 6, x, 0).sum()", 15),
        ("a1.1 + 1", [2, 2, 2]),
        ("round(pi, 2)", 3.14),
        ("zeros((2, 3)).shape == ones(2, 3).shape", True),
        ("arange(5)[::-1]", [4, 3, 2, 1, 0]),
        ("dead([[0, 1], [-1, 2]])", 0.5),
        ("nan([nan, 1, inf])", 2),
        ("count(x > 6)", 2),
        ("1 / 0", np.inf),
        ("2 ** 100", 2.0**100),
        ("2 ** -1", 0.5),
        ("-relu([-2.0, 3.0])", [0, -3]),
        ("exp([1000.0]) / exp([1000.0])", [np.nan]),
    ],
)
def test_it_computes_what_numpy_and_the_book_would(text, expected):
    got = value(text)
    assert np.shape(got) == np.shape(expected)
    np.testing.assert_allclose(got, expected, rtol=1e-6)


def test_types_are_those_of_numpy():
    kinds = {text: str(value(text).dtype) for text in ("dW1 * 2", "(1 / 2) * dW1", "x > 1", "[1, 2]", "float32(x)")}
    assert list(kinds.values()) == ["float32", "float32", "bool", "int64", "float32"]


def test_it_knows_the_names_it_needs():
    assert Expression.parse("dot(x, W1) + lr * mean(a1.1, axis=0) + np.pi").names == {"x", "W1", "lr", "a1.1"}
    assert Expression.parse("x.astype(int)").names == {"x"}


def test_an_answer_tells_the_shapes_of_its_parts():
    answer = Expression.parse("dot([[1, 2, 3], [10, 20, 30]], [1, 2, 3])").answer(look_up)
    assert answer.value.tolist() == [14, 140]
    assert [(part.text, part.shape) for part in answer.parts] == [
        ("[[1, 2, 3], [10, 20, 30]]", (2, 3)),
        ("[1, 2, 3]", (3,)),
    ]
    answer = Expression.parse("norm(dW1) / norm(W1) + 2 ** -1").answer(look_up)
    assert [part.text for part in answer.parts] == ["dW1", "norm(dW1)", "W1", "norm(W1)", "norm(dW1) / norm(W1)"]
    assert answer.parts[1].number == pytest.approx(np.sqrt(3))
    assert answer.parts[0].dtype == "float32"
    assert Expression.parse("dW1").answer(look_up).parts == ()


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os')", "x.__class__", "x.tofile", "x.T.base", "open(1)", "().__class__", "'text'", "b'1'",
        "lambda: 1", "[each for each in x]", "x if lr else W1", "x and lr", "not x", "1 << 99", "x in W1", "sum(*x)",
        "sum(x, **x)", "(x := 1)", "x = 1", "import os", "1; 2", "", "1 +", "f'{x}'", "1j", "...", "None", "{1: 2}",
        "x.astype(str)", "x.astype('O')", "zeros(2, dtype=object)", "np.load(1)", "np.linalg.norm(x)", "x.T()(1)",
        "sum(x, axis=lr)", "x.sum", "dot(x)", "1 < lr < 2", "x[lambda: 1]", "x[:, x if 1 else 2]",
        "(" * 250 + "1" + ")" * 250, "-" * 900 + "1", "1" * 2000, "[" * 60 + "]" * 60, "+".join("x" * 500), "\0",
        "\ud800", "abs(" * 45 + "1" + ")" * 45,
    ],
)  # fmt: skip
def test_it_refuses_what_is_more_than_arithmetic(text):
    with pytest.raises(ValueError) as refused:  # noqa: PT011 - the messages differ; other tests read them
        Expression.parse(text)
    assert isinstance(refused.value.args[0], Message)


@pytest.mark.parametrize(
    "text",
    [
        "zeros(100000, 100000)", "ones((9 ** 9, 9 ** 9))", "arange(1e15)", "arange(0, 1, 1e-300)", "eye(10 ** 9)",
        "linspace(0, 1, 10 ** 12)", "outer(arange(10 ** 5), arange(10 ** 5))", "x[zeros(10 ** 7, dtype=int)]",
        "zeros(1000, 1) * zeros(1, 10 ** 6)", "zeros(3000, 1000) @ zeros(1000, 3000)",
        "zeros(2000, 1) @ zeros(1, 10000)",
        "zeros(1000, 1000)[:, None, None] + zeros(1000, 1000)", "-zeros(10 ** 6) + " * 6 + "1",
        "zeros(1000, 1000)[:, zeros(10 ** 5, dtype=int)]", "zeros(10 ** 400)", "zeros(-1)", "zeros(1.5)", "zeros(nan)",
        "linspace(zeros(10 ** 5), 1, 1000)", "arange(nan)", "arange(0, inf)", "arange(0, 1, 0)", "arange(x)", "eye(x)",
    ],
)  # fmt: skip
def test_what_would_take_too_much_is_refused_before_it_is_made(text):
    with pytest.raises(Unavailable) as refused:
        value(text)
    assert isinstance(refused.value.args[0], Message)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("dw1", "There is no dw1 here; did you mean dW1?"),
        ("max(abs(dW2))", "There is no dW2 here; did you mean dW1?"),
        ("q", "There is no q here; there are x, W1, dW1, lr, a1.1."),
        ("maxx(x)", "There is no function maxx; did you mean max?"),
        ("zzz(1)", "There is no function zzz; there are dot, sum, max,"),
        ("x * W1", "x * W1: x has shape (2, 4), W1 has (4, 3); did you mean x @ W1?"),
        ("x + W1", "x + W1: x has shape (2, 4), W1 has (4, 3)"),
        ("x @ W1.T", "x @ W1.T: x has shape (2, 4), W1.T has (3, 4); with W1 it works"),
        ("dot(x, x)", "dot(x, x): x has shape (2, 4), x has (2, 4); with x.T it works"),
        ("dot(x, [1, 2, 3])", "the 4 columns of the first must meet as many rows, not 3"),
        ("lr @ x", "a single number is multiplied with *"),
        ("W1[4, 0]", "W1[4, 0]: there is no such place; the shape is (4, 3), counted from 0"),
        ("W1[0, 0, 0]", "W1[0, 0, 0]: 3 places, but the shape is (4, 3): at most 2"),
        ("lr[0]", "this is a single number; leave the brackets away"),
        ("x[W1 > 1]", "the mask has shape (4, 3), the array (2, 4)"),
        ("x[0.5]", "places are whole numbers or true and false, not float64"),
        ("sum(x, axis=2)", "sum(x, axis=2): x has shape (2, 4); its axes are 0, 1"),
        ("[[1, 2], [3]]", "The rows of a list are equally long; here are (2,), (1,)"),
        ("(x > 1) - (x > 2)", "(x > 1) - (x > 2): numpy boolean subtract"),
        ("x[-1:1.5]", "float"),
    ],
)
def test_what_cannot_be_computed_says_why_and_the_way_out(text, told):
    with pytest.raises((ValueError, Unavailable)) as refused:
        value(text)
    assert told in str(refused.value.args[0])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("x.data", ".data is not known; known: .T, .ndim, .shape, .size"),
        ("x = 3", "compare with =="),
        ("1 < x < 2", "write (a < b) & (b < c)"),
        ("x and lr", "write (a > 0) & (b > 0)"),
        ("1 << 2", "use + - * / ** @ < > =="),
        ("1 +", "write one such as W1[0, 1]"),
        ("sum(x, axes=0)", "sum has no axes=; it has axis=, keepdims="),
        ("dot(x)", "dot takes 2 values, here are 1"),
        ("astype(x, y)", "y is no type here; known: int, bool, float"),
    ],
)
def test_a_refusal_says_what_is_allowed(text, told):
    with pytest.raises(ValueError) as refused:  # noqa: PT011 - the message is what is looked at
        Expression.parse(text)
    assert told in str(refused.value)


def test_a_name_that_stands_for_no_number_is_refused():
    with pytest.raises(Unavailable, match="label is no number"):
        Expression.parse("label + 1").value({"label": "seven"}.__getitem__)
