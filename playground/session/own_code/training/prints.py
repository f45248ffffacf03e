"""What a training prints, the end of it: a loop may print for hours."""

from __future__ import annotations

MOST_PRINTED = 20_000
"""Letters that are kept."""


class Printed:
    """The last letters that were printed.

    Attributes
    ----------
    text : str
    left_out : int
        Letters before them, and those for which there was no room on their way.
    count : int
        Letters that were printed.
    """

    def __init__(self) -> None:
        self.text, self.left_out, self.count = "", 0, 0

    def add(self, text: str, left_out: int) -> None:
        """Take what was printed since."""
        whole = self.text + text
        self.text = whole[-MOST_PRINTED:]
        self.left_out += left_out + len(whole) - len(self.text)
        self.count += left_out + len(text)
