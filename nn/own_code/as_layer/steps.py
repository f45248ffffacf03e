"""The steps of a program while they are put together; equal ones are one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from nn.messages import Message
from nn.own_code.recording import Node, Site
from nn.recorded.circles import AS_NUMBER, CIRCLES, MASK
from nn.recorded.program import CONSTANT, INPUT, PARAMETER, Step
from nn.recorded.reading import MOST_STEPS

SAMPLES, INPUTS, NEURONS = 5, 13, 11
"""With which a layer is recorded: none of them is a number that a layer would rather compute with than count."""


class NoLayerError(Exception):
    """A class cannot stand in a network.

    Attributes
    ----------
    message : Message
        Why, with the line.
    line : int or None
    """

    def __init__(self, message: Message, line: int | None = None) -> None:
        super().__init__(message)
        self.message, self.line = message, line


@dataclass(frozen=True, eq=False)
class Found:
    """A value of the recording as a step.

    Attributes
    ----------
    place : int
    is_mask : bool
    chosen : Found or None
        The mask by which its elements were picked out, where it is not the whole.
    is_flat : bool
        Whether it is one number a sample that lost its axis.
    """

    place: int
    is_mask: bool = False
    chosen: Found | None = None
    is_flat: bool = False


class Steps:
    """Collects steps."""

    def __init__(self) -> None:
        self._places: dict[Step, int] = {}

    def all(self) -> tuple[Step, ...]:
        """Return them in order."""
        return tuple(self._places)

    def of(self, place: int) -> Step:
        """Return the step at a place."""
        return list(self._places)[place]

    def input(self) -> int:
        """Return the place of what goes in."""
        return self._put(Step(INPUT))

    def parameter(self, name: str) -> int:
        """Return the place of a parameter."""
        return self._put(Step(PARAMETER, (), name))

    def constant(self, value: Any) -> int:
        """Return the place of a number."""
        return self._put(Step(CONSTANT, (), float(value)))

    def put(self, name: str, *inputs: int) -> int:
        """Return the place of a circle on earlier steps; a mask among numbers becomes one first."""
        wanted = CIRCLES[name].takes
        taken = [
            self._put(Step(AS_NUMBER, (place,))) if kind != MASK and self.is_mask(place) else place
            for place, kind in zip(inputs, wanted, strict=True)
        ]
        return self._put(Step(name, tuple(taken)))

    def is_mask(self, place: int) -> bool:
        """Return whether a step gives True and False."""
        circle = CIRCLES.get(self.of(place).name)
        return circle is not None and circle.gives == MASK

    def not_(self, mask: int) -> int:
        """Return the place of the opposite of a mask."""
        step = self.of(mask)
        return self.put("at most" if step.name == "greater" else "greater", *step.inputs)

    def _put(self, step: Step) -> int:
        if step not in self._places and len(self._places) >= MOST_STEPS:
            raise NoLayerError(Message("It takes more than {most} steps: too many for a layer.", most=MOST_STEPS))
        return self._places.setdefault(step, len(self._places))


def refused(node: Node) -> NoLayerError:
    """Return the refusal of an operation that no circle of the program stands for."""
    return at(
        node.site, Message("{operation} has no counterpart among the circles of a graph", operation=node.operation)
    )


def at(site: Site | None, reason: Message) -> NoLayerError:
    """Return a refusal with its line, where it is known."""
    if site is None:
        return NoLayerError(Message("{reason}.", reason=reason))
    return NoLayerError(Message("Line {line}: {reason}.", line=site.line, reason=reason), site.line)


def uniform(value: Any) -> float | None:
    """Return the one number that an array is full of, None if there is no such."""
    array = np.asarray(value)
    if array.dtype.kind not in "fiub" or not array.size:
        return None
    first = array.flat[0]
    return float(first) if np.isfinite(first) and (array == first).all() else None
