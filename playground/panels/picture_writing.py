"""Pictures of widgets as files."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from nn.files.atomic_file import replace_file
from playground.widgets.picture.widget_picture import drawn_lines, drawn_pixels

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from nn.imports.file_bytes import Watch
    from playground.session.document.export_order import Work
    from playground.widgets.picture.widget_picture import Picture


def picture_work(widget: QWidget, path: str) -> Work:
    """Draw a widget as it is seen, and return what writes it: as SVG for a path that ends so, else as PNG."""
    return partial(_write, drawn_lines(widget) if path.lower().endswith(".svg") else drawn_pixels(widget))


def _write(picture: Picture, path: Path, watch: Watch) -> tuple[Path, ...]:
    content = picture.content()
    watch(0.9)
    replace_file(path, [content])
    return (path,)
