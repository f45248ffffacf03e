"""Whether a milestone's network learns with what a learner wrote: the half of its goal that a check cannot see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nn.messages import Message
from playground.confined.checking import Check
from playground.confined.ending import How
from playground.confined.limits import Limits

LIMITS = Limits(cpu_seconds=120.0, seconds=240.0, megabytes=2048, nice=5)
"""A learner's loops may be slow; the network of a proof trains 600 iterations."""


@dataclass(frozen=True)
class Proved:
    """What came of a proof.

    Attributes
    ----------
    accuracy : float or None
        On the test data, from 0 to 1; None if it did not come to that.
    at_least : float
        What it must be.
    sentence : Message
        What a person is told.
    line : int or None
        Of the learner's file, where it failed.
    printed : str
        What the programs printed.
    """

    accuracy: float | None
    at_least: float
    sentence: Message
    line: int | None = None
    printed: str = ""

    @property
    def is_reached(self) -> bool:
        """Whether the goal is reached."""
        return self.accuracy is not None and self.accuracy >= self.at_least


class Proving:
    """The proof of a milestone, which takes seconds: `run` waits for it, `cancel` ends it from any thread.

    Parameters
    ----------
    program : str
        Trains the network; imports the learner's file as ``own``.
    at_least : float
        The accuracy on the test data that it must reach, from 0 to 1.
    """

    def __init__(self, program: str, at_least: float) -> None:
        self._program, self._at_least = program, at_least
        self._check = Check("prove", LIMITS)

    def run(self, source: str, name: str = "own.py", siblings: Mapping[str, str] | None = None) -> Proved:
        """Train with a learner's file, and say whether the goal is reached."""
        request = {"program": self._program, "source": source, "name": name, "siblings": dict(siblings or {})}
        answer = self._check.run(request)
        accuracy = None if answer.data is None else answer.data.get("accuracy")
        if answer.ending.how is not How.ANSWERED or not isinstance(accuracy, float | int) or not 0 <= accuracy <= 1:
            return Proved(None, self._at_least, answer.ending.message, answer.ending.line, answer.printed)
        told = {"accuracy": f"{100 * accuracy:.1f}", "least": f"{100 * self._at_least:.0f}"}
        if accuracy >= self._at_least:
            sentence = Message("The network learned with it: {accuracy}% on the test data.", **told)
        else:
            sentence = Message("The network reads {accuracy}% of the test data with it; {least}% are wanted.", **told)
        return Proved(float(accuracy), self._at_least, sentence, None, answer.printed)

    def cancel(self) -> None:
        """End it now."""
        self._check.cancel()
