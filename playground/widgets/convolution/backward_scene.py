"""Backwards: each gradient is spread over the pixels that its output was made of, and each pixel adds up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from nn.notation import number
from playground.widgets.boards.board import Board, Frame, Look, Spot
from playground.widgets.convolution.scene import SweepScene, largest, subscript

if TYPE_CHECKING:
    from nn.inspection.convolution.returned import Returned
    from nn.inspection.convolution.sweep import Place
    from nn.trace import Explanation, Leaf
    from playground.widgets.boards.board import Band

_COUNTED = 12  # pixels along a side of a picture whose counts have a board of their own

translate = QCoreApplication.translate


class BackwardScene(SweepScene):
    """The gradients of a convolution, place by place."""

    told_of = frozenset(("dx", "uses", "dW"))

    def __init__(self, returned: Returned) -> None:
        self._of, self._forward = returned, returned.forward
        self._sweep, self._names = returned.forward.sweep, returned.forward.names
        self._channel = returned.forward.names.channel or 0
        self._x_limit, self._w_limit = largest(self._forward.x), largest(self._forward.w)
        self._dy_limit = largest(returned.dout)
        self._dx_limit, self._dw_limit = largest(returned.dx()), largest(returned.dw())

    # ---- boards

    def ways(self, step: int, spot: Spot | None) -> list[list[Band]]:
        """Return gradients that come in, what they give to pixels, and what they give to weights."""
        place = self._sweep.place(max(step - 1, 0))
        dy, dx = self._dy(place, step, spot), self._dx(place, step, spot)
        to_pixels, to_weights = self._to_pixels(place), self._to_weights(place, step)
        uses = ((self._uses(step),),) if max(self._sweep.padded) <= _COUNTED else ()
        w = replace(to_pixels[0], sign="→")
        each_to_weights = tuple((each,) for each in to_weights)
        return [
            [((dy,), to_pixels, (dx,), *uses), each_to_weights],
            [((dy,), *((each,) for each in to_pixels), (dx,), *uses), each_to_weights],
            [((dy,), to_pixels, (dx,), *uses, to_weights)],
            [((dy,), (w,), (dx,)), (*uses, *each_to_weights)],
            [((dy,), (w,), (dx,), (replace(to_weights[-1], sign=""),))],  # the lines tell the rest
            [((dy,), (w, to_weights[-1]), (dx,))],
        ]

    def _dy(self, place: Place, step: int, spot: Spot | None) -> Board:
        frames = [Frame(*place)] if step else []
        if spot is not None and spot.board == "dx":
            frames += self._givers(self._sweep.pixel_at(spot.row, spot.column))
        if spot is not None and spot.board == "dW":
            frames.append(Frame(0, 0, *self._sweep.output, look=Look.POINTED))
        symbol = subscript(self._names.dy, self._names.of_y)
        return Board("dout", self._names.dy, self._of.dout, self._dy_limit, symbol, tuple(frames), sign="·")

    def _givers(self, pixel: Place) -> list[Frame]:
        return [Frame(*place, look=Look.POINTED) for place, _ in self._sweep.readers(pixel)]

    def _to_pixels(self, place: Place) -> tuple[Board, Board]:
        channel, names = self._channel, self._names
        of_w = subscript(names.w, lambda r, c: names.of_w(channel, r, c))
        dy = subscript(names.dy, names.of_y)(*place)
        spread = self._of.spread(place)[channel]
        return (
            Board("W", names.w, self._forward.w[channel], self._w_limit, of_w, sign="="),
            Board(
                "spread",
                f"{names.dy}·{names.w}",
                spread,
                self._dy_limit * self._w_limit,
                lambda r, c: f"{dy}·{of_w(r, c)}",
                sign="→",
            ),
        )

    def _dx(self, place: Place, step: int, spot: Spot | None) -> Board:
        sweep, names = self._sweep, self._names
        dx = sweep.within_padded(self._of.dx(step)[self._channel])
        frames = [self._window_frame(place, Look.NOW)] if step else []
        if spot is not None and spot.board == "dout":
            frames.append(self._window_frame((spot.row, spot.column), Look.POINTED))
        of_x = subscript(f"d{names.x}", lambda *at: names.of_x(self._channel, *at))

        def about(row: int, column: int) -> str:
            pixel = sweep.pixel_at(row, column)
            return of_x(*pixel) if sweep.is_inside(pixel) else translate("ConvolutionScenes", "padding")

        title = translate("ConvolutionScenes", "{dx} so far").format(dx=f"d{names.x}")
        return Board("dx", title, dx, self._dx_limit, about, tuple(frames), hatched=sweep.uses == 0, rim=sweep.pad)

    def _uses(self, step: int) -> Board:
        counts = self._sweep.within_padded(self._of.uses(step))
        title = translate("ConvolutionScenes", "how often")
        limit = float(self._sweep.uses.max())
        return Board("uses", title, counts, limit, lambda r, c: title, rim=self._sweep.pad)

    def _window_frame(self, place: Place, look: Look) -> Frame:
        return Frame(*self._sweep.laid_at(place), *self._sweep.window, look)

    def _to_weights(self, place: Place, step: int) -> tuple[Board, ...]:
        channel, names = self._channel, self._names
        of_x = subscript(names.x, lambda r, c: names.of_x(channel, *self._sweep.pixel(place, (r, c))))
        of_dw = subscript(names.dw, lambda r, c: names.of_w(channel, r, c))
        dy = subscript(names.dy, names.of_y)(*place)
        seen, given = self._forward.windows[place][channel], self._of.by_weights(place)[channel]
        limit = self._dy_limit * self._x_limit
        read = translate("ConvolutionScenes", "what was read")
        return (
            Board("window", read, seen, self._x_limit, of_x),
            Board("given", f"{names.dy}·{names.x}", given, limit, lambda r, c: f"{dy}·{of_x(r, c)}"),
            Board("dW", names.dw, self._of.dw(step)[channel], self._dw_limit, of_dw),
        )

    # ---- words

    def told(self, step: int, spot: Spot | None) -> Explanation | None:
        """Return what the pixel or the weight that is pointed at has collected; else the first pixel of the window."""
        if spot is not None and spot.board == "dW":
            return self._of.told_dw(self._channel, (spot.row, spot.column), step)
        pixel = self._pixel_of(step, spot)
        return None if pixel is None else self._of.told_dx(self._channel, pixel, step)

    def _pixel_of(self, step: int, spot: Spot | None) -> Place | None:
        """Return the pixel that is told: the one pointed at, or the middle of the window."""
        if spot is not None and spot.board in ("dx", "uses"):
            pixel = self._sweep.pixel_at(spot.row, spot.column)
            return pixel if self._sweep.is_inside(pixel) else None
        if not step:
            return None
        place, (high, wide) = self._sweep.place(step - 1), self._sweep.window
        cells = [(high // 2, wide // 2), *np.ndindex(high, wide)]
        pixels = (self._sweep.pixel(place, cell) for cell in cells)
        return next((pixel for pixel in pixels if self._sweep.is_inside(pixel)), None)

    def sentence(self, step: int, spot: Spot | None) -> str:
        """Say what the gradient does, or what is pointed at."""
        if spot is not None:
            pointed = self._about_spot(step, spot)
            if pointed:
                return pointed
        if not step:
            return translate(
                "ConvolutionScenes",
                "The gradients by the outputs have arrived. Step: each is spread over the pixels that its output was "
                "made of.",
            )
        place = self._sweep.place(step - 1)
        text = translate(
            "ConvolutionScenes",
            "{dout} at row {row}, column {column} goes back times each weight to the pixel that the weight was "
            "multiplied with, and times each pixel to the weight. What is there already stays: it is added.",
        )
        return text.format(dout=self._names.dy, row=place[0], column=place[1])

    def _about_spot(self, step: int, spot: Spot) -> str:
        if spot.board in ("dx", "uses"):
            return self._about_pixel(step, self._sweep.pixel_at(spot.row, spot.column))
        if spot.board == "dout":
            return self._about_giver((spot.row, spot.column))
        if spot.board == "dW":
            text = translate(
                "ConvolutionScenes",
                "This weight was used at all {count} places: its gradient is the sum over them, {done} so far. Point "
                "at a place of {dout} to see what it gives.",
            )
            text = text.format(count=self._sweep.count, done=step, dout=self._names.dy)
            return f"{text} {self._about_samples()}".strip()
        return ""

    def _about_samples(self) -> str:
        if self._names.samples == 1:
            return ""
        text = translate("ConvolutionScenes", "The batch has {count} samples: this is the part of one of them.")
        return text.format(count=self._names.samples)

    def _about_pixel(self, step: int, pixel: Place) -> str:
        if not self._sweep.is_inside(pixel):
            return translate("ConvolutionScenes", "What falls on the padding is thrown away: a zero has no gradient.")
        readers = self._sweep.readers(pixel)
        done = sum(self._sweep.number(place) < step for place, _ in readers)
        if not readers:
            return translate("ConvolutionScenes", "Nobody read this pixel: its gradient is 0.")
        text = translate(
            "ConvolutionScenes",
            "Outputs made of this pixel: {count}, framed in {dout}. It adds up what they send; {done} of them so far.",
        )
        return text.format(count=len(readers), dout=self._names.dy, done=done)

    def _about_giver(self, place: Place) -> str:
        given = self._of.by_weights(place)[self._channel]
        rows = "; ".join(", ".join(number(float(value), 4).text for value in row) for row in given)
        symbol = subscript(self._names.dy, self._names.of_y)(*place)
        text = translate("ConvolutionScenes", "{symbol} gives to d{w}: {rows}. Click to step there.")
        return text.format(symbol=symbol, w=self._names.w, rows=rows)

    def step_at(self, spot: Spot, step: int) -> int | None:
        """Go to the place of a gradient."""
        return self._sweep.number((spot.row, spot.column)) + 1 if spot.board == "dout" else None

    def element_at(self, spot: Spot) -> tuple[str, tuple[int, ...]] | None:
        """Return which gradient of an output, or which weight, a cell is."""
        if spot.board == "W":
            return self._names.w, self._names.of_w(self._channel, spot.row, spot.column)
        return (self._names.dy, self._names.of_y(spot.row, spot.column)) if spot.board == "dout" else None

    def spot_of(self, leaf: Leaf) -> Spot | None:
        """Return where a gradient or a weight of the lines is."""
        if leaf.name == self._names.dy:
            return Spot("dout", *leaf.index[-2:])
        return Spot("W", *leaf.index[-2:]) if leaf.name == self._names.w else None
