"""The text of a program that somebody else wrote, and whether it is Python at all."""

from __future__ import annotations

import ast
import codecs
import io
import tokenize
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from nn.messages import Message, message_of
from nn.own_code.syntax_reasons import reason_of

LARGEST = 1_000_000
"""Bytes of one file."""
_NO_CODING = "utf-8"
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class SourceError(ValueError):
    """Text that cannot be read as a program.

    Attributes
    ----------
    message : Message
        What is wrong, with its line.
    line : int or None
        Where, from 1.
    file : str
    """

    def __init__(self, message: Message, line: int | None = None, file: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.file = file


@dataclass(frozen=True)
class Source:
    r"""One program as text, and the files that a person chose to stand beside it.

    Attributes
    ----------
    text : str
        With ``\n`` at the ends of lines.
    name : str
        Its file, for tracebacks and places: ``"own.py"``.
    siblings : mapping of str to str
        Text of each module that it may import, by the module's name: ``"two_layer_net"``, ``"common.layers"``.
    """

    text: str
    name: str = "own.py"
    siblings: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def lines(self) -> list[str]:
        """Return the lines, without their ends."""
        return self.text.split("\n")


def read_source(data: bytes, name: str = "own.py", siblings: Mapping[str, str] | None = None) -> Source:
    """Return a file's bytes as text: UTF-8, what its coding line names, or the Korean cp949 where both fail.

    Raises
    ------
    SourceError
        If the file is too large, is no text, or is in none of these encodings.
    """
    if len(data) > LARGEST:
        raise SourceError(
            Message(
                "{name} has {size:,} bytes; more than {most:,} are not read as a program",
                name=name,
                size=len(data),
                most=LARGEST,
            )
        )
    if b"\0" in data and not data.startswith(_UTF_16):
        line = data[: data.index(b"\0")].count(b"\n") + 1
        raise SourceError(Message("line {line} of {name} has a NUL byte: this is no text", line=line, name=name), line)
    text = _decoded(data, name).replace("\r\n", "\n").replace("\r", "\n")
    return Source(text, name, MappingProxyType(dict(siblings or {})))


def parse(source: Source) -> ast.Module:
    """Return the syntax tree.

    Raises
    ------
    SourceError
        If the text is no Python; the message names the line.
    """
    try:
        with warnings.catch_warnings():  # of a backslash in a text and the like: the program runs all the same
            warnings.simplefilter("ignore")
            tree = ast.parse(source.text, source.name)
            compile(tree, source.name, "exec", dont_inherit=True)  # finds what the grammar alone allows
    except SyntaxError as error:
        raise SourceError(_syntax_message(error, source), error.lineno, source.name) from None
    except (RecursionError, MemoryError):
        raise too_deep(source.name) from None
    except ValueError as error:  # a NUL, half a surrogate pair
        raise SourceError(Message("{name} cannot be read: {reason}", name=source.name, reason=error)) from None
    return tree


def too_deep(name: str) -> SourceError:
    """Return what is said of a program that Python itself cannot follow any deeper."""
    return SourceError(Message("brackets or operators in {name} are nested too deep", name=name), None, name)


def _decoded(data: bytes, name: str) -> str:
    named = "utf-16" if data.startswith(_UTF_16) else _named_encoding(data, name)
    for encoding in dict.fromkeys((named, "utf-8-sig", "cp949")):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    line = _first_undecodable_line(data)
    raise SourceError(
        Message("line {line} of {name} is neither UTF-8 nor Korean (cp949); save it as UTF-8", line=line, name=name),
        line,
    )


def _named_encoding(data: bytes, name: str) -> str:
    """Return what the coding line says; Python itself would not read a file whose name for it is unknown."""
    try:
        return tokenize.detect_encoding(io.BytesIO(data).readline)[0]
    except SyntaxError as error:
        if "unknown encoding" in message_of(error):
            raise SourceError(
                Message("the coding line of {name} names an encoding that is not known; write utf-8", name=name), 1
            ) from None
        return _NO_CODING  # it says nothing, and what stands in the first two lines is not UTF-8


def _first_undecodable_line(data: bytes) -> int:
    for number, line in enumerate(data.split(b"\n"), start=1):
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            return number
    return 1


def _syntax_message(error: SyntaxError, source: Source) -> Message:
    """Say what Python says, with the line; of a `print` of Python 2 what is meant by it."""
    line, reason = error.lineno or 1, error.msg or "invalid syntax"
    if reason.startswith("Missing parentheses in call to 'print'"):
        return Message("Line {line}: print needs brackets since Python 3: print(…)", line=line)
    if isinstance(error, TabError):
        return Message("Line {line} is indented with tabs where others have spaces; use one of them", line=line)
    if isinstance(error, IndentationError):
        return Message(
            "Line {line} is indented in another way than Python expects: {reason}", line=line, reason=reason_of(reason)
        )
    return Message("Line {line} is not Python: {reason}", line=line, reason=reason_of(reason))
