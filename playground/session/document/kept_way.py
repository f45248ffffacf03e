"""The way that led to a document, as a file keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nn.replay import Way


@dataclass(frozen=True, eq=False)
class KeptWay:
    """The way that led to a document.

    Attributes
    ----------
    is_edited
        Whether the document has other numbers than those that training came to: an edit followed.
    """

    way: Way
    is_edited: bool = False
