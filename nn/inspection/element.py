"""One number that is looked at, and what made it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nn.arrays import Shape
from nn.inspection.values import first_interesting
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


def told_of(event: Event, chosen: Element | None) -> Element:
    """Give the number by which an event is told: the chosen one if it makes it, else one of what it makes.

    That is a gradient by a parameter before that which flows on, and the place that was chosen where it has such a
    place, else the number that is looked at first.
    """
    names = list(event.outputs)
    if chosen is not None and chosen.name in names and is_within(chosen.index, event.outputs[chosen.name].shape):
        return chosen
    name = names[min(1, len(names) - 1)] if event.upstream else names[-1]
    array = event.outputs[name]
    index = chosen.index if chosen is not None and is_within(chosen.index, array.shape) else first_interesting(array)
    return Element(name, index)
