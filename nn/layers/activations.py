"""Activation functions as layers: each output depends on its own input alone."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from math import prod
from typing import Any

import numpy as np
import numpy.typing as npt

from nn import functions, graph
from nn.arrays import ONE, Array, Shape
from nn.choices.options import Option
from nn.graph import Node
from nn.layers.base import LAYERS, Calls, Formula, Plan
from nn.layers.elementwise import Activation

_PICTURES = 4  # axes of a batch of them


@LAYERS.register("Step")
class Step(Activation):
    """Step function: 1 above 0, else 0. Its derivative is 0, so nothing before it can learn."""

    formula = Formula("y = 1 if x > 0 else 0", "dx = 0")

    def function(self, x: Array, out: Array) -> Array:
        """Return 1 where `x` is above 0, else 0, in the dtype of `x`."""
        return np.greater(x, 0, out=out)

    def derivative(self, x: Array, y: Array, out: Array) -> Array:
        """Return 0 everywhere."""
        return np.multiply(y, 0, out=out)

    def graph(self, x: Node, params: Mapping[str, Node]) -> Node:
        """Return the comparison with 0, and its truth as a number."""
        dtype = np.dtype(np.float64) if self.y is None else self.y.dtype  # it can be drawn before anything went forward
        return graph.as_type(graph.greater(x, 0.0), dtype.name)


@LAYERS.register("Sigmoid")
class Sigmoid(Activation):
    """Sigmoid function (book 5.5.2). The derivative needs only the output `y`, which is why that is kept."""

    formula = Formula("y = 1 / (1 + exp(-x))", "dx = dout · y · (1 - y)")

    def function(self, x: Array, out: Array) -> Array:
        """Return the sigmoid of `x`."""
        return functions.sigmoid(x, out)

    def derivative(self, x: Array, y: Array, out: Array) -> Array:
        """Return ``y (1 - y)``."""
        out = np.subtract(ONE[y.dtype], y, out=out)
        return np.multiply(out, y, out=out)

    def graph(self, x: Node, params: Mapping[str, Node]) -> Node:
        """Return the book's four circles: ×(-1), exp, +1 and /."""
        return graph.reciprocal(graph.add(graph.exp(graph.negate(x)), 1.0))


@LAYERS.register("Relu")
class Relu(Activation):
    """Rectified linear unit (book 5.5.1): passes what is above 0."""

    formula = Formula("y = x if x > 0 else 0", "dx = dout if x > 0 else 0")

    keeps_order = True
    stops_at_zero = True

    def __init__(self) -> None:
        super().__init__()
        self._passed: npt.NDArray[np.bool_] | None = None

    @classmethod
    def plan(cls, input_shape: Shape, **options: Any) -> Plan:
        """Return the same shape; of pictures a truth for each number is kept, a byte each."""
        return Plan(input_shape, inner=prod(input_shape) // 4 if len(input_shape) == _PICTURES - 1 else 0)

    @property
    def mask(self) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
        """Where the input was not above 0: there nothing flows, forwards or backwards."""
        return self._kept(self.x) <= 0

    def function(self, x: Array, out: Array) -> Array:
        """Return the larger of `x` and 0."""
        return functions.relu(x, out)

    def derivative(self, x: Array, y: Array, out: Array) -> Array:
        """Return 1 where `y` is above 0, else 0."""
        return np.greater(y, 0, out=out)

    def backward(self, dout: Array, out: Array | None = None) -> Array:
        """Return the gradient where the output is above 0; a mask of truths spares NumPy a conversion."""
        y = self._kept(self.y)
        if out is None or y.ndim < _PICTURES:
            return super().backward(dout, out)
        self._passed = self._mask_like(y)
        np.greater(y, 0, out=self._passed)
        return np.multiply(dout, self._passed, out=out)

    def inference(self, x: Array) -> tuple[Calls, Array]:
        """Return the comparison, against as many zeros: with a single one NumPy takes three times as long."""
        return [partial(np.maximum, x, np.zeros_like(x), out=x)], x

    # ---- some rows of pictures at a time

    @property
    def goes_by_rows(self) -> bool:
        """Whether it does: always."""
        return True

    def rows_before(self, end: int) -> int:
        """Return how many rows of the input so many of the output are made of: as many."""
        return end

    def begin_forward(self, x: Array, out: Array) -> None:
        """Take pictures whose rows `forward_rows` is to let pass into `out`."""
        self.x, self.y = x, out

    def forward_rows(self, first: int, end: int) -> None:
        """Let rows pass."""
        rows = (slice(None), slice(None), slice(first, end))
        functions.relu(self._kept(self.x)[rows], self._kept(self.y)[rows])

    def begin_backward(self, dout: Array, out: Array) -> None:
        """Take a gradient whose rows `backward_rows` is to let pass into `out`."""
        self._passed = self._mask_like(self._kept(self.y))
        self._dout, self._dx = dout, out

    def backward_rows(self, first: int, end: int) -> None:
        """Let the gradient of rows pass."""
        assert self._passed is not None
        rows = (slice(None), slice(None), slice(first, end))
        np.greater(self._kept(self.y)[rows], 0, out=self._passed[rows])
        np.multiply(self._dout[rows], self._passed[rows], out=self._dx[rows])

    def end_backward(self) -> None:
        """Do nothing more."""

    def _mask_like(self, y: Array) -> npt.NDArray[np.bool_]:
        kept = self._passed
        return kept if kept is not None and kept.shape == y.shape else np.empty_like(y, bool)

    def graph(self, x: Node, params: Mapping[str, Node]) -> Node:
        """Return the mask of what is not above 0, and x with 0 there."""
        return graph.masked(x, graph.at_most(x, 0.0, "mask_"))


@LAYERS.register("Identity")
class Identity(Activation):
    """Identity function: the output activation of regression; between Affine layers it adds nothing."""

    formula = Formula("y = x", "dx = dout")

    def function(self, x: Array, out: Array) -> Array:
        """Return `x` in an array of its own."""
        return np.multiply(x, 1, out=out)

    def derivative(self, x: Array, y: Array, out: Array) -> Array:
        """Return 1 everywhere."""
        out.fill(1)
        return out

    def graph(self, x: Node, params: Mapping[str, Node]) -> Node:
        """Return x times 1."""
        return graph.multiply(x, 1.0)


@LAYERS.register("Tanh")
class Tanh(Activation):
    """Hyperbolic tangent: a sigmoid from -1 to 1."""

    formula = Formula("y = tanh(x)", "dx = dout · (1 - y²)")

    def function(self, x: Array, out: Array) -> Array:
        """Return the hyperbolic tangent of `x`."""
        return np.tanh(x, out=out)

    def derivative(self, x: Array, y: Array, out: Array) -> Array:
        """Return ``1 - y²``."""
        out = np.multiply(y, y, out=out)
        return np.subtract(ONE[y.dtype], out, out=out)

    def graph(self, x: Node, params: Mapping[str, Node]) -> Node:
        """Return the one circle tanh."""
        return graph.tanh(x)


@LAYERS.register("LeakyRelu")
class LeakyRelu(Activation):
    """ReLU with a small slope below 0, so that it cannot die."""

    formula = Formula("y = x if x > 0 else slope · x", "dx = dout · (1 if x > 0 else slope)")
    options = (Option("slope", 0.01, minimum=0.0, maximum=1.0, help="Slope below 0; 0 makes it a ReLU."),)

    def __init__(self, slope: float = 0.01) -> None:
        super().__init__()
        self.slope = slope

    def function(self, x: Array, out: Array) -> Array:
        """Return `x` above 0 and ``slope · x`` elsewhere."""
        return _placed(functions.leaky_relu(x, self.slope), out)

    def derivative(self, x: Array, y: Array, out: Array) -> Array:
        """Return 1 above 0 and the slope elsewhere."""
        return _placed(functions.leaky_relu_grad(x, self.slope), out)

    def graph(self, x: Node, params: Mapping[str, Node]) -> Node:
        """Return x times (slope + (1 - slope) · mask)."""
        factor = graph.add(graph.multiply(graph.greater(x, 0.0), 1 - self.slope), self.slope)
        return graph.multiply(x, factor)


@LAYERS.register("Elu")
class Elu(Activation):
    """Exponential linear unit: smooth below 0, towards -alpha."""

    formula = Formula("y = x if x > 0 else α(exp(x) - 1)", "dx = dout · (1 if x > 0 else α·exp(x))")
    options = (Option("alpha", 1.0, minimum=0.0, maximum=100.0, help="Depth far below 0."),)

    def __init__(self, alpha: float = 1.0) -> None:
        super().__init__()
        self.alpha = alpha

    def function(self, x: Array, out: Array) -> Array:
        """Return `x` above 0 and ``alpha (exp(x) - 1)`` elsewhere."""
        return _placed(functions.elu(x, self.alpha), out)

    def derivative(self, x: Array, y: Array, out: Array) -> Array:
        """Return 1 above 0 and ``alpha exp(x)`` elsewhere."""
        return _placed(functions.elu_grad(x, self.alpha), out)

    def graph(self, x: Node, params: Mapping[str, Node]) -> Node:
        """Return x · mask + alpha (exp(min(x, 0)) - 1); the second part is 0 above 0."""
        above = graph.multiply(x, graph.greater(x, 0.0))
        below = graph.subtract(graph.exp(graph.minimum(x, 0.0)), 1.0)
        return graph.add(above, graph.multiply(below, self.alpha))


@LAYERS.register("Softplus")
class Softplus(Activation):
    """Smooth ReLU."""

    formula = Formula("y = log(1 + exp(x))", "dx = dout / (1 + exp(-x))")

    def function(self, x: Array, out: Array) -> Array:
        """Return ``log(1 + exp(x))``."""
        return _placed(functions.softplus(x), out)

    def derivative(self, x: Array, y: Array, out: Array) -> Array:
        """Return the sigmoid of `x`."""
        return functions.sigmoid(x, out)

    def graph(self, x: Node, params: Mapping[str, Node]) -> Node:
        """Return max(x, 0) + log(1 + exp(-|x|)), where exp cannot overflow."""
        beyond = graph.log(graph.add(graph.exp(graph.minimum(x, graph.negate(x))), 1.0))
        return graph.add(graph.multiply(x, graph.greater(x, 0.0)), beyond)


@LAYERS.register("Gelu")
class Gelu(Activation):
    """Gaussian error linear unit, in its tanh form."""

    formula = Formula(
        "y = 0.5·x·(1 + tanh(u)),  u = √(2/π)·(x + 0.044715·x³)",
        "dx = dout · (0.5·(1 + tanh(u)) + 0.5·x·(1 - tanh²(u))·du/dx)",
    )

    def function(self, x: Array, out: Array) -> Array:
        """Return the GELU of `x`."""
        return _placed(functions.gelu(x), out)

    def derivative(self, x: Array, y: Array, out: Array) -> Array:
        """Return the derivative at `x`."""
        return _placed(functions.gelu_grad(x), out)

    def graph(self, x: Node, params: Mapping[str, Node]) -> Node:
        """Return the tanh form in products, sums and one tanh."""
        cube = graph.multiply(graph.multiply(x, x), x)
        u = graph.multiply(graph.add(x, graph.multiply(cube, 0.044715)), float(np.sqrt(2 / np.pi)))
        return graph.multiply(graph.multiply(x, 0.5), graph.add(graph.tanh(u), 1.0))


@LAYERS.register("Swish")
class Swish(Activation):
    """x times its own sigmoid; also known as SiLU."""

    formula = Formula("y = x · s,  s = 1 / (1 + exp(-x))", "dx = dout · (s + x·s·(1 - s))")

    def function(self, x: Array, out: Array) -> Array:
        """Return ``x · sigmoid(x)``."""
        return _placed(functions.swish(x), out)

    def derivative(self, x: Array, y: Array, out: Array) -> Array:
        """Return the derivative at `x`."""
        return _placed(functions.swish_grad(x), out)

    def graph(self, x: Node, params: Mapping[str, Node]) -> Node:
        """Return x times the sigmoid's four circles."""
        return graph.multiply(x, graph.reciprocal(graph.add(graph.exp(graph.negate(x)), 1.0)))


def _placed(result: Array, out: Array) -> Array:
    """Return `result` in `out`."""
    out[...] = result
    return out
