"""Whatever is typed, an expression comes to what NumPy makes of it, or is refused in words."""

from __future__ import annotations

import ast

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from nn.expressions import Expression, Unavailable, no_such_name
from nn.messages import Message

VALUES = {
    "x": np.array([[0.5, -1.25, 3.0], [2.0, 0.0, -4.5]], np.float32),
    "W1": np.arange(-4.0, 5.0).reshape(3, 3),
    "b1": np.array([1.0, -2.0, 0.25]),
    "lr": 0.01,
    "mask": np.array([True, False, True]),
}
_CALLED = ("abs", "exp", "sqrt", "sign", "floor", "square", "log", "dot", "maximum", "where", "transpose")
_REDUCED = ("sum", "mean", "max", "min", "std", "prod")
_NUMPY = {name: getattr(np, name) for name in (*_CALLED, *_REDUCED)}

leaves = st.sampled_from(
    ["x", "W1", "b1", "lr", "x[0]", "W1[:, 1]", "b1[1:]", "b1[mask]", "W1[-1, 2]", "2.0", "0.5", "[1.0, 2.0, 3.0]"]
)
elementwise = st.sampled_from(_CALLED[:7])
reductions = st.sampled_from(_REDUCED)
axes = st.sampled_from(["", ", axis=0", ", axis=-1", ", axis=0, keepdims=True"])


def larger(parts):
    return st.one_of(
        st.builds("({} {} {})".format, parts, st.sampled_from(["+", "-", "*", "/", "**", "<", ">=", "==", "@"]), parts),
        st.builds("(-{})".format, parts),
        st.builds("{}({})".format, elementwise, parts),
        st.builds("{}({}{})".format, reductions, parts, axes),
        st.builds("dot({}, {})".format, parts, parts),
        st.builds("maximum({}, {})".format, parts, parts),
        st.builds("where({} > 0, {}, 0.0)".format, parts, parts),
        st.builds("transpose({})".format, parts),
        st.builds("[{0}, {0}]".format, parts),
    )


expressions = st.recursive(leaves, larger, max_leaves=8)


def look_up(name):
    if name not in VALUES:
        raise Unavailable(no_such_name(name, VALUES))
    return VALUES[name]


class ListsAsArrays(ast.NodeTransformer):
    """Python's own lists are not added number by number."""

    def visit_List(self, node):
        return ast.Call(ast.Name("asarray", ast.Load()), [node], [])


def by_numpy(text):
    """Return what Python and NumPy make of a text, None where they make nothing."""
    tree = ast.fix_missing_locations(ListsAsArrays().visit(ast.parse(text, mode="eval")))
    try:
        with np.errstate(all="ignore"):
            return np.asarray(eval(compile(tree, text, "eval"), {"asarray": np.asarray, **_NUMPY, **VALUES}))
    except (ArithmeticError, TypeError, ValueError, IndexError):
        return None


def computed(text):
    """Return what a text comes to, or what is said instead."""
    try:
        return Expression.parse(text).value(look_up), None
    except (ValueError, Unavailable) as refused:
        return None, refused.args[0]


@settings(deadline=None, max_examples=200)
@given(expressions)
def test_it_comes_to_what_numpy_makes_of_it(text):
    wanted = by_numpy(text)
    got, refusal = computed(text)
    if wanted is None or wanted.dtype.kind in "cO":  # Python has no 1 / 0, and takes complex roots
        return
    assert refusal is None, text
    assert got.shape == wanted.shape, text
    np.testing.assert_allclose(got, wanted, rtol=1e-5, err_msg=text)


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=80) | st.text("xWb1.[](),:+-*/@<>=&|~ 09einp", max_size=60))
def test_any_text_is_an_expression_or_refused_in_words(text):
    got, refusal = computed(text)
    assert isinstance(got, np.ndarray | tuple) if refusal is None else isinstance(refusal, Message)
