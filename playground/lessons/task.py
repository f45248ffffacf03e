"""What a step gives a person to do: numbers to reach, a question to answer, buttons to press."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nn.arrays import Array
    from nn.expressions import Expression
    from playground.lessons.setting import Setting
    from playground.lessons.words import Words


@dataclass(frozen=True, eq=False)
class Number:
    """A live number beside what it should be.

    Attributes
    ----------
    expression
        What is measured.
    expected : ndarray or None
        What it should be, or None where it is only watched.
    decimals, digits
        Digits behind the point, or significant ones, on the screen and in the comparison; with neither the shortest
        form is shown, and numbers must be equal.
    label
        What to call it in place of the expression, where that is long.
    at_least, at_most
        Limits of a single number, in place of `expected`.
    """

    expression: Expression
    expected: Array | None = None
    decimals: int | None = None
    digits: int | None = None
    label: Words | None = None
    at_least: float | None = None
    at_most: float | None = None


@dataclass(frozen=True)
class Choice:
    """An answer to choose, and what to say to one who chose it."""

    text: Words
    reply: Words | None = None


@dataclass(frozen=True)
class Question:
    """A question with answers to choose from.

    Attributes
    ----------
    answer
        Which of the choices is right, counted from 0.
    """

    ask: Words
    choices: tuple[Choice, ...]
    answer: int


@dataclass(frozen=True, eq=False)
class Offer:
    """A button of a step that puts something in place."""

    label: Words | None
    setting: Setting


@dataclass(frozen=True, eq=False)
class Task:
    """All that a step gives to do; a step that is only read or looked at gives nothing."""

    numbers: tuple[Number, ...] = ()
    question: Question | None = None
    offers: tuple[Offer, ...] = ()
