from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings

from playground.window.settings import Settings


def test_what_was_chosen_is_there_at_the_next_start(own_settings):
    settings = Settings()
    settings.theme, settings.language = "dark", "ko"
    settings.speed = 10
    settings.layout, settings.geometry = QByteArray(b"\x00\x01layout"), QByteArray(b"\xffplace")
    again = Settings()
    assert (again.theme, again.language, again.speed) == ("dark", "ko", 10)
    assert (again.layout, again.geometry) == (b"\x00\x01layout", b"\xffplace")


def test_the_first_start_follows_the_system(own_settings):
    settings = Settings()
    assert (settings.theme, settings.language, settings.speed) == ("system", "", 0)
    assert settings.layout.isEmpty()
    assert settings.geometry.isEmpty()


def test_nonsense_in_the_file_is_passed_over(own_settings):
    scope = QSettings.Scope.UserScope
    file = QSettings(QSettings.Format.IniFormat, scope, "nn-playground", "nn-playground")
    for key in ("theme", "language", "training/speed", "window/layout", "window/geometry"):
        file.setValue(key, ["no", 7])
    file.sync()
    settings = Settings()
    assert (settings.theme, settings.language, settings.speed) == ("system", "", 0)
    assert settings.layout.isEmpty()
    assert settings.geometry.isEmpty()
