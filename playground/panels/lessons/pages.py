"""The list of lessons and the lesson that is open, one in front of the other."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout


class Pages(QStackedLayout):
    """As high as the page in front has to be: Qt gives a page the room that the largest would like."""

    def heightForWidth(self, width: int) -> int:
        """Give the least height of the page in front."""
        page = self.currentWidget()
        layout = None if page is None else page.layout()
        return super().heightForWidth(width) if layout is None else layout.totalMinimumHeightForWidth(width)
