"""Points in the plane as what goes in: a place is chosen, points are added, moved, deleted and relabelled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout

from playground.panels.input.answer.answer_block import AnswerBlock
from playground.panels.input.kind import InputKind
from playground.panels.input.plane.view import PlaneView
from playground.widgets.layouts import in_column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from playground.session.session import Session

_ANSWER_WIDTH, _ANSWER_HEIGHT = 240, 80  # px that the answer takes beside the plane, and below it


class PlaneInput(InputKind):
    """The plane as large as can be, with what the network says of the place that is looked at."""

    # From `come_to_life` on:
    _plane: PlaneView

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = in_column(of=self, margins=(8, 4, 8, 4), spacing=4)

    def come_to_life(self, session: Session) -> Iterator[None]:
        """Build the plane of the session's network and points."""
        self._plane = PlaneView(session, self)
        yield
        self._box.addWidget(self._plane, 1)
        self._box.addWidget(AnswerBlock(session, self))

    def take_focus(self) -> None:
        """Give the keyboard to the plane."""
        self._plane.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the answer where it takes least from the plane."""
        super().resizeEvent(event)
        beside = min(self.width() - _ANSWER_WIDTH, self.height())
        is_wide = beside > min(self.width(), self.height() - _ANSWER_HEIGHT)
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
