"""What an examination found, and how it goes on or stops."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nn.messages import Message


@dataclass(frozen=True)
class Finding:
    """One thing that is not as it should be, or worth a note.

    Attributes
    ----------
    kind : str
        What was asked: "forward value", "gradient", "argument overwritten".
    where : str
        The method, and behind a colon the value: "backward:W".
    message : Message
    is_error : bool
        Otherwise it is a note, and the code is right all the same.
    line : int or None
        Where it was raised, if it was.
    """

    kind: str
    where: str
    message: Message
    is_error: bool = True
    line: int | None = None


class EnoughSeenError(Exception):
    """The first error was found, and nobody asked for more."""


class Examination:
    """Questions asked one after the other, and what came out.

    Parameters
    ----------
    thorough : bool
        Ask everything; otherwise stop at the first error.
    seed : int
        Of the data, so that what holds can be confirmed on other data.
    """

    def __init__(self, thorough: bool = True, seed: int = 0) -> None:
        self.thorough, self.seed = thorough, seed
        self.findings: list[Finding] = []
        self.passed = 0

    def expect(self, good: bool, kind: str, where: str, message: Callable[[], Message], is_error: bool = True) -> bool:
        """Count what is right, keep what is not."""
        if good:
            self.passed += 1
        else:
            self.say(Finding(kind, where, message(), is_error))
        return bool(good)

    def say(self, finding: Finding) -> None:
        """Keep a finding, once for each kind and place."""
        if all((f.kind, f.where, f.is_error) != (finding.kind, finding.where, finding.is_error) for f in self.findings):
            self.findings.append(finding)
        if finding.is_error and not self.thorough:
            raise EnoughSeenError

    @property
    def errors(self) -> list[Finding]:
        """What makes it not right."""
        return [finding for finding in self.findings if finding.is_error]
