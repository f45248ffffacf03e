"""The row above the code: what it is called, whether it is saved, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from playground.session.phrase import said
from playground.widgets.actions import add_action
from playground.widgets.fields.tool_button import tool_button
from playground.widgets.layouts import in_row
from playground.widgets.look.icons import icon
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe, on_hover

if TYPE_CHECKING:
    from playground.session.own_code.own_code import OwnCode


class Head(LiveLook, QWidget):
    """Name and state of the code, its file, and the button that checks it."""

    open_wanted = Signal()
    save_wanted = Signal()
    save_as_wanted = Signal()
    beginnings_wanted = Signal()
    practice_wanted = Signal()
    find_wanted = Signal()
    check_wanted = Signal()
    step_wanted = Signal()

    def __init__(self, own: OwnCode, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own = own
        self.name = QLabel(objectName="codeName", textFormat=Qt.TextFormat.PlainText)
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._file = tool_button("open", "codeFile", popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self, toolTipsVisible=True)
        self._actions = {
            name: add_action(self._menu, f"actionCode{name}", picture=picture, triggered=signal)
            for name, picture, signal in (
                ("Begin", "new", self.beginnings_wanted),
                ("Practice", "lesson", self.practice_wanted),
                ("Open", "open", self.open_wanted),
                ("Save", "save", self.save_wanted),
                ("SaveAs", "", self.save_as_wanted),
                ("Find", "search", self.find_wanted),
            )
        }
        self._menu.addActions(list(self._actions.values()))
        self._file.setMenu(self._menu)
        self.protection = QLabel(objectName="codeProtection", textFormat=Qt.TextFormat.PlainText)
        self.check = QPushButton(icon("tick"), "", objectName="codeCheck")
        self.step = QPushButton(icon("step-into"), "", objectName="codeStep")
        self.check.clicked.connect(self.check_wanted)
        self.step.clicked.connect(self.step_wanted)
        in_row(self._file, (self.name, 1), self.protection, self.step, self.check, of=self, spacing=6)
        self.retranslate()

    def refresh(self) -> None:
        """Show the code of the moment."""
        code = self._own.code
        if code is None:
            self.name.clear()
        else:
            self.name.setText(f"{said(code.name)}  ·  {self._state()}")
            on_hover(str(code.path) if code.path is not None else self._state(), self.name)
        for name in ("Save", "SaveAs", "Find"):
            self._actions[name].setEnabled(code is not None)
        self.protection.setVisible(code is not None)
        for button in (self.check, self.step):
            button.setEnabled(code is not None and bool(code.text.strip()))

    def _state(self) -> str:
        code = self._own.code
        if code is None or code.path is None:
            if code is not None and code.is_foreign:
                return self.tr("from the document")
            return self.tr("in the document")
        return self.tr("not saved in its file") if self._own.is_unsaved else self.tr("file is watched")

    def show_protection(self) -> None:
        """Say how well the computer is protected from what runs."""
        protection = self._own.protection
        words = {"full": self.tr("Protected"), "partly": self.tr("Partly protected"), "not": self.tr("Not protected")}
        self.protection.setText(words[protection.degree.value])
        on_hover(said(protection.sentence), self.protection)

    def retranslate(self) -> None:
        """Set every visible text in the language of the moment."""
        texts = {
            "Begin": (self.tr("Begin anew…"), self.tr("An empty page, a skeleton of the book, or what was copied")),
            "Practice": (self.tr("Course and exercises…"), self.tr("Build it yourself, and find the bug")),
            "Open": (self.tr("Open a file…"), self.tr("A Python file; it is watched from then on")),
            "Save": (self.tr("Save the file"), self.tr("Write the code into its file (Ctrl+S in the code)")),
            "SaveAs": (self.tr("Save as a file…"), self.tr("Write the code into another file, which is watched then")),
            "Find": (self.tr("Find…"), self.tr("Find a text in the code (Ctrl+F in the code)")),
        }
        for name, (text, about) in texts.items():
            self._actions[name].setText(text)
            self._actions[name].setStatusTip(about)
            self._actions[name].setToolTip(about)
        describe(self._file, self.tr("File"), self.tr("Begin, open, save, find"))
        self.step.setText(self.tr("Step through"))
        describe(
            self.step,
            self.tr("Step through"),
            self.tr("Run the code once, recorded, and go through it line by line, forwards and back (F10, F11)."),
        )
        self.check.setText(self.tr("Check"))
        describe(
            self.check,
            self.tr("Check"),
            self.tr("Run the code in a process of its own and say whether it is right (Ctrl+Enter in the code)."),
        )
        self.show_protection()
        self.refresh()
