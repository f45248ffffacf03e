"""The questions that the panel asks in place: may this run, and whose text counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from playground.panels.my_code.strip import Strip
from playground.session.phrase import said
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from playground.session.own_code.own_code import OwnCode


class ConsentStrip(LiveLook, Strip):
    """Asks whether code may run, with what holds it back, before it runs for the first time."""

    allowed = Signal()

    def __init__(self, own: OwnCode) -> None:
        super().__init__("codeConsent")
        self._own = own
        self._asked = ""  # the hash that is asked for
        self._before: QWidget | None = None  # what had the keyboard when it was asked
        self._allow = self.add_button("codeAllow", self._on_allow)
        self._refuse = self.add_button("codeRefuse", self._on_refuse)
        self.retranslate()

    def ask(self) -> None:
        """Ask for the code of the moment."""
        code = self._own.code
        if code is not None:
            self._asked = code.sha256
            if self.isHidden():
                focused = QApplication.focusWidget()
                self._before = focused if focused is not None and self._shares_panel(focused) else None
            self.retranslate()
            self.show()
            (self._refuse if code.is_foreign else self._allow).setFocus()  # a key pressed in haste runs nothing

    def follow(self) -> None:
        """Take the question back when it is answered, or foreign code is another by now."""
        code = self._own.code
        if code is None or self._own.may_run or (code.is_foreign and code.sha256 != self._asked):
            self.hide()

    def _shares_panel(self, widget: QWidget) -> bool:
        """Whether it lives as long as the question does."""
        panel = self.parentWidget()
        return panel is not None and panel.isAncestorOf(widget)

    def _close(self) -> None:
        """Give the keyboard back to what had it: a button that is hidden leaves it anywhere."""
        focused = QApplication.focusWidget()
        had_keyboard = focused is not None and self.isAncestorOf(focused)
        self.hide()
        if had_keyboard and self._before is not None:
            self._before.setFocus()
        self._before = None

    @Slot()
    def _on_allow(self) -> None:
        self._close()
        self._own.allow()
        self.allowed.emit()

    @Slot()
    def _on_refuse(self) -> None:
        self._close()

    def retranslate(self) -> None:
        """Set every visible text in the language of the moment."""
        code = self._own.code
        if code is not None and code.is_foreign:
            whose = self.tr(
                "This code came with the document; you may not know who wrote it. Read it first. Your answer counts "
                "for exactly this text."
            )
            allow = self.tr("Run this text")
        else:
            whose = self.tr(
                "May this code run? Your answer counts for this file until the program is closed, also after each "
                "change."
            )
            allow = self.tr("Run it, and after each change")
        self.text.setText(f"{whose} {said(self._own.protection.sentence)}")
        self._allow.setText(allow)
        describe(self._allow, allow, self.tr("Run the code in a process of its own, and check it."))
        self._refuse.setText(self.tr("Not now"))
        describe(self._refuse, self.tr("Not now"), self.tr("Run nothing."))


class ContestStrip(LiveLook, Strip):
    """Asks whose text counts when another program changed the file and there is something here, too."""

    def __init__(self, own: OwnCode) -> None:
        super().__init__("codeContest")
        self._own = own
        self._theirs = self.add_button("codeTakeTheirs", own.take_from_disk)
        self._mine = self.add_button("codeKeepMine", own.keep_mine)
        self.retranslate()

    def follow(self) -> None:
        """Ask as long as there is something to ask."""
        if self._own.is_contested:
            self.retranslate()
        self.setVisible(self._own.is_contested)

    def retranslate(self) -> None:
        """Set every visible text in the language of the moment."""
        code = self._own.code
        name = said(code.name) if code is not None else ""
        text = self.tr("Another program changed {name}, and here is something that is not saved in it.")
        self.text.setText(text.format(name=name))
        self._theirs.setText(self.tr("Take the file's"))
        describe(self._theirs, self.tr("Take the file's"), self.tr("Undo brings back what is here now."))
        self._mine.setText(self.tr("Keep mine"))
        describe(self._mine, self.tr("Keep mine"), self.tr("The file stays as it is until you save."))
