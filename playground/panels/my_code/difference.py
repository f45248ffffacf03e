"""What a proposed text takes away and puts in, line by line, with its indentation."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase, QFontMetrics
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from playground.widgets.code.lights import line_light
from playground.widgets.look.colors import blend, chart_colors
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe

_ROWS = 10  # that are seen at once
_MOST = 2_000  # lines that are shown
_TINT = 0.16  # how much of a colour lies under a line


class Difference(LiveLook, QPlainTextEdit):
    """A difference of two texts to read; nothing in it can be changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="codeDifference")
        self.setReadOnly(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setTabChangesFocus(True)
        self.setVisible(False)
        self._texts = ("", "")
        self.restyle()
        self.retranslate()

    def show_texts(self, before: str, after: str) -> None:
        """Show what becomes of a text."""
        if (before, after) == self._texts:
            return
        from nn.own_code.indentation import difference

        self._texts = (before, after)
        lines = list(difference(before, after))
        shown = [*lines[:_MOST], "…"] if len(lines) > _MOST else lines
        self.setPlainText("\n".join(shown))
        self.restyle()

    def restyle(self) -> None:
        """Take the fixed font and the colours of the moment."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF())
        if font != self.document().defaultFont():
            self.document().setDefaultFont(font)
        rows = min(_ROWS, self.blockCount()) + 1  # one for the bar below
        self.setFixedHeight(rows * QFontMetrics(font).lineSpacing() + 2 * self.frameWidth() + 8)
        self._tint()

    def _tint(self) -> None:
        colors = chart_colors(self.palette())
        tints = {"-": colors.diverged, "+": colors.accent}
        lights = []
        block = self.document().begin()
        while block.isValid():
            color = tints.get(block.text()[:1])
            if color is not None:
                lights.append(line_light(block, blend(colors.background, color, _TINT)))
            block = block.next()
        self.setExtraSelections(lights)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        describe(self, self.tr("What is proposed"), self.tr("The lines that go, and those that come in their place."))
