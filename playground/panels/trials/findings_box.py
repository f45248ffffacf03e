"""What the trials say, in sentences, and what can be done with it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from nn.messages import from_parts, printable
from playground.panels.setting_words import setting_text, value_text
from playground.panels.trials.scrolled_words import ScrolledWords
from playground.panels.trials.words import influence_text
from playground.session.phrase import said
from playground.widgets.layouts import STRETCH, in_column, in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.share_text import share_text
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from nn.messages import Message
    from nn.runs.trial import Result
    from playground.session.searching.searching import Searching

_FEW = 8
"""Trials with which there is something to say."""


class FindingsBox(LiveLook, QWidget):
    """Says who is best, what matters and what does not, and where to look next."""

    narrow_requested = Signal()
    widen_requested = Signal()
    take_requested = Signal()

    def __init__(self, searching: Searching, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._searching = searching
        self._words = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText, objectName="searchFindings")
        self._narrow = QPushButton(objectName="narrowRanges")
        self._narrow.clicked.connect(self.narrow_requested)
        self._widen = QPushButton(objectName="widenRanges")
        self._widen.clicked.connect(self.widen_requested)
        self._take = QPushButton(objectName="takeTrial")
        self._take.clicked.connect(self.take_requested)
        self._sight = ScrolledWords(self._words)
        buttons = in_row(self._take, self._narrow, self._widen, STRETCH, spacing=6)
        in_column((self._sight, 1), buttons, of=self, spacing=4)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)  # no higher than its words
        self._chosen: Result | None = None
        self._has_room = True
        self.retranslate()

    def leave_room(self, has_room: bool) -> None:
        """Show the sentences, or the buttons alone where a picture wants the height."""
        self._has_room = has_room
        self._sight.setVisible(has_room and bool(self._words.text()))

    def show_chosen(self, chosen: Result | None) -> None:
        """Know which trial is chosen in the table: its settings are the ones that are taken."""
        self._chosen = chosen
        self.refresh()

    def refresh(self) -> None:
        """Say what is known now."""
        searching, findings = self._searching, self._searching.findings
        best = searching.best
        parts = [] if best is None else [self._best(best)]
        parts += [self._verdict()] if searching.verdict is not None or searching.is_judging else []
        if findings is not None and len(searching.results) >= _FEW:
            parts += map(_edge_text, findings.edges)
            parts += [influence_text(each) for each in findings.influences]
        if findings is not None and len(findings.machines) > 1:
            text = self.tr("The trials were made on different machines, whose bits may differ: {machines}.")
            parts.append(text.format(machines="; ".join(map(printable, findings.machines))))
        self._words.setText("\n".join(parts))
        self._sight.setVisible(self._has_room and bool(parts))
        self._sight.updateGeometry()
        has_around = findings is not None and bool(findings.around) and len(searching.results) >= _FEW
        self._narrow.setVisible(has_around)
        self._widen.setVisible(has_around and findings is not None and bool(findings.edges))
        self._take.setVisible(best is not None)
        is_other = self._chosen is not None and best is not None and self._chosen.trial.number != best.trial.number
        self._take.setText(self.tr("Take the chosen settings") if is_other else self.tr("Take the best settings"))

    def _best(self, best: Result) -> str:
        settings = ", ".join(
            f"{setting_text(name)} {value_text(name, value)}" for name, value in best.trial.settings.items()
        )
        text = self.tr("The best so far, trial {number}: {settings}; {merit} on the samples held back.")
        merit = f"{best.loss:.4g}" if math.isnan(best.accuracy) else share_text(best.accuracy)
        return text.format(number=best.trial.number + 1, settings=settings, merit=merit)

    def _verdict(self) -> str:
        verdict = self._searching.verdict
        if verdict is None:
            return self.tr("The winner learns from all training data, and is then judged on the test data, once …")
        figure = f"{verdict.loss:.4g}" if math.isnan(verdict.accuracy) else share_text(verdict.accuracy)
        if math.isnan(verdict.loss):
            return self.tr("The winner diverged when it learned from all training data: it has no figure.")
        text = self.tr(
            "Trial {number}, the winner of {count:,}, learned from all training data and was judged on the test data, "
            "once: {figure}."
        )
        return text.format(number=verdict.number + 1, count=verdict.of, figure=figure)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._narrow.setText(self.tr("Narrow the ranges"))
        about = self.tr("Set the ranges to those of the best fifth of the trials, as the book advises (6.5).")
        describe(self._narrow, self._narrow.text(), about)
        self._widen.setText(self.tr("Widen the ranges"))
        about = self.tr(
            "Let the ranges go on at whose end the best lies: tenfold on a logarithmic scale, else by half of them."
        )
        describe(self._widen, self._widen.text(), about)
        self.refresh()
        about = self.tr("Put these settings into the document, with fresh weights; Undo brings back what you had.")
        describe(self._take, self._take.text(), about)


def _edge_text(edge: Message) -> str:
    """Say that the best lies at the end of a range, with the setting as the window calls it."""
    text = said(from_parts(edge.template, {**edge.values, "name": setting_text(str(edge.values["name"]))}))
    return f"{text[:1].upper()}{text[1:]}."
