"""The boxes to be ticked in lists and tables, with an edge that is seen on a dark ground, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QStyleOptionViewItem

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex


class TickDelegate(QStyledItemDelegate):
    """Paints the boxes of rows as the theme has those of the forms."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Take the colour that the style makes the edge of."""
        super().initStyleOption(option, index)
        palette = option.palette  # type: ignore[attr-defined]  # the stubs have no fields of style options
        edge = QApplication.palette("QCheckBox").color(QPalette.ColorRole.Window)
        palette.setColor(QPalette.ColorRole.Window, edge)
        option.palette = palette  # type: ignore[attr-defined]
