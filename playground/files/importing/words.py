"""The names of the choices of how a file is read, in the dialog that imports it."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication


def choice_word(name: str) -> str:
    """Return what a choice is called on screen; a name that has no words, such as of an encoding, as it is."""
    return QCoreApplication.translate("ImportOptions", CHOICES[name]) if name in CHOICES else name


CHOICES = {
    "auto": QT_TRANSLATE_NOOP("ImportOptions", "Find out"),
    "comma": QT_TRANSLATE_NOOP("ImportOptions", "Comma ,"),
    "semicolon": QT_TRANSLATE_NOOP("ImportOptions", "Semicolon ;"),
    "tab": QT_TRANSLATE_NOOP("ImportOptions", "Tab"),
    "bar": QT_TRANSLATE_NOOP("ImportOptions", "Bar |"),
    "space": QT_TRANSLATE_NOOP("ImportOptions", "Space"),
    "point": QT_TRANSLATE_NOOP("ImportOptions", "Point ."),
    "yes": QT_TRANSLATE_NOOP("ImportOptions", "Yes"),
    "no": QT_TRANSLATE_NOOP("ImportOptions", "No"),
    "classes": QT_TRANSLATE_NOOP("ImportOptions", "Classes"),
    "values": QT_TRANSLATE_NOOP("ImportOptions", "Values"),
    "refuse": QT_TRANSLATE_NOOP("ImportOptions", "Refuse the file"),
    "leave out": QT_TRANSLATE_NOOP("ImportOptions", "Leave the row out"),
    "dark": QT_TRANSLATE_NOOP("ImportOptions", "Dark on light"),
    "light": QT_TRANSLATE_NOOP("ImportOptions", "Light on dark"),
    "whole": QT_TRANSLATE_NOOP("ImportOptions", "Nothing"),
    "drawing": QT_TRANSLATE_NOOP("ImportOptions", "The drawing"),
    "mean": QT_TRANSLATE_NOOP("ImportOptions", "Take the mean"),
}
