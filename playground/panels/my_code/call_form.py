"""The lines that let the code do something, to be edited: as text, and what goes in as numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from playground.panels.my_code.value_text import shape_words
from playground.panels.my_code.values.table import TitledTable
from playground.session.own_code.call_inputs import inputs_of, with_input
from playground.widgets.fields.quiet_fields import Choice, ChoiceBox
from playground.widgets.layouts import STRETCH, in_column, in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QShowEvent

    from playground.session.own_code.recording_job import RecordedCode
    from playground.widgets.matrix.model import Block

_MOST_LINES, _LEAST_LINES = 7, 5


class CallForm(LiveLook, QWidget):
    """Shows what was run, and asks for it to be run in another way."""

    wanted = Signal(str)
    """These lines are to be run."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._result: RecordedCode | None = None
        self._inputs: dict[str, NDArray[np.generic]] = {}
        self.text = QPlainTextEdit(objectName="codeCall", tabChangesFocus=True)
        self._again = QPushButton(objectName="codeRunAgain")
        self._again.clicked.connect(self._on_again)
        self._name = ChoiceBox()
        self._name.setObjectName("codeInput")
        self._name.setEnabled(False)
        self._name.value_edited.connect(self._on_name_edited)
        self.table = TitledTable("codeInputTable")
        self.table.block_edited.connect(self._on_block_edited)
        right = in_column(self._again, self._name, STRETCH, spacing=4)
        in_row((self.text, 4), (self.table, 3), right, of=self, spacing=6)
        self.retranslate()

    def show_result(self, result: RecordedCode) -> None:
        """Show what was run last; what is being typed stays."""
        if result is self._result:
            return
        self._result = result
        if not self.text.hasFocus() and self.text.toPlainText() != result.call:
            self.text.setPlainText(result.call)
        self._inputs = dict(inputs_of(result.call, result.recorded))
        before = self._name.value()
        self._name.set_choices([Choice(name, name) for name in self._inputs])
        if self._inputs:
            self._name.show_value(before if before in self._inputs else next(iter(self._inputs)))
        self._name.setEnabled(bool(self._inputs))
        for part in (self._name, self.table):
            part.setVisible(bool(self._inputs))
        self._show_input()
        lines = min(max(self.text.blockCount(), _LEAST_LINES), _MOST_LINES)
        self.setFixedHeight(lines * self.text.fontMetrics().lineSpacing() + 16)

    def _show_input(self) -> None:
        name = self._name.value()
        if name in self._inputs and self.isVisible():
            array = self._inputs[name]
            about = self.tr("{shape}: type other numbers").format(shape=shape_words(array.shape))
            self.table.show_array(about, name, array, editable=array.dtype != bool)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the numbers as soon as they are seen."""
        super().showEvent(event)
        self._show_input()

    # ---- what a person does

    @Slot(object)
    def _on_name_edited(self, _name: str) -> None:
        self._show_input()

    @Slot(object, object)
    def _on_block_edited(self, block: Block, numbers: NDArray[np.float64]) -> None:
        name = self._name.value()
        if name not in self._inputs or self._result is None:
            return
        array = np.array(self._inputs[name])
        whole = bool(np.all(numbers == np.round(numbers)))
        if array.dtype.kind != "f" and not (whole and array.dtype.kind == "i"):
            array = array.astype(float)
        table = array.reshape(1, -1) if array.ndim < 2 else array.reshape(len(array), -1)
        table[block.top : block.bottom + 1, block.left : block.right + 1] = numbers
        text = with_input(self._result.call, name, array)
        self.text.setPlainText(text)
        self.wanted.emit(text)

    @Slot()
    def _on_again(self) -> None:
        self.wanted.emit(self.text.toPlainText())

    def retranslate(self) -> None:
        """Set every visible text in the language of the moment."""
        describe(self.text, self.tr("Call"), self.tr("The lines that let your class do something. np is there."))
        self._again.setText(self.tr("Run again"))
        describe(self._again, self.tr("Run again"), self.tr("Run these lines, recorded."))
        self._name.setAccessibleName(self.tr("What goes in"))
        self._name.explain(self.tr("What goes into your code: type other numbers, and it runs again at once."))
        self._show_input()
