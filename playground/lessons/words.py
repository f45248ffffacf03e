"""A text in every language of the program, as a lesson file gives it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """One text in English and in Korean."""

    en: str
    ko: str

    def said(self, language: str) -> str:
        """Give the text in the language of a code such as ``"ko"``; languages without texts get English."""
        return self.ko if language == "ko" else self.en
