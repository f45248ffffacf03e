"""Races of a person's own, typed as settings: what differs, and one more contestant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from nn.datasets import DATASETS
from nn.races.race import Material, Race
from nn.races.varying import contestants_of, varied_by
from nn.runs.trial import Base
from nn.training import iterations_per_epoch
from playground.session.phrase import said
from playground.widgets.fields.text_line import TextLine
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from nn.datasets.base import Dataset
    from playground.session.document.state import DocumentState
    from playground.session.session import Session

_AT_FIRST = "optimizer=SGD,Momentum,AdaGrad,Adam"
_A_PERSONS = (TypeError, ValueError, KeyError)
"""What settings may raise: it is said in a sentence."""


class WhatDiffers(LiveLook, TextLine):
    """The settings in which contestants with the document's network differ; Enter has them race."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="raceVaried")
        self._session = session
        self.setText(_AT_FIRST)
        self.returnPressed.connect(self.take)
        session.racing.chosen.connect(self._on_chosen)
        self._on_chosen()
        self.retranslate()

    @Slot()
    def take(self) -> None:
        """Put the race together; say why where it cannot be raced."""
        session = self._session
        state, data = session.document.state, session.library.data
        if data is None:
            session.status.emit(self.tr("The data are still being loaded."))
            return
        try:
            race = own_race(state, data, self.text())
        except _A_PERSONS as error:
            session.status.emit(said(error))
        else:
            session.racing.take(race, own_data=_has_own_data(state))

    @Slot()
    def _on_chosen(self) -> None:
        """Say in what those differ who are there now, out of a file or a document."""
        race = self._session.racing.experiment
        text = varied_by(race.contestants) if isinstance(race, Race) and self._session.racing.card is None else ""
        if text:
            self.setText(text)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        about = self.tr("What differs: single values of settings, such as optimizer=SGD,Adam lr=0.01,0.1")
        describe(self, self.tr("What differs"), about)


class Newcomer(LiveLook, TextLine):
    """The settings of one more contestant, which begins at the start and catches up."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="raceNewcomer")
        self._session = session
        self.returnPressed.connect(self._on_entered)
        self.retranslate()

    @Slot()
    def _on_entered(self) -> None:
        racing = self._session.racing
        race = racing.experiment
        if not self.text().strip() or not isinstance(race, Race):
            return
        try:
            newcomers = contestants_of(self.text())
            for contestant in newcomers:  # all of them or nobody
                race = race.with_contestant(contestant)
        except _A_PERSONS as error:
            self._session.status.emit(said(error))
            return
        for contestant in newcomers:
            racing.add(contestant)
        self.setText("")

    def refresh(self) -> None:
        """Offer it where one more can join."""
        race = self._session.racing.experiment
        self.setVisible(isinstance(race, Race) and not race.shared_optimizer)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.setPlaceholderText(self.tr("Add a contestant: optimizer=Adam lr=0.001"))
        about = self.tr("Settings of one more contestant; it begins at the start and catches up. Enter adds it.")
        describe(self, self.tr("One more contestant"), about)


def own_race(state: DocumentState, data: Dataset, varied: str) -> Race:
    """Return a race of the document's network, as long as its training, with what a text varies.

    Raises
    ------
    TypeError, ValueError, KeyError
        If it cannot be raced; the message says why.
    """
    choice, config = state.dataset, state.config
    material = Material(choice.name, {} if choice.name not in DATASETS else dict(choice.options))
    iterations = max(1, config.epochs * iterations_per_epoch(data, config))
    return Race(Base(state.spec, config), contestants_of(varied), material, iterations)


def _has_own_data(state: DocumentState) -> bool:
    """Say whether the document's samples are not those that their name stands for."""
    choice = state.dataset
    return choice.name not in DATASETS or choice.train is not None or choice.kept is not None
