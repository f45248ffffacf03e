"""The files beside a person's own that it imports."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

from playground.session.own_code.source_files import read_source_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playground.session.document.code import Code

_MOST = 30


def siblings(code: Code) -> dict[str, str]:
    """Return the text of each module beside the code's file, or in the folder above, that it imports, also in turn.

    Of code without a file, and of foreign code, nothing is read.
    """
    if code.path is None or code.is_foreign:
        return {}
    folders = (code.path.parent, code.path.parent.parent)
    found: dict[str, str] = {}
    waiting = list(_imported(code.text))
    while waiting and len(found) < _MOST:
        name = waiting.pop(0)
        text = None if name in found else _text_of(name, folders)
        if text is not None:
            found[name] = text
            waiting += _imported(text)
    return found


def _imported(text: str) -> Iterator[str]:
    """Give the modules that a program imports by their full names; what is no Python imports none."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def _text_of(name: str, folders: tuple[Path, ...]) -> str | None:
    for folder in folders:
        path = folder.joinpath(*name.split(".")).with_suffix(".py")
        if path.is_file():
            try:
                return read_source_file(path).text
            except (OSError, ValueError):
                return None  # the import says so
    return None
