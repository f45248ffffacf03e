"""What the program remembers between two starts."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings

from playground.window.language import LANGUAGES
from playground.window.theme import THEMES

# Raise it when docks or toolbars change so much that an old layout would be wrong.
LAYOUT_VERSION = 2
RECENT_FILES = 10


class Settings:
    """Typed access to the settings file; each read gives the default when the file says nonsense."""

    def __init__(self) -> None:
        # INI everywhere, because it keeps Qt's window state as it is and can be read and repaired by hand.
        scope = QSettings.Scope.UserScope
        self._file = QSettings(QSettings.Format.IniFormat, scope, "nn-playground", "nn-playground")

    @property
    def theme(self) -> str:
        """The chosen theme: ``system``, ``light`` or ``dark``."""
        name = str(self._file.value("theme"))
        return name if name in THEMES else "system"

    @theme.setter
    def theme(self, name: str) -> None:
        self._file.setValue("theme", name)

    @property
    def language(self) -> str:
        """The chosen language's code, empty to follow the system."""
        code = str(self._file.value("language"))
        return code if code in LANGUAGES else ""

    @language.setter
    def language(self, code: str) -> None:
        self._file.setValue("language", code)

    @property
    def geometry(self) -> QByteArray:
        """The window's size and place as Qt saved them, empty when unknown."""
        return self._bytes("window/geometry")

    @geometry.setter
    def geometry(self, saved: QByteArray) -> None:
        self._file.setValue("window/geometry", saved)

    @property
    def layout(self) -> QByteArray:
        """The docks' and toolbars' arrangement as Qt saved it, empty when unknown."""
        return self._bytes("window/layout")

    @layout.setter
    def layout(self, saved: QByteArray) -> None:
        self._file.setValue("window/layout", saved)

    @property
    def recent_files(self) -> list[str]:
        """Documents opened or saved lately, the latest first."""
        found = self._file.value("files/recent")
        names = found if isinstance(found, list) else [found]  # one name comes back as a text
        return [name for name in names if isinstance(name, str) and name][:RECENT_FILES]

    @recent_files.setter
    def recent_files(self, names: list[str]) -> None:
        self._file.setValue("files/recent", names[:RECENT_FILES])

    def _bytes(self, key: str) -> QByteArray:
        value = self._file.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()
