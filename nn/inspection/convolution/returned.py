"""The way back through a convolution: each output's gradient, spread over the pixels that it was made of."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nn.arrays import Array
from nn.inspection.convolution.convolved import Convolved
from nn.inspection.convolution.sums import shortened
from nn.inspection.convolution.sweep import Place
from nn.messages import Message
from nn.notation import plain
from nn.trace.explaining import Explanation, explanation_of
from nn.trace.expressions import Leaf, Product


@dataclass(frozen=True, eq=False)
class Returned:
    """A convolution and the gradients of its outputs; nobody writes into the arrays.

    Attributes
    ----------
    forward : Convolved
    dout : ndarray, shape (OH, OW)
        The loss's gradient by each output.
    """

    forward: Convolved
    dout: Array

    def __post_init__(self) -> None:
        if self.dout.shape != self.forward.sweep.output:
            raise ValueError(
                Message(
                    "The gradients have shape {got}, the outputs {expected}; they must be equal",
                    got=self.dout.shape,
                    expected=self.forward.sweep.output,
                )
            )

    def spread(self, place: Place) -> Array:
        """Return what the gradient at a place of the output gives to the cells of its window, (C, FH, FW)."""
        with np.errstate(all="ignore"):
            return self.dout[place] * self.forward.w

    def by_weights(self, place: Place) -> Array:
        """Return what the gradient at a place of the output gives to the weights, (C, FH, FW)."""
        with np.errstate(all="ignore"):
            return self.dout[place] * self.forward.windows[place]

    def dx(self, places: int | None = None) -> Array:
        """Return what each pixel has collected after so many places (all without a number): col2im adds."""
        return self._collected(self._limit(places))[0]

    def dw(self, places: int | None = None) -> Array:
        """Return what each weight has collected after so many places, (C, FH, FW)."""
        return self._collected(self._limit(places))[1]

    def db(self, places: int | None = None) -> float:
        """Return what the bias has collected after so many places."""
        with np.errstate(all="ignore"):
            return float(self.dout.reshape(-1)[: self._limit(places)].sum())

    def uses(self, places: int | None = None) -> Array:
        """Return how often each pixel has collected after so many places, (H, W)."""
        sweep = self.forward.sweep
        ones = Convolved(self.forward.x[:1], np.ones_like(self.forward.w[:1]), 0.0, sweep.stride, sweep.pad)
        return Returned(ones, np.ones_like(self.dout)).dx(places)[0]

    def _limit(self, places: int | None) -> int:
        return self.forward.sweep.count if places is None else places

    def _collected(self, places: int) -> tuple[Array, Array]:
        forward, sweep = self.forward, self.forward.sweep
        dout = np.where(np.arange(sweep.count).reshape(sweep.output) < places, self.dout, 0)
        dx, dw = np.zeros_like(forward.padded), np.zeros_like(forward.w)
        (down, across), (high, wide) = sweep.stride, sweep.laid_at(sweep.output)
        with np.errstate(all="ignore"):
            for row, column in np.ndindex(sweep.window):
                where = np.s_[:, row : row + high : down, column : column + wide : across]
                dx[where] += forward.w[:, row, column, None, None] * dout
                dw[:, row, column] = (forward.padded[where] * dout).sum(axis=(1, 2))
        return sweep.without_padding(dx), dw

    # ---- in three lines

    def told_dx(self, channel: int, pixel: Place, places: int | None = None) -> Explanation:
        """Return what a pixel has collected: a term for each place that read it."""
        names, w = self.forward.names, self.forward.w
        terms, sizes = [], []
        for place, cell in self.forward.sweep.readers(pixel):
            if self.forward.sweep.number(place) < self._limit(places):
                weight = Leaf(names.w, names.of_w(channel, *cell), plain(w[(channel, *cell)]))
                terms.append(Product((self._leaf(place), weight)))
                sizes.append(float(self.dout[place]) * weight.value)
        value = self.dx(places)[(channel, *pixel)]
        return explanation_of(f"d{names.x}", names.of_x(channel, *pixel), value, shortened(terms, sizes))

    def told_dw(self, channel: int, cell: Place, places: int | None = None) -> Explanation:
        """Return what a weight has collected: a term for each place at which it was used."""
        names, sweep = self.forward.names, self.forward.sweep
        terms, sizes = [], []
        for number in range(self._limit(places)):
            place = sweep.place(number)
            pixel = sweep.pixel(place, cell)
            if sweep.is_inside(pixel):
                read = Leaf(names.x, names.of_x(channel, *pixel), plain(self.forward.x[(channel, *pixel)]))
                terms.append(Product((self._leaf(place), read)))
                sizes.append(float(self.dout[place]) * read.value)
        value = self.dw(places)[(channel, *cell)]
        return explanation_of(names.dw, names.of_w(channel, *cell), value, shortened(terms, sizes))

    def _leaf(self, place: Place) -> Leaf:
        names = self.forward.names
        return Leaf(names.dy, names.of_y(*place), plain(self.dout[place]))
