"""Views side by side where there is room for all of them, and behind tabs where there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QSplitter, QTabBar, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

_WIDE = 700  # px from which on the first view stands beside the others
_HIGH = 400  # px from which on the others stand above each other


class DebugStage(QWidget):
    """Arranges one view beside others; what finds no room is a tab away.

    Parameters
    ----------
    side : QWidget
        Stands at the left where there is width enough.
    views : sequence of QWidget
        Stand above each other where there is height enough.
    """

    def __init__(self, side: QWidget, views: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = (side, *views)
        self._is_wide = self._is_high = True
        self.tabs = QTabBar(objectName="debugStageTabs")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for _ in self._parts:
            self.tabs.addTab("")
        self._across = QSplitter(Qt.Orientation.Horizontal)
        self._down = QSplitter(Qt.Orientation.Vertical)
        self._lay_out()
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self._arrange()

    def _lay_out(self) -> None:
        for view in self._parts[1:]:
            self._down.addWidget(view)
        self._across.addWidget(self._parts[0])
        self._across.addWidget(self._down)
        self._across.setStretchFactor(1, 1)
        self._across.setSizes([300, 520])
        self._down.setSizes([300] * (len(self._parts) - 1))
        for splitter in (self._down, self._across):
            splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._across, 1)

    def set_titles(self, titles: Sequence[tuple[str, str]]) -> None:
        """Name the parts, each with an explanation, in the language of the moment."""
        for tab, (title, explanation) in enumerate(titles):
            self.tabs.setTabText(tab, title)
            self.tabs.setTabToolTip(tab, explanation)

    def bring(self, part: QWidget) -> None:
        """See that a part is seen."""
        self.tabs.setCurrentIndex(self._parts.index(part))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put behind tabs what has no room any more."""
        super().resizeEvent(event)
        room = self.width() >= _WIDE, self.height() >= _HIGH
        if room != (self._is_wide, self._is_high):
            self._is_wide, self._is_high = room
            self._arrange()

    @Slot(int)
    def _on_tab_changed(self, _tab: int) -> None:
        self._arrange()

    def _arrange(self) -> None:
        """Show what has room, and tabs for what has not."""
        with QSignalBlocker(self.tabs):
            self.tabs.setTabVisible(0, not self._is_wide)
            if self._is_wide and self.tabs.currentIndex() == 0:
                self.tabs.setCurrentIndex(1)
        chosen = self.tabs.currentIndex()
        shows_views = self._is_wide or chosen > 0
        self.tabs.setVisible(not (self._is_wide and self._is_high))
        for place, view in enumerate(self._parts[1:], 1):
            view.setVisible(self._is_high or place == max(chosen, 1))
        self._down.setVisible(shows_views)
        self._parts[0].setVisible(self._is_wide or chosen == 0)
