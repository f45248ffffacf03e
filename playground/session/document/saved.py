"""A document as it stands in a file: what undo restores, and what the window showed of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playground.session.document.kept_way import KeptWay
    from playground.session.document.state import DocumentState
    from playground.session.looking.example import Example


@dataclass(frozen=True)
class Tabs:
    """Panels that stand in one place, one of them in front; in most places there is just one."""

    names: tuple[str, ...]


@dataclass(frozen=True)
class Split:
    """Places side by side, or one below the other."""

    is_across: bool
    parts: tuple[Place, ...]


Place = Tabs | Split
Frame = tuple[int, int, int, int]
"""Left, top, width and height on the screen in pixels."""


@dataclass(frozen=True)
class Layout:
    """The places of the panels. Not as Qt saves them: damaged bytes of that crash the program, and files are foreign.

    Attributes
    ----------
    shown
        Names of the panels that were open.
    front
        Names of those in front of their tabs.
    sizes
        Width and height of each in pixels.
    areas
        What stands at the "left", "right", "top" and "bottom" of the window; nothing in files that do not tell.
    floating
        The panels in windows of their own.
    """

    shown: tuple[str, ...] = ()
    front: tuple[str, ...] = ()
    sizes: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    areas: Mapping[str, Place] = field(default_factory=dict)
    floating: Mapping[str, Frame] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Scene:
    """The things that were in sight and are no edits.

    Attributes
    ----------
    example
        The image all panels looked at.
    network
        Which network they looked at.
    layout
        The panels that were in sight, None if that is not known.
    lesson
        Name of the lesson that was open, empty for none, and the step that was at hand.
    """

    example: Example | None = None
    network: str = "shipped"
    layout: Layout | None = None
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
    way
        The way that training came, None where that is not known or not to be kept.
    branches
        The ways to the document's runs, by their numbers, as far as they are known and to be kept.
    """

    state: DocumentState
    scene: Scene = field(default_factory=Scene)
    origin: str = ""
    origin_checksum: str = ""
    way: KeptWay | None = None
    branches: Mapping[int, KeptWay] = field(default_factory=dict)


def bytes_of_ways(saved: SavedDocument) -> int:
    """Return how many bytes the moments of training take in a file, each counted once."""
    ways = [kept.way for kept in (saved.way, *saved.branches.values()) if kept is not None]
    own = {id(each) for each in (saved.state.checkpoint, *(run.checkpoint for run in saved.state.runs))}
    moments = {id(each): each for way in ways for _, each in way.checkpoints}
    return sum(each.nbytes for key, each in moments.items() if key not in own)
