"""What a step gives a person to do: things it asks, numbers to reach, buttons to press."""

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


@dataclass(frozen=True, eq=False)
class Prediction:
    """Numbers to type before they are shown.

    Attributes
    ----------
    expected
        What is right.
    decimals, digits, within
        How exact the answer has to be: so many digits behind the point, so many significant ones, or at most so far
        off; with none of them it has to be equal.
    value
        What measures the answer once it has been given.
    hint, reply
        What helps without being the answer; what to say when it has been answered.
    is_shape, is_truth
        Whether the numbers are the shape of an array, or stand for True and False.
    line
        What is written on the sheet when it has been answered.
    """

    ask: Words
    expected: Array
    decimals: int | None = None
    digits: int | None = None
    within: float | None = None
    value: Expression | None = None
    hint: Words | None = None
    reply: Words | None = None
    is_shape: bool = False
    is_truth: bool = False
    line: str = ""


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
    hint: Words | None = None


@dataclass(frozen=True)
class Writing:
    """A line to write on the sheet: any that gives the same as `answer`."""

    ask: Words
    answer: str
    hint: Words | None = None
    reply: Words | None = None


Ask = Prediction | Question | Writing
"""What a step asks before it shows anything."""


def line_of(ask: Ask) -> str:
    """Return the line that stands on the sheet when something was answered, empty for none."""
    match ask:
        case Prediction(line=line):
            return line
        case Writing(answer=answer):
            return answer
    return ""


@dataclass(frozen=True, eq=False)
class Offer:
    """A button of a step that puts something in place.

    Attributes
    ----------
    is_help
        Whether it does what the person is to do: such a button comes after the hint.
    """

    label: Words | None
    setting: Setting
    is_help: bool = False


@dataclass(frozen=True, eq=False)
class Task:
    """All that a step gives to do; a step that is only read or looked at gives nothing.

    Attributes
    ----------
    asks
        What it asks, one after the other, before it shows anything else.
    sheet
        The lines that stand on the worksheet already; None for a step without one.
    race
        How many samples go through a network at once and one by one, to be measured; None for a step without that.
    """

    asks: tuple[Ask, ...] = ()
    numbers: tuple[Number, ...] = ()
    offers: tuple[Offer, ...] = ()
    sheet: tuple[str, ...] | None = None
    race: int | None = None
