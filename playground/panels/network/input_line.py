"""The line above the network: what goes into it, where that comes from, and for a few numbers a place to type them."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from playground.panels.network.input_text import NotNumbersError, numbers_text, parse_numbers
from playground.session.phrase import said
from playground.widgets.fields.text_line import TextLine
from playground.widgets.fields.tool_button import tool_button
from playground.widgets.layouts import STRETCH, in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.steady_label import SteadyLabel
from playground.widgets.text.tooltips import describe, on_hover

if TYPE_CHECKING:
    from playground.session.looking.sample import Sample
    from playground.session.session import Session

_MOST_TYPED = 32  # numbers of a sample: more are not typed into one line
_MOST_WRITTEN = 256  # numbers in the whole line, rows of a batch included
_BY_KEY_TOO = Qt.FocusPolicy.StrongFocus
_ROW = re.compile(r"(test|train) (\d+)")


class InputLine(LiveLook, QWidget):
    """Shows the session's sample and lets a person leaf through the data or type one.

    Signals
    -------
    row_chosen : int
        Which sample of a batch is to be looked at.
    """

    row_chosen = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._row = 0
        self._previous = tool_button("previous", clicked=self._on_previous_clicked, focusPolicy=_BY_KEY_TOO)
        self._next = tool_button("next", clicked=self._on_next_clicked, focusPolicy=_BY_KEY_TOO)
        self._x_caption, self._t_caption, self._origin, self._shape = (QLabel() for _ in range(4))
        letter = self.fontMetrics().averageCharWidth()
        self._x = TextLine(objectName="sampleInput", minimumWidth=14 * letter, maximumWidth=48 * letter)
        self._t = TextLine(objectName="sampleTarget", maximumWidth=12 * letter)
        self._error = SteadyLabel()
        self._error.setObjectName("sampleError")
        for entry, caption in ((self._x, self._x_caption), (self._t, self._t_caption)):
            entry.editingFinished.connect(self._on_edited)
            caption.setBuddy(entry)
        x = (self._x_caption, (self._x, 2), self._shape)
        t = (self._t_caption, self._t, (self._error, 3))
        in_row(self._previous, self._next, self._origin, 6, *x, 6, *t, STRETCH, of=self, spacing=4)
        session.looking.sample_changed.connect(self._refresh)
        session.library.data_changed.connect(self._on_data_changed)
        self.retranslate()

    # ---- what a person does

    @Slot()
    def _on_previous_clicked(self) -> None:
        self._leaf(-1)

    @Slot()
    def _on_next_clicked(self) -> None:
        self._leaf(1)

    def _leaf(self, by: int) -> None:
        sample = self._session.looking.sample
        if sample is not None and len(sample.x) > 1:
            self._row = (self._row + by) % len(sample.x)
            self._write(sample)
            self.row_chosen.emit(self._row)
            return
        part, row = self._place(sample, by)
        count = self._count(part)
        if count:
            self._session.looking.show_row((row + by) % count, part)

    @Slot()
    def _on_edited(self) -> None:
        if self._x.isModified() or self._t.isModified():
            self._take()

    def _take(self) -> None:
        """Make what is typed the sample, or say what is wrong with it."""
        try:
            x = parse_numbers(self._x.text())
            t = parse_numbers(self._t.text()) if self._t.text().strip() else None
            is_batch = bool(x) and isinstance(x[0], list)
            self._session.looking.type_sample(x, None if t is None else self._target(t, is_batch))
        except NotNumbersError as error:
            self._say(self._what_is_wrong(error))
        except (TypeError, ValueError) as error:
            self._say(said(error))

    def _target(self, t: list[float] | list[list[float]], is_batch: bool) -> np.ndarray:
        """Give labels as whole numbers, values as they are; a single label needs no axis."""
        array = np.array(t, dtype=float)
        if self._takes_labels and bool((array == np.rint(array)).all()) and array.ndim == 1:
            array = array.astype(np.int64)
        is_label = not is_batch and array.shape == (1,) and array.dtype.kind == "i"
        return array[0] if is_label else array

    @property
    def _takes_labels(self) -> bool:
        return self._session.looking.network.spec.loss == "SoftmaxWithLoss"

    # ---- from the session to the widgets

    @Slot(object)
    def _on_data_changed(self, _data: object) -> None:
        self._refresh(self._session.looking.sample)

    @Slot(object)
    def _refresh(self, sample: Sample | None) -> None:
        self._row = 0
        self._say("")
        for entry in (self._x, self._t):
            entry.setModified(False)  # what was being typed is of the past
        self._write(sample)

    def _write(self, sample: Sample | None) -> None:
        inputs = math.prod(self._session.looking.network.spec.input_shape)
        is_typed = inputs <= _MOST_TYPED and (sample is None or sample.x.size <= _MOST_WRITTEN)
        for widget in (self._x, self._x_caption, self._t, self._t_caption):
            widget.setVisible(is_typed)
        if is_typed:
            self._x.setText("" if sample is None else numbers_text(_typable(sample, sample.x)))
            self._t.setText("" if sample is None or sample.t is None else numbers_text(_typable(sample, sample.t)))
            for entry in (self._x, self._t):
                entry.setCursorPosition(0)
        shape = "" if sample is None else str(_shape(sample))
        self._shape.setText(shape if is_typed or not shape else self.tr("x has shape {shape}").format(shape=shape))
        self._origin.setText(self._origin_text(sample, is_typed))
        can_leaf = self._count("test") > 0 or (sample is not None and len(sample.x) > 1)
        for button in (self._previous, self._next):
            button.setEnabled(can_leaf)

    def _origin_text(self, sample: Sample | None, is_typed: bool) -> str:
        if sample is None:
            return self.tr("No input yet")
        text = self._place_text(sample)
        if len(sample.x) > 1:
            text = self.tr("Row {row} of {count}").format(row=self._row + 1, count=len(sample.x))
        if not is_typed and sample.t is not None and sample.t.ndim == 1:
            text = self.tr("{origin}, t = {label}").format(origin=text, label=sample.t[self._row])
        return text

    def _place_text(self, sample: Sample) -> str:
        found = _ROW.fullmatch(sample.origin)
        if found:
            source = self.tr("Test row {row}") if found[1] == "test" else self.tr("Training row {row}")
            return source.format(row=found[2])
        known = {"drawn": self.tr("Drawn"), "typed": self.tr("Typed")}
        return known.get(sample.origin, sample.origin)

    def _place(self, sample: Sample | None, by: int) -> tuple[str, int]:
        """Give part and row of the data that the sample is; leafing begins before the first row."""
        found = _ROW.fullmatch(sample.origin) if sample is not None else None
        return (found[1], int(found[2])) if found else ("test", -1 if by > 0 else 0)

    def _count(self, part: str) -> int:
        data, spec = self._session.library.data, self._session.looking.network.spec
        if data is None or math.prod(data.input_shape) != math.prod(spec.input_shape):
            return 0
        return len(data.x_test if part == "test" else data.x)

    def _say(self, error: str) -> None:
        self._error.setText(error)
        on_hover(error, self._error)
        self._error.setVisible(bool(error))

    # ---- texts

    def _what_is_wrong(self, error: NotNumbersError) -> str:
        if error.piece:
            return self.tr("“{text}” is no number; write 1.0, 0.5").format(text=error.piece)
        return self.tr("The brackets do not match; write 1.0, 0.5 or [[1.0, 0.5]]")

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._x_caption.setText("x")
        self._t_caption.setText("t")
        describe(self._previous, self.tr("Previous row"), self.tr("Previous row of the data"))
        describe(self._next, self.tr("Next row"), self.tr("Next row of the data"))
        x_text = self.tr(
            "The input. Type numbers as 1.0, 0.5; in double brackets, [[1.0, 0.5]], they are a batch of one."
        )
        t_text = self.tr(
            "The target: the number of the right class, or the right values. Needed for loss and gradients."
        )
        describe(self._x, self.tr("Input x"), x_text)
        describe(self._t, self.tr("Target t"), t_text)
        on_hover(x_text, self._x_caption)
        on_hover(t_text, self._t_caption)
        on_hover(self.tr("Shape of x: one sample, or a batch with N in front."), self._shape)
        on_hover(self.tr("Where the input comes from."), self._origin)
        self._say("")
        self._write(self._session.looking.sample)


def _typable(sample: Sample, numbers: np.ndarray) -> np.ndarray:
    """Give the numbers as they were typed: without the axis of the batch where there was none."""
    return numbers[0].reshape(-1) if sample.single and numbers[0].ndim else numbers[0] if sample.single else numbers


def _shape(sample: Sample) -> tuple[int, ...]:
    return sample.x.shape[1:] if sample.single else sample.x.shape
