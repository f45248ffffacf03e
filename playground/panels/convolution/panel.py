"""The dock of one convolution."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from playground.panels.base import Panel
from playground.widgets.layouts import in_column
from playground.widgets.refreshing import Refreshing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from playground.panels.convolution.view import ConvolutionView
    from playground.session.session import Session


class ConvolutionPanel(Refreshing, Panel):
    """A picture, a filter, and everything that happens between them; made when it is first seen."""

    name = "convolution"
    order = 15

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: ConvolutionView | None = None
        """The whole content, once it has been seen."""
        self._session: Session | None = None
        self._making: Iterator[None] | None = None
        self._column = in_column(of=self, margins=(8, 4, 8, 4))
        self.retranslate()

    def title(self) -> str:
        """Give the dock's title."""
        return self.tr("Convolution")

    def _come_to_life(self, session: Session) -> Iterator[None]:
        """Wait until somebody looks: the clock of the window refreshes what is seen."""
        self._session = session
        self.out_of_date()
        yield

    def refresh(self) -> None:
        """Make the next part of the view, which keeps itself up to date when it is whole."""
        if self._session is None or self.view is not None:
            return
        if self._making is None:
            self._making = self._make(self._session)
        if next(self._making, self) is not self:
            self.out_of_date()

    def _make(self, session: Session) -> Iterator[None]:
        from playground.panels.convolution.view import ConvolutionView  # brings NumPy: not before it is seen

        yield
        view = ConvolutionView(session, self)
        yield from view.build()
        self.view = view
        self._column.addWidget(view)
        view.show()
        if self.hasFocus():  # somebody waits for it at the keyboard
            self.take_focus()

    def retranslate(self) -> None:
        """Set every visible text in the language of the moment."""
        if self.view is not None:
            self.view.retranslate()

    def sizeHint(self) -> QSize:
        """Give a size in which a digit, a filter and its output can be told apart."""
        return QSize(560, 330)

    def minimumSizeHint(self) -> QSize:
        """Give the least room in which it can be used; in less, it scrolls: nothing of it is cut."""
        return QSize(400, max(320, super().minimumSizeHint().height()))
