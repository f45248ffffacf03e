"""The worksheet: lines of arithmetic with what they give, and a field for the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from playground.lessons.readings import value_rows
from playground.panels.lessons.scatter import LessonScatter, can_be_seen
from playground.session.phrase import said
from playground.widgets.fields.text_line import TextLine
from playground.widgets.layouts import in_row
from playground.widgets.text.paragraph import Paragraph

if TYPE_CHECKING:
    from playground.lessons.asking.sheet import Line
    from playground.panels.lessons.wishes import Wishes


class LessonSheet(QFrame):
    """Looks like a Python session: a line, below it its value, and at its right shape and dtype."""

    def __init__(self, wishes: Wishes, parent: QWidget) -> None:
        super().__init__(parent, frameShape=QFrame.Shape.StyledPanel)
        self._lines: tuple[Line, ...] = ()
        self._wishes = wishes
        self._column = QVBoxLayout(self, spacing=2)
        self._column.setContentsMargins(6, 6, 6, 6)
        self._field = TextLine(self, objectName="lessonLine", maxLength=400)
        self._field.setFont(_fixed(self))
        self._field.setPlaceholderText(self.tr("the next line"))
        self._field.setAccessibleName(self.tr("The next line of the worksheet"))
        self._field.setToolTip(self.tr("Write a line as in Python: x <= 0, dot(x, W), y = x * 2. Enter computes it."))
        self._field.returnPressed.connect(self._on_written)
        self._compute = QPushButton(self.tr("Compute"), self, objectName="lessonCompute")
        self._compute.setToolTip(self.tr("Compute the line (Enter)."))
        self._compute.clicked.connect(self._on_written)
        self._column.addLayout(in_row((self._field, 1), self._compute, spacing=6))

    def first_control(self) -> QWidget:
        """Give the field for the next line."""
        return self._field

    def show_lines(self, lines: tuple[Line, ...], is_open: bool) -> None:
        """Show what was written so far; `is_open` says whether a line can be written now."""
        kept = len(self._lines) if lines[: len(self._lines)] == self._lines else 0
        if not kept:
            self._clear()
        for line in lines[kept:]:
            self._column.insertWidget(self._column.count() - 1, _line_widget(line, self))
        self._lines = lines
        for control in (self._field, self._compute):
            control.setVisible(is_open)

    def _clear(self) -> None:
        while self._column.count() > 1:
            item = self._column.takeAt(0)
            item.widget().deleteLater()

    def _on_written(self) -> None:
        text = self._field.text()
        if text.strip():
            self._field.clear()
            self._wishes.line.emit(text)


def _line_widget(line: Line, parent: QWidget) -> QWidget:
    """Return one line with its result."""
    whole = QWidget(parent)
    column = QVBoxLayout(whole, spacing=0)
    column.setContentsMargins(0, 0, 0, 4)
    written = Paragraph("", whole)
    written.setFont(_fixed(parent))
    written.show_plain(f">>> {line.text}")
    column.addWidget(written)
    if line.value is None:
        trouble = Paragraph("", whole)
        trouble.show_plain(said(line.trouble))
        column.addWidget(trouble)
        return whole
    result = Paragraph("", whole)
    result.setFont(_fixed(parent))
    column.addWidget(result)
    if line.is_shape:
        result.show_plain(str(tuple(line.value.tolist())))
        return whole
    result.show_plain("\n".join(value_rows(line.value)))
    about = Paragraph("", whole)
    about.show_plain("  ".join(filter(None, (line.name, str(line.value.shape), str(line.value.dtype)))))
    about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    column.addWidget(about)
    if can_be_seen(line.value):
        column.addWidget(LessonScatter(line.value, line.name, whole))
    return whole


def _fixed(widget: QWidget) -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(widget.font().pointSizeF())
    return font
