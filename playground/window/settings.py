"""The settings: what the program remembers between two starts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QByteArray

from playground.widgets.settings_file import settings_file
from playground.window.language import LANGUAGES
from playground.window.theme import THEMES

if TYPE_CHECKING:
    from collections.abc import Callable, Container

Value = TypeVar("Value")

# Raise it when docks or toolbars change so much that an old layout would be wrong.
LAYOUT_VERSION = 3
LAYOUT_BEFORE_PLACES = 2
"""Of layouts saved when docks had no places yet: they can still be opened."""
RECENT_FILES = 10
SPEEDS = (1, 10, 100, 0)
"""Iterations a second to choose from; 0 is as many as there can be."""


class _Setting(Generic[Value]):
    """One value in the settings file: what is read of it, and what is written."""

    def __init__(
        self, key: str, read: Callable[[object], Value], kept_as: Callable[[Value], object] | None = None
    ) -> None:
        self._key, self._read, self._kept_as = key, read, kept_as

    def __get__(self, settings: Settings, _: type) -> Value:
        return self._read(settings.file.value(self._key))

    def __set__(self, settings: Settings, value: Value) -> None:
        settings.file.setValue(self._key, value if self._kept_as is None else self._kept_as(value))


def _one_of(names: Container[str], default: str) -> Callable[[object], str]:
    return lambda value: str(value) if str(value) in names else default


def _speed(value: object) -> int:
    return next((speed for speed in SPEEDS if str(speed) == str(value)), 0)


def _bytes(value: object) -> QByteArray:
    return value if isinstance(value, QByteArray) else QByteArray()


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _flag(value: object) -> bool:
    return str(value).lower() == "true"


def _texts(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]  # one name comes back as a text
    return [name for name in values if isinstance(name, str) and name][:RECENT_FILES]


def _number(low: float, high: float, default: float) -> Callable[[object], float]:
    def read(value: object) -> float:
        try:
            number = float(str(value))
        except ValueError:
            return default
        return number if low <= number <= high else default

    return read


def _arrangements(value: object) -> dict[str, bytes]:
    found = value if isinstance(value, dict) else {}
    return {str(name): bytes(saved.data()) for name, saved in found.items() if isinstance(saved, QByteArray)}


def _kept(value: dict[str, bytes]) -> dict[str, QByteArray]:
    return {name: QByteArray(saved) for name, saved in value.items()}


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
    time_share = _Setting("window/time", _number(0.0, 1.0, 0.0))
    """Share of all height that the course of time had, 0 when unknown: pixels hold for bars of one height only."""
    arrangement = _Setting("window/arrangement", _text)
    """Name of the arrangement that was shown, empty when unknown."""
    changed_arrangements = _Setting("window/changed", _arrangements, _kept)
    """Arrangements as a person left them, by name, as Qt saved them."""
    own_arrangements = _Setting("window/own", _arrangements, _kept)
    """Arrangements of the person's own, as they saved them."""
    text_size = _Setting("window/text", _number(0.9, 2.0, 1.0))
    """Size of the text as a multiple of the system's."""
    told_new_keys = _Setting("told/keys", _flag)
    """Whether somebody who pressed a key of before was told the present one."""
    recent_files = _Setting("files/recent", _texts)
    """Documents opened or saved lately, the latest first."""

    def __init__(self) -> None:
        self.file = settings_file()
