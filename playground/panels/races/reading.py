"""What is to be read: what is done and a question before it, and after it what came out and what to know of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

from nn.races.experiment import Paths
from playground.panels.races.card_words import in_language
from playground.panels.races.own_race import WhatDiffers
from playground.panels.races.question import QuestionBox
from playground.panels.races.sentences import has_begun, verdict_text
from playground.session.racing.racing import IDLE
from playground.widgets.layouts import in_column
from playground.widgets.look.live_look import LiveLook

if TYPE_CHECKING:
    from playground.session.racing.racing import Racing
    from playground.session.session import Session


class Introduction(LiveLook, QWidget):
    """What is done, what differs in a race of one's own, and the question."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._racing = session.racing
        self._about = QLabel(wordWrap=True, objectName="raceAbout")
        self.varied, self.question = WhatDiffers(session), QuestionBox(session.racing)
        in_column(self._about, self.varied, self.question, of=self, spacing=8)
        self.retranslate()

    def refresh(self, *, is_narrow: bool) -> None:
        """Show what is to be read now: where there is little room, no introduction once it has begun."""
        racing = self._racing
        self._about.setHidden(is_narrow and has_begun(racing))
        self.varied.setVisible(racing.card is None)
        rows = racing.verdicts.rows
        is_over = racing.state == IDLE and bool(rows)
        self.question.refresh(has_begun=has_begun(racing), is_over=is_over, came=is_over and all(rows[-1][1]))
        if isinstance(racing.experiment, Paths) and not racing.is_as_on_the_card:
            self.question.hide()  # it is about another way, and this one is seen already

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        card = self._racing.card
        own = self.tr(
            "Your network, its data and its training, as they are in Settings. Below stands what differs: "
            "single values of one or several settings, such as optimizer=SGD,Adam lr=0.01,0.1."
        )
        self._about.setText(own if card is None else in_language(card.about))


class Outcome(LiveLook, QWidget):
    """What should come out and whether it did, and what the book's script does that a reader should know."""

    def __init__(self, racing: Racing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._racing = racing
        self._verdict = QLabel(wordWrap=True, objectName="raceVerdict")
        self._slips = QLabel(wordWrap=True, objectName="raceSlips")
        in_column(self._verdict, self._slips, of=self, spacing=8)
        self.retranslate()

    def refresh(self) -> None:
        """Show what is known now."""
        text = verdict_text(self._racing.verdicts)
        self._verdict.setText(text)
        self._verdict.setVisible(bool(text))

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        card = self._racing.card
        note = in_language(card.note) if card is not None else ""
        slips = [f"※ {in_language(each)}" for each in card.slips] if card is not None else []
        text = "\n\n".join(filter(None, [note, *slips]))
        self._slips.setText(text)
        self._slips.setVisible(bool(text))
