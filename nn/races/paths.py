"""Optimizers on their way down a surface over two numbers (book 6.1): x and y are the weights."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from nn.messages import Message
from nn.optimizers import OPTIMIZERS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nn.choices.options import OptionValue

MOST_STEPS = 10_000
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Valley:
    """A surface to go down.

    Attributes
    ----------
    formula : str
        What its height is.
    height, slope : callable
        The height, and its derivatives by x and by y; both take arrays, too.
    start : tuple of float
        Where ways begin if nothing else is said.
    area : tuple of float
        The piece of the plane to look at: smallest and largest x, smallest and largest y.
    """

    formula: str
    height: Callable[[Any, Any], Any]
    slope: Callable[[Any, Any], tuple[Any, Any]]
    start: tuple[float, float]
    area: tuple[float, float, float, float]


VALLEYS: Mapping[str, Valley] = MappingProxyType(
    {
        "book": Valley(
            "x²/20 + y²",
            lambda x, y: x * x / 20 + y * y,
            lambda x, y: (x / 10, 2 * y),
            (-7.0, 2.0),
            (-10.0, 10.0, -10.0, 10.0),
        ),
        "bowl": Valley(
            "x² + y²",
            lambda x, y: x * x + y * y,
            lambda x, y: (2 * x, 2 * y),
            (-7.0, 2.0),
            (-10.0, 10.0, -10.0, 10.0),
        ),
        "saddle": Valley(
            "x²/20 − y²/20 + y⁴/2000",
            lambda x, y: x * x / 20 - y * y / 20 + y**4 / 2000,
            lambda x, y: (x / 10, -y / 10 + y**3 / 500),
            (-7.0, 0.01),
            (-10.0, 10.0, -10.0, 10.0),
        ),
        "banana": Valley(
            "(1 − x/4)² + 10 (y/4 − x²/16)²",
            lambda x, y: (1 - x / 4) ** 2 + 10 * (y / 4 - x * x / 16) ** 2,
            lambda x, y: (
                -(1 - x / 4) / 2 - 2.5 * x * (y / 4 - x * x / 16),
                5 * (y / 4 - x * x / 16),
            ),
            (-6.0, 4.0),
            (-10.0, 10.0, -10.0, 10.0),
        ),
        "two": Valley(
            "(x² − 25)²/400 + y²/4 + x/4",
            lambda x, y: (x * x - 25) ** 2 / 400 + y * y / 4 + x / 4,
            lambda x, y: (x * (x * x - 25) / 100 + 0.25, y / 2),
            (9.0, 6.0),
            (-10.0, 10.0, -10.0, 10.0),
        ),
    }
)
"""Functions to choose from: the book's, a round one, one with a saddle, a bent valley, and one with two valleys."""


@dataclass(frozen=True)
class Walker:
    """An optimizer with its learning rate and options."""

    optimizer: str
    lr: float
    options: Mapping[str, OptionValue] = field(default_factory=dict)

    def __post_init__(self) -> None:
        OPTIMIZERS[self.optimizer](lr=self.lr, **self.options)  # what is not valid is told here

    @property
    def name(self) -> str:
        """What its way is called."""
        return f"{self.optimizer} {self.lr:g}"


def way(valley: Valley, walker: Walker, start: tuple[float, float], steps: int) -> Numbers:
    """Return the points that an optimizer comes through, shape (1 + steps, 2): the start and every update.

    Raises
    ------
    ValueError
        If the start is no point or there are too many steps.
    """
    if not np.isfinite(start).all():
        raise ValueError(Message("the start is {start}; give two finite numbers", start=start))
    if not 1 <= steps <= MOST_STEPS:
        raise ValueError(Message("{steps:,} steps; give 1 to {most:,}", steps=steps, most=MOST_STEPS))
    optimizer = OPTIMIZERS[walker.optimizer](lr=walker.lr, **walker.options)
    point = np.array(start, np.float64)
    points = [point.copy()]
    with np.errstate(all="ignore"):  # who overshoots more and more leaves all numbers behind
        for iteration in range(1, steps + 1):
            optimizer.step(point, np.array(valley.slope(*point.tolist()), np.float64), iteration)
            points.append(point.copy())
            if not np.isfinite(point).all():
                break
    return np.array(points)
