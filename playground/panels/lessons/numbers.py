"""Live numbers beside those of the book, with a tick or a cross."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from playground.panels.lessons.labels import Sign
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.steady_label import SteadyLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playground.lessons.readings import Reading

    Named = tuple[str, Reading]


class LessonNumbers(LiveLook, QFrame):
    """One block a number: its name and sign, what there is now, and below it what should be.

    The numbers change while training runs, their rows hardly ever: rows are made anew only when there are
    others, and the figures stand in labels that move nothing.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, frameShape=QFrame.Shape.StyledPanel)
        self._numbers: tuple[Named, ...] = ()
        self._signs: list[Sign] = []
        self._now: list[list[SteadyLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(6, 6, 4, 6)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(2, 1)
        self.hide()

    def show_numbers(self, numbers: Sequence[Named]) -> None:
        """Show numbers; none hide the table."""
        before, self._numbers = self._numbers, tuple(numbers)
        if list(map(_form, before)) != list(map(_form, self._numbers)):
            self._build()
        self._refresh()
        self.setVisible(bool(self._numbers))

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._build()
        self._refresh()

    def _build(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            item.widget().deleteLater()
        self._signs, self._now = [], []
        for number in self._numbers:
            self._add(number)

    def _add(self, named: Named) -> None:
        label, number = named
        sign = Sign(self)
        name = self._figure(label)
        name.setToolTip(self.tr("{formula}, in the names of the book's programs").format(formula=number.name))
        row = self._grid.rowCount()
        self._grid.addWidget(sign, row, 0)
        self._grid.addWidget(name, row, 1, 1, 2)
        lines = _lines(number)
        now = [self._figure(text) for text in (number.now or ("",)) + ("",) * (lines - len(number.now or ("",)))]
        self._add_lines(row + 1, self.tr("now"), self.tr("The value in your network at this moment"), now)
        if number.expected:
            expected = [self._figure(text) for text in number.expected]
            wanted = self.tr("What the value is when everything is as the step says")
            self._add_lines(row + 1 + lines, self.tr("expected"), wanted, expected)
        self._signs.append(sign)
        self._now.append(now)

    def _add_lines(self, row: int, caption: str, explanation: str, labels: list[SteadyLabel]) -> None:
        title = QLabel(caption, self)
        title.setToolTip(explanation)
        title.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._grid.addWidget(title, row, 0, 1, 2, Qt.AlignmentFlag.AlignTop)
        for place, label in enumerate(labels):
            label.setToolTip(explanation)
            self._grid.addWidget(label, row + place, 2)

    def _figure(self, text: str) -> SteadyLabel:
        label = SteadyLabel(self)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF())
        label.setFont(font)
        label.setText(text)
        return label

    def _refresh(self) -> None:
        for (label, number), sign, figures in zip(self._numbers, self._signs, self._now, strict=True):
            texts = number.now or (self.tr("not there yet"),)
            for place, figure in enumerate(figures):
                figure.setText(texts[place] if place < len(texts) else "")
            self._say(label, number, sign)

    def _say(self, label: str, number: Reading, sign: Sign) -> None:
        if number.is_right is None:
            sign.show_sign("", "")
        elif number.is_right:
            sign.show_sign("tick", self.tr("Right: {name} is as expected").format(name=label))
        else:
            sign.show_sign("ahead", self.tr("Not yet: {name} is not as expected").format(name=label))


def _lines(number: Reading) -> int:
    return max(len(number.now), len(number.expected), 1)


def _form(named: Named) -> tuple[str, int, tuple[str, ...]]:
    """Return what rows are made from; the figures of the moment only fill them."""
    label, number = named
    return label, _lines(number), number.expected
