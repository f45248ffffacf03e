from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import QApplication

from playground.widgets.look.icons import FOLDER, icon
from playground.window.theme import palette_of

DRAWINGS = sorted(path.stem for path in FOLDER.glob("*.svg"))
LINES = [name for name in DRAWINGS if name != "app"]


@pytest.fixture
def light(qapp):
    before = QApplication.palette()
    QApplication.setPalette(palette_of("light"))
    yield
    QApplication.setPalette(before)


def colours(icon_, mode=QIcon.Mode.Normal):
    image = icon_.pixmap(QSize(24, 24), 1.0, mode).toImage()
    points = [image.pixelColor(x, y) for x in range(24) for y in range(24)]
    return {point.name() for point in points if point.alpha() == 255}


@pytest.mark.parametrize("name", LINES)
def test_drawings_share_one_style(name):
    svg = (FOLDER / f"{name}.svg").read_text()
    assert 'viewBox="0 0 24 24"' in svg
    assert 'stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"' in svg
    assert not re.search(r"#[0-9a-fA-F]{3,6}", svg), "a colour of its own would not follow the theme"


@pytest.mark.parametrize("name", DRAWINGS)
def test_every_drawing_shows_something(light, name):
    assert colours(icon(name))


def test_an_icon_follows_the_theme(light):
    play = icon("play")
    text = QPalette.ColorRole.ButtonText
    assert palette_of("light").color(text).name() in colours(play)
    QApplication.setPalette(palette_of("dark"))
    assert palette_of("dark").color(text).name() in colours(play)


def test_a_disabled_icon_is_pale(light):
    pale = palette_of("light").color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    assert pale.name() in colours(icon("stop"), QIcon.Mode.Disabled)


def test_an_icon_is_sharp_on_a_fine_screen(light):
    pixmap = icon("stop").pixmap(QSize(24, 24), 2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (48, 2.0)


def test_an_unknown_icon_lists_the_known_ones():
    with pytest.raises(FileNotFoundError, match=r"'fly'.*; there are: .*eraser.*undo"):
        icon("fly")


def test_an_icon_without_room_is_empty_and_no_fault(light):
    assert icon("play").pixmap(QSize(12, 0)).isNull()
