"""The way of a class that is right into the network: a button whose menu has the places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from nn.layers import LAYERS
from nn.network.naming import layer_names
from playground.session.own_code.using import Spot
from playground.session.phrase import said
from playground.widgets.actions import as_menu_text
from playground.widgets.fields.complaint import complain
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from nn.own_code.judgement import Judgement
    from playground.session.session import Session

_LAYER = "layer"


class UseButton(LiveLook, QPushButton):
    """Puts a class into the network where a person wants it; grey, and says why, while it is not right."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="codeUse")
        self._session, self._using = session, session.own_code.using
        self._judgement: Judgement | None = None
        self.places = QMenu(self)
        self.places.aboutToShow.connect(self._fill)
        self.places.triggered.connect(self._on_triggered)
        self.setMenu(self.places)
        self._using.changed.connect(self._refresh)
        self._using.refused.connect(self._on_refused)
        self.retranslate()

    def show_judgement(self, judgement: Judgement | None) -> None:
        """Follow what is said of the chosen class; None while there is nothing that holds."""
        self._judgement = judgement
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        judgement = self._judgement
        self.setVisible(judgement is not None and judgement.role == _LAYER)
        if judgement is None:
            return
        self.setEnabled(judgement.is_right is True and not self._using.is_busy)
        self.setText(self.tr("Recording…") if self._using.is_busy else self.tr("Use it in the network"))
        if judgement.is_right is True:
            about = self.tr(
                "Let {name} be a layer of your network: the steps that it takes are recorded and done again there. "
                "Its code never runs in the program itself."
            )
        else:
            about = self.tr("{name} is not right yet: only what is right can stand in the network.")
        describe(self, self.tr("Use it in the network"), about.format(name=said(judgement.name)))

    @Slot()
    def _fill(self) -> None:
        """Offer every place of the network of the moment."""
        spec = self._session.document.state.spec
        self.places.clear()
        names = layer_names(spec)
        for index, (layer, name) in enumerate(zip(spec.layers, names, strict=True)):
            if LAYERS[layer.kind].elementwise or LAYERS[layer.kind].weighted:
                self._offer(self.tr("In the place of {layer}").format(layer=name), Spot(index, True))
        self.places.addSeparator()
        for index, name in enumerate(names):
            self._offer(self.tr("Behind {layer}").format(layer=name), Spot(index + 1, False))

    def _offer(self, text: str, spot: Spot) -> None:
        action = self.places.addAction(as_menu_text(text))
        action.setData(spot)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        if self._judgement is not None:
            self._using.start(self._judgement.name, action.data())

    @Slot(str)
    def _on_refused(self, reason: str) -> None:
        complain(self, reason)

    def retranslate(self) -> None:
        """Set every visible text in the language of the moment."""
        self._refresh()
