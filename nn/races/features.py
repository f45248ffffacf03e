"""What should come out of a race, as data: sentences that its figures make true or false."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from nn.messages import Message

Words = Mapping[str, str]
"""The same text by language: ``{"en": ..., "ko": ...}``."""
SIGNS = ("above", "below", "near", "through")
_FOUR_DIGITS = 5.01e-5
TWIN = "twin"
"""Stands for the same contestant with the settings of `Race.against`."""


class Told(Protocol):
    """What a contestant can be asked for."""

    def figure(self, name: str, at: int = 0) -> float:
        """Return a figure, at an iteration or a layer where that means something."""


@dataclass(frozen=True)
class Feature:
    """One sentence about an outcome.

    Attributes
    ----------
    says : mapping of str to str
        The sentence, by language.
    of : tuple of str
        Contestants it speaks of, all of which, or `least` to `most` of which, must do it.
    figure : str
        Which figure; see `Finish.figure`, `Spread` and `Way`.
    sign : {"above", "below", "near", "through"}
    than : float or str
        A number, a contestant, or ``"twin"``.
    by : float
        How far above or below at least; how far from it at the most.
    at : int
        Iteration, step or layer; 0 is the end, or the last layer.
    least, most : int
        How many of them; -1 is all.
    mode : {"", "book", "fair"}
        In which of the two ways of racing it should come true.
    points : tuple of (int, float, float)
        Steps and the points that a way comes ``through`` there, to 4 digits.
    """

    says: Words
    of: tuple[str, ...]
    figure: str = ""
    sign: str = ""
    than: float | str = 0.0
    by: float = 0.0
    at: int = 0
    least: int = -1
    most: int = -1
    mode: str = ""
    points: tuple[tuple[int, float, float], ...] = ()

    def values(self, told: Mapping[str, Told]) -> list[tuple[str, float, float]]:
        """Return, for each contestant it speaks of, its name, its figure and the figure it is held against."""
        return [(name, told[name].figure(self.figure, self.at), self._other(name, told)) for name in self.of]

    def holds(self, told: Mapping[str, Told]) -> bool:
        """Say whether it came true; what is not finite makes nothing true."""
        if self.sign == "through":
            return all(self._passes(told[name]) for name in self.of)
        true = sum(self._is_true(mine, other) for _, mine, other in self.values(told))
        least = len(self.of) if self.least < 0 else self.least
        return least <= true <= (len(self.of) if self.most < 0 else self.most)

    def _other(self, name: str, told: Mapping[str, Told]) -> float:
        if not isinstance(self.than, str):
            return self.than
        other = next(each for each in told if each.startswith(f"{name} · ")) if self.than == TWIN else self.than
        return told[other].figure(self.figure, self.at)

    def _passes(self, way: Told) -> bool:
        return all(
            abs(way.figure(axis, step) - value) <= _FOUR_DIGITS * max(1.0, abs(value))
            for step, x, y in self.points
            for axis, value in (("x", x), ("y", y))
        )

    def _is_true(self, mine: float, other: float) -> bool:
        if math.isnan(mine) or math.isnan(other):
            return False
        if self.sign == "near":
            return abs(mine - other) <= self.by
        return mine > other + self.by if self.sign == "above" else mine < other - self.by


@dataclass
class Verdicts:
    """How often each feature came true, race by race."""

    features: Sequence[Feature]
    rows: list[tuple[int, tuple[bool, ...]]] = field(default_factory=list)
    """Seed, and whether each feature came true with it."""

    def judge(self, seed: int, told: Mapping[str, Told]) -> None:
        """Judge one race, in the place of an earlier one of the same seed."""
        self.rows = [row for row in self.rows if row[0] != seed]
        self.rows.append((seed, tuple(feature.holds(told) for feature in self.features)))

    @property
    def seeds(self) -> tuple[int, ...]:
        """Which were judged."""
        return tuple(seed for seed, _ in self.rows)

    def true(self, place: int) -> int:
        """How many races made a feature true."""
        return sum(row[place] for _, row in self.rows)


def read_feature(data: Mapping[str, Any], names: Iterable[str]) -> Feature:
    """Return a feature that a card describes; ValueError if it speaks of somebody who is not there."""
    known, given = tuple(names), dict(data)
    of = given.get("of", list(known))
    given["of"] = (of,) if isinstance(of, str) else tuple(of)
    given["sign"] = given.pop("is", "")
    given["points"] = tuple(map(tuple, given.get("points", ())))
    feature = Feature(**given)
    strangers = [name for name in feature.of if name not in known]
    if strangers or feature.sign not in SIGNS:
        raise ValueError(
            Message(
                "a feature speaks of {name!r}; known are {known}",
                name=strangers[0] if strangers else feature.sign,
                known=", ".join(known if strangers else SIGNS),
            )
        )
    return feature
