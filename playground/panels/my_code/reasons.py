"""What a verdict rests on, line by line: as high as it needs where there is room, and scrolled where there is not."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

_CODE = re.compile("`([^`]*)`")
_LEAST_LINES = 3


class Reasons(QScrollArea):
    """Sentences in which code looks like code; of those that came last none is out of sight."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lines: tuple[str, ...] = ()
        self._tells_last = False
        self.verticalScrollBar().rangeChanged.connect(self._show_last)
        self._label = QLabel(wordWrap=True, objectName=name, textFormat=Qt.TextFormat.RichText)
        self._label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setWidget(self._label)
        self.viewport().setAutoFillBackground(False)
        self._label.setAutoFillBackground(False)

    def show_lines(self, lines: Sequence[str], changes: Sequence[str] = (), *, tells_last: bool = False) -> None:
        """Show sentences, and below them lines of code that go and come.

        Parameters
        ----------
        lines, changes : sequence of str
        tells_last : bool
            Whether the last ones are what a person has just asked for, and not the first.
        """
        self._tells_last = tells_last
        shown = (*lines, *changes)
        if shown != self._lines:
            self._lines = shown
            html_lines = [*map(_sentence, lines), *map(_code, changes)]
            self._label.setText("<br>".join(html_lines))
            self._label.setAccessibleName("\n".join(shown))
            self.updateGeometry()
        self._show_last()
        self.setVisible(bool(shown))

    @Slot()
    def _show_last(self) -> None:
        if self._tells_last:
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height: in another width the sentences break elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _wanted_height(self) -> int:
        return self._label.heightForWidth(max(self.viewport().width(), 1))

    def sizeHint(self) -> QSize:
        """Give the height of all sentences."""
        return QSize(0, self._wanted_height())

    def minimumSizeHint(self) -> QSize:
        """Give a few lines, or all of them where they are fewer."""
        return QSize(0, min(self._wanted_height(), _LEAST_LINES * self._label.fontMetrics().lineSpacing()))


def _sentence(text: str) -> str:
    return _CODE.sub(r"<code>\1</code>", html.escape(text, quote=False))


def _code(text: str) -> str:
    return f"<code>{html.escape(text, quote=False).replace(' ', '&nbsp;')}</code>"
