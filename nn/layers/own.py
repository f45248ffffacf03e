"""Layers of a person's own: what their code did, recorded, is done again by the operations; the code never runs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import prod
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from nn import graph
from nn.arrays import Array, Rng, Shape, as_float, rows
from nn.choices.options import Option
from nn.layers.base import LAYERS, Formula, Layer, Plan, Weighted, drawn_weights
from nn.layers.elementwise import Activation
from nn.messages import Message
from nn.recorded import Program, Replay, Step, node_of, read_program, replay_of, written, written_program

_SWISH = """import numpy as np


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
        _SWISH,
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
"""An activation of one's own where nobody brought one; below that, the other kinds."""
_UNIT_LENGTH = """import numpy as np


class UnitLength:
    def forward(self, x):
        self.length = np.sqrt(np.sum(x * x, axis=1, keepdims=True) + 1e-6)
        self.y = x / self.length
        return self.y

    def backward(self, dout):
        return (dout - self.y * np.sum(dout * self.y, axis=1, keepdims=True)) / self.length
"""
EXAMPLE_LAYER = written_program(
    Program(
        "UnitLength",
        "own.py",
        _UNIT_LENGTH,
        (
            Step("input"),
            Step("multiply", (0, 0)),
            Step("sum", (1,)),
            Step("constant", (), 1e-6),
            Step("add", (2, 3)),
            Step("square root", (4,)),
            Step("reciprocal", (5,)),
            Step("multiply", (0, 6)),
        ),
    )
)
_AFFINE = """import numpy as np


class Affine:
    def __init__(self, W, b):
        self.W = W
        self.b = b

    def forward(self, x):
        self.x = x
        return np.dot(x, self.W) + self.b

    def backward(self, dout):
        self.dW = np.dot(self.x.T, dout)
        self.db = np.sum(dout, axis=0)
        return np.dot(dout, self.W.T)
"""
EXAMPLE_AFFINE = written_program(
    Program(
        "Affine",
        "own.py",
        _AFFINE,
        (
            Step("input"),
            Step("parameter", (), "W"),
            Step("parameter", (), "b"),
            Step("dot", (0, 1)),
            Step("add", (3, 2)),
        ),
        {"W": ("D", "M"), "b": ("M",)},
    )
)


def _of_kind(kind: str) -> Callable[[str], Program]:
    def read(text: str) -> Program:
        program = read_program(text)
        if program.kind != kind:
            raise ValueError(
                Message("{name} is no {kind}, it is an {right}", name=program.name, kind=kind, right=program.kind)
            )
        return program

    return read


def _program_option(kind: str, example: str) -> Option:
    return Option(
        "program", example, valid=_of_kind(kind), is_chosen=False, help="The recorded steps and their source."
    )


class _Own(Layer):
    """What all layers have in common that stand for a person's class.

    Parameters
    ----------
    program : str
        As `nn.recorded.written_program` gives it.
    """

    is_brought = True

    def __init__(self, program: str) -> None:
        super().__init__()
        self.program = read_program(program)
        self.formula = self.written(program=program)
        self.code = self.program.code
        self._values: list[Array] = []
        self._replay: Replay | None = None
        self._replays: dict[tuple[np.dtype[Any], int], Replay] = {}

    @classmethod
    def called(cls, **options: Any) -> str:
        """Return the name of the person's class; with a sign where the program has one of that name."""
        return _called(read_program(options["program"]))

    @classmethod
    def written(cls, **options: Any) -> Formula:
        """Return what the steps compute in one line."""
        return Formula(f"y = {written(read_program(options['program']))}", cls.formula.backward)

    def _through(self, x: Array) -> Array:
        """Return what the steps make of `x`."""
        sizes = self._sizes(x.shape[-1] if self.program.has_means else 0)
        replay = self._replays.get((x.dtype, sizes["D"]))
        if replay is None:
            replay = self._replays[x.dtype, sizes["D"]] = replay_of(self.program, x.dtype.name, *sizes.values())
        self._replay = replay
        with np.errstate(all="ignore"):  # a step may overflow where the whole does not: 1 / exp(1000) is the right 0
            self._values = replay.forward({"x": x, **self.params})
        return self._values[-1]

    def _back(self, dout: Array) -> dict[str, Array]:
        """Return the gradients that flow back through the steps."""
        with np.errstate(all="ignore"):
            assert self._replay is not None, "forward came first"
            return self._replay.backward(self._values, dout)

    def _sizes(self, inputs: int) -> dict[str, int]:
        """Return how many inputs and neurons there are, by the letters of the steps."""
        return {"D": inputs, "M": 0}


@LAYERS.register("OwnActivation")
class OwnActivation(_Own, Activation):
    """An activation function that a person wrote: its recorded steps, done again.

    Parameters
    ----------
    program : str
        As `nn.recorded.written_program` gives it.
    """

    formula = Formula("y = f(x)", "dx = dout · f'(x)")
    options = (_program_option("OwnActivation", EXAMPLE),)

    def __init__(self, program: str = EXAMPLE) -> None:
        _Own.__init__(self, program)
        self.x: Array | None = None
        self.y: Array | None = None

    @classmethod
    def plan(cls, input_shape: Shape, **options: Any) -> Plan:
        """Return the shapes, and how many values a pass keeps."""
        kept = _values_kept(options, prod(input_shape))
        return Plan(input_shape, inner=kept, inner_back=kept)

    def function(self, x: Array, out: Array) -> Array:
        """Return the function of `x`, step by step."""
        out[...] = self._through(x)
        return out

    def backward(self, dout: Array, out: Array | None = None) -> Array:
        """Return the gradient that flows back through the steps."""
        y = self._kept(self.y)
        return self._slope(np.asarray(dout, y.dtype), np.empty_like(y) if out is None else out)

    def derivative(self, x: Array, y: Array, out: Array) -> Array:
        """Return the derivative at `x`, back through the steps."""
        return self._slope(np.ones_like(y), out)

    def _slope(self, dout: Array, out: Array) -> Array:
        out[...] = self._back(dout).get("x", 0)
        return out

    def graph(self, x: graph.Node, params: Mapping[str, graph.Node]) -> graph.Node:
        """Return the steps as nodes."""
        return node_of(self.program, {"x": x}, "float64" if self.y is None else self.y.dtype.name)


class _OfRows(_Own):
    """A layer that a person wrote for samples in rows; images are laid out on the way in."""

    def __init__(self, program: str, params: Mapping[str, Array]) -> None:
        super().__init__(program)
        self.params = dict(params)
        self.y: Array | None = None
        self._input_shape: Shape = ()
        self._width = 0

    def forward(self, x: Array, training: bool = False, rng: Rng = None, out: Array | None = None) -> Array:
        """Return what the steps make of a batch, or of one sample."""
        if out is None:
            x = as_float(x)
        self._input_shape = x.shape
        self._width = prod(x.shape[1:] if x.ndim > 1 else x.shape)
        shape = self._shape_of(x.shape)
        y = np.empty(shape, x.dtype) if out is None else out
        y[...] = self._through(rows(x)).reshape(shape)
        self.y = y
        return y

    def backward(self, dout: Array, out: Array | None = None) -> Array:
        """Return the gradient by the input; sets `grads`."""
        y = self._kept(self.y)
        found = self._gradients(dout)
        if out is None:
            out = np.empty(self._input_shape, y.dtype)
        out[...] = np.reshape(found["x"], self._input_shape) if "x" in found else 0
        return out

    def backward_params(self, dout: Array) -> None:
        """Set `grads`."""
        self._kept(self.y)
        self._gradients(dout)

    def graph(self, x: graph.Node, params: Mapping[str, graph.Node]) -> graph.Node:
        """Return the steps as nodes; images are laid out first, and get their shape back where it stays the same."""
        is_shaped = len(self._input_shape) > 2
        node = node_of(
            self.program,
            {"x": graph.flatten(x) if is_shaped else x, **params},
            "float64" if self.y is None else self.y.dtype.name,
            self._sizes(self._width),
        )
        keeps = is_shaped and self._shape_of(self._input_shape) == self._input_shape
        return graph.unflatten(node, self._input_shape[1:]) if keeps else node

    def _shape_of(self, shape: Shape) -> Shape:
        """Return the shape of what comes out."""
        return shape

    def _gradients(self, dout: Array) -> dict[str, Array]:
        last = self._values[-1]
        found = self._back(np.asarray(dout, last.dtype).reshape(last.shape))
        for key, param in self.params.items():
            grad, view = found.get(key), self._grad_views.get(key)
            if view is None:
                view = self.grads[key] = np.empty_like(param)
            view[...] = 0 if grad is None else grad
        return found


@LAYERS.register("OwnLayer")
class OwnLayer(_OfRows):
    """A layer that a person wrote, which gives as many numbers as it gets: its recorded steps, done again.

    Parameters
    ----------
    program : str
        As `nn.recorded.written_program` gives it.
    **params : ndarray
        What it learns, by its names.
    """

    formula = Formula("y = f(x)", "dx = dout · ∂y/∂x")
    options = (_program_option("OwnLayer", EXAMPLE_LAYER),)

    def __init__(self, program: str = EXAMPLE_LAYER, **params: Array) -> None:
        super().__init__(program, params)

    @classmethod
    def plan(cls, input_shape: Shape, **options: Any) -> Plan:
        """Return the shapes: every parameter has one number for each that goes in."""
        width = prod(input_shape)
        params = dict.fromkeys(read_program(options["program"]).params, (width,))
        kept = _values_kept(options, width)
        return Plan(input_shape, params, inner=kept, inner_back=kept, predicted=kept)

    @classmethod
    def build(cls, input_shape: Shape, rng: np.random.Generator, dtype: npt.DTypeLike, **options: Any) -> Self:
        """Begin where it neither scales nor shifts: gamma is 1, the others are 0."""
        shapes = cls.plan(input_shape, **options).params
        made = {key: (np.ones if key == "gamma" else np.zeros)(shape, dtype) for key, shape in shapes.items()}
        layer = cls(options["program"], **made)
        layer._width = prod(input_shape)  # its graph may be wanted before anything went through
        return layer


@LAYERS.register("OwnAffine")
class OwnAffine(_OfRows, Weighted):
    """A layer with neurons that a person wrote, made with W and b: its recorded steps, done again.

    Parameters
    ----------
    W : ndarray, shape (D, M)
        Weights: one column a neuron.
    b : ndarray, shape (M,)
        Biases.
    program : str
        As `nn.recorded.written_program` gives it.
    """

    formula = Formula("y = f(x, W, b)", "dx = dout · ∂y/∂x,  dW = dout · ∂y/∂W,  db = dout · ∂y/∂b")
    options = (
        _program_option("OwnAffine", EXAMPLE_AFFINE),
        Option("units", 10, minimum=1, maximum=1_000_000, help="Number of neurons."),
        *Weighted.drawing,
    )

    def __init__(self, W: Array, b: Array, program: str = EXAMPLE_AFFINE) -> None:
        super().__init__(program, {"W": W, "b": b})

    @classmethod
    def plan(cls, input_shape: Shape, **options: Any) -> Plan:
        """Return the shapes: every number of a sample is an input of every neuron."""
        width, units = prod(input_shape), options["units"]
        kept = _values_kept(options, max(width, units))
        params = {"W": (width, units), "b": (units,)}
        return Plan((units,), params, inner=kept, inner_back=kept, predicted=kept)

    @classmethod
    def build(cls, input_shape: Shape, rng: np.random.Generator, dtype: npt.DTypeLike, **options: Any) -> Self:
        """Draw the weights with the chosen initializer; biases start at 0."""
        shapes = cls.plan(input_shape, **options).params
        W = drawn_weights(rng, shapes["W"], dtype, options)
        return cls(W, np.zeros(shapes["b"], dtype), options["program"])

    def _sizes(self, inputs: int) -> dict[str, int]:
        return dict(zip("DM", self.params["W"].shape, strict=True))

    def _shape_of(self, shape: Shape) -> Shape:
        """Return the shape of what comes out: a row of neurons a sample."""
        width, units = self.params["W"].shape
        if not shape or prod(shape[1:] if len(shape) > 1 else shape) != width:
            raise ValueError(
                Message(
                    "{layer} expects {wanted} inputs, got {got} (input shape {shape}); "
                    "give samples of {wanted} numbers or build the layer for another input",
                    layer=self.name,
                    wanted=width,
                    got=shape[-1] if shape else Message("a single number"),
                    shape=shape,
                )
            )
        return (units,) if len(shape) == 1 else (shape[0], units)


def _values_kept(options: Mapping[str, Any], width: int) -> int:
    """Return how many numbers of a sample a pass keeps: the values of all steps."""
    return len(read_program(options["program"]).steps) * width


def _called(program: Program) -> str:
    """Return the name of a class so that with a number behind it nothing else is called so."""
    name = program.name
    if name.rstrip("0123456789") in LAYERS:
        name = f"Own{name}"
    return f"{name}_" if name[-1].isdecimal() else name
