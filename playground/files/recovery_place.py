"""Where copies of unsaved work are kept on this computer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def recovery_root() -> Path:
    """Return the folder in which every window has one of its own."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    return Path(place) / "recovery"
