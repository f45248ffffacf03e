"""Form fields that report only what a person did and leave the wheel to the form they scroll in.

The stock widgets change their value when the wheel passes over them, and a spin box reports a value set by
the program like one set by a person. In a scrolling form both write edits nobody made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy, QSlider, QSpinBox, QWidget

from playground.widgets.fields.complaint import complain
from playground.widgets.fields.undo_while_typing import UndoWhileTyping
from playground.widgets.text.tooltips import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent

_STEP_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Choice(NamedTuple):
    """One entry of a combo box: the name that is stored, the text that is shown, the text on hover."""

    name: str
    label: str
    tooltip: str = ""


class _QuietWheel:
    """Mixin: the wheel changes the value only while the field has the keyboard focus."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():  # type: ignore[attr-defined]
            super().wheelEvent(event)  # type: ignore[misc]
        else:
            event.ignore()


class QuietSlider(_QuietWheel, QSlider):
    """Horizontal slider that scrolling past does not move."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent, focusPolicy=Qt.FocusPolicy.StrongFocus)


class ChoiceBox(_QuietWheel, QComboBox):
    """Combo box over named choices; emits `value_edited` only when a person picks another one."""

    value_edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, focusPolicy=Qt.FocusPolicy.StrongFocus)
        # Without this the longest entry dictates the width of the whole dock.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._value = ""
        self._about = ""
        self.activated.connect(self._on_activated)

    def fit_longest(self) -> None:
        """Be as wide as the longest entry from now on, so that none is cut off: for short ones."""
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def set_choices(self, choices: Iterable[Choice]) -> None:
        """Replace the entries and keep showing the same name."""
        self.clear()
        for choice in choices:
            self.addItem(choice.label, choice.name)
            self.setItemData(self.count() - 1, wrapped(choice.tooltip), Qt.ItemDataRole.ToolTipRole)
        self.show_value(self._value)

    def show_value(self, name: str) -> None:
        """Show the entry of this name; an unknown name leaves the box empty."""
        self._value = name
        self.setCurrentIndex(self.findData(name))
        self.explain(self._about)

    def value(self) -> str:
        """Name of the entry that is shown."""
        return self._value

    def explanation(self) -> str:
        """Text on hover of the entry that is shown."""
        return self.itemData(self.currentIndex(), Qt.ItemDataRole.ToolTipRole) or ""

    def explain(self, about: str) -> None:
        """Say on hover what is chosen here, and what the entry that is shown means."""
        self._about = about
        entry = self.explanation().replace("\n", " ")  # broken for itself alone
        self.setToolTip(wrapped(f"{about}\n\n{self.currentText()}: {entry}" if entry else about))

    @Slot(int)
    def _on_activated(self, index: int) -> None:
        name = self.itemData(index)
        if name != self._value:
            self.show_value(name)
            self.value_edited.emit(name)


class CheckField(QCheckBox):
    """Check box with the interface of the other fields."""

    value_edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clicked.connect(self._on_clicked)

    @Slot(bool)
    def _on_clicked(self, checked: bool) -> None:
        self.value_edited.emit(checked)

    def show_value(self, value: bool) -> None:
        """Show a value; `clicked` comes from a person only."""
        self.setChecked(value)

    def value(self) -> bool:
        """Tell whether the box is checked."""
        return self.isChecked()


class QuietSpinBox(UndoWhileTyping, _QuietWheel, QSpinBox):
    """Spin box for whole numbers; emits `value_edited` once for a whole gesture.

    Typing counts when it is finished, a held arrow when it is released: one edit, one undo step. A number
    outside the limits is put back and reported by `refused`.
    """

    value_edited = Signal(object)
    refused = Signal(str)

    def __init__(self, minimum: int, maximum: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, focusPolicy=Qt.FocusPolicy.StrongFocus, keyboardTracking=False)
        self.setRange(minimum, maximum)
        self.setGroupSeparatorShown(True)
        self._value_before_hold: int | None = None
        self.valueChanged.connect(self._on_value_changed)

    def show_value(self, value: int) -> None:
        """Show a value without reporting it; text being typed stays while the value is the same."""
        if value != self.value():
            with QSignalBlocker(self):
                self.setValue(value)

    def is_typing(self) -> bool:
        """Say whether there is a text that nobody has taken yet."""
        return not self.hasAcceptableInput() or self.valueFromText(self.text()) != self.value()

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let any whole number be typed: swallowing its last digits would leave another one than was meant."""
        if self._is_whole(text):
            state = QValidator.State.Acceptable if self._is_within(text) else QValidator.State.Intermediate
            return state, text, position
        return super().validate(text, position)

    def fixup(self, text: str) -> str:
        """Say that a number is outside the limits; Qt puts the last one back."""
        if self._is_whole(text) and not self._is_within(text):
            wanted = self.tr("{name} takes a whole number from {low:,} to {high:,}, not “{text}”.")
            limits = {"low": self.minimum(), "high": self.maximum()}
            reason = wanted.format(name=self.accessibleName(), text=text, **limits)
            complain(self, reason)
            self.refused.emit(reason)
        return text

    def _digits(self, text: str) -> str:
        return text.replace(self.locale().groupSeparator(), "").strip()

    def _is_whole(self, text: str) -> bool:
        return self._digits(text).isdecimal()

    def _is_within(self, text: str) -> bool:
        return self.minimum() <= int(self._digits(text)) <= self.maximum()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture: an arrow is held."""
        self._begin_hold()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the gesture of a held arrow."""
        super().mouseReleaseEvent(event)
        self._end_hold()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin a gesture: a step key is held."""
        if event.key() in _STEP_KEYS and not event.isAutoRepeat():
            self._begin_hold()
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """End the gesture of a held key."""
        super().keyReleaseEvent(event)
        if event.key() in _STEP_KEYS and not event.isAutoRepeat():
            self._end_hold()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End any gesture."""
        super().focusOutEvent(event)
        self._end_hold()

    def _begin_hold(self) -> None:
        self._value_before_hold = self.value()

    def _end_hold(self) -> None:
        before, self._value_before_hold = self._value_before_hold, None
        if before is not None and before != self.value():
            self.value_edited.emit(self.value())

    @Slot(int)
    def _on_value_changed(self, value: int) -> None:
        if self._value_before_hold is None:
            self.value_edited.emit(value)
