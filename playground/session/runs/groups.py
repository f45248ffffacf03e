"""Runs as they are compared: alone, or as a group that differs in nothing but the seed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nn.runs.spread import Contrast, Spread, contrast, spread

if TYPE_CHECKING:
    from collections.abc import Iterable

    from playground.session.document.state import Run
    from playground.session.runs.figures import Figures


@dataclass(frozen=True, eq=False)
class Entry:
    """One run, or the runs of a group; what a person calls it is what the first one is called.

    Attributes
    ----------
    runs
        The first one is the one that was done first.
    figures
        Of each of them.
    """

    runs: tuple[Run, ...]
    figures: tuple[Figures, ...]

    @property
    def number(self) -> int:
        """The number by which it goes."""
        return self.runs[0].label.number

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of all of its runs."""
        return tuple(run.label.number for run in self.runs)

    @property
    def is_group(self) -> bool:
        """Whether these are several seeds."""
        return len(self.runs) > 1

    def spread_of(self, name: str) -> Spread:
        """Return how far a figure of its runs lies apart, by its name in `Figures`."""
        return spread([getattr(figures, name) for figures in self.figures])

    @property
    def is_accuracy(self) -> bool:
        """Whether best and last are shares and not losses."""
        return self.figures[0].is_accuracy


def grouped(runs: Iterable[Run]) -> list[tuple[Run, ...]]:
    """Return runs with those of a group together, each group where its first one stands among them."""
    places: dict[int, list[Run]] = {}
    for run in runs:
        places.setdefault(run.label.group or -run.label.number, []).append(run)
    return [tuple(sorted(members, key=lambda run: run.label.number)) for members in places.values()]


def told_apart(here: Entry, there: Entry) -> Contrast:
    """Say whether two entries differ at their end by more than their seeds do."""
    return contrast([figures.last for figures in here.figures], [figures.last for figures in there.figures])
