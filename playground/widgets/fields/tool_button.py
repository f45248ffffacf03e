"""A flat button with one of the program's icons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QToolButton

from playground.widgets.look.icons import icon

if TYPE_CHECKING:
    from collections.abc import Callable


def tool_button(
    picture: str, name: str = "", *, clicked: Callable[..., Any] | None = None, side: int = 16, **properties: Any
) -> QToolButton:
    """Make a button.

    Parameters
    ----------
    picture : str
        Name of the icon, empty for a button with a text.
    name : str
        The button's object name.
    clicked : callable, optional
        What a click does: a bound method or a signal.
    side : int
        px of the icon.
    properties
        Further ones of Qt's, such as ``checkable=True``.
    """
    button = QToolButton(objectName=name, iconSize=QSize(side, side), **{"autoRaise": True, **properties})
    if picture:
        button.setIcon(icon(picture))
    if clicked is not None:
        button.clicked.connect(clicked)
    return button
