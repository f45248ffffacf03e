"""Which sample, filter and channel of a layer is on the stage."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from playground.widgets.fields.quiet_fields import QuietSpinBox
from playground.widgets.layouts import in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe


class Chosen(NamedTuple):
    """What is chosen, each counted from 0."""

    sample: int = 0
    filter: int = 0
    channel: int = 0


class ChannelRow(LiveLook, QWidget):
    """Three numbers; those of which there is only one are hidden."""

    edited = Signal(object)
    """Chosen, by a person."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = tuple(QuietSpinBox(0, 0) for _ in Chosen._fields)
        self._labels = tuple(QLabel(buddy=field) for field in self._fields)
        for name, field in zip(Chosen._fields, self._fields, strict=True):
            field.setObjectName(f"stage{name.capitalize()}")
            field.value_edited.connect(self._on_edited)
        pairs = (each for pair in zip(self._labels, self._fields, strict=True) for each in pair)
        in_row(*pairs, of=self, spacing=4)
        self.retranslate()

    @property
    def chosen(self) -> Chosen:
        """What is chosen."""
        return Chosen(*(field.value() for field in self._fields))

    def show_counts(self, samples: int, filters: int, channels: int) -> None:
        """Show how many there are of each; what is chosen stays where there is such a one."""
        for label, field, count in zip(self._labels, self._fields, (samples, filters, channels), strict=True):
            value = min(field.value(), count - 1)
            field.show_value(0)
            field.setRange(0, count - 1)
            field.show_value(value)
            label.setVisible(count > 1)
            field.setVisible(count > 1)

    def show_chosen(self, chosen: Chosen) -> None:
        """Show another choice."""
        for field, value in zip(self._fields, chosen, strict=True):
            field.show_value(min(value, field.maximum()))

    @Slot()
    def _on_edited(self) -> None:
        self.edited.emit(self.chosen)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        words = (
            (self.tr("Sample"), self.tr("Which sample of the batch is seen, from 0.")),
            (self.tr("Filter"), self.tr("Which filter, and with it which picture of the output, from 0.")),
            (self.tr("Channel"), self.tr("Which channel of the input is seen, from 0; the sum goes over all of them.")),
        )
        for label, field, (name, about) in zip(self._labels, self._fields, words, strict=True):
            label.setText(name)
            describe(field, name, about)
