"""Reading a lesson's tables field by field, so that a mistake is found where it was made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from nn.arrays import Array
from nn.messages import Message
from playground.lessons.lines import Path
from playground.lessons.words import Words

LANGUAGES = ("en", "ko")
_REQUIRED: Any = object()
_KINDS = {
    str: Message("a text"),
    bool: Message("true or false"),
    int: Message("a whole number"),
    float: Message("a number"),
    list: Message("a list"),
    dict: Message("a table"),
}


class FieldError(ValueError):
    """A field that is not as it should be: where it stands, what is there and what is expected."""

    def __init__(self, path: Path, message: str) -> None:
        super().__init__(message)
        self.path = path


class Table:
    """One table of a lesson file, of which the fields are known.

    Parameters
    ----------
    data
        What stands in the file.
    path
        The way to it.
    known
        The fields it may have.

    Raises
    ------
    FieldError
        If it is no table or has a field that is not known.
    """

    def __init__(self, data: Any, path: Path, known: tuple[str, ...]) -> None:
        if not isinstance(data, Mapping):
            raise FieldError(
                path, Message("is {data!r}; expected a table with {known}", data=data, known=", ".join(known))
            )
        self.data, self.path = data, path
        for name in data:
            if name not in known:
                raise FieldError((*path, name), Message("is not known here; known: {known}", known=", ".join(known)))

    def __contains__(self, name: str) -> bool:
        return name in self.data

    def error(self, name: str, message: str) -> FieldError:
        """Return the error to raise for a field."""
        return FieldError((*self.path, name), message)

    def narrowed(self, known: tuple[str, ...]) -> Table:
        """Return this table with fewer fields allowed: what stands in it has told which kind of table it is."""
        return Table(self.data, self.path, known)

    def take(self, name: str, kind: type, default: Any = _REQUIRED) -> Any:
        """Return a field of one kind, or `default` where there is none."""
        if name not in self.data:
            if default is _REQUIRED:
                raise self.error(name, Message("is missing; expected {wanted}", wanted=_KINDS[kind]))
            return default
        value = self.data[name]
        wanted: Any = (int, float) if kind is float else kind
        if not isinstance(value, wanted) or (isinstance(value, bool) and kind is not bool):
            raise self.error(name, Message("is {value!r}; expected {wanted}", value=value, wanted=_KINDS[kind]))
        return value

    def words(self, name: str) -> Words:
        """Return a text in all languages."""
        table = self.table(name, LANGUAGES)
        if table is None:
            raise self.error(name, Message("is missing; expected the texts {name}.en and {name}.ko", name=name))
        for language in LANGUAGES:
            if not table.take(language, str, "").strip():
                raise table.error(
                    language,
                    Message("is missing; expected a text in each of {languages}", languages=", ".join(LANGUAGES)),
                )
        return Words(*(_unfolded(table.take(language, str)) for language in LANGUAGES))

    def optional_words(self, name: str) -> Words | None:
        """Return a text in all languages, or None where there is none."""
        return self.words(name) if name in self else None

    def table(self, name: str, known: tuple[str, ...]) -> Table | None:
        """Return a table in this one, or None where there is none."""
        return Table(self.data[name], (*self.path, name), known) if name in self.data else None

    def tables(self, name: str, known: tuple[str, ...]) -> Iterator[Table]:
        """Give the tables of a list, none where there is no list."""
        for place, item in enumerate(self.take(name, list, [])):
            yield Table(item, (*self.path, name, place), known)

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts, empty where there is none."""
        values = self.take(name, list, [])
        if not all(isinstance(each, str) for each in values):
            raise self.error(name, Message("is {values!r}; expected a list of texts", values=values))
        return tuple(values)

    def array(self, name: str) -> Array:
        """Return a number or nested lists of numbers as an array."""
        value = self.data[name]
        try:
            array = np.array(value, np.float64)
        except (TypeError, ValueError):
            raise self.error(
                name, Message("is {value!r}; expected numbers in rows of the same length", value=value)
            ) from None
        array.flags.writeable = False
        return array


def _unfolded(text: str) -> str:
    """Join the lines of a paragraph, which are short in the file for its reader's sake; an empty line stays."""
    paragraphs = text.strip().split("\n\n")
    return "\n\n".join(" ".join(line.strip() for line in each.splitlines()) for each in paragraphs)
