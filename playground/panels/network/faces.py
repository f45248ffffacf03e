"""The switch above the network while somebody compares: this one, the other one, or the difference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from playground.widgets.fields.tool_button import tool_button
from playground.widgets.layouts import in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.refreshing import Importance, Refreshing
from playground.widgets.text.steady_label import SteadyLabel
from playground.widgets.text.tooltips import describe, on_hover

if TYPE_CHECKING:
    from playground.session.looking.difference import Face
    from playground.session.session import Session

_FACES: tuple[Face, ...] = ("this", "other", "difference")


class NetworkFaces(Refreshing, LiveLook, QWidget):
    """Three buttons of which one is down, and a line that says what is seen; hidden while nobody compares."""

    importance = Importance.ANSWER

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="networkFaces")
        self._session = session
        self._group = QButtonGroup(self)
        self._buttons = {face: self._button(face) for face in _FACES}
        self._words = SteadyLabel()
        self._words.setObjectName("networkFacesWords")
        self._words.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        in_row(*self._buttons.values(), 8, (self._words, 1), of=self, spacing=2)
        self._group.buttonClicked.connect(self._on_clicked)
        session.comparison.changed.connect(self._on_changed)
        self._on_changed()
        self.retranslate()

    def _button(self, face: str) -> QAbstractButton:
        button = tool_button(
            "", f"networkFace{face.capitalize()}", checkable=True, focusPolicy=Qt.FocusPolicy.StrongFocus
        )
        self._group.addButton(button)
        return button

    @Slot(QAbstractButton)
    def _on_clicked(self, button: QAbstractButton) -> None:
        comparison = self._session.comparison
        comparison.show_face(next(face for face in _FACES if self._buttons[face] is button))

    @Slot()
    def _on_changed(self) -> None:
        self.setVisible(self._session.comparison.is_open)  # what is hidden is not refreshed
        if self._session.comparison.is_open:
            self.out_of_date()

    def refresh(self) -> None:
        """Show what pictures show now, or why there is nothing to choose."""
        comparison = self._session.comparison
        why_not = comparison.why_not_apart()
        for face, button in self._buttons.items():
            button.setEnabled(face == "this" or not why_not)
            button.setChecked(face == comparison.face)
        self._words.setText(self._sentence(why_not))
        on_hover(self._words.text(), self._words)

    def _sentence(self, why_not: str) -> str:
        face = self._session.comparison.face
        if why_not:
            return self.tr("No difference can be drawn: {reason}.").format(reason=why_not)
        if face == "difference":
            return self.tr("Blue: larger here than in the other network; orange: smaller.")
        if face == "other":
            return self.tr("The network that you compare with, with the same sample.")
        return ""

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.setAccessibleName(self.tr("Which network is drawn"))
        texts = {
            "this": (self.tr("This one"), self.tr("Draw the network that you look at.")),
            "other": (self.tr("The other"), self.tr("Draw the network that you compare with, with the same sample.")),
            "difference": (
                self.tr("Difference"),
                self.tr("Draw how much larger each weight and each number is here than in the other network."),
            ),
        }
        for face, button in self._buttons.items():
            name, about = texts[face]
            button.setText(name)
            describe(button, name, about)
        self.out_of_date()
