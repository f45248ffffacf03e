"""The arrangement of the moment: chosen by a person, remembered with what they changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, Signal, Slot

from playground.window.places.plans import FIRST, PLANS
from playground.window.places.room import Room
from playground.window.settings import LAYOUT_BEFORE_PLACES

if TYPE_CHECKING:
    from playground.session.document.saved import Layout
    from playground.window.docks import Docks
    from playground.window.places.filling import Filling
    from playground.window.settings import Settings
    from playground.window.text_size import TextSize
    from playground.window.theme import Theme

SAVED = "saved"
"""Name of the arrangement that came with a document, or with the settings of an earlier version."""
PRESENT, COMPARE = "present", "compare"
_PRESENTED = 1.5  # times the usual text
_MOST = 2.0  # times the system's


class Arranger(QObject):
    """Goes from one arrangement to another; each remembers what a person changed in it.

    Attributes
    ----------
    current : str
        Name of a plan, of an arrangement of the person's own, or `SAVED`.
    """

    changed = Signal()

    def __init__(
        self, docks: Docks, room: Room, filling: Filling, settings: Settings, theme: Theme, text: TextSize
    ) -> None:
        super().__init__(docks)
        self._docks, self._room, self._filling = docks, room, filling
        self._settings, self._theme, self._text = settings, theme, text
        self.current = self._before = FIRST
        self._saved = QByteArray()  # the one that is called so, while another is shown
        docks.told_layout = self.layout
        docks.layout_shown.connect(self._on_layout_shown)

    # ---- from the start to the end of the window

    def start(self) -> None:
        """Show what was shown when the last window closed."""
        last, layout, share = self._settings.arrangement, self._settings.layout, 0.0
        if not last and self._docks.restore(layout, LAYOUT_BEFORE_PLACES):
            self.current = SAVED
        elif last == SAVED or last in PLANS or last in self.own():
            self.current = last
            if last in PLANS and last != FIRST:
                self._docks.arrange(PLANS[last])
            if self._docks.restore(layout):
                share = self._settings.time_share
        self._take(share)

    def close(self) -> None:
        """Remember what is shown."""
        if self.current == PRESENT:
            self.choose(self._before)
        self._filling.end()
        self._settings.layout = self._room.as_if_shown(self._docks.save)
        self._settings.time_share = self._room.share
        self._settings.arrangement = self.current

    # ---- what a person chooses

    def own(self) -> list[str]:
        """Return the names of the arrangements that a person saved."""
        return sorted(self._settings.own_arrangements)

    def is_there(self, name: str) -> bool:
        """Say whether an arrangement of this name can be chosen."""
        return name in PLANS or name in self.own() or (name == SAVED and (self.current == SAVED or bool(self._saved)))

    def choose(self, name: str) -> None:
        """Show an arrangement; the presentation that is chosen again ends."""
        if name == self.current == PRESENT:
            name = self._before
        if name == self.current or not self.is_there(name):
            self.changed.emit()
            return
        self._leave()
        self.current = name
        if not (name in PLANS and PLANS[name].is_shown_alone) and self._docks.restore(self._remembered(name)):
            self._take()
        else:
            self._begin()
        self.changed.emit()

    def _remembered(self, name: str) -> QByteArray:
        if name == SAVED:
            return self._saved
        changes = self._settings.changed_arrangements
        return QByteArray(changes[name] if name in changes else self._settings.own_arrangements.get(name, b""))

    def _leave(self) -> None:
        """Put away the present arrangement."""
        self._filling.end()
        self._room.release()
        if self.current == PRESENT:
            self._theme.use(self._settings.theme)
            self._text.use(self._settings.text_size)
        else:
            self._before = self.current
            self._keep(self._docks.save())

    def _keep(self, saved: QByteArray) -> None:
        if self.current == SAVED:
            self._saved = saved
        else:
            changes = self._settings.changed_arrangements
            self._settings.changed_arrangements = {**changes, self.current: saved.data()}

    def _begin(self) -> None:
        """Show the arrangement as it is at first."""
        if self.current == PRESENT:
            self._theme.use("light")
            self._text.use(min(_PRESENTED * self._settings.text_size, _MOST))
        own = self._settings.own_arrangements.get(self.current)
        if own is None or not self._docks.restore(QByteArray(own)):
            self._docks.arrange(PLANS.get(self.current, PLANS[FIRST]))
        self._take()

    def _take(self, share: float = 0.0) -> None:
        self._room.take(PLANS.get(self.current, PLANS[FIRST]), share)

    @Slot()
    def as_it_was(self) -> None:
        """Forget what a person changed in this arrangement; one that came with a document gives way to the first."""
        self._filling.end()
        self._room.release()
        if self.current == SAVED:
            self.current = FIRST
        changes = self._settings.changed_arrangements
        self._settings.changed_arrangements = {name: each for name, each in changes.items() if name != self.current}
        self._begin()
        self.changed.emit()

    def keep_as(self, name: str) -> None:
        """Save what is shown under a name of the person's own."""
        self._filling.end()
        saved = self._room.as_if_shown(self._docks.save)
        if self.current not in (SAVED, PRESENT):
            self._keep(saved)
        self._settings.own_arrangements = {**self._settings.own_arrangements, name: saved.data()}
        self.current = name
        self.changed.emit()

    def remove(self, name: str) -> None:
        """Forget an arrangement of the person's own; what is shown stays as it is seen."""
        own = self._settings.own_arrangements
        self._settings.own_arrangements = {each: saved for each, saved in own.items() if each != name}
        if self.current == name:
            self.current = SAVED
        self.changed.emit()

    # ---- documents

    @Slot()
    def _on_layout_shown(self) -> None:
        """Make way for a document's own arrangement."""
        self._leave()
        self.current = SAVED
        self._take()
        self.changed.emit()

    def layout(self) -> Layout:
        """Return what is shown, for a document: as if nothing filled the window and nothing gave way."""
        return self._filling.layout_before or self._room.layout()
