"""The menu bar and the toolbar, filled from the actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu, QToolButton

from playground.widgets.look.icons import icon
from playground.window.demonstration_menu import DemonstrationMenu
from playground.window.language import LANGUAGES
from playground.window.theme import THEMES
from playground.window.tool_bar import RunToolBar
from playground.window.tools.speed_choice import SpeedChoice

if TYPE_CHECKING:
    from collections.abc import Iterable

    from playground.files.actions import FileActions
    from playground.panels.debug_commands import DebugCommands
    from playground.window.actions import Actions
    from playground.window.places.commands import PlaceCommands


class Menus(QObject):
    """Menus, toolbar and the two choices that stand in the View menu: theme and language.

    First there is what a window that comes up shows, the titles and the tool bar; `fill` does the rest.
    """

    def __init__(
        self,
        window: QMainWindow,
        actions: Actions,
        arrangement: QToolButton,
    ) -> None:
        super().__init__(window)
        bar = window.menuBar()
        self._file, self._edit, self._view, self._run, self._debug, self._help = (bar.addMenu("") for _ in range(6))
        self.speed = SpeedChoice(window)
        self.toolbar = RunToolBar(window, actions, self.speed, arrangement)
        self._is_filled = False
        self.retranslate()

    def fill(self, window: QMainWindow, actions: Actions, files: FileActions, debug: DebugCommands) -> None:
        """Put into menus and tool bar what nobody sees in a window that comes up."""
        self._file_menu(self._file, actions, files)
        self._menu(self._edit, [actions.undo, actions.redo])
        self._menu(self._run, [*actions.run[:3], None, *actions.run[3:]])
        self._run.addMenu(self.speed.menu)
        self.demonstrations = DemonstrationMenu(window)
        self._debug_menu(self._debug, debug)
        self._debug.addSeparator()
        self._debug.addMenu(self.demonstrations)
        self._menu(self._help, [actions.search, None, actions.lessons, actions.shortcuts, None, actions.about])
        self.toolbar.add_stepping(debug)
        self._places_menu = QMenu(self._view)  # one panel is called as its place is: not both in one list
        self._theme_menu = self._view.addMenu(icon("theme"), "")
        self._language_menu = self._view.addMenu(icon("language"), "")
        self._menu(self._view, [None, self.toolbar.toggleViewAction(), actions.full_screen])
        self.themes = self._choice("Theme", self._theme_menu, THEMES)
        self.languages = self._choice("Language", self._language_menu, LANGUAGES)
        self._is_filled = True
        self._name_what_is_in_them()

    def add_places(self, arrangements: QMenu, commands: PlaceCommands) -> None:
        """Put what leads to panels and places at the top of the View menu, and the size of the text below."""
        self._places_menu.addActions(commands.places)
        first = self._view.actions()[0]
        places = [self._places_menu.menuAction(), arrangements.menuAction()]
        for actions in (commands.panels, places, commands.text):
            self._view.insertActions(first, actions)
            self._view.insertSeparator(first)

    def add_imports(self, actions: list[QAction]) -> None:
        """Put the actions that import files below those that save the document."""
        before = [action for action in self._file.actions() if action.isSeparator()][1]
        self._file.insertSeparator(before)
        self._file.insertActions(before, actions)

    def add_export(self, export: QMenu, before: QAction) -> None:
        """Put the menu of exports above an action of the File menu."""
        self._file.insertMenu(before, export)

    @staticmethod
    def _menu(menu: QMenu, actions: Iterable[QAction | None]) -> None:
        for action in actions:
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)

    @staticmethod
    def _file_menu(menu: QMenu, actions: Actions, files: FileActions) -> None:
        Menus._menu(menu, [files.new, files.open])
        menu.addMenu(files.recent)
        Menus._menu(
            menu, [None, files.save, files.save_as, files.save_bare, None, actions.save_picture, None, actions.quit]
        )

    @staticmethod
    def _debug_menu(menu: QMenu, debug: DebugCommands) -> None:
        steps = ("StepOver", "StepInto", "StepOut", "StepBack", None, "RunToHere", "ReverseContinue", "RestartPass")
        finds = ("ToggleBreakpoint", "FindFirstBad", "FindCause", "WhatIf")
        names = (*steps, None, *finds, None, "CheckGradients", "WhoTaught")
        Menus._menu(menu, [None if name is None else debug.actions[name] for name in names])

    def _choice(self, what: str, menu: QMenu, names: Iterable[str]) -> QActionGroup:
        """Offer one of several; the group's ``triggered`` tells the action whose data is the name."""
        group = QActionGroup(self)
        for name in names:
            action = QAction(group, checkable=True, objectName=f"action{what}{name.capitalize()}")
            action.setData(name)
            menu.addAction(action)
        return group

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._file.setTitle(self.tr("&File"))
        self._edit.setTitle(self.tr("&Edit"))
        self._view.setTitle(self.tr("&View"))
        self._run.setTitle(self.tr("&Run"))
        self._debug.setTitle(self.tr("&Debug"))
        self._help.setTitle(self.tr("&Help"))
        self.speed.retranslate()
        if self._is_filled:
            self._name_what_is_in_them()

    def _name_what_is_in_them(self) -> None:
        self.demonstrations.retranslate()
        self._places_menu.setTitle(self.tr("&Places"))
        self._theme_menu.setTitle(self.tr("&Theme"))
        self._language_menu.setTitle(self.tr("&Language"))
        texts = (self.tr("As the &system"), self.tr("&Light"), self.tr("&Dark"))
        for action, text in zip(self.themes.actions(), texts, strict=True):
            action.setText(text)
        for action in self.languages.actions():
            action.setText(LANGUAGES[action.data()])
