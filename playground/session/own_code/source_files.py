"""Python files as text, and text as Python files."""

from __future__ import annotations

import io
import tokenize
from typing import TYPE_CHECKING, NamedTuple

from nn.files.atomic_file import replace_file
from nn.imports.file_bytes import read_bytes
from nn.imports.refusal import BadFile, quoted
from nn.messages import Message

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
    return SourceFile(path, _text_of(read_bytes(path, largest=LARGEST_FILE), path.name))


def write_source_file(file: SourceFile) -> SourceFile:
    """Write a text as UTF-8, all or nothing.

    Raises
    ------
    OSError
        If it was not written; what was in the file is there still.
    """
    replace_file(file.path, [file.text.encode("utf-8", "surrogatepass")])
    return file


def _text_of(content: bytes, name: str) -> str:
    """Decode as Python would, and what it would refuse as files from Korea are most often written."""
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(content).readline)
        text = content.decode(encoding)
    except (SyntaxError, UnicodeDecodeError):
        try:
            text = content.decode("cp949")
        except UnicodeDecodeError:
            text = "\0"
    if "\0" in text:
        raise BadFile(Message("{name} holds no text; choose a file of Python (.py)", name=quoted(name)))
    return text.replace("\r\n", "\n").replace("\r", "\n")
