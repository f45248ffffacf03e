"""The sheet above the code of an exercise or a milestone: the question, a trial, hints, and the answer last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from playground.lessons.finished import EXERCISES, Finished
from playground.lessons.own_code.exercise import Exercise
from playground.panels.my_code.practice.helps import answer_of, asked_of, helps_of
from playground.panels.my_code.practice.results import result_of, wanted_of
from playground.panels.my_code.practice.things import say, thing_of
from playground.widgets.layouts import STRETCH, in_column, in_row
from playground.widgets.look.fonts import bold
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.paragraph import Paragraph, plain
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from playground.panels.my_code.practice.things import Thing
    from playground.session.own_code.measuring import Measuring
    from playground.session.own_code.own_code import OwnCode


class Sheet(LiveLook, QWidget):
    """Belongs to the code of the moment, by its name; hidden where that is no exercise."""

    list_wanted = Signal()
    consent_wanted = Signal()
    """The code has to be allowed before it can be tried."""
    line_wanted = Signal(int)

    def __init__(self, own: OwnCode, measuring: Measuring) -> None:
        super().__init__(objectName="practiceSheet")
        self._own, self._measuring = own, measuring
        self._finished = Finished(EXERCISES)
        self._thing: Thing | None = None
        self._shown = 0
        """Helps that are shown; one more than there are with the answer."""
        self._waits = False
        """Whether the code is to be tried as soon as it may run."""
        self._make_widgets()
        measuring.changed.connect(self._on_measured)
        self.restyle()
        self.retranslate()

    def _make_widgets(self) -> None:
        self._title = QLabel(objectName="practiceTitle", textFormat=Qt.TextFormat.PlainText)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._page = QWidget()
        self._question, self._asked = Paragraph("", self._page), Paragraph("", self._page)
        self._helps = QVBoxLayout()
        parts = (self._question, self._asked, self._helps, STRETCH)
        in_column(*parts, of=self._page, margins=(0, 0, 4, 0), spacing=6)
        self._texts = QScrollArea(widgetResizable=True, objectName="practiceTexts")
        self._texts.setFrameShape(QFrame.Shape.NoFrame)
        self._texts.setWidget(self._page)
        self._texts.verticalScrollBar().rangeChanged.connect(self._on_texts_grew)
        self._result = Paragraph("", self)
        self._result.setObjectName("practiceResult")
        self._busy = QProgressBar(maximum=0, textVisible=False)
        self._busy.setFixedSize(80, 8)
        wishes = {"practiceTry": self._on_try, "practiceCancel": self._measuring.cancel, "practiceHelp": self._on_help}
        wishes |= {"practiceApply": self._on_apply, "practiceList": self.list_wanted}
        made = [QPushButton(objectName=name) for name in wishes]
        for button, wish in zip(made, wishes.values(), strict=True):
            button.clicked.connect(wish)
        self._try, self._cancel, self._help, self._apply, self._list = made
        head = in_row((self._title, 1), self._list, spacing=6)
        parts = (self._try, self._busy, self._cancel, self._help, self._apply, (self._result, 20), STRETCH)
        row = in_row(*parts, spacing=6)
        in_column(head, (self._texts, 1), row, of=self, margins=(8, 2, 8, 2), spacing=4)

    @property
    def has_question(self) -> bool:
        """Whether the code is an exercise whose fault is to be found."""
        return isinstance(self._thing, Exercise)

    def hasHeightForWidth(self) -> bool:
        """Hide that paragraphs have: the dock would grow to the height that all of it likes best."""
        return False

    def minimumSizeHint(self) -> QSize:
        """Let it be as small as a few lines; it scrolls."""
        return QSize(200, 6 * self.fontMetrics().lineSpacing())

    def sizeHint(self) -> QSize:
        """Give room for the question and the buttons."""
        return QSize(400, 9 * self.fontMetrics().lineSpacing())

    def follow(self) -> None:
        """Show what the code of the moment is about."""
        code = self._own.code
        before = None if self._thing is None else f"{self._thing.name}.py"
        if code is None or code.path is not None or code.name != before:
            self._thing, self._shown, self._waits = thing_of(code), 0, False
            self._refresh()
        self.setVisible(self._thing is not None)
        if self._waits and self._own.may_run:
            self._on_try()
            self._cancel.setFocus()  # the question that was answered is gone, and the focus with it

    # ---- what a person does

    @Slot()
    def _on_try(self) -> None:
        if self._thing is None:
            return
        self._waits = not self._own.may_run
        if self._waits:
            self.consent_wanted.emit()
        else:
            self._measuring.start(wanted_of(self._thing))

    @Slot()
    def _on_help(self) -> None:
        if self._thing is None:
            return
        self._shown += 1
        self._refresh()
        helps = helps_of(self._thing)
        line = helps[self._shown - 1][1] if self._shown <= len(helps) else self._line_of_the_answer()
        if line is not None:
            self.line_wanted.emit(line)

    @Slot()
    def _on_texts_grew(self) -> None:
        """Show the latest hint, which stands last."""
        if self._shown:
            bar = self._texts.verticalScrollBar()
            bar.setValue(bar.maximum())

    def _line_of_the_answer(self) -> int | None:
        return self._thing.lines[0] if isinstance(self._thing, Exercise) else None

    @Slot()
    def _on_apply(self) -> None:
        if isinstance(self._thing, Exercise) and self._own.code is not None:
            text = self._own.code.text
            for mend in self._thing.mends:
                text = text.replace(mend.old, mend.new, 1)
            self._own.write(text)

    @Slot()
    def _on_measured(self) -> None:
        measured = self._measuring.measured
        if self._thing is not None and measured is not None:
            text, is_reached = result_of(self._thing, measured)
            if is_reached:
                self._finished.add(self._thing.name)
            self._result.say(text)
        else:
            self._result.say("")
        self._refresh_buttons()

    # ---- what is shown

    def _refresh(self) -> None:
        thing = self._thing
        while self._helps.count():
            self._helps.takeAt(0).widget().deleteLater()
        if thing is None:
            return
        self._title.setText(plain(say(thing.title)))
        self._question.say(say(thing.question) if isinstance(thing, Exercise) else self._task(thing))
        self._asked.say(asked_of(thing))
        for text, _ in helps_of(thing)[: self._shown]:
            self._helps.addWidget(Paragraph(text, self._page))
        if self._is_answered and isinstance(thing, Exercise):
            self._helps.addWidget(Paragraph(answer_of(thing), self._page))
        self._on_measured()

    @staticmethod
    def _task(thing: Thing) -> str:
        return "" if isinstance(thing, Exercise) else f"{say(thing.purpose)}\n\n{say(thing.task)}"

    @property
    def _is_answered(self) -> bool:
        return self._thing is not None and self._shown > len(helps_of(self._thing))

    def _refresh_buttons(self) -> None:
        thing, is_busy = self._thing, self._measuring.is_busy
        if thing is None:
            return
        shown, gone = (self._cancel, self._try) if is_busy else (self._try, self._cancel)
        shown.show()
        if gone.hasFocus():
            shown.setFocus()  # else Qt gives it to another part of the window
        gone.hide()
        self._busy.setVisible(is_busy)
        count, is_exercise = len(helps_of(thing)), isinstance(thing, Exercise)
        has_more = self._shown < count or (is_exercise and not self._is_answered)
        self._apply.setVisible(is_exercise and self._is_answered)
        if self._help.hasFocus() and not has_more:
            (self._apply if is_exercise else self._try).setFocus()
        self._help.setVisible(has_more)
        if self._shown < count:
            self._help.setText(self.tr("Hint {number} of {count}").format(number=self._shown + 1, count=count))
        else:
            self._help.setText(self.tr("Answer"))
        self._try.setText(self.tr("Run it") if is_exercise else self.tr("Train with it"))

    def restyle(self) -> None:
        """Take the font of the moment."""
        self._title.setFont(bold(self.font()))

    def retranslate(self) -> None:
        """Set every visible text in the language of the moment."""
        run = self.tr("Run the program to its end, and see whether the fault still shows; a network is trained.")
        describe(self._try, self.tr("Try it"), run)
        self._cancel.setText(self.tr("Cancel"))
        describe(self._cancel, self.tr("Cancel"), self.tr("End the run."))
        describe(self._help, self.tr("Hint"), self.tr("Where to look, then what helps; the answer comes last."))
        self._apply.setText(self.tr("Put it in"))
        describe(self._apply, self.tr("Put it in"), self.tr("Change the code as the answer says; Undo takes it back."))
        self._list.setText(self.tr("All exercises"))
        describe(self._list, self.tr("All exercises"), self.tr("Choose another one; the code here stays."))
        self._busy.setAccessibleName(self.tr("The program runs…"))
        self._refresh()
