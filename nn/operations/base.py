"""What every operation of a computational graph knows: its result, its local derivative, how both are written."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import numpy.typing as npt

from nn.arrays import Array, Shape
from nn.notation import ATOM, Text, product_of

Places = npt.NDArray[np.intp]
"""Positions in a flattened array."""
Index = tuple[int, ...]

PASSES, STOPS = Text("1"), Text("0")
"""Local derivatives that pass a gradient on as it is, and that let nothing back."""


@dataclass(frozen=True)
class Operation(ABC):
    """What one circle of the graph does, element by element unless a subclass says otherwise.

    Attributes
    ----------
    symbol : str
        Sign in the circle.
    pattern : Text
        How the result is written over the operands ``{0}`` and ``{1}``, which hold together as tightly as `needs`.
    slopes : tuple of Text
        How the local derivative by each operand is written, over ``{0}``, ``{1}`` and the result ``{y}``. ``1`` passes
        the gradient on as it is, ``0`` lets nothing back.
    elementwise : bool
        Whether each number of the result comes from one number of each operand, repeated where an operand is smaller.
    moves : bool
        Whether each number of the result is one of the operand, in another place.
    """

    symbol: ClassVar[str]
    pattern: ClassVar[Text]
    slopes: ClassVar[tuple[Text, ...]]
    needs: ClassVar[int] = ATOM
    elementwise: ClassVar[bool] = True
    moves: ClassVar[bool] = False

    @abstractmethod
    def forward(self, *inputs: Array) -> Array:
        """Return the result for these inputs."""

    @abstractmethod
    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        """Return the local derivative by each input.

        For an elementwise operation it has the output's shape; for `Dot` it is the other factor.
        """

    def backward(self, dout: Array, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        """Return the gradient by each input: upstream times local, summed over what was broadcast."""
        local = self.local(inputs, output)
        return tuple(_summed_to(_flowing(dout, slope), x.shape) for slope, x in zip(local, inputs, strict=True))

    def backward_to(
        self, positions: tuple[int, ...], dout: Array, inputs: tuple[Array, ...], output: Array
    ) -> tuple[Array, ...]:
        """Return the gradients by the inputs at these positions alone; one that passes unchanged may be `dout`."""
        if not self.elementwise:
            flowing = self.backward(dout, inputs, output)
            return tuple([flowing[position] for position in positions])
        local = () if all(self.slopes[each] == PASSES for each in positions) else self.local(inputs, output)
        return tuple(
            [
                _summed_to(dout if self.slopes[each] == PASSES else _flowing(dout, local[each]), inputs[each].shape)
                for each in positions
            ]
        )

    def written(self, operands: Sequence[Text]) -> Text:
        """Return how the result of these operands is written."""
        return self.pattern.filled(operands, needs=self.needs)

    def written_back(self, position: int, dout: Text, operands: Sequence[Text], y: Text) -> Text:
        """Return how the gradient by the operand at `position` is written."""
        slope = self.slopes[position]
        return dout if slope == PASSES else product_of((dout, slope.filled(operands, y)))

    def sources(self, index: Index, inputs: tuple[Array, ...], output: Array) -> tuple[Places, ...]:
        """Return where the numbers stand that make ``output[index]``, for each input."""
        place = place_of(index, output.shape)
        return tuple(repeated(x.shape, output.shape)[[place]] for x in inputs)

    def uses(
        self, position: int, index: Index, inputs: tuple[Array, ...], output: Array
    ) -> tuple[Places, tuple[Places, ...]]:
        """Return which results ``inputs[position][index]`` goes into, and where the operands of each stand."""
        shape = inputs[position].shape
        results = np.flatnonzero(repeated(shape, output.shape) == place_of(index, shape))
        return results, tuple(repeated(x.shape, output.shape)[results] for x in inputs)

    def slopes_at(
        self, position: int, uses: tuple[Places, tuple[Places, ...]], inputs: tuple[Array, ...], output: Array
    ) -> Array:
        """Return the local derivatives of what `uses` found."""
        return np.broadcast_to(self.local(inputs, output)[position], output.shape).ravel()[uses[0]]


def _flowing(dout: Array, slope: Array) -> Array:
    """Return upstream times local, where no gradient is none through the steepest slope too.

    In float32 ``exp(100)`` is infinite, and 0 times infinity would be NaN where the sigmoid's gradient is rightly 0.
    """
    product = dout * slope
    if np.isfinite(product).all():
        return product
    return np.where((dout == 0) & np.isinf(slope), product.dtype.type(0), product)


def _summed_to(gradient: Array, shape: Shape) -> Array:
    """Undo broadcasting: sum over the axes along which a value of `shape` was repeated."""
    if gradient.shape == shape:
        return gradient
    gradient = np.sum(gradient, axis=tuple(range(gradient.ndim - len(shape))))
    repeated = tuple(i for i, (n, m) in enumerate(zip(gradient.shape, shape, strict=True)) if m == 1 and n > 1)
    return np.sum(gradient, axis=repeated, keepdims=True) if repeated else gradient


def place_of(index: Index, shape: Shape) -> int:
    """Return where a number stands in a flattened array of this shape."""
    return int(np.ravel_multi_index(index, shape)) if shape else 0


def repeated(shape: Shape, whole: Shape) -> Places:
    """Return for each number of an array of shape `whole` which number of `shape` is repeated there."""
    places = np.arange(int(np.prod(shape))).reshape(shape)
    return np.broadcast_to(places, whole).ravel()
