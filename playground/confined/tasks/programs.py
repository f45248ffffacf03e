"""A learner's program, as it stands in a request."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from nn.messages import Message
from nn.own_code.loading.loader import Loaded
from nn.own_code.source import Source, SourceError
from playground.confined.frames import Frame
from playground.confined.inside.failures import Failed
from playground.confined.wording import plain


def source_in(request: Frame) -> Source:
    """Return the program that a request brings: ``source``, ``name``, ``siblings``."""
    data = request.data
    return Source(data["source"], data.get("name", "own.py"), dict(data.get("siblings", {})))


@contextmanager
def text_errors_said() -> Iterator[None]:
    """Let a text that is no Python end the task with its message."""
    try:
        yield
    except SourceError as error:
        raise Failed(error.message, error.line) from None


def must_have_run(loaded: Loaded) -> Loaded:
    """Return a program that ran to its end; otherwise end the task with why it did not."""
    failure = loaded.failure
    if failure is None:
        return loaded
    reason = failure.message.values.get("reason") if isinstance(failure.message, Message) else None
    if isinstance(reason, Message) and reason.values.get("error") == MemoryError.__name__:
        raise Failed("", failure.line, MemoryError.__name__)  # the limit is known to who set it
    raise Failed(failure.message, failure.line)


def notes_of(loaded: Loaded) -> list[dict[str, Any]]:
    """Return what was read in another way than it is written, as plain data."""
    return [plain(note) for note in loaded.notes]
