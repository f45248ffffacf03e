"""The trail that led here: a way back, and every question in its order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QWidget

from playground.widgets.fields.tool_button import tool_button
from playground.widgets.layouts import in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe
from playground.window.origins.words import stop_text

if TYPE_CHECKING:
    from playground.session.past.number_trail import NumberTrail

_SHOWN = 6  # questions: of a longer trail the last ones, and those before them by the way back


class TrailRow(LiveLook, QWidget):
    """Shows the questions asked so far; a click on one looks at its answer again."""

    def __init__(self, trail: NumberTrail) -> None:
        super().__init__()
        self._trail = trail
        self.back = tool_button("previous", clicked=trail.go_back, focusPolicy=Qt.FocusPolicy.StrongFocus)
        self.back.setObjectName("trailBack")
        self.line = QLabel(wordWrap=True, textFormat=Qt.TextFormat.RichText, objectName="trailLine")
        self.line.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.line.linkActivated.connect(self._on_link_activated)
        in_row(self.back, (self.line, 1), of=self, spacing=6)
        self.retranslate()

    def refresh(self) -> None:
        """Show the trail as it is now."""
        stops, here = self._trail.stops, self._trail.place
        first = max(0, len(stops) - _SHOWN)
        parts = [_part(place, stop_text(stop), place == here) for place, stop in enumerate(stops) if place >= first]
        text = ("… › " if first else "") + " › ".join(parts)
        if text != self.line.text():
            self.line.setText(text)
        self.back.setEnabled(here > 0)

    @Slot(str)
    def _on_link_activated(self, link: str) -> None:
        self._trail.go_to(int(link))

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        describe(self.back, self.tr("Back"), self.tr("Look at the question before this one again"))
        describe(self.line, self.tr("Trail"), self.tr("The questions asked so far: a click looks at one again"))
        self.refresh()


def _part(place: int, text: str, is_here: bool) -> str:
    return f"<b>{text}</b>" if is_here else f'<a href="{place}">{text}</a>'
