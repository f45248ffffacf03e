"""How a learner's code failed, as plain data: what was raised, where, and in what words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from nn.messages import message_of
from nn.own_code.loading.refused import Refused
from playground.confined.wording import plain

_LONGEST = 2_000


class Failed(Exception):
    """A task ends here, and says why by itself.

    Parameters
    ----------
    message : str
        A `Message`.
    line : int or None
        Of the learner's file.
    kind : str
        Instead of a message: the name of what was raised.
    """

    def __init__(self, message: str, line: int | None, kind: str = "") -> None:
        super().__init__(message)
        self.message, self.line, self.kind = message, line, kind


def failure(error: BaseException, file: str) -> dict[str, Any]:
    """Return what can be said of an exception.

    Parameters
    ----------
    error : BaseException
    file : str
        The name under which the learner's code was compiled: the last line in it is meant.
    """
    if isinstance(error, Failed):
        return {"type": error.kind, "text": "", "line": error.line, "message": plain(error.message)}
    if isinstance(error, Refused):
        line = max(_lines(error, file), default=(0, None))[1]
        return {"type": "", "text": "", "line": line, "message": plain(message_of(error))}
    if isinstance(error, SyntaxError) and error.filename == file:
        return {"type": type(error).__name__, "text": str(error.msg)[:_LONGEST], "line": error.lineno}
    return {"type": type(error).__name__, "text": _text(error), "line": max(_lines(error, file), default=(0, None))[1]}


def _text(error: BaseException) -> str:
    try:
        return str(error)[:_LONGEST]
    except Exception:  # noqa: BLE001 - its class is the learner's, and so is what it raises
        return ""


def _lines(error: BaseException, file: str) -> Iterator[tuple[int, int]]:
    """Give the lines of the learner's file that stand in the traceback, the deepest last, with their depth."""
    step, depth = error.__traceback__, 1
    while step is not None:
        if step.tb_frame.f_code.co_filename == file:
            yield depth, step.tb_lineno
        step, depth = step.tb_next, depth + 1
