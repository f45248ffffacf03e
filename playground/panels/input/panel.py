"""The dock of what goes in: it follows the data, and the network that is looked at."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QApplication, QLabel

from playground.panels.base import Panel
from playground.panels.input.drawing.drawing import DrawingInput
from playground.panels.input.rival_line import RivalLine
from playground.widgets.layouts import in_column
from playground.widgets.refreshing import Importance, Refreshing
from playground.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from nn.datasets.base import Dataset
    from nn.network import NetworkSpec
    from playground.panels.input.kind import InputKind
    from playground.panels.input.kinds import Kind
    from playground.session.session import Session


class InputPanel(Refreshing, Panel):
    """Shows one way to put something in, with the answer to it: a sheet to draw on before anything else is known.

    The others are built when their data are seen for the first time; each keeps what a person did there.
    """

    name = "draw"  # what layouts, scripts and documents call it since it was nothing but a canvas
    place = "input"
    order = 0
    modules = (
        "playground.panels.input.drawing.material",
        "playground.panels.input.drawing.picture_reading",
        "playground.panels.input.rows.mistake_search",
        "playground.panels.input.kinds",
    )
    modules_later = (
        "playground.panels.input.plane.plane_input",
        "playground.panels.input.table.table_input",
        "playground.panels.input.rows.rows_input",
    )
    importance = Importance.ANSWER

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._built: dict[Kind, InputKind] = {}
        self._begun: dict[Kind, Iterator[None]] = {}
        self._shown: InputKind = DrawingInput(self)
        self._mismatch = QLabel(self, objectName="inputMismatch", wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._mismatch.setMargin(8)
        self._mismatch.hide()
        self._rival = RivalLine(self)
        self._column = in_column(self._mismatch, self._rival, (self._shown, 1), of=self)
        self.retranslate()

    def title(self) -> str:
        """Give the dock's title."""
        return self.tr("Input")

    def take_focus(self) -> None:
        """Give the keyboard to where it was, else to what a person puts the input in with."""
        if self.focusWidget() is None:
            self._shown.take_focus()
        else:
            super().take_focus()

    def _come_to_life(self, session: Session) -> Iterator[None]:
        """Recognise from now on, beginning with what has been drawn already."""
        from playground.panels.input.kinds import DRAWING  # not before the first paint

        yield from self._shown.come_to_life(session)
        self._session = session
        self._rival.attach(session)
        self._rival.rivals_changed.connect(self._show_rivals)
        self._built[DRAWING] = self._shown
        session.looking.network_changed.connect(self.out_of_date)
        session.library.data_changed.connect(self.out_of_date)
        yield
        self.out_of_date()

    def refresh(self) -> None:
        """Show the way in that belongs to the data and the network that is looked at."""
        if self._session is not None:
            from playground.panels.input.kinds import kind_of  # not before the first paint

            spec, data = self._session.looking.network.spec, self._session.library.data
            kind = kind_of(spec, data)
            if self._is_built(kind):
                self._show(kind)
                self._say(spec, data)
            else:
                self.out_of_date()

    def retranslate(self) -> None:
        """Say in the language of the moment why data and network do not go together."""
        self.out_of_date()

    def _say(self, spec: NetworkSpec, data: Dataset | None) -> None:
        """Say in a sentence that data and network do not go together, and what helps."""
        given, taken = 0 if data is None else math.prod(data.input_shape), math.prod(spec.input_shape)
        self._mismatch.setVisible(data is not None and given != taken)
        if data is None or given == taken:
            return
        text = self.tr(
            "The data ({name}: {given:,} numbers a sample) do not fit this network, which takes {taken:,}. What you "
            "put in here goes through it; to train it, choose other data or another network."
        )
        self._mismatch.setText(text.format(name=word("dataset", data.name).label, given=given, taken=taken))

    @Slot(object)
    def _show_rivals(self, rivals: tuple[float, ...]) -> None:
        for view in self._built.values():
            view.show_rivals(rivals)

    def _show(self, kind: Kind) -> None:
        view, before = self._built[kind], self._shown
        if view is before:
            return
        had_focus = before.isAncestorOf(QApplication.focusWidget() or self)
        self._shown = view
        before.hide()
        view.show()
        if had_focus:
            view.take_focus()

    def _is_built(self, kind: Kind) -> bool:
        """Build a way in one step further, so that no frame waits long for it; say whether it is whole."""
        if kind not in self._built:
            next(self._begun.setdefault(kind, self._steps(kind)), None)
        return kind in self._built

    def _steps(self, kind: Kind) -> Iterator[None]:
        assert self._session is not None
        view = kind.build(self)
        view.hide()
        self._column.addWidget(view, 1)
        yield
        yield from view.come_to_life(self._session)
        self._built[kind] = view
        del self._begun[kind]
