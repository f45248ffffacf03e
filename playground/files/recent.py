"""The documents opened or saved lately: remembered in the settings, offered in the menu."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from playground.files.actions import RecentMenu
    from playground.window.settings import Settings


class RecentDocuments(QObject):
    """Keeps settings and menu the same."""

    def __init__(self, menu: RecentMenu, settings: Settings) -> None:
        super().__init__(menu)
        self._menu, self._settings = menu, settings
        menu.cleared.connect(self._on_cleared)

    @property
    def folder(self) -> Path:
        """Where a person most likely looks for documents."""
        names = self._settings.recent_files
        return Path(names[0]).parent if names else Path.home()

    def show(self) -> None:
        """Offer what is remembered."""
        self._menu.show_paths(self._settings.recent_files)

    def add(self, path: Path) -> None:
        """Put a document to the first place."""
        self._keep([str(path), *self._without(path)])

    def drop(self, path: Path) -> None:
        """Forget a document that is not there any more."""
        self._keep(self._without(path))

    def _without(self, path: Path) -> list[str]:
        return [name for name in self._settings.recent_files if name != str(path)]

    def _keep(self, names: list[str]) -> None:
        self._settings.recent_files = names
        self.show()

    @Slot()
    def _on_cleared(self) -> None:
        self._keep([])
