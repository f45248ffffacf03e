"""The fields of what a network should answer for a sample, where that is a value and no class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from playground.panels.input.table.feature_rows import rounded
from playground.widgets.fields.number_entry import NumberEntry
from playground.widgets.layouts import STRETCH, in_column, in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from collections.abc import Sequence

_COLUMNS = 9  # digits of a field
MOST = 8
"""Values that have a field; a network with more outputs has none."""


class TargetFields(LiveLook, QWidget):
    """Shows the target of a sample in the unit of the file, and tells which one a person wants; empty for none."""

    target_edited = Signal(object)
    """The new target, a tuple of float, or None while a field is empty."""
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._target: tuple[float | None, ...] = ()
        self._caption = QLabel()
        self._entries: list[NumberEntry] = []
        self._row = in_row(STRETCH, spacing=4)
        in_column(self._caption, self._row, of=self, spacing=2)
        self.retranslate()

    def show_target(self, names: Sequence[str], values: Sequence[float] | None, can_change: bool) -> None:
        """Show a target, None for none; that of a row of the data cannot be changed."""
        self._target = (None,) * len(names) if values is None else tuple(map(rounded, values))
        if tuple(names) != self._names:
            self._names = tuple(names)
            self._entries += [self._added(place) for place in range(len(self._entries), len(names))]
            self.retranslate()
        for place, entry in enumerate(self._entries):
            entry.setVisible(place < len(names))
            entry.setReadOnly(not can_change)
            if place < len(names):
                entry.show_value(self._target[place])

    def _added(self, place: int) -> NumberEntry:
        entry = NumberEntry(optional=True, parent=self)
        entry.setFixedWidth(_COLUMNS * self.fontMetrics().horizontalAdvance("0") + 12)
        entry.value_edited.connect(self._on_value_edited)
        entry.refused.connect(self.refused)
        self._row.insertWidget(place, entry)
        if not place:
            self._caption.setBuddy(entry)
        return entry

    @Slot(object)
    def _on_value_edited(self, _value: float | None) -> None:
        values = [entry.value() for entry in self._entries[: len(self._names)]]
        known = [float(value) for value in values if value is not None]
        self.target_edited.emit(tuple(known) if len(known) == len(values) else None)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        one = self._names[0] if len(self._names) == 1 else ""
        caption = self.tr("Target of this sample ({name})") if one else self.tr("Target of this sample")
        self._caption.setText(caption.format(name=one))
        about = self.tr(
            "What the answer should be, the target t, in the unit of the data. A row of the data has its own; type one "
            "for numbers of your own, and there is a loss.",
        )
        self._caption.setToolTip(about)
        for entry, name in zip(self._entries, self._names, strict=False):
            describe(entry, self._caption.text() if one else f"{self._caption.text()}: {name}", about)
