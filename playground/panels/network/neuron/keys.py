"""Keys that edit the chosen neuron where the network is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from nn.editing.architecture import groups
from playground.panels.network.heads.menu import Wish, do
from playground.session.looking.selection import Neuron

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from playground.session.session import Session


class NeuronKeys(QObject):
    """Delete removes the chosen neuron, Insert adds one behind it, Alt and an arrow key moves it in its column.

    Parameters
    ----------
    session : Session
        Whose chosen neuron is edited.
    widget : QWidget
        Where the keys count while it has the keyboard focus; it owns this object.
    """

    def __init__(self, session: Session, widget: QWidget) -> None:
        super().__init__(widget)
        self._session = session
        self._widget = widget
        self._add("Delete", self._on_delete)
        self._add("Insert", self._on_insert)
        self._add("Alt+Up", self._on_up)
        self._add("Alt+Down", self._on_down)

    @staticmethod
    def about() -> str:
        """Say what the keys do, for a tooltip."""
        return QCoreApplication.translate(
            "NeuronKeys",
            "Delete removes the chosen neuron, Insert adds one behind it, Alt with the up or down key moves it.",
        )

    def _add(self, keys: str, slot: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self._widget)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(slot)

    @Slot()
    def _on_delete(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            do(self._session, Wish("remove_neuron", {"index": chosen.layer, "neuron": chosen.index}))

    @Slot()
    def _on_insert(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            do(self._session, Wish("add_neuron", {"index": chosen.layer, "at": chosen.index + 1}))

    @Slot()
    def _on_up(self) -> None:
        self._move(-1)

    @Slot()
    def _on_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        chosen = self._chosen()
        if chosen is not None:
            to = chosen.index + by
            do(self._session, Wish("move_neuron", {"index": chosen.layer, "neuron": chosen.index, "to": to}))

    def _chosen(self) -> Neuron | None:
        """Return the chosen neuron as one of the layer that makes it; None for none and for an input."""
        neuron = self._session.selection.neuron
        if neuron is None:
            return None
        columns = groups(self._session.document.state.spec)[1:]
        makers = [column.start for column in columns if neuron.layer in column]
        return Neuron(makers[0], neuron.index) if makers else None
