"""What helps with an exercise or a milestone, one after the other, the answer last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from playground.lessons.own_code.exercise import Exercise
from playground.panels.my_code.practice.things import say
from playground.session.phrase import Phrase, said

if TYPE_CHECKING:
    from playground.lessons.own_code.exercise import Place
    from playground.panels.my_code.practice.things import Thing

_LOOKING = {
    "breakpoint": QT_TRANSLATE_NOOP("Practice", "With a breakpoint"),
    "step": QT_TRANSLATE_NOOP("Practice", "Step by step"),
    "batch": QT_TRANSLATE_NOOP("Practice", "One sample and its batch"),
    "memory": QT_TRANSLATE_NOOP("Practice", "Who shares the array"),
    "check": QT_TRANSLATE_NOOP("Practice", "With the check"),
}
_LINE = QT_TRANSLATE_NOOP("Practice", "line {line}")
_NOW = QT_TRANSLATE_NOOP("Practice", "Line {line}, before:")
_THEN = QT_TRANSLATE_NOOP("Practice", "After:")


def helps_of(thing: Thing) -> tuple[tuple[str, int | None], ...]:
    """Return texts in the language of the moment, and the line each is about: where to look, then the hints."""
    hints = tuple((say(hint), None) for hint in thing.hints)
    if isinstance(thing, Exercise):
        return (*((_place(place), place.line) for place in thing.places), *hints)
    return hints


def asked_of(thing: Thing) -> str:
    """Return what the check asks at a milestone, a line each."""
    return "" if isinstance(thing, Exercise) else "\n".join(f"- {say(each)}" for each in thing.asked)


def answer_of(exercise: Exercise) -> str:
    """Return the answer, and the changes as code."""
    changes = []
    for mend in exercise.mends:
        changes += [_said(_NOW, line=mend.lines[0]), _code(mend.old), _said(_THEN), _code(mend.new)]
    return "\n\n".join([say(exercise.answer), *changes])


def _place(place: Place) -> str:
    where = "" if place.line is None else ", " + _said(_LINE, line=place.line)
    return f"**{_said(_LOOKING[place.with_what])}{where}**: {say(place.text)}"


def _code(text: str) -> str:
    lines = text.strip("\n").splitlines() or [""]
    spaces = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    return "```\n" + "\n".join(line[spaces:] for line in lines) + "\n```"


def _said(text: object, **values: object) -> str:
    return said(Phrase("Practice", text, values))
