"""How a command ends: what its exit code means, and how it refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nn.files.atomic_file import Trouble, trouble_of
from nn.messages import printable

if TYPE_CHECKING:
    from pathlib import Path

_WAYS_OUT = {
    Trouble.FULL: "the disk is full: make room on it, or write to another place",
    Trouble.FORBIDDEN: "it or its folder is write-protected: write to another place",
    Trouble.GONE: "its folder is not there: make it, or write to another place",
    Trouble.OTHER: "write to another place",
}

_LONGEST = 1000
"""Characters of what is said on the way out: a name or a reason in it has 200 at most."""

DONE, WRONG, USAGE, NEVER, UNSOUND, DIVERGED, UNWRITTEN, INTERRUPTED, READER_GONE = 0, 1, 2, 3, 4, 5, 6, 130, 141

MEANINGS = """exit codes:
  0    done; of a learner's program: all that could be checked is right
  1    a learner's program is not right
  2    the command line is wrong, or the program cannot run here
  3    what was looked for in a training never held
  4    a file cannot be read, is damaged, or does not hold what is needed
  5    training ended because the loss was no longer finite
  6    a file could not be written
  130  stopped with Ctrl+C (143: by SIGTERM, 129: its terminal closed); train has saved what it had
  141  who read the lines went away, as head does; train has saved what it had"""


class Refusal(Exception):
    """A command that cannot do what it was asked for.

    Parameters
    ----------
    code : int
        Exit code.
    text : str
        What is wrong, in one sentence that names the way out. It is made safe to print, names out of files are not
        yet: give them to `printable` first, or a long one takes up the sentence.
    """

    def __init__(self, code: int, text: str) -> None:
        super().__init__(printable(text, _LONGEST))
        self.code = code


def unwritten(path: Path, error: OSError) -> Refusal:
    """Return how to refuse when a file cannot be written: why, what to do, and that nothing is half done."""
    kind = trouble_of(error)
    reason = f"{error.strerror or error}; {_WAYS_OUT[kind]}" if kind is Trouble.OTHER else _WAYS_OUT[kind]
    return Refusal(UNWRITTEN, f"{printable(str(path))} was not written: {reason}. What was there is as it was")
