"""Windows of their own, which somebody asks for by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtWidgets import QDialog, QMainWindow

if TYPE_CHECKING:
    from playground.session.session import Session


@runtime_checkable
class OwnWindow(Protocol):
    """What such a window can do."""

    def come_to_front(self) -> None:
        """Be seen, with what is new."""


def show_window(name: str, session: Session, parent: QMainWindow) -> None:
    """Bring a window to the front; it is made when it is asked for the first time."""
    made = parent.findChild(QDialog, name)
    window = made if isinstance(made, OwnWindow) else _made(name, session, parent)
    window.come_to_front()


def _made(name: str, session: Session, parent: QMainWindow) -> OwnWindow:
    from playground.session.past import number_trail

    if name == number_trail.WINDOW:
        from playground.window.origins.window import OriginWindow

        return OriginWindow(session.past.number_trail, parent)
    from playground.window.origins.teachers_window import TeachersWindow

    return TeachersWindow(session.past.teachers, parent)
