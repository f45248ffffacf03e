"""Where the texts of a graph stand: beside their edges, where they cover nothing."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from nn.inspection.graph_layout import Kind
from playground.widgets.graph.geometry import FITTED, Room, box_of, meets, overlaps
from playground.widgets.graph.picture import Labels, Part, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playground.widgets.graph.geometry import Box, GraphGeometry
    from playground.widgets.graph.picture import Figure, GraphPicture

TOUCH = 2.5
"""In px: boxes of two lines may overlap so far, because letters leave their edges free."""
_FONT = 0.76  # of a line
_TEXT = 0.86  # of a line: height of the letters' box
_AIR = 0.25  # of a line: between texts in a row
_SLOT = 1.5  # in lines: width of an empty place
_LINES_TRIED = 3  # for a symbol
_MORE = " +…"

Text = tuple[str, QRectF]


class Place(NamedTuple):
    """A place for a text beside an edge.

    Attributes
    ----------
    rect : QRectF
    letters : tuple of float
        The ends of what must cover no other text.
    has_room : bool
        Whether the text is no wider than there is room beside its edge.
    is_free : bool
        Whether it covers no circle.
    is_clear : bool
        Whether it crosses no edge, beyond which it would belong to another, and is seen whole if the graph is fitted.
    """

    rect: QRectF
    letters: Box
    has_room: bool
    is_free: bool
    is_clear: bool


class Places:
    """The places of one geometry. Steps through a graph ask for the same ones again and again: each is found once.

    Parameters
    ----------
    geometry : GraphGeometry
    font : QFont
        Of the widget.

    Attributes
    ----------
    font : QFont
        Of the texts.
    rise : float
        From the baseline to the middle of a line.
    """

    def __init__(self, geometry: GraphGeometry, font: QFont) -> None:
        self.geometry = geometry
        self.font = QFont(font)
        self.font.setPixelSize(max(round(geometry.row * _FONT), 5))
        self._font_key = self.font.toString()
        metrics = QFontMetricsF(self.font)
        self.rise = (metrics.ascent() - metrics.descent()) / 2
        self._rooms: dict[Part, Room] = {}
        self._beside: dict[tuple[Part, str], Place] = {}
        self._of_symbols: dict[tuple[Part, str, int], Place | None] = {}

    def width(self, text: str) -> float:
        """Give the width of a text, in px."""
        return width_of(self._font_key, text)

    def beside(self, part: Part, text: str) -> Place:
        """Give the place of a text at its edge."""
        key = part, text
        if key not in self._beside:
            self._beside[key] = self._place(text, self._room(part))
        return self._beside[key]

    def of_symbol(self, part: Part, text: str, line: int) -> Place | None:
        """Give the place of a symbol so many lines away from its edge; None where it would cover or cross something.

        Only beside the edge itself it has to keep between its two circles.
        """
        key = part, text, line
        if key not in self._of_symbols:
            room = self._room(part)
            top = room.top + (-line if part.role is Role.VALUE else line) * self.geometry.row
            width = self.width(text) + 2 if line else room.width
            place = self._place(text, Room(room.center_x, top, width))
            is_good = place.has_room and place.is_free and place.is_clear and not self._is_cut_off(room, place.rect)
            self._of_symbols[key] = place if is_good else None
        return self._of_symbols[key]

    def _room(self, part: Part) -> Room:
        if part not in self._rooms:
            self._rooms[part] = self.geometry.room(*part)
        return self._rooms[part]

    def _place(self, text: str, room: Room) -> Place:
        geometry, rect = self.geometry, self._rect(text, room)
        letters = rect.adjusted(0, TOUCH, 0, -TOUCH)
        is_seen = geometry.zoom != FITTED or QRectF(QPointF(), geometry.size).contains(rect)
        is_clear = is_seen and not meets(geometry.pieces, rect)
        has_room = self.width(text) <= room.width
        return Place(rect, box_of(letters), has_room, not meets(geometry.node_boxes, letters), is_clear)

    def _is_cut_off(self, room: Room, rect: QRectF) -> bool:
        """Tell whether an edge or a circle lies between a text and the place beside its own edge."""
        start, end = sorted((room.top + self.geometry.row / 2, rect.center().y()))
        way = QRectF(room.center_x - 1, start, 2, end - start)
        return meets(self.geometry.pieces, way) or meets(self.geometry.node_boxes, way)

    def _rect(self, text: str, room: Room) -> QRectF:
        row = self.geometry.row
        width = self.width(text) + 2 if text else min(_SLOT * row, room.width)
        height = _TEXT * row
        half = min(width, room.width) / 2  # what is too wide reaches out to the right
        return QRectF(room.center_x - half, room.top + (row - height) / 2, width, height)


class Placing:
    """Gives every figure of a picture its place, one after the other.

    Attributes
    ----------
    figures : dict of Part to (str, QRectF)
        Each figure's number, or its symbol where there are no numbers, and the rectangle it stands in; an empty text
        for an empty place.
    symbols : dict of Part to (str, QRectF)
        Each figure's symbol above or below its number, where there is room.
    crowded : set of Part
        Figures that would stand on another text: they are not painted, and read by pointing at their place.
    """

    def __init__(self, picture: GraphPicture, places: Places) -> None:
        self._picture, self._places = picture, places
        self._taken: list[Box] = []  # by texts
        self.crowded: set[Part] = set()
        all_figures = list(self._all_figures())
        self.figures = {part: self._written(part, figure) for part, figure in all_figures}
        self.symbols: dict[Part, Text] = {}
        if picture.labels is Labels.BOTH:
            placed = ((part, self._symbol(part, figure.symbols, 1)) for part, figure in all_figures)
            self.symbols = {part: found for part, found in placed if found is not None}

    def _all_figures(self) -> Iterator[tuple[Part, Figure]]:
        kinds = self._picture.shape.kinds
        for role, figures in ((Role.VALUE, self._picture.values), (Role.GRADIENT, self._picture.gradients)):
            for link, figure in figures.items():
                if kinds[link.source] is not Kind.CONSTANT:  # which is its own number
                    yield Part(role, link), figure
        for node, figure in self._picture.sums.items():
            yield Part(Role.SUM, node), figure

    def _written(self, part: Part, figure: Figure) -> Text:
        """Give the longest text that fits and covers no other, and its rectangle."""
        if self._picture.labels is Labels.SYMBOLS:
            return self._symbol(part, figure.symbols, 0) or self._left_out(part, "")
        lead = "Σ " if part.role is Role.SUM else ""
        end = "" if figure.is_whole else _MORE
        candidates = [f"{lead}{each}{end}" for each in figure.texts] or [""]
        found: tuple[str, Place] | None = None
        for text in candidates:  # most often the first one is taken
            place = self._places.beside(part, text)
            if (place.has_room or text is candidates[-1]) and place.is_free and self._is_untouched(place):
                if place.is_clear:
                    found = text, place
                    break
                found = found or (text, place)
        if found is None:
            return self._left_out(part, candidates[-1])
        self._taken.append(box_of(found[1].rect))
        return found[0], found[1].rect

    def _left_out(self, part: Part, text: str) -> Text:
        self.crowded.add(part)
        return text, self._places.beside(part, text).rect

    def _symbol(self, part: Part, texts: Sequence[str], line: int) -> Text | None:
        """Give the longest symbol that covers nothing, and its rectangle: beside its edge, else a line farther away."""
        for text in texts:
            for farther in range(line, line + _LINES_TRIED):
                place = self._places.of_symbol(part, text, farther)
                if place is not None and self._is_untouched(place):
                    self._taken.append(box_of(place.rect))
                    return text, place.rect
        return None

    def _is_untouched(self, place: Place) -> bool:
        """Tell whether a place covers no text that has been placed, and no two are read as one."""
        left, top, right, bottom = place.letters
        air = _AIR * self._places.geometry.row
        return not overlaps(self._taken, (left - air, top, right + air, bottom))


@lru_cache(maxsize=4096)  # Qt lays a text out anew each time it is asked, and most texts stay from step to step
def width_of(font_key: str, text: str) -> float:
    """Give the width of a text in a font, by the font's own text."""
    font = QFont()
    font.fromString(font_key)
    return QFontMetricsF(font).horizontalAdvance(text)
