"""The values of a pass in the order in which they came to be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from nn.arrays import Array

GIVEN = -1
"""Stands for the event that made what no event made: inputs, targets and parameters."""


class Made(NamedTuple):
    """A name that came to be: where its array is kept, and the index of the event that made it."""

    name: str
    kept: Mapping[str, Array]
    event: int

    @property
    def array(self) -> Array:
        """The value."""
        return self.kept[self.name]


class Past:
    """Every value of a trace in the order in which it came to be.

    The recorder appends to it; an event looks no further than its own moment.
    """

    def __init__(self) -> None:
        self._made: list[Made] = []

    def __len__(self) -> int:
        return len(self._made)

    def add(self, name: str, kept: Mapping[str, Array], event: int = GIVEN) -> None:
        """Remember that `event` made the array that is kept under `name`."""
        self._made.append(Made(name, kept, event))

    def known(self, moment: int) -> Mapping[str, Array]:
        """Return the latest value of each name that is known when `moment` values have been made."""
        return _Known({made.name: made for made in self._made[:moment]})

    def origin(self, name: str, array: Array, moment: int) -> int | None:
        """Return the event that made `array` before `moment`, None if none did."""
        same = (made for made in reversed(self._made[:moment]) if made.name == name and made.array is array)
        found = next(same, None)
        return None if found is None or found.event == GIVEN else found.event

    def missing(self, moment: int) -> tuple[str, ...]:
        """Return the names that events make only after `moment` values have been made."""
        known = {made.name for made in self._made[:moment]}
        coming = (made.name for made in self._made[moment:] if made.event != GIVEN)
        return tuple(name for name in dict.fromkeys(coming) if name not in known)


class _Known(Mapping[str, Array]):
    """Latest values by name; each is computed when it is asked for."""

    def __init__(self, latest: Mapping[str, Made]) -> None:
        self._latest = latest

    def __getitem__(self, name: str) -> Array:
        return self._latest[name].array

    def __iter__(self) -> Iterator[str]:
        return iter(self._latest)

    def __len__(self) -> int:
        return len(self._latest)

    def __contains__(self, name: object) -> bool:
        return name in self._latest
