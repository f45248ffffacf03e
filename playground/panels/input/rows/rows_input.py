"""What is neither drawn nor typed: said in a sentence, with its rows to leaf through."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel

from playground.panels.input.answer.answer_block import AnswerBlock
from playground.panels.input.kind import InputKind
from playground.panels.input.kinds import fits
from playground.panels.input.rows.row_browser import RowBrowser
from playground.widgets.layouts import STRETCH, in_column
from playground.widgets.refreshing import Refreshing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from playground.session.session import Session


class RowsInput(Refreshing, InputKind):
    """A sentence about the data, a browser of their rows, and the answer."""

    # From `come_to_life` on:
    _session: Session
    _browser: RowBrowser

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about = QLabel(self, objectName="rowsAbout", wordWrap=True)

    def come_to_life(self, session: Session) -> Iterator[None]:
        """Build browser and answer."""
        self._session = session
        self._browser = RowBrowser(session, self)
        self._browser.noted.connect(session.status)
        answer = AnswerBlock(session, self)
        in_column(self._about, self._browser, answer, STRETCH, of=self, margins=(8, 8, 8, 8), spacing=8)
        yield
        session.looking.network_changed.connect(self._on_changed)
        session.library.data_changed.connect(self._on_changed)
        self.out_of_date()

    @Slot(object)
    def _on_changed(self, _what: object) -> None:
        self.out_of_date()

    def refresh(self) -> None:
        """Say what goes in."""
        spec, data = self._session.looking.network.spec, self._session.library.data
        count = math.prod(spec.input_shape)
        if data is not None and fits(spec, data):
            text = self.tr(
                "A sample has {count:,} numbers: too many to type, and no square picture. Leaf through the rows here."
            )
        else:
            text = self.tr("The network takes {count:,} numbers: too many to type.")
        self._about.setText(text.format(count=count))

    def take_focus(self) -> None:
        """Give the keyboard to the browser."""
        self._browser.setFocus()

    def retranslate(self) -> None:
        """Say it in the language of the moment."""
        if hasattr(self, "_session"):
            self.out_of_date()
