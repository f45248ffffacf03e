"""A quiz about the next number, before it is computed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from nn.inspection.question import CONCEPTS, Question, question_of
from nn.notation import number
from nn.trace import explain
from playground.widgets.fields.number_entry import parse_number
from playground.widgets.fields.text_line import TextLine
from playground.widgets.layouts import in_column, in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.refreshing import Importance, Refreshing
from playground.widgets.text.linked_lines import symbols_said
from playground.widgets.text.tooltips import describe, on_hover

if TYPE_CHECKING:
    from playground.session.session import Session

_TERMS = 4  # of a longer sum, to reckon with


class PredictionQuiz(Refreshing, LiveLook, QWidget):
    """Asks for a number of the next layer, reveals it, goes there, and keeps the score of each concept."""

    importance = Importance.DETAIL

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._debugger = session, session.debugger
        self.question: Question | None = None
        """What is asked, None at the end of the pass."""
        self._answered: float | None = None
        self._score = {concept: [0, 0] for concept in CONCEPTS}
        self.ask, self.numbers, self.score = (
            QLabel(wordWrap=True, objectName=f"quiz{name}") for name in ("Question", "Numbers", "Score")
        )
        self.answer = TextLine(objectName="quizAnswer", maximumWidth=120)
        self.answer.returnPressed.connect(self._on_button_clicked)
        self.button = QPushButton(objectName="quizButton")
        self.button.clicked.connect(self._on_button_clicked)
        self.score.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        asked = in_row((self.ask, 1), self.answer, self.button, spacing=6)
        in_column(asked, self.numbers, self.score, of=self, margins=(6, 0, 6, 2), spacing=2)
        self._debugger.trace_changed.connect(self.out_of_date)
        self._debugger.moved.connect(self.out_of_date)
        self._debugger.expected_changed.connect(self.out_of_date)
        self.retranslate()
        self.out_of_date()

    def _end_text(self) -> str:
        if self._debugger.stepped.kind == "sample":
            return self.tr("The pass is at its end: a sample is looked at, not trained on.")
        return self.tr("The pass is at its end: step over (F10) begins the next iteration.")

    # ---- what happens

    def refresh(self) -> None:
        """Ask anew, unless the answer to the last question has just been revealed here."""
        if self._answered is None or not self._is_revealed():
            self._next()

    def _is_revealed(self) -> bool:
        question = self.question
        trace, cursor = self._debugger.trace, self._debugger.cursor
        return question is not None and 0 < cursor <= len(trace) and trace[cursor - 1] is question.event

    def _next(self) -> None:
        self._answered = None
        self.question = question_of(self._debugger.trace, self._debugger.cursor, self._debugger.stepped.iteration)
        self.answer.clear()
        self._show()

    @Slot()
    def _on_button_clicked(self) -> None:
        question = self.question
        if question is None or self._answered is not None:
            self._next()
            self.answer.setFocus()
            return
        try:
            answer = float(parse_number(self.answer.text()))
        except ValueError:
            self._session.status.emit(self.tr("Type a number, such as 0.25, or a guess of it."))
            return
        self._reveal(question, answer)

    def _reveal(self, question: Question, answer: float) -> None:
        self._answered = answer
        right, asked = self._score[question.concept]
        self._score[question.concept] = [right + question.accepts(answer), asked + 1]
        self._debugger.run_to(question.event.index)
        self._debugger.set_element(question.element)
        self._show()

    # ---- what is shown

    def _show(self) -> None:
        question = self.question
        self.answer.setEnabled(question is not None and self._answered is None)
        self.button.setEnabled(question is not None)
        self.button.setText(self.tr("Check") if self._answered is None else self.tr("Next question"))
        if question is None:
            self.ask.setText(self._end_text())
            self.numbers.setText("")
        else:
            told = explain(question.event, question.element.name, question.element.index, terms=_TERMS)
            rest = self.tr("left out: {rest}").format(rest=number(told.rest, 4).text)
            self.ask.setText(self._asked(question) if self._answered is None else self._revealed(question))
            self.numbers.setText(f"{symbols_said(told)}\n{told.numbers}" + (f"  ({rest})" if told.left_out else ""))
        self.score.setText(self._score_text())
        self.score.setVisible(bool(self.score.text()))

    def _asked(self, question: Question) -> str:
        text = self.tr("Next: {layer}. What will {symbol} be?")
        return text.format(layer=question.event.name, symbol=question.element.symbol)

    def _revealed(self, question: Question) -> str:
        is_right = question.accepts(self._answered or 0.0)
        text = self.tr("Right: {symbol} = {value}.") if is_right else self.tr("Not quite: {symbol} = {value}.")
        return text.format(symbol=question.element.symbol, value=number(question.value, 6).text)

    def _score_text(self) -> str:
        names = {
            "affine": self.tr("affine"),
            "activation": self.tr("activation"),
            "loss": self.tr("loss"),
            "gradient": self.tr("gradient"),
            "update": self.tr("update"),
        }
        asked = [(names[concept], *score) for concept, score in self._score.items() if score[1]]
        return "  ·  ".join(f"{name} {right}/{count}" for name, right, count in asked)

    # ---- language

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.answer.setPlaceholderText(self.tr("your answer"))
        about = self.tr("A number; right is what is off by 2% or less. Enter checks it.")
        describe(self.answer, self.tr("Your answer"), about)
        on_hover(self.tr("Reveal the number and go to where it is computed, or ask the next one."), self.button)
        on_hover(self.tr("A number of the layer that comes next"), self.ask)
        on_hover(self.tr("What it is computed from: reckon with these"), self.numbers)
        on_hover(self.tr("Right answers of those asked, concept by concept"), self.score)
        self._show()
