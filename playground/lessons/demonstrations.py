"""Trainings that go wrong in a way worth seeing: one file each, in ``resources/demonstrations``.

Such a file has a title, what happens, and, as a lesson's start has them, the network, the data, the configuration and
the breakpoints that find the moment.
"""

from __future__ import annotations

import importlib.resources
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from nn.messages import Message
from playground.lessons.fields import Table
from playground.lessons.format import files_in, parsed
from playground.lessons.setting_fields import read_setting
from playground.session.phrase import Phrase

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from playground.lessons.words import Words
    from playground.session.document.state import DocumentState
    from playground.session.session import Session

_FIELDS = ("title", "about", "network", "training", "data", "breakpoints")


@dataclass(frozen=True, eq=False)
class Demonstration:
    """A training that stops by itself where it goes wrong.

    Attributes
    ----------
    title, about
        Its name, and what is to be seen.
    state
        The document that it begins with.
    """

    title: Words
    about: Words
    state: DocumentState

    def begin(self, session: Session, language: str) -> None:
        """Make it the session's document, as one undo step, and train."""
        source = QT_TRANSLATE_NOOP("Demonstration", "Demonstration: {title}")
        session.control.stop()
        session.debugger.close()  # its pass is that of the document before
        session.editing.replace(Phrase("Demonstration", source, {"title": self.title.said(language)}), self.state)
        session.lesson_place.ask("", 0)  # its steps ask about the document before
        session.control.when_idle(session.control.train)
        session.status.emit(self.about.said(language))


def demonstrations(folder: Traversable | None = None) -> list[Demonstration]:
    """Read all demonstrations, in the order of their files' names.

    Parameters
    ----------
    folder : Traversable, optional
        Where the files are; by default those that ship with the program.

    Raises
    ------
    LessonError
        If there is a mistake in one: what is there, where, and what is expected.
    """
    if folder is None:
        folder = importlib.resources.files("resources") / "demonstrations"
    return [read_demonstration(file.read_text(encoding="utf-8"), file.name) for file in files_in(folder)]


def read_demonstration(source: str, file: str) -> Demonstration:
    """Read one demonstration; `file` is named in the message of a `LessonError`."""
    return parsed(source, file, _demonstration)


def _demonstration(data: dict[str, Any]) -> Demonstration:
    table = Table(data, (), _FIELDS)
    setting = read_setting(table)
    if not setting.breakpoints:
        raise table.error("breakpoints", Message("is empty; expected at least one, or nothing stops the training"))
    return Demonstration(table.words("title"), table.words("about"), setting.opened())
