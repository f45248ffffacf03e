"""Answers to screen readers for widgets that paint themselves."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QAccessible, QAccessibleValueInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


class Painted(QAccessibleWidget):
    """A widget with a role; its value is what its description says."""

    def __init__(self, widget: QWidget, role: QAccessible.Role) -> None:
        super().__init__(widget, role)

    def text(self, kind: QAccessible.Text) -> str:
        """Return the name, the description, or as value what is shown at the moment."""
        if kind == QAccessible.Text.Value:
            return super().text(QAccessible.Text.Description)
        return super().text(kind)


class Place(Painted, QAccessibleValueInterface):
    """A place among others, from 0 on, which can be moved."""

    def __init__(self, widget: Any, role: QAccessible.Role) -> None:
        Painted.__init__(self, widget, role)
        QAccessibleValueInterface.__init__(self)
        self._widget = widget

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """Return this very object to whoever asks for the value."""
        return self if kind == QAccessible.InterfaceType.ValueInterface else super().interface_cast(kind)

    def currentValue(self) -> int:
        """Return the place."""
        return self._widget.spoken_place[0]

    def setCurrentValue(self, value: Any) -> None:
        """Go to a place."""
        self._widget.place_requested.emit(min(max(int(value), 0), self.maximumValue()))

    def minimumValue(self) -> int:
        """Return the first place."""
        return 0

    def maximumValue(self) -> int:
        """Return the last place."""
        return self._widget.spoken_place[1]

    def minimumStepSize(self) -> int:
        """Return the distance to the next place."""
        return 1
