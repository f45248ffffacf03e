"""Names in the other language: who reads the Korean book may know a command by its English name, and the reverse."""

from __future__ import annotations

from functools import cache
from xml.etree import ElementTree

from playground.widgets.actions import without_mnemonic
from playground.window.language import RESOURCES


def in_other_language(text: str) -> str:
    """Return how the other language says a text of the window, empty where it has no other words for it."""
    return _pairs().get(text, "")


@cache
def _pairs() -> dict[str, str]:
    """Read the file of the translations, which has both: texts of the window lead to each other."""
    pairs: dict[str, str] = {}
    for _, message in ElementTree.iterparse(RESOURCES / "i18n" / "playground_ko.ts"):
        if message.tag == "message":
            english, korean = (_plain(message.findtext(name)) for name in ("source", "translation"))
            pairs.setdefault(english, korean)
            pairs.setdefault(korean, english)
            message.clear()
    return pairs


def _plain(text: str | None) -> str:
    return without_mnemonic(text or "").removesuffix("…")
