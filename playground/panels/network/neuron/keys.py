"""Keys that edit the chosen neuron where the network is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from nn.editing.architecture import groups
from playground.panels.network.heads.wish import Wish, do
from playground.session.looking.selection import Neuron

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from playground.session.session import Session


_EDITS: dict[str, tuple[str, Callable[[int], dict[str, int]]]] = {
    "Del": ("remove_neuron", lambda neuron: {"neuron": neuron}),
    "Ins": ("add_neuron", lambda neuron: {"at": neuron + 1}),
    "Alt+Up": ("move_neuron", lambda neuron: {"neuron": neuron, "to": neuron - 1}),
    "Alt+Down": ("move_neuron", lambda neuron: {"neuron": neuron, "to": neuron + 1}),
}
"""By key: the name of an edit, and its arguments for the neuron that is chosen."""


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
        for keys in _EDITS:
            shortcut = QShortcut(QKeySequence(keys), widget, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self._on_activated)

    @staticmethod
    def about() -> str:
        """Say what the keys do, for a tooltip."""
        return QCoreApplication.translate(
            "NeuronKeys",
            "Delete removes the chosen neuron, Insert adds one behind it, Alt with the up or down key moves it.",
        )

    @Slot()
    def _on_activated(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            edit, arguments = _EDITS[self.sender().key().toString()]
            do(self._session, Wish(edit, {"index": chosen.layer, **arguments(chosen.index)}))

    def _chosen(self) -> Neuron | None:
        """Return the chosen neuron as one of the layer that makes it; None for none and for an input."""
        neuron = self._session.selection.neuron
        if neuron is None:
            return None
        columns = groups(self._session.looking.network.spec)[1:]
        makers = [column.start for column in columns if neuron.layer in column]
        return Neuron(makers[0], neuron.index) if makers else None
