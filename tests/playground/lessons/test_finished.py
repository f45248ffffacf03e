from __future__ import annotations

from PySide6.QtCore import QSettings

from playground.lessons.finished import FinishedLessons
from playground.window.settings import Settings

FORMAT, SCOPE = QSettings.Format.IniFormat, QSettings.Scope.UserScope


def test_finished_lessons_are_remembered():
    assert "a" not in FinishedLessons()
    FinishedLessons().add("a")
    assert "a" in FinishedLessons()
    FinishedLessons().add("b")
    FinishedLessons().add("a")
    again = FinishedLessons()
    assert ("a" in again, "b" in again, "c" in again) == (True, True, False)


def test_they_stand_in_the_settings_of_the_program():
    FinishedLessons().add("a")
    Settings().theme = "dark"
    assert QSettings(FORMAT, SCOPE, "nn-playground", "nn-playground").value("lessons/finished") == ["a"]
    assert "a" in FinishedLessons()
