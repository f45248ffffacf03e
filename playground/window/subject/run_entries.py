"""Kept runs in a list of networks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from playground.session.runs.networks import name_of, title_of
from playground.widgets.actions import as_menu_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction, QActionGroup
    from PySide6.QtWidgets import QMenu

    from playground.session.document.document import Document

_MOST = 20
"""Runs in a list, pinned ones and the latest: the Runs panel has them all."""


class RunEntries(QObject):
    """Entries of a menu, one for each run, made anew each time that the menu opens.

    Parameters
    ----------
    before : QAction
        What comes behind them.
    obstacle : callable
        Says of a network's name why it cannot be chosen, empty if it can.
    """

    def __init__(
        self, document: Document, menu: QMenu, group: QActionGroup, before: QAction, obstacle: Callable[[str], str]
    ) -> None:
        super().__init__(menu)
        self._document, self._menu, self._group, self._before = document, menu, group, before
        self._obstacle = obstacle
        self._entries: list[QAction] = []

    def refresh(self, chosen: str) -> None:
        """List the runs that there are now."""
        for entry in self._entries:
            self._menu.removeAction(entry)
            self._group.removeAction(entry)
            entry.deleteLater()
        ordered = sorted(self._document.state.runs, key=lambda run: (not run.label.is_pinned, -run.label.number))
        self._entries = [self._entry(name_of(run.label), title_of(run.label), chosen) for run in ordered[:_MOST]]

    def _entry(self, name: str, title: str, chosen: str) -> QAction:
        why_not = self._obstacle(name)
        entry = self._group.addAction(as_menu_text(f"{title}: {why_not}" if why_not else title))
        entry.setObjectName(name.replace(" ", "").capitalize())
        entry.setCheckable(True)
        entry.setData(name)
        entry.setEnabled(not why_not)
        entry.setChecked(name == chosen)
        self._menu.insertAction(self._before, entry)
        return entry
