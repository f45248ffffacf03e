"""The verdict in one sentence, and on request what it rests on: numbers, the line, how it is off, the change."""

from __future__ import annotations

from enum import IntEnum
from textwrap import dedent
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from playground.panels.my_code.difference import Difference
from playground.panels.my_code.editor.marks import Mark
from playground.panels.my_code.reasons import Reasons
from playground.session.phrase import said
from playground.widgets.fields.quiet_fields import Choice, ChoiceBox
from playground.widgets.layouts import STRETCH, in_column, in_row
from playground.widgets.look.icons import icon
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nn.own_code.indentation import Proposal
    from nn.own_code.judgement import Diagnosis, Edit, Judgement, Said
    from playground.panels.my_code.use_button import UseButton
    from playground.session.own_code.checking import Checking, Outcome

_SIGN = 16  # px
_MOST_FINDINGS = 6
_MOST_LINES = 12
_MOST_NAMES = 4
_LONGEST_NAME = 15  # letters of a name in the choice that are seen


class Told(IntEnum):
    """How much of a judgement a person wanted to be told, one after the other."""

    VERDICT = 0
    NUMBERS = 1
    LINE = 2
    HOW = 3
    CHANGE = 4


class Verdict(LiveLook, QWidget):
    """Says what came of the last check, or that one is under way; never more than was asked for."""

    line_wanted = Signal(int)
    """A person wants to see this line."""
    change_wanted = Signal(object)
    """Edit: a person wants it made."""
    text_wanted = Signal(str)
    """A person wants the code to be this text."""
    marks_changed = Signal()

    def __init__(self, checking: Checking, use: UseButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._checking, self._use = checking, use
        self._outcome: Outcome | None = None
        self._chosen = ""  # the class whose judgement is shown
        self._told = Told.VERDICT
        self._is_folded = False
        self._sign = QLabel()
        self._sign.setFixedWidth(_SIGN)
        self._which = ChoiceBox()
        self._which.setObjectName("codeJudged")
        self._which.setMinimumContentsLength(_LONGEST_NAME)
        self._which.setEnabled(False)
        self._which.value_edited.connect(self._on_which)
        self.text, self.more = self._label("codeVerdict"), Reasons("codeReasons")
        self._busy = QProgressBar(maximum=0, textVisible=False, objectName="codeBusy")
        self._busy.setFixedSize(80, 8)
        self._cancel = QPushButton(objectName="codeCancel")
        self._cancel.clicked.connect(checking.cancel)
        self._asks = {
            told: QPushButton(objectName=f"codeTell{told.name.capitalize()}")
            for told in Told
            if told is not Told.VERDICT
        }
        for button in self._asks.values():
            button.clicked.connect(self._on_asked)
        self._apply = QPushButton(objectName="codeApply")
        self._apply.clicked.connect(self._on_apply)
        self.difference = Difference()
        self._buttons = QWidget()
        row: QHBoxLayout = in_row(*self._asks.values(), self._apply, self._use, STRETCH, of=self._buttons, spacing=4)
        row.setContentsMargins(_SIGN + 6, 0, 0, 0)
        first = in_row(self._sign, self._which, (self.text, 1), self._busy, self._cancel, spacing=6)
        reasons = in_row(_SIGN + 6, (self.more, 1), spacing=0)
        in_column(first, reasons, self.difference, self._buttons, of=self, spacing=3)
        self.retranslate()

    @staticmethod
    def _label(name: str) -> QLabel:
        label = QLabel(wordWrap=True, objectName=name, textFormat=Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        return label

    # ---- what is shown

    @property
    def judgement(self) -> Judgement | None:
        """What is said of the class that is chosen: at first of one that is not right."""
        judgements = self._outcome.judgements if self._outcome is not None else ()
        wrong = (each for each in judgements if each.is_right is False)
        chosen = (each for each in judgements if each.name == self._chosen)
        return next(chosen, None) or next(wrong, None) or next(iter(judgements), None)

    @property
    def marks(self) -> dict[int, Mark]:
        """What is shown beside the lines, as far as it was asked for."""
        judgement, outcome = self.judgement, self._outcome
        if outcome is None or not self._checking.is_current:
            return {}
        if outcome.line:
            others = outcome.reading.unreadable if outcome.reading is not None and self._told >= Told.LINE else ()
            return dict.fromkeys((outcome.line, *others), Mark.WRONG)
        if judgement is None or self._told < Told.LINE:
            return {}
        marks = {tick.line: Mark[tick.state.name] for tick in judgement.ticks}
        if judgement.diagnosis is not None:
            others = {line: Mark.FOLLOWS if mark is Mark.WRONG else mark for line, mark in marks.items()}
            marks = others | {judgement.diagnosis.line: Mark.WRONG}
        return marks

    def refresh(self) -> None:
        """Show how things stand."""
        checking = self._checking
        if checking.outcome is not self._outcome:
            self._outcome, self._told = checking.outcome, Told.VERDICT
            self._fill_choice()
        self.setVisible(checking.is_busy or self._outcome is not None)
        for part in (self._busy, self._cancel):
            part.setVisible(checking.is_busy)
        self.text.setText(self._sentence())
        self.text.setEnabled(checking.is_busy or checking.is_current)
        sign = self._picture()
        self._sign.setPixmap(icon(sign).pixmap(_SIGN, _SIGN)) if sign else self._sign.clear()
        self._refresh_reasons()
        self.marks_changed.emit()

    def fold(self, is_folded: bool) -> None:
        """Leave only the sentence in sight, where the room is wanted for something else; or all of it again."""
        if is_folded != self._is_folded:
            self._is_folded = is_folded
            self.refresh()

    def _fill_choice(self) -> None:
        judgements = self._outcome.judgements if self._outcome is not None else ()
        signs = {True: "✓", False: "✗", None: "–"}
        self._which.set_choices([Choice(each.name, f"{signs[each.is_right]} {each.name}") for each in judgements])
        judgement = self.judgement
        if judgement is not None:
            self._which.show_value(judgement.name)
        self._which.setVisible(len(judgements) > 1)
        self._which.setEnabled(len(judgements) > 1)

    def _picture(self) -> str:
        outcome, judgement = self._outcome, self.judgement
        if self._checking.is_busy or outcome is None:
            return ""
        if judgement is None or judgement.is_right is None:
            return "warning" if outcome.trouble else "info"
        return "tick" if judgement.is_right else "cross"

    def _sentence(self) -> str:
        outcome, judgement = self._outcome, self.judgement
        if self._checking.is_busy:
            return self.tr("The code is being checked…")
        if outcome is None:
            return ""
        if judgement is not None and judgement.is_right is False:
            text = self.tr("{name} is not right yet.").format(name=said(judgement.name))  # why: on request
            text = f"{text} {self._of_others(judgement)}".rstrip()
        elif judgement is not None:
            verdict = said(judgement.verdict)
            is_name = verdict.startswith(said(judgement.name))  # `softmax` is no other name at the start of a sentence
            text = _stopped(verdict, is_name=is_name)
            text = f"{text} {self._of_others(judgement)}".rstrip()
        elif outcome.trouble:
            text = _stopped(said(outcome.trouble))
        else:  # it ran as a program
            text = self.tr("The code ran to its end. No class of the book was found in it; it can be stepped through.")
        before = self.tr("That was before the last change.")
        return text if self._checking.is_current else f"{text} {before}"

    def _of_others(self, judgement: Judgement) -> str:
        """Say how the other classes and functions of the file are."""
        others = [each for each in (self._outcome.judgements if self._outcome is not None else ()) if each != judgement]
        wrong = [said(each.name) for each in others if each.is_right is False]
        if wrong:
            names = ", ".join(wrong[:_MOST_NAMES]) + (", …" if len(wrong) > _MOST_NAMES else "")
            return self.tr("Not right yet either: {names}.").format(names=names)
        if others and all(each.is_right for each in (*others, judgement)):
            return self.tr("So is everything else in this file.")
        return ""

    def _refresh_reasons(self) -> None:
        judgement = self.judgement
        is_told = self._checking.is_current and not self._checking.is_busy and not self._is_folded
        diagnosis = judgement.diagnosis if judgement is not None else None
        has = {
            Told.NUMBERS: judgement is not None and bool(judgement.findings or judgement.notes),
            Told.LINE: diagnosis is not None or bool(self._outcome is not None and self._outcome.line),
            Told.HOW: diagnosis is not None,
            Told.CHANGE: (diagnosis is not None and diagnosis.edit is not None) or self._proposal is not None,
        }
        for told, button in self._asks.items():
            button.setVisible(is_told and has[told])
            button.setEnabled(told is Told.LINE or self._told < told)
        self._apply.setVisible(is_told and has[Told.CHANGE] and self._told >= Told.CHANGE)
        self._use.show_judgement(judgement if is_told else None)
        self._buttons.setVisible(is_told and (any(has.values()) or not self._use.isHidden()))
        lines: list[str] = []
        if is_told:
            lines = self._reasons(judgement, diagnosis) if judgement is not None else self._unreadable()
        shows_change = is_told and self._told >= Told.CHANGE
        self._show_difference(shows_change)
        edit = diagnosis.edit if diagnosis is not None and shows_change else None
        changes = list(_change(edit)) if edit is not None else []
        self.more.show_lines(lines, changes, tells_last=self._told > Told.NUMBERS)

    @property
    def _proposal(self) -> Proposal | None:
        """How a text that is no Python may have been."""
        reading = self._outcome.reading if self._outcome is not None else None
        return reading.proposal if reading is not None else None

    def _unreadable(self) -> list[str]:
        """Say which lines of a text that is no Python are none by themselves, and what is proposed."""
        lines = []
        reading = self._outcome.reading if self._outcome is not None else None
        if reading is not None and reading.unreadable and self._told >= Told.LINE:
            numbers = ", ".join(map(str, reading.unreadable[:_MOST_LINES]))
            more = ", …" if len(reading.unreadable) > _MOST_LINES else ""
            lines.append(self.tr("Not Python even by themselves: lines {lines}.").format(lines=numbers + more))
        if reading is not None and self._told >= Told.CHANGE:
            lines.append(
                self.tr("Perhaps it was meant so. Where a block ends is guessed: read it before you apply it.")
            )
        return lines

    def _show_difference(self, is_told: bool) -> None:
        proposal = self._proposal if is_told else None
        if proposal is not None and self._outcome is not None:
            self.difference.show_texts(self._outcome.code.text, proposal.text)
        self.difference.setVisible(proposal is not None)

    def _reasons(self, judgement: Judgement, diagnosis: Diagnosis | None) -> list[str]:
        lines = []
        if self._told >= Told.NUMBERS:
            errors = [each for each in judgement.findings if each.is_error]  # what is worth a note can wait for them
            shown = (errors or judgement.findings)[:_MOST_FINDINGS]
            found = [f"• {self._place_of(each)}{said(each.message)}" for each in shown]
            lines += [*found, *(f"· {said(note)}" for note in judgement.notes[:_MOST_FINDINGS])]
        if diagnosis is None:
            return lines
        if self._told >= Told.LINE:
            is_sure = diagnosis.certainty == "sure"
            text = self.tr("It is line {line}.") if is_sure else self.tr("Perhaps it is line {line}.")
            lines.append(text.format(line=diagnosis.line))
        if self._told >= Told.HOW:
            lines.append(_stopped(said(diagnosis.how)))
            if diagnosis.example is not None:
                lines.append(said(diagnosis.example))
        if self._told >= Told.CHANGE and diagnosis.edit is not None and not diagnosis.is_last:
            lines.append(self.tr("Besides, there is another mistake."))
        return lines

    def _place_of(self, finding: Said) -> str:
        """Return the line of a finding whose sentence does not name it: what a script does is found at a line."""
        if finding.line is None or finding.where != "script" or "line" in getattr(finding.message, "values", {}):
            return ""
        return self.tr("Line {line}:").format(line=finding.line) + " "

    # ---- what a person asks for

    @Slot(object)
    def _on_which(self, name: str) -> None:
        self._chosen, self._told = name, Told.VERDICT
        self.refresh()

    @Slot()
    def _on_asked(self) -> None:
        asked = next(told for told, button in self._asks.items() if button is self.sender())
        self._told = max(self._told, asked)
        self.refresh()
        if asked is Told.LINE:
            self.line_wanted.emit(self._line())

    def _line(self) -> int:
        judgement, outcome = self.judgement, self._outcome
        if judgement is not None and judgement.diagnosis is not None:
            return judgement.diagnosis.line
        return outcome.line if outcome is not None else 0

    @Slot()
    def _on_apply(self) -> None:
        judgement = self.judgement
        if judgement is not None and judgement.diagnosis is not None and judgement.diagnosis.edit is not None:
            self.change_wanted.emit(judgement.diagnosis.edit)
        elif self._proposal is not None:
            self.text_wanted.emit(self._proposal.text)

    def retranslate(self) -> None:
        """Set every visible text in the language of the moment."""
        self._cancel.setText(self.tr("Cancel"))
        describe(self._cancel, self.tr("Cancel"), self.tr("End the check; changes wait until you ask again."))
        describe(self._which, self.tr("What was checked"), self.tr("The class or function whose verdict is shown."))
        texts = {
            Told.NUMBERS: (self.tr("With numbers"), self.tr("Where it differs, in numbers.")),
            Told.LINE: (self.tr("Which line?"), self.tr("Show the line in the code.")),
            Told.HOW: (self.tr("How is it off?"), self.tr("In what way the line is wrong.")),
            Told.CHANGE: (self.tr("Show the change"), self.tr("The one change that puts it right.")),
        }
        for told, (name, about) in texts.items():
            self._asks[told].setText(name)
            describe(self._asks[told], name, about)
        self._apply.setText(self.tr("Apply the change"))
        describe(self._apply, self.tr("Apply the change"), self.tr("Edit the code; undo takes it back."))
        self._busy.setAccessibleName(self.tr("The code is being checked…"))
        self.refresh()


def _change(edit: Edit) -> Iterator[str]:
    """Give the lines that go and those that come, indented as they are among each other; not those that stay."""
    old, new = (dedent(" " * edit.column + text).split("\n") for text in (edit.old, edit.new))
    yield from (f"−  {line}" for line in old if line.strip() and line not in new)
    yield from (f"+  {line}" for line in new if line.strip() and line not in old)


def _stopped(text: str, *, is_name: bool = False) -> str:
    """Write a message as a sentence; one that begins with a learner's name keeps that as it is."""
    first = text.split(maxsplit=1)[0] if text else ""
    text = f"{text[:1].upper()}{text[1:]}" if first.islower() and not is_name else text  # dL/dx is no word
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."
