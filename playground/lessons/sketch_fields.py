"""The convolution that a lesson lays out, as its file has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nn.inspection.convolution.named_filters import FILTERS, PICTURES
from nn.messages import Message
from playground.session.looking.sketch import GRADIENTS, LARGEST_FILTER, OWN, SAMPLE, SCENES, ConvolutionSketch

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playground.lessons.fields import Table

_FIELDS = ("picture", "filter", "bias", "stride", "pad", "pool", "pool_stride", "gradients", "scene", "step")
_MOST = 8
Rows = tuple[tuple[float, ...], ...]


def read_sketch(table: Table) -> ConvolutionSketch | None:
    """Read what is convolved: pictures and filters by their names, or as rows of numbers.

    Raises
    ------
    FieldError
        If something is not as it should be.
    """
    given = table.table("convolution", _FIELDS)
    if given is None:
        return None
    usual = ConvolutionSketch()
    picture, numbers = _named(given, "picture", PICTURES, usual.picture, usual.numbers)
    filter_, weights = _named(given, "filter", FILTERS, usual.filter, usual.weights)
    if len(weights) != len(weights[0]) or len(weights) > LARGEST_FILTER:
        raise given.error("filter", Message("is no square of at most {most} rows", most=LARGEST_FILTER))
    return ConvolutionSketch(
        picture=picture,
        numbers=numbers,
        filter=filter_,
        weights=weights,
        bias=float(given.take("bias", float, 0.0)),
        stride=_whole(given, "stride", 1, 1),
        pad=_whole(given, "pad", 0, 0),
        pool=_whole(given, "pool", 1, 2),
        pool_stride=_whole(given, "pool_stride", 1, 2),
        gradients=_choice(given, "gradients", GRADIENTS),
        scene=_choice(given, "scene", SCENES),
        step=_whole(given, "step", 0, 0, 100_000) if "step" in given else None,
    )


def _named(given: Table, name: str, known: Mapping[str, Rows], usual: str, rows: Rows) -> tuple[str, Rows]:
    """Return a name and its numbers, "own" where the file has the numbers themselves."""
    value = given.data.get(name, usual)
    if isinstance(value, list):
        array = given.array(name)
        if array.ndim != 2 or not array.size:
            raise given.error(name, Message("is no matrix; expected rows of numbers that are equally long"))
        return OWN, tuple(tuple(row) for row in array.tolist())
    names = (*known, *((SAMPLE,) if name == "picture" else ()))
    if value not in names:
        raise given.error(name, Message("is {name!r}; expected one of {known}", name=value, known=", ".join(names)))
    return value, known.get(value, rows)


def _whole(given: Table, name: str, least: int, usual: int, most: int = _MOST) -> int:
    value = given.take(name, int, usual)
    if not least <= value <= most:
        raise given.error(name, Message("is {value}; expected {least} to {most}", value=value, least=least, most=most))
    return int(value)


def _choice(given: Table, name: str, known: tuple[str, ...]) -> str:
    value = given.take(name, str, known[0])
    if value not in known:
        raise given.error(name, Message("is {name!r}; expected one of {known}", name=value, known=", ".join(known)))
    return str(value)
