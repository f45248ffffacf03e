"""The form of one breakpoint: its conditions, each with its options, joined by "and"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from nn.breakpoints import CONDITIONS, Breakpoint, Condition
from playground.panels.breakpoint_words import kind_word
from playground.panels.variables.breakpoints.options import BreakpointOptions
from playground.session.phrase import said
from playground.widgets.fields.options_form import OptionLike, OptionsForm
from playground.widgets.fields.quiet_fields import Choice, ChoiceBox
from playground.widgets.fields.text_line import TextLine
from playground.widgets.fields.tool_button import tool_button
from playground.widgets.layouts import STRETCH, in_column, in_row
from playground.widgets.look.icons import icon
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe, on_hover

if TYPE_CHECKING:
    from playground.session.session import Session


class TextEntry(TextLine):
    """Line edit with the interface of the other fields; emits `value_edited` when a person finished another text."""

    value_edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = ""
        self.editingFinished.connect(self._on_editing_finished)

    def show_value(self, value: str) -> None:
        """Show a text without reporting it; what is being typed stays while the value is the same."""
        if value != self._value:
            self._value = value
            self.setText(value)

    @Slot()
    def _on_editing_finished(self) -> None:
        if self.text() != self._value:
            self._value = self.text()
            self.value_edited.emit(self._value)


class ConditionOptions(OptionsForm):
    """An options form that takes free texts, too: the place of a number in an array is one."""

    def _add(self, option: OptionLike) -> None:
        if not isinstance(option.default, str) or option.choices:
            super()._add(option)
            return
        field = TextEntry()
        field.setObjectName(option.name)
        field.value_edited.connect(self._on_value_edited)
        self.add_field(option.name, field)


class ConditionFields(QWidget):
    """One condition: its kind, and its options."""

    edited = Signal(object)
    """Condition: what a person made of it."""
    removal_requested = Signal()
    refused = Signal(str)

    def __init__(self, options: BreakpointOptions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options = options
        self._condition = Condition("place")
        self._kind = ChoiceBox(self)
        self._kind.setObjectName("conditionKind")
        self._remove = tool_button("remove", "conditionRemove", clicked=self.removal_requested)
        self._about = QLabel(self, wordWrap=True)
        self._form = ConditionOptions(self._text_of, self)
        in_column(in_row((self._kind, 1), self._remove), self._about, self._form, of=self, spacing=4)
        self._kind.value_edited.connect(self._on_kind_edited)
        self._form.option_edited.connect(self._on_option_edited)
        self._form.refused.connect(self.refused)

    def show_condition(self, condition: Condition, can_be_removed: bool) -> None:
        """Show a condition; the last one of a breakpoint cannot be removed."""
        self._condition = condition
        self._remove.setVisible(can_be_removed)
        self._kind.show_value(condition.kind)
        self._about.setText(kind_word(condition.kind).explanation)
        self._form.set_options(self._options.offered(condition))
        self._form.show_values(self._options.shown(condition))

    def retranslate(self) -> None:
        """Ask for every text again."""
        words = {name: kind_word(name) for name in CONDITIONS}
        self._kind.set_choices([Choice(name, word.label, word.explanation) for name, word in words.items()])
        self._kind.setAccessibleName(self.tr("Kind of condition"))
        self._kind.explain(self.tr("What the breakpoint waits for."))
        describe(self._remove, self.tr("Remove this condition"))
        self._about.setText(kind_word(self._condition.kind).explanation)
        self._form.retranslate()

    def _text_of(self, option: OptionLike) -> Any:
        return self._options.text_of(self._condition.kind, option)

    @Slot(object)
    def _on_kind_edited(self, kind: str) -> None:
        self.edited.emit(Condition(kind))

    @Slot(str, object)
    def _on_option_edited(self, name: str, value: Any) -> None:
        try:
            condition = self._options.chosen(self._condition, name, value)
        except (TypeError, ValueError) as error:
            self.refused.emit(said(error))
            return
        self.edited.emit(condition)


class BreakpointForm(LiveLook, QWidget):
    """Edits a breakpoint; every edit is reported at once."""

    edited = Signal(object)
    """Breakpoint: what a person made of it."""
    close_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options = BreakpointOptions(session)
        self._breakpoint = Breakpoint.when("place")
        self._parts: list[ConditionFields] = []
        self._column = in_column(spacing=8)
        self._refusal = QLabel(self, wordWrap=True, visible=False)
        self._and = QPushButton(icon("add"), "", self, objectName="conditionAdd")
        self._and.clicked.connect(self._on_and_clicked)
        self._close = QPushButton(icon("tick"), "", self, objectName="breakpointDone")
        self._close.clicked.connect(self.close_requested)
        row = in_row(self._and, STRETCH, self._close)
        in_column(self._column, self._refusal, row, STRETCH, of=self, margins=(10, 6, 10, 8))
        self.retranslate()

    def show_breakpoint(self, breakpoint_: Breakpoint) -> None:
        """Show a breakpoint."""
        self._breakpoint = breakpoint_
        self._refuse("")
        while len(self._parts) > len(breakpoint_.conditions):
            part = self._parts.pop()
            self._column.removeWidget(part)
            part.blockSignals(True)  # what is still being typed in it belongs to no condition
            part.deleteLater()
        while len(self._parts) < len(breakpoint_.conditions):
            self._add_part()
        for part, condition in zip(self._parts, breakpoint_.conditions, strict=True):
            part.show_condition(condition, len(self._parts) > 1)

    def _add_part(self) -> None:
        part = ConditionFields(self._options, self)
        part.retranslate()
        part.edited.connect(self._on_part_edited)
        part.removal_requested.connect(self._on_part_removed)
        part.refused.connect(self._refuse)
        self._parts.append(part)
        self._column.addWidget(part)

    @Slot(object)
    def _on_part_edited(self, condition: Condition) -> None:
        place = self._parts.index(self.sender())
        conditions = list(self._breakpoint.conditions)
        conditions[place] = condition
        self.edited.emit(replace(self._breakpoint, conditions=tuple(conditions)))

    @Slot()
    def _on_part_removed(self) -> None:
        place = self._parts.index(self.sender())
        conditions = self._breakpoint.conditions
        self.edited.emit(replace(self._breakpoint, conditions=(*conditions[:place], *conditions[place + 1 :])))

    @Slot()
    def _on_and_clicked(self) -> None:
        more = (*self._breakpoint.conditions, Condition("threshold"))
        self.edited.emit(replace(self._breakpoint, conditions=more))

    @Slot(str)
    def _refuse(self, message: str) -> None:
        self._refusal.setText(message)
        self._refusal.setVisible(bool(message))

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._and.setText(self.tr("And…"))
        on_hover(self.tr("Add a condition: the breakpoint stops when all of them hold at once."), self._and)
        self._close.setText(self.tr("Done"))
        on_hover(self.tr("Close the form; every change is made already, and can be undone."), self._close)
        for part in self._parts:
            part.retranslate()
