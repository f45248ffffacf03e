"""The order in which the Tab key goes through widgets: the order in which they are read."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def put_in_reading_order(whole: QWidget) -> None:
    """Let the Tab key go through what is inside a widget line by line, from left to right.

    Qt's own order is that of construction, which is another one where a form makes rows while it is used.
    """
    stops = [widget for widget in _in_reading_order(whole) if _is_stop(widget)]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def first_stop(whole: QWidget) -> QWidget | None:
    """Return the widget that is read first of those at which the Tab key stops, None if there is none."""
    stops = (widget for widget in _in_reading_order(whole) if _is_stop(widget) and widget.isEnabled())
    return next(stops, None)


def _is_stop(widget: QWidget) -> bool:
    """Say whether Tab stops here; what has a proxy, such as the text in a spin box, goes with it."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def _in_reading_order(parent: QWidget) -> Iterator[QWidget]:
    children = [child for child in parent.children() if isinstance(child, QWidget) and not child.isHidden()]
    for line in _lines(child for child in children if not child.isWindow()):
        for child in line:
            yield child
            yield from _in_reading_order(child)


def _lines(widgets: Iterable[QWidget]) -> Iterator[list[QWidget]]:
    """Yield widgets that stand side by side, however high each is, from left to right."""
    line: list[QWidget] = []
    for widget in sorted(widgets, key=lambda widget: widget.geometry().center().y()):
        if line and widget.geometry().center().y() > line[0].geometry().bottom():
            yield sorted(line, key=QWidget.x)
            line = []
        line.append(widget)
    yield sorted(line, key=QWidget.x)
