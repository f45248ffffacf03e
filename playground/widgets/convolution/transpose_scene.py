"""What `transpose` does: where each number lies before it, and where behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from playground.widgets.boards.board import Board, Frame, Spot
from playground.widgets.convolution.scene import MOST_READ, Scene, largest, near

if TYPE_CHECKING:
    from nn.inspection.convolution.transposed import Transposed
    from nn.trace import Explanation
    from playground.widgets.boards.board import Band

translate = QCoreApplication.translate


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

    def _place(self, step: int) -> tuple[int, int, int, int]:
        """Return the cell of the window and the place of the output of the number that moves at a step."""
        row, column = divmod(max(step - 1, 0), self.row_length)
        return (*divmod(column, self._wide), *divmod(row, self._across))

    def ways(self, step: int, spot: Spot | None) -> list[list[Band]]:
        """Return the pictures before and the matrix behind."""
        before, after = self._before(step), self._after(step)
        return [[((before,), (after,))], [((before,),), ((after,),)]]

    def _before(self, step: int) -> Board:
        i, j, row, column = self._place(step)
        sheet = self._pictures.transpose(0, 2, 1, 3).reshape(self._high * self._down, -1)
        frames = [Frame(i * self._down + row, j * self._across + column)] if step else []
        shape = f"(N, C, FH, FW, OH, OW) = {self._of.before.shape}"

        def symbol(down: int, across: int) -> str:
            (cell_row, at_row), (cell_column, at_column) = divmod(down, self._down), divmod(across, self._across)
            return f"col[0,{self._channel},{cell_row},{cell_column},{at_row},{at_column}]"

        gaps = (self._down, self._across)
        return Board("before", shape, sheet, self._limit, symbol, tuple(frames), sign="→", gaps=gaps)

    def _seen(self, step: int) -> range:
        return near(max(step - 1, 0) // self.row_length, len(self._rows), MOST_READ)

    def _after(self, step: int) -> Board:
        rows, length = self._seen(step), self.row_length
        at, column = divmod(max(step - 1, 0), length)
        numbers = np.arange(rows.start, rows.stop)[:, None] * length + np.arange(length)
        frames = [Frame(at - rows.start, 0, 1, length), Frame(at - rows.start, column)] if step else []
        title = translate("ConvolutionScenes", "(N·OH·OW, C·FH·FW): rows {first} to {last} of {count}")
        title = title.format(first=rows.start, last=rows.stop - 1, count=len(self._rows))
        first, offset = rows.start, self._channel * length
        block = self._rows[rows.start : rows.stop]
        return Board(
            "after",
            title,
            block,
            self._limit,
            lambda r, c: f"col[{first + r},{offset + c}]",
            tuple(frames),
            hidden=numbers >= step,
        )

    def told(self, step: int, spot: Spot | None) -> Explanation | None:
        """Nothing: a number that moves stays what it is."""
        return None

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

    def step_at(self, spot: Spot) -> int | None:
        """Go to where the number moves that is clicked before."""
        if spot.board != "before":
            return None
        (i, row), (j, column) = divmod(spot.row, self._down), divmod(spot.column, self._across)
        return (row * self._across + column) * self.row_length + i * self._wide + j + 1

    def flight(self, step: int) -> tuple[Spot, Spot] | None:
        """Return the number's way into the matrix."""
        if not step:
            return None
        i, j, row, column = self._place(step)
        at = row * self._across + column - self._seen(step).start
        start = Spot("before", i * self._down + row, j * self._across + column)
        return start, Spot("after", at, i * self._wide + j)


class OutputScene(Scene):
    """Behind the product: a row for each place becomes a picture for each filter; of one sample."""

    def __init__(self, transposed: Transposed) -> None:
        self._of = transposed
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

    def _place(self, step: int) -> tuple[int, int, int]:
        """Return filter, row and column of the number that moves at a step."""
        which, at = divmod(max(step - 1, 0), self._down * self._across)
        return (which, *divmod(at, self._across))

    def ways(self, step: int, spot: Spot | None) -> list[list[Band]]:
        """Return the rows before and the pictures behind."""
        before, after = self._before(step), self._after(step)
        return [[((before,), (after,))], [((before,),), ((after,),)]]

    def _seen(self, step: int) -> range:
        _, row, column = self._place(step)
        return near(row * self._across + column, len(self._rows), MOST_READ)

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
        order = np.arange(self.count).reshape(pictures.shape).transpose(1, 0, 2).reshape(sheet.shape)
        shape = f"(N, FN, OH, OW) = {self._of.after.shape}"

        def symbol(down: int, across: int) -> str:
            return f"out[0,{across // self._across},{down},{across % self._across}]"

        gaps = (0, self._across)
        return Board("after", shape, sheet, self._limit, symbol, tuple(frames), order >= step, gaps=gaps)

    def told(self, step: int, spot: Spot | None) -> Explanation | None:
        """Nothing: a number that moves stays what it is."""
        return None

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

    def step_at(self, spot: Spot) -> int | None:
        """Go to where the number moves that is clicked behind."""
        if spot.board != "after":
            return None
        which, column = divmod(spot.column, self._across)
        return which * self._down * self._across + spot.row * self._across + column + 1

    def flight(self, step: int) -> tuple[Spot, Spot] | None:
        """Return the number's way into its picture."""
        if not step:
            return None
        which, row, column = self._place(step)
        at = row * self._across + column - self._seen(step).start
        return Spot("before", at, which), Spot("after", row, which * self._across + column)
