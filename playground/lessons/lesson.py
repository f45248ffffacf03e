"""What a lesson is: a ready state, and steps to go through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from playground.lessons.task import Task, line_of

if TYPE_CHECKING:
    from playground.lessons.conditions import Condition
    from playground.lessons.setting import Setting
    from playground.lessons.words import Words


@dataclass(frozen=True, eq=False)
class Step:
    """One thing to try.

    Attributes
    ----------
    done
        When it has been done, once all that it asks is answered; None where there is nothing more to do.
    then
        What to say when all is answered: what happened, or what to do now.
    hint
        What helps with what is to be done, without doing it.
    after
        What to say when it is done.
    begin, reveal
        What to look at when the step is at hand, and when all is answered.
    is_again
        Whether it asks at the end of a lesson what was missed in it.
    """

    title: Words
    text: Words
    task: Task
    done: Condition | None = None
    then: Words | None = None
    hint: Words | None = None
    after: Words | None = None
    begin: Setting | None = None
    reveal: Setting | None = None
    is_again: bool = False

    @property
    def is_only_read(self) -> bool:
        """Whether there is nothing to do or to answer in it."""
        return self.done is None and not self.task.asks

    def again(self, number: int) -> Step:
        """Return a step that asks one of this one's questions once more, with the sheet as it was then."""
        sheet, asks = self.task.sheet, self.task.asks
        if sheet is not None:
            sheet = (*sheet, *filter(None, map(line_of, asks[:number])))
        return Step(self.title, self.text, Task((asks[number],), sheet=sheet), is_again=True)


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
