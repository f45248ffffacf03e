"""What a person can wish for in a lesson, and what it tells them: one object that all its widgets tell."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Wishes(QObject):
    """Passes on what was clicked or typed; asks are counted from 0 within their step."""

    back = Signal()
    restart = Signal()
    next_lesson = Signal()
    go_on = Signal()
    offer = Signal(int)
    """Press a button of the step."""
    choice = Signal(int, int)
    """An ask, and the answer that was chosen."""
    numbers = Signal(int, str)
    """An ask, and what was typed."""
    line = Signal(str)
    """Write a line on the worksheet."""
    hint = Signal(int)
    """Read the hint of an ask."""
    answer = Signal(int)
    """Have the answer of an ask shown."""
    help = Signal()
    """Read how to do what is to be done."""
    race = Signal()
    """Measure."""
    way_back = Signal()
    """Look again at what the lesson is about."""
    told = Signal(str)
    """How an answer was, in a sentence: for the status line, and for those who listen."""
