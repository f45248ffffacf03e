"""Choose between two networks by what is known of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from playground.widgets.look.boxes import hbox
from playground.widgets.look.live_look import LiveLook


class RecogniserChoice(LiveLook, QWidget):
    """A choice between the network that ships with the program and the person's own."""

    recogniser_chosen = Signal(str)
    """"shipped" or "mine": what a person chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._accuracy: float | None = None
        self._iteration = 0
        self._caption = QLabel(self)
        self._choice = QComboBox(self)
        self._choice.addItem("", "shipped")
        self._choice.addItem("", "mine")
        # A counting iteration must not change the width of the window.
        self._choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._choice.activated.connect(self._on_choice_activated)
        self._caption.setBuddy(self._choice)
        hbox(self._caption, (self._choice, 1), on=self)
        self.retranslate()

    def show_recogniser(self, name: str) -> None:
        """Show which network reads: "shipped" or "mine"."""
        self._choice.setCurrentIndex(self._choice.findData(name))

    def show_accuracy(self, accuracy: float | None) -> None:
        """Show the shipped network's accuracy on the test images, 0 to 1, if it is known."""
        self._accuracy = accuracy
        self._name_networks()

    def show_iteration(self, iteration: int) -> None:
        """Show how many iterations the person's network has learned for."""
        self._iteration = iteration
        self._name_networks()

    def _on_choice_activated(self, index: int) -> None:
        self.recogniser_chosen.emit(self._choice.itemData(index))

    def _name_networks(self) -> None:
        shipped = self.tr("Shipped network")
        if self._accuracy is not None:
            shipped = self.tr("Shipped network ({accuracy:.1f} %)").format(accuracy=100 * self._accuracy)
        mine = self.tr("Your network (iteration {iteration})").format(iteration=f"{self._iteration:,}")
        self._choice.setItemText(0, shipped)
        self._choice.setItemText(1, mine)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._caption.setText(self.tr("Recognised by"))
        explanation = self.tr(
            "Which network reads the digit: the one that came with the program, with its accuracy on MNIST's "
            "10,000 test images, or yours as it learns."
        )
        for widget in (self._caption, self._choice):
            widget.setToolTip(explanation)
        self._name_networks()
