"""The matrices of the event at which a debugger's cursor stands, with what each number was made of."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from playground.forms.event_matrix_contents import Content, Key, Role, contents_of
from playground.forms.event_matrix_edits import changes, is_changeable
from playground.forms.event_matrix_lens import BESIDE, BatchLens
from playground.forms.event_matrix_recordings import Recordings
from playground.forms.event_matrix_words import EventMatrixWords
from playground.session.debugger import Element
from playground.widgets.event_matrix_board import MatrixBoard
from playground.widgets.event_matrix_sheet import Sheet, picture_shape, pictures_of
from playground.widgets.steady_label import SteadyLabel
from playground.widgets.tooltips import wrapped

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from nn.trace import Event
    from playground.session.session import Session
    from playground.widgets.event_matrix_card import MatrixCard

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
        self._recordings: Recordings | None = None
        self._shown: dict[MatrixCard, tuple[Event, Content]] = {}
        self._is_behind = False
        self._words = EventMatrixWords(self)
        self._formula = SteadyLabel()
        self.as_pictures = QToolButton(autoRaise=True)
        self.lens = BatchLens()
        self.board = MatrixBoard()
        self.setObjectName("eventMatrices")
        self._lay_out()
        self._connect()
        self.retranslate()

    def attach(self, session: Session) -> None:
        """Follow a session's debugger."""
        self._session = session
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
        cards = [card for each in lines for card in each if self._shown[card][1].name == name]
        made = [card for card in cards if self._shown[card][1].role is Role.OUTPUT]
        return next(iter([*made, *cards]), None)

    # ---- from the session to the widgets

    @Slot()
    def _follow(self) -> None:
        assert self._session is not None
        debugger = self._session.debugger
        self._pointed = None
        self.show_moment(debugger.trace, debugger.cursor, debugger.element, debugger.earlier)

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
        event = self.event_shown
        self._shown = {}
        self._refresh_formula(event)
        self._recordings = None
        if event is None:
            self.board.take(())
            self.board.arrange()
        elif self.lens.mode == BESIDE:
            self._show_beside(event)
        else:
            self._show_one(event)
        self.as_pictures.setVisible(self._picture_shape() is not None)
        self._refresh_lights()

    def _refresh_formula(self, event: Event | None) -> None:
        if event is None:
            self._formula.setText(self.tr("No pass is recorded"))
            return
        text = f"{event.name}  {self._words.phase(event.phase)}    {event.formula}"
        self._formula.setText(text)
        self._formula.setToolTip(wrapped(text))

    def _show_one(self, event: Event) -> None:
        """Show what goes in above what comes out."""
        self._recordings = Recordings(event)
        parts = contents_of(event, happened=self._cursor > 0)
        lines = self.board.take([len(contents) for contents in parts])
        for cards, contents in zip(lines, parts, strict=True):
            self._fill(cards, event, contents)
        self._mark_changes(event)
        self.board.arrange()

    def _show_beside(self, event: Event) -> None:
        """Show the step for the batch, and below it for one sample alone."""
        self._recordings = Recordings(event, self.lens.twin(event), self.lens.row)
        lines = [
            [content for part in contents_of(each, happened=self._cursor > 0) for content in part]
            for each in self._recordings.events
        ]
        added_up = _added_up(event, *lines)
        for cards, each, contents in zip(
            self.board.take([len(line) for line in lines]), self._recordings.events, lines, strict=True
        ):
            self._fill(cards, each, contents, added_up if each is event else ())
        self.board.arrange(self._captions(), aligned=True)

    def _captions(self) -> list[str]:
        whole = self.tr("Whole batch, N = {count}").format(count=self.lens.batch_size)
        if self._recordings is None or self._recordings.alone is None:
            return [f"{whole}.  {self.tr('One sample alone makes no update.')}"]
        return [whole, self.tr("Sample {row} alone, N = 1").format(row=self.lens.row)]

    def _fill(
        self, cards: Sequence[MatrixCard], event: Event, contents: Sequence[Content], added_up: Collection[Key] = ()
    ) -> None:
        shape = self._picture_shape()
        wanted = self.as_pictures.isChecked()
        for card, content in zip(cards, contents, strict=True):
            self._shown[card] = (event, content)
            note = self._words.note(content, self.lens.batch_size if content.key in added_up else 0)
            if content.array is None:
                card.show_missing(self._words.missing())
            else:
                sheet = Sheet(content.name or content.title, content.array)
                pictures = pictures_of(sheet, shape) if wanted else None
                may_change = event is self.event_shown and is_changeable(self._session, event, content)
                card.show_sheet(sheet, pictures, editable=may_change)
                card.mark_changed(None)
            card.show_title(self._words.title(content), note, self._words.about(content))

    def _picture_shape(self) -> tuple[int, int] | None:
        return None if self._session is None else picture_shape(self._session.network.spec.input_shape)

    def _mark_changes(self, event: Event) -> None:
        """Mark what an edit changed, and tell on hover what it was before."""
        cards = {content.key: card for card, (_, content) in self._shown.items()}
        for content, old, differs in changes(event, [each for _, each in self._shown.values()], self._before):
            card = cards[content.key]
            if card.sheet is not None:
                explain = self._words.earlier(card.sheet, old)
                card.show_sheet(
                    card.sheet, card.pictures, explain, editable=is_changeable(self._session, event, content)
                )
                card.mark_changed(differs)

    # ---- which numbers belong together

    def _refresh_lights(self) -> None:
        """Frame the number that is looked at, and light what it was made of."""
        if self._recordings is None:
            return
        element = self._element
        made_of = element if self._cursor else None
        for event in self._recordings.events:
            index = self._recordings.index_in(event, element)
            lit = self._recordings.sources(event, made_of)
            for card, (_, content) in self._shown_of(event):
                is_meant = element is not None and content.name == element.name and self._is_result(content)
                card.show_current(index if is_meant else None)
                mask = lit.get(content.name) if content.role is not Role.OUTPUT else None
                fits = mask is not None and card.sheet is not None and mask.shape == card.sheet.array.shape
                card.light(mask if fits else None)

    def _shown_of(self, event: Event) -> list[tuple[MatrixCard, tuple[Event, Content]]]:
        return [(card, shown) for card, shown in self._shown.items() if shown[0] is event]

    def _is_result(self, content: Content) -> bool:
        """Say whether a card shows what its name means: of a parameter that an update moves, what it is afterwards."""
        return content.role is not Role.PRODUCT and content.moment.value != "before"

    # ---- what a person does

    @Slot(object, object)
    def _on_card_pointed(self, card: MatrixCard, index: Index | None) -> None:
        if card not in self._shown:
            return
        event, content = self._shown[card]
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
        event, content = self._shown[card]
        if content.name and not content.is_uniform:
            self._pointed = None
            self._look_at(self._element_of(event, content, index))

    @Slot(object, object, float)
    def _on_card_edited(self, card: MatrixCard, index: Index, value: float) -> None:
        if self._session is not None:
            self._session.debugger.override(self._shown[card][1].name, index, value)

    @Slot(str)
    def _on_refused(self, text: str) -> None:
        if self._session is not None:
            self._session.status.emit(text)

    def _element_of(self, event: Event, content: Content, index: Index) -> Element:
        assert self._recordings is not None
        return Element(content.name, self._recordings.in_batch(event, content.name, index))

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


def _added_up(event: Event, whole: Sequence[Content], alone: Sequence[Content] = ()) -> set[Key]:
    """Give the gradients that are as large for one sample as for the batch: the samples are added up in them."""
    if not event.upstream:
        return set()
    shapes = {content.key: content.shape for content in alone if content.role is Role.OUTPUT and content.shape}
    return {content.key for content in whole if shapes.get(content.key) == content.shape and content.key in shapes}
