"""The switch between the book's form of loss and update and their elementary circles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.widgets.fields.quiet_fields import Choice, ChoiceBox
from playground.widgets.look.live_look import LiveLook
from playground.widgets.settings_file import settings_file

if TYPE_CHECKING:
    from playground.session.session import Session

_KEY = "debugger/form"
_FORMS = ("book", "elementary")
_LETTERS = 11


class FormSwitch(LiveLook, ChoiceBox):
    """Chooses how loss and update are written in all views of the debugger; kept with the person's settings."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stepped = session.debugger.stepped
        self._file = settings_file()
        self.setObjectName("debugForm")
        self.setMinimumContentsLength(_LETTERS)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._stepped.form_changed.connect(self.show_value)
        self.value_edited.connect(self._on_edited)
        kept = self._file.value(_KEY)
        if kept in _FORMS:
            self._stepped.set_form(kept)
        self.retranslate()
        self.show_value(self._stepped.form)

    @Slot(object)
    def _on_edited(self, form: str) -> None:
        self._file.setValue(_KEY, form)
        self._stepped.set_form("elementary" if form == "elementary" else "book")

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        book = self.tr(
            "Loss and update as the book writes them: softmax and cross-entropy each as one box, whose gradient is "
            "(y - t) / N; Adam with m, v, lr_t and 1e-7."
        )
        elementary = self.tr(
            "Loss and update in the circles that the program goes through: log-sum-exp, which cannot overflow; "
            "Adam with M = m / (1 - β1) and V = v / (1 - β2), which takes two passes less. The numbers are the same."
        )
        self.set_choices(
            [Choice("book", self.tr("As in the book"), book), Choice("elementary", self.tr("Elementary"), elementary)]
        )
        self.setAccessibleName(self.tr("Form of loss and update"))
        self.explain(self.tr("How loss and update are written, in all views of the debugger."))
