"""What a lesson is: a ready state, and steps to go through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playground.lessons.conditions import Condition
    from playground.lessons.setting import Setting
    from playground.lessons.task import Task
    from playground.lessons.words import Words


@dataclass(frozen=True, eq=False)
class Step:
    """One thing to try.

    Attributes
    ----------
    done
        When it has been done; None for a step that is only read or looked at.
    after
        What to say when it is done.
    """

    title: Words
    text: Words
    task: Task
    done: Condition | None = None
    after: Words | None = None


@dataclass(frozen=True, eq=False)
class Lesson:
    """A lesson.

    Attributes
    ----------
    name
        The file's name without its ending.
    chapter
        The section of the book, such as (3, 4, 3).
    """

    name: str
    chapter: tuple[int, ...]
    title: Words
    intro: Words
    start: Setting
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class BrokenLesson:
    """A lesson that could not be read, and why."""

    name: str
    reason: str
