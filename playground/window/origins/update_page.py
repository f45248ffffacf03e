"""One update of a number laid open: the gradient, what the optimizer remembered, and the samples of the batch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from playground.widgets.layouts import in_column, in_row
from playground.widgets.look.fonts import bold
from playground.widgets.look.live_look import LiveLook
from playground.widgets.picture.row_picture import picture_shape
from playground.widgets.text.share_text import share_text
from playground.widgets.text.tooltips import on_hover
from playground.window.origins.samples import Entry, SampleStrip
from playground.window.origins.words import digits, inputs_text, label_text, signed

if TYPE_CHECKING:
    from nn.datasets.base import Dataset
    from nn.origins import NumberUpdate
    from playground.session.past.number_trail import NumberTrail

MOST_SHOWN = 200
"""Samples in the list: those with the largest parts."""
_ROUNDING = 1e-4  # of the parts: what is left beyond it is no rounding


class UpdatePage(LiveLook, QWidget):
    """What one update did to a number, and which sample had the largest part in it."""

    led_away = Signal()
    """What was asked for is seen in the main window."""

    def __init__(self, trail: NumberTrail) -> None:
        super().__init__()
        self._trail = trail
        self._shown: NumberUpdate | None = None
        self.headline = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True, objectName="updateHeadline")
        self.headline.setFont(bold(self.font()))
        self.told = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText, objectName="updateTold")
        self.about_samples = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.samples = SampleStrip("updateSamples")
        self.before = QPushButton(objectName="originBefore", clicked=trail.ask_before)
        self.moment = QPushButton(objectName="originMoment")
        self.step = QPushButton(objectName="originStep")
        self.step_sample = QPushButton(objectName="originStepSample")
        self.samples.place_chosen.connect(self._on_sample_chosen)
        self.samples.currentRowChanged.connect(self._refresh_buttons)
        self.moment.clicked.connect(self._on_moment_clicked)
        self.step.clicked.connect(self._on_step_clicked)
        self.step_sample.clicked.connect(self._on_step_sample_clicked)
        buttons = in_row(self.before, self.moment, self.step, self.step_sample, spacing=6)
        in_column(self.headline, self.told, self.about_samples, (self.samples, 1), buttons, of=self, spacing=8)
        self.retranslate()

    def refresh(self) -> None:
        """Show the place on the trail that is looked at, if it is an update."""
        here = self._trail.here
        if here is None or not here.is_update:
            return
        update, data = here.update, here.data
        for part in (self.about_samples, self.samples, self.before, self.moment, self.step, self.step_sample):
            part.setVisible(update is not None)
        if update is None or data is None:
            text = self.tr("Update {iteration:,} of {number}")
            self.headline.setText(text.format(iteration=here.iteration, number=here.symbol))
            self.told.setText(self.tr("Training again to find out …") if self._trail.is_busy else "")
        else:
            self.headline.setText(self._headline(here.symbol, update))
            self.told.setText(self._told(here.name, update))
            self.about_samples.setText(self._about_samples(update))
            self.before.setEnabled(here.iteration - 1 > here.way.first)
            if update is not self._shown:
                self.samples.show_entries(data, self._entries(update, data))
            self._refresh_buttons()
        self._shown = update

    def _headline(self, symbol: str, update: NumberUpdate) -> str:
        text = self.tr("Update {iteration:,} of {number}: {before} → {after} ({change})")
        return text.format(
            iteration=update.iteration,
            number=symbol,
            before=digits(update.before),
            after=digits(update.after),
            change=signed(update.change),
        )

    def _told(self, name: str, update: NumberUpdate) -> str:
        text = self.tr("Gradient d{name}: {gradient}, the mean over {count:,} samples with loss {loss}.")
        lines = [
            text.format(name=name, gradient=digits(update.gradient), count=len(update.rows), loss=digits(update.loss))
        ]
        if update.decay:
            text = self.tr("Of that, weight decay makes {decay}.")
            lines.append(text.format(decay=digits(update.decay)))
        rest = update.gradient - update.decay - float(update.parts.sum())
        if abs(rest) > _ROUNDING * float(np.abs(update.parts).sum()):
            text = self.tr("What the samples add up to was changed by {rest} before it was used.")
            lines.append(text.format(rest=signed(rest)))
        lines.append(self._rule(update))
        return "\n".join(lines)

    def _rule(self, update: NumberUpdate) -> str:
        if not update.memory:
            text = self.tr("{optimizer} with learning rate {lr}: {lr} · {gradient} was subtracted.")
            return text.format(optimizer=update.optimizer, lr=digits(update.lr), gradient=digits(update.gradient))
        text = self.tr("{optimizer} with learning rate {lr}; it remembered {memory}.")
        remembered = [
            self.tr("{slot}: {before}, then {after}").format(slot=slot, before=digits(before), after=digits(after))
            for slot, (before, after) in update.memory.items()
        ]
        return text.format(optimizer=update.optimizer, lr=digits(update.lr), memory="; ".join(remembered))

    def _about_samples(self, update: NumberUpdate) -> str:
        count = len(update.rows)
        text = self.tr(
            "The samples of the batch by their part in the gradient, the largest first: with its sign, and as a share "
            "of the sizes of all parts."
        )
        if count > MOST_SHOWN:
            more = self.tr("The first {shown} of {count:,} are shown.").format(shown=MOST_SHOWN, count=count)
            text = f"{text} {more}"
        return text

    def _entries(self, update: NumberUpdate, data: Dataset) -> list[Entry]:
        whole = float(np.abs(update.parts).sum())
        return [self._entry(update, data, place, whole) for place in update.order[:MOST_SHOWN]]

    def _entry(self, update: NumberUpdate, data: Dataset, place: int, whole: float) -> Entry:
        row, part = int(update.rows[place]), float(update.parts[place])
        label, share = label_text(data, row), share_text(abs(part) / whole) if whole else "0%"
        line = f"{label}  {'-' if part < 0 else '+'}{share}" if part else label
        if picture_shape(data) is None:
            line = f"{signed(part, 4)}   {inputs_text(data, row)} → {label}"
        text = self.tr(
            "Training sample {row:,} ({label}): part {part} in the gradient, {share} of the sizes of all parts. A "
            "click looks at it as the network was before this update."
        )
        return Entry(row, line, text.format(row=row, label=label, part=digits(part), share=share))

    # ---- what a person does

    def _row_chosen(self) -> int | None:
        """Return the chosen sample's row in the training data."""
        chosen = self.samples.chosen
        return None if chosen is None or self._shown is None else int(self._shown.rows[self._shown.order[chosen]])

    @Slot()
    def _refresh_buttons(self) -> None:
        self.step_sample.setEnabled(self.samples.chosen is not None)

    @Slot(int)
    def _on_sample_chosen(self, _place: int) -> None:
        self._trail.look_at(self._row_chosen())

    @Slot()
    def _on_moment_clicked(self) -> None:
        self._trail.look_at()
        self.led_away.emit()

    @Slot()
    def _on_step_clicked(self) -> None:
        self._trail.step_through()
        self.led_away.emit()

    @Slot()
    def _on_step_sample_clicked(self) -> None:
        self._trail.step_through(self._row_chosen())
        self.led_away.emit()

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.samples.name(self.tr("Samples of the batch"))
        self.before.setText(self.tr("The number before it"))
        on_hover(self.tr("Ask where the number came from that this update found."), self.before)
        self.moment.setText(self.tr("Look at this moment"))
        on_hover(
            self.tr("All panels look at the network as it was before this update; nothing is edited."), self.moment
        )
        self.step.setText(self.tr("Step through the update"))
        on_hover(self.tr("Open it in the debugger, as it was; your network stays as it is."), self.step)
        self.step_sample.setText(self.tr("Step through the sample"))
        on_hover(
            self.tr("Open the pass of the chosen sample in this batch in the debugger; your network stays as it is."),
            self.step_sample,
        )
        self._shown = None  # the list is written anew
        self.refresh()
