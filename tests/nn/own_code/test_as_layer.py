"""A learner's class as a layer: what it may be written with, and what is refused, each with its line."""

from __future__ import annotations

import numpy as np
import pytest

from nn import LAYERS, LayerSpec
from nn.own_code.as_layer import NoLayerError, make_program
from nn.own_code.source import Source
from nn.recorded import written_program

FORWARD = """
class Own:
    def forward(self, x):
        self.x = x
{forward}

    def backward(self, dout):
{backward}
"""
MASK = """self.mask = x <= 0
out = x.copy()
out[self.mask] = 0
return out"""
MASK_BACK = """dx = dout.copy()
dx[self.mask] = 0
return dx"""
SIGMOID_BACK = "return dout * self.y * (1 - self.y)"
RIGHT = {
    "relu by a mask": (MASK, MASK_BACK),
    "relu by maximum": ("return np.maximum(0, x)", "return dout * (self.x > 0)"),
    "relu by a product": ("return x * (x > 0)", "return dout * (self.x > 0)"),
    "relu by where": ("return np.where(x > 0, x, 0)", "return np.where(self.x > 0, dout, 0)"),
    "relu in zeros": ("y = np.zeros_like(x)\ny[x > 0] = x[x > 0]\nreturn y", "return dout * (self.x > 0)"),
    "leaky, in place": ("y = x.copy()\ny[x < 0] *= 0.1\nreturn y", "return dout * np.where(self.x < 0, 0.1, 1)"),
    "leaky by negation": ("return np.where(~(x > 0), 0.2 * x, x)", "return dout * np.where(self.x > 0, 1, 0.2)"),
    "sigmoid": ("self.y = 1 / (1 + np.exp(-x))\nreturn self.y", SIGMOID_BACK),
    "sigmoid by power": ("self.y = (1 + np.exp(-x)) ** -1\nreturn self.y", SIGMOID_BACK),
    "sigmoid out=": ("y = np.exp(-x)\nnp.add(y, 1, out=y)\nself.y = 1.0 / y\nreturn self.y", SIGMOID_BACK),
    "sigmoid of the book's": ("self.y = sigmoid(x)\nreturn self.y", SIGMOID_BACK),
    "elu": (
        "self.y = np.where(x > 0, x, np.exp(x) - 1)\nreturn self.y",
        "return dout * np.where(self.x > 0, 1, self.y + 1)",
    ),
    "softsign": ("return x / (1 + np.abs(x))", "return dout / (1 + np.abs(self.x)) ** 2"),
    "hard tanh": ("return np.clip(x, -1, 1)", "return dout * (np.abs(self.x) < 1)"),
    "softplus": ("return np.logaddexp(0, x)", "return dout / (1 + np.exp(-self.x))"),
    "cube": ("return x ** 3 / 6 - x", "return dout * (self.x ** 2 / 2 - 1)"),
    "root": ("return np.sqrt(x * x + 1)", "return dout * self.x / np.sqrt(self.x ** 2 + 1)"),
    "sine": ("return np.sin(x) + x", "return dout * (np.cos(self.x) + 1)"),
    "arctan and cosine": (
        "return np.arctan(x) * np.cos(x)",
        "return dout * (np.cos(self.x) / (1 + self.x ** 2) - np.arctan(self.x) * np.sin(self.x))",
    ),
    "mish": (
        "self.t = np.tanh(np.log1p(np.exp(x)))\nreturn x * self.t",
        "s = 1 / (1 + np.exp(-self.x))\nreturn dout * (self.t + self.x * s * (1 - self.t ** 2))",
    ),
    "two masks": (
        "self.m = (x > -1) & ~(x > 1)\nreturn np.where(self.m, x, 0.1 * x)",
        "return dout * np.where(self.m, 1, 0.1)",
    ),
    "one of two masks": ("y = x.copy()\ny[(x < -1) | (x > 1)] = 0\nreturn y", "return dout * (np.abs(self.x) <= 1)"),
    "logarithm of 10": ("return np.log10(1 + x ** 2)", "return dout * 2 * self.x / (1 + self.x ** 2) / np.log(10)"),
    "a loop over the samples": (
        "y = np.zeros_like(x)\nfor i in range(len(x)):\n    y[i] = x[i] * 2\nreturn y",
        "return dout * 2",
    ),
    "a loop over rows, collected": (
        "rows = []\nfor row in x:\n    rows.append(np.maximum(row, 0))\nreturn np.array(rows)",
        "return dout * (self.x > 0)",
    ),
    "float mask": ("self.m = (x > 0.5).astype(float)\nreturn x * self.m + 1", "return dout * self.m"),
}  # fmt: skip


def written_in(forward, backward, head=""):
    def indented(text):
        return "\n".join(f"        {line}" for line in text.splitlines())

    return f"import numpy as np\n{head}" + FORWARD.format(forward=indented(forward), backward=indented(backward))


@pytest.mark.parametrize(("forward", "backward"), RIGHT.values(), ids=RIGHT)
def test_a_layer_computes_what_the_class_computes(forward, backward):
    text = written_in(forward, backward, "from common.functions import sigmoid\n" if "sigmoid(" in forward else "")
    program = make_program(Source(text), "Own")
    layer = LAYERS["OwnActivation"].build((4,), np.random.default_rng(0), "float64", program=written_program(program))
    namespace = {}
    exec(text.replace("from common", "from nn"), namespace)
    own = namespace["Own"]()
    rng = np.random.default_rng(3)
    for samples in (1, 4, 17):
        x, dout = 4 * rng.standard_normal((2, samples, 6))
        np.testing.assert_allclose(layer.forward(x), own.forward(x.copy()), rtol=1e-12, atol=1e-14)
        np.testing.assert_allclose(layer.backward(dout), own.backward(dout.copy()), rtol=1e-11, atol=1e-13)
    assert LayerSpec("OwnActivation", {"program": written_program(program)}).own == program


AFFINE = """import numpy as np

class Own:
    def __init__(self, W, b):
        self.W = W.copy()
        self.b = b
        self.shape = None

    def forward(self, x):
        self.shape = x.shape
        self.x = x.reshape(x.shape[0], -1)
        return np.dot(self.x, self.W) + self.b

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        return np.dot(dout, self.W.T).reshape(*self.shape)
"""
SCALE = """import numpy as np

class Own:
    def __init__(self, gamma, beta):
        self.gamma, self.beta = gamma, beta

    def forward(self, x):
        self.x = x
        return self.gamma * x + self.beta

    def backward(self, dout):
        self.dgamma, self.dbeta = np.sum(dout * self.x, axis=0), np.sum(dout, axis=0)
        return dout * self.gamma
"""
SOFTMAX = written_in(
    "e = np.exp(x - np.max(x, axis=1, keepdims=True))\nself.y = e / e.sum(axis=1).reshape(-1, 1)\nreturn self.y",
    "return self.y * (dout - np.sum(dout * self.y, axis=1)[:, np.newaxis])",
)


LAYER_NORMALIZATION = """import numpy as np

class Own:
    def __init__(self, gamma, beta):
        self.gamma, self.beta = gamma, beta

    def forward(self, x):
        mu = {mean}
        self.xc = x - mu
        self.std = np.sqrt({variance} + 1e-5)
        self.xn = self.xc / self.std
        return self.gamma * self.xn + self.beta

    def backward(self, dout):
        self.dbeta = dout.sum(axis=0)
        self.dgamma = np.sum(self.xn * dout, axis=0)
        dxn = self.gamma * dout
        inner = dxn - dxn.mean(axis=1, keepdims=True) - self.xn * np.mean(dxn * self.xn, axis=1, keepdims=True)
        return inner / self.std
"""
BY_MEAN = LAYER_NORMALIZATION.format(mean="np.mean(x, axis=1, keepdims=True)", variance="x.var(axis=1, keepdims=True)")
BY_SUM = LAYER_NORMALIZATION.format(
    mean="x.sum(axis=-1)[:, None] / x.shape[1]",
    variance="np.sum(self.xc ** 2, axis=1, keepdims=True) * (1.0 / x.shape[1])",
)
BY_ROWS = LAYER_NORMALIZATION.replace("mu = {mean}\n        self.xc = x - mu", "self.xc = {mean}").format(
    mean="np.array([row - row.mean() for row in x])", variance="np.array([[np.mean(row ** 2)] for row in self.xc])"
)
AFFINE_OF_MEANS = AFFINE.replace(
    "self.x = x.reshape(x.shape[0], -1)", "self.x = x - x.mean(axis=1, keepdims=True)"
).replace(
    "return np.dot(dout, self.W.T).reshape(*self.shape)",
    "dx = np.dot(dout, self.W.T)\n        return dx - dx.mean(axis=1, keepdims=True)",
)


@pytest.mark.parametrize(
    ("text", "kind", "formula"),
    [
        (BY_MEAN, "OwnLayer", "y = Own(x, gamma, beta)"),
        (BY_SUM, "OwnLayer", "y = Own(x, gamma, beta)"),
        (BY_ROWS, "OwnLayer", "y = Own(x, gamma, beta)"),
        (AFFINE_OF_MEANS, "OwnAffine", "y = (x - Σ x / D)·W + b"),
        (AFFINE, "OwnAffine", "y = x·W + b"),
        (SCALE, "OwnLayer", "y = gamma·x + beta"),
        (SOFTMAX, "OwnLayer", "y = exp(x - max(x)) / (Σ exp(x - max(x)))"),
    ],
    ids=["means", "sums by the width", "row by row", "affine of means", "affine", "scale", "softmax"],
)
def test_a_layer_of_rows_computes_and_learns_what_the_class_does(text, kind, formula):
    spec = LayerSpec(kind, {"program": written_program(make_program(Source(text), "Own"))})
    assert spec.formula.forward == formula
    layer = LAYERS[kind].build((6,), np.random.default_rng(0), "float64", **spec.options)
    rng, namespace = np.random.default_rng(1), {}
    for param in layer.params.values():
        param[...] = rng.standard_normal(param.shape)
    exec(text, namespace)
    own = namespace["Own"](**layer.params)
    for samples in (1, 5):
        x = rng.standard_normal((samples, 6))
        y = layer.forward(x)
        np.testing.assert_allclose(y, own.forward(x.copy()), rtol=1e-12, atol=1e-14)
        dout = rng.standard_normal(y.shape)
        np.testing.assert_allclose(layer.backward(dout), own.backward(dout.copy()), rtol=1e-11, atol=1e-13)
        for key, grad in layer.grads.items():
            np.testing.assert_allclose(grad, getattr(own, f"d{key}"), rtol=1e-11, atol=1e-13)


REFUSED = {
    "another operation": ("return np.cbrt(x + 9)", "return dout / 3 / np.cbrt(self.x + 9) ** 2", "Line 6: cbrt"),
    "a branch on values": (
        "if np.abs(x).max() > 900:\n    return x * 2\nreturn x * 1.0",
        "return dout * 1.0",
        "Line 6: which way the code goes",
    ),
    "the number of samples": ("return x / len(x)", "return dout / len(self.x)", "2 samples"),
    "a loop over elements": (
        "y = np.zeros_like(x)\nfor i in np.ndindex(x.shape):\n    y[i] = x[i] * 2\nreturn y",
        "return dout * 2",
        "Line 8",
    ),
    "the whole batch": ("return x - x.max()", "return dout * 1.0", "not right yet"),
    "numbers from elsewhere": ("return x + np.arange(x.shape[1]) * 1.0", "return dout * 1.0", "Line 6"),
    "a wrong gradient": ("return x * 2", "return dout * 3", "not right yet"),
    "a branch that backward takes": (
        "return x * 2",
        "return dout * (2 if np.abs(self.x).max() < 15 else 3)",
        "`backward` gives other numbers",
    ),
}


@pytest.mark.parametrize(("forward", "backward", "said"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_stand_in_a_network_is_refused_with_its_line(forward, backward, said):
    with pytest.raises(NoLayerError) as refusal:
        make_program(Source(written_in(forward, backward)), "Own")
    assert said in str(refusal.value)


MADE_WITH_K = written_in("return x * 2", "return dout * 2").replace(
    "class Own:", "class Own:\n    def __init__(self, k):\n        self.k = k\n"
)


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("def relu(x):\n    return np.maximum(0, x)\n", "relu", "no layer of one input"),
        ("x = 1\n", "Own", "not defined"),
        (MADE_WITH_K, "Own", "cannot be checked"),
    ],
)  # fmt: skip
def test_what_is_no_such_class_is_refused(text, name, said):
    with pytest.raises(NoLayerError, match=said):
        make_program(Source(text), name)
