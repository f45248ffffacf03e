"""Layers of a person's own: what their code did, recorded, is done again by the operations; the code never runs."""

from __future__ import annotations

from collections.abc import Mapping
from math import prod
from typing import Any

import numpy as np

from nn import graph
from nn.arrays import Array, Shape
from nn.choices.options import Option
from nn.layers.base import LAYERS, Formula, Plan
from nn.layers.elementwise import Activation
from nn.messages import Message
from nn.recorded import Program, Replay, Step, node_of, read_program, replay_of, written, written_program

_SIGMOID_LINEAR = """import numpy as np


class Swish:
    def forward(self, x):
        self.x = x
        self.s = 1 / (1 + np.exp(-x))
        return x * self.s

    def backward(self, dout):
        return dout * (self.s + self.x * self.s * (1 - self.s))
"""
EXAMPLE = written_program(
    Program(
        "Swish",
        "own.py",
        _SIGMOID_LINEAR,
        (
            Step("input"),
            Step("negate", (0,)),
            Step("exp", (1,)),
            Step("constant", (), 1.0),
            Step("add", (3, 2)),
            Step("reciprocal", (4,)),
            Step("multiply", (0, 5)),
        ),
    )
)
"""A layer of one's own where nobody brought one."""


def _activation(text: str) -> Program:
    program = read_program(text)
    if not program.is_elementwise:
        raise ValueError(Message("{name} does not work on each number by itself", name=program.name))
    return program


@LAYERS.register("OwnActivation")
class OwnActivation(Activation):
    """An activation function that a person wrote: its recorded steps, done again.

    Parameters
    ----------
    program : str
        As `nn.recorded.written_program` gives it.
    """

    formula = Formula("y = f(x)", "dx = dout · f'(x)")
    is_brought = True
    options = (
        Option("program", EXAMPLE, valid=_activation, is_chosen=False, help="The recorded steps and their source."),
    )

    def __init__(self, program: str = EXAMPLE) -> None:
        super().__init__()
        self.program = _activation(program)
        self.formula = self.written(program=program)
        self.code = self.program.code
        self._values: list[Array] = []
        self._replays: dict[np.dtype[Any], Replay] = {}

    @classmethod
    def called(cls, **options: Any) -> str:
        """Return the name of the person's class; with a sign where the program has one of that name."""
        return _called(_activation(options["program"]))

    @classmethod
    def written(cls, **options: Any) -> Formula:
        """Return what the steps compute in one line."""
        return Formula(f"y = {written(_activation(options['program']))}", cls.formula.backward)

    @classmethod
    def plan(cls, input_shape: Shape, **options: Any) -> Plan:
        """Return the shapes, and how many values a pass keeps."""
        numbers = len(_activation(options["program"]).steps) * prod(input_shape)
        return Plan(input_shape, inner=numbers, inner_back=numbers)

    def function(self, x: Array, out: Array) -> Array:
        """Return the function of `x`, step by step."""
        replay = self._replays.get(x.dtype)
        if replay is None:
            replay = self._replays[x.dtype] = replay_of(self.program, x.dtype.name)
        with np.errstate(all="ignore"):  # a step may overflow where the whole does not: 1 / exp(1000) is the right 0
            self._values = replay.forward({"x": x})
        out[...] = self._values[-1]
        return out

    def backward(self, dout: Array, out: Array | None = None) -> Array:
        """Return the gradient that flows back through the steps."""
        y = self._kept(self.y)
        return self._back(np.asarray(dout, y.dtype), np.empty_like(y) if out is None else out)

    def derivative(self, x: Array, y: Array, out: Array) -> Array:
        """Return the derivative at `x`, back through the steps."""
        return self._back(np.ones_like(y), out)

    def _back(self, dout: Array, out: Array) -> Array:
        with np.errstate(all="ignore"):
            found = self._replays[out.dtype].backward(self._values, dout)
        out[...] = found.get("x", 0)
        return out

    def graph(self, x: graph.Node, params: Mapping[str, graph.Node]) -> graph.Node:
        """Return the steps as nodes."""
        return node_of(self.program, {"x": x}, "float64" if self.y is None else self.y.dtype.name)


def _called(program: Program) -> str:
    """Return the name of a class so that with a number behind it nothing else is called so."""
    name = program.name
    if name.rstrip("0123456789") in LAYERS:
        name = f"Own{name}"
    return f"{name}_" if name[-1].isdecimal() else name
