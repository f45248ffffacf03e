"""The colours of Python in a text that is read or written."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat

from playground.widgets.code.spans import KEYWORD, NAME, NO_STRING, QUIET, coloured

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

    from playground.widgets.look.colors import ChartColors

TURN_S = 0.004
"""Work in one turn of the event loop: a long text that is opened gets its colours bit by bit."""


class PythonHighlighter(QSyntaxHighlighter):
    """Colours a document as it is changed, line by line."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.is_colouring = False
        """Whether what the document tells of at the moment is its colours and not its text."""
        self._formats: dict[str, QTextCharFormat] = {}
        self._spent = 0.0  # seconds in this turn
        self._waiting = -1  # the first line that waits for another turn, -1 for none
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._on_next_turn)

    def use(self, colors: ChartColors) -> None:
        """Take other colours."""
        self._formats = {KEYWORD: _format(colors.accent), NAME: _format(colors.text, is_bold=True)}
        self._formats[QUIET] = _format(colors.muted)
        self._waiting = 0
        self._next.start()

    def highlightBlock(self, text: str) -> None:
        """Colour one line, or leave it to another turn."""
        if not self._formats:
            return
        self._next.start()
        if self._spent > TURN_S:
            number = self.currentBlock().blockNumber()
            self._waiting = number if self._waiting < 0 else min(self._waiting, number)
            return
        begin = time.perf_counter()
        line = coloured(text, max(self.previousBlockState(), NO_STRING))
        self.setCurrentBlockState(line.open_at_end)
        for span in line.spans:
            self.setFormat(span.start, span.length, self._formats[span.look])
        self._spent += time.perf_counter() - begin

    @Slot()
    def _on_next_turn(self) -> None:
        self._spent = 0.0
        if self._waiting < 0:
            return
        block = self.document().findBlockByNumber(self._waiting)
        self._waiting = -1
        self.is_colouring = True
        while block.isValid() and self._waiting < 0:
            self.rehighlightBlock(block)
            block = block.next()
        self.is_colouring = False


def _format(color: QColor, *, is_bold: bool = False) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(color)
    if is_bold:
        made.setFontWeight(QFont.Weight.Bold)
    return made
