"""A recorded graph as text, and back: everything in it is looked at before it is believed."""

from __future__ import annotations

import json
import keyword
import math
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NoReturn

from nn.messages import Message, message_of, printable
from nn.recorded.circles import CIRCLES, MASK, NUMBER
from nn.recorded.program import CONSTANT, INPUT, PARAMETER, Program, Step, digest_of

LONGEST_TEXT = 250_000
"""Characters of the whole, the source with it."""
LONGEST_SOURCE = 100_000
MOST_STEPS = 300
_MOST_PARAMS = 4
_LONGEST_NAME, _LONGEST_FILE = 40, 100
_LARGEST = 1e30
_FIELDS = ("name", "file", "source", "sha256", "params", "steps")
_SIZES = ("D", "M")
_PARAMS = ("W", "b", "gamma", "beta")


def written_program(program: Program) -> str:
    """Return the text of a program; `read_program` gives it back."""
    steps = [
        [step.name, step.value] if step.name in (PARAMETER, CONSTANT) else [step.name, *step.inputs]
        for step in program.steps
    ]
    data = {
        "name": program.name,
        "file": program.file,
        "source": program.source,
        "sha256": program.digest,
        "params": {key: list(shape) for key, shape in program.params.items()},
        "steps": steps,
    }
    return json.dumps(data, ensure_ascii=True, separators=(",", ":"))


@lru_cache(maxsize=64)  # asked for at every look at a network's shapes
def read_program(text: str) -> Program:
    """Return what `written_program` wrote.

    Raises
    ------
    ValueError
        If it is anything else; the message names what is wrong.
    """
    if len(text) > LONGEST_TEXT:
        _refuse(Message("it has {got:,} characters; at most {most:,} are read", got=len(text), most=LONGEST_TEXT))
    try:
        data = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError):
        _refuse(Message("it is no JSON object"))
    if not isinstance(data, dict) or data.keys() != set(_FIELDS):
        _refuse(Message("its fields must be {fields}", fields=", ".join(_FIELDS)))
    name, file, source = (_text(data[field], field) for field in ("name", "file", "source"))
    if not is_class_name(name):
        _refuse(Message("{name!r} is no name of a class", name=name))
    if not is_file_name(file):
        _refuse(Message("{file!r} is no name of a file", file=file))
    if len(source) > LONGEST_SOURCE or data["sha256"] != digest_of(source):
        _refuse(Message("its source is not the one that its hash was taken of"))
    params = _params(data["params"])
    program = Program(name, file, source, _steps(data["steps"], params), MappingProxyType(params))
    try:
        is_whole = program.width in _SIZES
    except ValueError as error:
        _refuse(message_of(error))
    if not is_whole:
        _refuse(Message("what comes out has not as many numbers as there are inputs or neurons"))
    _check_params(program)
    return program


def is_class_name(name: str) -> bool:
    """Return whether a class may be called so."""
    return name.isidentifier() and not keyword.iskeyword(name) and len(name) <= _LONGEST_NAME and name.isprintable()


def is_file_name(name: str) -> bool:
    """Return whether a file may be called so; it stands in the texts of programs."""
    return 0 < len(name) <= _LONGEST_FILE and printable(name) == name and not set(name) & set("\"'\\/")


def _refuse(reason: str) -> NoReturn:
    raise ValueError(Message("this is no recorded layer: {reason}", reason=reason)) from None


def _no_number(constant: str) -> NoReturn:
    raise ValueError(constant)


def _text(value: Any, field: str) -> str:
    if not isinstance(value, str):
        _refuse(Message("{field} is no text", field=field))
    return value


def _params(data: Any) -> dict[str, tuple[str, ...]]:
    if not isinstance(data, dict) or len(data) > _MOST_PARAMS:
        _refuse(Message("its parameters are at most {most}, by their names", most=_MOST_PARAMS))
    params = {}
    for key, shape in data.items():
        is_shape = (
            isinstance(shape, list) and 1 <= len(shape) <= len(_SIZES) and len(set(map(str, shape))) == len(shape)
        )
        if key not in _PARAMS or not is_shape or not all(size in _SIZES for size in shape):
            _refuse(Message("the parameter {key!r} has no shape of D and M", key=key))
        params[key] = tuple(shape)
    return params


def _check_params(program: Program) -> None:
    """Refuse parameters that no kind of layer has: W and b of one with neurons, else one number for each input."""
    shapes = dict(program.params)
    if shapes and program.kind == "OwnAffine" and list(shapes.items()) != [("W", ("D", "M")), ("b", ("M",))]:
        _refuse(Message("a layer with neurons is made with W and b, in this order"))
    if program.kind == "OwnLayer" and any(shape != ("D",) for shape in shapes.values()):
        _refuse(Message("a parameter has not one number for each input"))


def _steps(data: Any, params: dict[str, tuple[str, ...]]) -> tuple[Step, ...]:
    if not isinstance(data, list) or not 0 < len(data) <= MOST_STEPS:
        _refuse(Message("it has no list of 1 to {most} steps", most=MOST_STEPS))
    steps: list[Step] = []
    gives: list[str] = []
    for place, item in enumerate(data):
        step = _step(item, place, gives, params)
        steps.append(step)
        gives.append(CIRCLES[step.name].gives if step.name in CIRCLES else NUMBER)
    if gives[-1] == MASK:
        _refuse(Message("what comes out is a mask, not a number"))
    if not any(step.name == INPUT for step in steps):
        _refuse(Message("nothing goes into it"))
    return tuple(steps)


def _step(item: Any, place: int, gives: list[str], params: dict[str, tuple[str, ...]]) -> Step:
    if not isinstance(item, list) or not item or not isinstance(item[0], str):
        _refuse(Message("step {place} has no name", place=place))
    name, *rest = item
    if name == INPUT and not rest:
        return Step(INPUT)
    if name == PARAMETER and len(rest) == 1 and isinstance(rest[0], str) and rest[0] in params:
        return Step(PARAMETER, (), rest[0])
    if name == CONSTANT and len(rest) == 1:
        return Step(CONSTANT, (), _number(rest[0], place))
    circle = CIRCLES.get(name)
    if circle is None:
        _refuse(Message("step {place} is {name!r}, which is no operation", place=place, name=name))
    if len(rest) != len(circle.takes):
        _refuse(Message("step {place} works on {wanted} values", place=place, wanted=len(circle.takes)))
    for source, wanted in zip(rest, circle.takes, strict=True):
        if isinstance(source, bool) or not isinstance(source, int) or not 0 <= source < place:
            _refuse(Message("step {place} works on {source!r}, which is no earlier step", place=place, source=source))
        if gives[source] != wanted:
            _refuse(Message("step {place} takes step {source} for what it is not", place=place, source=source))
    return Step(name, tuple(rest))


def _number(value: Any, place: int) -> float:
    if (
        isinstance(value, bool)
        or not isinstance(value, int | float)
        or abs(value) > _LARGEST
        or not math.isfinite(value)
    ):
        _refuse(Message("the constant of step {place} is no number up to {most:g}", place=place, most=_LARGEST))
    return float(value)
