"""A card's texts, which stand in its file, in the language of the moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

if TYPE_CHECKING:
    from nn.races.features import Words


def in_language(words: Words) -> str:
    """Return a text in the language of the moment, in English where it has no other."""
    return words.get(QLocale().name()[:2], words.get("en", ""))
