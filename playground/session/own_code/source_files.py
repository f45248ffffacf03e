"""Python files as text, and text as Python files."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from nn.files.atomic_file import replace_file
from nn.imports.file_bytes import read_bytes

if TYPE_CHECKING:
    from pathlib import Path


LARGEST_FILE = 2**20
"""Bytes of a file that is read."""


class SourceFile(NamedTuple):
    """What stands in a file."""

    path: Path
    text: str


def read_source_file(path: Path) -> SourceFile:
    """Read a file of Python.

    Raises
    ------
    BadFile, ValueError
        If it is none; the message says why.
    """
    from nn.own_code.source import read_source  # not before somebody has code

    return SourceFile(path, read_source(read_bytes(path, largest=LARGEST_FILE), path.name).text)


def write_source_file(file: SourceFile) -> SourceFile:
    """Write a text as UTF-8, all or nothing.

    Raises
    ------
    OSError
        If it was not written; what was in the file is there still.
    """
    replace_file(file.path, [file.text.encode("utf-8", "surrogatepass")])
    return file
