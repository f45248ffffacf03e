"""Progress of training: a line that moves on a terminal, plain lines in a pipe."""

from __future__ import annotations

import math
import os
import sys
import time
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nn.training import Evaluation

_MOVES_EVERY_S = 0.1
_TELLS_EVERY_S = 10.0
_MOST_LINES = 100  # of measurements: in small data an epoch is an iteration or a few
_CLEAR = "\r\x1b[K"
_USUAL_COLUMNS = 80


def is_moving() -> bool:
    """Say whether progress is a line that moves: on a terminal that can clear one."""
    return sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


class MovingLine:
    """A line on the terminal that is written over and over; in a pipe it is none.

    Attributes
    ----------
    moves : bool
        Whether there is such a line.
    """

    def __init__(self) -> None:
        self.moves = is_moving()

    def show(self, text: str) -> None:
        """Write another line over it, cut where the terminal ends: what wraps could not be cleared."""
        self._write(f"{_CLEAR}{_cut(text, _columns() - 1)}")

    def clear(self) -> None:
        """Leave an empty line, for lines that stay."""
        self._write(_CLEAR)

    def _write(self, text: str) -> None:
        if self.moves:
            sys.stderr.write(text)
            sys.stderr.flush()


def _columns() -> int:
    """Return how wide the terminal is on which the line moves: the other lines may go elsewhere."""
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or _USUAL_COLUMNS
    except (OSError, AttributeError):
        return _USUAL_COLUMNS


def _cut(text: str, columns: int) -> str:
    """Return as much of a text as fits: a Hangul syllable takes two columns."""
    taken = 0
    for place, sign in enumerate(text):
        taken += 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        if taken > columns:
            return text[:place]
    return text


class Progress:
    """Tells how far training is.

    Parameters
    ----------
    until, per_epoch : int
        The last iteration, and how many an epoch has.
    quiet : bool
        Whether to tell nothing until the end.
    """

    def __init__(self, until: int, per_epoch: int, *, quiet: bool = False) -> None:
        self._until, self._per_epoch = until, per_epoch
        self._quiet = quiet
        self._measured_at = 0
        self._moving = MovingLine()
        self._every = _MOVES_EVERY_S if self._moving.moves else _TELLS_EVERY_S
        self._next = time.monotonic() + self._every

    def tell(self, iteration: int, loss: float) -> None:
        """Tell of an iteration, if it is time to."""
        if self._quiet or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + self._every
        line = f"{self._where(iteration)}  loss {loss:.4f}"
        if self._moving.moves:
            self._moving.show(line)
        else:
            self._line(line)

    def measured(self, evaluation: Evaluation, loss: float) -> None:
        """Tell of a measurement of accuracy, if not of one just before."""
        at = evaluation.iteration
        is_soon = self._measured_at > 0 and (at - self._measured_at) * _MOST_LINES < self._until
        if self._quiet or (is_soon and at < self._until):
            return
        self._measured_at = at
        shares = "" if math.isnan(evaluation.test_accuracy) else f"  test {evaluation.test_accuracy:.2%}"
        if not math.isnan(evaluation.train_accuracy):
            shares = f"  train {evaluation.train_accuracy:.2%}{shares}"
        self._line(f"{self._where(evaluation.iteration)}  loss {loss:.4f}{shares}")

    def end(self, line: str) -> None:
        """Tell the last word."""
        self._line(line)

    def _where(self, iteration: int) -> str:
        epoch = math.ceil(iteration / self._per_epoch)
        return f"epoch {epoch}/{math.ceil(self._until / self._per_epoch)}  iteration {iteration}/{self._until}"

    def _line(self, text: str) -> None:
        self._moving.clear()
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()
