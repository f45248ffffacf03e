"""Which controls of a window a person cannot reach, however they scroll."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QAbstractSpinBox, QComboBox, QLineEdit, QWidget


def out_of_reach(window):
    """Return the names of the controls that are cut off by something that does not scroll."""
    kinds = (QAbstractButton, QComboBox, QAbstractSpinBox, QLineEdit)
    controls = [each for each in window.findChildren(QWidget) if isinstance(each, kinds) and each.isVisible()]
    return [_name(each) for each in controls if each.window() is window and not _can_be_reached(each)]


def _can_be_reached(control):
    """Follow the control outwards: what scrolls brings it into its viewport, all else has to hold it as it is."""
    shown, inside = control.rect(), control
    parent = control.parentWidget()
    while parent is not None:
        moved = QRect(inside.mapTo(parent, shown.topLeft()), shown.size())
        area = parent.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
            moved = _scrolled(moved, area)
        if not parent.rect().intersects(moved) or (parent.rect() & moved).width() < moved.width() - 4:
            return False
        shown, inside = moved & parent.rect(), parent
        parent = None if parent.isWindow() else parent.parentWidget()
    return True


def _scrolled(shown, area):
    """Return where a rectangle of a viewport stands when a person has scrolled it into sight."""
    room, bars = area.viewport().rect(), (area.horizontalScrollBar(), area.verticalScrollBar())
    x, y = shown.x(), shown.y()
    if bars[0].maximum() > bars[0].minimum():
        x = min(max(x, 0), max(room.width() - shown.width(), 0))
    if bars[1].maximum() > bars[1].minimum():
        y = min(max(y, 0), max(room.height() - shown.height(), 0))
    size = shown.size().boundedTo(room.size()) if area.horizontalScrollBarPolicy() != _NEVER else shown.size()
    return QRect(QPoint(x, y), size)


_NEVER = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def _name(widget):
    names = []
    while widget is not None and not widget.isWindow():
        names.append(widget.objectName() or type(widget).__name__)
        widget = widget.parentWidget()
    return " < ".join(names[:6])
