"""The file with a person's settings."""

from __future__ import annotations

from PySide6.QtCore import QSettings


def settings_file() -> QSettings:
    """Return access to the file; INI everywhere: it keeps Qt's window state as it is and can be repaired by hand."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "nn-playground", "nn-playground")
