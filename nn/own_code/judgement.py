"""What is said of a class or function of a learner: frozen, and safe to read from a process that nobody trusts."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from nn.messages import Message, from_parts, joined, printable

LARGEST = 2_000_000
"""Characters of judgements as JSON."""
MOST_JUDGED = 200
MOST_ITEMS = 2_000
LONGEST_TEXT = 20_000
LAST_LINE = 1_000_000
_DEEPEST = 4
UNFINISHED = "unfinished"
"""Kind of a finding where nobody could wait for the end: it is neither right nor wrong."""
LONG_LOOP = "long loop"
"""Kind of a note on what is right and keeps everybody waiting."""


class Certainty(StrEnum):
    """How sure it is that a line is the wrong one."""

    SURE = "sure"
    """A change of it was tried, and everything was right."""
    PERHAPS = "perhaps"


class TickState(StrEnum):
    """What stands in the gutter beside a line."""

    RIGHT = "right"
    """Its value is the true gradient, or what the rule says."""
    WRONG = "wrong"
    """The first line whose value is not."""
    FOLLOWS = "follows"
    """Not right either, but only because of the first one."""


@dataclass(frozen=True)
class Said:
    """A finding as it is shown.

    Attributes
    ----------
    kind, where : str
        What was asked, and of which method or value; for those who sort.
    message : Message
    line : int or None
    is_error : bool
        Otherwise a note.
    """

    kind: str
    where: str
    message: Message
    line: int | None
    is_error: bool


@dataclass(frozen=True)
class Edit:
    """A stretch of text and what stands there instead.

    Attributes
    ----------
    line, column, end_line, end_column : int
        Lines from 1; columns count characters from 0.
    old, new : str
    """

    line: int
    column: int
    end_line: int
    end_column: int
    old: str
    new: str

    def applied(self, text: str) -> str:
        """Return the text with this change; ValueError if the stretch is not what it was."""
        lines = text.split("\n")
        if not (0 < self.line <= self.end_line <= len(lines)):
            raise ValueError(Message("line {line} is not in the text any more", line=self.line))
        stretch = lines[self.line - 1 : self.end_line]
        head, tail = stretch[0][: self.column], stretch[-1][self.end_column :]
        if not "\n".join(stretch) == head + self.old + tail:
            raise ValueError(Message("line {line} has been changed since", line=self.line))
        return "\n".join([*lines[: self.line - 1], head + self.new + tail, *lines[self.end_line :]])


@dataclass(frozen=True)
class Tick:
    """How a line's value compares with what it should be.

    Attributes
    ----------
    line : int
    name : str
        Of what the line makes: "dx", "self.db".
    state : TickState
    message : Message
    """

    line: int
    name: str
    state: TickState
    message: Message


@dataclass(frozen=True)
class Diagnosis:
    """Where the mistake is, how it is off, and the change that puts it right.

    Attributes
    ----------
    line : int
    certainty : Certainty
    how : Message
    edit : Edit or None
    example : Message or None
        The smallest case that fails, to be followed by hand.
    is_last : bool
        Whether all is right with this change; otherwise there is another mistake.
    """

    line: int
    certainty: Certainty
    how: Message
    edit: Edit | None
    example: Message | None
    is_last: bool = True


@dataclass(frozen=True)
class Judgement:
    """What is said of one class or function.

    Attributes
    ----------
    name, role : str
    kind : str or None
        Which one of the book's it is.
    line, last_line : int
    is_right : bool or None
        None where nothing could be checked.
    checks : int
        How many were passed.
    findings : tuple of Said
        Errors first; then notes.
    notes : tuple of Message
        About the file rather than this class.
    diagnosis : Diagnosis or None
    further : tuple of Diagnosis
        Of several mistakes the others, each found with the changes before it made.
    ticks : tuple of Tick
    """

    name: str
    role: str
    kind: str | None
    line: int
    last_line: int
    is_right: bool | None
    checks: int
    findings: tuple[Said, ...] = ()
    notes: tuple[Message, ...] = ()
    diagnosis: Diagnosis | None = None
    further: tuple[Diagnosis, ...] = ()
    ticks: tuple[Tick, ...] = ()

    @property
    def verdict(self) -> Message:
        """All of it in one sentence; a second one of what keeps everybody waiting."""
        notes = {said.kind: said.message for said in reversed(self.findings)}
        if self.is_right:
            right = Message("{name} is right: {checks} checks passed.", name=self.name, checks=self.checks)
            return joined((right, notes[LONG_LOOP]), " ") if LONG_LOOP in notes else right
        if UNFINISHED in notes and self.is_right is None:
            return Message("Whether {name} is right was not found out. {why}", name=self.name, why=notes[UNFINISHED])
        if self.is_right is None:
            return Message("{name} was not checked.", name=self.name)
        first = self.findings[0].message if self.findings else Message("it does not run")
        return Message("{name} is not right yet: {first}", name=self.name, first=first)


# ---- as JSON


def to_json(judgements: tuple[Judgement, ...]) -> str:
    """Return judgements as text; messages with their template and values, so that they can be translated."""
    return json.dumps([_plain(each) for each in judgements], ensure_ascii=False, separators=(",", ":"))


def _plain(value: Any) -> Any:
    if isinstance(value, Message):
        return {"template": value.template, "values": {name: _plain(each) for name, each in value.values.items()}}
    if isinstance(value, StrEnum):
        return str(value)
    if hasattr(value, "__dataclass_fields__"):
        return {name: _plain(getattr(value, name)) for name in value.__dataclass_fields__}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value if isinstance(value, str | int | float | bool | None) else str(value)


def from_json(text: str) -> tuple[Judgement, ...]:
    """Read judgements that anybody may have written.

    Raises
    ------
    ValueError
        If it is not what `to_json` writes: sizes, types, ranges and lengths are all looked at.
    """
    if len(text) > LARGEST:
        raise ValueError(
            Message("a judgement of {size:,} characters; {most:,} are the most", size=len(text), most=LARGEST)
        )
    try:
        data = json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise ValueError(Message("a judgement is no JSON")) from None
    return _many(data, _judgement, MOST_JUDGED)


def _no_constant(name: str) -> None:
    raise ValueError(name)


def _refused(what: str) -> ValueError:
    return ValueError(Message("a judgement is not as it should be: {what}", what=what))


_T = TypeVar("_T")


def _many(data: Any, read: Callable[[Any], _T], most: int = MOST_ITEMS) -> tuple[_T, ...]:
    if not isinstance(data, list) or len(data) > most:
        raise _refused("list")
    return tuple(read(each) for each in data)


def _fields(data: Any, *names: str) -> list[Any]:
    if not isinstance(data, dict) or set(data) != set(names):
        raise _refused(", ".join(names[:3]))
    return [data[name] for name in names]


def _text(data: Any, longest: int = 200) -> str:
    if not isinstance(data, str):
        raise _refused("text")
    return printable(data, longest)


def _code(data: Any) -> str:
    """Read a piece of program: line ends belong to it, other control characters do not."""
    if not isinstance(data, str) or len(data) > LONGEST_TEXT:
        raise _refused("text")
    return "\n".join(printable(line.replace("\t", "    "), LONGEST_TEXT) for line in data.split("\n"))


def _whole(data: Any, least: int, most: int) -> int:
    if not isinstance(data, int) or isinstance(data, bool) or not least <= data <= most:
        raise _refused("number")
    return data


def _line(data: Any) -> int:
    return _whole(data, 1, LAST_LINE)


def _truth(data: Any) -> bool:
    if not isinstance(data, bool):
        raise _refused("truth")
    return data


def _optional(data: Any, read: Callable[[Any], _T]) -> _T | None:
    return None if data is None else read(data)


def _message(data: Any, depth: int = 0) -> Message:
    template, values = _fields(data, "template", "values")
    if not isinstance(template, str) or not isinstance(values, dict) or depth > _DEEPEST or len(values) > 20:
        raise _refused("message")
    return from_parts(template, {_text(name): _value(each, depth + 1) for name, each in values.items()})


def _value(data: Any, depth: int) -> Any:
    if isinstance(data, dict):
        return _message(data, depth)
    if isinstance(data, bool | None):
        return str(data)
    if isinstance(data, int):
        return _whole(data, -(10**12), 10**12)
    return data if isinstance(data, float) else _text(data)


def _said(data: Any) -> Said:
    kind, where, message, line, is_error = _fields(data, "kind", "where", "message", "line", "is_error")
    return Said(_text(kind), _text(where), _message(message), _optional(line, _line), _truth(is_error))


def _edit(data: Any) -> Edit:
    names = ("line", "column", "end_line", "end_column", "old", "new")
    line, column, end_line, end_column, old, new = _fields(data, *names)
    columns = _whole(column, 0, LAST_LINE), _whole(end_column, 0, LAST_LINE)
    return Edit(_line(line), columns[0], _line(end_line), columns[1], _code(old), _code(new))


def _tick(data: Any) -> Tick:
    line, name, state, message = _fields(data, "line", "name", "state", "message")
    return Tick(_line(line), _text(name), _one_of(TickState, state), _message(message))


_E = TypeVar("_E", bound=StrEnum)


def _one_of(kind: type[_E], data: Any) -> _E:
    if data not in [str(each) for each in kind]:
        raise _refused(kind.__name__)
    return kind(data)


def _diagnosis(data: Any) -> Diagnosis:
    names = ("line", "certainty", "how", "edit", "example", "is_last")
    line, certainty, how, edit, example, is_last = _fields(data, *names)
    return Diagnosis(
        _line(line), _one_of(Certainty, certainty), _message(how), _optional(edit, _edit),
        _optional(example, _message), _truth(is_last),
    )  # fmt: skip


def _judgement(data: Any) -> Judgement:
    names = tuple(Judgement.__dataclass_fields__)
    values: Mapping[str, Any] = dict(zip(names, _fields(data, *names), strict=True))
    return Judgement(
        name=_text(values["name"]),
        role=_text(values["role"]),
        kind=_optional(values["kind"], _text),
        line=_line(values["line"]),
        last_line=_line(values["last_line"]),
        is_right=_optional(values["is_right"], _truth),
        checks=_whole(values["checks"], 0, LAST_LINE),
        findings=_many(values["findings"], _said),
        notes=_many(values["notes"], _message),
        diagnosis=_optional(values["diagnosis"], _diagnosis),
        further=_many(values["further"], _diagnosis),
        ticks=_many(values["ticks"], _tick),
    )
