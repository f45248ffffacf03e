"""Which lessons a person has finished, remembered between two starts of the program."""

from __future__ import annotations

from PySide6.QtCore import QSettings

_KEY = "lessons/finished"


class FinishedLessons:
    """The names of finished lessons, in the program's settings file."""

    def __init__(self) -> None:
        # the file of playground.window.settings; a name that is not a lesson's any more does no harm
        scope = QSettings.Scope.UserScope
        self._file = QSettings(QSettings.Format.IniFormat, scope, "nn-playground", "nn-playground")

    def __contains__(self, name: str) -> bool:
        return name in self._names()

    def add(self, name: str) -> None:
        """Remember that a lesson was finished."""
        self._file.setValue(_KEY, sorted({*self._names(), name}))

    def _names(self) -> list[str]:
        value = self._file.value(_KEY)
        if isinstance(value, str):  # a list of one comes back as its only text
            return [value]
        return [str(each) for each in value] if isinstance(value, list) else []
