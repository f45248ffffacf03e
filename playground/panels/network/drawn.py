"""What the diagram draws: the subject, the network it is compared with, or how far the two are apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtCore import QCoreApplication

from nn.network.naming import value_names
from playground.session.looking.difference import named

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from nn.arrays import Array
    from nn.inspection.columns import NetworkColumn, Place
    from nn.network import Network
    from playground.session.looking.difference import Face
    from playground.session.looking.observation import Observation
    from playground.session.looking.subject import Subject
    from playground.session.session import Session
    from playground.session.stepping.stepper import Stepper


def played(session: Session) -> Stepper:
    """Give the stepper whose pass the network shows: that of the flow while it is open, else the debugger's."""
    return session.flow.stepper if session.flow.stepper.is_open else session.stepper


def is_played(session: Session) -> bool:
    """Tell whether the network shows a pass: one of the debugger only once it has begun, and not while training runs.

    Pause opens such a pass, and whoever pauses goes on looking at what they were watching.
    """
    if session.flow.stepper.is_open:
        return True
    return session.stepper.is_open and session.stepper.cursor > 0 and not session.run.is_running


def face_of(session: Session) -> Face:
    """Give what is drawn while somebody compares; a pass that is played is the subject's alone."""
    return "this" if is_played(session) else session.comparison.face


def _subject(session: Session) -> Subject:
    rival = session.comparison.rival if face_of(session) == "other" else None
    return session.looking.subject if rival is None else rival


def drawn_network(session: Session) -> Network:
    """Give the network whose layers are drawn."""
    return _subject(session).network


def drawn_observation(session: Session) -> Observation | None:
    """Give what the network that is drawn makes of the sample."""
    return _subject(session).observation


def drawn_params(session: Session) -> Mapping[str, Array]:
    """Give the weights and biases that are drawn, by name."""
    difference = session.comparison.difference if face_of(session) == "difference" else None
    return drawn_network(session).params if difference is None else difference.params


def drawn_values(session: Session) -> Mapping[str, Array]:
    """Give the numbers of the sample's way that are drawn, by the book's names; none without a sample."""
    difference = session.comparison.difference if face_of(session) == "difference" else None
    if difference is not None:
        return difference.values
    observation = drawn_observation(session)
    return {} if observation is None else named(observation)


class Both(NamedTuple):
    """A number of the subject, and that of the network it is compared with."""

    name: str
    here: float
    there: float


def both_numbers(session: Session, columns: Sequence[NetworkColumn], place: Place, row: int) -> list[Both]:
    """Give a neuron's numbers in both networks, the last one first."""
    rival, here = session.comparison.rival, session.looking.observation
    there = None if rival is None else rival.observation
    if here is None or there is None:
        return []
    column, names = columns[place.column], value_names(here.spec)
    last = "y" if column is columns[-1] else names[column.last + 1]
    sides = named(here), named(there)
    both = []
    for name in dict.fromkeys((last, names[column.first + 1])):
        ours, theirs = (float(np.atleast_2d(side[name])[row].flat[place.index]) for side in sides)
        both.append(Both(f"{name}{column.place_text(place.index)}", ours, theirs))
    return both


def may_edit(session: Session, again: Callable[[], None] | None = None) -> bool:
    """Say whether what is drawn can be edited; if not, the person is told what helps, such as doing it `again` then."""
    if face_of(session) == "this":
        return session.looking.may_edit(again)
    session.status.emit(why_fixed(session))
    return False


def why_fixed(session: Session) -> str:
    """Say why what is drawn cannot be edited, and what helps; empty if it can."""
    if face_of(session) == "this":
        return session.looking.why_fixed()
    return QCoreApplication.translate(
        "NetworkFaces", "This is a comparison. Choose “This one” above the network to change it."
    )
