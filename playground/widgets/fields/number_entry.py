"""An exact number entry: it shows every digit a value has and never changes a value by showing it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from playground.widgets.fields.complaint import complain
from playground.widgets.fields.undo_while_typing import UndoWhileTyping

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


def number_text(value: float) -> str:
    """Write a number with as many digits as bring back exactly the same number."""
    return repr(value).removesuffix(".0")


def parse_number(text: str, whole: bool = False) -> float | int:
    """Read a number as people write it.

    A single comma is a decimal comma, several are thousands separators, as are commas before a point:
    ``0,01``, ``1,234.5``, ``60,000,000``. In whole numbers a comma always separates thousands.

    Raises
    ------
    ValueError
        If the text is no finite number.
    """
    text = text.strip().replace(" ", "").replace("_", "")
    if whole:
        return int(text.replace(",", ""))
    separates_thousands = "." in text or text.count(",") > 1
    value = float(text.replace(",", "" if separates_thousands else "."))
    if not math.isfinite(value):
        raise ValueError(f"{text!r} is not a finite number")
    return value


class NumberEntry(UndoWhileTyping, QLineEdit):
    """Line edit for one number; emits `value_edited` when a person finishes typing another value.

    A text that is no number, or outside the limits, is put back and reported by `refused`. Escape puts the
    value back too. An entry that is optional may be empty: its value is None.
    """

    value_edited = Signal(object)
    refused = Signal(str)

    def __init__(
        self,
        minimum: float | None = None,
        maximum: float | None = None,
        whole: bool = False,
        parent: QWidget | None = None,
        *,
        optional: bool = False,
    ) -> None:
        super().__init__(parent)
        self._minimum = -math.inf if minimum is None else minimum
        self._maximum = math.inf if maximum is None else maximum
        self._whole = whole
        self._is_optional = optional
        self._value: float | int | None = None if optional else 0
        self._show()
        self.editingFinished.connect(self._on_editing_finished)

    def value(self) -> float | int | None:
        """Give the exact value, whatever is being typed; None for an empty one."""
        return self._value

    def show_value(self, value: float | int | None) -> None:
        """Show a value without reporting it; text being typed stays while the value is the same."""
        if value != self._value:
            self._value = value
            self._show()

    def is_typing(self) -> bool:
        """Say whether there is a text that nobody has taken yet."""
        return self.isModified()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape put the value back."""
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self._show()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        self.setText("" if self._value is None else number_text(self._value))  # also clears isModified
        self.setCursorPosition(0)

    @Slot()
    def _on_editing_finished(self) -> None:
        if not self.isModified():
            return
        try:
            value = self._read(self.text())
        except ValueError:
            reason = self._refusal(self.text())
            self._show()
            complain(self, reason)
            self.refused.emit(reason)
            return
        changed = value != self._value
        self._value = value
        self._show()
        if changed:
            self.value_edited.emit(value)

    def _read(self, text: str) -> float | int | None:
        if self._is_optional and not text.strip():
            return None
        value = parse_number(text, self._whole)
        if not self._minimum <= value <= self._maximum:
            raise ValueError(f"{value} is outside the limits")
        return value

    def _refusal(self, text: str) -> str:
        name, low, high = self.accessibleName(), self._minimum, self._maximum
        if math.isfinite(low) and math.isfinite(high):
            wanted = self.tr("{name} takes a number from {low} to {high}, not “{text}”.")
        elif math.isfinite(low):
            wanted = self.tr("{name} takes a number of at least {low}, not “{text}”.")
        elif self._whole:
            wanted = self.tr("{name} takes a whole number, not “{text}”.")
        else:
            wanted = self.tr("{name} takes a number, not “{text}”.")
        return wanted.format(name=name, low=f"{low:,.10g}", high=f"{high:,.10g}", text=text)
