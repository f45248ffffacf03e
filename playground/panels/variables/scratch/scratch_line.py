"""A line to compute on: what is typed, what it comes to now, and the shapes of its parts."""

from __future__ import annotations

from operator import is_
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from nn.expressions import Expression
from nn.inspection.array_text import array_lines
from nn.inspection.number_texts import number_texts
from playground.panels.variables.scratch.entry import ScratchEntry
from playground.session.phrase import said
from playground.widgets.fields.tool_button import tool_button
from playground.widgets.layouts import in_column, in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.refreshing import READABLE_S, Importance, Refreshing
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from nn.expressions import Answer, Part
    from playground.session.session import Session

_Wrap = QPlainTextEdit.LineWrapMode


class ScratchLine(Refreshing, LiveLook, QWidget):
    """Computes an expression, and again whenever its numbers change: what stands there is true now."""

    importance = Importance.DETAIL
    least_gap = READABLE_S
    watch_requested = Signal(str)
    """A person wants to watch an expression: its text."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._scratch = session, session.scratch
        self._text = ""
        self._told: tuple[str, ...] = ()
        self._inputs: tuple[object, ...] = ()
        self._entry = ScratchEntry(self._scratch.completions, self)
        self._watch = tool_button("add", "scratchWatch", clicked=self._on_watch_clicked, enabled=False)
        self._result = QPlainTextEdit(self)
        self._result.setObjectName("scratchResult")
        self._result.setReadOnly(True)
        self._result.setTabChangesFocus(True)
        self._result.setFrameShape(QFrame.Shape.NoFrame)
        self._result.setMinimumHeight(self._result.fontMetrics().lineSpacing() + 8)
        row = in_row((self._entry, 1), self._watch, spacing=2)
        in_column(row, (self._result, 1), of=self, margins=(0, 2, 0, 0), spacing=3)
        self._connect()
        self.restyle()
        self.retranslate()

    def _connect(self) -> None:
        debugger, looking = self._session.debugger, self._session.looking
        self._entry.entered.connect(self._on_entered)
        code, last = self._session.own_code.scope, self._session.stepped_last
        for signal in (debugger.trace_changed, debugger.moved, looking.changed, code.changed, last.changed):
            signal.connect(self._on_numbers_changed)

    @Slot()
    def _on_numbers_changed(self) -> None:
        """Compute again soon: as long as nothing was asked, the window's clock need not go on for it."""
        if self._text:
            self.out_of_date()

    @Slot(str)
    def _on_entered(self, text: str) -> None:
        self._text = text
        self._scratch.remember(text)
        self._entry.remember(self._scratch.history)
        self.out_of_date()
        self.catch_up()

    @Slot()
    def _on_watch_clicked(self) -> None:
        self.watch_requested.emit(self._text)

    # ---- what it comes to

    def refresh(self) -> None:
        """Compute again, of the numbers of the moment."""
        if not self._text or self._is_up_to_date():
            return
        try:
            answer = self._scratch.compute(self._text)
        except (ValueError, LookupError) as error:
            self._watch.setEnabled(False)
            self._tell((said(error),), _Wrap.WidgetWidth)
        else:
            self._watch.setEnabled(bool(Expression.parse(self._text).names))
            self._tell((*self._value_lines(answer), *map(self._part_line, answer.parts)))

    def _is_up_to_date(self) -> bool:
        """Say whether it would come to the same as before: most steps change none of its numbers."""
        before, self._inputs = self._inputs, (self._text, *self._scratch.inputs(self._text))
        is_same = len(self._inputs) > 1 and len(self._inputs) == len(before)
        return is_same and all(map(is_, before, self._inputs))

    def _value_lines(self, answer: Answer) -> tuple[str, ...]:
        if isinstance(answer.value, tuple):
            return (str(tuple(int(size) for size in answer.value)),)
        shape, kind = answer.value.shape, answer.value.dtype
        about = self.tr("shape {shape}, {kind}").format(shape=shape, kind=kind) if shape else str(kind)
        first, *others = array_lines(answer.value)
        return (first, *others, about) if others else (f"{first}    {about}",)

    def _part_line(self, part: Part) -> str:
        if part.number is not None:
            return f"  {part.text} = {number_texts(part.number)[0]}"
        return self.tr("  {part}: shape {shape}").format(part=part.text, shape=part.shape)

    def _tell(self, lines: tuple[str, ...], wrap: _Wrap = _Wrap.NoWrap) -> None:
        if lines != self._told:
            self._told = lines
            self._result.setLineWrapMode(wrap)
            self._result.setPlainText("\n".join(lines))

    # ---- words and looks

    def restyle(self) -> None:
        """Write numbers below each other; what stands there without any is a sentence in the usual font."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF())
        self._result.document().setDefaultFont(font)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._entry.setPlaceholderText(self.tr("Calculate: max(abs(dW1)), dot(x, W1) + b1"))
        about = self.tr(
            "Type arithmetic over the book's names and press Enter: x @ W1 + b1, a1[0], x[x > 0], sum(y, axis=1), "
            "norm(dW1) / norm(W1), dot([[1, 2, 3], [10, 20, 30]], [1, 2, 3]). A name means what is known where the "
            "debugger stands, in your own code what it is there (self.out, grads['W1']), and without a debugger what "
            "the network makes of the sample that is shown. Up and Down bring back what was typed."
        )
        describe(self._entry, self.tr("Calculate"), about)
        describe(self._watch, self.tr("Watch this"), self.tr("Keep an eye on this expression: make it a watch."))
        self._result.setAccessibleName(self.tr("Result"))
        self._result.setPlaceholderText(self.tr("The result, the shapes of its parts."))
        self._result.setToolTip(self.tr("What it comes to now; below, the shape of each of its parts."))
        self._inputs = ()
        self.out_of_date()
