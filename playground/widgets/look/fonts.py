"""Fonts that differ in one thing from another."""

from __future__ import annotations

from PySide6.QtGui import QFont


def bold(font: QFont) -> QFont:
    """Give the same font, bold."""
    other = QFont(font)
    other.setBold(True)
    return other


def smaller(font: QFont, by: float = 1.0) -> QFont:
    """Give the same font, some points smaller; 6 is the least that can be read."""
    other = QFont(font)
    other.setPointSizeF(max(font.pointSizeF() - by, 6.0))
    return other
