"""A panel that is built when it is seen first: whoever never looks at it pays nothing for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from playground.panels.base import Panel
from playground.widgets.layouts import in_column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from playground.session.session import Session


class LatePanel(Panel):
    """A panel that is one view, made when somebody sees the panel for the first time.

    It counts as alive before: nothing is missing that anybody could see.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: Any = None
        """The whole content, from when the panel was seen first."""
        self._session: Session | None = None
        in_column(of=self, margins=(8, 4, 8, 6))
        self.retranslate()

    def make_view(self, session: Session) -> QWidget:
        """Return the view of a session."""
        raise NotImplementedError(f"{type(self).__name__} needs a make_view(session)")

    def _come_to_life(self, session: Session) -> Iterator[None]:
        self._session = session
        if self.isVisible():
            self._build()
        yield

    def take_focus(self) -> None:
        """Give the keyboard to a panel that nobody has seen yet, too."""
        self._build()
        super().take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        """Be built, when there is a session."""
        super().showEvent(event)
        self._build()

    def _build(self) -> None:
        if self.view is None and self._session is not None:
            self.view = self.make_view(self._session)
            self.layout().addWidget(self.view)
            self.view.show()  # Qt's layout would do it a turn later: until then nothing in it takes the keyboard
