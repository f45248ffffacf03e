"""Texts that outlive the language they were put together in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QCoreApplication

from playground.safety.system_words import reason_of

MESSAGES = ""
"""The context of `nn`'s messages: ``pyside6-lupdate`` gives none to a function that stands for itself."""


@dataclass(frozen=True)
class Phrase:
    """A text that ``str`` says in the language of the moment: the name of an edit stays in the undo history.

    Attributes
    ----------
    context, source
        As ``QT_TRANSLATE_NOOP`` notes them.
    values
        What stands in the places in braces; a phrase among them is said in the same language.
    """

    context: str
    source: Any  # a str, but QT_TRANSLATE_NOOP does not say so
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return _filled(QCoreApplication.translate(self.context, self.source), self.values)


Text = str | Phrase


def said(text: object) -> str:
    """Say a text in the language of the moment, or what an exception has to say.

    Parameters
    ----------
    text : object
        An exception of `nn` or the message it carries, an `OSError` (its reason is said without the name of the
        file), a `Phrase`. Any other text may be a stranger's, such as the name of a file, and is made safe to show
        (`nn.messages.printable`).
    """
    # nn may not be imported before the first paint
    from nn.messages import Message, SystemReason, message_of, printable

    if isinstance(text, BaseException):
        text = message_of(text)
    if isinstance(text, SystemReason):
        return reason_of(text.number, text)
    if not isinstance(text, Message):
        return printable(text) if isinstance(text, str) else str(text)
    return _filled(QCoreApplication.translate(MESSAGES, text.template), text.values)


def _filled(template: str, values: Mapping[str, object]) -> str:
    return template.format(**{name: _translated(value) for name, value in values.items()})


def _translated(value: object) -> object:
    return said(value) if isinstance(value, str | BaseException) else value
