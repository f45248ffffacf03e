"""One number that is looked at, and what made it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nn.arrays import Shape
from nn.trace import Event


@dataclass(frozen=True)
class Element:
    """One number of a named value."""

    name: str
    index: tuple[int, ...]

    @property
    def symbol(self) -> str:
        """The number as NumPy writes it: ``W1[0,3]``; a value that is one number has only its name."""
        return f"{self.name}[{','.join(map(str, self.index))}]" if self.index else self.name


def is_within(index: tuple[int, ...], shape: Shape) -> bool:
    """Say whether an array of this shape has such a place."""
    return len(index) == len(shape) and all(0 <= i < n for i, n in zip(index, shape, strict=True))


def maker_of(element: Element, happened: Sequence[Event]) -> Event | None:
    """Give the event that made a number: the last one, else the last before it that did; whole layers are preferred."""
    made = [event for event in happened if element.name in event.outputs]
    made = [event for event in made if is_within(element.index, event.outputs[element.name].shape)]
    if not made or made[-1] is happened[-1]:
        return made[-1] if made else None
    return next((event for event in reversed(made) if event.depth == "layer"), made[-1])
