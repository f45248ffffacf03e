"""The lessons there are: one file each, in ``resources/lessons``."""

from __future__ import annotations

import importlib.resources
from collections.abc import Iterator
from typing import TYPE_CHECKING

from nn.messages import Message, message_of
from playground.lessons.format import LessonError, files_in, read_lesson
from playground.lessons.lesson import BrokenLesson, Lesson

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def lessons(folder: Traversable | None = None) -> Iterator[Lesson | BrokenLesson]:
    """Read one lesson after the other, in the order of their names; a broken one is given with its message.

    Parameters
    ----------
    folder : Traversable, optional
        Where the files are; by default those that ship with the program.
    """
    if folder is None:
        folder = importlib.resources.files("resources") / "lessons"
    for file in files_in(folder):
        yield _read(file)


def _read(file: Traversable) -> Lesson | BrokenLesson:
    try:
        return read_lesson(file.read_text(encoding="utf-8"), file.name)
    except LessonError as error:
        return BrokenLesson(file.name, message_of(error))
    except UnicodeDecodeError as error:
        reason = Message("{file}: byte {place} is no UTF-8; save the file as UTF-8", file=file.name, place=error.start)
        return BrokenLesson(file.name, reason)
