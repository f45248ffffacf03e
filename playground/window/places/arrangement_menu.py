"""The list of arrangements, in the tool bar and in the View menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton

from playground.widgets.actions import add_action, as_menu_text, name_action, permit, without_mnemonic
from playground.widgets.fields.tool_button import tool_button
from playground.widgets.look.icons import icon
from playground.widgets.text.tooltips import describe
from playground.window.places.arranger import SAVED
from playground.window.places.plans import PLANS

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMainWindow

    from playground.window.places.arranger import Arranger

_MOST_LETTERS = 40


class ArrangementMenu(QObject):
    """The five arrangements with their keys, those of the person's own, and what can be done with the present one.

    Attributes
    ----------
    menu : QMenu
    button : QToolButton
        Names the present arrangement and opens the menu.
    """

    def __init__(self, window: QMainWindow, arranger: Arranger) -> None:
        super().__init__(window)
        self._window, self._arranger = window, arranger
        self.menu = QMenu(window, toolTipsVisible=True)
        self._group = QActionGroup(self)
        self._plans = [self._choice(plan.name, plan.key) for plan in PLANS.values()]
        self._saved = self._choice(SAVED)
        self._own: list[QAction] = []
        self._line = self.menu.addSeparator()
        self._as_it_was = self._command("actionResetLayout", arranger.as_it_was, "reset")
        self._keep = self._command("actionKeepArrangement", self._on_keep, "save")
        self._remove = self._command("actionRemoveArrangement", self._on_remove, "remove")
        self._group.triggered.connect(self._on_chosen)
        self.button = tool_button("", "toolArrangement")
        self.button.setIcon(icon("layout"))
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setMenu(self.menu)
        self.button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        arranger.changed.connect(self.retranslate)
        self.retranslate()

    def _choice(self, name: str, key: str = "") -> QAction:
        action = add_action(self._window, f"actionArrangement{name.capitalize()}", key, checkable=True)
        action.setData(name)
        self._group.addAction(action)
        self.menu.addAction(action)
        return action

    def _command(self, object_name: str, triggered: Callable[[], None], picture: str) -> QAction:
        action = add_action(self._window, object_name, "", picture, triggered=triggered)
        self.menu.addAction(action)
        return action

    @Slot(QAction)
    def _on_chosen(self, action: QAction) -> None:
        self._arranger.choose(action.data())

    @Slot()
    def _on_keep(self) -> None:
        from PySide6.QtWidgets import QInputDialog  # a large class, not made before the first paint

        title, question = self.tr("Save arrangement"), self.tr("Name of the arrangement:")
        name, wanted = QInputDialog.getText(self._window, title, question)
        name = " ".join(name.split())[:_MOST_LETTERS]
        if wanted and name and name not in (*PLANS, SAVED):
            self._arranger.keep_as(name)

    @Slot()
    def _on_remove(self) -> None:
        self._arranger.remove(self._arranger.current)

    def _refresh_own(self) -> None:
        for action in self._own:
            self._group.removeAction(action)
            self._window.removeAction(action)
            self.menu.removeAction(action)
            action.deleteLater()
        self._own = []
        for name in self._arranger.own():
            action = QAction(as_menu_text(name), self._window, checkable=True)
            action.setData(name)
            self._group.addAction(action)
            self.menu.insertAction(self._line, action)
            self._own.append(action)

    @Slot()
    def retranslate(self) -> None:
        """Set every text in the language of the moment, and mark the present arrangement."""
        self._refresh_own()
        for action, (text, about) in zip(self._plans, self._words(), strict=True):
            name_action(action, text, about)
        current = self._arranger.current
        about = self.tr("As it came with the document, or from an earlier version of the program")
        name_action(self._saved, self.tr("As sa&ved"), about)
        self._saved.setVisible(self._arranger.is_there(SAVED))
        name_action(self._as_it_was, self.tr("As it &was"), self.tr("Forget what was changed in this arrangement"))
        name_action(
            self._keep, self.tr("Save arrangement &as…"), self.tr("Keep what is shown under a name of your own")
        )
        about = self.tr("Forget this arrangement of your own; what is seen stays")
        name_action(self._remove, self.tr("Re&move this arrangement"), about)
        why_not = self.tr("This arrangement is none of your own.")
        permit(self._remove, "" if current in self._arranger.own() else why_not)
        for action in self._group.actions():
            if action.data() == current:
                action.setChecked(True)
                self.button.setText(without_mnemonic(action.text()))
        self.menu.setTitle(self.tr("&Arrangement"))
        describe(self.button, self.tr("Arrangement"), self.tr("Which panels stand where; each remembers your changes"))

    def _words(self) -> list[tuple[str, str]]:
        return [
            (self.tr("&Draw and train"), self.tr("The input, the network, the settings, and the curves below them")),
            (self.tr("&Points"), self.tr("The plane of points at half the width of the window")),
            (self.tr("&Step"), self.tr("The debugger large, with the variables beside it")),
            (self.tr("&Compare"), self.tr("The curves large")),
            (
                self.tr("P&resent"),
                self.tr("Only what is in front now, in larger text on a light ground; again: back"),
            ),
        ]
