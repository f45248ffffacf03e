"""Forwards: the filter slides, multiplies and adds; the row of im2col that belongs to it lights up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from nn.inspection.convolution.sweep import strongest_place
from nn.notation import number
from playground.widgets.boards.board import Board, Frame, Look, Spot
from playground.widgets.convolution.scene import SweepScene, largest, later_than, near, subscript

if TYPE_CHECKING:
    from collections.abc import Callable

    from nn.inspection.convolution.convolved import Convolved
    from nn.inspection.convolution.sweep import Place
    from nn.trace import Explanation, Leaf
    from playground.widgets.boards.board import Band

translate = QCoreApplication.translate


class ForwardScene(SweepScene):
    """A convolution, place by place."""

    told_of = frozenset(("y", "columns"))

    def __init__(self, convolved: Convolved) -> None:
        self._of, self._sweep, self._names = convolved, convolved.sweep, convolved.names
        self._channel = convolved.names.channel or 0
        self._x_limit = largest(convolved.x)
        self._w_limit = largest(convolved.w)
        self._y_limit = largest(convolved.output)

    @property
    def looked_at_first(self) -> Place:
        """The place of the largest output, by its size."""
        return strongest_place(self._of.output)

    # ---- boards

    def ways(self, step: int, spot: Spot | None) -> list[list[Band]]:
        """Return picture, filter and output, and the row of im2col."""
        at = max(step - 1, 0)
        place = self._sweep.place(at)
        x, y = self._picture(place, step, spot), self._output(place, step, spot)
        trio, columns = self._trio(place), self._columns(at, spot)
        filters = (replace(trio[1], sign="→"),)
        return [
            [((x,), trio, (y,)), ((columns,),)],
            [((x,), *((each,) for each in trio), (y,)), ((columns,),)],
            [((x,), trio, (y,), (columns,))],
            [((x,), filters, (y,)), ((columns,),)],  # the lines tell the rest
            [((x,), (*filters, columns), (y,))],
            [((x,), filters, (y,))],
        ]

    def _picture(self, place: Place, step: int, spot: Spot | None) -> Board:
        sweep = self._sweep
        frames = [self._window_frame(place, Look.NOW)] if step else []
        if spot is not None and spot.board == "y":
            frames.append(self._window_frame((spot.row, spot.column), Look.POINTED))
        return Board(
            "x",
            self._names.x + ("" if self._names.channel is None else f"[{self._names.row},{self._channel}]"),
            self._of.padded[self._channel],
            self._x_limit,
            self._about_pixel,
            tuple(frames),
            hatched=sweep.uses == 0,
            rim=sweep.pad,
            sign="·",
        )

    def _about_pixel(self, row: int, column: int) -> str:
        pixel = self._sweep.pixel_at(row, column)
        if not self._sweep.is_inside(pixel):
            return translate("ConvolutionScenes", "padding")
        return subscript(self._names.x, lambda *at: self._names.of_x(self._channel, *at))(*pixel)

    def _window_frame(self, place: Place, look: Look) -> Frame:
        return Frame(*self._sweep.laid_at(place), *self._sweep.window, look)

    def _trio(self, place: Place) -> tuple[Board, Board, Board]:
        seen, w, channel = self._of.windows[place][self._channel], self._of.w[self._channel], self._channel
        of_pixel = subscript(self._names.x, lambda r, c: self._names.of_x(channel, *self._sweep.pixel(place, (r, c))))
        with np.errstate(all="ignore"):
            products = seen * w
        limit = self._x_limit * self._w_limit
        name = translate("ConvolutionScenes", "{x} times {w}").format(x=self._names.x, w=self._names.w)
        return (
            Board("window", translate("ConvolutionScenes", "what is read"), seen, self._x_limit, of_pixel, sign="·"),
            Board("W", self._names.w, w, self._w_limit, self._symbol_of_w(), sign="="),
            Board(
                "products",
                name,
                products,
                limit,
                lambda r, c: f"{of_pixel(r, c)}·{self._symbol_of_w()(r, c)}",
                sign="→",
            ),
        )

    def _symbol_of_w(self) -> Callable[[int, int], str]:
        return subscript(self._names.w, lambda r, c: self._names.of_w(self._channel, r, c))

    def _output(self, place: Place, step: int, spot: Spot | None) -> Board:
        frames = [Frame(*place)] if step else []
        if spot is not None and spot.board == "x":
            frames += self._readers_frame(self._sweep.pixel_at(spot.row, spot.column))
        if spot is not None and spot.board == "columns":
            frames.append(Frame(*self._sweep.place(self._first_row(step) + spot.row), look=Look.POINTED))
        return Board(
            "y",
            self._names.y,
            self._of.output,
            self._y_limit,
            subscript(self._names.y, self._names.of_y),
            tuple(frames),
            hidden=later_than(step, self._sweep.output),
        )

    def _readers_frame(self, pixel: Place) -> list[Frame]:
        places = [place for place, _ in self._sweep.readers(pixel)]
        if not places:
            return []
        (top, left), (bottom, right) = places[0], places[-1]
        return [Frame(top, left, bottom - top + 1, right - left + 1, Look.POINTED)]

    def _columns(self, at: int, spot: Spot | None) -> Board:
        rows = self._rows(at)
        size = self._sweep.window[0] * self._sweep.window[1]
        block = np.s_[rows.start : rows.stop, self._channel * size : (self._channel + 1) * size]
        frames = [Frame(at - rows.start, 0, 1, size)]
        if spot is not None and spot.board == "y":
            frames += self._row_frame(self._sweep.number((spot.row, spot.column)) - rows.start, size, len(rows))
        title = translate("ConvolutionScenes", "im2col: rows {first} to {last} of {count}")
        title = title.format(first=rows.start, last=rows.stop - 1, count=self.count)
        first = rows.start
        return Board(
            "columns",
            title,
            self._of.columns[block],
            self._x_limit,
            lambda row, column: f"col[{first + row},{self._channel * size + column}]",
            tuple(frames),
            hidden=np.repeat((np.arange(rows.start, rows.stop) > at)[:, None], size, axis=1),
        )

    @staticmethod
    def _row_frame(row: int, size: int, rows: int) -> list[Frame]:
        return [Frame(row, 0, 1, size, Look.POINTED)] if 0 <= row < rows else []

    def _first_row(self, step: int) -> int:
        return self._rows(max(step - 1, 0)).start

    def _rows(self, at: int) -> range:
        """Return the rows of im2col that are seen: all of a few, else those around the one of the place."""
        return near(at, self.count, 4 if self.count <= 4 else 3)

    # ---- words

    def told(self, step: int, spot: Spot | None) -> Explanation | None:
        """Return the output at the place, or the one that is pointed at."""
        place = self._told_place(step, spot)
        return None if place is None else self._of.told(place)

    def _told_place(self, step: int, spot: Spot | None) -> Place | None:
        if spot is not None and spot.board == "y":
            return spot.row, spot.column
        if spot is not None and spot.board == "columns":
            return self._sweep.place(self._first_row(step) + spot.row)
        return self._sweep.place(step - 1) if step else None

    def sentence(self, step: int, spot: Spot | None) -> str:
        """Say what the filter does, or who reads the pixel that is pointed at."""
        if spot is not None and spot.board == "x":
            return self._about_reading(spot)
        if not step:
            return translate(
                "ConvolutionScenes",
                "Step, and the filter begins at the upper left. Each place is a row of im2col, and the whole "
                "convolution one matrix product.",
            )
        row, column = self._sweep.place(step - 1)
        if len(self._of.x) == 1:
            text = translate(
                "ConvolutionScenes",
                "Row {row}, column {column} of the output, {value}: what the filter covers, times its weights, added "
                "up, and the bias: one row of im2col.",
            )
        else:
            text = translate(
                "ConvolutionScenes",
                "Row {row}, column {column} of the output, {value}: what the filter covers in all {count} channels "
                "(here: {channel}), times its weights, added up, and the bias: one row of im2col.",
            )
        value = number(float(self._of.output[row, column]), 4).text
        return text.format(row=row, column=column, value=value, count=len(self._of.x), channel=self._channel)

    def _about_reading(self, spot: Spot) -> str:
        pixel = self._sweep.pixel_at(spot.row, spot.column)
        count = int(self._sweep.uses[spot.row, spot.column])
        if not self._sweep.is_inside(pixel):
            return translate(
                "ConvolutionScenes", "Padding: a zero beside the picture, so that the filter can reach its edge."
            )
        if not count:
            return translate(
                "ConvolutionScenes",
                "No place of the filter reads this pixel: the stride skips it, and its gradient is 0.",
            )
        return translate(
            "ConvolutionScenes", "Places of the filter that read this pixel: {count}, framed in the output."
        ).format(count=count)

    def step_at(self, spot: Spot, step: int) -> int | None:
        """Go to the place of an output, or to the first that reads a pixel."""
        if spot.board == "y":
            return self._sweep.number((spot.row, spot.column)) + 1
        if spot.board == "x":
            readers = self._sweep.readers(self._sweep.pixel_at(spot.row, spot.column))
            return self._sweep.number(readers[0][0]) + 1 if readers else None
        return None

    def element_at(self, spot: Spot) -> tuple[str, tuple[int, ...]] | None:
        """Return which pixel, weight or output a cell is; padding stays 0."""
        names, pixel = self._names, self._sweep.pixel_at(spot.row, spot.column)
        if spot.board == "x" and self._sweep.is_inside(pixel):
            return names.x, names.of_x(self._channel, *pixel)
        if spot.board == "W":
            return names.w, names.of_w(self._channel, spot.row, spot.column)
        return (names.y, names.of_y(spot.row, spot.column)) if spot.board == "y" else None

    def spot_of(self, leaf: Leaf) -> Spot | None:
        """Return where a pixel or a weight of the lines is."""
        if leaf.name == self._names.x:
            down, across = self._sweep.pad
            return Spot("x", leaf.index[-2] + down, leaf.index[-1] + across)
        return Spot("W", *leaf.index[-2:]) if leaf.name == self._names.w else None
