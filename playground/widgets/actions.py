"""Actions of menus, tool bars and keys: made and named in one call each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QAction, QKeySequence, QPalette

from playground.widgets.look.icons import icon
from playground.widgets.text.tooltips import wrapped

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


def add_action(
    owner: QWidget,
    name: str = "",
    keys: str = "",
    picture: str = "",
    *,
    colour: QPalette.ColorRole = QPalette.ColorRole.ButtonText,
    triggered: Callable[..., Any] | None = None,
    **properties: Any,
) -> QAction:
    """Make an action of a widget.

    Parameters
    ----------
    owner : QWidget
        Whose action it is.
    name : str
        Object name.
    keys : str
        Its shortcuts, with spaces between them.
    picture : str
        Name of its icon, empty for none.
    colour : QPalette.ColorRole
        What the icon is drawn in.
    triggered : callable, optional
        What it does: a bound method or a signal.
    properties
        Further ones of Qt's, such as ``checkable=True``.
    """
    action = QAction(owner, objectName=name, **properties)
    action.setShortcuts([QKeySequence(each) for each in keys.split()])
    if picture:
        action.setIcon(icon(picture, colour))
    if triggered is not None:
        action.triggered.connect(triggered)
    owner.addAction(action)
    return action


def name_action(action: QAction, text: str, explanation: str, keys: str = "") -> None:
    """Give an action its words: in a menu, on a button, in the status bar and on hover, there with its keys."""
    keys = keys or action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    action.setText(text)
    action.setIconText(without_mnemonic(text).removesuffix("…"))
    action.setStatusTip(explanation)
    action.setToolTip(f"{explanation} ({keys})" if keys else explanation)


def permit(action: QAction, why_not: str = "", tip: str = "") -> None:
    """Let an action be given, or grey it and say on hover why it cannot be.

    Parameters
    ----------
    action : QAction
        Named already.
    why_not : str
        A sentence, empty where the action can be given.
    tip : str
        What is said on hover, where that is not its explanation with its keys.
    """
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    told = tip or (f"{action.statusTip()} ({keys})" if keys else action.statusTip())
    action.setEnabled(not why_not)
    action.setToolTip(wrapped(f"{told}\n{why_not}" if why_not else told))


def without_mnemonic(text: str) -> str:
    """Give a menu's text as it reads anywhere else: "Train" for "&Train", "학습" for "학습(&T)"."""
    return re.sub(r"\(&[^&]\)|&(&?)", lambda found: found[1] or "", text)


def as_menu_text(text: str) -> str:
    """Give a text as a menu or a button needs it: there, a single ampersand would underline the next letter."""
    return text.replace("&", "&&")
