"""The lesson that is open and the step in it, as the document remembers them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Mapping


class LessonPlace(QObject):
    """Lets the lessons tell where a person is, and a document that is opened ask to be there again.

    Attributes
    ----------
    name
        Name of the open lesson, empty for none.
    step
        The step at hand, counted from 0.
    shelf
        The English and the Korean title of each lesson that can be opened, by its name, as soon as they are read.
    """

    opening = Signal(str)
    """A lesson is to be opened at its beginning."""

    wanted = Signal(str, int)
    """A document was opened that was saved in this lesson and step; an empty name is no lesson."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name, self.step = "", 0
        self.shelf: Mapping[str, tuple[str, str]] = {}

    def open(self, name: str) -> None:
        """Ask for a lesson from its beginning."""
        self.opening.emit(name)

    def note(self, name: str, step: int) -> None:
        """Remember where the person is."""
        self.name, self.step = name, step

    def ask(self, name: str, step: int) -> None:
        """Ask for a place; who can go there takes it up, at once or when it comes to life."""
        self.note(name, step)
        self.wanted.emit(name, step)
