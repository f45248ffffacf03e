"""Move one weight by h and see the slope of the loss beside the gradient by backpropagation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from nn.inspection.element import Element
from nn.notation import number
from playground.session.phrase import said
from playground.widgets.fields.number_entry import NumberEntry
from playground.widgets.text.tooltips import wrapped

if TYPE_CHECKING:
    from playground.session.session import Session
    from playground.session.stepping.nudging import Nudge

_FIRST_H = 1e-4  # as in the book, 4.3.1
_DIGITS = 7


class NudgeForm(QWidget):
    """Asks for h and shows what moving the chosen parameter by it does to the loss of the pass."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._debugger = session, session.debugger
        self._element: Element | None = None
        self._nudge: Nudge | None = None
        self._name, self._h_label, self.result = QLabel(), QLabel(), QLabel(wordWrap=True)
        self.result.setObjectName("nudgeResult")
        self.h = NumberEntry()
        self.h.setObjectName("nudgeH")
        self.h.show_value(_FIRST_H)
        self.h.setMaximumWidth(90)
        self.button = QPushButton()
        self.button.setObjectName("nudgeButton")
        self._h_label.setBuddy(self.h)
        self._lay_out()
        self.button.clicked.connect(self._on_button_clicked)
        self.h.value_edited.connect(self._on_h_edited)
        self._debugger.element_changed.connect(self._refresh)
        self._debugger.trace_changed.connect(self._refresh)
        self.retranslate()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(6, 0, 6, 2)
        grid.setVerticalSpacing(2)
        for column, widget in enumerate((self._name, self._h_label, self.h, self.button)):
            grid.addWidget(widget, 0, column)
        grid.setColumnStretch(4, 1)
        grid.addWidget(self.result, 1, 0, 1, 5)

    @Slot()
    def _refresh(self) -> None:
        """Follow the number that is looked at; another pass makes an old answer worthless."""
        element = self._parameter()
        self._nudge, self._element = None, element
        self.button.setEnabled(element is not None and self._debugger.stepped.training_pass is not None)
        self._name.setText("" if element is None else self._told(element))
        self._show_result()

    def _parameter(self) -> Element | None:
        """Give the parameter that is looked at, also by its gradient."""
        element, params = self._debugger.element, self._session.live.network.params
        if element is None:
            return None
        name = element.name if element.name in params else element.name.removeprefix("d")
        fits = name in params and len(element.index) == params[name].ndim
        return Element(name, element.index) if fits else None

    def _told(self, element: Element) -> str:
        value = float(self._session.live.network.params[element.name][element.index])
        return f"{element.symbol} = {number(value, 6).text}"

    def _show_result(self) -> None:
        if self._element is None:
            text = self.tr("Choose a number of W or b, or of its gradient, in the matrices.")
        elif self._debugger.stepped.training_pass is None:
            text = self.tr("The sample shown is no training: choose “Next batch” to nudge a weight.")
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
        told = {
            name: number(value, _DIGITS).text
            for name, value in (
                ("before", nudge.before),
                ("after", nudge.after),
                ("slope", nudge.slope),
                ("gradient", nudge.gradient),
            )
        }
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

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._h_label.setText(self.tr("h"))
        self.button.setText(self.tr("Nudge"))
        self.h.setAccessibleName(self.tr("h, by how much the weight moves"))
        about = self.tr(
            "By how much the number is moved to both sides. The difference of the two losses over 2h is the numerical "
            "gradient; too large an h misses the curve, too small an h loses digits."
        )
        self.h.setToolTip(wrapped(about))
        self._h_label.setToolTip(wrapped(about))
        self.button.setToolTip(wrapped(self.tr("Compute the loss with the number moved by h; nothing is changed.")))
        self._name.setToolTip(wrapped(self.tr("The parameter that is moved: the number that is looked at")))
        self.result.setToolTip(wrapped(self.tr("The numerical gradient and that by backpropagation should agree.")))
        self._refresh()
