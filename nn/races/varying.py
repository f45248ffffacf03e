"""Contestants as a person types them: the settings in which they differ, each with its values."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from nn.messages import Message
from nn.races.race import LONGEST_NAME, Contestant, check_count
from nn.runs.ranges import Listed, parsed

if TYPE_CHECKING:
    from nn.choices.options import OptionValue


def contestants_of(text: str) -> tuple[Contestant, ...]:
    """Return the contestants that a text names: ``optimizer=SGD,Adam lr=0.01,0.1`` are four.

    Raises
    ------
    TypeError, ValueError
        If it names none, or more than a race has.
    """
    ranges = [parsed(word) for word in text.replace(";", " ").split()]
    if not ranges:
        raise ValueError(Message("nothing is varied; write what differs, such as optimizer=SGD,Adam"))
    for each in ranges:
        if not isinstance(each, Listed):
            raise ValueError(
                Message("{name}: a race needs single values; list them, such as {name}=0.01,0.1", name=each.name)
            )
    names = [each.name for each in ranges]
    for name in names:
        if names.count(name) > 1:
            raise ValueError(
                Message(
                    "{name} is named {count} times; list its values once: {name}=A,B",
                    name=name,
                    count=names.count(name),
                )
            )
    check_count(math.prod(len(each.points(1)) for each in ranges))
    found = []
    for values in itertools.product(*(each.points(1) for each in ranges)):
        settings = {each.name: value for each, value in zip(ranges, values, strict=True)}
        found.append(
            Contestant(" ".join(_named(name, value) for name, value in settings.items())[:LONGEST_NAME], settings)
        )
    return tuple(found)


def varied_by(contestants: Sequence[Contestant]) -> str:
    """Return the text of which `contestants_of` makes these; empty where there is none, as for one who joined later."""
    values: dict[str, dict[str, None]] = {}
    for contestant in contestants:
        for name, value in contestant.settings.items():
            values.setdefault(name, {})[_typed(value)] = None
    text = " ".join(f"{name}={','.join(each)}" for name, each in values.items())
    try:
        return text if contestants_of(text) == tuple(contestants) else ""
    except (TypeError, ValueError):
        return ""


def _typed(value: OptionValue) -> str:
    """Return a value as a person types it."""
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:.12g}" if isinstance(value, float) else str(value)


def _named(name: str, value: OptionValue) -> str:
    """Return a setting as part of a name: names of things alone, numbers with what they are."""
    return value if isinstance(value, str) and name != "hidden" else f"{name}={_typed(value)}"
