"""Numbers for the places of a program, and calls of the recorder at them."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from nn.own_code.recording.site import Site


class Places:
    """Numbers places of one file, and makes calls that stand there, so that a traceback names the right line."""

    def __init__(self, file: str, text: str, sites: list[Site]) -> None:
        self._file = file
        self._sites = sites
        lines = text.split("\n")
        self._wide = {number: line for number, line in enumerate(lines, start=1) if not line.isascii()}
        self.functions: list[str] = []

    def site(self, node: ast.expr | ast.stmt, kind: str, last: ast.expr | ast.stmt | None = None) -> ast.Constant:
        """Return the number of a place; it ends where `last` begins, if that is given."""
        end_line, end_column = node.end_lineno or node.lineno, node.end_col_offset or node.col_offset
        if last is not None:
            end_line, end_column = last.lineno, last.col_offset
        self._sites.append(
            Site(
                self._file,
                node.lineno,
                self._column(node.lineno, node.col_offset),
                end_line,
                self._column(end_line, end_column),
                ".".join(self.functions),
                kind,
            )
        )
        return ast.Constant(len(self._sites) - 1)

    def call(
        self,
        at: ast.expr | ast.stmt,
        hook: str,
        *arguments: ast.expr,
        keywords: Sequence[ast.keyword] = (),
    ) -> ast.Call:
        """Return a call of the recorder in place of an expression."""
        name = ast.Name(f"__own_{hook}__", ast.Load())
        return ast.copy_location(ast.Call(name, list(arguments), list(keywords)), at)

    def statement(self, at: ast.expr | ast.stmt, hook: str, *arguments: ast.expr) -> ast.Expr:
        """Return such a call as a statement."""
        return ast.copy_location(ast.Expr(self.call(at, hook, *arguments)), at)

    def _column(self, line: int, offset: int) -> int:
        """Return a column in characters: Python counts the bytes of UTF-8."""
        wide = self._wide.get(line)
        return offset if wide is None else len(wide.encode()[:offset].decode(errors="replace"))
