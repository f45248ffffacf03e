"""Recording a person's code in a process of its own: work for a thread."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import prod
from typing import TYPE_CHECKING

from nn.messages import Message
from playground.confined.child import LARGE, Child
from playground.confined.frames import Garbled
from playground.confined.limits import Limits
from playground.confined.recorded import recorded, values_in
from playground.session.own_code.sample_call import sample_call
from playground.session.own_code.siblings import siblings

if TYPE_CHECKING:
    from playground.confined.recorded import Recorded
    from playground.session.document.code import Code

_LARGEST_VALUE, _MOST_NUMBERS = 100_000, 4_000_000
_LIMITS = Limits(cpu_seconds=30, seconds=60)


@dataclass(frozen=True, eq=False)
class RecordedCode:
    """What came of it.

    Attributes
    ----------
    code
        What was run.
    call
        The lines that let it do something, empty where it ran as a program.
    recorded
        What happened, None if nothing can be told.
    printed, left_out
        What it printed, and how many letters of it are missing.
    trouble
        Why it did not come to its end, empty if it did.
    line
        Where, 0 if that is not known.
    """

    code: Code
    call: str
    recorded: Recorded | None
    printed: str
    left_out: int
    trouble: str
    line: int


class RecordingJob:
    """One recording; `run` in a thread, `cancel` from any other.

    Parameters
    ----------
    code : Code
    call : str or None
        Lines that let it do something; None to find some.
    """

    def __init__(self, code: Code, call: str | None) -> None:
        self._code, self._call = code, call
        self._child = Child("record", _LIMITS)

    def cancel(self) -> None:
        """End it now."""
        self._child.kill()

    def run(self) -> RecordedCode:
        """Let the code run, and take what is told of it."""
        self._child.start()
        call = self._call
        if call is None:
            try:
                call = sample_call(self._code.text)
            except (SyntaxError, ValueError, RecursionError, MemoryError):
                call = ""  # the process says what is wrong with the text
        request = {"source": self._code.text, "name": self._code.name, "siblings": siblings(self._code)}
        self._child.ask({**request, "call": call or None}, expects=LARGE)
        told, printed, left_out = self._listen()
        ending = self._child.wait()
        if told is None:
            trouble = ending.message if ending is not None else Message("there was no answer")
            return RecordedCode(self._code, call, None, printed, left_out, trouble, (ending and ending.line) or 0)
        return RecordedCode(self._code, call, told, printed, left_out, told.failure or "", told.failed_line or 0)

    def _listen(self) -> tuple[Recorded | None, str, int]:
        """Take the recording, ask for the values that are not there yet, and let the process go."""
        told: Recorded | None = None
        printed: list[str] = []
        left_out = 0
        try:
            for number, report in enumerate(self._child.reports()):
                printed.append(report.printed)
                left_out += report.left_out
                if number == 0 and not report.is_answer and report.data:
                    told = recorded(report)
                    self._child.ask({"values": _wanted(told)}, expects=LARGE)
                elif told is not None and number == 1:
                    told = replace(told, values={**told.values, **values_in(report, len(told.nodes))})
                    self._child.stop()
        except Garbled:
            told = None
            self._child.kill()
        return told, "".join(printed), left_out


def _wanted(told: Recorded) -> list[int]:
    """Return the values worth having: those that got a name, as far as there is room."""
    left, wanted = _MOST_NUMBERS, []
    named = dict.fromkeys(event.node for event in told.events if event.node is not None and event.kind == "bind")
    for number in named:
        size = prod(told.nodes[number].shape)
        if number not in told.values and size <= min(_LARGEST_VALUE, left):
            left -= size
            wanted.append(number)
    return wanted
