"""An exercise of the gallery: a program that does not do what it should, and what was wrong with it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playground.lessons.words import Words


@dataclass(frozen=True)
class Mend:
    """One change that is part of the answer.

    Attributes
    ----------
    old, new
        What stands in the program, at one place only, and what should stand there.
    begin
        The line, counted from 1, that `old` begins in.
    """

    old: str
    new: str
    begin: int

    @property
    def lines(self) -> tuple[int, ...]:
        """The lines of the program that change; where lines are only missing, the one they should follow."""
        old, new = self.old.splitlines(), self.new.splitlines()
        found: list[int] = []
        for tag, first, last, _, _ in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if tag == "insert":
                found.append(max(first - 1, 0))
            elif tag != "equal":
                found += range(first, last)
        return tuple(self.begin + place for place in found)


@dataclass(frozen=True)
class Symptom:
    """A number by which the fault shows: one of the program's own names when it has run.

    Attributes
    ----------
    name
        What the program calls it.
    faulty, mended
        What it is as the program stands, and what it is without the fault.
    within
        How far off it may be: sums come out a little different on another machine.
    """

    name: str
    faulty: float
    mended: float
    within: float

    def is_faulty(self, value: float | None) -> bool:
        """Say whether a number is the one that the fault makes."""
        return self._is(value, self.faulty)

    def is_mended(self, value: float | None) -> bool:
        """Say whether a number is the one without the fault."""
        return self._is(value, self.mended)

    def _is(self, value: float | None, wanted: float) -> bool:
        if value is None:
            return False
        return math.isnan(value) if math.isnan(wanted) else abs(value - wanted) <= self.within


@dataclass(frozen=True)
class Place:
    """Somewhere to look for the fault.

    Attributes
    ----------
    with_what
        ``"breakpoint"``, ``"step"``, ``"batch"`` (the batch lens), ``"check"`` or ``"memory"`` (who shares it).
    line
        The line of the program to look at, counted from 1; None for all of it.
    text
        What to look for there.
    """

    with_what: str
    line: int | None
    text: Words


@dataclass(frozen=True)
class Exercise:
    """A program with a fault and a question.

    Attributes
    ----------
    name
        Of its file, without the ending.
    chapter
        The section of the book, ``(5, 6, 3)``.
    title, question
        What it is called, without a word about the cause; what a learner asks.
    program
        The whole program, with the fault.
    mends
        The changes that take the fault away.
    symptoms
        What can be measured.
    stops
        The name of the error that the program ends with, or nothing.
    judged
        The classes and functions of the program that a check says are not right: none where they all are, and the
        fault is in how they are used.
    places, hints
        Where to look; what helps, from the least to the most.
    answer
        What was wrong, and why it shows as it does.
    """

    name: str
    chapter: tuple[int, ...]
    title: Words
    question: Words
    program: str
    mends: tuple[Mend, ...]
    symptoms: tuple[Symptom, ...]
    stops: str
    judged: tuple[str, ...]
    places: tuple[Place, ...]
    hints: tuple[Words, ...]
    answer: Words

    @property
    def lines(self) -> tuple[int, ...]:
        """The lines that the fault is in, counted from 1."""
        return tuple(line for mend in self.mends for line in mend.lines)

    @property
    def mended(self) -> str:
        """The program without the fault."""
        text = self.program
        for mend in self.mends:
            text = text.replace(mend.old, mend.new)
        return text

    def is_solved(self, text: str, values: Mapping[str, float]) -> bool:
        """Say whether the fault is gone from a program that ran to its end.

        Parameters
        ----------
        text
            The program as it is by now.
        values
            What it came to.
        """
        if self.stops:  # here it may run with the fault: ``np.int`` is read as it was meant
            return not any(mend.old in text for mend in self.mends)
        return all(symptom.is_mended(values.get(symptom.name)) for symptom in self.symptoms)
