"""How far a person has come with one thing that a step asks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from nn.messages import message_of
from playground.lessons.asking.typed_numbers import typed_numbers
from playground.lessons.asking.verdict import judge
from playground.lessons.readings import tolerance

if TYPE_CHECKING:
    from playground.lessons.asking.verdict import Verdict
    from playground.lessons.task import Ask, Prediction, Question

_ENOUGH = 2
"""Attempts after which nobody has to read a hint first."""


@dataclass(frozen=True)
class Answering:
    """What was tried for one ask of a step.

    Attributes
    ----------
    given
        What was typed last.
    chosen
        The answer that was chosen last.
    attempts
        How often an answer was given that could be read.
    is_right, is_shown
        Whether it was answered; whether the answer was shown instead.
    hint_read
        Whether its hint was asked for.
    verdict
        How far the typed numbers are off.
    complaint
        Why what was typed cannot be read.
    """

    given: str = ""
    chosen: int | None = None
    attempts: int = 0
    is_right: bool = False
    is_shown: bool = False
    hint_read: bool = False
    verdict: Verdict | None = None
    complaint: str = ""

    @property
    def is_over(self) -> bool:
        """Whether the next thing can be asked."""
        return self.is_right or self.is_shown

    @property
    def is_missed(self) -> bool:
        """Whether the first answer was not the right one: it is asked once more at the end of the lesson."""
        return self.is_shown or self.attempts > self.is_right

    def may_be_shown(self, ask: Ask) -> bool:
        """Say whether the answer may be asked for: when the hint was read, or after some attempts."""
        return not self.is_over and (self.hint_read or self.attempts >= (1 if ask.hint is None else _ENOUGH))

    def with_hint(self) -> Answering:
        """Return it with the hint read."""
        return replace(self, hint_read=True)

    def given_up(self) -> Answering:
        """Return it with the answer shown."""
        return replace(self, is_shown=True, complaint="")

    def with_choice(self, question: Question, chosen: int) -> Answering:
        """Return it with an answer chosen."""
        if self.is_over:
            return self
        return replace(self, chosen=chosen, attempts=self.attempts + 1, is_right=chosen == question.answer)

    def with_numbers(self, prediction: Prediction, text: str) -> Answering:
        """Return it with numbers typed."""
        if self.is_over:
            return self
        try:
            given = typed_numbers(text)
        except ValueError as error:
            return replace(self, given=text, complaint=message_of(error))
        verdict = judge(given, prediction.expected, tolerance(prediction))
        attempts = self.attempts + 1
        return replace(
            self, given=text.strip(), attempts=attempts, verdict=verdict, is_right=verdict.is_right, complaint=""
        )

    def with_line(self, is_right: bool) -> Answering:
        """Return it with a line written."""
        return self if self.is_over else replace(self, attempts=self.attempts + 1, is_right=is_right)
