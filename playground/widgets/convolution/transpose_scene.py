"""What `transpose` does: where each number lies before it, and where behind it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QCoreApplication

from playground.widgets.boards.board import Board, Frame, Look, Spot
from playground.widgets.convolution.scene import MOST_READ, Scene, largest, near

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from nn.inspection.convolution.sweep import Place
    from nn.inspection.convolution.transposed import Transposed
    from playground.widgets.boards.board import Band

translate = QCoreApplication.translate

_READ_SIDE = 16  # rows or columns of pictures whose numbers are still read as they are
_LENS = 5  # rows and columns seen through the lens


class _Lens:
    """The neighbourhood of one number in one of several pictures, large enough to be read; around it is a map."""

    def __init__(self, pictures: NDArray[Any], which: tuple[int, ...], at: tuple[int, int]) -> None:
        self._picture = pictures[which]
        high, wide = self._picture.shape
        self.rows, self.columns = near(at[0], high, _LENS), near(at[1], wide, _LENS)
        self._at = at

    @property
    def corner(self) -> tuple[int, int]:
        """The row and the column of its picture at its upper left."""
        return self.rows.start, self.columns.start

    def at(self, spot: Spot) -> tuple[int, int]:
        """Return the row and the column of its picture at one of its cells."""
        return self.rows.start + spot.row, self.columns.start + spot.column

    def within(self, picture: NDArray[Any]) -> NDArray[Any]:
        """Return its part of a picture."""
        return picture[self.rows.start : self.rows.stop, self.columns.start : self.columns.stop]

    def board(self, title: str, limit: float, symbol: Callable[[int, int], str], framed: bool) -> Board:
        """Return what is seen through it; `symbol` names the numbers of its picture."""
        top, left = self.corner
        frames = (Frame(self._at[0] - top, self._at[1] - left),) if framed else ()
        title = f"{title}: {top}–{self.rows.stop - 1}, {left}–{self.columns.stop - 1}"
        return Board("lens", title, self.within(self._picture), limit, lambda r, c: symbol(top + r, left + c), frames)

    def frame(self, top: int, left: int) -> Frame:
        """Return the frame around it on the map, where its picture begins at `top` and `left`."""
        return Frame(top + self.rows.start, left + self.columns.start, len(self.rows), len(self.columns), Look.SOURCE)


class ColumnsScene(Scene):
    """In im2col: a picture for each weight becomes a row for each place; one channel of one sample."""

    def __init__(self, transposed: Transposed, channel: int = 0) -> None:
        self._of, self._channel = transposed, channel
        _, _, self._high, self._wide, self._down, self._across = transposed.before.shape
        self._pictures = transposed.before[0, channel]
        self._limit = largest(self._pictures)
        self._rows = self._pictures.transpose(2, 3, 0, 1).reshape(self._down * self._across, -1)

    @property
    def count(self) -> int:
        """A step for each number of the matrix."""
        return self._rows.size

    @property
    def row_length(self) -> int:
        """Numbers in a row of the matrix."""
        return self._rows.shape[1]

    def step_of(self, place: Place) -> int:
        """Return the step with which the row of a place is whole."""
        row, column = place
        return (row * self._across + column + 1) * self.row_length

    def _place(self, step: int) -> tuple[int, int, int, int]:
        """Return the cell of the window and the place of the output of the number that moves at a step."""
        row, column = divmod(max(step - 1, 0), self.row_length)
        return (*divmod(column, self._wide), *divmod(row, self._across))

    def ways(self, step: int, spot: Spot | None) -> list[list[Band]]:
        """Return the pictures before and the matrix behind; of large pictures a map, and a part to be read."""
        before, after = self._before(step), self._after(step)
        if not self._is_large:
            return [[((before,), (after,))], [((before,),), ((after,),)]]
        lens = self._lens_board(step)
        return [[((before,), (lens,), (after,))], [((before,), (lens,)), ((after,),)], [((lens,), (after,))]]

    @property
    def _is_large(self) -> bool:
        return max(self._high * self._down, self._wide * self._across) > _READ_SIDE

    def _lens(self, step: int) -> _Lens:
        i, j, row, column = self._place(step)
        return _Lens(self._pictures, (i, j), (row, column))

    def _lens_board(self, step: int) -> Board:
        i, j, *_ = self._place(step)
        title = translate("ConvolutionScenes", "weight ({i}, {j})").format(i=i, j=j)

        def symbol(row: int, column: int) -> str:
            return f"col[0,{self._channel},{i},{j},{row},{column}]"

        return replace(self._lens(step).board(title, self._limit, symbol, bool(step)), sign="→")

    def _before(self, step: int) -> Board:
        i, j, row, column = self._place(step)
        sheet = self._pictures.transpose(0, 2, 1, 3).reshape(self._high * self._down, -1)
        frames = [Frame(i * self._down + row, j * self._across + column)] if step else []
        if self._is_large:
            frames.append(self._lens(step).frame(i * self._down, j * self._across))
        shape = str(self._of.before.shape)
        if not self._is_large:  # beside the lens there is no room for the letters: the sentence has them
            shape = f"(N, C, FH, FW, OH, OW) = {shape}"

        def symbol(down: int, across: int) -> str:
            (cell_row, at_row), (cell_column, at_column) = divmod(down, self._down), divmod(across, self._across)
            return f"col[0,{self._channel},{cell_row},{cell_column},{at_row},{at_column}]"

        sign, gaps = "" if self._is_large else "→", (self._down, self._across)
        return Board(
            "before",
            shape,
            sheet,
            self._limit,
            symbol,
            tuple(frames),
            sign=sign,
            gaps=gaps,
            is_map=self._is_large,
        )

    def _seen(self, step: int) -> tuple[range, range]:
        """Return the rows and the columns of the matrix that are seen."""
        row, column = divmod(max(step - 1, 0), self.row_length)
        most = _LENS if self._is_large else MOST_READ
        return near(row, len(self._rows), most), near(column, self.row_length, MOST_READ)

    def _after(self, step: int) -> Board:
        (rows, columns), length = self._seen(step), self.row_length
        at, column = divmod(max(step - 1, 0), length)
        numbers = np.arange(rows.start, rows.stop)[:, None] * length + np.arange(columns.start, columns.stop)
        top, left = at - rows.start, column - columns.start
        frames = [Frame(top, 0, 1, len(columns)), Frame(top, left)] if step else []
        first, offset = rows.start, self._channel * length + columns.start
        return Board(
            "after",
            self._title(rows, columns),
            self._rows[rows.start : rows.stop, columns.start : columns.stop],
            self._limit,
            lambda r, c: f"col[{first + r},{offset + c}]",
            tuple(frames),
            hidden=numbers >= step,
        )

    def _title(self, rows: range, columns: range) -> str:
        first, last = rows.start, rows.stop - 1
        if not self._is_large:
            title = translate("ConvolutionScenes", "(N·OH·OW, C·FH·FW): rows {first} to {last} of {count}")
            return title.format(first=first, last=last, count=len(self._rows))
        title = translate("ConvolutionScenes", "rows {first} to {last}, columns {left} to {right} of {shape}")
        shape = f"{len(self._rows)}×{self.row_length}"
        return title.format(first=first, last=last, left=columns.start, right=columns.stop - 1, shape=shape)

    def sentence(self, step: int, spot: Spot | None) -> str:
        """Say from where to where the number goes."""
        if not step:
            return translate(
                "ConvolutionScenes",
                "im2col fills one picture for each weight: all numbers that this weight meets. transpose(0, 4, 5, 1, "
                "2, 3) puts OH and OW first, so that a row is all that the filter reads at one place.",
            )
        i, j, row, column = self._place(step)
        text = translate(
            "ConvolutionScenes",
            "From weight ({i}, {j}) at place ({row}, {column}) to row {to}: N, C, FH, FW, OH, OW become N, OH, OW, C, "
            "FH, FW. No number changes, only the order.",
        )
        return text.format(i=i, j=j, row=row, column=column, to=row * self._across + column)

    def step_at(self, spot: Spot, step: int) -> int | None:
        """Go to where the number moves that is clicked before."""
        if spot.board == "lens":
            i, j, *_ = self._place(step)
            row, column = self._lens(step).at(spot)
        elif spot.board == "before":
            (i, row), (j, column) = divmod(spot.row, self._down), divmod(spot.column, self._across)
        else:
            return None
        return (row * self._across + column) * self.row_length + i * self._wide + j + 1

    def flight(self, step: int) -> tuple[Spot, Spot] | None:
        """Return the number's way into the matrix."""
        if not step:
            return None
        i, j, row, column = self._place(step)
        rows, columns = self._seen(step)
        end = Spot("after", row * self._across + column - rows.start, i * self._wide + j - columns.start)
        if not self._is_large:
            return Spot("before", i * self._down + row, j * self._across + column), end
        top, left = self._lens(step).corner
        return Spot("lens", row - top, column - left), end


class OutputScene(Scene):
    """Behind the product: a row for each place becomes a picture for each filter; of one sample."""

    def __init__(self, transposed: Transposed, chosen: int = 0) -> None:
        self._of, self._chosen = transposed, chosen
        _, self._down, self._across, self._filters = transposed.before.shape
        self._rows = transposed.before[0].reshape(-1, self._filters)
        self._limit = largest(self._rows)

    @property
    def count(self) -> int:
        """A step for each number."""
        return self._rows.size

    @property
    def row_length(self) -> int:
        """Numbers in a row of a picture."""
        return self._across

    def step_of(self, place: Place) -> int:
        """Return the step at which the number of a place moves into the picture of the chosen filter."""
        return self._number(self._chosen, *place) + 1

    def _place(self, step: int) -> tuple[int, int, int]:
        """Return filter, row and column of the number that moves at a step."""
        which, at = divmod(max(step - 1, 0), self._down * self._across)
        return (which, *divmod(at, self._across))

    def ways(self, step: int, spot: Spot | None) -> list[list[Band]]:
        """Return the rows before and the pictures behind; of large pictures a map, and a part to be read."""
        before, after = self._before(step), self._after(step)
        if not self._is_large:
            return [[((before,), (after,))], [((before,),), ((after,),)]]
        lens = self._lens_board(step)
        return [[((before,), (lens,)), ((after,),)], [((before,), (lens,), (after,))], [((before,), (lens,))]]

    @property
    def _is_large(self) -> bool:
        return max(self._down, self._filters * self._across) > _READ_SIDE

    def _lens(self, step: int) -> _Lens:
        which, row, column = self._place(step)
        return _Lens(self._of.after[0], (which,), (row, column))

    def _lens_board(self, step: int) -> Board:
        which, *_ = self._place(step)
        title = translate("ConvolutionScenes", "picture {which}").format(which=which)

        def symbol(row: int, column: int) -> str:
            return f"out[0,{which},{row},{column}]"

        lens = self._lens(step)
        order = self._number(which, 0, 0) + np.arange(self._down * self._across).reshape(self._down, self._across)
        return replace(lens.board(title, self._limit, symbol, bool(step)), hidden=lens.within(order) >= step)

    def _seen(self, step: int) -> range:
        _, row, column = self._place(step)
        return near(row * self._across + column, len(self._rows), _LENS if self._is_large else MOST_READ)

    def _before(self, step: int) -> Board:
        which, row, column = self._place(step)
        rows = self._seen(step)
        frames = [Frame(row * self._across + column - rows.start, which)] if step else []
        title = translate("ConvolutionScenes", "(N, OH, OW, FN): rows {first} to {last} of {count}")
        title = title.format(first=rows.start, last=rows.stop - 1, count=len(self._rows))
        first = rows.start

        def symbol(down: int, across: int) -> str:
            return f"out[0,{(first + down) // self._across},{(first + down) % self._across},{across}]"

        return Board("before", title, self._rows[rows.start : rows.stop], self._limit, symbol, tuple(frames), sign="→")

    def _after(self, step: int) -> Board:
        which, row, column = self._place(step)
        pictures = self._of.after[0]
        sheet = pictures.transpose(1, 0, 2).reshape(self._down, -1)
        frames = [Frame(row, which * self._across + column)] if step else []
        if self._is_large:
            frames.append(self._lens(step).frame(0, which * self._across))
        order = np.arange(self.count).reshape(pictures.shape).transpose(1, 0, 2).reshape(sheet.shape)
        shape = f"(N, FN, OH, OW) = {self._of.after.shape}"

        def symbol(down: int, across: int) -> str:
            return f"out[0,{across // self._across},{down},{across % self._across}]"

        gaps, is_map = (0, self._across), self._is_large
        return Board("after", shape, sheet, self._limit, symbol, tuple(frames), order >= step, gaps=gaps, is_map=is_map)

    def sentence(self, step: int, spot: Spot | None) -> str:
        """Say from where to where the number goes."""
        if not step:
            return translate(
                "ConvolutionScenes",
                "The matrix product gives a row for each place and a column for each filter. transpose(0, 3, 1, 2) "
                "puts the filters first: a picture for each.",
            )
        which, row, column = self._place(step)
        text = translate(
            "ConvolutionScenes",
            "From row {at}, column {which}, to picture {which}, row {row}, column {column}: N, OH, OW, FN become N, "
            "FN, OH, OW. No number changes, only the order.",
        )
        return text.format(at=row * self._across + column, which=which, row=row, column=column)

    def step_at(self, spot: Spot, step: int) -> int | None:
        """Go to where the number moves that is clicked behind."""
        if spot.board == "lens":
            which = self._place(step)[0]
            row, column = self._lens(step).at(spot)
        elif spot.board == "after":
            row, (which, column) = spot.row, divmod(spot.column, self._across)
        else:
            return None
        return self._number(which, row, column) + 1

    def _number(self, which: int, row: int, column: int) -> int:
        """Return how many numbers have moved before one of them."""
        return (which * self._down + row) * self._across + column

    def flight(self, step: int) -> tuple[Spot, Spot] | None:
        """Return the number's way into its picture."""
        if not step:
            return None
        which, row, column = self._place(step)
        at = row * self._across + column - self._seen(step).start
        end = Spot("after", row, which * self._across + column)
        if self._is_large:
            top, left = self._lens(step).corner
            end = Spot("lens", row - top, column - left)
        return Spot("before", at, which), end
