"""The matrices of the event at which a debugger's cursor stands, with what each number was made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from nn.inspection.contents import Content, Role
from nn.inspection.element import Element
from nn.inspection.recordings import Recordings
from playground.panels.debugger.matrices.board import MatrixBoard
from playground.panels.debugger.matrices.filling import EventMatrixFilling
from playground.panels.debugger.matrices.lens import BESIDE, BatchLens
from playground.panels.debugger.matrices.words import EventMatrixWords
from playground.widgets.look.icons import icon
from playground.widgets.text.steady_label import SteadyLabel
from playground.widgets.text.tooltips import wrapped

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from nn.trace import Event
    from playground.panels.debugger.matrices.card import MatrixCard
    from playground.session.session import Session

    Index = tuple[int, ...]


class EventMatrices(QWidget):
    """Shows what goes into the current event and what comes out of it.

    Pointing at a number of what comes out lights the numbers it was made of; clicking keeps it for all views of the
    debugger.

    Signals
    -------
    element_requested : (str, tuple of int)
        A number was pointed at or chosen: name of its value, place in it.
    """

    element_requested = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._trace: Sequence[Event] = ()
        self._cursor = 0
        self._element: Element | None = None
        self._pointed: Element | None = None
        """Under the pointer; what is behind it comes back when the pointer leaves."""
        self._kept: Element | None = None
        self._before: Sequence[Event] = ()
        self._is_behind = False
        self._words = EventMatrixWords(self)
        self._formula = SteadyLabel()
        self.as_pictures = QToolButton(autoRaise=True)
        self.lens = BatchLens()
        self.board = MatrixBoard()
        self._filling = EventMatrixFilling(self.board, self._words)
        self.setObjectName("eventMatrices")
        self._lay_out()
        self._connect()
        self.retranslate()

    def attach(self, session: Session) -> None:
        """Follow a session's debugger."""
        self._session = self._filling.session = session
        self.lens.attach(session)
        debugger = session.debugger
        debugger.trace_changed.connect(self._follow)
        debugger.moved.connect(self._follow)
        debugger.element_changed.connect(self._on_element_changed)
        self._follow()

    def show_moment(
        self,
        trace: Sequence[Event],
        cursor: int,
        element: Element | None = None,
        before: Sequence[Event] = (),
    ) -> None:
        """Show the last event that has happened; at the start the first one, whose results are still to come.

        Parameters
        ----------
        trace : sequence of Event
        cursor : int
            How many events have happened.
        element : Element, optional
            The number that is looked at.
        before : sequence of Event
            The same pass before an edit: what differs from it is marked.
        """
        self._trace, self._cursor, self._element, self._before = trace, cursor, element, before
        self._is_behind = not self.isVisible()
        if not self._is_behind:
            self._refresh()

    @property
    def event_shown(self) -> Event | None:
        """The event whose matrices are shown."""
        return self._trace[max(self._cursor - 1, 0)] if self._trace else None

    def card(self, name: str, line: int | None = None) -> MatrixCard | None:
        """Give the first card of what comes out under a name, else of any value of that name."""
        lines = self.board.lines if line is None else self.board.lines[line : line + 1]
        cards = [card for each in lines for card in each if self._filling.shown[card][1].name == name]
        made = [card for card in cards if self._filling.shown[card][1].role is Role.OUTPUT]
        return next(iter([*made, *cards]), None)

    # ---- from the session to the widgets

    @Slot()
    def _follow(self) -> None:
        assert self._session is not None
        debugger = self._session.debugger
        self._pointed = None
        self.show_moment(debugger.trace, debugger.cursor, debugger.element, debugger.stepped.earlier)

    @Slot(object)
    def _on_element_changed(self, element: Element | None) -> None:
        self._element = element
        if element != self._pointed:
            self._pointed = None
        if self.isVisible():
            self._refresh_lights()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while nobody looked."""
        super().showEvent(event)
        if self._is_behind:
            self._is_behind = False
            self._refresh()

    @Slot()
    def _refresh(self) -> None:
        event, has_happened = self.event_shown, self._cursor > 0
        self._filling.as_pictures = self.as_pictures.isChecked()
        self._refresh_formula(event)
        if event is None:
            self._filling.clear()
        elif self.lens.mode == BESIDE:
            recordings = Recordings(event, self.lens.twin(event), self.lens.row)
            self._filling.show_beside(recordings, has_happened, self.lens.batch_size)
        else:
            self._filling.show_one(event, has_happened, self._before)
        self.as_pictures.setVisible(self._filling.picture_shape is not None)
        self._refresh_lights()

    def _refresh_formula(self, event: Event | None) -> None:
        if event is None:
            self._formula.setText(self.tr("No pass is recorded"))
            return
        text = f"{event.name}  {self._words.phase(event.phase)}    {event.formula}"
        self._formula.setText(text)
        self._formula.setToolTip(wrapped(text))

    # ---- which numbers belong together

    def _refresh_lights(self) -> None:
        """Frame the number that is looked at, and light what it was made of."""
        recordings, element = self._filling.recordings, self._element
        if recordings is None:
            return
        made_of = element if self._cursor else None
        for event in recordings.events:
            index = recordings.index_in(event, element)
            lit = recordings.sources(event, made_of)
            for card, (_, content) in self._shown_of(event):
                is_meant = element is not None and content.name == element.name and self._is_result(content)
                card.show_current(index if is_meant else None)
                mask = lit.get(content.name) if content.role is not Role.OUTPUT else None
                fits = mask is not None and card.sheet is not None and mask.shape == card.sheet.array.shape
                card.light(mask if fits else None)

    def _shown_of(self, event: Event) -> list[tuple[MatrixCard, tuple[Event, Content]]]:
        return [(card, shown) for card, shown in self._filling.shown.items() if shown[0] is event]

    def _is_result(self, content: Content) -> bool:
        """Say whether a card shows what its name means: of a parameter that an update moves, what it is afterwards."""
        return content.role is not Role.PRODUCT and content.moment.value != "before"

    # ---- what a person does

    @Slot(object, object)
    def _on_card_pointed(self, card: MatrixCard, index: Index | None) -> None:
        if card not in self._filling.shown:
            return
        event, content = self._filling.shown[card]
        if index is None or content.role is not Role.OUTPUT or content.array is None:
            self._leave()
            return
        if self._pointed is None:
            self._kept = self._element
        self._pointed = self._element_of(event, content, index)
        self._look_at(self._pointed)

    def _leave(self) -> None:
        """Look again at what was looked at before the pointer came."""
        if self._pointed is not None:
            self._pointed = None
            self._look_at(self._kept)

    @Slot(object, object)
    def _on_card_chosen(self, card: MatrixCard, index: Index) -> None:
        event, content = self._filling.shown[card]
        if content.name and not content.is_uniform:
            self._pointed = None
            self._look_at(self._element_of(event, content, index))

    @Slot(object, object, float)
    def _on_card_edited(self, card: MatrixCard, index: Index, value: float) -> None:
        if self._session is not None:
            self._session.debugger.numbers.override(self._filling.shown[card][1].name, index, value)

    @Slot(str)
    def _on_refused(self, text: str) -> None:
        if self._session is not None:
            self._session.status.emit(text)

    def _element_of(self, event: Event, content: Content, index: Index) -> Element:
        assert self._filling.recordings is not None
        return Element(content.name, self._filling.recordings.in_batch(event, content.name, index))

    def _look_at(self, element: Element | None) -> None:
        if self._session is not None:
            self._session.debugger.set_element(element)
        else:
            self._on_element_changed(element)
        if element is not None:
            self.element_requested.emit(element.name, element.index)

    # ---- building

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(6, 2, 2, 0)
        head.setSpacing(6)
        head.addWidget(self._formula, 1)
        head.addWidget(self.as_pictures)
        head.addWidget(self.lens)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.board, 1)

    def _connect(self) -> None:
        self.board.pointed.connect(self._on_card_pointed)
        self.board.chosen.connect(self._on_card_chosen)
        self.board.edited.connect(self._on_card_edited)
        self.board.refused.connect(self._on_refused)
        self.as_pictures.setCheckable(True)
        self.as_pictures.setIcon(icon("picture"))
        self.as_pictures.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.as_pictures.clicked.connect(self._refresh)
        self.lens.changed.connect(self._refresh)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._refresh()

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.as_pictures.setText(self.tr("Pictures"))
        self.as_pictures.setToolTip(
            wrapped(
                self.tr(
                    "Show what is as long as a picture has pixels as pictures: inputs, and the columns of W1. "
                    "Ctrl and the wheel, or + and -, come nearer until the numbers can be read."
                )
            )
        )
        self.as_pictures.setAccessibleName(self.tr("Matrices as pictures"))
        self._formula.setAccessibleName(self.tr("What is computed"))
        self._refresh_formula(self.event_shown)
