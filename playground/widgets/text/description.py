"""What a screen reader is told of a widget whose contents change many times a second."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from playground.widgets.refreshing import SPOKEN_S, Importance, Refreshing

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class Description(Refreshing, QObject):
    """Describes a widget in words, no faster than they can be heard.

    Parameters
    ----------
    widget : QWidget
    text : callable
        Says what the widget shows at the moment.
    """

    importance = Importance.DETAIL
    least_gap = SPOKEN_S

    def __init__(self, widget: QWidget, text: Callable[[], str]) -> None:
        super().__init__(widget)
        self._widget, self._text = widget, text

    def shown_in(self) -> QWidget:
        """Return the widget that is described."""
        return self._widget

    def refresh(self) -> None:
        """Describe what is shown at the moment."""
        text = self._text()
        if text != self._widget.accessibleDescription():
            self._widget.setAccessibleDescription(text)
