"""A document as it stands in a file: what undo restores, and what the window showed of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playground.session.document import DocumentState
    from playground.session.recognition import Example, RecogniserName


@dataclass(frozen=True, eq=False)
class Scene:
    """What was in sight, and no edit.

    Attributes
    ----------
    example
        The image all panels looked at.
    recogniser
        Which network read it.
    layout
        The window's arrangement as Qt saves it, empty for none.
    lesson
        Name of the lesson that was open, empty for none, and the step that was at hand.
    """

    example: Example | None = None
    recogniser: RecogniserName = "shipped"
    layout: bytes = b""
    lesson: tuple[str, int] = ("", 0)


@dataclass(frozen=True, eq=False)
class SavedDocument:
    """Everything a file holds.

    Attributes
    ----------
    origin
        The file to which the document belongs, where this is a copy kept against crashes; else empty.
    origin_checksum
        SHA-256 of that file when it was last read or written, empty if unknown.
    """

    state: DocumentState
    scene: Scene = field(default_factory=Scene)
    origin: str = ""
    origin_checksum: str = ""
