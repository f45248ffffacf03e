"""Where a field stands in a TOML file: Python's reader does not tell."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

Path = tuple[str | int, ...]
"""The way to a field: ``("steps", 2, "text", "ko")``."""


def line_of(source: str, path: Path) -> int:
    """Return the line, counted from 1, of a field or of the nearest that holds it.

    Parameters
    ----------
    source : str
        A file that `tomllib` can read.
    path : tuple
    """
    best, depth = 1, 0
    for line, found in _fields(source):
        shared = _shared(found, path)
        # a header stands before its fields: the first line that says most about the path counts
        if shared > depth:
            best, depth = line, shared
    return best


def said(path: Path) -> str:
    """Write a path as a person does, counting steps from 1: ``steps[3].text.ko``."""
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def _shared(one: Path, other: Path) -> int:
    """Return how many parts two paths have in common from the start, if one goes on where the other ends."""
    length = min(len(one), len(other))
    return length if one[:length] == other[:length] else 0


def _fields(source: str) -> Iterator[tuple[int, Path]]:
    """Give the line and the path of every header and key, and of what stands on lines below them."""
    table: Path = ()
    counts: dict[Path, int] = {}
    for line, statement in _statements(source):
        parsed = tomllib.loads(statement)
        if statement.lstrip().startswith("["):
            table = _table(parsed, counts)
            yield line, table
        else:
            for path in _paths(parsed):
                yield line, (*table, *path)


def _statements(source: str) -> Iterator[tuple[int, str]]:
    """Cut a file into headers and assignments: the shortest pieces that can be read by themselves."""
    piece, begin = "", 1
    for number, line in enumerate(source.splitlines(keepends=True), 1):
        if not piece:
            begin = number
        piece += line
        try:
            empty = not tomllib.loads(piece)
        except tomllib.TOMLDecodeError:
            continue  # an array or a long text goes on
        if not empty:
            yield begin, piece
        piece = ""


def _table(header: dict[str, Any], counts: dict[Path, int]) -> Path:
    """Return where a header's fields go; a header in double brackets begins the next item of its list."""
    path: Path = ()
    inside: Any = header
    while inside:
        name = next(iter(inside))
        path, inside = (*path, name), inside[name]
        if isinstance(inside, list):
            counts[path] = counts.get(path, -1) + 1
            inside = inside[0]
        if path in counts:
            path = (*path, counts[path])
    return path


def _paths(value: Any, path: Path = ()) -> Iterator[Path]:
    yield path
    items: Any = ()
    if isinstance(value, dict):
        items = value.items()
    elif isinstance(value, list):
        items = enumerate(value)
    for key, part in items:
        yield from _paths(part, (*path, key))
