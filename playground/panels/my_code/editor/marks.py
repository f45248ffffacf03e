"""What stands beside a line: how it was judged, and whether it ran."""

from __future__ import annotations

from enum import Enum


class Mark(Enum):
    """The mark of a line."""

    RIGHT = "tick"
    WRONG = "cross"
    FOLLOWS = "follows"
    EXECUTED = "executed"
