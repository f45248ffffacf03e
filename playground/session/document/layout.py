"""The arrangement of the window as JSON and back, checked like something a stranger wrote."""

from __future__ import annotations

from typing import Any

from nn.messages import Message
from playground.session.document.fields import count, row
from playground.session.document.saved import Frame, Layout, Place, Split, Tabs

AREAS = ("left", "right", "top", "bottom")
_MOST_PANELS = 100
_DEEPEST = 12
_WIDEST = 10_000  # pixels
_FARTHEST = 100_000  # pixels from the first screen's corner


def layout_json(layout: Layout) -> dict[str, Any]:
    """Return an arrangement as JSON."""
    return {
        "shown": list(layout.shown),
        "front": list(layout.front),
        "sizes": {name: list(size) for name, size in layout.sizes.items()},
        "areas": {area: _place_json(place) for area, place in layout.areas.items()},
        "floating": {name: list(frame) for name, frame in layout.floating.items()},
    }


def layout_in(data: Any) -> Layout:
    """Return the arrangement that JSON describes.

    Raises
    ------
    TypeError, ValueError
        If it describes none; the message names the field.
    """
    if not isinstance(data, dict):
        raise TypeError(Message("layout is {value!r}; expected an object", value=str(data)[:80]))
    sizes, areas, floating = (_object(f"layout.{key}", data.get(key)) for key in ("sizes", "areas", "floating"))
    layout = Layout(
        _names("layout.shown", data.get("shown")),
        _names("layout.front", data.get("front")),
        {name: _size(size) for name, size in sizes.items()},
        {_area(area): _place(place) for area, place in areas.items()},
        {name: _frame(frame) for name, frame in floating.items()},
    )
    _check_once([*layout.floating, *(name for place in layout.areas.values() for name in names_in(place))])
    return layout


def names_in(place: Place) -> list[str]:
    """Return the panels of a place, in order."""
    if isinstance(place, Tabs):
        return list(place.names)
    return [name for part in place.parts for name in names_in(part)]


def _place_json(place: Place) -> dict[str, Any]:
    if isinstance(place, Tabs):
        return {"tabs": list(place.names)}
    return {"across" if place.is_across else "down": [_place_json(part) for part in place.parts]}


def _place(data: Any, depth: int = 0) -> Place:
    if not isinstance(data, dict) or len(data) != 1 or depth > _DEEPEST:
        raise TypeError(
            Message("layout.areas holds {value!r}; expected one of tabs, across and down", value=str(data)[:80])
        )
    ((kind, items),) = data.items()
    if kind == "tabs":
        return Tabs(_names("layout.areas", items, least=1))
    if kind not in ("across", "down") or not isinstance(items, list) or not 2 <= len(items) <= _MOST_PANELS:
        raise TypeError(
            Message("layout.areas holds {value!r}; expected two places or more, across or down", value=str(data)[:80])
        )
    return Split(kind == "across", tuple(_place(item, depth + 1) for item in items))


def _area(name: str) -> str:
    if name not in AREAS:
        raise ValueError(
            Message("layout.areas names {name!r}; expected one of {known}", name=name[:80], known=", ".join(AREAS))
        )
    return name


def _object(field: str, data: Any) -> dict[str, Any]:
    if not isinstance(data, dict) or len(data) > _MOST_PANELS:
        raise TypeError(Message("{field} is {value!r}; expected an object", field=field, value=str(data)[:80]))
    return data


def _names(field: str, items: Any, least: int = 0) -> tuple[str, ...]:
    if isinstance(items, list) and least <= len(items) <= _MOST_PANELS and all(type(each) is str for each in items):
        return tuple(items)
    raise TypeError(Message("{field} is {value!r}; expected names of panels", field=field, value=str(items)[:80]))


def _check_once(names: list[str]) -> None:
    twice = sorted({name for name in names if names.count(name) > 1}) if len(names) <= _MOST_PANELS else names
    if twice:
        raise ValueError(Message("layout names {name!r} twice; a panel stands in one place", name=twice[0][:80]))


def _size(item: Any) -> tuple[int, int]:
    width, height = (count("layout.sizes", length) for length in row("layout.sizes", item, 2))
    return min(width, _WIDEST), min(height, _WIDEST)


def _frame(item: Any) -> Frame:
    left, top, *size = row("layout.floating", item, 4)
    if any(type(place) is not int or abs(place) > _FARTHEST for place in (left, top)):
        raise ValueError(Message("layout.floating holds {value!r}; expected a place on a screen", value=str(item)[:80]))
    return (left, top, *_size(size))
