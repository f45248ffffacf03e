"""The texts of lessons in the language of the moment, and what the list of lessons shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

if TYPE_CHECKING:
    from playground.lessons.words import Words


@dataclass(frozen=True)
class LessonEntry:
    """A lesson in the list.

    Attributes
    ----------
    name
        By which it is asked for.
    chapter
        The heading under which it stands.
    title, intro
        What it is called, and what it is about.
    is_finished
        Whether the person went through it to its end.
    problem
        Why it cannot be opened; empty for one that can.
    """

    name: str
    chapter: str
    title: str
    intro: str
    is_finished: bool = False
    problem: str = ""


def say(words: Words | None) -> str:
    """Return a lesson's text in the language of the moment, empty where there is none."""
    return "" if words is None else words.said(QLocale().name()[:2])
