from __future__ import annotations

from PySide6.QtCore import QSettings

from playground.lessons.finished import Finished
from playground.window.settings import Settings

FORMAT, SCOPE = QSettings.Format.IniFormat, QSettings.Scope.UserScope


def test_finished_lessons_are_remembered():
    assert "a" not in Finished()
    Finished().add("a")
    assert "a" in Finished()
    Finished().add("b")
    Finished().add("a")
    again = Finished()
    assert ("a" in again, "b" in again, "c" in again) == (True, True, False)


def test_they_stand_in_the_settings_of_the_program():
    Finished().add("a")
    Settings().theme = "dark"
    assert QSettings(FORMAT, SCOPE, "nn-playground", "nn-playground").value("lessons/finished") == ["a"]
    assert "a" in Finished()
