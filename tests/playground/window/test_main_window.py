from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray, QPoint, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QDialog,
    QDockWidget,
    QFileDialog,
    QLabel,
    QMainWindow,
    QMenu,
    QMessageBox,
    QTabBar,
    QTabWidget,
    QToolBar,
    QToolButton,
    QTreeWidget,
    QWidget,
)

from playground.panels import panel_types
from playground.startup.tour import THREE, stroke
from playground.widgets.refreshing import bring_up_to_date
from playground.window.settings import Settings
from playground.window.theme import palette_of

DOCKS = {
    "drawDock",
    "lessonsDock",
    "networkDock",
    "activationsDock",
    "weightsDock",
    "debuggerDock",
    "variablesDock",
    "curvesDock",
    "trainingDock",
}
ACTIONS = {
    "actionTrain": "F5",
    "actionPause": "F6",
    "actionStop": "Shift+F5",
    "actionStepIteration": "F7",
    "actionStepEpoch": "F8",
    "actionResetWeights": "Ctrl+Shift+F5",
    "actionUndo": "Ctrl+Z",
    "actionRedo": "Ctrl+Shift+Z",
    "actionQuit": "Ctrl+Q",
    "actionFullScreen": "Ctrl+Shift+F",
    "actionShortcuts": "F1",
    "actionSavePicture": "Ctrl+Alt+P",
    "actionSearch": "Ctrl+K",
}
FOR_THE_DEBUGGER = {
    "actionStepOver": "F10",
    "actionStepInto": "F11",
    "actionStepOut": "Shift+F11",
    "actionStepBack": "Ctrl+F11",
    "actionRunToHere": "Ctrl+F10",
    "actionReverseContinue": "Ctrl+Shift+F11",
    "actionRestartPass": "Ctrl+Shift+F9",
    "actionToggleBreakpoint": "F9",
    "actionFindFirstBad": "Ctrl+F9",
}


def action(window, name):
    return window.findChild(QAction, name)


def test_everything_that_scripts_look_for_has_its_name(window):
    assert window.objectName() == "mainWindow"
    assert {dock.objectName() for dock in window.findChildren(QDockWidget)} >= DOCKS
    assert window.findChild(QWidget, "digitCanvas").isVisible()
    assert window.findChild(QWidget, "lossCurve").isVisible()
    assert window.findChild(QLabel, "recognisedDigit") is not None
    assert {name: action(window, name).shortcut().toString() for name in ACTIONS} == ACTIONS


def test_no_two_actions_share_a_key_and_the_debugger_has_its_own(window):
    keys = [key.toString() for a in window.findChildren(QAction) for key in a.shortcuts()]
    assert len(keys) == len(set(keys))
    assert {name: action(window, name).shortcut().toString() for name in FOR_THE_DEBUGGER} == FOR_THE_DEBUGGER


def test_a_drawn_three_is_recognised(window, qtbot):
    stroke(window.findChild(QWidget, "digitCanvas"), THREE)
    qtbot.waitUntil(lambda: window.findChild(QLabel, "recognisedDigit").text() == "3")


def test_the_run_actions_follow_the_run(window, qtbot):
    train, pause, stop = (action(window, f"action{name}") for name in ("Train", "Pause", "Stop"))
    assert (train.isEnabled(), pause.isEnabled(), stop.isEnabled()) == (True, False, False)
    train.trigger()
    qtbot.waitUntil(pause.isEnabled)
    assert (train.isEnabled(), stop.isEnabled()) == (False, True)
    qtbot.waitUntil(lambda: "Iteration" in window.findChild(QLabel, "runFigures").text())
    stop.trigger()
    qtbot.waitUntil(train.isEnabled)
    assert not pause.isEnabled()


def test_the_status_bar_shows_where_an_undo_leads(window, qtbot):
    figures = window.findChild(QLabel, "runFigures")
    for iteration in (1, 2):
        action(window, "actionStepIteration").trigger()
        qtbot.waitUntil(lambda expected=f"Iteration {iteration} ": expected in figures.text())
    action(window, "actionUndo").trigger()
    qtbot.waitUntil(lambda: "Iteration 1 " in figures.text())
    action(window, "actionUndo").trigger()
    qtbot.waitUntil(lambda: figures.text() == "")


def test_undo_is_named_after_the_edit(window, qtbot):
    undo, redo = action(window, "actionUndo"), action(window, "actionRedo")
    assert (undo.text(), undo.isEnabled()) == ("&Undo", False)
    window.session.editing.edit_config("Set learning rate", lr=0.01)
    assert (undo.text(), undo.isEnabled()) == ("&Undo: Set learning rate", True)
    undo.trigger()
    qtbot.waitUntil(redo.isEnabled)
    assert redo.text() == "&Redo: Set learning rate"
    assert window.session.document.state.config.lr == 0.001


def test_reset_weights_keeps_the_seed(window, qtbot):
    before = window.session.document.state
    action(window, "actionStepIteration").trigger()
    qtbot.waitUntil(lambda: window.session.document.state.checkpoint.iteration == 1)
    action(window, "actionResetWeights").trigger()
    qtbot.waitUntil(lambda: window.session.document.state.checkpoint.iteration == 0)
    after = window.session.document.state
    assert after.config.seed == before.config.seed
    assert (after.checkpoint.params == before.checkpoint.params).all()


def test_docks_can_be_closed_and_come_back_in_the_next_window(window, open_window):
    curves = window.findChild(QDockWidget, "curvesDock")
    curves.toggleViewAction().trigger()
    assert not curves.isVisible()
    window.close()
    again = open_window()
    assert not again.findChild(QDockWidget, "curvesDock").isVisible()
    action(again, "actionResetLayout").trigger()
    assert all(dock.isVisible() and not dock.isFloating() for dock in again.findChildren(QDockWidget))


def test_undo_shows_an_ampersand_of_what_it_takes_back(window):
    window.session.editing.edit_config("Open R&D", lr=0.01)
    undo = action(window, "actionUndo")
    assert undo.text() == "&Undo: Open R&&D"
    assert undo.toolTip().startswith("Undo: Open R&D (")


def test_reset_layout_undoes_a_move(window):
    draw = window.findChild(QDockWidget, "drawDock")
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, draw)
    window.findChild(QDockWidget, "trainingDock").setFloating(True)
    action(window, "actionResetLayout").trigger()
    assert window.dockWidgetArea(draw) == Qt.DockWidgetArea.LeftDockWidgetArea
    assert not window.findChild(QDockWidget, "trainingDock").isFloating()


@pytest.mark.parametrize("saved", [b"", b"nonsense", b"\x00\x00\x00\xff\x00\x00\x00\x00\xfd"])
def test_a_damaged_settings_file_gives_the_first_layout(saved, own_settings, open_window):
    settings = Settings()
    settings.layout = settings.geometry = QByteArray(saved)
    settings.theme = settings.language = "nonsense"
    window = open_window()
    assert all(dock.isVisible() for dock in window.findChildren(QDockWidget))
    assert Settings().theme == "system"


def test_the_theme_changes_live_and_is_remembered(window, qtbot):
    for name in ("Dark", "Light"):
        action(window, f"actionTheme{name}").trigger()
        colour = palette_of(name.lower()).window().color()
        canvas = window.findChild(QWidget, "digitCanvas")
        qtbot.waitUntil(lambda: canvas.palette().window().color() == colour)  # noqa: B023 - called in this round
        assert Settings().theme == name.lower()
    action(window, "actionThemeSystem").trigger()


def texts(window):
    """Collect what a person can read: titles, texts of actions, buttons and labels, tooltips."""
    found = [a.text() for a in window.findChildren(QAction)] + [m.title() for m in window.findChildren(QMenu)]
    found += [d.windowTitle() for d in window.findChildren(QDockWidget)]
    found += [b.text() for b in window.findChildren(QAbstractButton)]
    found += [w.toolTip() for w in window.findChildren(QWidget)]
    return sorted(found)


def test_the_language_changes_live_and_back(window, qtbot):
    library = window.session.library  # what arrives later is told, too
    qtbot.waitUntil(lambda: library.data is not None and library.shipped is not None)
    bring_up_to_date(window)
    english = texts(window)
    action(window, "actionLanguageKo").trigger()
    qtbot.waitUntil(lambda: any("학습" in text for text in texts(window)))
    assert Settings().language == "ko"
    action(window, "actionLanguageEn").trigger()
    qtbot.waitUntil(lambda: texts(window) == english)
    assert Settings().language == "en"


def test_the_command_line_chooses_the_language_for_once(own_settings, open_window):
    window = open_window("--language", "ko")
    assert action(window, "actionLanguageKo").isChecked()
    assert Settings().language == ""


def test_every_control_has_a_name_and_an_explanation(window):
    bring_up_to_date(window)
    nameless, unexplained = [], []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus or is_part(widget):
            continue
        if isinstance(widget, QLabel):  # a text that can be selected says itself what it is
            continue
        described = QAccessible.queryAccessibleInterface(widget)
        if not described.text(QAccessible.Text.Name):
            nameless.append(widget)
        # A tip over the curves would cover what the pointer shows: their explanation is for readers aloud.
        if not (widget.toolTip() or widget.accessibleDescription()):
            unexplained.append(widget)
    assert nameless == []
    assert unexplained == []


def is_part(widget):
    """Tell whether Qt made a widget as a part of another: the line in a spin box, the tabs of docks."""
    parent = widget.parent()
    if isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget:
        return True
    if isinstance(parent, QMainWindow) and isinstance(widget, QTabBar):
        return True  # each tab is a dock's title
    return widget.objectName().startswith("qt_") or isinstance(widget, QToolBar | QDockWidget)


def test_every_action_explains_itself(window):
    ours = [a for a in window.findChildren(QAction) if a.objectName() in ACTIONS]
    assert [a.objectName() for a in ours if not a.statusTip() and "o" not in a.text()] == []


def test_the_keys_are_listed_from_the_actions(window):
    action(window, "actionShortcuts").trigger()
    dialog = window.findChild(QDialog, "shortcutsDialog")
    listed = dialog.findChild(QTreeWidget)
    groups = [listed.topLevelItem(n) for n in range(listed.topLevelItemCount())]
    rows = [group.child(n).text(0) for group in groups for n in range(group.childCount())]
    assert set(ACTIONS.values()) <= {key for row in rows for key in row.split(", ")}
    assert set(FOR_THE_DEBUGGER.values()) <= set(rows)
    assert {"Left", "Right", "M"} <= set(rows), "the canvas's own keys are missing"
    assert len(rows) == len(set(rows))
    dialog.close()


def test_about_tells_versions_and_licences(window):
    action(window, "actionAbout").trigger()
    dialog = window.findChild(QDialog, "aboutDialog")
    next(b for b in dialog.findChildren(QAbstractButton) if "opy" in b.text()).click()
    copied = QApplication.clipboard().text()
    assert all(f"{name}: " in copied for name in ("Python", "Qt", "PySide6", "numpy", "pyqtgraph", "BLAS"))
    tabs = dialog.findChild(QTabWidget)
    page = next(tabs.widget(place) for place in range(tabs.count()) if tabs.tabText(place) == "Licences")
    licences = page.toPlainText()
    assert "SIL OPEN FONT LICENSE" in licences
    assert "GNU Lesser General Public License" in licences
    dialog.close()


def test_fits_a_small_screen(window):
    size = window.minimumSizeHint()
    assert (size.width(), size.height()) <= (1366, 768)
    assert size.height() <= 700


def test_each_panel_is_found_and_has_a_title(window):
    docks = {dock.objectName() for dock in window.findChildren(QDockWidget)}
    assert {f"{panel.name}Dock" for panel in panel_types()} == docks
    assert all(dock.windowTitle() for dock in window.findChildren(QDockWidget))


def test_a_click_on_the_toolbar_trains(window, qtbot):
    button = window.findChild(QToolBar, "runToolbar").findChild(QToolButton, "toolStepIteration")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    qtbot.waitUntil(lambda: window.session.document.state.checkpoint.iteration == 1)


def test_closing_while_training_ends_the_thread(window, qtbot):
    action(window, "actionTrain").trigger()
    qtbot.waitUntil(lambda: "Iteration" in window.findChild(QLabel, "runFigures").text())
    window.close()  # the fixture of every test looks for the thread


def test_an_error_of_the_session_reaches_the_person(window):
    window.session.failed.emit("Traceback: the weights are gone")
    dialog = window.findChild(QDialog, "reportDialog")
    assert "the weights are gone" in dialog.text()
    dialog.close()
    from playground.safety.guard import install

    install().errors.clear()


def test_combo_boxes_show_what_they_hold(window):
    assert all(box.count() for box in window.findChildren(QComboBox) if box.isEnabled())


@pytest.mark.parametrize("name", ["picture.png", "picture.xyz", "picture"])
def test_a_picture_of_the_window_is_a_png_whatever_its_name(window, monkeypatch, tmp_path, name):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / name), ""))
    window.findChild(QAction, "actionSavePicture").trigger()
    assert (tmp_path / name).read_bytes().startswith(b"\x89PNG")


def test_a_picture_that_cannot_be_written_is_told_in_a_sentence(window, monkeypatch, tmp_path):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "none" / "picture.png"), ""))
    window.findChild(QAction, "actionSavePicture").trigger()
    box = window.findChild(QMessageBox, "exportRefusal")
    assert "picture.png" in box.text()
    assert "another place" in box.text()
    box.close()
