"""One filter over one picture, place by place."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from nn.arrays import Array
from nn.inspection.convolution.names import Names
from nn.inspection.convolution.sums import shortened
from nn.inspection.convolution.sweep import Place, Sweep
from nn.messages import Message
from nn.notation import plain
from nn.trace.explaining import Explanation, explanation_of
from nn.trace.expressions import Expression, Leaf, Product
from nn.windows import Pair, window_of


@dataclass(frozen=True, eq=False)
class Convolved:
    """A picture, a filter, and what comes out; nobody writes into the arrays.

    Attributes
    ----------
    x : ndarray, shape (C, H, W)
    w : ndarray, shape (C, FH, FW)
    bias : float
    stride, pad : int or (int, int)
    names : Names
    """

    x: Array
    w: Array
    bias: float = 0.0
    stride: int | Pair = 1
    pad: int | Pair = 0
    names: Names = field(default_factory=Names)

    def __post_init__(self) -> None:
        if len(self.x) != len(self.w):
            raise ValueError(
                Message(
                    "The picture has {got} channels, the filter {expected}; they must be equal",
                    got=len(self.x),
                    expected=len(self.w),
                )
            )
        self.sweep  # noqa: B018 - refuses what does not fit before anything is computed

    @cached_property
    def sweep(self) -> Sweep:
        """Where the filter stands."""
        return Sweep(_size(self.x), window_of(*_size(self.w), self.stride, self.pad))

    @cached_property
    def padded(self) -> Array:
        """The picture with zeros around it, (C, H + 2P, W + 2P)."""
        return self.sweep.within_padded(self.x)

    @cached_property
    def windows(self) -> Array:
        """What the filter reads at each place, (OH, OW, C, FH, FW); a view."""
        return self.sweep.windows_of(self.padded).transpose(1, 2, 0, 3, 4)

    @cached_property
    def columns(self) -> Array:
        """The matrix that im2col makes: a row a place, (OH·OW, C·FH·FW)."""
        return self.windows.reshape(self.sweep.count, -1)

    @cached_property
    def output(self) -> Array:
        """What comes out, (OH, OW)."""
        with np.errstate(all="ignore"):
            return (self.columns @ self.w.reshape(-1) + self.bias).reshape(self.sweep.output)

    def told(self, place: Place) -> Explanation:
        """Return how the number at a place of the output is computed; padding counts as the zeros that it is."""
        terms: list[Expression] = []
        sizes: list[float] = []
        for channel, row, column in np.ndindex(self.w.shape):
            pixel = self.sweep.pixel(place, (row, column))
            if not self.sweep.is_inside(pixel):
                continue
            read = Leaf(self.names.x, self.names.of_x(channel, *pixel), plain(self.x[(channel, *pixel)]))
            weight = Leaf(self.names.w, self.names.of_w(channel, row, column), plain(self.w[channel, row, column]))
            terms.append(Product((read, weight)))
            sizes.append(read.value * weight.value)
        total = shortened(terms, sizes, (Leaf(self.names.b, self.names.of_b(), self.bias),))
        return explanation_of(self.names.y, self.names.of_y(*place), self.output[place], total)


def _size(array: Array) -> tuple[int, int]:
    return array.shape[1], array.shape[2]
