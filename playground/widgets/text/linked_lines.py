"""Lines of arithmetic in which every number can be followed to where it came from."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QUrl, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextBrowser, QToolTip, QWidget

from playground.widgets.look.colors import chart_colors
from playground.widgets.look.live_look import LiveLook

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent

    from nn.trace import Explanation
    from nn.trace.expressions import Piece as Cut


_APART = 4  # px between two lines


class Piece(NamedTuple):
    """A stretch of a line.

    Attributes
    ----------
    text : str
    link : int or None
        What is reported when it is followed, None if it leads nowhere.
    """

    text: str
    link: int | None = None


class ElementText(LiveLook, QTextBrowser):
    """Shows lines of pieces, wrapped between words; copies all of them when nothing is selected."""

    followed = Signal(int)
    """The link of the piece that a person chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[tuple[Piece, ...], ...] = ()
        self._quiet: tuple[Piece, ...] = ()
        self._about: Callable[[int], str] = str
        self.setUndoRedoEnabled(False)
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(6)
        self.anchorClicked.connect(self._on_anchor_clicked)

    def show_lines(
        self, lines: Sequence[Sequence[Piece]], about: Callable[[int], str], quiet: Sequence[Piece] = ()
    ) -> None:
        """Show other lines.

        Parameters
        ----------
        lines : sequence of sequence of Piece
            The last one is the result.
        about : callable
            Gives the text on hover of a link: most are never asked.
        quiet : sequence of Piece
            A remark below them.
        """
        self._lines, self._about, self._quiet = tuple(map(tuple, lines)), about, tuple(quiet)
        self._write()

    @property
    def plain(self) -> str:
        """The lines as text."""
        lines = [*self._lines, self._quiet] if self._quiet else self._lines
        return "\n".join("".join(piece.text for piece in line) for line in lines)

    def links(self) -> list[int]:
        """Give the links in the order in which they stand, each as often as it stands."""
        return [piece.link for line in (*self._lines, self._quiet) for piece in line if piece.link is not None]

    @Slot()
    def copy_all(self) -> None:
        """Put all lines on the clipboard."""
        QApplication.clipboard().setText(self.plain)

    def _write(self) -> None:
        """Write the pieces with their looks: Qt takes twice as long to read the same as HTML, at each step."""
        colors, plain = chart_colors(self.palette()), self.palette().color(QPalette.ColorRole.Text)
        paragraphs = [(line, _look(plain)) for line in self._lines]
        if paragraphs:
            paragraphs[-1][1].setFontWeight(QFont.Weight.DemiBold)
        if self._quiet:
            paragraphs.append((self._quiet, _look(colors.muted)))
        apart = QTextBlockFormat()
        apart.setBottomMargin(_APART)
        writer = QTextCursor(self.document())
        writer.beginEditBlock()
        writer.select(QTextCursor.SelectionType.Document)
        writer.removeSelectedText()
        for number, (line, look) in enumerate(paragraphs):
            if number:
                writer.insertBlock(apart)
            else:
                writer.setBlockFormat(apart)
            for piece in line:
                writer.insertText(
                    _unbroken(piece.text), look if piece.link is None else _link(colors.accent, look, piece.link)
                )
        writer.endEditBlock()
        self.setTextCursor(QTextCursor(self.document()))
        self.verticalScrollBar().setValue(0)

    @Slot(QUrl)
    def _on_anchor_clicked(self, url: QUrl) -> None:
        self.followed.emit(int(url.toString().removeprefix("#")))

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy text only: the colours of the links mean nothing elsewhere."""
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText())
        return data

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy everything where nothing is selected."""
        if event.matches(QKeySequence.StandardKey.Copy) and not self.textCursor().hasSelection():
            self.copy_all()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Explain the link under the pointer."""
        if isinstance(event, QHelpEvent):
            link = self.anchorAt(self.viewport().mapFrom(self, event.pos())).removeprefix("#")
            QToolTip.showText(event.globalPos(), self._about(int(link)) if link else "", self)
            return True
        return super().event(event)

    def restyle(self) -> None:
        """Take the colours and the font of the moment."""
        self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay at the top: lines that are wrapped anew are read from their start."""
        super().resizeEvent(event)
        self.verticalScrollBar().setValue(0)


def _look(color: QColor) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(color)
    return look


def _link(color: QColor, look: QTextCharFormat, link: int) -> QTextCharFormat:
    """Give the look of a link among others: its own colour, and no line below it."""
    own = QTextCharFormat(look)
    own.setForeground(color)
    own.setAnchor(True)
    own.setAnchorHref(f"#{link}")
    return own


def _unbroken(text: str) -> str:
    """Keep "…(778 more)" in one line."""
    if "…(" not in text:
        return text
    return re.sub(r"…\([^)]*\)", lambda found: found.group().replace(" ", "\N{NO-BREAK SPACE}"), text)


def pieces_of(explanation: Explanation) -> tuple[list[Piece], list[Piece], list[Piece]]:
    """Give the lines symbols, numbers and result in pieces whose links are places in `explanation.sources`."""
    symbols = _linked(explanation, explanation.symbol_pieces)
    numbers = _linked(explanation, explanation.number_pieces)
    return symbols, numbers, [Piece(explanation.result)]


def symbols_said(explanation: Explanation) -> str:
    """Give the line of symbols, with the count of what is left out in the language of the moment."""
    return _said(explanation.symbols, explanation.left_out)


def _linked(explanation: Explanation, cuts: Iterable[Cut]) -> list[Piece]:
    places = {leaf: place for place, leaf in enumerate(explanation.sources)}
    linked = ((cut.text, None if cut.leaf is None else places[cut.leaf]) for cut in cuts)
    return [Piece(_said(text, explanation.left_out), link) for text, link in linked if text]


def _said(text: str, left_out: int) -> str:
    more = QCoreApplication.translate("ElementPieces", "{count} more").format(count=left_out)
    return text.replace(f"…({left_out} more)", f"…({more})")
