"""Operations that move or join numbers: the matrix product, sums, the largest, other shapes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nn.arrays import Array, Shape, rows
from nn.notation import ATOM, COMPARISON, PRODUCT, Text
from nn.operations.base import PASSES, STOPS, Index, Operation, Places, place_of, repeated


class Structural(Operation):
    """Moves or joins numbers."""

    elementwise = False

    def slopes_at(
        self, position: int, uses: tuple[Places, tuple[Places, ...]], inputs: tuple[Array, ...], output: Array
    ) -> Array:
        """Return the local derivatives of what `uses` found."""
        return self.local(inputs, output)[position].ravel()[uses[1][0]]


class Reshaping(Structural):
    """The same numbers in another shape."""

    slopes = (PASSES,)

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        """Return 1 everywhere."""
        return (np.ones_like(inputs[0]),)

    def backward(self, dout: Array, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        """Return the gradient in the shape before."""
        return (dout.reshape(inputs[0].shape),)

    def sources(self, index: Index, inputs: tuple[Array, ...], output: Array) -> tuple[Places, ...]:
        """Return the same place."""
        return (np.array([place_of(index, output.shape)]),)

    def uses(
        self, position: int, index: Index, inputs: tuple[Array, ...], output: Array
    ) -> tuple[Places, tuple[Places, ...]]:
        """Return the same place."""
        place = np.array([place_of(index, inputs[0].shape)])
        return place, (place,)

    def slopes_at(
        self, position: int, uses: tuple[Places, tuple[Places, ...]], inputs: tuple[Array, ...], output: Array
    ) -> Array:
        """Return 1 for each place."""
        return np.ones(len(uses[0]), output.dtype)


class Flatten(Reshaping):
    """One row for each sample."""

    symbol = "flatten"
    pattern = Text("{0} as rows")

    def forward(self, *inputs: Array) -> Array:
        """Return one row for each sample."""
        return rows(inputs[0])


@dataclass(frozen=True)
class Unflatten(Reshaping):
    """Each row in the shape of a sample."""

    symbol = "unflatten"
    pattern = Text("{0} in shape")
    shape: Shape

    def forward(self, *inputs: Array) -> Array:
        """Return the rows in the shape of samples."""
        return inputs[0].reshape(len(inputs[0]), *self.shape)


class Dot(Structural):
    """The matrix product, of a batch or of a single row."""

    symbol = "dot"
    pattern = Text("{0}·{1}", PRODUCT)
    slopes = (Text("{1}"), Text("{0}"))

    def forward(self, *inputs: Array) -> Array:
        """Return the matrix product."""
        return np.dot(inputs[0], inputs[1])

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        """Return for each the other factor."""
        return inputs[1], inputs[0]

    def backward(self, dout: Array, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        """Return ``dout·yᵀ`` and ``xᵀ·dout``."""
        by_first, by_second = self.local(inputs, output)
        by_weights = np.dot(by_second.T, dout) if by_second.ndim > 1 else np.outer(by_second, dout)
        return np.dot(dout, by_first.T), by_weights

    def written_back(self, position: int, dout: Text, operands: Sequence[Text], y: Text) -> Text:
        """Return the product with the other factor turned round."""
        factors = (dout.within(PRODUCT), f"{operands[1].within(ATOM)}ᵀ")
        turned = (f"{operands[0].within(ATOM)}ᵀ", dout.within(PRODUCT))
        return Text("·".join(turned if position else factors), PRODUCT)

    def sources(self, index: Index, inputs: tuple[Array, ...], output: Array) -> tuple[Places, ...]:
        """Return the row of the first and the column of the second factor."""
        width, columns = inputs[1].shape
        row = index[0] if len(index) > 1 else 0
        steps = np.arange(width)
        return row * width + steps, steps * columns + index[-1]

    def uses(
        self, position: int, index: Index, inputs: tuple[Array, ...], output: Array
    ) -> tuple[Places, tuple[Places, ...]]:
        """Return a row of the result for a number of the first factor, a column for one of the second."""
        width, columns = inputs[1].shape
        if position == 0:
            row, k, j = index[0] if len(index) > 1 else 0, index[-1], np.arange(columns)
            return row * columns + j, (np.full(columns, row * width + k), k * columns + j)
        k, column = index
        i = np.arange(output.size // columns)
        return i * columns + column, (i * width + k, np.full(len(i), k * columns + column))

    def slopes_at(
        self, position: int, uses: tuple[Places, tuple[Places, ...]], inputs: tuple[Array, ...], output: Array
    ) -> Array:
        """Return the numbers of the other factor that these meet."""
        other = 1 - position
        return inputs[other].ravel()[uses[1][other]]


@dataclass(frozen=True)
class _Reduction(Structural):
    """Many numbers become one, along an axis that stays with length 1, or altogether."""

    axis: int | None = None

    def sources(self, index: Index, inputs: tuple[Array, ...], output: Array) -> tuple[Places, ...]:
        (x,) = inputs
        places = np.arange(x.size).reshape(x.shape)
        return (places.ravel() if self.axis is None else np.moveaxis(places, self.axis, -1)[self._others(index)],)

    def uses(
        self, position: int, index: Index, inputs: tuple[Array, ...], output: Array
    ) -> tuple[Places, tuple[Places, ...]]:
        (x,) = inputs
        result = 0 if self.axis is None else repeated(output.shape, x.shape)[place_of(index, x.shape)]
        return np.array([result]), (np.array([place_of(index, x.shape)]),)

    def _others(self, index: Index) -> Index:
        assert self.axis is not None
        return tuple(np.delete(index, self.axis))


@dataclass(frozen=True)
class Sum(_Reduction):
    """The sum over one axis, or of everything."""

    symbol = "Σ"
    pattern = Text("Σ {0}", PRODUCT)
    needs = PRODUCT
    slopes = (PASSES,)

    def forward(self, *inputs: Array) -> Array:
        """Return the sum."""
        return np.sum(inputs[0], axis=self.axis, keepdims=self.axis is not None)

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        """Return 1 for every number."""
        return (np.ones_like(inputs[0]),)


@dataclass(frozen=True)
class Max(_Reduction):
    """The largest number along one axis."""

    symbol = "max"
    pattern = Text("max({0})")
    needs = COMPARISON
    slopes = (Text("{0} = {y}", COMPARISON),)

    def forward(self, *inputs: Array) -> Array:
        """Return the largest."""
        return np.max(inputs[0], axis=self.axis, keepdims=True, initial=-np.inf)  # of no numbers at all

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        """Return 1 for the largest; equals share it."""
        largest = inputs[0] == output
        return (largest / np.sum(largest, axis=self.axis, keepdims=True),)


@dataclass(frozen=True)
class Shift(Max):
    """The largest number along one axis where only differences from it matter: the result does not depend on it.

    So nothing need flow back: for softmax, what does adds up to 0.
    """

    slopes = (STOPS,)

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        """Return 0 for every number."""
        return (np.zeros_like(inputs[0]),)
