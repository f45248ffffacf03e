"""A form that is generated from options: one row for each choice a person has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from PySide6.QtCore import Signal, Slot

from playground.widgets.fields.form_rows import FormRows
from playground.widgets.fields.number_entry import NumberEntry
from playground.widgets.fields.quiet_fields import CheckField, Choice, ChoiceBox, QuietSpinBox

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

_LARGEST_SPIN_VALUE = 2**31 - 1  # Qt's spin box counts in 32 bits


class OptionLike(Protocol):
    """What the form reads of an option; `nn.choices.options.Option` has it."""

    @property
    def name(self) -> str: ...  # noqa: D102 - as in the option
    @property
    def default(self) -> Any: ...  # noqa: D102
    @property
    def minimum(self) -> float | None: ...  # noqa: D102
    @property
    def maximum(self) -> float | None: ...  # noqa: D102
    @property
    def choices(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def help(self) -> str: ...  # noqa: D102


class OptionText(NamedTuple):
    """How an option is called on screen, what it does, and its choices if it has a list of them."""

    label: str
    tooltip: str
    choices: tuple[Choice, ...] = ()


class OptionsForm(FormRows):
    """Fields for a list of options.

    `option_edited` brings the name and the new value, only when a person changed it; `refused` brings a
    message when a typed text was no valid value.
    """

    option_edited = Signal(str, object)
    refused = Signal(str)

    def __init__(self, text_of: Callable[[OptionLike], OptionText], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text_of = text_of
        self._options: tuple[OptionLike, ...] = ()

    def set_options(self, options: Iterable[OptionLike]) -> None:
        """Build the rows for these options, if they are not the ones already there."""
        options = tuple(options)
        if options != self._options:
            self._options = options
            self.clear_fields()
            for option in options:
                self._add(option)
            self.retranslate()
        if self.parentWidget() is not None:  # without one, being visible would be a window
            self.setVisible(bool(options))

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Show values without reporting them; a missing one shows its default."""
        for option in self._options:
            self.field(option.name).show_value(values.get(option.name, option.default))

    def retranslate(self) -> None:
        """Ask for every text again."""
        for option in self._options:
            text = self._text_of(option)
            self.set_texts(option.name, text.label, text.tooltip)
            if option.choices:
                self.field(option.name).set_choices(text.choices)

    def _add(self, option: OptionLike) -> None:
        field = _field_for(option)
        field.setObjectName(option.name)
        field.value_edited.connect(self._on_value_edited)
        if isinstance(field, NumberEntry | QuietSpinBox):
            field.refused.connect(self.refused)
        self.add_field(option.name, field)

    @Slot(object)
    def _on_value_edited(self, value: Any) -> None:
        self.option_edited.emit(self.sender().objectName(), value)


def _field_for(option: OptionLike) -> ChoiceBox | CheckField | QuietSpinBox | NumberEntry:
    if option.choices:
        return ChoiceBox()
    kind = type(option.default)
    if kind is bool:
        return CheckField()
    if kind is int and _fits_spin_box((option.minimum, option.maximum)):
        return QuietSpinBox(int(option.minimum), int(option.maximum))
    if kind in (int, float):
        return NumberEntry(option.minimum, option.maximum, whole=kind is int)
    raise TypeError(f"option {option.name!r} is a free text; a form needs choices, a number or a yes or no")


def _fits_spin_box(limits: Sequence[float | None]) -> bool:
    return all(limit is not None and abs(limit) <= _LARGEST_SPIN_VALUE for limit in limits)
