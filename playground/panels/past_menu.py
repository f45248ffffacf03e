"""What the past of a number can be asked where it is pointed at: its history, and how it looked at many moments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from nn.inspection.surfaces import is_plane
from playground.session.past.many_moments import Wanted
from playground.session.past.sample_history import OUTPUT
from playground.widgets.actions import add_action, name_action

if TYPE_CHECKING:
    from collections.abc import Callable

    from playground.session.looking.selection import Neuron
    from playground.session.session import Session


class PastMenu(QObject):
    """Opens the menu of a class or of a neuron, where the document's own network is looked at."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._widget = session, parent

    def open_for_class(self, index: int, name: str, at: QPoint) -> None:
        """Offer what there is of the probability of a class."""
        menu, outputs = QMenu(self._widget), self._session.looking.network.spec.outputs
        number = (0, index == 0) if outputs == 1 else (index, False)  # one output speaks for two classes
        title = self.tr("Probability of {name}").format(name=name)
        history = self._add(menu, "actionHistoryOfNumber", lambda: self._show(OUTPUT, number, title, at))
        name_action(history, self.tr("Its history…"), self.tr("This probability at every moment of the training"))
        self._add_moments(menu, Wanted("prediction"))
        self._open(menu, at)

    def open_for_neuron(self, says: Neuron, sums: Neuron, name: str, at: QPoint) -> None:
        """Offer what there is of a neuron: `says` is of the layer that speaks last, `sums` of the one with weights."""
        menu, spec = QMenu(self._widget), self._session.looking.network.spec
        title = self.tr("{name}, of the sample that is shown").format(name=name)
        history = self._add(
            menu, "actionHistoryOfNumber", lambda: self._show(says.layer, (says.index, False), title, at)
        )
        name_action(history, self.tr("Its history…"), self.tr("This number at every moment of the training"))
        if "W" in spec.plans[sums.layer].params:
            is_filter = len(spec.plans[sums.layer].params["W"]) == 4
            each = spec.plans[sums.layer].output
            index = sums.index // (each[1] * each[2]) if is_filter else sums.index
            self._add_moments(menu, Wanted("weights", sums.layer, index))
        if is_plane(spec):
            self._add_moments(menu, Wanted("surface", says.layer, says.index))
        self._open(menu, at)

    def _add(self, menu: QMenu, name: str, triggered: Callable[[], None]) -> object:
        action = add_action(menu, name, triggered=triggered)
        action.setEnabled(self._has_past)
        return action

    def _add_moments(self, menu: QMenu, wanted: Wanted) -> None:
        texts = {
            "weights": (self.tr("Its weights at many moments…"), self.tr("The weights into it beside each other")),
            "surface": (self.tr("Its surface at many moments…"), self.tr("What it gives all over the plane")),
            "prediction": (self.tr("The answer at many moments…"), self.tr("All probabilities beside each other")),
        }
        action = self._add(menu, f"actionMoments_{wanted.kind}", lambda: self._session.moments_requested.emit(wanted))
        name_action(action, *texts[wanted.kind])

    @property
    def _has_past(self) -> bool:
        way, name = self._session.timeline.way, self._session.looking.subject.name
        return way is not None and way.first < way.last and name == "mine" and not self._session.run.is_running

    def _open(self, menu: QMenu, at: QPoint) -> None:
        if not self._has_past:
            menu.setToolTipsVisible(True)
            for action in menu.actions():
                action.setToolTip(self._why_not)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    @property
    def _why_not(self) -> str:
        if self._session.run.is_running:
            return self.tr("Training goes on: pause it to ask its past.")
        if self._session.looking.subject.name != "mine":
            return self.tr("Only the past of your own network can be asked.")
        return self.tr("There is no past to ask: nothing was trained here yet.")

    def _show(self, layer: int, number: tuple[int, bool], title: str, at: QPoint) -> None:
        from playground.panels.number_history import NumberHistory  # not before somebody asks

        history = NumberHistory(self._session, title, self._widget)
        history.ask(layer, *number)
        history.open_at(at)
