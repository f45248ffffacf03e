"""Matrices beside each other, in new rows where there is no room: small ones whole, large ones share what is left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QTableView, QWidget

from playground.panels.debugger.matrices.card import MatrixCard
from playground.widgets.text.steady_label import SteadyLabel

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QMouseEvent, QResizeEvent
    from PySide6.QtWidgets import QScrollBar

    Sizes = Mapping[MatrixCard, QSize]
    Row = list[tuple[MatrixCard, int]]

_GAP = 8  # px between matrices
_BAR = 14  # px of a scroll bar
_MARGIN = 6  # px to the left and right of all
_LEAST_HEIGHT = 92  # px: two lines that are lower are put together


class JointScrolling(QObject):
    """Lets scroll bars stand at the same place; which of them belong together can change at any time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: list[list[QScrollBar]] = []

    def join(self, groups: Sequence[Sequence[QScrollBar]]) -> None:
        """Move the bars of each group together, and no others; the first one gives the place to begin with."""
        for bar in self._bars():
            bar.valueChanged.disconnect(self._on_bar_moved)
        self._groups = [list(group) for group in groups if len(group) > 1]
        for first, *others in self._groups:
            for bar in others:
                bar.setValue(first.value())
        for bar in self._bars():
            bar.valueChanged.connect(self._on_bar_moved)

    def _bars(self) -> list[QScrollBar]:
        return [bar for group in self._groups for bar in group]

    @Slot(int)
    def _on_bar_moved(self, value: int) -> None:
        group = next(group for group in self._groups if any(bar is self.sender() for bar in group))
        moved = next(bar for bar in group if bar is self.sender())
        for bar in group:
            is_past_its_end = value == moved.maximum() and bar.value() > value
            if not is_past_its_end:  # a bar that cannot go as far does not draw the others back
                bar.setValue(value)


class MatrixBoard(QScrollArea):
    """Holds cards and lays them out anew whenever they or the room change; cards are kept and used again."""

    pointed = Signal(object, object)
    """MatrixCard, place in its array or None."""
    chosen = Signal(object, object)
    """MatrixCard, place in its array."""
    edited = Signal(object, object, float)
    """MatrixCard, place in its array, the number that is to stand there."""
    refused = Signal(str)
    """Why something typed was not taken."""
    left = Signal()
    """A person clicked where there is no number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spare: list[MatrixCard] = []
        self.lines: list[list[MatrixCard]] = []
        """What is shown, line by line."""
        self._captions: list[SteadyLabel] = []
        self._aligned = False
        self._scrolling = JointScrolling(self)
        self._content = QWidget()
        self.setWidget(self._content)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def cards(self) -> list[MatrixCard]:
        """All cards that are shown."""
        return [card for line in self.lines for card in line]

    def take(self, counts: Sequence[int]) -> list[list[MatrixCard]]:
        """Make lines of so many cards and give them to be filled; call `arrange` afterwards."""
        cards = [*self.cards, *self._spare]
        while len(cards) < sum(counts):
            cards.append(self._new_card())
        self.lines = []
        for count in counts:
            self.lines.append(cards[:count])
            cards = cards[count:]
        self._spare = cards
        for card in cards:
            card.hide()
        return self.lines

    def arrange(self, captions: Sequence[str] = (), aligned: bool = False) -> None:
        """Lay the cards out.

        Parameters
        ----------
        captions : sequence of str
            A text above each line, or none.
        aligned : bool
            Whether cards below each other are equally wide, and lines are never put together or broken.
        """
        self._aligned = aligned
        while len(self._captions) < len(captions):
            self._captions.append(SteadyLabel(self._content))
        for label, text in zip(self._captions, captions, strict=False):
            label.setText(text)
        for number, label in enumerate(self._captions):
            label.setVisible(number < len(captions))
        for card in self.cards:
            card.show()
        self._lay_out()
        self._scrolling.join(self._joint_bars() if aligned else [])

    def _joint_bars(self) -> list[list[QScrollBar]]:
        """Give the scroll bars of tables below each other along the axes in which they show the same."""
        joint = []
        for column in zip(*self.lines, strict=False):
            tables = [card.table for card in column if card.view is card.table]
            for axis, bar in ((0, QTableView.verticalScrollBar), (1, QTableView.horizontalScrollBar)):
                if len({card.extent(axis) for card in column}) == 1:
                    joint.append([bar(table) for table in tables])
        return joint

    @Slot()
    def _on_card_zoomed(self) -> None:
        self._lay_out()
        self._scrolling.join(self._joint_bars() if self._aligned else [])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._lay_out()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Look at no number any more where there is none; a press on a card's title comes here, too."""
        super().mousePressEvent(event)
        self.left.emit()

    def _new_card(self) -> MatrixCard:
        card = MatrixCard(self._content)
        card.left.connect(self.left)
        card.pointed.connect(self.pointed)
        card.chosen.connect(self.chosen)
        card.edited.connect(self.edited)
        card.refused.connect(self.refused)
        card.resized.connect(self._on_card_zoomed)
        return card

    # ---- sharing the room

    def _lay_out(self) -> None:
        sizes = {card: card.natural_size() for card in self.cards}  # asked once: it is measured anew each time
        room = self.width() - 2 * _MARGIN
        rows = self._rows(sizes, room)
        if self._least_height(rows, sizes) > self.height():  # then a bar for scrolling stands beside them
            room -= self.verticalScrollBar().sizeHint().width()
            rows = self._rows(sizes, room)
        self._place(rows, sizes, room)

    def _rows(self, sizes: Sizes, room: int) -> list[Row]:
        """Put the cards into rows: what goes in and what comes out beside each other where there is room for both."""
        lines = [line for line in self.lines if line]
        if self._aligned:
            columns = self._columns(lines, sizes, room)
            return [list(zip(line, widths, strict=True)) for line, widths in zip(lines, columns, strict=True)]
        wanted = {card: min(card.wanted_width(sizes[card]), room) for card in self.cards}
        has_room_for_all = sum(wanted.values()) + _GAP * (len(wanted) - 1) <= room
        if has_room_for_all or self.height() < len(lines) * _LEAST_HEIGHT:
            lines = [self.cards] if lines else []
        return [
            self._shared([line[place] for place in row], wanted, sizes, room)
            for line in lines
            for row in packed([wanted[card] for card in line], room)
        ]

    def _shared(self, cards: list[MatrixCard], wanted: Mapping[MatrixCard, int], sizes: Sizes, room: int) -> Row:
        """Share the width of a row."""
        natural = [self._natural_width(card, sizes) for card in cards]
        widths = shared(natural, [wanted[card] for card in cards], room - _GAP * (len(cards) - 1))
        return list(zip(cards, widths, strict=True))

    def _natural_width(self, card: MatrixCard, sizes: Sizes) -> int:
        return sizes[card].width() + _BAR * card.is_high

    def _columns(self, lines: list[list[MatrixCard]], sizes: Sizes, room: int) -> list[list[int]]:
        """Give the widths of cards that stand in columns."""
        if not lines:
            return []
        natural = _largest([[self._natural_width(card, sizes) for card in line] for line in lines])
        least = _largest([[min(card.least_width(), sizes[card].width()) for card in line] for line in lines])
        widths = shared(natural, least, room - _GAP * (len(natural) - 1))
        return [widths[: len(line)] for line in lines]

    @property
    def _head(self) -> int:
        """The height of a caption."""
        return self._captions[0].sizeHint().height() + 2 if self._aligned and self._captions else 0

    def _least_height(self, rows: list[Row], sizes: Sizes) -> int:
        return sum(max(self._least_heights(row, sizes)) + _GAP + self._head for row in rows)

    def _heights(self, row: Row, sizes: Sizes) -> list[int]:
        return [sizes[card].height() + _BAR * (width < sizes[card].width()) for card, width in row]

    def _least_heights(self, row: Row, sizes: Sizes) -> list[int]:
        return [card.least_height(high) for (card, _), high in zip(row, self._heights(row, sizes), strict=True)]

    def _place(self, rows: list[Row], sizes: Sizes, room: int) -> None:
        head, width = self._head, max(map(_width_of, rows), default=0)
        bar = self.horizontalScrollBar().sizeHint().height() if width > room else 0
        high = max(self.height() - bar, self._least_height(rows, sizes))
        needed = [self._heights(row, sizes) for row in rows]
        least = [max(self._least_heights(row, sizes)) for row in rows]
        heights = shared(list(map(max, needed)), least, high - (_GAP + head) * len(rows))
        self._content.resize(max(width, room) + 2 * _MARGIN, high)
        top = 0
        for number, (row, height, highs) in enumerate(zip(rows, heights, needed, strict=True)):
            if head:
                self._captions[number].setGeometry(_MARGIN, top, self._content.width() - _MARGIN, head)
            left = _MARGIN
            for (card, wide), natural in zip(row, highs, strict=True):
                card.setGeometry(left, top + head, wide, min(natural, height))
                left += wide + _GAP
            top += head + height + _GAP


def _width_of(row: Row) -> int:
    return sum(width for _, width in row) + _GAP * (len(row) - 1)


def packed(widths: Sequence[int], room: int) -> list[list[int]]:
    """Give the places of things so wide, row by row, as many in each as have room."""
    rows: list[list[int]] = []
    left = 0
    for place, width in enumerate(widths):
        if not rows or left < width + _GAP:
            rows.append([])
            left = room + _GAP
        rows[-1].append(place)
        left -= width + _GAP
    return rows


def shared(natural: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Share room: what needs little gets all it needs, the others equal parts of the rest, none less than its least."""
    sizes = list(least)
    left = room - sum(sizes)
    growing = [i for i in range(len(sizes)) if natural[i] > sizes[i]]
    while left > 0 and growing:
        level = min(sizes[i] for i in growing)
        lowest = [i for i in growing if sizes[i] == level]
        higher = [sizes[i] for i in growing if sizes[i] > level]
        step = min([left // len(lowest), *(natural[i] - level for i in lowest), *(size - level for size in higher)])
        if step <= 0:
            break
        for i in lowest:
            sizes[i] += step
        left -= step * len(lowest)
        growing = [i for i in growing if natural[i] > sizes[i]]
    return sizes


def _largest(lines: list[list[int]]) -> list[int]:
    """Give the largest of each column."""
    return [max(line[i] for line in lines if i < len(line)) for i in range(max(map(len, lines)))]
