"""Reading a lesson from its file.

A lesson is one TOML file in ``resources/lessons``; ``resources/lessons/README.md`` says what stands in it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import partial
from inspect import Parameter
from typing import Any, TypeVar

from nn.expressions import Expression
from nn.messages import Message
from playground.lessons.conditions import CONDITIONS, Condition, answered, tried
from playground.lessons.facts import is_known, known_names
from playground.lessons.fields import FieldError, Table
from playground.lessons.lesson import Lesson, Step
from playground.lessons.lines import line_of, said
from playground.lessons.setting_fields import PARTS, read_setting
from playground.lessons.task import Choice, Number, Offer, Question, Task
from playground.lessons.words import Words

Thing = TypeVar("Thing")

_LESSON = ("chapter", "title", "intro", "start", "steps")
_STEP = ("title", "text", "numbers", "question", "offers", "done", "after")
_NUMBER = ("value", "label", "expected", "decimals", "digits", "at_least", "at_most")
_QUESTION = ("ask", "choices", "answer")
_CHOICE = ("text", "reply")
_KINDS = {"str": str, "int": int, "float": float, "bool": bool}


class LessonError(ValueError):
    """A lesson file with a mistake; the message names file, line and field."""


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
    chapter, title, intro = _chapter(table), table.words("title"), table.words("intro")
    start_table = table.table("start", PARTS)
    if start_table is None:
        raise table.error("start", Message("is missing; expected the state that the lesson opens with"))
    start = read_setting(start_table)
    steps = tuple(_step(each, start.spec) for each in table.tables("steps", _STEP))
    if not steps:
        raise table.error("steps", Message("is missing; expected at least one step, under [[steps]]"))
    return Lesson(name, chapter, title, intro, start, steps)


def _chapter(table: Table) -> tuple[int, ...]:
    text = table.take("chapter", str)
    parts = text.split(".")
    if not all(part.isdecimal() for part in parts):
        raise table.error("chapter", Message('is {text!r}; expected a section of the book, such as "3.4.3"', text=text))
    return tuple(map(int, parts))


def _step(table: Table, spec: Any) -> Step:
    question = _question(table)
    offers = tuple(
        Offer(each.optional_words("label"), read_setting(each, spec))
        for each in table.tables("offers", ("label", *PARTS))
    )
    step = Step(
        title=table.words("title"),
        text=table.words("text"),
        task=Task(tuple(map(_number, table.tables("numbers", _NUMBER))), question, offers),
        done=_condition(table) or (CONDITIONS["answered"]() if question else None),
        after=table.optional_words("after"),
    )
    _check_reachable(table, step)
    return step


def _check_reachable(table: Table, step: Step) -> None:
    rule = step.done.rule if step.done is not None else None
    if rule is answered and step.task.question is None:
        raise table.error("done", Message("waits for an answer; expected a question in this step"))
    if rule is tried and not step.task.offers:
        raise table.error("done", Message("waits for buttons; expected offers in this step"))


def _number(table: Table) -> Number:
    expected = table.array("expected") if "expected" in table else None
    at_least, at_most = table.take("at_least", float, None), table.take("at_most", float, None)
    if expected is not None and (at_least is not None or at_most is not None):
        raise table.error("expected", Message("stands beside a limit; expected one or the other"))
    decimals, digits = _precision(table, "decimals"), _precision(table, "digits")
    if decimals is not None and digits is not None:
        raise table.error("digits", Message("stands beside decimals; expected one or the other"))
    value, label = _expression(table, "value"), table.optional_words("label")
    return Number(value, expected, decimals, digits, label, at_least, at_most)


def _precision(table: Table, name: str) -> int | None:
    count: int | None = table.take(name, int, None)
    if count is not None and not 0 <= count <= 16:
        raise table.error(name, Message("is {count}; expected 0 to 16", count=count))
    return count


def _expression(table: Table, name: str) -> Expression:
    try:
        expression = Expression.parse(table.take(name, str))
    except ValueError as error:
        if isinstance(error, FieldError):
            raise
        raise table.error(name, Message("cannot be used: {reason}", reason=error)) from None
    for each in sorted(expression.names):
        if not is_known(each):
            raise table.error(
                name, Message("asks for {each!r}, which is no name; expected {names}", each=each, names=known_names())
            )
    return expression


def _question(table: Table) -> Question | None:
    given = table.table("question", _QUESTION)
    if given is None:
        return None
    choices = tuple(
        Choice(_choice_text(each), each.optional_words("reply")) for each in given.tables("choices", _CHOICE)
    )
    if len(choices) < 2:
        raise given.error("choices", Message("has {count}; expected at least two to choose from", count=len(choices)))
    answer = given.take("answer", int)
    if not 0 <= answer < len(choices):
        raise given.error(
            "answer", Message("is {answer}; expected 0 to {last}, counted from 0", answer=answer, last=len(choices) - 1)
        )
    return Question(given.words("ask"), choices, answer)


def _choice_text(table: Table) -> Words:
    """Return a choice's text; a number or a formula is the same in every language."""
    text = table.data.get("text")
    return Words(text, text) if isinstance(text, str) and text else table.words("text")


def _condition(table: Table) -> Condition | None:
    if "done" not in table:
        return None
    name = table.take("done", dict).get("condition")
    if name not in CONDITIONS:
        known = ", ".join(sorted(CONDITIONS))
        raise table.error(
            "done", Message("has the condition {name!r}; expected one of {known}", name=name, known=known)
        )
    kind = CONDITIONS[name]
    fields = kind.fields()
    given = table.table("done", ("condition", *(field.name for field in fields)))
    assert given is not None
    return kind(*(_condition_field(given, field) for field in fields))


def _condition_field(given: Table, field: Parameter) -> Any:
    if field.annotation == "Expression":
        return _expression(given, field.name)
    if field.annotation == "tuple[str, ...]":
        if field.name not in given:
            raise given.error(field.name, Message("is missing; expected a list of texts"))
        return given.texts(field.name)
    if field.default is Parameter.empty:
        return given.take(field.name, _KINDS[field.annotation])
    return given.take(field.name, _KINDS[field.annotation], field.default)
