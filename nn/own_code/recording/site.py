"""A place in a source text."""

from __future__ import annotations

from typing import NamedTuple


class Site(NamedTuple):
    """One expression or statement of a program.

    Attributes
    ----------
    file : str
    line, end_line : int
        From 1.
    column, end_column : int
        From 0, in characters; the end is the first character behind it.
    function : str
        Where it stands: ``"Relu.forward"``, empty at the top of a module.
    kind : str
        ``"expression"``, ``"statement"``, ``"assignment"``, ``"return"``, ``"function"``, or ``"loop"`` of a whole loop
        whose names are bound again.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    function: str
    kind: str

    def text(self, source: str) -> str:
        """Return what stands there in the file's text."""
        lines = source.split("\n")[self.line - 1 : self.end_line]
        if not lines:
            return ""
        lines[-1] = lines[-1][: self.end_column]
        lines[0] = lines[0][self.column :]
        return "\n".join(lines)
