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
from playground.panels.input.rows.row_picture import RowPicture
from playground.widgets.layouts import STRETCH, in_column
from playground.widgets.picture.sample_picture import COLOURS, picture_sides
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
    _picture: RowPicture

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about = QLabel(self, objectName="rowsAbout", wordWrap=True)

    def come_to_life(self, session: Session) -> Iterator[None]:
        """Build browser and answer."""
        self._session = session
        self._browser = RowBrowser(session, self)
        self._browser.noted.connect(session.status)
        self._picture = RowPicture(self)
        self._picture.hide()
        answer = AnswerBlock(session, self)
        in_column(
            self._about, (self._picture, 100), self._browser, answer, STRETCH, of=self, margins=(8, 8, 8, 8), spacing=8
        )
        yield
        session.looking.sample_changed.connect(self._on_changed)
        session.looking.network_changed.connect(self._on_changed)
        session.library.data_changed.connect(self._on_changed)
        self.out_of_date()

    @Slot(object)
    def _on_changed(self, _what: object) -> None:
        self.out_of_date()

    def refresh(self) -> None:
        """Say what goes in."""
        spec, data = self._session.looking.network.spec, self._session.library.data
        count, sides = math.prod(spec.input_shape), picture_sides(spec.input_shape)
        sample = self._session.looking.sample
        self._picture.setVisible(sides is not None and sample is not None)
        if sides is not None and sample is not None:
            self._picture.show_values(sample.x[0])
        if sides is not None and sides[0] == COLOURS:
            _, high, wide = sides
            text = self.tr("A sample is a picture of {high} × {wide} pixels in red, green and blue: {count:,} numbers.")
            self._about.setText(text.format(high=high, wide=wide, count=count))
            return
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
