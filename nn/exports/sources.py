"""The source text of the pieces that programs are made of, read without importing them: PyTorch may not be there."""

from __future__ import annotations

import ast
import errno
import importlib.resources
from collections.abc import Iterable
from functools import cache

_PIECES = "nn.exports.pieces"


def source_of(piece: str, names: Iterable[str]) -> str:
    """Return the source text of classes and functions in a file of pieces, each once.

    Raises
    ------
    KeyError
        If one of them is not there.
    """
    return "\n\n".join(pieces_in(piece)[name] for name in dict.fromkeys(names))


@cache
def pieces_in(piece: str) -> dict[str, str]:
    """Return the source text of every class and function in a file of pieces, by name."""
    file = importlib.resources.files(_PIECES) / f"{piece}.py"
    if not file.is_file():
        raise FileNotFoundError(errno.ENOENT, "Source text missing; install nn-playground again", f"{_PIECES}.{piece}")
    text = file.read_text("utf-8")
    things = [node for node in ast.parse(text).body if isinstance(node, ast.ClassDef | ast.FunctionDef)]
    return {thing.name: f"{ast.get_source_segment(text, thing)}\n" for thing in things}
