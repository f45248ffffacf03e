"""What a learner's code prints: kept up to a limit, and what is beyond it counted."""

from __future__ import annotations

import io


class Prints(io.TextIOBase):
    """Stands in the place of ``sys.stdout`` and ``sys.stderr``.

    Parameters
    ----------
    most : int
        Characters that are kept until somebody takes them.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._pieces: list[str] = []
        self._kept = 0
        self._left_out = 0

    def write(self, text: str) -> int:
        """Keep a text, or as much of it as still finds room."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        piece = text[: self._most - self._kept]
        if piece:
            self._pieces.append(piece)
            self._kept += len(piece)
        self._left_out += len(text) - len(piece)
        return len(text)

    def writable(self) -> bool:
        """Say that it can be written to."""
        return True

    def take(self) -> dict[str, object]:
        """Hand out what was printed since the last time, and how many characters found no room."""
        taken = {"text": "".join(self._pieces), "left_out": self._left_out}
        self._pieces, self._kept, self._left_out = [], 0, 0
        return taken
