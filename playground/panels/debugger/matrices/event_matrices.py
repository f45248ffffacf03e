"""The matrices of the event at which a debugger's cursor stands, with what each number was made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from nn.inspection.contents import Content, Moment, Role
from nn.inspection.element import Element
from nn.inspection.recordings import Recordings
from playground.panels.breakpoint_words import phase_text
from playground.panels.debugger.matrices.board import MatrixBoard
from playground.panels.debugger.matrices.filling import EventMatrixFilling
from playground.panels.debugger.matrices.lens import BESIDE, BatchLens
from playground.panels.debugger.matrices.words import EventMatrixWords
from playground.widgets.fields.tool_button import tool_button
from playground.widgets.layouts import in_column, in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.refreshing import Refreshing
from playground.widgets.text.steady_label import SteadyLabel
from playground.widgets.text.tooltips import describe, on_hover

if TYPE_CHECKING:
    from nn.trace import Event
    from playground.panels.debugger.matrices.card import MatrixCard
    from playground.session.session import Session

    Index = tuple[int, ...]


class EventMatrices(Refreshing, LiveLook, QWidget):
    """Shows what goes into the current event and what comes out of it.

    Pointing at a number of what comes out lights the numbers it was made of; clicking keeps it for all views of the
    debugger. What differs from the same pass before an edit is marked.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._debugger = session, session.debugger
        self._pointed: Element | None = None
        """Under the pointer; what is behind it comes back when the pointer leaves."""
        self._kept: Element | None = None
        self._words = EventMatrixWords(self)
        self._head = SteadyLabel()
        self.as_pictures = tool_button("picture", clicked=self.refresh, checkable=True)
        self.as_pictures.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.lens = BatchLens(session)
        self.board = MatrixBoard()
        self._filling = EventMatrixFilling(session, self.board, self._words)
        self.setObjectName("eventMatrices")
        head = in_row((self._head, 1), self.as_pictures, self.lens, margins=(6, 2, 2, 0), spacing=6)
        in_column(head, (self.board, 1), of=self, spacing=2)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.board.pointed.connect(self._on_card_pointed)
        self.board.chosen.connect(self._on_card_chosen)
        self.board.edited.connect(self._on_card_edited)
        self.board.refused.connect(self._session.status)
        self.board.left.connect(self._on_board_left)
        self.lens.changed.connect(self.out_of_date)
        self._debugger.trace_changed.connect(self._on_moved)
        self._debugger.moved.connect(self._on_moved)
        self._debugger.element_changed.connect(self._on_element_changed)

    @property
    def event_shown(self) -> Event | None:
        """The event whose matrices are shown."""
        trace = self._debugger.trace
        return trace[max(self._debugger.cursor - 1, 0)] if trace else None

    def card(self, name: str, line: int | None = None) -> MatrixCard | None:
        """Give the first card of what comes out under a name, else of any value of that name."""
        lines = self.board.lines if line is None else self.board.lines[line : line + 1]
        cards = [card for each in lines for card in each if self._filling.shown[card][1].name == name]
        made = [card for card in cards if self._filling.shown[card][1].role is Role.OUTPUT]
        return next(iter([*made, *cards]), None)

    # ---- from the session to the widgets

    @Slot()
    def _on_moved(self) -> None:
        self._pointed = None
        self.out_of_date()

    @Slot(object)
    def _on_element_changed(self, element: Element | None) -> None:
        if element != self._pointed:
            self._pointed = None
        if not self.is_out_of_date:  # else the numbers that are shown are those of another event
            self._refresh_lights()

    @Slot()
    def refresh(self) -> None:
        """Show the last event that has happened; at the start the first one, whose results are still to come."""
        event, has_happened = self.event_shown, self._debugger.cursor > 0
        self._filling.as_pictures = self.as_pictures.isChecked()
        self._refresh_head(event)
        if event is None:
            self._filling.clear()
        elif self.lens.mode == BESIDE:
            recordings = Recordings(event, self.lens.twin(event), self.lens.row)
            self._filling.show_beside(recordings, has_happened, self.lens.batch_size)
        else:
            self._filling.show_one(event, has_happened, self._debugger.stepped.earlier)
        self.as_pictures.setVisible(self._filling.picture_shape is not None)
        self._refresh_lights()

    def _refresh_head(self, event: Event | None) -> None:
        """Name the step; what it computes stands above all views of the debugger."""
        text = self.tr("No pass is recorded") if event is None else f"{event.name}  {phase_text(event.phase)}"
        self._head.setText(text)
        on_hover(text if event is None else f"{text}\n{event.formula}", self._head)

    # ---- which numbers belong together

    def _refresh_lights(self) -> None:
        """Frame the number that is looked at, and light what it was made of."""
        recordings, element = self._filling.recordings, self._debugger.element
        if recordings is None:
            return
        made_of = element if self._debugger.cursor else None
        for event in recordings.events:
            index = recordings.index_in(event, element)
            lit, most = recordings.sources(event, made_of), recordings.largest(event, made_of)
            for card, (_, content) in self._shown_of(event):
                is_meant = element is not None and content.name == element.name and self._is_result(content)
                card.show_current(index if is_meant else None)
                mask = lit.get(content.name) if content.role is not Role.OUTPUT else None
                fits = mask is not None and card.sheet is not None and mask.shape == card.sheet.array.shape
                card.light(mask if fits else None, most.get(content.name) if fits else None)

    def _shown_of(self, event: Event) -> list[tuple[MatrixCard, tuple[Event, Content]]]:
        return [(card, shown) for card, shown in self._filling.shown.items() if shown[0] is event]

    def _is_result(self, content: Content) -> bool:
        """Say whether a card shows what its name means: of a parameter that an update moves, what it is afterwards."""
        return content.role is not Role.PRODUCT and content.moment is not Moment.BEFORE

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
            self._kept = self._debugger.element
        self._pointed = self._element_of(event, content, index)
        self._debugger.set_element(self._pointed)

    def _leave(self) -> None:
        """Look again at what was looked at before the pointer came."""
        if self._pointed is not None:
            self._pointed = None
            self._debugger.set_element(self._kept)

    @Slot(object, object)
    def _on_card_chosen(self, card: MatrixCard, index: Index) -> None:
        event, content = self._filling.shown[card]
        if content.name and not content.is_uniform:
            self._pointed = None
            self._debugger.set_element(self._element_of(event, content, index))

    @Slot()
    def _on_board_left(self) -> None:
        """Look at no number: what explained one does not stay."""
        self._pointed = self._kept = None
        self._debugger.set_element(None)

    @Slot(object, object, float)
    def _on_card_edited(self, card: MatrixCard, index: Index, value: float) -> None:
        self._debugger.numbers.override(self._filling.shown[card][1].name, index, value)

    def _element_of(self, event: Event, content: Content, index: Index) -> Element:
        assert self._filling.recordings is not None
        return Element(content.name, self._filling.recordings.in_batch(event, content.name, index))

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.as_pictures.setText(self.tr("Pictures"))
        about = self.tr(
            "Show what is as long as a picture has pixels as pictures: inputs, and the columns of W1. "
            "Ctrl and the wheel, or + and -, come nearer until the numbers can be read."
        )
        describe(self.as_pictures, self.tr("Matrices as pictures"), about)
        self._head.setAccessibleName(self.tr("What is computed"))
        self.out_of_date()
