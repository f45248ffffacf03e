"""The smallest case that fails: few samples, small whole numbers, to be followed by hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from nn.messages import Message
from nn.own_code.checks.building import built, gradient_of, has_option, parameters_of
from nn.own_code.checks.chance import start_again, undisturbed
from nn.own_code.checks.comparing import near
from nn.own_code.checks.differences import TrueGradient
from nn.own_code.checks.meanings import ELEMENTWISE, cross_entropy, of_layer, softmax
from nn.own_code.roles import Role, Target

SIZES = ((1, 1), (1, 2), (2, 1), (2, 2), (2, 3), (3, 3))
CLASSES = 2


def smallest_example(thing: Any, target: Target) -> Message | None:
    """Return the smallest case in which a class or function is not right, None if none this small is wrong."""
    with undisturbed(), np.errstate(all="ignore"):
        for shape in SIZES:
            if target.kind == "batch_normalization" and shape[0] == 1:
                continue  # of one sample everything is 0
            try:
                message = _of_shape(thing, target, shape)
            except Exception:  # noqa: BLE001 - the learner's code, or a shape that it does not take
                continue
            if message is not None:
                return message
    return None


def _of_shape(thing: Any, target: Target, shape: tuple[int, int]) -> Message | None:
    for x in _inputs(shape):
        if target.role == Role.FUNCTION:
            message = _of_function(thing, target, x)
        elif target.role == Role.LAYER and target.kind not in ("dropout", "convolution", "pooling"):
            message = _of_layer(thing, target, x)
        elif target.role == Role.LOSS:
            message = _of_loss(thing, target, x)
        else:
            return None
        if message is not None:
            return message
    return None


def _inputs(shape: tuple[int, int]) -> Iterator[np.ndarray]:
    """Yield arrays of small whole numbers, none of them 0."""
    whole = np.array([1.0, -2.0, 3.0, -1.0, 2.0, -3.0, 1.0, 3.0, -2.0])
    for start in range(3):
        yield np.resize(np.roll(whole, -start), shape)


def _of_function(function: Any, target: Target, x: np.ndarray) -> Message | None:
    if target.kind == "softmax":
        wanted: Any = softmax(x)
    elif target.kind in ELEMENTWISE:
        wanted = ELEMENTWISE[target.kind](x)
    elif target.kind == "cross_entropy" and x.shape[1] > 1:
        y, t = softmax(x), np.eye(x.shape[1])[: len(x)]
        got, wanted = function(y.copy(), t.copy()), cross_entropy(y, t)
        return None if near(np.sum(got), wanted, 1e-4) else _unlike(f"y = {_text(y)}, t = {_text(t)}", got, wanted)
    else:
        return None
    got = function(x.copy())
    return None if near(got, wanted, 1e-4) else _unlike(f"x = {_text(x)}", got, wanted)


def _of_layer(cls: Any, target: Target, x: np.ndarray) -> Message | None:
    given = _given(cls, x.shape[1])
    layer = built(cls, given)
    wanted = of_layer(target.kind, x, given)
    start_again()
    y = np.array(layer.forward(x.copy()))
    if wanted is not None and not near(y, wanted, 1e-3):
        return _unlike(f"x = {_text(x)}", y, wanted)
    dout = np.resize([1.0, 2.0, -1.0], y.shape)
    case = f"x = {_text(x)}, dout = {_text(dout)}"
    kept = dout.copy()
    answers = {"x": layer.backward(kept)} | {name: gradient_of(layer, name) for name in parameters_of(layer)}
    fresh = built(cls, given)
    arrays = {"x": x.copy()} | parameters_of(fresh)

    def output() -> Any:
        start_again()
        return fresh.forward(arrays["x"])

    truth = TrueGradient(output, dout)
    for name, array in arrays.items():
        true = truth.by(array)
        if not near(answers[name], true, 1e-3):
            return _unlike(f"{case}: d{name}", answers[name], np.round(true, 6))
    return None if np.array_equal(kept, dout) else _unlike(f"{case}: dout", kept, dout)


def _given(cls: Any, size: int) -> dict[str, Any]:
    values: dict[str, Any] = {
        "W": np.resize([1.0, 2.0, -1.0, 3.0, -2.0], (size, CLASSES)),
        "b": np.array([1.0, -1.0]),
        "gamma": np.resize([1.0, 2.0, 3.0], size),
        "beta": np.resize([0.0, 1.0], size),
    }
    return {name: value for name, value in values.items() if has_option(cls, name)}


def _of_loss(cls: Any, target: Target, x: np.ndarray) -> Message | None:
    if x.shape[1] < CLASSES:
        return None
    t = np.eye(x.shape[1])[np.arange(len(x)) % x.shape[1]]
    case = f"x = {_text(x)}, t = {_text(t)}"
    layer = cls()
    loss = layer.forward(x.copy(), t.copy())
    wanted = cross_entropy(softmax(x), t)
    if target.kind == "softmax_with_loss" and not near(np.sum(loss), wanted, 1e-4):
        return _unlike(case, loss, wanted)
    dx = layer.backward()
    moved = x.copy()
    true = TrueGradient(lambda: layer.forward(moved, t)).by(moved)
    return None if near(dx, true, 1e-3) else _unlike(f"{case}: dx", dx, true)


def _text(value: Any) -> str:
    rounded = np.round(np.asarray(value, float), 4) + 0.0  # no -0
    text = np.array2string(rounded, separator=", ", max_line_width=200, formatter={"float_kind": "{:g}".format})
    return text.replace("\n", "")


def _unlike(case: str, got: Any, wanted: Any) -> Message:
    return Message("{case} gives {got}; it should be {wanted}.", case=case, got=_text(got), wanted=_text(wanted))
