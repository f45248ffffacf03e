"""The chips on the heads: what ails the layers, measured while somebody sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from nn.network.naming import layer_names
from playground.panels.network.drawn import face_of
from playground.panels.network.heads.health_words import ChipText, chip_text
from playground.widgets.refreshing import READABLE_S, Importance, Refreshing

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from nn.inspection.layer_health import Checkup, LayerHealth
    from playground.panels.network.heads.row import LayerHeadRow
    from playground.session.session import Session


class HeadHealth(Refreshing, QObject):
    """Shows on each head what keeps its layer from learning."""

    importance = Importance.DETAIL
    least_gap = READABLE_S

    def __init__(self, session: Session, row: LayerHeadRow) -> None:
        super().__init__(row)
        self._session, self._row = session, row
        session.health.changed.connect(self.out_of_date)
        self.out_of_date()

    def shown_in(self) -> QWidget:
        """Return the row of heads."""
        return self._row

    def refresh(self) -> None:
        """Show what was found last, and have what is new measured."""
        heads, found = self._row.heads(), self._found()
        texts = self._texts(found) if found is not None and len(found.layers) == len(heads) else [None] * len(heads)
        for head, text in zip(heads, texts, strict=True):
            head.show_health(text)

    def _found(self) -> Checkup | None:
        """Return what was found last of the network that is drawn; nobody trains one that is not the document's."""
        health = self._session.health
        if not self._session.looking.subject.is_yours_now or face_of(self._session) != "this":
            return None
        health.ask()
        return health.found

    def _texts(self, found: Checkup) -> list[ChipText | None]:
        names = layer_names(self._session.document.state.spec)
        return [self._text(layer, names, found.samples) for layer in found.layers]

    def _text(self, layer: LayerHealth, names: list[str], samples: int) -> ChipText | None:
        """Name the layer of the column it is about: the one with the weights, or the one that speaks last."""
        ailment = layer.ailment
        if ailment is None:
            return None
        is_about_weights = ailment.kind in ("vanished", "exploded")
        return chip_text(ailment, names[layer.layers.start if is_about_weights else layer.layers.stop - 1], samples)
