"""Views that are scrolled together, because they show the same rows or columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QScrollBar


class JointScrolling(QObject):
    """Lets scroll bars stand at the same place; which of them belong together can change at any time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: list[list[QScrollBar]] = []

    def join(self, groups: Sequence[Sequence[QScrollBar]]) -> None:
        """Move the bars of each group together, and no others; the first one gives the place to begin with."""
        for bar in self._bars():
            bar.valueChanged.disconnect(self._on_bar_moved)
        self._groups = [list(group) for group in groups if len(group) > 1]
        for first, *others in self._groups:
            for bar in others:
                bar.setValue(first.value())
        for bar in self._bars():
            bar.valueChanged.connect(self._on_bar_moved)

    def _bars(self) -> list[QScrollBar]:
        return [bar for group in self._groups for bar in group]

    @Slot(int)
    def _on_bar_moved(self, value: int) -> None:
        group = next(group for group in self._groups if any(bar is self.sender() for bar in group))
        moved = next(bar for bar in group if bar is self.sender())
        for bar in group:
            is_past_its_end = value == moved.maximum() and bar.value() > value
            if not is_past_its_end:  # a bar that cannot go as far does not draw the others back
                bar.setValue(value)
