"""Messages on their way between both halves: template and values, so that a window can say them in its language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nn.messages import Message, from_parts, printable
from playground.confined.frames import Garbled

_DEEPEST = 6
_LONGEST = 200
_MOST_VALUES = 20


def plain(message: str) -> dict[str, Any]:
    """Return a message as plain data; of any other text its characters."""
    if not isinstance(message, Message):
        return {"template": "{text}", "values": {"text": message[:_LONGEST]}}
    return {"template": message.template, "values": {name: _plain(value) for name, value in message.values.items()}}


def message_of(data: Any, depth: int = 0) -> Message:
    """Return the message that another process says.

    Raises
    ------
    Garbled
        If it is none.
    """
    if not isinstance(data, Mapping) or depth > _DEEPEST:
        raise Garbled("no message")
    template, values = data.get("template"), data.get("values")
    if not isinstance(template, str) or not isinstance(values, Mapping) or len(values) > _MOST_VALUES:
        raise Garbled("no message")
    return from_parts(template, {str(name): _value(value, depth + 1) for name, value in values.items()})


def _plain(value: object) -> Any:
    if isinstance(value, Message):
        return plain(value)
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value or abs(value) > 1e300:
        return printable(str(value), _LONGEST)
    return value


def _value(value: Any, depth: int) -> Any:
    if isinstance(value, Mapping):
        return message_of(value, depth)
    return value if isinstance(value, int | float) and not isinstance(value, bool) else printable(str(value), _LONGEST)
