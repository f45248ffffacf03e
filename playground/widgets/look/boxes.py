"""Widgets beside and below each other, laid out in one call."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

STRETCH = None
"""Room between two parts that grows."""
Part = QWidget | QLayout | tuple | int | None
"""A widget or a layout; one with its stretch, and its alignment; so many pixels of room; or `STRETCH`."""
Margins = int | tuple[int, int, int, int] | None
_Box = TypeVar("_Box", bound=QBoxLayout)


def hbox(*parts: Part, on: QWidget | None = None, gap: int | None = None, margins: Margins = 0) -> QHBoxLayout:
    """Lay parts out from left to right.

    Parameters
    ----------
    on
        The widget that they fill; without one, the row is a part of another layout.
    gap
        Pixels between two parts; the style's without.
    margins
        Pixels around all, on each side or left, top, right, bottom; the style's for None.
    """
    return _filled(QHBoxLayout(on), parts, gap, margins)


def vbox(*parts: Part, on: QWidget | None = None, gap: int | None = None, margins: Margins = 0) -> QVBoxLayout:
    """Lay parts out from top to bottom; parameters as for `hbox`."""
    return _filled(QVBoxLayout(on), parts, gap, margins)


def _filled(box: _Box, parts: tuple[Part, ...], gap: int | None, margins: Margins) -> _Box:
    if margins is not None:
        box.setContentsMargins(*(margins if isinstance(margins, tuple) else (margins,) * 4))
    if gap is not None:
        box.setSpacing(gap)
    for part in parts:
        if part is STRETCH:
            box.addStretch()
        elif isinstance(part, int):
            box.addSpacing(part)
        else:
            what, *how = part if isinstance(part, tuple) else (part,)
            box.addLayout(what, *how) if isinstance(what, QLayout) else box.addWidget(what, *how)
    return box
