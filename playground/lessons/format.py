"""Reading a lesson from its file.

A lesson is one TOML file in ``resources/lessons``; ``resources/lessons/README.md`` says what stands in it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from nn.messages import Message
from playground.lessons.fields import FieldError, Table
from playground.lessons.lesson import Lesson
from playground.lessons.lines import line_of, said
from playground.lessons.setting_fields import PARTS, read_setting
from playground.lessons.step_fields import STEP, read_step

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

Thing = TypeVar("Thing")

_LESSON = ("chapter", "title", "intro", "start", "steps")


class LessonError(ValueError):
    """A lesson file with a mistake; the message names file, line and field."""


def files_in(folder: Traversable) -> list[Traversable]:
    """Return the files of a folder that have something to read, in the order of their names."""
    return sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name)


def read_lesson(source: str, file: str) -> Lesson:
    """Read a lesson.

    Parameters
    ----------
    source : str
        What stands in the file.
    file : str
        Its name, such as ``"343-three-layers.toml"``.

    Raises
    ------
    LessonError
        If there is a mistake: what is there, where, and what is expected.
    """
    return parsed(source, file, partial(_lesson, file.removesuffix(".toml")))


def parsed(source: str, file: str, read: Callable[[dict[str, Any]], Thing]) -> Thing:
    """Return what `read` makes of the tables of a TOML file; a mistake in them is a `LessonError`."""
    try:
        data = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise LessonError(Message("{file}: {reason}; expected TOML", file=file, reason=error)) from None
    try:
        return read(data)
    except FieldError as error:
        raise LessonError(_placed(file, line_of(source, error.path), said(error.path), error)) from None


def _placed(file: str, line: int, field: str, error: FieldError) -> Message:
    if not field:
        return Message("{file}, line {line}: {reason}", file=file, line=line, reason=error)
    return Message("{file}, line {line}, field {field}: {reason}", file=file, line=line, field=field, reason=error)


def _lesson(name: str, data: dict[str, Any]) -> Lesson:
    table = Table(data, (), _LESSON)
    chapter, title, intro = read_chapter(table), table.words("title"), table.words("intro")
    start_table = table.table("start", PARTS)
    if start_table is None:
        raise table.error("start", Message("is missing; expected the state that the lesson opens with"))
    start = read_setting(start_table)
    steps = tuple(read_step(each, start.spec) for each in table.tables("steps", STEP))
    if not steps:
        raise table.error("steps", Message("is missing; expected at least one step, under [[steps]]"))
    return Lesson(name, chapter, title, intro, start, steps)


def read_chapter(table: Table) -> tuple[int, ...]:
    """Read the section of the book that a file belongs to."""
    text = table.take("chapter", str)
    parts = text.split(".")
    if not all(part.isdecimal() for part in parts):
        raise table.error("chapter", Message('is {text!r}; expected a section of the book, such as "3.4.3"', text=text))
    return tuple(map(int, parts))
