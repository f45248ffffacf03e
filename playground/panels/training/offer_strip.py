"""A strip at the foot of the training panel: what is suggested for the data, or what would make way for other data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from playground.widgets.layouts import STRETCH, in_column, in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.scrolling import scroll_to
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from PySide6.QtGui import QMoveEvent, QResizeEvent

    from playground.session.editing.recipes import Offer


class OfferStrip(LiveLook, QFrame):
    """Asks before a trained network makes way for other data, and offers the recipe where settings cannot learn.

    It stands below what scrolls: when it comes, nothing is pushed away from under the mouse.
    """

    recipe_taken = Signal()
    """Take what is suggested for the data that are there."""
    offer_accepted = Signal()
    """Take the data that are offered, with their recipe."""
    data_accepted = Signal()
    """Take the data that are offered, without."""
    declined = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="trainingOffer", frameShape=QFrame.Shape.StyledPanel)
        self._offer: Offer | None = None
        self._obstacle = self._dismissed = self._network = self._lost = ""
        self._text = QLabel(objectName="offerText", wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._recipe = QPushButton(objectName="buttonTakeRecipe")
        self._data = QPushButton(objectName="buttonTakeDataAlone")
        self._no = QPushButton(objectName="buttonDeclineOffer")
        in_column(
            self._text, in_row(self._recipe, self._data, self._no, STRETCH, spacing=4), of=self, margins=(8, 6, 8, 6)
        )
        self._recipe.clicked.connect(self._on_recipe_clicked)
        self._data.clicked.connect(self.data_accepted)
        self._no.clicked.connect(self._on_no_clicked)
        self.hide()
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Come into sight: it stands at the foot of a panel that scrolls, and asks something."""
        super().resizeEvent(event)
        scroll_to(self)

    def moveEvent(self, event: QMoveEvent) -> None:
        """Stay in sight."""
        super().moveEvent(event)
        scroll_to(self)

    def show_state(self, offer: Offer | None, obstacle: str, network: str, lost: str) -> None:
        """Show an offer, or else a suggestion.

        Parameters
        ----------
        offer
            Data that wait for an answer.
        obstacle
            Why the present settings cannot learn; empty if they can.
        network
            What the recipe is, in words.
        lost
            What Undo would bring back; empty if nothing would be lost.
        """
        if obstacle != self._obstacle:
            self._dismissed = ""
        self._offer, self._obstacle, self._network, self._lost = offer, obstacle, network, lost
        self._refresh()

    def _refresh(self) -> None:
        is_suggestion = bool(self._obstacle) and self._obstacle != self._dismissed
        if self._offer is not None:
            self._text.setText(self._offer_text(self._offer))
        elif is_suggestion:
            self._text.setText("\n".join(filter(None, (self._obstacle, self._suggestion(), self._lost))))
        self._data.setVisible(self._offer is not None)
        self.setVisible(self._offer is not None or is_suggestion)

    def _offer_text(self, offer: Offer) -> str:
        from nn.messages import printable
        from playground.words import word  # a long table, which the first paint does not wait for

        path = str(offer.choice.options.get("path", ""))
        name = printable(Path(path).name) if path else word("dataset", offer.choice.name).label
        text = self.tr("Learn from “{data}”? Your network is trained and not saved.")
        return "\n".join((text.format(data=name), self._lost))

    def _suggestion(self) -> str:
        return self.tr("Suggested for this data: {network}").format(network=self._network)

    @Slot()
    def _on_recipe_clicked(self) -> None:
        (self.recipe_taken if self._offer is None else self.offer_accepted).emit()

    @Slot()
    def _on_no_clicked(self) -> None:
        if self._offer is None:
            self._dismissed = self._obstacle
            self._refresh()
        self.declined.emit()

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.setAccessibleName(self.tr("Suggestion"))
        self._recipe.setText(self.tr("Take the recipe"))
        self._data.setText(self.tr("Data alone"))
        self._no.setText(self.tr("Not now"))
        describe(
            self._recipe,
            self.tr("Take the recipe"),
            self.tr(
                "Network, optimizer, rate and length with which these data are visibly learned; one Undo takes it back."
            ),
        )
        describe(
            self._data,
            self.tr("Data alone"),
            self.tr("Change the data and keep the network: with its weights, where its inputs and outputs fit."),
        )
        describe(self._no, self.tr("Not now"), self.tr("Leave everything as it is."))
        self._refresh()
