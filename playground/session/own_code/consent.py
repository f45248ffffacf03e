"""What a person has allowed to run, in this session."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from playground.session.document.code import Code


class Consent:
    """Remembers what may run: a person's own file or typing from then on, foreign code for its very text only.

    Nothing of it is kept beyond the session, and nothing in a document can give it.
    """

    def __init__(self) -> None:
        self._hashes: set[str] = set()
        self._places: set[Path | None] = set()  # None: what is typed here

    def holds(self, code: Code) -> bool:
        """Say whether this code may run."""
        return (not code.is_foreign and code.path in self._places) or code.sha256 in self._hashes

    def give(self, code: Code) -> None:
        """Allow this code to run, and what a person makes of it if it is their own."""
        self._hashes.add(code.sha256)
        if not code.is_foreign:
            self._places.add(code.path)

    def follow(self, before: Code, after: Code) -> None:
        """Let what a person made of code with their own hands run where that was allowed."""
        if self.holds(before):
            self.give(after)
