"""A text file as pieces of whole lines.

A text of 200 MB is never one string: splitting or searching it would keep all other threads waiting for a second, and
the window is one of them.
"""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from nn.imports.file_bytes import Content, Watch, unwatched
from nn.imports.refusal import BadFile, Remedy
from nn.imports.samples import AUTO
from nn.messages import Message

LONGEST_ROW = 2 * 2**20
"""Characters of a row, which may go over many lines between quotation marks."""
_PIECE = 2**17
_SAMPLE = 2**20
_CODECS = {"utf-8": ("utf-8-sig", "strict"), "cp1252": ("cp1252", "replace")}


@dataclass(frozen=True)
class Text:
    """A text and the encoding it was in."""

    pieces: tuple[str, ...]
    encoding: str

    @cached_property
    def lines(self) -> int:
        """How many lines there are: no table has more rows."""
        ends = sum(piece.count("\n") + piece.count("\r") - piece.count("\r\n") for piece in self.pieces)
        return ends + (not self.pieces or self.pieces[-1][-1] not in "\r\n")

    @cached_property
    def is_ascii(self) -> bool:
        """Whether all characters are those of ASCII."""
        return all(piece.isascii() for piece in self.pieces)


def decoded(content: Content, encoding: str, owner: str, watch: Watch = unwatched) -> Text:
    """Return the text of a file, its encoding guessed if it is to be.

    Raises
    ------
    BadFile
        If it is no text, or not in that encoding.
    """
    chosen = _guess(content) if encoding == AUTO else encoding
    try:
        return Text(tuple(_whole_lines(_decoded(content, chosen, watch), owner)), chosen)
    except UnicodeError as error:
        raise BadFile(
            Message(
                "{owner} is no text in the encoding {encoding}; choose another encoding, or save it as UTF-8",
                owner=owner,
                encoding=chosen,
            ),
            *([] if encoding == AUTO else [Remedy(Message("Find out the encoding"), {"encoding": AUTO})]),
        ) from error


def _guess(content: Content) -> str:
    if bytes(content[:2]) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return "utf-16"
    try:
        for _ in _decoded(content, "utf-8"):
            pass
    except UnicodeError:
        return "cp949" if _is_korean(bytes(content[:_SAMPLE])) else "cp1252"
    return "utf-8"


def _decoded(content: Content, encoding: str, watch: Watch = unwatched) -> Iterator[str]:
    codec, errors = _CODECS.get(encoding, (encoding, "strict"))
    decoder = codecs.getincrementaldecoder(codec)(errors)
    view = memoryview(content)
    for start in range(0, len(view), _PIECE):
        watch(start / len(view))
        yield decoder.decode(bytes(view[start : start + _PIECE]))
    yield decoder.decode(b"", final=True)


def _whole_lines(chunks: Iterable[str], owner: str) -> Iterator[str]:
    """Cut a text behind line ends, but never between the two characters of Windows'."""
    begun: list[str] = []
    for chunk in chunks:
        if "\0" in chunk:
            raise BadFile(
                Message(
                    "{owner} is no table: it holds bytes that stand in no text; expected CSV or TSV: choose another "
                    "file",
                    owner=owner,
                )
            )
        end = max(chunk.rfind("\n"), chunk.rfind("\r", 0, max(len(chunk) - 1, 0))) + 1
        if end:
            yield "".join((*begun, chunk[:end]))
            begun = []
        begun.append(chunk[end:])
        if sum(map(len, begun)) > LONGEST_ROW:
            raise too_long(owner)
    if any(begun):
        yield "".join(begun)


def too_long(owner: str) -> BadFile:
    """Return the refusal of a row without an end."""
    return BadFile(
        Message(
            "{owner} is no table: a row has more than {most:,} characters; check the line ends and quotation marks",
            owner=owner,
            most=LONGEST_ROW,
        )
    )


def _is_korean(content: bytes) -> bool:
    """Tell Korean, whose letters are pairs of bytes above 127, from single letters with accents."""
    try:
        letters = [letter for letter in content[: content.rfind(b"\n") + 1 or None].decode("cp949") if letter > "\x7f"]
    except UnicodeDecodeError:
        return False
    runs = re.findall(rb"[\x80-\xff]+", content)
    even = sum(len(run) % 2 == 0 for run in runs)
    korean = sum("가" <= letter <= "힣" for letter in letters)  # two letters with accents make a Chinese one
    return even * 2 > len(runs) and korean * 2 > len(letters)


class Lines:
    """Gives the lines of a text, with their ends, and knows where a piece is at its end."""

    def __init__(self, pieces: Sequence[str], owner: str) -> None:
        self._pieces, self._owner = pieces, owner
        self._piece: list[str] = []
        self._next_piece = self._next_line = self._length = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self.is_between_pieces and not self.take_piece():
            raise StopIteration
        line = self._piece[self._next_line]
        self._next_line += 1
        self._length += len(line)
        if self._length > LONGEST_ROW:
            raise too_long(self._owner)
        return line

    @property
    def is_between_pieces(self) -> bool:
        """Whether the next line is the first of a piece, or there is none."""
        return self._next_line == len(self._piece)

    @property
    def share(self) -> float:
        """Which share of the text has been given."""
        return self._next_piece / max(len(self._pieces), 1)

    def begin_row(self) -> None:
        """Let the lines to come be those of another row."""
        self._length = 0

    def take_piece(self) -> list[str]:
        """Go on to the next piece and return its lines, none at the end of the text."""
        self._piece, self._next_line = [], 0
        while not self._piece and self._next_piece < len(self._pieces):
            self._piece = io.StringIO(self._pieces[self._next_piece], newline="").readlines()
            self._next_piece += 1
        return self._piece

    def leave_piece(self) -> None:
        """Count the piece that was taken as read."""
        self._next_line = len(self._piece)
