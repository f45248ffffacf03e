"""The race of a document in its file: as the same bytes that a race has in a file of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from nn.messages import Message

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from nn.races.files import RaceFile
    from playground.session.document.arrays import Arrays

MOST_BYTES = 32 * 2**20
"""Bytes of the numbers that a document keeps of a race: the outcomes of the first seeds go first."""
_NAME = "race"


def bounded(race: RaceFile) -> RaceFile:
    """Return a race with as many outcomes as a document has room for, the latest ones."""
    kept, room = [], MOST_BYTES
    for done in reversed(race.done):
        room -= done.nbytes
        if room < 0:
            break
        kept.append(done)
    return race if len(kept) == len(race.done) else replace(race, done=tuple(reversed(kept)))


def race_arrays(race: RaceFile | None) -> dict[str, NDArray[Any]]:
    """Return what holds a race in a document's file."""
    return {} if race is None else {_NAME: np.frombuffer(race.to_bytes(), np.uint8)}


def race_in(arrays: Arrays) -> RaceFile | None:
    """Return the race in a document's file.

    Raises
    ------
    TypeError, ValueError
        If it is none; the message says in one sentence what is wrong.
    """
    text = arrays.get(_NAME)
    if text is None:
        return None
    from nn.races.files import LARGEST, parsed_race  # most documents have none, and start without it

    if text.dtype != np.uint8 or text.ndim != 1 or text.size > LARGEST:
        raise ValueError(Message("the race of the document is no text of at most {most:,} bytes", most=LARGEST))
    return parsed_race(text.tobytes(), "race")
