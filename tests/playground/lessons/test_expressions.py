from __future__ import annotations

import numpy as np
import pytest

from playground.lessons.expressions import Expression, Unavailable

VALUES = {
    "x": np.array([[1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0]]),
    "W1": np.arange(1.0, 13.0).reshape(4, 3),
    "lr": 0.1,
}


def value(text):
    return Expression.parse(text).value(VALUES.__getitem__)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dot(x, W1)", [[70, 80, 90], [158, 184, 210]]),
        ("x @ W1", [[70, 80, 90], [158, 184, 210]]),
        ("x.shape", (2, 4)),
        ("W1.T.shape", (3, 4)),
        ("W1[0, 1]", 2),
        ("W1[-1]", [10, 11, 12]),
        ("W1[1:3, 0]", [4, 7]),
        ("W1[::2, 0]", [1, 7]),
        ("sigmoid(0)", 0.5),
        ("sum(softmax([1, 2, 3]))", 1),
        ("-relu([-2.0, 3.0])", [0, -3]),
        ("(1 + 2) * 4 / 8 - 1", 0.5),
        ("[1, 2] + [3, 4]", [4, 6]),
        ("count(x > 6)", 2),
        ("lr == 0.1", True),
        ("exp([1000.0]) / exp([1000.0])", [np.nan]),
    ],
)
def test_it_computes_what_numpy_would(text, expected):
    np.testing.assert_allclose(value(text), expected, rtol=1e-15)


def test_it_knows_the_names_it_needs():
    assert Expression.parse("dot(x, W1) + lr * mean(x)").names == {"x", "W1", "lr"}


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os')",
        "x.__class__",
        "x.tofile",
        "open(1)",
        "().__class__",
        "'text'",
        "lambda: 1",
        "[each for each in x]",
        "9 ** 9 ** 9",
        "x if lr else W1",
        "x and lr",
        "not x",
        "~x",
        "1 << 99",
        "x in W1",
        "sum(x, axis=0)",
        "sum(*x)",
        "(x := 1)",
        "",
        "1 +",
        "(" * 500,
    ],
)
def test_it_refuses_what_is_more_than_arithmetic(text):
    with pytest.raises(ValueError):  # noqa: PT011 - the messages differ; the next tests read them
        Expression.parse(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("x.data", r"\.data is not known in a lesson; known: \.T, \.ndim, \.shape, \.size"),
        ("cosh(1)", r"function 'cosh' is not known in a lesson; known: abs, argmax, "),
        ("2 ** 3", r"'2 \*\* 3' uses an operation that lessons do not have; use \+ - \* / @"),
        ("1 +", r"'1 \+' is no expression; write one such as W1\[0, 1\]"),
    ],
)
def test_a_refusal_says_what_is_allowed(text, told):
    with pytest.raises(ValueError, match=told):
        Expression.parse(text)


@pytest.mark.parametrize("text", ["x[7]", "dot(x, x)", "W1 + x", "lr[0]", "x.shape @ W1", "1 < lr < 2"])
def test_what_cannot_be_computed_is_not_available(text):
    with pytest.raises(Unavailable):
        value(text)
