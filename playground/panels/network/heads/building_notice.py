"""A sign that something large is being made, with a button to give it up."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from playground.widgets.look.live_look import LiveLook


class BuildingNotice(LiveLook, QFrame):
    """Covers what cannot be used meanwhile; `cancelled` when a person has waited long enough."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QLabel()
        self._bar = QProgressBar(maximum=0)
        self._bar.setTextVisible(False)
        self._bar.setMaximumHeight(8)
        self.cancel = QPushButton()
        self.cancel.clicked.connect(self.cancelled)
        self.setAutoFillBackground(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        layout = QHBoxLayout(self)
        layout.addWidget(self._text)
        layout.addWidget(self._bar, 1)
        layout.addWidget(self.cancel)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Set every visible text in the language of the moment."""
        self._text.setText(self.tr("Making the new network …"))
        self.cancel.setText(self.tr("Cancel"))
        self.cancel.setToolTip(self.tr("Keep the network as it is."))
        self._bar.setAccessibleName(self.tr("Making the new network"))
        self._bar.setToolTip(self.tr("A large network's weights are being copied and drawn; everything else works on."))
