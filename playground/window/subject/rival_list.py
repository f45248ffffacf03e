"""The list of networks that the subject can be compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from playground.session.runs.networks import is_run
from playground.window.subject.run_entries import RunEntries

if TYPE_CHECKING:
    from playground.session.session import Session


class RivalList(QObject):
    """Fills a menu with networks; one that cannot be compared with is grey and says why."""

    def __init__(self, session: Session, menu: QMenu) -> None:
        super().__init__(menu)
        self._session, self._comparison = session, session.comparison
        self._group = QActionGroup(self)
        self._entries: dict[str, QAction] = {}
        for name in ("mine", "last", "shipped", ""):
            self._entries[name] = entry = self._group.addAction("")
            entry.setObjectName(f"rival{(name or 'nobody').capitalize()}")
            entry.setCheckable(True)
            entry.setData(name)
        menu.addActions(self._group.actions())
        nobody = self._entries[""]
        self._runs = RunEntries(session.document, menu, self._group, nobody, self._comparison.obstacle)
        self._group.triggered.connect(self._on_chosen)
        menu.aboutToShow.connect(self._on_about_to_show)
        self.refresh()

    @Slot(QAction)
    def _on_chosen(self, entry: QAction) -> None:
        self._comparison.choose(entry.data())

    @Slot()
    def _on_about_to_show(self) -> None:
        self.refresh()
        self._runs.refresh(self._comparison.choice)

    @Slot()
    def refresh(self) -> None:
        """Say what there is to compare with now."""
        for name, entry in self._entries.items():
            why_not = self._comparison.obstacle(name) if name else ""
            entry.setText(f"{self.label(name)}: {why_not}" if why_not else self.label(name))
            entry.setEnabled(not why_not)
            entry.setChecked(name == self._comparison.choice)

    def label(self, name: str) -> str:
        """Say what a network to compare with is called."""
        labels = {
            "mine": self.tr("your network"),
            "last": self.tr("the last run"),
            "shipped": self.tr("the shipped network"),
        }
        if is_run(name):
            return self._session.looking.run_networks.title(name)
        return labels.get(name, self.tr("nobody"))

    def sentence(self) -> str:
        """Say whom the subject is compared with, as the last part of the bar's sentence."""
        return self.tr("against {network}").format(network=self.label(self._comparison.choice))
