"""Texts that outlive the language they were put together in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QCoreApplication


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
        return QCoreApplication.translate(self.context, self.source).format(**self.values)


Text = str | Phrase
