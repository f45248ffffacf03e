"""What a gzip file contains, unpacked piece by piece, so that it can be given up at any time."""

from __future__ import annotations

import zlib

from nn.imports.file_bytes import Content, Watch
from nn.imports.refusal import BadFile
from nn.messages import Message

MOST_PARTS = 100_000
"""Files in a row that are read as one; block-wise packers make one for each 64 kB."""
_PACKED = 2**16
_GZIP = 31  # for zlib: a header and a check sum as gzip writes them


class GzipReader:
    """Reads the content of a gzip file from its beginning.

    Python's own reader looks for the end of a name or for the next part without asking anybody, for minutes if a
    stranger wants it so.

    Parameters
    ----------
    content
        The bytes of the file.
    owner
        Name of the file, for messages.
    watch
        Is told the share of `content` that was read; may raise `Cancelled`.
    """

    def __init__(self, content: Content, owner: str, watch: Watch) -> None:
        self._content, self._owner, self._watch = memoryview(content), owner, watch
        self._place, self._parts = 0, 1
        self._engine = zlib.decompressobj(_GZIP)

    def read(self, count: int) -> bytearray:
        """Return the next `count` bytes, fewer only at the end.

        Raises
        ------
        EOFError, zlib.error
            If the file is damaged.
        BadFile
            If it has too many parts.
        """
        unpacked = bytearray()
        while len(unpacked) < count and self._has_more():
            packed = self._content[self._place : self._place + _PACKED]
            piece = self._engine.decompress(packed, count - len(unpacked))
            left = self._engine.unused_data if self._engine.eof else self._engine.unconsumed_tail
            self._place += len(packed) - len(left)
            if not packed and not piece and not self._engine.eof:
                raise EOFError
            unpacked += piece
            self._watch(self._place / len(self._content))
        return unpacked

    def _has_more(self) -> bool:
        """Say whether there is something left to be unpacked, and begin with the next part after the end of one."""
        if not self._engine.eof:
            return True
        self._skip_zeros()
        if self._place == len(self._content):
            return False
        self._parts += 1
        if self._parts > MOST_PARTS:
            raise BadFile(
                Message(
                    "{owner} is more than {most:,} gzip files in a row; unpack it and choose what comes out",
                    owner=self._owner,
                    most=MOST_PARTS,
                )
            )
        self._engine = zlib.decompressobj(_GZIP)
        return True

    def _skip_zeros(self) -> None:
        """Pass over what fills the last block on a tape."""
        while zeros := bytes(self._content[self._place : self._place + _PACKED]):
            left = len(zeros.lstrip(b"\0"))
            self._place += len(zeros) - left
            if left:
                return
