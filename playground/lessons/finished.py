"""What a person has finished, lessons and exercises, remembered between two starts of the program."""

from __future__ import annotations

from PySide6.QtCore import QSettings

LESSONS, EXERCISES = "lessons/finished", "own_code/finished"


class Finished:
    """The names of what is finished, in the program's settings file.

    Parameters
    ----------
    key : str
        `LESSONS` or `EXERCISES`.
    """

    def __init__(self, key: str = LESSONS) -> None:
        self._key = key
        # the file of playground.window.settings; a name that is no lesson's any more does no harm
        scope = QSettings.Scope.UserScope
        self._file = QSettings(QSettings.Format.IniFormat, scope, "nn-playground", "nn-playground")

    def __contains__(self, name: str) -> bool:
        return name in self._names()

    def add(self, name: str) -> None:
        """Remember that one was finished."""
        self._file.setValue(self._key, sorted({*self._names(), name}))

    def _names(self) -> list[str]:
        value = self._file.value(self._key)
        if isinstance(value, str):  # a list of one comes back as its only text
            return [value]
        return [str(each) for each in value] if isinstance(value, list) else []
