"""Exercises and milestones by the name of the code that belongs to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from playground.lessons.own_code.build_it_yourself import milestone
from playground.lessons.own_code.exercise import Exercise
from playground.lessons.own_code.gallery import exercise

if TYPE_CHECKING:
    from playground.lessons.own_code.milestone import Milestone
    from playground.lessons.words import Words
    from playground.session.document.code import Code

    Thing = Exercise | Milestone


def language() -> str:
    """Return the code of the language of the moment."""
    return QLocale().name()[:2]


def say(words: Words) -> str:
    """Return a text in the language of the moment."""
    return words.said(language())


def thing_of(code: Code | None) -> Thing | None:
    """Return the exercise or milestone that a person's code is about; a file of theirs is about none."""
    if code is None or code.path is not None or not code.name.endswith(".py"):
        return None
    name = code.name.removesuffix(".py")
    return milestone(name) or exercise(name)


def beginning_of(thing: Thing) -> tuple[str, str]:
    """Return the text that a person begins with, and its name."""
    text = thing.program if isinstance(thing, Exercise) else thing.skeleton.said(language())
    return text, f"{thing.name}.py"
