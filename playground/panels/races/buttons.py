"""Buttons with a text, which Tab reaches."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from playground.widgets.text.tooltips import describe


def race_button(name: str) -> QToolButton:
    """Return a button with an object name; its text is set with the language."""
    return QToolButton(objectName=name, focusPolicy=Qt.FocusPolicy.StrongFocus)


def name_button(button: QToolButton, text: str, about: str) -> None:
    """Set what stands on a button, and what it does."""
    button.setText(text)
    describe(button, text, about)
