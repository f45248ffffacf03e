"""The one set of commands: what trains, what steps, what takes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QToolButton, QWidget

from playground.widgets.fields.tool_button import tool_button
from playground.widgets.layouts import in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe
from playground.window.tools.plain_tool_bar import PlainToolBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QMainWindow

    from playground.panels.debug_commands import DebugCommands
    from playground.session.stepping.debugger import Debugger
    from playground.window.actions import Actions
    from playground.window.tools.speed_choice import SpeedChoice

ROOMY = 1200  # px of width below which there are icons only
_OFTEN = ("StepBack", "StepOver", "StepInto", "StepOut", "ToggleBreakpoint")
_RARELY = ("RunToHere", "ReverseContinue", "RestartPass", None, "FindFirstBad", "FindCause")


class RunToolBar(LiveLook, PlainToolBar):
    """Train, Pause and Stop, which never move; then what trains by steps, or steps through a pass; the arrangement.

    Attributes
    ----------
    training, stepping : QWidget
        The two rows that take turns in one place: while nothing, and while a pass is stepped through.
    """

    _more: QToolButton  # both from `add_stepping` on
    stepping: QWidget

    def __init__(
        self,
        window: QMainWindow,
        actions: Actions,
        speed: SpeedChoice,
        arrangement: QToolButton,
    ) -> None:
        super().__init__(window)
        self.setObjectName("runToolbar")
        self.setIconSize(QSize(18, 18))
        self.setMovable(False)
        self._width_of_words = 0
        self._has_words = True
        self.training = self._row(actions.run[3:], self._dress(speed.button()))
        self._rows = QStackedWidget()
        self._rows.addWidget(self.training)
        self.addActions(actions.run[:3])
        self.addSeparator()
        self.addWidget(self._rows)
        self.addSeparator()
        self.addActions([actions.undo, actions.redo])
        self.addSeparator()
        self.addWidget(arrangement)
        arrangement.setIconSize(self.iconSize())
        self._dress(arrangement)
        window.addToolBar(self)
        self.retranslate()

    def add_stepping(self, debug: DebugCommands) -> None:
        """Make the row that is seen while a pass is stepped through."""
        self._more = self._menu_button([None if name is None else debug.actions[name] for name in _RARELY])
        self.stepping = self._row([debug.actions[name] for name in _OFTEN], self._more)
        self._rows.addWidget(self.stepping)
        self.retranslate()

    def _row(self, actions: Sequence[QAction], *others: QWidget) -> QWidget:
        row = QWidget()
        row.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        layout = in_row(*map(self._button, actions), *others, of=row, spacing=0)
        layout.addStretch(1)
        return row

    def _button(self, action: QAction) -> QToolButton:
        button = tool_button("", action.objectName().replace("action", "tool"))
        button.setDefaultAction(action)
        button.setIconSize(self.iconSize())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where "here" is
        return self._dress(button)

    def _menu_button(self, actions: Sequence[QAction | None]) -> QToolButton:
        from PySide6.QtWidgets import QMenu

        button = tool_button("more", "toolMoreSteps", side=18)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button, toolTipsVisible=True)
        for action in actions:
            menu.addSeparator() if action is None else menu.addAction(action)
        button.setMenu(menu)
        return self._dress(button)

    def _dress(self, button: QToolButton) -> QToolButton:
        """Let a button have words as long as the bar has, and at once: the bar may be wide already."""
        button.setToolButtonStyle(self.toolButtonStyle())
        self.toolButtonStyleChanged.connect(button.setToolButtonStyle)
        return button

    # ---- stepping

    def follow_stepping(self, debugger: Debugger) -> None:
        """Show the commands that step as long as a pass is open."""
        debugger.opened_changed.connect(self._on_opened_changed)

    @Slot(bool)
    def _on_opened_changed(self, is_open: bool) -> None:
        self._rows.setCurrentIndex(1 if is_open else 0)

    def _all_rows(self) -> list[QWidget]:
        return [self._rows.widget(index) for index in range(self._rows.count())]

    # ---- words and icons

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words away where there is no room for them."""
        super().resizeEvent(event)
        self._refresh_style()

    @Slot(bool)
    def leave_words_away(self, wanted: bool) -> None:
        """Show icons only, however wide the window is: something else shares the line."""
        self._has_words = not wanted
        self._refresh_style()

    @Slot()
    def _refresh_style(self) -> None:
        has_room = self._has_words and self.width() >= max(ROOMY, self._width_of_words)
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if has_room else Qt.ToolButtonStyle.ToolButtonIconOnly
        self.setToolButtonStyle(style)

    def _measure(self) -> None:
        """Note how wide the bar is with all its words."""
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for part in (*self._all_rows(), self._rows, self):
            part.layout().invalidate()
        self._width_of_words = self.sizeHint().width()
        self._refresh_style()

    def restyle(self) -> None:
        """Measure the words in the font of the moment."""
        self._measure()

    def retranslate(self) -> None:
        """Set every text in the language of the moment; those of the actions are set before."""
        self.setWindowTitle(self.tr("Run toolbar"))
        if self._rows.count() > 1:
            self._more.setText(self.tr("More"))
            describe(self._more, self.tr("More steps"), self.tr("Further ways to go through the pass"))
        for button in (each for row in self._all_rows() for each in row.findChildren(QToolButton)):
            if button.defaultAction() is not None:
                button.setAccessibleName(button.defaultAction().iconText())
        self._measure()
