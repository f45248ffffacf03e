"""What the arrays of a convolution are called in the lines that are written about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Names:
    """Names of the arrays, and the places that stand before row and column.

    Attributes
    ----------
    x, w, b, y, dy : str
        Input, filter, bias, output and the gradient by it; the others are called ``dx``, ``dW`` and ``db``.
    channel : int or None
        The channel that is shown, None for a picture that is a matrix.
    row, filter : int
        Which sample of the batch, and which filter, where there are channels.
    samples : int
        How many the batch has: what one of them gives to the weights is a part of their gradient only.
    is_whole : bool
        Whether a channel gives a single number, which has no row and no column.
    """

    x: str = "x"
    w: str = "W"
    b: str = "b"
    y: str = "y"
    dy: str = "dout"
    channel: int | None = None
    row: int = 0
    filter: int = 0
    samples: int = 1
    is_whole: bool = False

    @property
    def dw(self) -> str:
        """What a sample's gradient by the weights is called: theirs, if it is the only one."""
        return f"d{self.w}" if self.samples == 1 else f"{self.x}[{self.row}]: d{self.w}"

    def of_x(self, channel: int, row: int, column: int) -> tuple[int, ...]:
        """Return the index of a pixel."""
        return (row, column) if self.channel is None else (self.row, channel, row, column)

    def place_of_y(self, index: tuple[int, ...]) -> tuple[int, int]:
        """Return row and column of an output."""
        return (0, 0) if self.is_whole else (index[-2], index[-1])

    def of_w(self, channel: int, row: int, column: int) -> tuple[int, ...]:
        """Return the index of a weight."""
        return (row, column) if self.channel is None else (self.filter, channel, row, column)

    def of_b(self) -> tuple[int, ...]:
        """Return the index of the bias."""
        return () if self.channel is None else (self.filter,)

    def of_y(self, row: int, column: int) -> tuple[int, ...]:
        """Return the index of an output; what is pooled stays in its channel."""
        if self.is_whole:
            return self.row, self.filter
        return (row, column) if self.channel is None else (self.row, self.filter, row, column)
