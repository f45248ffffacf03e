"""Points in the plane as what goes in: a place is chosen, points are added, moved, deleted and relabelled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.panels.input.kind import InputKind
from playground.panels.input.plane.view import PlaneView
from playground.widgets.layouts import in_column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from playground.session.session import Session


class PlaneInput(InputKind):
    """The plane, with what the network says of all of it and of the place that is looked at."""

    # From `come_to_life` on:
    _plane: PlaneView

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = in_column(of=self, margins=(8, 8, 8, 8), spacing=6)

    def come_to_life(self, session: Session) -> Iterator[None]:
        """Build the plane of the session's network and points."""
        self._plane = PlaneView(session, self)
        self._column.addWidget(self._plane, 1)
        yield

    def take_focus(self) -> None:
        """Give the keyboard to the plane."""
        self._plane.take_focus()
