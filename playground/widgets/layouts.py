"""Widgets in a row or in a column, laid out in one call."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout

if TYPE_CHECKING:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QWidget

    Part = QWidget | QLayout | int | tuple[QWidget | QLayout, int] | tuple[QWidget, int, Qt.AlignmentFlag]


Box = TypeVar("Box", bound=QBoxLayout)


class Rest(Enum):
    """What is no widget."""

    STRETCH = "stretch"
    """Takes what room is left over."""


STRETCH = Rest.STRETCH


def in_row(
    *parts: Part | Rest,
    of: QWidget | None = None,
    margins: tuple[int, int, int, int] = (0, 0, 0, 0),
    spacing: int | None = None,
) -> QHBoxLayout:
    """Lay parts out from left to right.

    Parameters
    ----------
    parts
        A widget or a layout, alone or with its share of the room and its alignment; px of air; or `STRETCH`.
    of : QWidget, optional
        The widget that gets this layout.
    margins : tuple of int
        px to the left, above, to the right and below.
    spacing : int, optional
        px between two parts; as the style has it without.
    """
    return _filled(QHBoxLayout() if of is None else QHBoxLayout(of), parts, margins, spacing)


def in_column(
    *parts: Part | Rest,
    of: QWidget | None = None,
    margins: tuple[int, int, int, int] = (0, 0, 0, 0),
    spacing: int | None = None,
) -> QVBoxLayout:
    """Lay parts out from top to bottom, as `in_row` does from left to right."""
    return _filled(QVBoxLayout() if of is None else QVBoxLayout(of), parts, margins, spacing)


def _filled(box: Box, parts: tuple[Part | Rest, ...], margins: tuple[int, int, int, int], spacing: int | None) -> Box:
    box.setContentsMargins(*margins)
    if spacing is not None:
        box.setSpacing(spacing)
    for part in parts:
        if part is STRETCH:
            box.addStretch(1)
        elif isinstance(part, int):
            box.addSpacing(part)
        else:
            thing, *how = part if isinstance(part, tuple) else (part,)
            (box.addLayout if isinstance(thing, QLayout) else box.addWidget)(thing, *how)
    return box
