"""How a confined process ended, in a sentence."""

from __future__ import annotations

import signal
from dataclasses import dataclass
from enum import Enum
from typing import Any

from nn.messages import Message
from playground.confined.frames import Garbled
from playground.confined.launching import Exit
from playground.confined.limits import Limits
from playground.confined.wording import message_of


class How(Enum):
    """Why there is nothing more from it."""

    ANSWERED = "answered"
    FAILED = "failed"
    """The learner's code raised something."""
    STOPPED = "stopped"
    """Because this program asked, or would not wait."""
    CPU = "cpu"
    LATE = "late"
    """By the clock."""
    QUIET = "quiet"
    CRASHED = "crashed"
    LEFT = "left"
    """It ended its own process."""
    GARBLED = "garbled"
    """It said what no honest process says."""
    NOT_STARTED = "not_started"


@dataclass(frozen=True, slots=True)
class Ending:
    """How it ended.

    Attributes
    ----------
    how : How
    message : Message
        For a person.
    line : int or None
        Of the learner's file, where that is known.
    """

    how: How
    message: Message
    line: int | None = None


def ending(how: How, limits: Limits, line: int | None = None) -> Ending:
    """Return an ending that this program brought about, and where the code stood."""
    match how:
        case How.STOPPED:
            message = Message("the code was stopped")
        case How.LATE:
            message = Message("the code took longer than {seconds:g} s and was stopped", seconds=limits.seconds)
        case How.QUIET:
            message = Message(
                "there was no word from the code in {seconds:g} s; it was stopped", seconds=limits.quiet_seconds
            )
        case How.NOT_STARTED:
            message = Message(
                "the process for the code was not ready within {seconds:g} s", seconds=limits.start_seconds
            )
        case How.GARBLED:
            message = Message("the code interfered with what is reported about it, and was stopped")
        case _:
            message = Message("done")
    return Ending(how, _at(line, message), line)


def not_started(error: OSError) -> Ending:
    """Return the ending of what never began."""
    return Ending(How.NOT_STARTED, Message("no process for the code could be started: {reason}", reason=error))


def of_exit(exit_: Exit, limits: Limits) -> Ending:
    """Return the ending of a process that was gone before it answered."""
    if limits.cpu_seconds is not None and exit_.code < 0 and exit_.cpu_seconds > limits.cpu_seconds:
        return _out_of_time(limits, None)
    if exit_.code < 0:
        return Ending(How.CRASHED, Message("the code crashed its process ({signal})", signal=_signal_name(-exit_.code)))
    return Ending(
        How.LEFT, Message("the code ended its process before there was an answer (exit code {code})", code=exit_.code)
    )


def of_failure(data: dict[str, Any], limits: Limits) -> Ending:
    """Return the ending of code that raised something, as the process says.

    Raises
    ------
    Garbled
        If it says nothing of the kind.
    """
    kind, text, line = (data.get(name) for name in ("type", "text", "line"))
    if not isinstance(kind, str) or not isinstance(text, str):
        raise Garbled("a failure without a name")
    line = line if type(line) is int and 0 < line < 2**31 else None
    if not kind:
        return Ending(How.FAILED, message_of(data.get("message")), line)
    if kind == "KeyboardInterrupt":
        return ending(How.STOPPED, limits, line)
    if kind == "TimeIsUp":
        return _out_of_time(limits, line)
    if kind == "MemoryError":
        reason = Message("it wanted more than {most:,} MB of memory", most=limits.megabytes)
    elif kind == "SystemExit":
        reason = Message("it ended itself with exit({text})", text=text)
    else:
        reason = Message("{kind}: {text}", kind=kind, text=text) if text else Message("{kind}", kind=kind)
    return Ending(How.FAILED, _at(line, reason), line)


def _out_of_time(limits: Limits, line: int | None) -> Ending:
    text = Message(
        "the code took more than {seconds:g} s of processor time and was stopped", seconds=limits.cpu_seconds
    )
    return Ending(How.CPU, _at(line, text), line)


def _at(line: int | None, reason: Message) -> Message:
    return reason if line is None else Message("Line {line}: {reason}", line=line, reason=reason)


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return str(number)
