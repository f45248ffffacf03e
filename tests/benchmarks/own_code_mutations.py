"""Random changes of right code, and whether a change alters what the code does: for the figures of the judge.

Knows nothing of the judge: changes are made of tokens and lines, and behaviour is compared by running both.
"""

from __future__ import annotations

import ast
import io
import random
import tokenize
import warnings
from dataclasses import dataclass

import numpy as np

OPERATORS = [["+", "-", "*", "/", "**", "@"], ["+=", "-=", "*=", "/=", "="], ["<", "<=", ">", ">=", "==", "!="]]
NUMPY = ["sum", "mean", "max", "min", "dot", "exp", "log", "sqrt", "zeros", "ones", "zeros_like", "maximum", "argmax"]


@dataclass(frozen=True)
class Mutation:
    """Right code with one change.

    `line` is the changed one; of a deleted line the one that now stands at the gap.
    """

    target: str
    line: int
    is_deleted: bool
    was: str
    now: str
    text: str


def mutations(text: str, target: str, count: int, chance: random.Random) -> list[Mutation]:
    """Return different changes inside a class or function; a third are deleted lines."""
    (node,) = [n for n in ast.parse(text).body if getattr(n, "name", "") == target]
    found: dict[str, Mutation] = {}
    for _ in range(count * 30):
        make = _deleted_line if chance.random() < 0.33 else _changed_token
        mutation = make(text, node, chance)
        if mutation is not None and mutation.text not in found and _compiles(mutation.text):
            found[mutation.text] = mutation
            if len(found) == count:
                break
    return list(found.values())


def _compiles(text: str) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            compile(text, "own.py", "exec")
        except SyntaxError:
            return False
    return True


def _deleted_line(text: str, node: ast.AST, chance: random.Random) -> Mutation | None:
    lines = text.split("\n")
    number = chance.randrange(node.lineno + 1, node.end_lineno + 1)
    line = lines[number - 1]
    if not line.strip() or line.strip().startswith(("def ", "class ", "#", "@")) or line.rstrip().endswith(":"):
        return None
    left = lines[: number - 1] + lines[number:]
    return Mutation(node.name, number, True, line.strip(), "", "\n".join(left))


def _changed_token(text: str, node: ast.AST, chance: random.Random) -> Mutation | None:
    tokens = [t for t in tokenize.generate_tokens(io.StringIO(text).readline)
              if node.lineno < t.start[0] <= node.end_lineno and t.start[0] == t.end[0]]  # fmt: skip
    tokens = [t for t in tokens if t.type in (tokenize.NAME, tokenize.NUMBER, tokenize.OP, tokenize.STRING)]
    token = chance.choice(tokens)
    line = text.split("\n")[token.start[0] - 1]
    if line.strip().startswith(("def ", "class ")):
        return None
    new = _another(token, tokens, chance)
    if new is None or new == token.string:
        return None
    lines = text.split("\n")
    lines[token.start[0] - 1] = line[: token.start[1]] + new + line[token.end[1] :]
    changed = lines[token.start[0] - 1]
    return Mutation(node.name, token.start[0], False, line.strip(), changed.strip(), "\n".join(lines))


def _another(token: tokenize.TokenInfo, tokens: list[tokenize.TokenInfo], chance: random.Random) -> str | None:
    text = token.string
    if token.type == tokenize.OP:
        families = [family for family in OPERATORS if text in family]
        if not families:
            return None
        return "" if text == "-" and chance.random() < 0.3 else chance.choice(families[0])
    if token.type == tokenize.NUMBER:
        return chance.choice(["0", "1", "2", "3", "0.5", "-1", "1e-3", f"{text}0"])
    if text in ("True", "False"):
        return {"True": "False", "False": "True"}[text]
    if token.type == tokenize.STRING:
        return chance.choice([t.string for t in tokens if t.type == tokenize.STRING])
    if text in ("if", "for", "in", "return", "is", "not", "else", "while", "def", "class", "lambda", "None"):
        return "" if text == "not" else None
    pool = NUMPY if text in NUMPY else [t.string for t in tokens if t.type == tokenize.NAME]
    return chance.choice(pool)


# ---- what code does


def behaviour(namespace: dict, name: str) -> list:
    """Return all that a class or function of the book gives in many situations: arrays, numbers, names of errors."""
    thing = namespace[name]
    results: list = []
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        for situation in _situations(name):
            np.random.seed(3)  # noqa: NPY002 - the book draws from it
            try:
                results.append(situation(thing))
            except Exception as error:  # noqa: BLE001 - code that was changed
                results.append(type(error).__name__)
    return results


def alike(a, b, tolerance: float = 1e-3) -> bool:
    """Return whether two behaviours are the same, but for what nobody would see."""
    if isinstance(a, str) or isinstance(b, str) or a is None or b is None:
        return type(a) is type(b) and a == b
    if isinstance(a, dict):
        return isinstance(b, dict) and set(a) == set(b) and all(alike(a[k], b[k], tolerance) for k in a)
    if isinstance(a, list | tuple):
        return isinstance(b, list | tuple) and len(a) == len(b) and all(map(alike, a, b, [tolerance] * len(a)))
    try:
        a, b = np.asarray(a, float), np.asarray(b, float)
    except (TypeError, ValueError):
        return False
    if a.shape != b.shape:
        return False
    if not (np.isfinite(a).all() and np.isfinite(b).all()):
        return bool(np.array_equal(a, b, equal_nan=True))
    return a.size == 0 or bool(np.abs(a - b).max() <= tolerance * max(np.abs(a).max(), 1e-6))


def _drawn(seed: int, *shape: int) -> np.ndarray:
    return np.random.RandomState(seed).randn(*shape)


def _layer(make, shapes, **flags):
    def situation(cls):
        layer, seen = make(cls), []
        for seed, shape in enumerate(shapes):
            x = _drawn(seed, *shape)
            x0 = x.copy()
            np.random.seed(seed)  # noqa: NPY002
            y = np.array(layer.forward(x, **flags))
            seen += [y, x - x0]
            if flags.get("train_flg", True):
                dout = _drawn(seed + 50, *y.shape)
                d0 = dout.copy()
                dx = np.array(layer.backward(dout))
                seen += [dx, dout - d0, np.array(layer.backward(d0.copy()))]
            seen += [np.array(getattr(layer, k)) for k in ("dW", "db", "dgamma", "dbeta", "running_mean", "running_var")
                     if getattr(layer, k, None) is not None]  # fmt: skip
        return seen

    return situation


def _optimizer(*arguments):
    def situation(cls):
        optimizer = cls(*arguments)
        params = {"W1": _drawn(0, 3, 4), "b1": _drawn(1, 4)}
        first, seen = dict(params), []
        for step in range(5):
            grads = {k: _drawn(step * 7 + len(k), *v.shape) for k, v in params.items()}
            before = {k: v.copy() for k, v in params.items()}
            optimizer.update(params, grads)
            seen += [params[k] - before[k] for k in params] + [float(params[k] is first[k]) for k in params]
            seen += [grads[k] - _drawn(step * 7 + len(k), *grads[k].shape) for k in grads]
        return seen

    return situation


def _network(cls):
    network, seen = cls(5, 6, 4), []
    seen += [float(np.std(network.params[k]) / 0.01) for k in ("W1", "W2")]
    seen = [round(value * 4) for value in seen] + [network.params[k] for k in ("b1", "b2")]
    for k, v in network.params.items():
        v[...] = _drawn(len(k), *v.shape) * 0.6
    x, labels = _drawn(3, 7, 5), np.arange(7) % 4
    t = np.eye(4)[labels]
    seen += [network.predict(x), network.loss(x, t), network.accuracy(x, t)]
    network.loss(x[:2], t[:2])
    seen += [dict(network.gradient(x, t)), dict(network.numerical_gradient(x, t))]
    try:
        seen.append(network.accuracy(x, labels))
    except Exception as error:  # noqa: BLE001
        seen.append(type(error).__name__)
    return seen


def _loss(cls):
    layer, seen = cls(), []
    for seed, n in enumerate((4, 2)):
        x, labels = _drawn(seed, n, 5), np.arange(n) % 5
        for t in (np.eye(5)[labels], labels):
            t0 = t.copy()
            seen += [layer.forward(x, t), np.array(layer.backward()), np.array(layer.backward()), t - t0]
    return [*seen, layer.forward(np.array([[1000.0, 0.0, 1.0]]), np.array([[1, 0, 0]]))]


def _values(*arguments):
    return lambda f: f(*[a.copy() if isinstance(a, np.ndarray) else a for a in arguments])


def _cross_entropy(f):
    y = np.exp(_drawn(0, 4, 5))
    y, labels = y / y.sum(1, keepdims=True), np.array([1, 0, 4, 2])
    return [
        f(y, np.eye(5)[labels]),
        f(y, labels),
        f(y[0], np.eye(5)[1]),
        f(y[0], np.array(1)),
        f(np.eye(5)[:4], labels),
    ]


def _situations(name: str) -> list:
    w, b = _drawn(1, 4, 5), _drawn(2, 5)
    images = _drawn(5, 2, 3, 5, 7)
    elementwise = [_values(_drawn(0, 3, 4) * 3), _values(_drawn(0, 5)), _values(np.array([0.0, -1000, 1000.0]))]
    filters = _drawn(8, 4, 3, 3, 2), _drawn(9, 4)
    gamma, beta = np.abs(_drawn(3, 4)) + 0.5, _drawn(4, 4)

    def normalization(c):
        return c(gamma.copy(), beta.copy(), 0.7)

    known = {
        "Relu": [_layer(lambda c: c(), [(3, 4), (2, 4)])],
        "Sigmoid": [_layer(lambda c: c(), [(3, 4), (2, 4)])],
        "Affine": [_layer(lambda c: c(w.copy(), b.copy()), [(3, 4), (2, 4), (3, 2, 2)])],
        "Dropout": [_layer(lambda c: c(), [(30, 40)]), _layer(lambda c: c(0.2), [(30, 40), (3, 3)]),
                    _layer(lambda c: c(0.2), [(3, 4)], train_flg=False)],
        "BatchNormalization": [_layer(normalization, [(6, 4), (5, 4)]), _layer(normalization, [(6, 4, 1, 1)]),
                               lambda c: _tested(normalization(c)), lambda c: _tested(c(gamma.copy(), beta.copy()))],
        "MulLayer": [_pair], "AddLayer": [_pair], "SoftmaxWithLoss": [_loss],
        "SGD": [_optimizer(), _optimizer(0.3)], "Adam": [_optimizer(), _optimizer(0.1, 0.5, 0.7)],
        **{n: [_optimizer(), _optimizer(0.2, 0.6)] for n in ("Momentum", "Nesterov", "RMSprop")},
        "AdaGrad": [_optimizer(), _optimizer(0.3)], "TwoLayerNet": [_network],
        "cross_entropy_error": [_cross_entropy], "sum_squared_error": [_values(_drawn(0, 3, 4), _drawn(1, 3, 4))],
        "softmax": [_values(_drawn(0, 3, 4)), _values(_drawn(0, 4)), _values(np.array([[1000.0, 0], [0, 1000]]))],
        "numerical_gradient": [lambda f: f(lambda v: float(np.sum(v**3 + v)), _drawn(0, 2, 3)),
                               lambda f: f(lambda v: float(np.sum(v**3 + v)), _drawn(0, 4))],
        "im2col": [_values(images, 3, 2), _values(images, 2, 3, 1, 1), _values(images, 3, 3, 2, 0)],
        "col2im": [_values(_drawn(1, 36, 18), (2, 3, 5, 7), 3, 2), _values(_drawn(1, 84, 18), (2, 3, 5, 7), 2, 3, 1, 1),
                   _values(_drawn(1, 12, 27), (2, 3, 5, 7), 3, 3, 2, 0)],
        "Convolution": [_layer(lambda c: c(filters[0].copy(), filters[1].copy()), [(2, 3, 5, 7), (1, 3, 4, 4)]),
                        _layer(lambda c: c(filters[0].copy(), filters[1].copy(), 2, 1), [(2, 3, 5, 6)])],
        "Pooling": [_layer(lambda c: c(2, 2, 2), [(2, 3, 4, 6), (1, 2, 2, 4)]),
                    _layer(lambda c: c(2, 3), [(2, 3, 4, 6)])],
    }  # fmt: skip
    return known.get(name, elementwise)


def _tested(layer):
    seen = [np.array(layer.forward(_drawn(k, 8, 4) * 2 + 1)) for k in range(3)]
    return [*seen, np.array(layer.running_mean), np.array(layer.running_var),
            np.array(layer.forward(_drawn(9, 3, 4), train_flg=False)), np.array(layer.running_mean)]  # fmt: skip


def _pair(cls):
    layer, a, b = cls(), _drawn(0, 2, 3), _drawn(1, 2, 3)
    return [layer.forward(a, b), list(layer.backward(_drawn(2, 2, 3))), list(layer.backward(_drawn(3, 2, 3)))]
