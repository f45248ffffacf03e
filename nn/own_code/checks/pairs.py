"""A layer of two inputs: the book's MulLayer and AddLayer, and others by their gradient."""

from __future__ import annotations

from typing import Any

import numpy as np

from nn.messages import Message
from nn.own_code.checks.building import arguments_of, built
from nn.own_code.checks.comparing import kept, near
from nn.own_code.checks.differences import TrueGradient
from nn.own_code.checks.findings import Examination
from nn.own_code.checks.layers import remembers
from nn.own_code.checks.sentences import differs, gradient_differs, nothing_returned
from nn.own_code.roles import Target


def check(cls: Any, target: Target, examination: Examination) -> None:
    """Ask all of such a layer, with arrays and with the plain numbers of the book's apples."""
    chance = np.random.default_rng(examination.seed + 1)
    given = arguments_of(cls, target, examination.seed)
    a, b = chance.standard_normal((2, 3)), chance.standard_normal((2, 3))
    layer = built(cls, given)
    y = layer.forward(a, b)
    if not examination.expect(y is not None, "nothing returned", "forward", lambda: nothing_returned("forward")):
        return
    if target.kind in ("mul", "add"):
        wanted = a * b if target.kind == "mul" else a + b
        examination.expect(near(y, wanted), "forward value", "forward", lambda: differs("forward", y, wanted, (2, 3)))
    dout = chance.standard_normal(np.shape(y))
    answers = layer.backward(dout.copy())
    is_pair = isinstance(answers, tuple | list) and len(answers) == 2
    if not examination.expect(is_pair, "not two", "backward", _not_two):
        return
    truth = TrueGradient(lambda: layer.forward(a, b), dout)
    for name, array, got in zip("xy", (a, b), (kept(each) for each in answers), strict=True):
        examination.expect(
            truth.agrees(got, array),
            "gradient",
            f"backward:{name}",
            lambda name=name, array=array, got=got: gradient_differs(name, got, truth.beside(got, array), (2, 3)),  # type: ignore[misc]
        )
    layer.forward(a * 2, b * 3)
    once, twice = (kept(layer.backward(dout.copy())) for _ in range(2))
    examination.expect(near(once, twice, 1e-9), "remembers", "backward", remembers)


def _not_two() -> Message:
    return Message("`backward` must return two gradients, one for each input of `forward`.")
