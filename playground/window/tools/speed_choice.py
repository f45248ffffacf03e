"""How fast training goes: a button in the tool bar and a menu, live while it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from playground.widgets.fields.tool_button import tool_button
from playground.widgets.look.icons import icon
from playground.widgets.text.tooltips import describe
from playground.window.settings import SPEEDS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from playground.session.session import Session


class SpeedChoice(QObject):
    """Offers the speeds; the choice is a setting of the program, no edit of a document.

    Attributes
    ----------
    menu : QMenu
        The speeds, for the Run menu and for the button.
    """

    chosen = Signal(float)
    """Iterations a second, 0 for as many as there can be; only when a person chose."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.menu = QMenu(window, objectName="speedMenu", toolTipsVisible=True)
        self.menu.menuAction().setIcon(icon("speed"))
        self._group = QActionGroup(self)
        for speed in SPEEDS:
            action = QAction(self._group, checkable=True, objectName=f"actionSpeed{speed or 'Full'}")
            action.setData(speed)
            self.menu.addAction(action)
        self._button: QToolButton | None = None
        self._speed = 0
        self._group.triggered.connect(self._on_triggered)

    def button(self) -> QToolButton:
        """Make the button that shows the speed and opens the menu."""
        button = self._button = tool_button("speed", "toolSpeed", side=18)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(self.menu)
        self.retranslate()
        return button

    def show_speed(self, speed: int) -> None:
        """Show a speed without reporting it."""
        self._speed = speed
        next(action for action in self._group.actions() if action.data() == speed).setChecked(True)
        self._refresh_button()

    def attach(self, session: Session) -> None:
        """Let training go at the speed that is shown, and at each that is chosen."""
        session.run.set_speed(self._speed)
        self.chosen.connect(session.run.set_speed)

    @Slot(object)
    def _on_triggered(self, action: QAction) -> None:
        self.show_speed(action.data())
        self.chosen.emit(self._speed)

    def _refresh_button(self) -> None:
        if self._button is None:
            return
        name = next(action for action in self._group.actions() if action.data() == self._speed).text()
        self._button.setText(name)
        about = self.tr("How many iterations a second training makes: slowly, each of them can be watched.")
        describe(self._button, self.tr("Speed: {speed}").format(speed=name), about)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.menu.setTitle(self.tr("Spee&d"))
        for action in self._group.actions():
            speed = action.data()
            text = self.tr("{count}/s").format(count=speed) if speed else self.tr("Full speed")
            action.setText(text)
            about = self.tr("{count} iterations a second").format(count=speed)
            action.setToolTip(about if speed else self.tr("As many iterations as the computer makes"))
        self._refresh_button()
