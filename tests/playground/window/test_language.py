"""The program follows its language everywhere and at any time."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import fields, is_dataclass

import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QStringListModel, Qt, QTranslator
from PySide6.QtGui import QAction, QKeySequence, QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QGraphicsView,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QTabBar,
)

from nn.layers import LAYERS
from nn.losses import LOSSES
from nn.optimizers import OPTIMIZERS
from nn.races.cards import cards
from nn.races.paths import VALLEYS
from playground.app import create
from playground.panels import panel_types
from playground.panels.activations.formula_label import FormulaLabel
from playground.panels.curves.view import CurveView
from playground.safety.report_dialog import ReportDialog
from playground.session.stepping.watch_expression import STATISTICS
from playground.startup import in_turns
from playground.startup.tour import THREE, stroke
from playground.widgets.actions import without_mnemonic
from playground.widgets.plot.probability_bars import ProbabilityBars
from playground.widgets.refreshing import bring_up_to_date
from playground.widgets.text.paragraph import Paragraph

PLACEHOLDER = re.compile(r"\{[^}]*\}|%n")

# What is the same in every language.
SAME_EVERYWHERE = {
    *("NN", "Playground"),  # the name of the program
    *("English", "한국어"),  # each language in itself, to be found by those who speak only it
    *("Ctrl", "Shift", "Del"),  # what is printed on the keys
    *("kB", "MB", "GB"),  # units
    *("NaN", "float"),  # values and types as NumPy writes them
    *LAYERS, *LOSSES, "TwoLayerNet",  # "Affine1": layers are named as the classes of the book
    *STATISTICS, "log", "tcp", "optimizer", *OPTIMIZERS,  # "norm(dW1)", "1e-8..1:log": what one types
}  # fmt: skip


def foreign_words(text):
    """Find the words of a text that are neither translated nor the same in every language."""
    while re.search(r"⟦[^⟦⟧]*⟧", text):
        text = re.sub(r"⟦[^⟦⟧]*⟧", "", text)
    # A single letter is a key or stands in a formula.
    return [word for word in re.findall(r"[^\W\d_]{2,}", text) if word not in SAME_EVERYWHERE]


class PseudoLanguage(QTranslator):
    """Puts every translated text in brackets, but not what comes in later: that has to bring its own."""

    def isEmpty(self):
        return False

    def translate(self, context, source, disambiguation=None, n=-1):
        parts = re.split(f"({PLACEHOLDER.pattern})", source)
        return "".join(part if PLACEHOLDER.fullmatch(part) else f"⟦{part}⟧" for part in parts if part)


@pytest.fixture
def pseudo(qapp):
    translator = PseudoLanguage()
    qapp.installTranslator(translator)
    QApplication.processEvents()
    yield
    qapp.removeTranslator(translator)


TEXT_PROPERTIES = (
    "text", "title", "windowTitle", "toolTip", "statusTip", "whatsThis", "placeholderText", "iconText",
    "accessibleName", "accessibleDescription", "prefix", "suffix", "specialValueText",
)  # fmt: skip
ENOUGH = 30  # rows and columns of a table: of weights there are thousands
ITEM_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.StatusTipRole)


def visible_texts(root):
    """Find all that can be read, hovered over or heard, and where; also in a view that waits until it is seen."""
    bring_up_to_date(root)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # heads of layers that are gone speak as they did
    return {
        (f"{type(thing).__name__} {thing.objectName()} {where}", plain(text))
        for thing in [root, *root.findChildren(QObject)]
        for where, text in texts_of(thing)
        if isinstance(text, str) and not is_hidden_part(thing)
    }


def is_hidden_part(thing):
    """Tell what nobody meets: the inner parts of Qt's widgets, and the menu of pyqtgraph, which is switched off."""
    return (
        thing.objectName().startswith("qt_")
        or (isinstance(thing, QAbstractButton) and isinstance(thing.parent(), QTabBar))
        or type(thing.parent()).__name__ == "GraphicsScene"
    )


def plain(text):
    return QTextDocumentFragment.fromHtml(text).toPlainText() if text.startswith("<") else text


def texts_of(thing):
    yield from ((name, thing.property(name)) for name in TEXT_PROPERTIES)
    if isinstance(thing, QLabel):
        yield "text", thing.text()  # one that paints itself has a text that the property does not know
    if isinstance(thing, QTabBar):
        yield from ((f"tab {index}", thing.tabText(index)) for index in range(thing.count()))
    if isinstance(thing, QAbstractItemModel) and not isinstance(thing, QStringListModel):  # that completes formulas
        yield from item_texts(thing)
    if isinstance(thing, QGraphicsView):
        for index, item in enumerate(thing.scene().items()):
            yield f"item {index}", item.toPlainText() if hasattr(item, "toPlainText") else ""
            yield f"tip {index}", item.toolTip()


def item_texts(model):
    for column in range(min(model.columnCount(), ENOUGH)):
        yield f"header {column}", model.headerData(column, Qt.Orientation.Horizontal)
        for row in range(min(model.rowCount(), ENOUGH)):
            index = model.index(row, column, QModelIndex())
            yield from ((f"{row} {column} {role.name}", index.data(role)) for role in ITEM_ROLES)


def untranslated(root):
    # Formulas are code; files of lessons and races bring their own languages, which their own tests look at.
    other = tuple(kind.__name__ for kind in (FormulaLabel, Paragraph))
    own = {line for card in cards().values() for line in own_texts(card)} | {each.formula for each in VALLEYS.values()}
    own = sorted(own, key=len, reverse=True)
    return sorted(
        (where, text)
        for where, text in visible_texts(root)
        if not where.startswith(other) and foreign_words(without(own, text))
    )


def own_texts(part):
    """Find all that a card of a race says in its own languages."""
    if isinstance(part, Mapping):
        yield from (part.values() if "en" in part else itertools.chain.from_iterable(map(own_texts, part.values())))
    elif isinstance(part, tuple):
        yield from itertools.chain.from_iterable(map(own_texts, part))
    elif is_dataclass(part):
        yield from itertools.chain.from_iterable(own_texts(getattr(part, each.name)) for each in fields(part))


def without(own, text):
    text = " ".join(text.split())
    for line in own:
        text = text.replace(" ".join(line.split()), "")
    return text


def choose(window, name, value):
    field = window.findChild(QObject, name)
    field.setCurrentIndex(field.findData(value))
    field.activated.emit(field.currentIndex())
    QApplication.processEvents()


def work(window, qtbot):
    """Do a little of everything: draw, train, and edit."""
    stroke(window.findChild(QObject, "digitCanvas"), THREE)
    window.session.control.step_iteration()
    qtbot.waitUntil(lambda: window.session.document.state.checkpoint.iteration == 1)
    qtbot.waitUntil(lambda: not window.session.control.is_busy)
    choose(window, "optimizer", "Momentum")
    look_at_every_panel(window)


def look_at_every_panel(window):
    """Raise one after the other: what is behind another rests until it is seen."""
    for kind in panel_types():
        window.session.panel_requested.emit(kind.name)
        QApplication.processEvents()
        QApplication.processEvents()


def test_every_text_of_the_window_can_be_translated(window, pseudo):
    assert untranslated(window) == []


def test_also_after_some_work(window, pseudo, qtbot):
    work(window, qtbot)
    assert untranslated(window) == []


@pytest.mark.parametrize("optimizer", ["SGD", "Momentum", "RMSprop", "Adam"])
def test_also_for_the_options_of_every_optimizer(window, pseudo, optimizer):
    choose(window, "optimizer", optimizer)
    assert window.session.document.state.config.optimizer == optimizer
    assert untranslated(window) == []


def test_also_the_name_of_an_edit_of_an_option(window, pseudo):
    choose(window, "optimizer", "Momentum")
    entry = window.findChild(QLineEdit, "momentum")
    entry.selectAll()
    QTest.keyClicks(entry, "0.5")
    QTest.keyClick(entry, Qt.Key.Key_Return)
    assert window.session.document.undo_text == "⟦Set option of ⟧⟦Momentum⟧"


@pytest.mark.parametrize("dataset", ["xor", "spiral", "plane"])
def test_also_for_other_data(window, pseudo, qtbot, dataset):
    choose(window, "dataset", dataset)
    qtbot.waitUntil(lambda: window.session.document.state.dataset.name == dataset)
    assert untranslated(window) == []


@pytest.mark.parametrize("name", ["actionAbout", "actionShortcuts"])
def test_also_in_the_dialogs(window, pseudo, name):
    window.findChild(QAction, name).trigger()
    (dialog,) = window.findChildren(QDialog)
    assert untranslated(dialog) == []
    dialog.close()


def test_also_in_the_report_of_an_error(window, pseudo):
    dialog = ReportDialog(window)
    dialog.add("Traceback")
    assert untranslated(dialog) == []
    dialog.close()


def test_qt_itself_speaks_korean_in_the_dialog_of_files(korean_window):
    dialog = QFileDialog(korean_window)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)  # the one that Qt makes and translates
    labels = [label.text() for label in dialog.findChildren(QLabel)]
    assert len(labels) >= 3
    assert [text for text in labels if not re.search("[가-힣]", text)] == []
    dialog.close()


# ---- switching


def switch(window, code):
    window.findChild(QAction, f"actionLanguage{code.capitalize()}").trigger()
    QApplication.processEvents()


def come_to_rest(window, qtbot):
    """Wait until nothing is told any more: some views are made in pieces, some ask a thread."""
    qtbot.waitUntil(lambda: bring_up_to_date(window) or window.session.judging.evaluating.is_current)
    before = None
    while before != (now := visible_texts(window)):
        before = now
        bring_up_to_date(window)
        qtbot.wait(300)


@pytest.fixture
def korean_window(open_window, qtbot):
    window = open_window("--language", "ko")
    work(window, qtbot)
    slow = [window.findChildren(kind) for kind in (CurveView, ProbabilityBars)]  # described once a second at most
    qtbot.waitUntil(
        lambda: (
            bring_up_to_date(window)
            or all(any(re.search(r"\d", each.accessibleDescription()) for each in views) for views in slow)
        )
    )
    come_to_rest(window, qtbot)
    return window


def settled_texts(window):
    """Leave out what keeps the language it was said in: the message of the moment."""
    window.statusBar().clearMessage()
    return visible_texts(window)


def test_the_language_can_be_switched_there_and_back(korean_window):
    before = settled_texts(korean_window)
    switch(korean_window, "en")
    english = settled_texts(korean_window)
    switch(korean_window, "ko")
    assert settled_texts(korean_window) ^ before == set()
    assert {text for _, text in english if re.search("[가-힣]", text)} == {"한국어"}


def texts_when_ready(window, qtbot):
    qtbot.waitUntil(lambda: bool(window.is_ready and window.session.library.data and window.session.library.shipped))
    look_at_every_panel(window)
    come_to_rest(window, qtbot)
    found = settled_texts(window)
    window.close()
    return {(where, text) for where, text in found if "batchLensSample" not in where}  # a number


@pytest.mark.no_qt_log  # the guard's record of Qt's messages would be one of all windows
def test_the_language_can_be_switched_at_any_turn_of_the_start(qapp, monkeypatch, qtbot):
    monkeypatch.setattr(in_turns, "SLICE_S", -1.0)  # each piece of work is a turn of its own
    _, born_korean = create(["--language", "ko"])
    expected = texts_when_ready(born_korean, qtbot)
    for turns in range(0, 800, 73):
        _, window = create(["--language", "en"])
        for _ in range(turns):
            QApplication.processEvents()
        switch(window, "ko")
        assert texts_when_ready(window, qtbot) ^ expected == set(), f"switched at turn {turns}"


@pytest.mark.parametrize("language", ["en", "ko"])
def test_no_two_entries_of_a_menu_share_a_letter(open_window, language):
    window = open_window("--language", language)
    for menu in [window.findChild(QMenuBar), *window.findChildren(QMenu)]:
        letters = [QKeySequence.mnemonic(action.text()).toString() for action in menu.actions()]
        repeated = [letter for letter, count in Counter(filter(None, letters)).items() if count > 1]
        assert repeated == [], menu.title() if isinstance(menu, QMenu) else "menu bar"


def test_a_mnemonic_is_taken_away_whole():
    assert [without_mnemonic(text) for text in ("&Train", "학습(&T)", "저장(&S)…", "loss")] == [
        "Train",
        "학습",
        "저장…",
        "loss",
    ]
