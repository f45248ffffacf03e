"""What stands beside a line: how it was judged, and whether it ran."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication


class Mark(Enum):
    """The mark of a line."""

    RIGHT = "tick"
    WRONG = "cross"
    FOLLOWS = "follows"
    EXECUTED = "executed"

    @property
    def about(self) -> str:
        """What it means, in the language of the moment."""
        return QCoreApplication.translate("Mark", _ABOUT[self])  # type: ignore[arg-type]  # it is a str


_ABOUT = {
    Mark.RIGHT: QT_TRANSLATE_NOOP("Mark", "Right: what this line computes is what it should be."),
    Mark.WRONG: QT_TRANSLATE_NOOP("Mark", "The first line that is wrong."),
    Mark.FOLLOWS: QT_TRANSLATE_NOOP("Mark", "Wrong because of the first wrong line; right once that one is right."),
    Mark.EXECUTED: QT_TRANSLATE_NOOP("Mark", "This line ran."),
}
