"""The gallery of bugs: one file an exercise, in ``resources/own_code/gallery``; its README says what stands in one."""

from __future__ import annotations

import importlib.resources
from functools import partial
from typing import TYPE_CHECKING, Any

from nn.messages import Message
from playground.lessons.fields import Table
from playground.lessons.format import files_in, parsed, read_chapter
from playground.lessons.own_code.exercise import Exercise, Mend, Place, Symptom
from playground.lessons.own_code.program_fields import is_a_name, must_have, must_parse, read_program

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

_EXERCISE = (
    *("chapter", "title", "question", "program", "mends", "symptoms"),
    *("stops", "judged", "places", "hints", "answer"),
)
LOOKING = ("breakpoint", "step", "batch", "check", "memory")
"""With what a fault is looked for."""


def exercises(folder: Traversable | None = None) -> Iterator[Exercise]:
    """Read one exercise after the other, in the order of the files' names, which is that of the book.

    Parameters
    ----------
    folder : Traversable, optional
        Where the files are; by default those that ship with the program.

    Raises
    ------
    LessonError
        If there is a mistake in one: file, line and field, what is there and what is expected.
    """
    for file in files_in(folder or _shipped()):
        yield read_exercise(file.read_text(encoding="utf-8"), file.name)


def exercise(name: str) -> Exercise | None:
    """Read the exercise of a name, such as ``"563-stays-at-10"``; None where there is none."""
    file = _shipped() / f"{name}.toml"
    return read_exercise(file.read_text(encoding="utf-8"), file.name) if is_a_name(name) and file.is_file() else None


def _shipped() -> Traversable:
    return importlib.resources.files("resources") / "own_code" / "gallery"


def read_exercise(source: str, file: str) -> Exercise:
    """Read one exercise; `file` is named in the message of a `LessonError`."""
    return parsed(source, file, partial(_exercise, file.removesuffix(".toml")))


def _exercise(name: str, data: dict[str, Any]) -> Exercise:
    table = Table(data, (), _EXERCISE)
    program = read_program(table, "program")
    found = Exercise(
        name=name,
        chapter=read_chapter(table),
        title=table.words("title"),
        question=table.words("question"),
        program=program,
        mends=tuple(_mend(each, program) for each in table.tables("mends", ("old", "new"))),
        symptoms=tuple(_symptom(each) for each in table.tables("symptoms", ("name", "faulty", "mended", "within"))),
        stops=table.take("stops", str, ""),
        judged=table.texts("judged"),
        places=tuple(_place(each, program) for each in table.tables("places", ("look", "at", "text"))),
        hints=tuple(each.words("text") for each in table.tables("hints", ("text",))),
        answer=table.words("answer"),
    )
    _must_be_whole(table, found)
    return found


def _must_be_whole(table: Table, found: Exercise) -> None:
    """See to what an exercise cannot do without, and that the answer is a program, too."""
    for field, least in (("mends", 1), ("places", 1), ("hints", 2)):
        must_have(table, field, len(getattr(found, field)), least)
    if not found.symptoms and not found.stops:
        raise table.error(
            "symptoms", Message("is missing; expected what is measured, or in stops the name of an error")
        )
    must_parse(table, "mends", found.mended)


def _mend(table: Table, program: str) -> Mend:
    old, new = table.take("old", str), table.take("new", str)
    if old == new:
        raise table.error("new", Message("is the same as old; expected a change"))
    return Mend(old, new, _line_of(table, "old", old, program))


def _line_of(table: Table, field: str, text: str, program: str) -> int:
    """Return the line in which a text begins that stands once in the program."""
    count = program.count(text) if text else 0
    if count != 1:
        raise table.error(
            field,
            Message("is {text!r}, which stands in the program {count} times; expected once", text=text, count=count),
        )
    return program[: program.index(text)].count("\n") + 1


def _symptom(table: Table) -> Symptom:
    name, within = table.take("name", str), table.take("within", float)
    if not name.isidentifier():
        raise table.error("name", Message("is {name!r}; expected a name of the program", name=name))
    if within < 0:
        raise table.error("within", Message("is {within}; expected 0 or more", within=within))
    return Symptom(name, table.take("faulty", float), table.take("mended", float), within)


def _place(table: Table, program: str) -> Place:
    look = table.take("look", str)
    if look not in LOOKING:
        raise table.error("look", Message("is {look!r}; expected one of {known}", look=look, known=", ".join(LOOKING)))
    at = table.take("at", str, "")
    return Place(look, _line_of(table, "at", at, program) if at else None, table.words("text"))
