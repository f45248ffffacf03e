"""Fields of a file that are Python programs, and what both kinds of files have in common."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from nn.messages import Message

if TYPE_CHECKING:
    from playground.lessons.fields import Table


def read_program(table: Table, field: str) -> str:
    """Read a program."""
    text: str = table.take(field, str)
    must_parse(table, field, text)
    return text


def must_parse(table: Table, field: str, text: str) -> None:
    """Raise the error of a field whose text is no program."""
    try:
        ast.parse(text)
    except (SyntaxError, ValueError) as error:
        raise table.error(field, Message("cannot be read: {reason}; expected a Python program", reason=error)) from None


def must_have(table: Table, field: str, count: int, least: int) -> None:
    """Raise the error of a list that is too short."""
    if count < least:
        raise table.error(
            field,
            Message("has {count}; expected at least {least}, under [[{field}]]", count=count, least=least, field=field),
        )


def is_a_name(name: str) -> bool:
    """Say whether a name, which may come from a stranger's document, can be that of a file of ours."""
    return re.fullmatch("[0-9a-z-]{1,60}", name) is not None
