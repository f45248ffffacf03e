from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QStyleFactory,
    QWidget,
)

from playground.widgets.fields.quiet_fields import CheckField
from playground.widgets.look.class_colors import class_color
from playground.widgets.look.colors import chart_colors
from playground.widgets.look.run_colors import MOST_RUNS, run_color
from playground.widgets.ticks import TickDelegate
from playground.window.theme import THEMES, Theme, palette_of

Role = QPalette.ColorRole
Group = QPalette.ColorGroup

PAIRS = [
    (Role.WindowText, Role.Window),
    (Role.Text, Role.Base),
    (Role.Text, Role.AlternateBase),
    (Role.ButtonText, Role.Button),
    (Role.ButtonText, Role.Window),
    (Role.WindowText, Role.Midlight),
    (Role.Text, Role.Midlight),
    (Role.PlaceholderText, Role.Base),
    (Role.PlaceholderText, Role.Window),
    (Role.PlaceholderText, Role.AlternateBase),
    (Role.PlaceholderText, Role.Midlight),
    (Role.HighlightedText, Role.Highlight),
    (Role.Link, Role.Base),
    (Role.Link, Role.Window),
    (Role.LinkVisited, Role.Base),
    (Role.LinkVisited, Role.Window),
    (Role.BrightText, Role.Base),
    (Role.BrightText, Role.Window),
    (Role.BrightText, Role.AlternateBase),
    (Role.ToolTipText, Role.ToolTipBase),
]


def luminance(colour):
    """Relative luminance as the Web Content Accessibility Guidelines 2.2 define it."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("front", "ground"), PAIRS)
def test_text_can_be_read(name, front, ground):
    palette = palette_of(name)
    assert contrast(palette.color(front), palette.color(ground)) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
def test_disabled_text_is_paler_but_visible(name):
    palette = palette_of(name)
    for ground in (Role.Window, Role.Base, Role.Button):
        pale = contrast(palette.color(Group.Disabled, Role.Text), palette.color(ground))
        assert 3 <= pale < contrast(palette.color(Role.Text), palette.color(ground))


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_selection_is_seen_on_its_ground(name):
    palette = palette_of(name)
    assert contrast(palette.color(Role.Highlight), palette.color(Role.Base)) >= 3


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_accent_stands_out(name):
    palette = palette_of(name)
    assert contrast(palette.color(Role.Accent), palette.color(Role.Window)) >= 3


@pytest.mark.parametrize("name", ["light", "dark"])
def test_words_in_the_colours_of_data_can_be_read(name):
    """What a chart writes, and the two colours of code: a keyword, and what went wrong."""
    palette = palette_of(name)
    colors = chart_colors(palette)
    for text in (colors.text, colors.muted, colors.accent, colors.diverged):
        for ground in (Role.Base, Role.Window, Role.AlternateBase):
            assert contrast(text, palette.color(ground)) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
def test_what_is_drawn_stands_out_from_its_ground(name):
    palette = palette_of(name)
    colors = chart_colors(palette)
    lines = [colors.network, colors.faint, colors.ghost, colors.course, colors.steps, colors.positive, colors.negative]
    for drawn in (*lines, colors.accent, colors.diverged):
        for ground in (Role.Base, Role.Window):
            assert contrast(drawn, palette.color(ground)) >= 3
    ground = palette.color(Role.Base)
    labelled = [run_color(place, dark=name == "dark") for place in range(MOST_RUNS)]
    assert min(contrast(color, ground) for color in labelled) >= 4.5
    assert all(contrast(class_color(number, palette), ground) >= 3 for number in range(10))


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_ring_of_the_keyboard_is_seen_on_every_ground(name):
    palette = palette_of(name)
    for ground in (Role.Window, Role.Base, Role.AlternateBase, Role.Button, Role.Midlight, Role.Highlight):
        assert contrast(palette.color(Role.WindowText), palette.color(ground)) >= 3


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("kind", [QRadioButton, QCheckBox, CheckField])
def test_a_box_that_can_be_ticked_has_an_edge(qtbot, name, kind):
    before, style = QApplication.palette(), QStyleFactory.create("Fusion")
    Theme().use(name)
    window = QWidget()
    qtbot.addWidget(window)
    box = kind(window)
    box.setStyle(style)
    box.resize(box.sizeHint())
    picture = window.grab().toImage()
    middle = box.height() // 2
    across = [picture.pixelColor(x, middle) for x in range(box.width())]
    assert max(contrast(color, palette_of(name).color(Role.Window)) for color in across) >= 3
    QApplication.setPalette(before)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_box_in_a_list_has_an_edge(qtbot, name):
    before, style = QApplication.palette(), QStyleFactory.create("Fusion")
    Theme().use(name)
    rows = QListWidget()
    qtbot.addWidget(rows)
    rows.setStyle(style)
    rows.setItemDelegate(TickDelegate(rows))
    item = QListWidgetItem("", rows)
    item.setCheckState(Qt.CheckState.Unchecked)
    picture = rows.viewport().grab().toImage()
    middle = rows.visualItemRect(item).center().y()
    across = [picture.pixelColor(x, middle) for x in range(30)]
    assert max(contrast(color, palette_of(name).color(Role.Base)) for color in across) >= 3
    QApplication.setPalette(before)


def test_a_theme_is_used_at_once(qapp):
    before = QApplication.palette()
    theme = Theme()
    for name in ("dark", "light"):
        theme.use(name)
        assert QApplication.palette().color(Role.Window) == palette_of(name).color(Role.Window)
        assert theme.is_dark == (name == "dark")
    QApplication.setPalette(before)


def test_an_unknown_theme_is_refused_by_name(qapp):
    with pytest.raises(ValueError, match=r"'neon' is not available; choose one of system, light, dark"):
        Theme().use("neon")
    assert THEMES[0] == "system"
