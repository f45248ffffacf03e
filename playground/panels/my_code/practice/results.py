"""What came of a trial: whether the fault is gone, or the network learns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from playground.confined.ending import How
from playground.lessons.own_code.exercise import Exercise
from playground.panels.my_code.practice.things import say
from playground.session.own_code.measuring import Wanted
from playground.session.phrase import Phrase, said

if TYPE_CHECKING:
    from playground.lessons.own_code.milestone import Milestone
    from playground.panels.my_code.practice.things import Thing
    from playground.session.own_code.measuring import Measured

_GONE = QT_TRANSLATE_NOOP("Practice", "The fault is gone: {figures}. Well found.")
_GONE_WITHOUT = QT_TRANSLATE_NOOP("Practice", "The program runs to its end, and the fault is gone. Well found.")
_THERE = QT_TRANSLATE_NOOP("Practice", "The fault still shows: {figures}.")
_STAYS = QT_TRANSLATE_NOOP("Practice", "The program runs, but what was asked about is still in it.")
_OTHER = QT_TRANSLATE_NOOP("Practice", "Something changed, but it is not right yet: {figures}.")
_LEARNS = QT_TRANSLATE_NOOP("Practice", "It learns: {seen:.1%} of the test pictures right. Next: {following}")
_LESS = QT_TRANSLATE_NOOP(
    "Practice", "{seen:.1%} of the test pictures right; with what is right it comes above {least:.0%}."
)
_NOT_RIGHT = QT_TRANSLATE_NOOP(
    "Practice", "Not right yet: {names}. Press Check to be told why; then a network is trained."
)
_NOTHING = QT_TRANSLATE_NOOP("Practice", "The network gave no answers that can be counted.")


def wanted_of(thing: Thing) -> Wanted:
    """Return what is to be measured for an exercise or a milestone."""
    if isinstance(thing, Exercise):
        return Wanted(tuple(symptom.name for symptom in thing.symptoms))
    return Wanted(("accuracy",), thing.proof.program, thing.judged)


def result_of(thing: Thing, measured: Measured) -> tuple[str, bool]:
    """Return in a sentence what came of it, and whether that is what was wanted."""
    if measured.ending.how != How.ANSWERED:
        text = said(measured.ending.message)
        return f"{text[:1].upper()}{text[1:]}.", False
    return _of_exercise(thing, measured) if isinstance(thing, Exercise) else _of_milestone(thing, measured)


def _of_exercise(thing: Exercise, measured: Measured) -> tuple[str, bool]:
    is_solved = thing.is_solved(measured.code.text, measured.values)
    if not thing.symptoms:
        return (_said(_GONE_WITHOUT) if is_solved else _said(_STAYS)), is_solved
    figures = ", ".join(f"{name} = {value:.6g}" for name, value in measured.values.items())
    is_there = all(symptom.is_faulty(measured.values.get(symptom.name)) for symptom in thing.symptoms)
    return _said(_GONE if is_solved else _THERE if is_there else _OTHER, figures=figures), is_solved


def _of_milestone(thing: Milestone, measured: Measured) -> tuple[str, bool]:
    if measured.wrong:
        return _said(_NOT_RIGHT, names=", ".join(measured.wrong)), False
    seen = measured.values.get("accuracy")
    if seen is None:
        return _said(_NOTHING), False
    if seen >= thing.proof.at_least:
        return _said(_LEARNS, seen=seen, following=say(thing.following)), True
    return _said(_LESS, seen=seen, least=thing.proof.at_least), False


def _said(text: object, **values: object) -> str:
    return said(Phrase("Practice", text, values))
