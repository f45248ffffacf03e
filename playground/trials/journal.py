"""The journal of a search: each result is on the disk as soon as it is known, and a search goes on from there."""

from __future__ import annotations

import hashlib
import json
import os
from typing import TYPE_CHECKING, Any, Self

from nn.files.atomic_file import replace_file
from nn.messages import Message, printable
from nn.runs.trial import Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from nn.datasets.base import Dataset

MOST_BYTES = 256 << 20
_FORMAT = "search of NN Playground, 1"


class NotAJournal(ValueError):
    """A file is no journal of a search; says why."""


class Journal:
    """A file of JSON lines: what is searched, then a line a result.

    A line that was being written when the power went is left out when it is read.

    Attributes
    ----------
    plan : dict
        What is searched, as the command or the panel described it.
    known : dict
        The results so far, by `Trial.key`.
    """

    def __init__(self, path: Path, plan: Mapping[str, Any], results: Iterable[Result] = ()) -> None:
        self.path, self.plan = path, dict(plan)
        self.known = {result.trial.key(): result for result in results}
        self._file = None

    @classmethod
    def begin(cls, path: Path, plan: Mapping[str, Any]) -> Self:
        """Make a new journal; OSError if it cannot be written, and one that was there before is as it was."""
        replace_file(path, [(json.dumps({"format": _FORMAT, **plan}) + "\n").encode()])
        return cls(path, plan)

    @classmethod
    def read(cls, path: Path) -> Self:
        """Return a journal as it was left.

        Raises
        ------
        OSError
            If it cannot be read.
        NotAJournal
            If it is none, or was changed by somebody.
        """
        if path.stat().st_size > MOST_BYTES:
            raise NotAJournal(Message("{name} is too large for a search", name=printable(path.name)))
        lines = path.read_bytes().split(b"\n")[:-1]  # what has no line end was being written
        try:
            plan, *rows = (json.loads(line) for line in lines)
            if plan.pop("format") != _FORMAT:
                raise NotAJournal(Message("{name} is no search of this program", name=printable(path.name)))
            return cls(path, plan, [Result.from_json(row) for row in rows])
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError) as error:
            raise NotAJournal(
                Message(
                    "{name} is no search of this program: {reason}",
                    name=printable(path.name),
                    reason=printable(str(error)),
                )
            ) from error

    def add(self, result: Result) -> None:
        """Write down a result; OSError if the disk is full."""
        line = json.dumps(result.to_json()) + "\n"
        with self.path.open("r+b") as file:
            _cut_torn_line(file)
            file.write(line.encode())
            _settle(file)
        self.known[result.trial.key()] = result


def fingerprint(data: Dataset) -> str:
    """Return the SHA-256 of all samples and targets: equal data, equal text."""
    digest = hashlib.sha256()
    for array in (data.x, data.t, data.x_test, data.t_test):
        digest.update(f"{array.dtype}{array.shape}".encode())
        digest.update(array.tobytes())
    return digest.hexdigest()


def _settle(file: Any) -> None:
    file.flush()
    os.fsync(file.fileno())


def _cut_torn_line(file: Any) -> None:
    """Stand at the end of the last whole line."""
    file.seek(0, os.SEEK_END)
    while file.tell():
        file.seek(-1, os.SEEK_CUR)
        if file.read(1) == b"\n":
            break
        file.seek(-1, os.SEEK_CUR)
    file.truncate()
