"""A widget as SVG: well-formed, clipped by its parents, and without what only some viewers know."""

from __future__ import annotations

from collections import Counter
from xml.etree import ElementTree as XML

import pytest
from PySide6.QtCore import QByteArray, QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from playground.widgets.picture.svg_picture import svg_of

SVG = "{http://www.w3.org/2000/svg}"


class Lines(QWidget):
    """Draws a hair line in a measure a hundred times as coarse as the screen's."""

    def paintEvent(self, event):
        with QPainter(self) as painter:
            painter.scale(100, 100)
            pen = QPen(QColor("red"), 3)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.drawPolyline([QPointF(0, 0.5), QPointF(1, 0.5)])


@pytest.fixture
def widget(qtbot):
    whole, lines = QWidget(), Lines()
    layout = QHBoxLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    lines.setFixedSize(100, 100)
    for child in (lines, QPushButton("One"), QPushButton("Two")):
        layout.addWidget(child)
    qtbot.addWidget(whole)
    whole.show()
    qtbot.waitExposed(whole)
    return whole


def test_each_widget_is_a_group_clipped_to_its_place(widget):
    root = XML.fromstring(svg_of(widget))
    children = [child for child in widget.children() if isinstance(child, QWidget)]
    clips = [int(clip.find(f"{SVG}rect").get("width")) for clip in root.findall(f"{SVG}defs/{SVG}clipPath")]
    assert clips == [child.width() for child in children]
    groups = [group.get("transform") for group in root.findall(f"{SVG}g") if group.get("clip-path")]
    assert groups == [f"translate({child.x()},{child.y()})" for child in children]
    assert [text.text for text in root.iter(f"{SVG}text")] == ["One", "Two"]


def test_no_name_is_given_twice(widget):
    names = Counter(each.get("id") for each in XML.fromstring(svg_of(widget)).iter() if each.get("id"))
    assert names
    assert max(names.values()) == 1


def shown(text, size):
    """Return the picture that Qt makes of an SVG, on white."""
    picture = QImage(size, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    with QPainter(picture) as painter:
        QSvgRenderer(QByteArray(text)).render(painter)
    return picture


def test_clips_are_not_drawn_by_viewers_that_do_not_know_them(widget):
    ground = widget.palette().window().color()
    assert shown(svg_of(widget), widget.size()).pixelColor(10, 10) == ground


class Squares(QWidget):
    """Shows a picture of two pixels over its whole width."""

    def paintEvent(self, event):
        picture = QImage(2, 1, QImage.Format.Format_RGB32)
        picture.setPixelColor(0, 0, QColor("black"))
        picture.setPixelColor(1, 0, QColor("white"))
        with QPainter(self) as painter:
            painter.drawImage(self.rect(), picture)


def test_pictures_of_squares_are_not_blurred(qtbot):
    squares = Squares()
    squares.resize(80, 20)
    qtbot.addWidget(squares)
    picture = shown(svg_of(squares), squares.size())
    assert [picture.pixelColor(x, 10).name() for x in (1, 37, 42, 78)] == ["#000000", "#000000", "#ffffff", "#ffffff"]


def test_hair_lines_keep_their_width_in_every_viewer(widget):
    text = svg_of(widget)
    assert b"non-scaling-stroke" not in text
    picture = shown(text, widget.size())
    column = [picture.pixelColor(50, y) for y in range(100)]
    assert 2 <= sum(color.red() > 200 > 2 * color.green() for color in column) <= 5
