"""One number that is looked at."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Element:
    """One number of a named value."""

    name: str
    index: tuple[int, ...]

    @property
    def symbol(self) -> str:
        """The number as NumPy writes it: ``W1[0,3]``; a value that is one number has only its name."""
        return f"{self.name}[{','.join(map(str, self.index))}]" if self.index else self.name
