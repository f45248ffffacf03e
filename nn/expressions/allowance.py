"""How much one expression may compute: what a person types answers at once, and what a stranger wrote does no harm."""

from __future__ import annotations

from math import prod
from typing import Any

import numpy as np

from nn.expressions.refusals import Unavailable
from nn.messages import Message

LONGEST = 1_000
"""Characters of a text."""
MOST_PARTS = 400
"""Names, numbers and operations in it."""
DEEPEST = 40
"""Brackets within brackets."""
MOST_NUMBERS = 20_000_000
"""Numbers of one array."""
_WORK = 4_000_000  # numbers computed in all, whatever is named: about ten milliseconds
_WORK_OF_NAMED = 8  # and as many for each number that is named
_PRODUCTS = 16  # multiplications of a matrix product that take as long as one number computed by itself


class Allowance:
    """Counts what an expression makes, before it is made."""

    def __init__(self) -> None:
        self._left = _WORK

    def give(self, count: int) -> None:
        """Allow what a named value of `count` numbers brings: a few operations on each."""
        self._left += _WORK_OF_NAMED * count

    def take(self, count: int, work: int | None = None) -> None:
        """Allow an array of `count` numbers, which takes as long as computing `work` of them.

        Raises
        ------
        Unavailable
            If that is too much.
        """
        self._left -= count if work is None else max(count, work)
        if count > MOST_NUMBERS or self._left < 0:
            raise Unavailable(
                Message(
                    "This makes {count:,} numbers or takes too long; look at a part, such as W1[0] or x[:10]",
                    count=count,
                )
            )

    def take_shapes(self, *values: Any) -> None:
        """Allow the array that these make together, element by element."""
        self.take(prod(np.broadcast_shapes(*(np.shape(value) for value in values))))

    def take_product(self, left: Any, right: Any) -> None:
        """Allow a matrix product."""
        a, b = np.shape(left), np.shape(right)
        columns = b[-1] if len(b) > 1 else 1
        count = prod(a[:-1]) * prod(b[:-2]) * columns if a and b else prod(a) * prod(b)
        self.take(count, count * (a[-1] if a else 1) // _PRODUCTS)
