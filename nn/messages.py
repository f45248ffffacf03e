"""What goes wrong, in a sentence that can be said in another language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from os import PathLike
from types import MappingProxyType
from typing import Any, Self

LONGEST = 200
"""Characters of a stranger's text that are shown."""


LONGEST_TEMPLATE = 1_000
_PLACE = re.compile(r"\{(?P<name>[A-Za-z_][A-Za-z_0-9]*)(?P<counted>:,)?\}")


class Message(str):
    """A sentence that remembers what it was put together from, so that a window can say it in another language.

    It is the English text, finished: an exception that carries one prints, compares and travels as with any text::

        raise ValueError(Message("{layer} expects {wanted} inputs, got {got}", layer=name, wanted=100, got=784))

    Write the template as one literal (parts in a row are one) in the call itself, because that is where
    ``pyside6-lupdate`` finds what is to be translated: no f-string, no sum, no name of a constant. Whole sentences
    translate best: where only a word differs, write two messages rather than pasting the word in. What says
    something by itself (a range, a reason, "or fewer samples") is a message among the values. All that
    ``str.format`` knows may stand in the braces: ``{size:,}``, ``{name!r}``; literal braces are doubled.

    Parameters
    ----------
    template : str
        The sentence, with places for values in braces.
    **values : object
        What stands in the places: plain data, further messages, or the exception that was the reason, of which
        only the message is kept (of an `OSError` what the system says, without the name of the file). Characters
        in texts that control what stands around them (line ends, right-to-left marks) are replaced, and long ones
        are cut (see `printable`), so that a name out of a stranger's file is safe to show.

    Attributes
    ----------
    template : str
    values : Mapping of str to object
        Read-only.
    """

    __slots__ = ("template", "values")

    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str, /, **values: object) -> Self:
        """Put the values into the template."""
        kept = {name: _kept(value) for name, value in values.items()}
        self = super().__new__(cls, template.format(**kept))
        self.template, self.values = template, MappingProxyType(kept)
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return _again, (self.template, dict(self.values))


class SystemReason(str):
    """Why the operating system refused, in its own words.

    Attributes
    ----------
    number : int
        Its number of the error, by which a window can say it in another language.
    """

    number: int


def message_of(error: BaseException) -> str:
    """Return what an exception says: the `Message` it was raised with, the `SystemReason`, or else its text."""
    if error.args and isinstance(error.args[0], Message | SystemReason):
        return error.args[0]
    if isinstance(error, OSError) and error.errno is not None and error.strerror:
        reason = SystemReason(error.strerror)
        reason.number = error.errno
        return reason
    return str(error)


def joined(messages: Iterable[str], separator: str = ", ") -> Message:
    """Put messages side by side into one; each is translated by itself."""
    parts = {f"part{place}": message for place, message in enumerate(messages)}
    return Message(separator.join(f"{{{name}}}" for name in parts), **parts)


def printable(text: str, longest: int = LONGEST) -> str:
    """Return a stranger's text (a name, a path, what another library says) as a terminal or a window may show it.

    It has no characters that control what stands around them (line ends, escape sequences, right-to-left marks),
    none that cannot be written (half a surrogate pair), and not more than `longest`: of a longer text the middle is
    left out, because names often differ at their ends. There is no other way to clean a text.
    """
    if len(text) > longest:
        end = (longest - 1) // 2
        text = f"{text[: longest - 1 - end]}…{text[len(text) - end :]}"
    return text if text.isprintable() else "".join(c if c.isprintable() else "�" for c in text)


def from_parts(template: str, values: Mapping[str, object]) -> Message:
    """Put a message together again that came from another process, which nobody need trust.

    Only plain places are filled, ``{name}`` and ``{name:,}``; a template with anything else in its braces, or a place
    without a value, is shown as the text that it is.
    """
    places = list(_PLACE.finditer(template))
    rest = _PLACE.sub("", template)
    known = all(place["name"] in values for place in places)
    counted = all(isinstance(values.get(place["name"]), int | float) for place in places if place["counted"])
    if not known or not counted or "{" in rest or "}" in rest or printable(template, LONGEST_TEMPLATE) != template:
        return Message("{text}", text=template)
    return Message(template, **values)


def _kept(value: object) -> object:
    if isinstance(value, BaseException):  # with its traceback it would keep whole arrays alive
        value = message_of(value)
    elif isinstance(value, PathLike):
        value = str(value)
    return printable(value) if isinstance(value, str) and not isinstance(value, Message | SystemReason) else value


def _again(template: str, values: Mapping[str, object]) -> Message:
    return Message(template, **values)
