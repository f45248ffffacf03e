"""Which experiment is raced, and in which of its two ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from playground.panels.races.card_words import in_language
from playground.panels.races.files import FileButtons
from playground.panels.races.shelf import CARDS
from playground.widgets.fields.quiet_fields import Choice, ChoiceBox
from playground.widgets.layouts import in_column
from playground.widgets.look.live_look import LiveLook
from playground.widgets.wrapping_row import wrapping_row

if TYPE_CHECKING:
    from playground.session.session import Session

_OWN, _BOOK, _FAIR = "own", "book", "fair"


class Choosing(LiveLook, QWidget):
    """The cards of the book and a race of one's own, fair or as in the book, and the files of races."""

    own_wanted = Signal()
    """Somebody chose a race of their own network."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._racing = session.racing
        self.card, self._way = ChoiceBox(), ChoiceBox()
        self.card.setObjectName("raceCard")
        self._way.setObjectName("raceWay")
        self._way.fit_longest()
        self.files = FileButtons(session)
        in_column(wrapping_row(self.card, self._way, self.files, spacing=6), of=self)
        self.card.value_edited.connect(self._on_card_edited)
        self._way.value_edited.connect(self._on_way_edited)
        self.retranslate()

    @Slot(object)
    def _on_card_edited(self, name: str) -> None:
        if name == _OWN:
            self.own_wanted.emit()
        else:
            self._racing.choose(CARDS[name])

    @Slot(object)
    def _on_way_edited(self, name: str) -> None:
        racing = self._racing
        if racing.card is not None:
            answer = racing.answer
            racing.choose(racing.card, as_in_the_book=name == _BOOK)
            racing.answer = answer  # the question is the same

    def show_chosen(self) -> None:
        """Show what is chosen."""
        card = self._racing.card
        self.card.show_value(_OWN if card is None else card.name)
        self._way.show_value(_BOOK if self._racing.as_in_the_book else _FAIR)
        self._way.setVisible(card is not None and card.book is not None)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._name_cards()
        self._name_ways()
        self.show_chosen()

    def _name_cards(self) -> None:
        choices = [
            Choice(card.name, f"{card.section}  {in_language(card.title)}", in_language(card.about))
            for card in CARDS.values()
        ]
        self.card.set_choices([*choices, Choice(_OWN, self.tr("Your network, with settings of your choice"))])
        self.card.setAccessibleName(self.tr("Experiment"))
        self.card.explain(self.tr("An experiment of the book, or a race of your own network."))

    def _name_ways(self) -> None:
        fair = self.tr("One start, the same batches for all, and what is usual today.")
        book = self.tr("As the book's script does it: each network draws its own weights, batches are drawn again.")
        ways = Choice(_FAIR, self.tr("Fair"), fair), Choice(_BOOK, self.tr("As in the book"), book)
        self._way.set_choices(list(ways))
        self._way.setAccessibleName(self.tr("How it is raced"))
        self._way.explain(self.tr("Whether all begin alike, or as the book's script does it."))
