"""A check: one request, one answer of limited length, hard limits of processor time and time by the clock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from playground.confined.child import Child
from playground.confined.ending import Ending
from playground.confined.limits import Limits
from playground.confined.statement import Protection


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a check.

    Attributes
    ----------
    data : dict or None
        The answer, if there is one: plain data whose meaning nobody has looked at yet.
    printed : str
        What the code printed, as far as there was room.
    left_out : int
        Characters that were printed beside.
    ending : Ending
        Why there is no more; `How.ANSWERED` where there is an answer.
    protection : Protection or None
        What held while it ran, None if it never came to that.
    """

    data: dict[str, Any] | None
    printed: str
    left_out: int
    ending: Ending
    protection: Protection | None


class Check:
    """One request to a fresh confined process, made when `start` is called or later.

    Parameters
    ----------
    task : str
        One of `playground.confined.tasks.TASKS`.
    limits : Limits, optional
    without : sequence of str
        Protections that are left out, to see what the others hold.
    """

    def __init__(self, task: str, limits: Limits | None = None, without: Sequence[str] = ()) -> None:
        self._child = Child(task, limits, without=without)
        self._is_started = False

    def start(self) -> None:
        """Start the process ahead of the request, which then is answered sooner."""
        self._child.start()
        self._is_started = True

    @property
    def protection(self) -> Protection | None:
        """What holds: waits until the process is ready; None if it ended before."""
        return self._child.protection

    def run(self, request: Mapping[str, Any]) -> Answer:
        """Make the request and wait for what comes of it."""
        if not self._is_started:
            self.start()
        self._child.ask(request)
        data, pieces, left_out = None, [], 0
        for report in self._child.reports():
            pieces.append(report.printed)
            left_out += report.left_out
            if report.is_answer:
                data = report.data
        ending = self._child.wait()
        assert ending is not None
        return Answer(data, "".join(pieces), left_out, ending, self._child.protection)

    def cancel(self) -> None:
        """End it now, from any thread: `run` returns."""
        self._child.kill()


def check(task: str, request: Mapping[str, Any], limits: Limits | None = None) -> Answer:
    """Make a request to a fresh confined process and wait for what comes of it."""
    return Check(task, limits).run(request)
