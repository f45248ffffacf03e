"""The line that says that training cannot work any more, with the ways out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QMainWindow, QPushButton, QToolBar, QWidget

from playground.widgets.fields.tool_button import tool_button
from playground.widgets.layouts import in_row
from playground.widgets.look.icons import icon
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from playground.session.looking.trouble import Trouble
    from playground.session.session import Session


class _Sign(LiveLook, QLabel):
    """A warning in the colour and size of the text, whatever the theme."""

    def __init__(self) -> None:
        super().__init__()
        self.restyle()

    def restyle(self) -> None:
        """Take the colours and the font of the moment."""
        size = self.fontMetrics().height()
        self.setPixmap(icon("warning", QPalette.ColorRole.WindowText).pixmap(size, size))


class TroubleBar(QObject):
    """One sentence and two buttons above the foot of the window; there only while there is trouble."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._session: Session | None = None
        self.bar = QToolBar(objectName="troubleBar", movable=False, floatable=False)
        window.addToolBarBreak(Qt.ToolBarArea.BottomToolBarArea)
        window.addToolBar(Qt.ToolBarArea.BottomToolBarArea, self.bar)
        window.addToolBarBreak(Qt.ToolBarArea.BottomToolBarArea)
        self.bar.toggleViewAction().setVisible(False)  # it comes and goes by itself
        self.bar.hide()
        self.retranslate()

    def attach(self, session: Session) -> None:
        """Follow the trouble of a session."""
        self._fill()
        self._session = session
        session.trouble.changed.connect(self._on_trouble_changed)
        session.document.undo_changed.connect(self._refresh)
        self.retranslate()

    def _fill(self) -> None:
        self._sign = _Sign()
        self._text = QLabel(objectName="troubleText", wordWrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._find = QPushButton(objectName="buttonFindCause", icon=icon("find-bad"))
        self._cause = QPushButton(objectName="buttonTryCauses", icon=icon("cause"))
        self._undo = QPushButton(objectName="buttonUndoCause", icon=icon("undo"))
        self._close = tool_button("close", "buttonDismissTrouble", clicked=self._on_close_clicked, side=14)
        self._close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._find.clicked.connect(self._on_find_clicked)
        self._cause.clicked.connect(self._on_cause_clicked)
        self._undo.clicked.connect(self._on_undo_clicked)
        row = QWidget()
        parts = (self._sign, (self._text, 1), self._cause, self._find, self._undo, self._close)
        in_row(*parts, of=row, margins=(8, 3, 8, 3), spacing=10)
        row.setFixedHeight(2 * row.fontMetrics().height() + 8)  # two lines are enough in the narrowest window
        self.bar.addWidget(row)

    @Slot(object)
    def _on_trouble_changed(self, _trouble: Trouble | None) -> None:
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        trouble = self._session.trouble.trouble
        self.bar.setVisible(trouble is not None)
        if trouble is None:
            return
        cause = self._session.trouble.cause
        self._text.setText(str(trouble.text))
        self._text.setAccessibleName(str(trouble.text))
        for button in (self._cause, self._find):
            button.setVisible(trouble.kind != "ahead")  # there one stands
        self._undo.setText(self.tr("Undo the training") if cause is None else self.tr("Undo the change"))
        self._undo.setEnabled(cause is not None or self._session.document.can_undo)
        if cause is None:
            about = self.tr("Take the last stretch of training back.")
        else:
            text = self.tr(
                "Take back “{change}” and go on from the weights that training had before it. One undo brings it back."
            )
            about = text.format(change=cause.text)
        describe(self._undo, self._undo.text(), about)

    @Slot()
    def _on_find_clicked(self) -> None:
        self._session.debugger.find_first_bad(self._session.trouble.began)

    @Slot()
    def _on_cause_clicked(self) -> None:
        self._session.causes.requested.emit(None)

    @Slot()
    def _on_undo_clicked(self) -> None:
        self._session.trouble.undo_cause()

    @Slot()
    def _on_close_clicked(self) -> None:
        self._session.trouble.dismiss()

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.bar.setWindowTitle(self.tr("Trouble"))
        if self._session is None:
            return
        name = self.tr("Find where it went wrong")
        about = self.tr("Go through the training again and stop at the first moment at which something went wrong.")
        describe(self._find, name, f"{name}\n{about}")  # a sign alone: the sentence needs the room
        self._cause.setText(self.tr("Find the cause"))
        about = self.tr("Find the update with which it began, and try from just before it what would have helped.")
        describe(self._cause, self._cause.text(), about)
        describe(self._close, self.tr("Close this message"))
        self._refresh()
