"""The dock of a person's own code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from playground.panels.base import ViewPanel

if TYPE_CHECKING:
    from playground.panels.my_code.view import MyCodeView
    from playground.session.session import Session


class MyCodePanel(ViewPanel):
    """The code, what it computes, and how it was judged."""

    name = "my_code"
    order = 14
    modules = (
        "playground.panels.my_code.view",
        "playground.session.own_code.own_code",
        "playground.session.own_code.checking",
        "playground.session.own_code.code_stepping",
        "playground.session.own_code.using",
        "playground.confined.statement",
    )
    margins = (8, 4, 8, 4)

    def title(self) -> str:
        """Give the dock's title."""
        return self.tr("My code")

    def make_view(self, session: Session) -> MyCodeView:
        """Return the view of a session."""
        from playground.panels.my_code.view import MyCodeView  # not before the first paint

        return MyCodeView(session, self)

    def sizeHint(self) -> QSize:
        """Give a size in which a class can be read."""
        return QSize(560, 330)
