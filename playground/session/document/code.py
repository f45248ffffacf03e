"""A person's own code as a document keeps it: its text and nothing that runs."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from nn.messages import Message, printable

if TYPE_CHECKING:
    from pathlib import Path

LONGEST_CODE = 500_000
"""Letters of the code in a document: in its header each may take fourteen bytes."""
_LONGEST_NAME = 200


@dataclass(frozen=True)
class Code:
    """The source of a module that a person works on. To have it is not to run it.

    Attributes
    ----------
    text
        The source.
    name
        What it is called in messages: the name of its file.
    path
        The file that it was read from or written to in this session. No document tells it: a stranger's would choose
        which file of a person's is read.
    is_foreign
        Whether it came with a document or as somebody's exercise. It stays foreign while it is edited.
    """

    text: str
    name: str = "own.py"
    path: Path | None = None
    is_foreign: bool = False

    @property
    def sha256(self) -> str:
        """The hash of the source: what is allowed to run is allowed for this very text."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


def code_json(code: Code | None) -> dict[str, str] | None:
    """Return code as JSON."""
    return None if code is None else {"name": code.name, "text": code.text, "sha256": code.sha256}


def code_in(data: Any) -> Code | None:
    """Return the code that a document's JSON holds, as a foreign one.

    Raises
    ------
    TypeError, ValueError
        If it holds none; the message names the field.
    """
    if data is None:
        return None
    if not isinstance(data, dict) or not all(isinstance(data.get(key), str) for key in ("name", "text", "sha256")):
        raise TypeError(
            Message("code is {value!r}; expected an object with name, text and sha256, all texts", value=str(data)[:80])
        )
    name, text = printable(data["name"], _LONGEST_NAME), data["text"]
    if len(text) > LONGEST_CODE:
        raise ValueError(too_long(len(text)))
    code = Code(text, name, is_foreign=True)
    if code.sha256 != data["sha256"]:
        raise ValueError(Message("code.sha256 is not the hash of code.text; the document was changed"))
    return code


def too_long(letters: int) -> Message:
    """Return why code is not taken."""
    return Message(
        "the code has {letters:,} letters; a document keeps {most:,} at most, so take a part of it",
        letters=letters,
        most=LONGEST_CODE,
    )
