"""Choose between two networks by what is known of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

from playground.panels.input.drawing.captioned_choice import CaptionedChoice
from playground.widgets.layouts import in_row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class RecogniserChoice(CaptionedChoice):
    """A choice between the network that ships with the program, "shipped", and the person's own, "mine"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._accuracy: float | None = None
        self._iteration = 0
        self.choice.addItem("", "shipped")
        self.choice.addItem("", "mine")
        # A counting iteration must not change the width of the window.
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        in_row(self.caption, (self.choice, 1), of=self)
        self.retranslate()

    def show_accuracy(self, accuracy: float | None) -> None:
        """Show the shipped network's accuracy on the test images, 0 to 1, if it is known."""
        self._accuracy = accuracy
        self._name_networks()

    def show_iteration(self, iteration: int) -> None:
        """Show how many iterations the person's network has learned for."""
        self._iteration = iteration
        self._name_networks()

    def _name_networks(self) -> None:
        shipped = self.tr("Shipped network")
        if self._accuracy is not None:
            shipped = self.tr("Shipped network ({accuracy:.1f} %)").format(accuracy=100 * self._accuracy)
        mine = self.tr("Your network (iteration {iteration})").format(iteration=f"{self._iteration:,}")
        self.choice.setItemText(0, shipped)
        self.choice.setItemText(1, mine)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        about = self.tr(
            "Which network reads the digit: the one that came with the program, with its accuracy on MNIST's "
            "10,000 test images, or yours as it learns."
        )
        self.name_choice(self.tr("Recognised by"), about)
        self._name_networks()
