"""The list of networks that can be looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from playground.widgets.text.tooltips import wrapped
from playground.window.subject.run_entries import RunEntries

if TYPE_CHECKING:
    from playground.session.looking.subject import NetworkName
    from playground.session.session import Session

_NAMES: tuple[NetworkName, ...] = ("mine", "shipped")


class NetworkList(QObject):
    """Fills a menu with networks; one that cannot take the sample is grey and says why."""

    def __init__(self, session: Session, menu: QMenu) -> None:
        super().__init__(menu)
        self._session = session
        self._group = QActionGroup(self)
        self._entries: dict[NetworkName, QAction] = {}
        for name in _NAMES:
            self._entries[name] = entry = self._group.addAction("")
            entry.setObjectName(f"network{name.capitalize()}")
            entry.setCheckable(True)
            entry.setData(name)
        menu.addActions(self._group.actions())
        self._runs = RunEntries(session.document, menu, self._group, menu.addSeparator(), session.looking.obstacle)
        self._copy = menu.addAction("")
        self._copy.triggered.connect(session.editing.copy_shipped)
        self._group.triggered.connect(self._on_chosen)
        menu.aboutToShow.connect(self._refresh)
        session.library.shipped_loaded.connect(self._on_shipped_loaded)
        self.retranslate()

    @Slot(QAction)
    def _on_chosen(self, entry: QAction) -> None:
        self._session.looking.choose(entry.data())

    @Slot(object)
    def _on_shipped_loaded(self, _network: object) -> None:
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        looking = self._session.looking
        for name, entry in self._entries.items():
            why_not = looking.obstacle(name)
            entry.setText(f"{self._label(name)}: {why_not}" if why_not else self._label(name))
            entry.setEnabled(not why_not)
            entry.setChecked(name == looking.subject.name)
        self._runs.refresh(looking.subject.name)
        self._copy.setEnabled(self._session.library.shipped is not None)

    def _label(self, name: NetworkName) -> str:
        if name == "mine":
            return self.tr("Your network")
        accuracy = self._session.library.shipped_accuracy
        if accuracy is None:
            return self.tr("The shipped network")
        return self.tr("The shipped network, {accuracy:.1f}% of MNIST's test digits right").format(
            accuracy=100 * accuracy
        )

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        about = {
            "mine": self.tr("The network of this document: the one that Train and all settings change."),
            "shipped": self.tr("The network that came with the program: look at it, step through it, copy it."),
        }
        for name, entry in self._entries.items():
            entry.setToolTip(wrapped(about[name]))
        self._copy.setText(self.tr("Copy the shipped network into my network"))
        self._copy.setToolTip(
            wrapped(self.tr("Make a copy of it your own network. One undo brings back what you had."))
        )
        self._refresh()
