"""Writes into arrays, through every name and view there is: the gradient is right all the same."""

from __future__ import annotations

import numpy as np
import pytest

from tests.nn.own_code.recorded import by_differences, by_reverse_mode, function

CASES = {
    "a mask": "y = x.copy(); y[x < 0] = 0; r = y * 2",
    "through a row": "y = x.copy(); v = y[1]; v += 3 * x[0]; r = y * y",
    "through another name": "y = x.copy(); z = y; z *= 2; r = y + 1",
    "a view sees its owner": "y = x * 1.0; v = y.T; y[0] = x[1] * 2; r = v * v",
    "through a reshape": "y = x * 1.0; f = y.reshape(-1); f[3] = x[0, 0] ** 2; r = y * 3",
    "two views of an array never named": "a, b = (x * 1.0).reshape(2, 6); a *= b; r = a + b",
    "out=": "y = np.empty_like(x); np.multiply(x, x, out=y); np.add(y, x, out=y); r = y",
    "a third argument as out": "y = x * 1.0; np.multiply(y, x, y); r = y * x",
    "out= and where=": "y = x * 3.0; np.multiply(x, x, out=y, where=x > 0); r = y * y",
    "add.at": "y = np.zeros(4); np.add.at(y, np.array([0, 1, 1, 3]), x[0]); r = y * x[1]",
    "subtract.at": "y = x[2] * 2; np.subtract.at(y, np.array([0, 1, 1, 3]), x[0]); r = y * y",
    "fill": "y = x * 2; y.fill(1.5); r = y * x",
    "fill with a computed number": "y = x * 2; y.fill(x[0, 0] * x[1, 1]); r = y * x",
    "rows put in": "y = np.zeros_like(x)\nfor i, row in enumerate(x):\n    y[i] = row * row.sum()\nr = y",
    "rows changed": "y = x * 1.0\nfor row in y:\n    row *= row[0]\nr = y * x",
    "rows added": "s = 0\nfor row in x:\n    s = s + row * row\nr = s",
    "lists of places": "y = x[np.arange(3), np.array([1, 0, 2])]; r = y ** 2",
    "lists of places, less": "y = x * 1; y[np.arange(3), np.array([1, 0, 2])] -= x[:, 3]; r = y * y",
    "every second one backwards": "y = x * 1; v = y[::2, ::-1]; v *= v; r = y",
    "a comprehension": "r = np.array([np.sum(row ** 2) for row in x])",
    "a number": "m = float(np.sum(x)) / 3; r = x * m",
    "where": "r = np.where(x > 0, x, 0.1 * x)",
    "concatenated": "r = np.concatenate([x, x * 2], axis=1) ** 2",
    "less the largest": "r = np.exp(x - np.max(x, axis=1, keepdims=True))",
    "einsum": "r = np.einsum('ni,mi->nm', x, x)",
    "einsum without an arrow": "r = np.einsum('ij,ij', x, x) * x",
    "swapped copies": "y = x * 1; y[0], y[1] = y[1].copy(), y[0].copy(); r = y * x",
    "swapped views": "y = x * 1; y[0], y[1] = y[1], y[0]; r = y * x",
    "several targets": "y = x * 1; y[0] = z = y[2] * 2; (a, y[1]), *rest = (z, x[0]), 1, 2; r = y * a",
    "an index that changes in the same line": "y = x * 1; i = 0; y[i], i = x[1] * 3, 2; r = y * y[i]",
    "in a dictionary": "d = {'a': x * 1}; d['a'] += x; d['a'][0] *= 2; r = d['a'] * x",
    "sorted in place": "y = x * 1; y.sort(axis=1); r = y * x",
    "sorted": "r = np.sort(x, axis=0) * x",
    "sorted flat": "r = np.sort(x, axis=None) ** 2",
    "copyto": "y = np.zeros((3, 4)); np.copyto(y, x * 2); r = y * x",
    "copyto with where": "y = x * 1.0; np.copyto(y, x * x, where=x > 0); r = y * x",
    "flat": "y = x * 1.0; y.flat[5] = x[0, 0] * x[1, 1]; r = y * x",
    "a convolution's columns": (
        "c = np.zeros((3, 2, 3))\nfor k in range(2):\n    c[:, k] = x[:, k:k + 3]\n"
        "r = c.transpose(0, 2, 1).reshape(9, -1) ** 2"
    ),
    "an array in another order": "y = np.asfortranarray(x) * 1.0; v = y[1:, :2]; v *= x[:2, 2:]; r = y * y",
    "permuted": "y = x.reshape(3, 2, 2).transpose(2, 0, 1) * 1.0; v = y[1]; v += x[:, :2]; r = y * y",
    "length": "r = x / np.linalg.norm(x)",
    "running sum": "r = np.cumsum(x, axis=1)",
    "mean and deviation": "r = (x - x.mean(0)) / x.std(0)",
    "variance of samples": "r = x / np.var(x, axis=1, ddof=1, keepdims=True)",
    "built-in sum and max": "r = sum([row * row for row in x]) * max(x[0, 0], x[0, 1]) + sum(x)",
    "a generator": "def each(a):\n    for row in a:\n        yield row * 2\nr = np.stack(list(each(x))) * x",
    "functions in functions": (
        "def g(a):\n    def h(b):\n        return b * a\n    return h\nr = g(x)(x) + (lambda v: v * v)(x)"
    ),
    "recursion": "def p(a, n):\n    return a if n == 0 else p(a * x, n - 1)\nr = p(x, 3)",
    "a loop with a condition": "y = x\nwhile np.abs(y).max() > 0.5:\n    y = y * 0.7\nr = y * x",
    "maximum": "r = np.maximum(x, 0.1 * x) + np.minimum(x, 0)",
    "an exception on the way": "y = x * 2\ntry:\n    y = y * x[99]\nexcept IndexError:\n    y *= x\nr = y",
    "matrix products of vectors": "r = np.dot(x, x[0]) * (x[1] @ x[2]) + x[:, 0] @ x[:, 1:] @ x[0, 1:]",
    "stacks of matrices": "s = x.reshape(3, 2, 2); r = np.matmul(s, s) + s.dot(x[0, :2])[:, :, None]",
    "tensordot and outer": "r = np.tensordot(x, x, axes=([0], [0])) + np.outer(x[0], x[1])",
    "clipped": "r = np.clip(x, -0.5, 0.5) * x.clip(0)",
    "padded and tiled": "r = np.pad(x, ((1, 0), (0, 2)))[1:, :4] * np.tile(x[:1], (3, 1)) * np.repeat(x[:, :1], 4, 1)",
    "no rule at all": "r = np.interp(x, [-3.0, 0.0, 3.0], [0.0, 1.0, 9.0])",
    "powers": "r = np.abs(x) ** x * 2.0 ** x",
    "a slice assigned from itself": "y = x * 1.0; y[:, 1:] = y[:, :-1] * 2; r = y * x",
    "written by a function": "def clear(a):\n    a[0] = 0\ny = x * 1.0; clear(y); r = y * x",
    "one array under two keys": "y = x * 1.0; d = {'a': y, 'b': y}; d['a'] -= x * x; r = d['b'] * x",
}


@pytest.mark.parametrize("case", CASES)
def test_reverse_mode_agrees_with_central_differences(case):
    x = np.random.default_rng(1).normal(size=(3, 4))
    shape = np.shape(function(CASES[case])(x.copy()))
    dout = np.random.default_rng(2).normal(size=shape)
    expected = by_differences(function(CASES[case]), x, dout)
    np.testing.assert_allclose(by_reverse_mode(CASES[case], x.copy(), dout), expected, rtol=1e-6, atol=1e-6)
