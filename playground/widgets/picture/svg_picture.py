"""A widget as SVG that every viewer shows in the same way.

Qt's generator draws no clips, and says of hair lines only that they keep their width, which many viewers do not know.
So each widget becomes a group of its own, clipped to its place, hair lines are written out, and pictures of squares
are enlarged.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint
from PySide6.QtGui import QImage, QPainter, QRegion, QTransform
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1"'
_GROUP = re.compile(r'<g\b[^>]*?transform="matrix\(([^)]*)\)"[^>]*>')
_HAIR_LINE = re.compile(r'<(path|polyline)( [^>]*?)vector-effect="non-scaling-stroke"([^>]*?) (d|points)="([^"]*)"')
_PNG = 'xlink:href="data:image/png;base64,'
_PIXELS = re.compile(rf'width="([\d.]+)" height="([\d.]+)"([^>]*?)image-rendering="optimizeSpeed" {_PNG}([^"]*)"')
_SHARPNESS = 3  # pixels of an enlarged picture along each unit
_POINT = re.compile(r"(-?[\d.]+(?:e[-+]?\d+)?),(-?[\d.]+(?:e[-+]?\d+)?)")
_IDENTIFIER = re.compile(r'(id="|url\(#|href="#)')


def svg_of(widget: QWidget) -> bytes:
    """Return what a widget shows, on its window's ground."""
    width, height, ground = widget.width(), widget.height(), widget.palette().window().color().name()
    head = f'{_HEAD} width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
    back = f'<rect width="{width}" height="{height}" fill="{ground}"/>'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, back, *_parts(widget, "w"), "</svg>"]).encode()


def _parts(widget: QWidget, name: str) -> Iterator[str]:
    """Yield a widget's own picture and, above it, those of its children."""
    yield _own(widget, name)
    for number, child in enumerate(widget.children()):
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow():
            own, place = f"{name}_{number}", child.geometry()
            edge = f'<rect width="{place.width()}" height="{place.height()}"/>'
            yield f'<defs><clipPath id="{own}">{edge}</clipPath></defs>'  # Qt draws what it does not know elsewhere
            yield f'<g transform="translate({place.x()},{place.y()})" clip-path="url(#{own})">'
            yield from _parts(child, own)
            yield "</g>"


def _own(widget: QWidget, name: str) -> str:
    """Return what Qt's generator makes of a widget without its children."""
    from PySide6.QtSvg import QSvgGenerator  # rarely needed: not at start-up

    content = QBuffer()
    content.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(content)
    generator.setResolution(widget.logicalDpiX())  # else letters are drawn for another screen
    generator.setSize(widget.size())
    generator.setViewBox(widget.rect())
    with QPainter(generator) as painter:
        QWidget.render(widget, painter, QPoint(), QRegion(), QWidget.RenderFlag(0))  # views have another `render`
    text = bytes(content.data().data()).decode()
    inside = text[text.index(">", text.index("<svg")) + 1 : text.rindex("</svg>")]
    inside = re.sub(r"<title>.*?</title>|<desc>.*?</desc>", "", inside)
    inside = _PIXELS.sub(_enlarged, inside)
    return _IDENTIFIER.sub(rf"\1{name}_", _written_out(inside))


def _enlarged(picture: re.Match[str]) -> str:
    """Return a picture of squares with many pixels for each: hardly a viewer knows that it must not blur them."""
    width, height, between, content = picture.groups()
    image = QImage.fromData(QByteArray.fromBase64(content.encode()))
    sharp = image.scaled(
        max(image.width(), round(_SHARPNESS * float(width))), max(image.height(), round(_SHARPNESS * float(height)))
    )
    written = QBuffer()
    sharp.save(written, "PNG")
    content = bytes(written.data().toBase64().data()).decode()
    return f'width="{width}" height="{height}"{between}style="image-rendering:pixelated" {_PNG}{content}"'


def _written_out(text: str) -> str:
    """Return SVG whose hair lines are drawn in the picture's own measure, in which they have their width."""
    pieces, at, transform = [], 0, QTransform()
    for group in _GROUP.finditer(text):
        pieces.append(_with_hair_lines(text[at : group.end()], transform))
        at, transform = group.end(), QTransform(*map(float, group[1].split(",")))
    return "".join([*pieces, _with_hair_lines(text[at:], transform)])


def _with_hair_lines(text: str, transform: QTransform) -> str:
    """Return the text of a group with its hair lines moved to where the group's transform would bring them."""
    back, is_possible = transform.inverted()
    numbers = (back.m11(), back.m12(), back.m21(), back.m22(), back.dx(), back.dy())
    undone = f'transform="matrix({",".join(map(repr, numbers))})"'

    def moved(line: re.Match[str]) -> str:
        kind, before, after, name, points = line.groups()
        places = _POINT.sub(lambda point: _moved(transform, float(point[1]), float(point[2])), points)
        return f'<{kind}{before}{undone}{after} {name}="{places}"'

    return _HAIR_LINE.sub(moved, text) if is_possible else text


def _moved(transform: QTransform, x: float, y: float) -> str:
    across = x * transform.m11() + y * transform.m21() + transform.dx()
    down = x * transform.m12() + y * transform.m22() + transform.dy()
    return f"{across:.3f},{down:.3f}"
