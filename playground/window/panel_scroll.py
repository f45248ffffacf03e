"""What scrolls a panel in a dock that is smaller than what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

LEAST_WIDTH, LEAST_HEIGHT = 240, 120  # px of a panel, whatever is in it: it scrolls


class PanelScroll(QScrollArea):
    """Makes a panel as large as itself, or as large as the panel has to be at the least.

    Qt's own way of doing so asks anew while the panel is being resized. What asks for another height at another width
    then goes to and fro between two sizes until the stack is full.
    """

    def __init__(self, panel: QWidget, least_height: int = LEAST_HEIGHT) -> None:
        super().__init__(frameShape=QFrame.Shape.NoFrame)
        self._is_fitting = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in the panel takes the focus
        self.setMinimumSize(LEAST_WIDTH, least_height)
        self.setViewport(QWidget())  # one that Python knows: to find out what Qt's own is, PySide makes all it could be
        self.setWidget(panel)
        panel.setAutoFillBackground(False)  # the window's own is painted already

    @property
    def least_width(self) -> int:
        """How wide this has to be so that nothing scrolls sideways, also beside a bar that scrolls down."""
        return _least(self.widget(), 0).width() + self.verticalScrollBar().sizeHint().width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the panel have the room that there is now."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at what the panel needs when that is something else, or when it is shown."""
        seen = super().eventFilter(watched, event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show) and watched is self.widget():
            self._fit()
        return seen

    def _fit(self) -> None:
        panel = self.widget()
        if panel is None or self._is_fitting or panel.isHidden():
            return
        self._is_fitting = True
        room, bar = self.maximumViewportSize(), self.verticalScrollBar().sizeHint().width()
        least = _least(panel, room.width())
        if least.height() > room.height():
            room.setWidth(room.width() - bar)
            least = _least(panel, room.width())
        if least.width() > room.width():
            room.setHeight(room.height() - bar)
        panel.resize(room.expandedTo(least))
        self._is_fitting = False


def _least(panel: QWidget, width: int) -> QSize:
    """Return the least size of a panel that is to be so wide."""
    fixed, least = panel.minimumSize(), panel.minimumSizeHint()
    least = QSize(fixed.width() or least.width(), fixed.height() or least.height())
    layout = panel.layout()
    if layout is not None and layout.hasHeightForWidth() and not fixed.height():
        least.setHeight(max(least.height(), layout.totalMinimumHeightForWidth(max(width, least.width()))))
    return least
