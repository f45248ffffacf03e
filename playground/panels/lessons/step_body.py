"""The body of a step of a lesson: its text, what it asks, what is to be done, its live numbers, and the way on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from playground.lessons.task import Prediction, Question, Writing
from playground.panels.lessons.action_help import ActionHelp
from playground.panels.lessons.numbers import LessonNumbers
from playground.panels.lessons.prediction import LessonPrediction
from playground.panels.lessons.question import LessonQuestion
from playground.panels.lessons.race import LessonRace
from playground.panels.lessons.sheet import LessonSheet
from playground.panels.lessons.texts import say
from playground.panels.lessons.writing import LessonWriting
from playground.widgets.layouts import in_column
from playground.widgets.text.paragraph import Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nn.inspection.batch_race import Lap
    from playground.lessons.asking.answering import Answering
    from playground.lessons.course import Standing
    from playground.lessons.lesson import Step
    from playground.lessons.readings import Reading
    from playground.lessons.task import Ask
    from playground.panels.lessons.wishes import Wishes

    AskWidget = LessonPrediction | LessonQuestion | LessonWriting


class LessonStepBody(QWidget):
    """The text of a step and, while the step is at hand, everything to do in it.

    What is asked comes first, one thing after the other; buttons and numbers come when all is answered.
    """

    def __init__(self, step: Step, is_last: bool, wishes: Wishes, parent: QWidget) -> None:
        super().__init__(parent)
        self._step, self._wishes = step, wishes
        self._answering: tuple[Answering, ...] = ()
        self._asks = [_ask_widget(number, ask, wishes, self) for number, ask in enumerate(step.task.asks)]
        self._sheets = [LessonSheet(wishes, self) for _ in (step.task.sheet,) if step.task.sheet is not None]
        self._then, self._after = Paragraph("", self), Paragraph("", self)
        self._offers = [self._offer(number) for number in range(len(step.task.offers))]
        self._help = ActionHelp(say(step.hint), self)
        self._help.asked.connect(wishes.help)
        self._races = [LessonRace(each, wishes, self) for each in (step.task.race,) if each is not None]
        self._numbers = LessonNumbers(self)
        self._go_on = QPushButton(self.tr("Finish") if is_last else self.tr("Continue"), self, objectName="lessonGoOn")
        self._go_on.clicked.connect(wishes.go_on)
        self._lay_out()

    def _lay_out(self) -> None:
        left = Qt.AlignmentFlag.AlignLeft
        in_column(
            Paragraph(say(self._step.text), self),
            *self._asks,
            *self._sheets,
            self._then,
            *((button, 0, left) for button in self._offers),
            self._help,
            *self._races,
            self._numbers,
            self._after,
            (self._go_on, 0, left),
            of=self,
            margins=(20, 0, 0, 4),
            spacing=8,
        )

    def _offer(self, number: int) -> QPushButton:
        label = say(self._step.task.offers[number].label)
        button = QPushButton(label or self.tr("Do it for me"), self, objectName=f"lessonOffer{number}")
        button.setToolTip(self.tr("Put this in place, as one step that can be undone."))
        button.clicked.connect(self._on_offer_clicked)
        return button

    # ---- showing

    def show_standing(self, standing: Standing) -> None:
        """Show how the person stands with the step."""
        left_ask = self._has_focus_in_asks()
        before, self._answering = self._answering, standing.answering
        for number, widget in enumerate(self._asks):
            widget.setVisible(standing.asked is None or number <= standing.asked)
            widget.show_answering(standing.answering[number])
            if before and before[number].hint_read == standing.answering[number].hint_read:
                self._tell(before[number], standing.answering[number], widget.verdict())
        self._show_sheet(standing)
        self._show_action(standing)
        self._after.say(say(self._step.after) if standing.is_done else "")
        self._go_on.setVisible(True)
        self._go_on.setEnabled(standing.may_go_on)
        waits = self.tr("Waits until the step is done.")
        self._go_on.setToolTip(self.tr("Go on with the next step.") if standing.may_go_on else waits)
        if left_ask and not self._has_focus_in_asks():
            self.first_control().setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, before: Answering, now: Answering, verdict: str) -> None:
        """Say how an answer was that was given just now."""
        if now != before and verdict:
            self._wishes.told.emit(verdict)

    def _show_sheet(self, standing: Standing) -> None:
        writes = standing.asked is None or isinstance(self._step.task.asks[standing.asked], Writing)
        for sheet in self._sheets:
            sheet.show()
            sheet.show_lines(standing.lines, is_open=writes)

    def _show_action(self, standing: Standing) -> None:
        """Show what is to be done once all is answered; what does it for the person comes after the hint."""
        answered, done = standing.is_answered, standing.is_done
        self._then.say(say(self._step.then) if answered else "")
        helps = [offer.is_help for offer in self._step.task.offers]
        for button, is_help in zip(self._offers, helps, strict=True):
            button.setVisible(answered and (not is_help or (standing.hint_read and not done)))
        self._help.show_help(
            has_more=answered and not done and (bool(say(self._step.hint)) or any(helps)), is_read=standing.hint_read
        )
        for race in self._races:
            race.setVisible(answered)

    def _has_focus_in_asks(self) -> bool:
        """Say whether the keyboard is where something can be answered."""
        focus, places = QApplication.focusWidget(), (*self._asks, *self._sheets)
        return focus is not None and _takes_focus(focus) and any(each.isAncestorOf(focus) for each in places)

    def show_race(self, lap: Lap | None, is_running: bool) -> None:
        """Show how things stand in the race."""
        for race in self._races:
            race.show_race(lap, is_running)

    def rest(self) -> None:
        """Show the texts only: the step has been done."""
        for control in (*self._asks, *self._sheets, *self._offers, *self._races, self._help, self._go_on):
            control.hide()
        self._numbers.show_numbers(())
        self._then.say(say(self._step.then))
        self._after.say(say(self._step.after))

    def show_numbers(self, numbers: Sequence[tuple[str, Reading]]) -> None:
        """Show live numbers; none hide their table."""
        self._numbers.show_numbers(numbers)

    def first_control(self) -> QWidget:
        """Give the widget that a person uses first."""
        found = (each.first_control() for each in self._asks if not each.isHidden())
        candidates = [*(each for each in found if each is not None), *(each.first_control() for each in self._sheets)]
        candidates += [*self._offers, *(each.first_control() for each in self._races)]
        return next(filter(_takes_focus, candidates), self._go_on)

    def way_on(self) -> QWidget:
        """Give the button that goes on with the next step."""
        return self._go_on

    def _on_offer_clicked(self) -> None:
        self._wishes.offer.emit(self._offers.index(self.sender()))


def _ask_widget(number: int, ask: Ask, wishes: Wishes, parent: QWidget) -> AskWidget:
    match ask:
        case Prediction():
            return LessonPrediction(number, ask, wishes, parent)
        case Question():
            return LessonQuestion(number, ask, wishes, parent)
        case Writing():
            return LessonWriting(number, ask, wishes, parent)


def _takes_focus(widget: QWidget) -> bool:
    return widget.isEnabled() and not widget.isHidden() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
