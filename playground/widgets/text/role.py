"""What a widget that paints itself is to a screen reader: Qt knows that of its own widgets only.

Such a class says it with `spoken_as`, the name of a `QAccessible.Role`. One along which a person moves has
`spoken_place` besides, and can be asked where it stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QAccessibleInterface


def tell_roles() -> None:
    """Answer those who ask Qt what a widget is, from now on; to be called before there are any widgets to ask for."""
    from PySide6.QtGui import QAccessible  # large, and not needed before the first paint

    QAccessible.installFactory(_interface_of)


def _interface_of(_class_name: str, thing: QObject | None) -> QAccessibleInterface | None:
    role = getattr(thing, "spoken_as", None)
    if not isinstance(role, str):
        return None  # Qt knows
    from PySide6.QtGui import QAccessible

    from playground.widgets.text.role_interfaces import Painted, Place

    kind: Any = Place if hasattr(thing, "spoken_place") else Painted
    return kind(thing, QAccessible.Role[role])
