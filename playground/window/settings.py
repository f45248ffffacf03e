"""The settings: what the program remembers between two starts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QByteArray, QSettings

from playground.window.language import LANGUAGES
from playground.window.theme import THEMES

if TYPE_CHECKING:
    from collections.abc import Callable, Container

Value = TypeVar("Value")

# Raise it when docks or toolbars change so much that an old layout would be wrong.
LAYOUT_VERSION = 2
RECENT_FILES = 10
SPEEDS = (1, 10, 100, 0)
"""Iterations a second to choose from; 0 is as many as there can be."""


class _Setting(Generic[Value]):
    """One value in the settings file: what is read of it, and what is written."""

    def __init__(self, key: str, read: Callable[[object], Value]) -> None:
        self._key, self._read = key, read

    def __get__(self, settings: Settings, _: type) -> Value:
        return self._read(settings.file.value(self._key))

    def __set__(self, settings: Settings, value: Value) -> None:
        settings.file.setValue(self._key, value)


def _one_of(names: Container[str], default: str) -> Callable[[object], str]:
    return lambda value: str(value) if str(value) in names else default


def _speed(value: object) -> int:
    return next((speed for speed in SPEEDS if str(speed) == str(value)), 0)


def _bytes(value: object) -> QByteArray:
    return value if isinstance(value, QByteArray) else QByteArray()


def _texts(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]  # one name comes back as a text
    return [name for name in values if isinstance(name, str) and name][:RECENT_FILES]


class Settings:
    """Typed access to the settings file; each read gives the default when the file says nonsense."""

    theme = _Setting("theme", _one_of(THEMES, "system"))
    """The chosen theme: ``system``, ``light`` or ``dark``."""
    language = _Setting("language", _one_of(LANGUAGES, ""))
    """The chosen language's code, empty to follow the system."""
    speed = _Setting("training/speed", _speed)
    """Iterations a second, 0 for full speed."""
    geometry = _Setting("window/geometry", _bytes)
    """The window's size and place as Qt saved them, empty when unknown."""
    layout = _Setting("window/layout", _bytes)
    """The docks' and toolbars' arrangement as Qt saved it, empty when unknown."""
    recent_files = _Setting("files/recent", _texts)
    """Documents opened or saved lately, the latest first."""

    def __init__(self) -> None:
        # INI everywhere, because it keeps Qt's window state as it is and can be read and repaired by hand.
        scope = QSettings.Scope.UserScope
        self.file = QSettings(QSettings.Format.IniFormat, scope, "nn-playground", "nn-playground")
