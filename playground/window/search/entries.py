"""What can be searched for in a window, read from its actions, its fields and the lessons: nothing is named twice."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QSlider,
    QWidget,
)

from playground.widgets.actions import without_mnemonic
from playground.window.panel_dock import PanelDock
from playground.window.search.other_language import in_other_language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMainWindow

    from playground.session.session import Session

_MOST_CHOICES = 40  # of a list whose entries are found by their names: a longer one is of rows of data
_FIELDS = (QComboBox, QAbstractSpinBox, QLineEdit, QSlider, QAbstractButton)


@dataclass(frozen=True, eq=False)
class Entry:
    """One thing that can be found.

    Attributes
    ----------
    name
        What it is called in the language of the moment.
    place
        Where it is otherwise: its menu, panel or the lessons.
    keys
        Its keys, empty without any.
    about
        What it does, or why it cannot be done now.
    other
        Its name in the other language.
    act
        Does it, or goes there; None while that cannot be.
    code
        What programs and the command line call it, such as "lr"; empty where they have no name for it.
    """

    name: str
    place: str
    keys: str
    about: str
    other: str
    act: Callable[[], object] | None
    code: str = ""

    def matches(self, words: list[str]) -> int | None:
        """Return how well some words fit, the best below 0; None where one of them is nowhere in its names."""
        names = (self.name.casefold(), self.other.casefold(), self.place.casefold())
        if words and " ".join(words) in (*names[:2], self.code):
            return -1
        ranks = [_rank(word, names) for word in words]
        return None if None in ranks else sum(rank for rank in ranks if rank is not None)


def _rank(word: str, names: tuple[str, str, str]) -> int | None:
    """Return 0 for the beginning of a name, 1 for that of one of its words, 2 within, 3 for its place."""
    for rank, fits in enumerate((str.startswith, _begins_word, str.__contains__)):
        if any(fits(name, word) for name in names[:2]):
            return rank
    return 3 if word in names[2] else None


def _begins_word(name: str, word: str) -> bool:
    return any(part.startswith(word) for part in name.split())


def entries(window: QMainWindow, session: Session, language: str) -> list[Entry]:
    """Return all that can be found: commands as in the menus, fields of the panels, lessons, what lists offer."""
    return [
        *_commands(window),
        *_fields(window, session),
        *_lessons(session, language),
        *_choices(window, session),
    ]


# ---- commands


def _commands(window: QMainWindow) -> Iterator[Entry]:
    for action in window.menuBar().actions():
        if action.menu() is not None:
            yield from _in_menu(action.menu(), without_mnemonic(action.text()))


def _in_menu(menu: QMenu, place: str) -> Iterator[Entry]:
    for action in menu.actions():
        name = without_mnemonic(action.text()).removesuffix("…")
        if action.menu() is not None:
            yield from _in_menu(action.menu(), f"{place} › {name}")
        elif name and action.isVisible():
            yield _command(action, name, place)


def _command(action: QAction, name: str, place: str) -> Entry:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    about = action.statusTip() if action.isEnabled() else action.toolTip()
    return Entry(name, place, keys, about, in_other_language(name), action.trigger if action.isEnabled() else None)


# ---- fields of the panels


def _fields(window: QMainWindow, session: Session) -> Iterator[Entry]:
    for dock in window.findChildren(PanelDock):
        seen: set[str] = set()
        for widget in dock.panel.findChildren(QWidget):
            name = _name_of(widget) if isinstance(widget, _FIELDS) else ""
            if name and name not in seen and _can_be_gone_to(widget, dock):
                seen.add(name)
                act = partial(_go_to, dock, session, widget)
                other, code = in_other_language(name), widget.objectName() or widget.parentWidget().objectName()
                yield Entry(name, dock.windowTitle(), "", widget.toolTip(), other, act, code)


def _choices(window: QMainWindow, session: Session) -> Iterator[Entry]:
    """Give what the panels' lists offer, once: who looks for Adam need not know that it is an optimizer."""
    seen = {""}
    for dock in window.findChildren(PanelDock):
        for widget in dock.panel.findChildren(QComboBox):
            name = _name_of(widget)
            if name and widget.count() <= _MOST_CHOICES and _can_be_gone_to(widget, dock):
                place = f"{dock.windowTitle()} › {name}"
                for row in range(widget.count()):
                    text, about = widget.itemText(row), widget.itemData(row, Qt.ItemDataRole.ToolTipRole)
                    if text not in seen:
                        seen.add(text)
                        act = partial(_open_list, dock, session, widget, row)
                        yield Entry(text, place, "", about or widget.toolTip(), in_other_language(text), act)


def _name_of(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return without_mnemonic(widget.accessibleName() or text)


def _can_be_gone_to(widget: QWidget, dock: PanelDock) -> bool:
    """Say whether a field is one of the panel as it stands: not hidden in it, and not a part of another field."""
    takes_focus = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    is_part = isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox)
    return bool(takes_focus) and not is_part and widget.isEnabled() and widget.isVisibleTo(dock.panel)


def _go_to(dock: PanelDock, session: Session, widget: QWidget) -> None:
    session.panel_requested.emit(dock.panel.name)
    dock.panel.show()  # Qt tells only after its layout that the dock is seen
    widget.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _open_list(dock: PanelDock, session: Session, widget: QComboBox, row: int) -> None:
    """Open a list at one of its entries, which is chosen there and not before: Enter, or another one."""

    def open_it() -> None:
        widget.showPopup()
        widget.view().setCurrentIndex(widget.model().index(row, widget.modelColumn()))

    _go_to(dock, session, widget)
    QTimer.singleShot(0, widget, open_it)  # when it has been scrolled into sight


# ---- lessons


def _lessons(session: Session, language: str) -> Iterator[Entry]:
    place = QCoreApplication.translate("Search", "Lesson")
    for name, (english, korean) in session.lesson_place.shelf.items():
        title, other = (korean, english) if language == "ko" else (english, korean)
        yield Entry(title, place, "", "", other, partial(_open_lesson, session, name))


def _open_lesson(session: Session, name: str) -> None:
    session.panel_requested.emit("lessons")
    session.lesson_place.open(name)
