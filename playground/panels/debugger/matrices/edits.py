"""Replacing numbers of a pass where they are seen: what follows is computed from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import numpy as np

from playground.panels.debugger.matrices.contents import Content, Key, Moment, Role, contents_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from nn.arrays import Array
    from nn.trace import Event
    from playground.session.session import Session


def is_changeable(session: Session | None, event: Event, content: Content) -> bool:
    """Say whether a person may put another number there.

    Parameters
    ----------
    session : Session or None
    event : Event
        Of the pass that its debugger shows.
    content : Content
        Of this event.
    """
    if session is None or session.debugger.stepped.training_pass is None or session.debugger.stepped.row is not None:
        return False
    if content.moment is Moment.AFTER or content.is_uniform:
        return False
    if event.phase == "update":  # of what the optimizer works with only these are there before it
        return content.name.removeprefix("d") in session.live.network.params and content.role is Role.INPUT
    return content.name in event.values


def changes(
    event: Event, contents: Iterable[Content], before: Sequence[Event]
) -> Iterator[tuple[Content, Array, NDArray[np.bool_]]]:
    """Give what differs from the same pass before an edit.

    Parameters
    ----------
    event : Event
    contents : iterable of Content
        What is shown of it.
    before : sequence of Event
        The pass before the edit.

    Yields
    ------
    Content
    ndarray
        What it was before.
    ndarray of bool
        Where it differs.
    """
    earlier = _earlier(event, before)
    for content in contents:
        old, new = earlier.get(content.key), content.array
        if old is not None and new is not None and old.shape == new.shape:
            differs = ~((old == new) | (np.isnan(old) & np.isnan(new)))
            if differs.any():
                yield content, old, differs


def _earlier(event: Event, before: Sequence[Event]) -> Mapping[Key, Array | None]:
    same = before[event.index] if event.index < len(before) else None
    if same is None or (same.phase, same.name, same.formula) != (event.phase, event.name, event.formula):
        return {}
    return {content.key: content.array for part in contents_of(same) for content in part}
