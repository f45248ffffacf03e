"""How a command ends: what its exit code means, and how it refuses."""

from __future__ import annotations

DONE, USAGE, UNSOUND, DIVERGED, UNWRITTEN, INTERRUPTED = 0, 2, 4, 5, 6, 130

MEANINGS = """exit codes:
  0    done
  2    the command line is wrong, or the program cannot run here
  4    a file cannot be read, is damaged, or does not hold what is needed
  5    training ended because the loss was no longer finite
  6    a file could not be written
  130  stopped with Ctrl+C (143: by SIGTERM); train has saved what it had"""


class Refusal(Exception):
    """A command that cannot do what it was asked for.

    Parameters
    ----------
    code : int
        Exit code.
    text : str
        What is wrong, in one sentence that names the way out.
    """

    def __init__(self, code: int, text: str) -> None:
        super().__init__(text)
        self.code = code
