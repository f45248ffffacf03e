"""Operations that work on each number by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nn.arrays import Array
from nn.notation import ATOM, COMPARISON, QUOTIENT, SUM, Text, product_of, sum_of
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


class Sin(Operation):
    """The sine."""

    symbol = "sin"
    pattern = Text("sin({0})")
    needs = COMPARISON
    slopes = (Text("cos({0})"),)

    def forward(self, *inputs: Array) -> Array:
        """Return ``sin(x)``."""
        return np.sin(inputs[0])

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        """Return ``cos(x)``."""
        return (np.cos(inputs[0]),)


class Cos(Operation):
    """The cosine."""

    symbol = "cos"
    pattern = Text("cos({0})")
    needs = COMPARISON
    slopes = (Text("-sin({0})", SUM),)

    def forward(self, *inputs: Array) -> Array:
        """Return ``cos(x)``."""
        return np.cos(inputs[0])

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        """Return ``-sin(x)``."""
        return (-np.sin(inputs[0]),)


class Arctan(Operation):
    """The angle whose tangent is x."""

    symbol = "arctan"
    pattern = Text("arctan({0})")
    needs = COMPARISON
    slopes = (Text("1 / (1 + {0}²)", QUOTIENT),)

    def forward(self, *inputs: Array) -> Array:
        """Return ``arctan(x)``."""
        return np.arctan(inputs[0])

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        """Return ``1 / (1 + x²)``."""
        return (1 / (1 + inputs[0] * inputs[0]),)


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


class _Comparison(Operation):
    """A mask: True where something holds, else False; nothing flows back."""

    needs = SUM
    slopes = (STOPS, STOPS)

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        """Return 0 for both."""
        zeros = np.zeros(output.shape, inputs[0].dtype)
        return zeros, zeros


class Greater(_Comparison):
    """True where x is above y, else False."""

    symbol = ">"
    pattern = Text("{0} > {1}", COMPARISON)

    def forward(self, *inputs: Array) -> Array:
        """Return ``x > y``."""
        return np.asarray(inputs[0] > inputs[1])


class AtMost(_Comparison):
    """True where x is at most y, else False: the book's ``x <= 0``."""

    symbol = "<="
    pattern = Text("{0} <= {1}", COMPARISON)

    def forward(self, *inputs: Array) -> Array:
        """Return ``x <= y``."""
        return np.asarray(inputs[0] <= inputs[1])


class Masked(Operation):
    """0 where a mask is True, else x: the book's ``out[mask] = 0``."""

    symbol = "[mask] = 0"
    pattern = Text("0 if {0} else {1}", COMPARISON)
    needs = SUM
    slopes = (STOPS, Text("0 if {0} else 1", COMPARISON))

    def forward(self, *inputs: Array) -> Array:
        """Return x with 0 where the mask is True."""
        mask, x = inputs
        return np.where(mask, x.dtype.type(0), x)

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        """Return 0 by the mask; 0 where that is True, else 1."""
        return np.zeros_like(output), np.where(inputs[0], output.dtype.type(0), output.dtype.type(1))

    def backward_to(
        self, positions: tuple[int, ...], dout: Array, inputs: tuple[Array, ...], output: Array
    ) -> tuple[Array, ...]:
        """Return the gradients by the inputs at these positions alone: the book's ``dout[mask] = 0``."""
        if positions == (1,) and inputs[1].shape == output.shape:
            return (np.where(inputs[0], dout.dtype.type(0), dout),)
        return super().backward_to(positions, dout, inputs, output)

    def written_back(self, position: int, dout: Text, operands: Sequence[Text], y: Text) -> Text:
        """Return the gradient with 0 where the mask is True: the book's ``dout[mask] = 0``."""
        if position == 0:
            return super().written_back(position, dout, operands, y)
        return self.pattern.filled((operands[0], dout), needs=self.needs)


@dataclass(frozen=True)
class AsType(Operation):
    """The same values in another type: True becomes 1, False 0.

    Attributes
    ----------
    dtype : str
        Name of the type: ``"float32"``.
    """

    dtype: str

    symbol = "astype"
    needs = ATOM
    slopes = (PASSES,)

    def forward(self, *inputs: Array) -> Array:
        """Return x in the type."""
        return inputs[0].astype(self.dtype)

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        """Return 1."""
        return (np.ones_like(output),)

    def written(self, operands: Sequence[Text]) -> Text:
        """Return it as NumPy has it."""
        return Text(f"{operands[0].within(ATOM)}.astype({self.dtype})")


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
