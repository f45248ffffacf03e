"""A file that a panel wants written: the window asks where to, and writes it in a thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from nn.imports.file_bytes import Watch

    Work = Callable[[Path, Watch], tuple[Path, ...]]
    """Writes files, in any thread, and returns their paths."""


@dataclass(frozen=True, eq=False)
class ExportOrder:
    """An order to write something into a file.

    Attributes
    ----------
    title
        Of the question where to.
    name
        Of the file, without its ending, if the person chooses no other.
    suffixes
        Endings to choose from, such as ``(".png", ".svg")``.
    work_for
        Gives the work for the path that was chosen; it takes its copies in the window's thread.
    """

    title: str
    name: str
    suffixes: tuple[str, ...]
    work_for: Callable[[str], Work]
