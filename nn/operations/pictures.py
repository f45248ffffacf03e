"""Operations of convolution and pooling: what a window sees as rows, other shapes and orders, the first maximum."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nn.arrays import Array, Shape
from nn.notation import COMPARISON, Text
from nn.operations.base import PASSES, Index, Places, place_of
from nn.operations.structural import Max, Reshaping, Structural
from nn.windows import Window, columns, pictures_of


class _Moving(Structural):
    """The same numbers elsewhere."""

    moves = True
    slopes = (PASSES,)

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        return (np.ones_like(inputs[0]),)


@dataclass(frozen=True)
class Im2col(_Moving):
    """A row for each place of a window: what it sees there, padding included.

    Attributes
    ----------
    window : Window
        What is moved across the pictures.
    fill : float
        What stands in the padding.
    """

    window: Window
    fill: float = 0.0

    symbol = "im2col"
    pattern = Text("im2col({0})")

    def forward(self, *inputs: Array) -> Array:
        """Return a row for each place."""
        return columns(inputs[0], self.window, self.fill)

    def backward(self, dout: Array, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        """Return the pictures in which each pixel has the sum of its gradients: col2im."""
        return (pictures_of(dout, inputs[0].shape, self.window),)

    def written(self, operands: object) -> Text:
        """Return it over the pictures, or what stands in the padding."""
        return self.pattern.filled(operands) if operands else Text(f"{self.fill:g}")  # type: ignore[arg-type]

    def sources(self, index: Index, inputs: tuple[Array, ...], output: Array) -> tuple[Places, ...]:
        """Return the pixel, none in the padding."""
        _, channels, h, w = inputs[0].shape
        oh, ow = self.window.output((h, w))
        row, column = index
        sample, place = divmod(row, oh * ow)
        channel, i, j = np.unravel_index(column, (channels, *self.window.size))
        y = place // ow * self.window.stride[0] + int(i) - self.window.pad[0]
        x = place % ow * self.window.stride[1] + int(j) - self.window.pad[1]
        if not (0 <= y < h and 0 <= x < w):
            return (np.empty(0, np.intp),)
        return (np.array([place_of((sample, int(channel), y, x), inputs[0].shape)]),)

    def uses(
        self, position: int, index: Index, inputs: tuple[Array, ...], output: Array
    ) -> tuple[Places, tuple[Places, ...]]:
        """Return every place of the window that sees a pixel."""
        h, w = inputs[0].shape[2:]
        oh, ow = self.window.output((h, w))
        sample, channel, y, x = index
        rows, down = _seeing(y, self.window.size[0], self.window.stride[0], self.window.pad[0], oh)
        cols, across = _seeing(x, self.window.size[1], self.window.stride[1], self.window.pad[1], ow)
        lines = (sample * oh * ow + rows[:, np.newaxis] * ow + cols).ravel()
        numbers = (channel * self.window.numbers + down[:, np.newaxis] * self.window.size[1] + across).ravel()
        order = np.argsort(lines, kind="stable")
        found = (lines * output.shape[1] + numbers)[order]
        return found, (np.full(len(found), place_of(index, inputs[0].shape)),)

    def slopes_at(
        self, position: int, uses: tuple[Places, tuple[Places, ...]], inputs: tuple[Array, ...], output: Array
    ) -> Array:
        """Return 1 for each place."""
        return np.ones(len(uses[0]), output.dtype)


def _seeing(pixel: int, size: int, stride: int, pad: int, places: int) -> tuple[Places, Places]:
    """Return the places along one side that see a pixel, and with which of the window's."""
    of_window = np.arange(size)[::-1]
    shifted = pixel + pad - of_window
    place = shifted // stride
    seen = (shifted % stride == 0) & (place >= 0) & (place < places)
    return place[seen], of_window[seen]


@dataclass(frozen=True)
class Reshape(Reshaping, _Moving):
    """The same numbers in the same order, in another shape; -1 is as many as there are."""

    shape: Shape

    symbol = "reshape"
    pattern = Text("{0} in shape")

    def forward(self, *inputs: Array) -> Array:
        """Return the numbers in the shape."""
        return inputs[0].reshape(self.shape)


@dataclass(frozen=True)
class Transpose(_Moving):
    """The axes in another order."""

    axes: tuple[int, ...]

    symbol = "transpose"
    pattern = Text("{0}ᵀ")

    def forward(self, *inputs: Array) -> Array:
        """Return the numbers with their axes in this order."""
        return np.ascontiguousarray(inputs[0].transpose(self.axes))

    def backward(self, dout: Array, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        """Return the gradient with the axes as before."""
        return (dout.transpose(np.argsort(self.axes)),)

    def sources(self, index: Index, inputs: tuple[Array, ...], output: Array) -> tuple[Places, ...]:
        """Return the index with its axes as before."""
        before = tuple(index[int(axis)] for axis in np.argsort(self.axes))
        return (np.array([place_of(before, inputs[0].shape)]),)

    def uses(
        self, position: int, index: Index, inputs: tuple[Array, ...], output: Array
    ) -> tuple[Places, tuple[Places, ...]]:
        """Return the index with its axes in the new order."""
        after = tuple(index[axis] for axis in self.axes)
        return np.array([place_of(after, output.shape)]), (np.array([place_of(index, inputs[0].shape)]),)

    def slopes_at(
        self, position: int, uses: tuple[Places, tuple[Places, ...]], inputs: tuple[Array, ...], output: Array
    ) -> Array:
        """Return 1."""
        return np.ones(len(uses[0]), output.dtype)


@dataclass(frozen=True)
class FirstMax(Max):
    """The largest number along one axis; of equal ones the first counts, as with the book's argmax."""

    needs = COMPARISON

    def local(self, inputs: tuple[Array, ...], output: Array) -> tuple[Array, ...]:
        """Return 1 for the first of the largest, 0 for the others."""
        assert self.axis is not None
        first = np.zeros_like(inputs[0])
        np.put_along_axis(first, np.argmax(inputs[0], axis=self.axis, keepdims=True), 1, axis=self.axis)
        return (first,)
