"""The ways to put something in, and which of them is that of the data."""

from __future__ import annotations

import importlib
import math
from typing import TYPE_CHECKING, NamedTuple

from nn.digits.sheets import picture_side
from nn.inspection.surfaces import is_plane
from playground.session.looking.example import PIXELS

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from nn.datasets.base import Dataset
    from nn.network import NetworkSpec
    from playground.panels.input.kind import InputKind


_MOST_TYPED = 100  # numbers without names


class Kind(NamedTuple):
    """A way to put something in.

    Attributes
    ----------
    module, view
        Where its `InputKind` is.
    takes
        Whether it is the one for a network and data that fit it; None for data that do not, or are not there yet.
    """

    module: str
    view: str
    takes: Callable[[NetworkSpec, Dataset | None], bool]

    def build(self, parent: QWidget) -> InputKind:
        """Return its view."""
        made: InputKind = getattr(importlib.import_module(self.module), self.view)(parent)
        return made


def _is_drawing(spec: NetworkSpec, data: Dataset | None) -> bool:
    """Say whether it can be drawn: square pictures with classes or, without data, as many pixels as digits have."""
    if data is not None:
        return data.name == "mnist" or picture_side(data) is not None
    return math.prod(spec.input_shape) == PIXELS


def _is_table(spec: NetworkSpec, data: Dataset | None) -> bool:
    """Say whether its numbers can be read one by one."""
    return bool(data is not None and data.features) or math.prod(spec.input_shape) <= _MOST_TYPED


DRAWING = Kind("playground.panels.input.drawing.drawing", "DrawingInput", _is_drawing)
KINDS = (
    Kind("playground.panels.input.plane.plane_input", "PlaneInput", lambda spec, _data: is_plane(spec)),
    DRAWING,
    Kind("playground.panels.input.table.table_input", "TableInput", _is_table),
    Kind("playground.panels.input.rows.rows_input", "RowsInput", lambda _spec, _data: True),
)
"""The first one that takes a network and its data is taken."""


def kind_of(spec: NetworkSpec, data: Dataset | None) -> Kind:
    """Return the way to put something into a network, as its data are if they fit it."""
    fitting = data if data is not None and fits(spec, data) else None
    return next(kind for kind in KINDS if kind.takes(spec, fitting))


def fits(spec: NetworkSpec, data: Dataset) -> bool:
    """Say whether a network takes as many numbers as a sample of the data has."""
    return math.prod(data.input_shape) == math.prod(spec.input_shape)
