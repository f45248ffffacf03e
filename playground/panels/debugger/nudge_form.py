"""A form that moves one weight by h and shows the slope of the loss beside the gradient by backpropagation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from nn.inspection.element import Element, is_within
from nn.notation import number
from playground.session.phrase import said
from playground.widgets.fields.number_entry import NumberEntry
from playground.widgets.layouts import STRETCH, in_column, in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe, on_hover

if TYPE_CHECKING:
    from playground.session.session import Session
    from playground.session.stepping.nudging import Nudge

_FIRST_H = 1e-4  # as in the book, 4.3.1
_DIGITS = 7
_TOLD = ("before", "after", "slope", "gradient")


class NudgeForm(LiveLook, QWidget):
    """Asks for h and shows what moving the chosen parameter by it does to the loss of the pass."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._debugger = session, session.debugger
        self._element: Element | None = None
        self._nudge: Nudge | None = None
        self._name, self._h_label = QLabel(), QLabel()
        self.result = QLabel(wordWrap=True, objectName="nudgeResult")
        self.h = NumberEntry()
        self.h.setObjectName("nudgeH")
        self.h.setMaximumWidth(90)
        self.h.show_value(_FIRST_H)
        self.button = QPushButton(objectName="nudgeButton")
        self.button.clicked.connect(self._on_button_clicked)
        self._h_label.setBuddy(self.h)
        asked = in_row(self._name, self._h_label, self.h, self.button, STRETCH, spacing=6)
        in_column(asked, self.result, of=self, margins=(6, 0, 6, 2), spacing=2)
        self.h.value_edited.connect(self._on_h_edited)
        self._debugger.element_changed.connect(self._refresh)
        self._debugger.trace_changed.connect(self._refresh)
        self.retranslate()

    @Slot()
    def _refresh(self) -> None:
        """Follow the number that is looked at; another pass makes an old answer worthless."""
        element = self._parameter()
        self._nudge, self._element = None, element
        self.button.setEnabled(element is not None)
        self._name.setText("" if element is None else self._told(element))
        self._show_result()

    def _parameter(self) -> Element | None:
        """Give the parameter that is looked at, also by its gradient."""
        element, params = self._debugger.element, self._debugger.numbers.movable
        if element is None:
            return None
        name = element.name if element.name in params else element.name.removeprefix("d")
        fits = name in params and is_within(element.index, params[name].shape)
        return Element(name, element.index) if fits else None

    def _told(self, element: Element) -> str:
        value = float(self._debugger.numbers.movable[element.name][element.index])
        return f"{element.symbol} = {number(value, 6).text}"

    def _show_result(self) -> None:
        if self._debugger.is_open and not self._debugger.numbers.movable:
            text = self.tr("Without a target there is no loss: give the sample one, or choose “Next batch”.")
        elif self._element is None:
            text = self.tr("Choose a number of W or b, or of its gradient, in the matrices.")
        elif self._nudge is None:
            text = self.tr("How much does the loss change when this number moves by h?")
        else:
            text = self._answer(self._nudge, self._element.symbol)
        self.result.setText(text)

    def _answer(self, nudge: Nudge, symbol: str) -> str:
        text = self.tr(
            "Loss {before} → {after}.  Numerically (L(w+h) - L(w-h)) / 2h = {slope}, by backpropagation "
            "d{symbol} = {gradient}: they differ by {difference}."
        )
        told = {name: number(getattr(nudge, name), _DIGITS).text for name in _TOLD}
        return text.format(symbol=symbol, difference=f"{abs(nudge.slope - nudge.gradient):.1e}", **told)

    @Slot(object)
    def _on_h_edited(self, _h: float) -> None:
        self._nudge = None
        self._show_result()

    @Slot()
    def _on_button_clicked(self) -> None:
        if self._element is None:
            return
        try:
            self._nudge = self._debugger.numbers.nudge(self._element.name, self._element.index, float(self.h.value()))
        except ValueError as error:
            self._session.status.emit(said(error))
        self._show_result()

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._h_label.setText(self.tr("h"))
        self.button.setText(self.tr("Nudge"))
        about = self.tr(
            "By how much the number is moved to both sides. The difference of the two losses over 2h is the numerical "
            "gradient; too large an h misses the curve, too small an h loses digits."
        )
        describe(self.h, self.tr("h, by how much the weight moves"), about)
        on_hover(about, self._h_label)
        on_hover(self.tr("Compute the loss with the number moved by h; nothing is changed."), self.button)
        on_hover(self.tr("The parameter that is moved: the number that is looked at"), self._name)
        on_hover(self.tr("The numerical gradient and that by backpropagation should agree."), self.result)
        self._refresh()
