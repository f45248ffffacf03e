"""A text of several lines whose room is given to it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class SteadyParagraph(QLabel):
    """A wrapped text that takes the room it gets: another text moves nothing around it.

    A plain QLabel asks for another height at each width, and with it for a new layout of the whole panel.
    """

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent, wordWrap=True, objectName=name)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def hasHeightForWidth(self) -> bool:
        """Say that the height is no question of the width."""
        return False
