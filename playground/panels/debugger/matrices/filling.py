"""The matrices on a board: those of one step, of a batch alone or with one of its samples below."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from nn.inspection.columns import picture_shape
from nn.inspection.contents import Content, Key, Moment, Role, added_up, changes, contents_of
from nn.inspection.recordings import Recordings
from nn.inspection.sheet import Sheet, pictures_of

if TYPE_CHECKING:
    from nn.trace import Event
    from playground.panels.debugger.matrices.board import MatrixBoard
    from playground.panels.debugger.matrices.card import MatrixCard
    from playground.panels.debugger.matrices.words import EventMatrixWords
    from playground.session.session import Session


class EventMatrixFilling:
    """What stands on a board.

    Attributes
    ----------
    recordings : Recordings or None
        The step that is shown.
    shown : dict of MatrixCard to (Event, Content)
        What each card shows.
    as_pictures : bool
        Whether what can be is shown as pictures.
    """

    def __init__(self, session: Session, board: MatrixBoard, words: EventMatrixWords) -> None:
        self._session, self._board, self._words = session, board, words
        self.recordings: Recordings | None = None
        self.shown: dict[MatrixCard, tuple[Event, Content]] = {}
        self.as_pictures = False

    @property
    def picture_shape(self) -> tuple[int, int] | None:
        """Height and width of what goes into the network, None if that is no picture."""
        return picture_shape(self._session.debugger.stepped.spec.input_shape)

    def clear(self) -> None:
        """Show nothing."""
        self.recordings, self.shown = None, {}
        self._board.take(())
        self._board.arrange()

    def show_one(self, event: Event, happened: bool, before: Sequence[Event]) -> None:
        """Show what goes into a step above what comes out, and mark what differs from `before`."""
        self.recordings, self.shown = Recordings(event), {}
        parts = contents_of(event, happened)
        lines = self._board.take([len(contents) for contents in parts])
        for cards, contents in zip(lines, parts, strict=True):
            self._fill(cards, event, contents)
        self._mark_changes(event, before)
        self._board.arrange()

    def show_beside(self, recordings: Recordings, happened: bool, batch_size: int) -> None:
        """Show a step for the batch, and below it for one sample alone."""
        self.recordings, self.shown = recordings, {}
        lines = [[each for part in contents_of(event, happened) for each in part] for event in recordings.events]
        sums = added_up(recordings.whole, *lines)
        places = self._board.take([len(line) for line in lines])
        for cards, event, contents in zip(places, recordings.events, lines, strict=True):
            self._fill(cards, event, contents, sums if event is recordings.whole else (), batch_size)
        row = None if recordings.alone is None else recordings.row
        self._board.arrange(self._words.captions(batch_size, row), aligned=True)

    def _fill(
        self,
        cards: Sequence[MatrixCard],
        event: Event,
        contents: Sequence[Content],
        sums: Collection[Key] = (),
        batch_size: int = 0,
    ) -> None:
        has_masks = any(array.dtype == bool for array in (*event.inputs.values(), *event.outputs.values()))
        for card, content in zip(cards, contents, strict=True):
            self.shown[card] = (event, content)
            if content.array is None:
                card.show_missing(self._words.missing())
            else:
                self._show_array(card, event, content)
                card.mark_changed(None)
            note = self._words.note(content, batch_size if content.key in sums else 0)
            card.show_title(self._words.title(content, typed=has_masks), note, self._words.about(content))

    def _show_array(self, card: MatrixCard, event: Event, content: Content) -> None:
        assert self.recordings is not None
        assert content.array is not None
        sheet = Sheet(content.name or content.title, content.array)
        pictures = pictures_of(sheet, self.picture_shape) if self.as_pictures else None
        is_mask = content.array.dtype == bool
        may_change = event is self.recordings.whole and not is_mask and is_changeable(self._session, event, content)
        card.show_sheet(sheet, pictures, editable=may_change)

    def _mark_changes(self, event: Event, before: Sequence[Event]) -> None:
        """Mark what an edit changed, and tell on hover what it was before."""
        cards = {content.key: card for card, (_, content) in self.shown.items()}
        for content, old, differs in changes(event, [each for _, each in self.shown.values()], before):
            card = cards[content.key]
            if card.sheet is not None:
                card.mark_changed(differs, self._words.earlier(card.sheet, old))


def is_changeable(session: Session, event: Event, content: Content) -> bool:
    """Say whether a person may put another number there.

    Parameters
    ----------
    session : Session
    event : Event
        Of the pass that its debugger shows.
    content : Content
        Of this event.
    """
    if not session.debugger.stepped.can_be_changed:
        return False
    if content.moment is Moment.AFTER or content.is_uniform:
        return False
    if event.phase == "update":  # of what the optimizer works with only these are there before it
        return content.name.removeprefix("d") in session.live.network.params and content.role is Role.INPUT
    return content.name in event.values
