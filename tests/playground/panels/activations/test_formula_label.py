"""Every formula is typeset, from the LaTeX that stands beside its picture."""

from __future__ import annotations

import re
import tomllib
from html import unescape

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QPalette
from PySide6.QtSvg import QSvgRenderer

from nn.layers import LAYERS, offered
from nn.losses import LOSSES
from playground.panels.activations.formula_label import FOLDER, FormulaLabel, drawing
from playground.window.theme import palette_of

SOURCES = {
    f"{thing}.{entry}": latex
    for thing, entries in tomllib.loads((FOLDER / "formulas.toml").read_text("utf-8")).items()
    for entry, latex in entries.items()
}


def test_every_source_has_a_picture_and_every_picture_a_source():
    assert sorted(SOURCES) == sorted(file.stem for file in FOLDER.glob("*.svg"))


@pytest.mark.parametrize("name", SOURCES)
def test_a_picture_is_made_of_its_source_and_has_no_colour_of_its_own(name):
    svg = drawing(name)
    assert unescape(re.search("<desc>(.*)</desc>", svg, re.DOTALL).group(1)) == SOURCES[name]
    assert set(re.findall('(?:fill|stroke)="([^"]*)"', svg)) <= {"currentColor", "none"}
    assert QSvgRenderer(QByteArray(svg.encode())).isValid()


def test_every_activation_and_every_loss_has_its_formulas_typeset():
    drawn = [name for name in offered() if LAYERS[name].elementwise]  # the steps of a person's own are written out
    things = drawn + list(LOSSES)
    assert {f"{name}.{way}" for name in things for way in ("forward", "backward")} == set(SOURCES)


@pytest.fixture
def label(qtbot):
    made = FormulaLabel()
    qtbot.addWidget(made)
    made.show_formula("Sigmoid.forward", "y = 1 / (1 + exp(-x))")
    made.resize(made.sizeHint())
    return made


def inks(label):
    image = label.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_formula_takes_the_colour_of_the_text(label, theme):
    label.setPalette(palette_of(theme))
    assert label.palette().color(QPalette.ColorRole.WindowText).name() in inks(label)


def test_a_formula_shrinks_with_its_room_and_keeps_its_shape(label):
    width, height = label.sizeHint().toTuple()
    assert label.heightForWidth(2 * width) == pytest.approx(height, abs=1)
    assert label.heightForWidth(width // 2) == pytest.approx(height / 2, abs=1)


def test_a_formula_can_be_heard(label):
    assert label.accessibleName() == "y = 1 / (1 + exp(-x))"


def test_a_new_thing_without_a_picture_is_written(label):
    label.show_formula("Mish.forward", "y = x · tanh(log(1 + exp(x)))")
    label.resize(300, 20)
    assert label.name == ""
    assert label.text() == "y = x · tanh(log(1 + exp(x)))"
    assert len(inks(label)) > 1
