"""The program's own icons: line drawings in SVG, tinted by the palette, live with the theme."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPalette,
    QPixmap,
    QPixmapCache,
)

import resources

FOLDER = Path(resources.__file__).parent / "icons"


def icon(name: str, role: QPalette.ColorRole = QPalette.ColorRole.ButtonText) -> QIcon:
    """Give an icon that takes its colour from the palette each time it is painted.

    Parameters
    ----------
    name : str
        The file's name in ``resources/icons`` without its ending.
    role : QPalette.ColorRole
        The palette's colour to draw with.

    Returns
    -------
    QIcon

    Raises
    ------
    FileNotFoundError
        When there is no such icon; the message lists those there are.
    """
    return QIcon(TintedIconEngine(_drawing(name), role))


@cache
def _drawing(name: str) -> str:
    path = FOLDER / f"{name}.svg"
    if not path.is_file():
        known = ", ".join(sorted(file.stem for file in FOLDER.glob("*.svg")))
        raise FileNotFoundError(f"no icon named {name!r} in {FOLDER}; there are: {known}")
    return path.read_text(encoding="utf-8")


def _render(drawing: str, colour: str, size: QSize) -> QPixmap:
    # QtSvg is needed for the first time when the first icon is painted, not when it is named.
    from PySide6.QtSvg import QSvgRenderer

    pixmap = QPixmap(size)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        svg = drawing.replace("currentColor", colour).encode()
        QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, size.width(), size.height()))
    return pixmap


class TintedIconEngine(QIconEngine):
    """Draw an SVG whose ``currentColor`` is a colour of the application's palette."""

    def __init__(self, drawing: str, role: QPalette.ColorRole) -> None:
        super().__init__()
        self._drawing = drawing
        self._role = role

    def clone(self) -> QIconEngine:
        """Give a second engine for the same drawing."""
        return TintedIconEngine(self._drawing, self._role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw into a rectangle at the painter's resolution."""
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(rect, self.pixmap(rect.size() * ratio, mode, state))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Draw at a size in device pixels; the state (checked or not) does not change the drawing."""
        if size.isEmpty():  # a button squeezed to nothing asks for this; no painter begins on it
            return QPixmap()
        colour = self._colour(mode).name()
        # Qt's own cache, because it is emptied before the application ends; a pixmap must not live longer.
        key = f"{hash(self._drawing)} {colour} {size.width()} {size.height()}"
        pixmap = QPixmap()
        if not QPixmapCache.find(key, pixmap):
            pixmap = _render(self._drawing, colour, size)
            QPixmapCache.insert(key, pixmap)
        return pixmap

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """Draw at a size in device-independent pixels (so since Qt 6.8) for a screen of this scale."""
        pixmap = QPixmap(self.pixmap(size * scale, mode, state))
        pixmap.setDevicePixelRatio(scale)
        return pixmap

    def _colour(self, mode: QIcon.Mode) -> QColor:
        group = QPalette.ColorGroup.Disabled if mode == QIcon.Mode.Disabled else QPalette.ColorGroup.Active
        role = QPalette.ColorRole.HighlightedText if mode == QIcon.Mode.Selected else self._role
        return QGuiApplication.palette().color(group, role)
