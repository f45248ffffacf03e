"""The row of the weights panel in which something is done to many numbers at once."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QStackedWidget, QWidget

from playground.panels.weights.operations import operation_word, operations, scope_word
from playground.widgets.fields.number_entry import NumberEntry
from playground.widgets.fields.quiet_fields import Choice, ChoiceBox
from playground.widgets.layouts import in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe, on_hover

_MOST_SEED = 2**31 - 1


class Order(NamedTuple):
    """What is to be done.

    Attributes
    ----------
    operation
        A name in `operations`.
    amount
        The number it asks for, 0 if it asks for none.
    seed
        Of its random numbers.
    scope
        What it is to be done to.
    """

    operation: str
    amount: float
    seed: int
    scope: str


class WeightTools(LiveLook, QWidget):
    """Choose an operation, its number and what it is done to; Apply asks for it."""

    ordered = Signal(object)
    """Order."""
    refused = Signal(str)
    """Why a number was not taken."""

    def __init__(self, seed: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations()
        self._operation = ChoiceBox()
        self._scope = ChoiceBox()
        self._amounts = QStackedWidget(objectName="weightAmount")
        self._entries: dict[str, NumberEntry] = {}
        self._seed = NumberEntry(0, _MOST_SEED, whole=True)
        self._seed_label = QLabel()
        for field, name in ((self._operation, "Operation"), (self._scope, "Scope"), (self._seed, "Seed")):
            field.setObjectName(f"weight{name}")
        self._apply = QPushButton(objectName="applyToWeights")
        self._build(seed)
        self._lay_out()
        self.retranslate()

    def _build(self, seed: int) -> None:
        for name, operation in self._operations.items():
            if operation.amount is not None:
                amount = operation.amount
                entry = NumberEntry(amount.minimum, amount.maximum, amount.whole)
                entry.show_value(amount.default)
                entry.refused.connect(self.refused)
                self._entries[name] = entry
                self._amounts.addWidget(entry)
        self._seed.show_value(seed)
        self._seed.refused.connect(self.refused)
        self._seed_label.setBuddy(self._seed)
        self._operation.show_value("fill")
        self._operation.value_edited.connect(self._show_operation)
        self._scope.value_edited.connect(self._explain_scope)
        self._apply.clicked.connect(self._on_apply_clicked)

    def _lay_out(self) -> None:
        digit = self.fontMetrics().horizontalAdvance("0")
        self._amounts.setFixedWidth(9 * digit)
        self._amounts.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._seed.setFixedWidth(7 * digit)
        self._operation.setMinimumContentsLength(14)
        self._scope.setMinimumContentsLength(11)
        in_row(
            (self._operation, 3),
            self._amounts,
            self._seed_label,
            self._seed,
            (self._scope, 2),
            self._apply,
            of=self,
            spacing=6,
        )

    def order(self) -> Order:
        """Give what is chosen."""
        name = self._operation.value()
        entry = self._entries.get(name)
        return Order(name, 0.0 if entry is None else entry.value(), int(self._seed.value()), self._scope.value())

    @Slot()
    def _on_apply_clicked(self) -> None:
        self.ordered.emit(self.order())

    @Slot()
    def _show_operation(self) -> None:
        operation = self._operations[self._operation.value()]
        entry = self._entries.get(self._operation.value())
        self._amounts.setVisible(entry is not None)
        if entry is not None:
            self._amounts.setCurrentWidget(entry)
        self._seed.setVisible(operation.draws)
        self._seed_label.setVisible(operation.draws)
        scope = self._scope.value() if self._scope.value() in operation.scopes else operation.scopes[0]
        self._scope.set_choices(Choice(each, *scope_word(each)) for each in operation.scopes)
        self._scope.show_value(scope)
        self._explain_scope()

    @Slot()
    def _explain_scope(self) -> None:
        self._scope.explain(self.tr("What it is done to."))
        self._operation.explain(self.tr("What is done to the numbers. Undo takes it back."))

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._operation.set_choices(Choice(name, *operation_word(name)) for name in self._operations)
        self._operation.setAccessibleName(self.tr("Operation"))
        self._scope.setAccessibleName(self.tr("Done to"))
        for name, entry in self._entries.items():
            about = self.tr("The number for it; a decimal point or a decimal comma.")
            describe(entry, operation_word(name)[0], about)
        self._seed_label.setText(self.tr("Seed"))
        self._seed.setAccessibleName(self.tr("Seed"))
        on_hover(self.tr("Which random numbers: the same seed draws the same ones."), self._seed, self._seed_label)
        self._apply.setText(self.tr("Apply"))
        apply = self.tr("Do it, as one step to undo. The line at the bottom of the window shows what came of it.")
        on_hover(apply, self._apply)
        self._show_operation()
