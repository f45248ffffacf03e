"""How good the network is, in one line: as much of it as there is room for, all of it on hover."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from playground.widgets.text.steady_label import SteadyLabel
from playground.widgets.text.tooltips import on_hover

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

_BETWEEN = " · "


class Part(NamedTuple):
    """A part of the line; where there is no room for all, those of the highest `rank` are left out first."""

    rank: int
    text: str


class SummaryLine(SteadyLabel):
    """A line of parts, of which the least important are left out where it is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: Sequence[Part] = ()

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show other parts, in this order."""
        self._parts = parts
        self.setText(_joined(parts))
        if self.text():
            on_hover(self.text(), self)

    def shown(self) -> str:
        """Give the text as it is painted."""
        parts = list(self._parts)
        while len(parts) > 1 and self.fontMetrics().horizontalAdvance(_joined(parts)) > self.width():
            parts.remove(max(parts))
        return self.elided(_joined(parts))


def _joined(parts: Sequence[Part]) -> str:
    return _BETWEEN.join(part.text for part in parts)
