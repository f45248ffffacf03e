"""Operations that work on each number by itself."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from nn.arrays import Array
from nn.notation import COMPARISON, QUOTIENT, SUM, Text, product_of, sum_of
from nn.operations.base import PASSES, STOPS, Operation


class Negate(Operation):
    """``-x``."""

    symbol = "×(-1)"
    pattern = Text("-{0}", SUM)
    needs = QUOTIENT
    slopes = (Text("-1", SUM),)

    def forward(self, *inputs: Array) -> Array:
        """Return ``-x``."""
        return -inputs[0]

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        """Return -1."""
        return (-np.ones_like(output),)


class Exp(Operation):
    """The exponential function."""

    symbol = "exp"
    pattern = Text("exp({0})")
    needs = COMPARISON
    slopes = (Text("{y}"),)

    def forward(self, *inputs: Array) -> Array:
        """Return ``exp(x)``."""
        return np.exp(inputs[0])

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        """Return the result itself."""
        return (output,)


class Log(Operation):
    """The natural logarithm."""

    symbol = "log"
    pattern = Text("log({0})")
    needs = COMPARISON
    slopes = (Text("1 / {0}", QUOTIENT),)

    def forward(self, *inputs: Array) -> Array:
        """Return ``log(x)``."""
        return np.log(inputs[0])

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        """Return ``1 / x``."""
        return (1 / inputs[0],)


class Tanh(Operation):
    """The hyperbolic tangent."""

    symbol = "tanh"
    pattern = Text("tanh({0})")
    needs = COMPARISON
    slopes = (Text("1 - {y}²", SUM),)

    def forward(self, *inputs: Array) -> Array:
        """Return ``tanh(x)``."""
        return np.tanh(inputs[0])

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        """Return ``1 - y²``."""
        return (1 - output * output,)


class SquareRoot(Operation):
    """The square root."""

    symbol = "√"
    pattern = Text("√{0}")
    slopes = (Text("0.5 / {y}", QUOTIENT),)

    def forward(self, *inputs: Array) -> Array:
        """Return ``√x``."""
        return np.sqrt(inputs[0])

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        """Return ``1 / (2 √x)``."""
        return (0.5 / output,)


class Reciprocal(Operation):
    """One over x."""

    symbol = "/"
    pattern = Text("1 / {0}", QUOTIENT)
    slopes = (Text("-{y}²", SUM),)

    def forward(self, *inputs: Array) -> Array:
        """Return ``1 / x``."""
        return 1 / inputs[0]

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        """Return ``-y²``."""
        return (-output * output,)


class Abs(Operation):
    """The absolute value.

    At 0 it has no derivative: 0 counts there, so that it is ``relu(x) + relu(-x)`` with the book's ReLU, which lets
    nothing back where x is 0.
    """

    symbol = "abs"
    pattern = Text("abs({0})")
    needs = COMPARISON
    slopes = (Text("sign({0})"),)

    def forward(self, *inputs: Array) -> Array:
        """Return ``abs(x)``."""
        return np.abs(inputs[0])

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        """Return 1 above 0, -1 below, 0 at 0."""
        return (np.sign(inputs[0]),)


class Add(Operation):
    """The sum of two values."""

    symbol = "+"
    slopes = (PASSES, PASSES)

    def forward(self, *inputs: Array) -> Array:
        """Return ``x + y``."""
        return inputs[0] + inputs[1]

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        """Return 1 for both."""
        return np.ones_like(output), np.ones_like(output)

    def written(self, operands: Sequence[Text]) -> Text:
        """Return them with + or - between them."""
        return sum_of(operands)


class Multiply(Operation):
    """The product of two values, element by element."""

    symbol = "×"
    slopes = (Text("{1}"), Text("{0}"))

    def forward(self, *inputs: Array) -> Array:
        """Return ``x y``."""
        return inputs[0] * inputs[1]

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        """Return for each the other factor."""
        return inputs[1], inputs[0]

    def written(self, operands: Sequence[Text]) -> Text:
        """Return them with · between them."""
        return product_of(operands)


class Greater(Operation):
    """1 where x is above y, else 0; nothing flows back."""

    symbol = ">"
    pattern = Text("{0} > {1}", COMPARISON)
    needs = SUM
    slopes = (STOPS, STOPS)

    def forward(self, *inputs: Array) -> Array:
        """Return 1 where ``x > y``, else 0."""
        return (inputs[0] > inputs[1]).astype(inputs[0].dtype)

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        """Return 0 for both."""
        return np.zeros_like(output), np.zeros_like(output)


class Minimum(Operation):
    """The smaller of two values, element by element."""

    symbol = "min"
    pattern = Text("min({0}, {1})")
    needs = SUM
    slopes = (Text("{0} ≤ {1}", COMPARISON), Text("{0} > {1}", COMPARISON))

    def forward(self, *inputs: Array) -> Array:
        """Return the smaller one."""
        return np.minimum(inputs[0], inputs[1])

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        """Return 1 for the smaller one, 0 for the other; the first counts where they are equal."""
        first = (inputs[0] <= inputs[1]).astype(output.dtype)
        return first, 1 - first


class Maximum(Operation):
    """The larger of two values, element by element.

    Where they are equal it has no derivative by either: the second counts there, so that ``maximum(x, 0)`` is the
    book's ReLU, which lets nothing back where x is 0. `Minimum` lets the first count, so that for two values both
    together have the derivatives of the sum, as they have its value.
    """

    symbol = "max"
    pattern = Text("max({0}, {1})")
    needs = SUM
    slopes = (Text("{0} > {1}", COMPARISON), Text("{0} ≤ {1}", COMPARISON))

    def forward(self, *inputs: Array) -> Array:
        """Return the larger one."""
        return np.maximum(inputs[0], inputs[1])

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        """Return 1 for the larger one, 0 for the other; the second counts where they are equal."""
        first = (inputs[0] > inputs[1]).astype(output.dtype)
        return first, 1 - first
