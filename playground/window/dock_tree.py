"""From the rectangles of docks to columns in rows in columns, and what can be asked of such a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.session.document.saved import Place, Split, Tabs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence, Set

    from PySide6.QtCore import QRect

    Standing = tuple[Tabs, QRect]


def tree_of(standing: Sequence[Standing]) -> Place:
    """Return how places lie beside and below each other.

    Docks divide their area from edge to edge: there is always a straight line between some of them and the others. Were
    there none, as in the middle of a change, they would be named side by side.
    """
    if len(standing) == 1:
        return standing[0][0]
    for is_across in (True, False):
        parts = _cut(standing, is_across)
        if len(parts) > 1:
            return Split(is_across, tuple(tree_of(part) for part in parts))
    return Split(True, tuple(tabs for tabs, _ in standing))


def _cut(standing: Sequence[Standing], is_across: bool) -> list[list[Standing]]:
    def begin(each: Standing) -> int:
        return each[1].left() if is_across else each[1].top()

    parts: list[list[Standing]] = []
    reached = -(2**31)
    for each in sorted(standing, key=begin):
        if begin(each) > reached:
            parts.append([])
        parts[-1].append(each)
        reached = max(reached, each[1].right() if is_across else each[1].bottom())
    return parts


def leaves(place: Place) -> Iterator[Tabs]:
    """Give the places that are not divided, in order."""
    if isinstance(place, Tabs):
        yield place
    else:
        for part in place.parts:
            yield from leaves(part)


def splits(place: Place) -> Iterator[Split]:
    """Give the divisions, each before those in it."""
    if isinstance(place, Split):
        yield place
        for part in place.parts:
            yield from splits(part)


def pruned(place: Place, known: Set[str]) -> Place | None:
    """Return the place with nothing but known names, None if nothing is left."""
    if isinstance(place, Tabs):
        names = tuple(name for name in place.names if name in known)
        return Tabs(names) if names else None
    parts = [part for part in (pruned(part, known) for part in place.parts) if part is not None]
    return Split(place.is_across, tuple(parts)) if len(parts) > 1 else parts[0] if parts else None


def with_beside(place: Place, beside: Tabs) -> Place:
    """Return the place with another one at its right."""
    parts = place.parts if isinstance(place, Split) and place.is_across else (place,)
    return Split(True, (*parts, beside))


def extent(place: Place, is_across: bool, sizes: Mapping[str, tuple[int, int]], tab_height: int = 0) -> int:
    """Return how many pixels wide, or high, a place is to be; 0 if nobody knows.

    Parameters
    ----------
    sizes
        Width and height of panels, without the tabs above them.
    tab_height
        Height of those.
    """
    if isinstance(place, Tabs):
        length = max((sizes[name][0 if is_across else 1] for name in place.names if name in sizes), default=0)
        return length + (tab_height if length and not is_across and len(place.names) > 1 else 0)
    lengths = [extent(part, is_across, sizes, tab_height) for part in place.parts]
    return sum(lengths) if place.is_across == is_across else max(lengths)
