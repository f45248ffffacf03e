"""What can be stepped through on the stage: boards, three lines and a sentence for each step."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from nn.inspection.convolution.sweep import Place, Sweep
    from nn.trace import Explanation, Leaf
    from playground.widgets.boards.board import Band, Spot

NEAR = 5
"""Rows of a long matrix that are seen at once."""
MOST_READ = 9
"""Rows whose numbers can still be read beside pictures."""


class Scene(ABC):
    """One way of looking at a window that slides; a step is a place that it has been at."""

    told_of: frozenset[str] = frozenset()
    """Boards whose numbers have three lines."""

    @property
    @abstractmethod
    def count(self) -> int:
        """How many steps there are."""

    @property
    @abstractmethod
    def row_length(self) -> int:
        """How many steps make a row."""

    @abstractmethod
    def ways(self, step: int, spot: Spot | None) -> list[list[Band]]:
        """Return the boards after so many steps, in several ways to put them side by side."""

    def told(self, step: int, spot: Spot | None) -> Explanation | None:
        """Return the number that the step is about, or that is pointed at; one that only moves has nothing to tell."""
        return None

    @abstractmethod
    def sentence(self, step: int, spot: Spot | None) -> str:
        """Say what happens at this step, or what is pointed at."""

    @property
    def looked_at_first(self) -> Place | None:
        """The place of the output at which one looks when all of it is seen, None where all are alike."""
        return None

    @abstractmethod
    def step_of(self, place: Place) -> int:
        """Return the step with which what belongs to a place of the output is there."""

    def step_at(self, spot: Spot, step: int) -> int | None:
        """Return the step to which a click on a cell leads that is seen after so many, None for none."""
        return None

    def spot_of(self, leaf: Leaf) -> Spot | None:
        """Return the cell in which a number of the three lines stands."""
        return None

    def element_at(self, spot: Spot) -> tuple[str, tuple[int, ...]] | None:
        """Return the name and the index of a number that may be another one, None for what follows from others."""
        return None

    def flight(self, step: int) -> tuple[Spot, Spot] | None:
        """Return from where to where a number goes at a step."""
        return None


class SweepScene(Scene):
    """A scene with a step for each place of a window that slides over a picture."""

    _sweep: Sweep

    @property
    def count(self) -> int:
        """The places of the window."""
        return self._sweep.count

    @property
    def row_length(self) -> int:
        """Places in a row of the output."""
        return self._sweep.output[1]

    def step_of(self, place: Place) -> int:
        """Return the step at which the window comes to a place."""
        return self._sweep.number(place) + 1


def near(at: int, count: int, most: int = NEAR) -> range:
    """Return the rows of a long matrix around one of them."""
    first = min(max(at - most // 2, 0), max(count - most, 0))
    return range(first, min(first + most, count))


def subscript(name: str, place: Callable[[int, int], tuple[int, ...]]) -> Callable[[int, int], str]:
    """Return what names the cells of a board: ``x[0,3]``."""
    return lambda row, column: f"{name}[{','.join(map(str, place(row, column)))}]"


def later_than(done: int, shape: tuple[int, int]) -> NDArray[np.bool_]:
    """Return which cells of an output come after so many."""
    return (np.arange(shape[0] * shape[1]) >= done).reshape(shape)


def largest(*arrays: NDArray[np.floating[Any]]) -> float:
    """Return one scale for all of these: their largest finite size."""
    sizes = [float(np.abs(a[np.isfinite(a)]).max(initial=0.0)) for a in arrays]
    return max(sizes, default=0.0) or 1.0
