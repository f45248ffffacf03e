"""Pooling: which pixel won and what a tie does, or what the mean is; and who gets the gradient."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from nn.inspection.convolution.pooled import Pooled
from nn.notation import number
from playground.widgets.boards.board import Board, Frame, Look, Spot
from playground.widgets.convolution.scene import SweepScene, largest, later_than, subscript

if TYPE_CHECKING:
    from collections.abc import Callable

    from nn.arrays import Array
    from nn.inspection.convolution.pooled import Averaged, PooledChannel
    from nn.inspection.convolution.sweep import Place
    from nn.trace import Explanation, Leaf
    from playground.widgets.boards.board import Band

translate = QCoreApplication.translate


class PoolingScene(SweepScene):
    """What is taken of each window, and beside it the way back, once a gradient has come."""

    told_of = frozenset(("y", "dout", "dx"))
    _padding = "0"  # as it is written

    def __init__(self, pooled: PooledChannel, dout: Array | None) -> None:
        self._pooled, self._has_come = pooled, dout is not None
        self._sweep, self._names = pooled.sweep, pooled.names
        self._dout = dout = np.zeros(self._sweep.output, pooled.x.dtype) if dout is None else dout
        self._x_limit = largest(pooled.x)
        self._dy_limit, self._dx_limit = largest(dout), largest(pooled.dx(dout))

    # ---- boards

    def ways(self, step: int, spot: Spot | None) -> list[list[Band]]:
        """Return the picture and what is taken; and the gradients and who gets them."""
        place = self._sweep.place(max(step - 1, 0))
        x, window, y = self._picture(place, step, spot), self._window(place), self._output(place, step, spot)
        if self._names.is_whole:
            y = _with_number(y, translate("ConvolutionScenes", "mean"), is_known=bool(step))
        if not self._has_come:
            return [[((x,), (y,))]] if self._names.is_whole else [[((x,), (window,), (y,))], [((x,), (y,))]]
        dy, dx = self._dy(place, step, spot), self._dx(place, step)
        if self._names.is_whole:  # the window is the picture
            dy = _with_number(dy, translate("ConvolutionScenes", "its gradient"))
            return [[((x,), (y,)), ((dx,), (dy,))], [((x,), (y,), (replace(dy, sign="→"),), (replace(dx, sign=""),))]]
        return [
            [((x,), (window,), (y,)), ((dx,), (dy,))],
            [((x,), (window,), (y,), (replace(dy, sign="→"),), (replace(dx, sign=""),))],
            [((x,), (y,), (replace(dy, sign="→"),), (replace(dx, sign=""),))],
        ]

    def _picture(self, place: Place, step: int, spot: Spot | None) -> Board:
        names, frames = self._names, self._frames(place) if step else []
        if spot is not None and spot.board in ("y", "dout"):
            frames = [*frames, *self._frames((spot.row, spot.column), Look.POINTED)]
        sweep = self._sweep
        return Board(
            "x",
            names.x,
            sweep.within_padded(self._pooled.x),
            self._x_limit,
            self._symbol_of(names.x),
            tuple(frames),
            hatched=sweep.uses == 0,
            rim=sweep.pad,
            rim_text=self._padding,
            sign="→",
        )

    def _symbol_of(self, name: str) -> Callable[[int, int], str]:
        """Return what names the cells of a picture with its padding."""
        symbol = subscript(name, self._index)

        def about(row: int, column: int) -> str:
            pixel = self._sweep.pixel_at(row, column)
            return symbol(*pixel) if self._sweep.is_inside(pixel) else translate("ConvolutionScenes", "padding")

        return about

    def _index(self, row: int, column: int) -> tuple[int, ...]:
        return self._names.of_x(self._names.filter, row, column)

    def _frames(self, place: Place, window: Look = Look.SOURCE) -> list[Frame]:
        """Frame a window, and who goes on in it."""
        top, left = self._sweep.laid_at(place)
        inner = (each._replace(top=each.top + top, left=each.left + left) for each in self._within(place))
        return [Frame(top, left, *self._sweep.window, window), *inner]

    def _within(self, place: Place) -> list[Frame]:
        """Frame what is special within a window; by default nothing is."""
        return []

    def _window(self, place: Place) -> Board:
        top, left = self._sweep.laid_at(place)
        symbol, title = self._symbol_of(self._names.x), translate("ConvolutionScenes", "the window")
        return Board(
            "window",
            title,
            self._pooled.windows[place],
            self._x_limit,
            lambda r, c: symbol(top + r, left + c),
            tuple(self._within(place)),
            sign="→",
        )

    def _output(self, place: Place, step: int, spot: Spot | None) -> Board:
        names, frames = self._names, [Frame(*place)] if step else []
        if spot is not None and spot.board in ("x", "dx"):
            frames += self._readers_of(spot)
        hidden = later_than(step, self._sweep.output)
        symbol = subscript(names.y, names.of_y)
        return Board("y", names.y, self._pooled.output, self._x_limit, symbol, tuple(frames), hidden)

    def _dy(self, place: Place, step: int, spot: Spot | None) -> Board:
        names, frames = self._names, [Frame(*place)] if step else []
        if spot is not None and spot.board == "dx":
            frames += self._readers_of(spot)
        symbol = subscript(names.dy, names.of_y)
        return Board("dout", names.dy, self._dout, self._dy_limit, symbol, tuple(frames))

    def _dx(self, place: Place, step: int) -> Board:
        frames = self._frames(place) if step else []
        dx = self._sweep.within_padded(self._pooled.dx(self._dout, step))
        name, rim = f"d{self._names.x}", self._sweep.pad
        return Board("dx", name, dx, self._dx_limit, self._symbol_of(name), tuple(frames), rim=rim, sign="←")

    def _readers_of(self, spot: Spot) -> list[Frame]:
        readers = self._sweep.readers(self._sweep.pixel_at(spot.row, spot.column))
        return [Frame(*at, look=Look.POINTED) for at, _ in readers]

    # ---- words

    def told(self, step: int, spot: Spot | None) -> Explanation | None:
        """Return the output at the place, or what is pointed at."""
        if spot is not None and spot.board == "dx":
            pixel = self._sweep.pixel_at(spot.row, spot.column)
            return self._pooled.told_dx(pixel, self._dout, step) if self._sweep.is_inside(pixel) else None
        place = self._told_place(step, spot)
        return None if place is None else self._pooled.told(place)

    def _told_place(self, step: int, spot: Spot | None) -> Place | None:
        if spot is not None and spot.board in ("y", "dout"):
            return spot.row, spot.column
        return self._sweep.place(step - 1) if step else None

    def sentence(self, step: int, spot: Spot | None) -> str:
        """Say what is taken of the window, or what becomes of the pixel that is pointed at."""
        if spot is not None and spot.board in ("x", "dx"):
            pixel = self._sweep.pixel_at(spot.row, spot.column)
            if not self._sweep.is_inside(pixel):
                return self._about_padding()
            readers = [place for place, _ in self._sweep.readers(pixel)]
            if not readers:
                return translate("ConvolutionScenes", "No place of the window reads this pixel: its gradient is 0.")
            return self._about_pixel(pixel, readers)
        return self._about_place(self._told_place(step, spot))

    @abstractmethod
    def _about_padding(self) -> str:
        """Say what padding counts as."""

    @abstractmethod
    def _about_pixel(self, pixel: Place, readers: list[Place]) -> str:
        """Say what a pixel gives to those that read it."""

    @abstractmethod
    def _about_place(self, place: Place | None) -> str:
        """Say what is taken at a place, None before the first."""

    def step_at(self, spot: Spot, step: int) -> int | None:
        """Go to the place of an output, or to the first that reads a pixel."""
        if spot.board in ("y", "dout"):
            return self._sweep.number((spot.row, spot.column)) + 1
        if spot.board in ("x", "dx"):
            readers = self._sweep.readers(self._sweep.pixel_at(spot.row, spot.column))
            return self._sweep.number(readers[0][0]) + 1 if readers else None
        return None

    def element_at(self, spot: Spot) -> tuple[str, tuple[int, ...]] | None:
        """Return which pixel, output or gradient a cell is."""
        names, pixel = self._names, self._sweep.pixel_at(spot.row, spot.column)
        if spot.board == "x":
            return (names.x, self._index(*pixel)) if self._sweep.is_inside(pixel) else None
        known = {"y": names.y, "dout": names.dy}
        return (known[spot.board], names.of_y(spot.row, spot.column)) if spot.board in known else None

    def spot_of(self, leaf: Leaf) -> Spot | None:
        """Return where a number of the lines is."""
        if leaf.name == self._names.x:
            row, column = leaf.index[-2:]
            return Spot("x", row + self._sweep.pad[0], column + self._sweep.pad[1])
        return Spot("dout", *self._names.place_of_y(leaf.index)) if leaf.name == self._names.dy else None


def _with_number(board: Board, title: str, *, is_known: bool = True) -> Board:
    """Return a board of a single number with a title that says it: its cell may be too small for that."""
    value = number(float(board.values[0, 0]), 4).text
    return replace(board, title=f"{title} {value}" if is_known else title)


class LargestScene(PoolingScene):
    """Of each window only the largest number goes on."""

    _padding = "−∞"

    def __init__(self, pooled: Pooled, dout: Array | None) -> None:
        super().__init__(pooled, dout)
        self._of = pooled

    def _within(self, place: Place) -> list[Frame]:
        """Frame the pixel that won, and those that are as large."""
        top, left = self._sweep.corner(place)

        def within(pixel: Place, look: Look) -> Frame:
            return Frame(pixel[0] - top, pixel[1] - left, look=look)

        ties = [within(pixel, Look.EQUAL) for pixel in self._of.ties(place)]
        return [*ties, within(self._of.winner(place), Look.NOW)]

    def _about_padding(self) -> str:
        return translate("ConvolutionScenes", "Padding never wins: it counts as less than every number.")

    def _about_pixel(self, pixel: Place, readers: list[Place]) -> str:
        won = sum(self._of.winner(place) == pixel for place in readers)
        text = translate("ConvolutionScenes", "Windows that read this pixel: {count}; it won in {won} of them.")
        return text.format(count=len(readers), won=won)

    def _about_place(self, place: Place | None) -> str:
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


class MeanScene(PoolingScene):
    """Of each window the mean goes on, and every pixel gets its share of the gradient."""

    def __init__(self, averaged: Averaged, dout: Array | None) -> None:
        super().__init__(averaged, dout)

    def _about_padding(self) -> str:
        return translate(
            "ConvolutionScenes", "Padding counts as 0 in the mean, and it is counted: the mean is smaller."
        )

    def _about_pixel(self, pixel: Place, readers: list[Place]) -> str:
        text = translate(
            "ConvolutionScenes",
            "Windows that read this pixel: {count}; from each it gets 1/{share} of the gradient there.",
        )
        return text.format(count=len(readers), share=self._pooled.window.numbers)

    def _about_place(self, place: Place | None) -> str:
        count = self._pooled.window.numbers
        if place is None:
            text = translate("ConvolutionScenes", "Step: of each window the mean of its {count} numbers goes on.")
            return text.format(count=count)
        text = translate(
            "ConvolutionScenes",
            "The mean of {count} numbers goes on; backwards each of their pixels gets the gradient divided by {count}.",
        )
        return text.format(count=count)


def pooling_scene(pooled: Pooled | Averaged, dout: Array | None) -> PoolingScene:
    """Return the scene of what is taken of each window."""
    return LargestScene(pooled, dout) if isinstance(pooled, Pooled) else MeanScene(pooled, dout)
