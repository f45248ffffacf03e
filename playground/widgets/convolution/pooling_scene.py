"""Pooling: which pixel won, what a tie does, and who gets the gradient."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from playground.widgets.boards.board import Board, Frame, Look, Spot
from playground.widgets.convolution.scene import Scene, largest, later_than, subscript

if TYPE_CHECKING:
    from nn.arrays import Array
    from nn.inspection.convolution.pooled import Pooled
    from nn.inspection.convolution.sweep import Place
    from nn.trace import Explanation, Leaf
    from playground.widgets.boards.board import Band

translate = QCoreApplication.translate


class PoolingScene(Scene):
    """The largest number of each window, and below it the way back."""

    told_of = frozenset(("y", "dout", "dx"))

    def __init__(self, pooled: Pooled, dout: Array) -> None:
        self._of, self._dout = pooled, dout
        self._sweep, self._names = pooled.sweep, pooled.names
        self._x_limit = largest(pooled.x)
        self._dy_limit, self._dx_limit = largest(dout), largest(pooled.dx(dout))

    @property
    def count(self) -> int:
        """A step for each place of the window."""
        return self._sweep.count

    @property
    def row_length(self) -> int:
        """Places in a row of the output."""
        return self._sweep.output[1]

    # ---- boards

    def ways(self, step: int, spot: Spot | None) -> list[list[Band]]:
        """Return the picture and what wins, and the gradients and who gets them."""
        place = self._sweep.place(max(step - 1, 0))
        x, window, y = self._picture(place, step, spot), self._window(place), self._output(place, step, spot)
        dy, dx = self._dy(place, step, spot), self._dx(place, step)
        return [
            [((x,), (window,), (y,)), ((dx,), (dy,))],
            [((x,), (window,), (y,), (replace(dy, sign="→"),), (replace(dx, sign=""),))],
            [((x,), (y,), (replace(dy, sign="→"),), (replace(dx, sign=""),))],
        ]

    def _picture(self, place: Place, step: int, spot: Spot | None) -> Board:
        names, frames = self._names, self._frames(place) if step else []
        if spot is not None and spot.board in ("y", "dout"):
            frames = [*frames, *self._frames((spot.row, spot.column), Look.POINTED)]
        symbol = subscript(names.x, self._index)
        hatched = self._sweep.uses == 0
        return Board("x", names.x, self._of.x, self._x_limit, symbol, tuple(frames), hatched=hatched, sign="→")

    def _index(self, row: int, column: int) -> tuple[int, ...]:
        return self._names.of_x(self._names.filter, row, column)

    def _frames(self, place: Place, window: Look = Look.SOURCE) -> list[Frame]:
        """Frame a window, the pixel that won in it, and those that are as large."""
        top, left = self._sweep.corner(place)
        ties = [Frame(*pixel, look=Look.EQUAL) for pixel in self._of.ties(place)]
        return [Frame(top, left, *self._sweep.window, window), *ties, Frame(*self._of.winner(place))]

    def _window(self, place: Place) -> Board:
        top, left = self._sweep.corner(place)

        def within(pixel: Place, look: Look) -> Frame:
            return Frame(pixel[0] - top, pixel[1] - left, look=look)

        ties = [within(pixel, Look.EQUAL) for pixel in self._of.ties(place)]
        frames = (*ties, within(self._of.winner(place), Look.NOW))
        of_x = subscript(self._names.x, lambda r, c: self._index(top + r, left + c))
        title = translate("ConvolutionScenes", "the window")
        return Board("window", title, self._of.windows[place], self._x_limit, of_x, frames, sign="→")

    def _output(self, place: Place, step: int, spot: Spot | None) -> Board:
        names, frames = self._names, [Frame(*place)] if step else []
        if spot is not None and spot.board in ("x", "dx"):
            frames += [Frame(*at, look=Look.POINTED) for at, _ in self._sweep.readers((spot.row, spot.column))]
        hidden = later_than(step, self._sweep.output)
        symbol = subscript(names.y, names.of_y)
        return Board("y", names.y, self._of.output, self._x_limit, symbol, tuple(frames), hidden)

    def _dy(self, place: Place, step: int, spot: Spot | None) -> Board:
        names, frames = self._names, [Frame(*place)] if step else []
        if spot is not None and spot.board == "dx":
            frames += [Frame(*at, look=Look.POINTED) for at, _ in self._sweep.readers((spot.row, spot.column))]
        symbol = subscript(names.dy, names.of_y)
        return Board("dout", names.dy, self._dout, self._dy_limit, symbol, tuple(frames))

    def _dx(self, place: Place, step: int) -> Board:
        frames = self._frames(place) if step else []
        dx = self._of.dx(self._dout, step)
        symbol = subscript(f"d{self._names.x}", self._index)
        return Board("dx", f"d{self._names.x}", dx, self._dx_limit, symbol, tuple(frames), sign="←")

    # ---- words

    def told(self, step: int, spot: Spot | None) -> Explanation | None:
        """Return the output at the place, or what is pointed at."""
        if spot is not None and spot.board == "dx":
            return self._of.told_dx((spot.row, spot.column), self._dout, step)
        place = self._told_place(step, spot)
        return None if place is None else self._of.told(place)

    def _told_place(self, step: int, spot: Spot | None) -> Place | None:
        if spot is not None and spot.board in ("y", "dout"):
            return spot.row, spot.column
        return self._sweep.place(step - 1) if step else None

    def sentence(self, step: int, spot: Spot | None) -> str:
        """Say who won, and what happens to those that are as large."""
        if spot is not None and spot.board in ("x", "dx"):
            return self._about_pixel((spot.row, spot.column))
        place = self._told_place(step, spot)
        if place is None:
            return translate("ConvolutionScenes", "Step: of each window only the largest number goes on.")
        ties = self._of.ties(place)
        if not ties:
            return translate(
                "ConvolutionScenes",
                "The largest number goes on; backwards its pixel gets the whole gradient, the others 0.",
            )
        text = translate(
            "ConvolutionScenes",
            "A tie: {count} numbers are equally large. The first one counts as the winner, as argmax has it, and gets "
            "the whole gradient; the dotted ones get 0.",
        )
        return text.format(count=len(ties) + 1)

    def _about_pixel(self, pixel: Place) -> str:
        readers = [place for place, _ in self._sweep.readers(pixel)]
        won = sum(self._of.winner(place) == pixel for place in readers)
        if not readers:
            return translate("ConvolutionScenes", "No place of the window reads this pixel: its gradient is 0.")
        text = translate("ConvolutionScenes", "Windows that read this pixel: {count}; it won in {won} of them.")
        return text.format(count=len(readers), won=won)

    def step_at(self, spot: Spot) -> int | None:
        """Go to the place of an output, or to the first that reads a pixel."""
        if spot.board in ("y", "dout"):
            return self._sweep.number((spot.row, spot.column)) + 1
        if spot.board in ("x", "dx"):
            readers = self._sweep.readers((spot.row, spot.column))
            return self._sweep.number(readers[0][0]) + 1 if readers else None
        return None

    def element_at(self, spot: Spot) -> tuple[str, tuple[int, ...]] | None:
        """Return which pixel, output or gradient a cell is."""
        names, at = self._names, (spot.row, spot.column)
        known = {"x": (names.x, self._index), "y": (names.y, names.of_y), "dout": (names.dy, names.of_y)}
        if spot.board not in known:
            return None
        name, index = known[spot.board]
        return name, index(*at)

    def spot_of(self, leaf: Leaf) -> Spot | None:
        """Return where a number of the lines is."""
        boards = {self._names.x: "x", self._names.dy: "dout"}
        return Spot(boards[leaf.name], *leaf.index[-2:]) if leaf.name in boards else None
