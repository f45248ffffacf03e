"""What the past of a number can be asked where it is pointed at: its history, and how it looked at many moments."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

from nn.inspection.surfaces import is_plane
from playground.session.past.many_moments import Wanted
from playground.session.past.number_past import OUTPUT
from playground.widgets.actions import add_action, name_action, permit

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu

    from playground.session.looking.selection import Neuron
    from playground.session.session import Session


class PastMenu(QObject):
    """Adds to a menu what there is of a class or of a neuron, where the document's own network is looked at."""

    def __init__(self, session: Session, menu: QMenu) -> None:
        super().__init__(menu)
        self._session, self._menu = session, menu

    def add_class(self, index: int, name: str) -> None:
        """Offer what there is of the probability of a class."""
        outputs = self._session.looking.network.spec.outputs
        number = (0, index == 0) if outputs == 1 else (index, False)  # one output speaks for two classes
        title = self.tr("Probability of {name}").format(name=name)
        history = self._add("actionHistoryOfNumber", partial(show_sample_history, self._session, title, OUTPUT, number))
        about = self.tr("This probability at every moment of the training")
        self._name(history, self.tr("Its history…"), about)
        self._add_moments(Wanted("prediction"))

    def add_neuron(self, says: Neuron, sums: Neuron, name: str) -> None:
        """Offer what there is of a neuron: `says` is of the layer that speaks last, `sums` of the one with weights."""
        spec = self._session.looking.network.spec
        title = self.tr("{name}, of the sample that is shown").format(name=name)
        show = partial(show_sample_history, self._session, title, says.layer, (says.index, False))
        history = self._add("actionHistoryOfNumber", show)
        self._name(history, self.tr("Its history…"), self.tr("This number at every moment of the training"))
        if "W" in spec.plans[sums.layer].params:
            is_filter = len(spec.plans[sums.layer].params["W"]) == 4
            each = spec.plans[sums.layer].output
            index = sums.index // (each[1] * each[2]) if is_filter else sums.index
            self._add_moments(Wanted("weights", sums.layer, index))
        if is_plane(spec):
            self._add_moments(Wanted("surface", says.layer, says.index))

    def add_parameter(self, name: str, index: tuple[int, ...]) -> None:
        """Offer the history of a number of a parameter, and where it comes from."""
        session = self._session
        history = self._add("actionHistoryOfNumber", partial(show_parameter_history, session, name, index))
        self._name(history, self.tr("Its history…"), self.tr("This number at every moment of the training"))
        origin = self._add("actionOriginOfNumber", partial(_ask_for_origin, session, name, index))
        about = self.tr("The updates that made it, the largest first; nothing is edited.")
        name_action(origin, self.tr("Where does this weight come from?"), about)

    def _add(self, name: str, triggered: Callable[..., None]) -> QAction:
        return add_action(self._menu, name, triggered=triggered)

    def _name(self, action: QAction, text: str, about: str) -> None:
        name_action(action, text, about)
        why_not = why_no_past(self._session)
        permit(action, why_not)
        if why_not:
            self._menu.setToolTipsVisible(True)

    def _add_moments(self, wanted: Wanted) -> None:
        texts = {
            "weights": (self.tr("Its weights at many moments…"), self.tr("The weights into it beside each other")),
            "surface": (self.tr("Its surface at many moments…"), self.tr("What it gives all over the plane")),
            "prediction": (self.tr("The answer at many moments…"), self.tr("All probabilities beside each other")),
        }
        ask = partial(_ask_for_moments, self._session, wanted)
        self._name(self._add(f"actionMoments_{wanted.kind}", ask), *texts[wanted.kind])


def why_no_past(session: Session) -> str:
    """Say why the past of the network cannot be asked, in the person's language; empty if it can."""
    if session.looking.subject.name != "mine":
        return QCoreApplication.translate("PastMenu", "Only the past of your own network can be asked.")
    if session.run.is_running:
        return QCoreApplication.translate("PastMenu", "Training goes on: pause it to ask its past.")
    return session.timeline.why_no_past()


def show_parameter_history(session: Session, name: str, index: tuple[int, ...], _checked: bool = False) -> None:
    """Open the history of a number of a parameter where the pointer is; where there is none, say why."""
    from playground.panels.number_history import NumberHistory  # not before somebody asks

    why_not = why_no_past(session)
    if why_not:
        session.status.emit(why_not)
        return
    history = NumberHistory(session, f"{name}[{','.join(map(str, index))}]", QApplication.activeWindow())
    history.ask_parameter(name, index)
    history.open_at(QCursor.pos())


def _ask_for_origin(session: Session, name: str, index: tuple[int, ...], _checked: bool = False) -> None:
    session.past.number_trail.ask(name, index)


def _ask_for_moments(session: Session, wanted: Wanted, _checked: bool = False) -> None:
    session.past.moments_requested.emit(wanted)


def show_sample_history(
    session: Session, title: str, layer: int, number: tuple[int, bool], _checked: bool = False
) -> None:
    """Open the history of a number of the sample where the pointer is: the menu is gone by then."""
    from playground.panels.number_history import NumberHistory  # not before somebody asks

    history = NumberHistory(session, title, QApplication.activeWindow())
    history.ask(layer, *number)
    history.open_at(QCursor.pos())
