"""The places of the constants in the drawing of a graph: below the circle that uses each, where it covers nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HEIGHT = 1.1  # in lines of text
_LETTERS = 0.8  # of the height, without the air above and below
_DROPS = (0.0, 0.4, 0.8, 1.3, 1.8)  # lines farther down than where a constant hangs best
_ASIDE = (0.0, -0.42, 0.42)  # of its width: the line from its circle still meets it


class Hung(NamedTuple):
    """Where a constant hangs, and whether only its name is written, for want of room."""

    rect: QRectF
    is_short: bool


class Surroundings(NamedTuple):
    """What a constant must not cover.

    Attributes
    ----------
    taken : sequence of QRectF
        Outlines of circles, names, and of constants that have their places.
    pieces : sequence of QRectF
        Straight pieces of edges, thin as they are.
    within : QRectF
        What is seen; empty for everything.
    """

    taken: Sequence[QRectF]
    pieces: Sequence[QRectF]
    within: QRectF


def hang(circle: QRectF, widths: Sequence[float], drop: float, line: float, around: Surroundings) -> Hung | None:
    """Give a constant its place: name and number where there is room, else its name; None where there is no room.

    Parameters
    ----------
    circle : QRectF
        Outline of what uses it.
    widths : sequence of float
        Of name and number, and of the name alone, in px.
    drop : float
        From the circle down to the middle of a constant that hangs best, in px.
    line : float
        Height of a line of text, in px.
    around : Surroundings
    """
    for is_short, width in enumerate(widths):
        for rect in _places(circle, width, drop, line):
            if _is_free(rect, around) and _is_beside(circle, rect, around.taken):
                return Hung(rect, bool(is_short))
    return None


def _places(circle: QRectF, width: float, drop: float, line: float) -> Iterator[QRectF]:
    for farther in _DROPS:
        middle = circle.bottom() + drop + farther * line
        for aside in _ASIDE:
            left = circle.center().x() + (aside - 0.5) * width
            yield QRectF(left, middle - _HEIGHT * line / 2, width, _HEIGHT * line)


def _is_free(rect: QRectF, around: Surroundings) -> bool:
    if not (around.within.isEmpty() or around.within.contains(rect)):
        return False
    air = rect.height() * (1 - _LETTERS) / 2
    letters = rect.adjusted(0, air, 0, -air)
    return not any(letters.intersects(other) for other in (*around.taken, *around.pieces))


def _is_beside(circle: QRectF, rect: QRectF, taken: Sequence[QRectF]) -> bool:
    """Tell whether no other circle lies between a circle and what hangs below it, which would seem to be that one's."""
    middle = circle.center().x()
    way = QRectF(middle - 1, circle.bottom() + 1, 2, max(rect.top() - circle.bottom() - 1, 0.0))
    return not any(way.intersects(other) for other in taken)
