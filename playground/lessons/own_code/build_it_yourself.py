"""The course *Build it yourself*: one file a milestone in ``resources/own_code/course``, empty classes beside it."""

from __future__ import annotations

import importlib.resources
from functools import partial
from typing import TYPE_CHECKING, Any

from nn.messages import Message
from playground.lessons.fields import Table
from playground.lessons.format import files_in, parsed, read_chapter
from playground.lessons.own_code.milestone import Milestone, Proof, Skeleton
from playground.lessons.own_code.program_fields import is_a_name, must_have, read_program

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from importlib.resources.abc import Traversable

_MILESTONE = ("chapter", "title", "purpose", "task", "following", "skeleton", "judged", "proof", "asked", "hints")
_PROOF = ("network", "program", "iterations", "at_least", "seen")


def milestones(folder: Traversable | None = None) -> Iterator[Milestone]:
    """Read one milestone after the other, in the order of the course, which is that of the files' names.

    Parameters
    ----------
    folder : Traversable, optional
        Where ``course`` and ``skeletons`` are; by default those that ship with the program.

    Raises
    ------
    LessonError
        If there is a mistake in a file: file, line and field, what is there and what is expected.
    """
    folder = folder or _shipped()
    known = {each.name: each for each in skeletons(folder)}
    for file in files_in(folder / "course"):
        yield read_milestone(file.read_text(encoding="utf-8"), file.name, known)


def milestone(name: str) -> Milestone | None:
    """Read the milestone of a name, such as ``"05-relu"``; None where there is none."""
    file = _shipped() / "course" / f"{name}.toml"
    if not is_a_name(name) or not file.is_file():
        return None
    return read_milestone(file.read_text(encoding="utf-8"), file.name, {each.name: each for each in skeletons()})


def _shipped() -> Traversable:
    return importlib.resources.files("resources") / "own_code"


def skeletons(folder: Traversable | None = None) -> tuple[Skeleton, ...]:
    """Read the book's classes and functions, empty; both languages have the same files.

    Parameters
    ----------
    folder : Traversable, optional
        Where ``skeletons`` is; by default the one that ships with the program.
    """
    found = (folder or _shipped()) / "skeletons"
    names = sorted(file.name for file in (found / "en").iterdir() if file.name.endswith(".py"))
    return tuple(
        Skeleton(
            name.removesuffix(".py"), *((found / each / name).read_text(encoding="utf-8") for each in ("en", "ko"))
        )
        for name in names
    )


def read_milestone(source: str, file: str, known: Mapping[str, Skeleton]) -> Milestone:
    """Read one milestone; `file` is named in the message of a `LessonError`."""
    return parsed(source, file, partial(_milestone, file.removesuffix(".toml"), known))


def _milestone(name: str, known: Mapping[str, Skeleton], data: dict[str, Any]) -> Milestone:
    table = Table(data, (), _MILESTONE)
    found = Milestone(
        name=name,
        chapter=read_chapter(table),
        title=table.words("title"),
        purpose=table.words("purpose"),
        task=table.words("task"),
        skeleton=_skeleton(table, known),
        judged=table.texts("judged"),
        asked=tuple(each.words("text") for each in table.tables("asked", ("text",))),
        hints=tuple(each.words("text") for each in table.tables("hints", ("text",))),
        proof=_proof(table),
        following=table.words("following"),
    )
    for field, least in (("judged", 1), ("asked", 1), ("hints", 2)):
        must_have(table, field, len(getattr(found, field)), least)
    return found


def _skeleton(table: Table, known: Mapping[str, Skeleton]) -> Skeleton:
    name = table.take("skeleton", str)
    if name not in known:
        raise table.error(
            "skeleton", Message("is {name!r}; expected one of {known}", name=name, known=", ".join(sorted(known)))
        )
    return known[name]


def _proof(table: Table) -> Proof:
    inner = table.table("proof", _PROOF)
    if inner is None:
        raise table.error("proof", Message("is missing; expected the network that must learn, under [proof]"))
    return Proof(
        network=inner.words("network"),
        program=read_program(inner, "program"),
        iterations=inner.take("iterations", int),
        at_least=_share(inner, "at_least"),
        seen=_share(inner, "seen"),
    )


def _share(table: Table, field: str) -> float:
    value: float = table.take(field, float)
    if not 0 < value <= 1:
        raise table.error(field, Message("is {value}; expected a share above 0, up to 1", value=value))
    return value
