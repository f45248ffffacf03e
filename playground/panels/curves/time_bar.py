"""The line over the curves that moves through the past: play, slower and faster, which moment, and the way back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from playground.widgets.actions import add_action, name_action
from playground.widgets.fields.tool_button import tool_button
from playground.widgets.layouts import in_row
from playground.widgets.look.icons import icon
from playground.widgets.look.live_look import LiveLook
from playground.widgets.refreshing import Importance, Refreshing
from playground.widgets.text.steady_label import SteadyLabel
from playground.widgets.text.tooltips import describe, on_hover

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from playground.session.past.playhead import Playhead

_SIDE = 16  # px


class TimeBar(Refreshing, LiveLook, QWidget):
    """Shows where the playhead stands and moves it, or that no past was kept; nobody sees it before any training.

    Attributes
    ----------
    actions_of_time : tuple of QAction
        Play, slower, faster, the present: for menus and the list of keys.
    """

    importance = Importance.ANSWER

    def __init__(self, playhead: Playhead, parent: QWidget) -> None:
        super().__init__(parent)
        self._playhead = playhead
        self._play = add_action(self, "actionPlayPast", picture="play", triggered=playhead.toggle)
        self._slower = add_action(self, "actionPlaySlower", picture="remove", triggered=self._on_slower)
        self._faster = add_action(self, "actionPlayFaster", picture="add", triggered=self._on_faster)
        self._now = add_action(self, "actionLookAtNow", picture="run-to", triggered=playhead.to_now)
        self.actions_of_time = (self._play, self._slower, self._faster, self._now)
        self._cancel = tool_button("close", "cancelReplay", clicked=playhead.cancel, side=12)
        self._moment, self._speed = SteadyLabel(), SteadyLabel()
        self._moment.setObjectName("playheadMoment")
        self._speed.setObjectName("playheadSpeed")
        buttons = [_button(action) for action in self.actions_of_time]
        play, slower, faster, now = buttons
        self._parts = (play, slower, self._speed, faster, now)
        in_row(*self._parts, self._moment, self._cancel, of=self, margins=(0, 0, 16, 0), spacing=2)
        self._cancel.hide()
        playhead.moved.connect(self.out_of_date)
        playhead.playing_changed.connect(self._on_playing_changed)
        self.retranslate()

    @Slot()
    def _on_slower(self) -> None:
        self._playhead.change_speed(-1)

    @Slot()
    def _on_faster(self) -> None:
        self._playhead.change_speed(1)

    @Slot(bool)
    def _on_playing_changed(self, playing: bool) -> None:
        self._play.setIcon(icon("pause" if playing else "play"))
        self._name_play()

    def refresh(self) -> None:
        """Say which moment is looked at, and how far a replay is."""
        playhead = self._playhead
        self.setVisible(playhead.last > 0)
        for part in self._parts:
            part.setVisible(playhead.has_past)
        self._now.setEnabled(playhead.position is not None)
        _say(self._moment, self._moment_text())
        self._explain_moment()
        _say(self._speed, self.tr("{count:,.0f}/s").format(count=playhead.speed))
        self._cancel.setVisible(playhead.is_replaying and playhead.takes_long)

    def _moment_text(self) -> str:
        playhead = self._playhead
        if not playhead.has_past:
            return self.tr("no past was kept")
        if playhead.is_replaying and playhead.takes_long:
            text = self.tr("iteration {iteration:,} is found again: {share:.0%}, up to {seconds:.0f} s")
            left = max(1.0, playhead.seconds_left)
            return text.format(iteration=playhead.position, share=playhead.share_done, seconds=left)
        if playhead.position is None:
            return self.tr("now: iteration {last:,}").format(last=playhead.last)
        return self.tr("iteration {iteration:,} of {last:,}").format(iteration=playhead.shown, last=playhead.last)

    def _explain_moment(self) -> None:
        about = self.tr(
            "The moment that every panel shows. Drag the line in the curve; Shift+Left and Shift+Right move it by one "
            "iteration, with Ctrl by a hundredth, Space plays. Looking changes nothing."
        )
        on_hover(self._playhead.why_no_past or about, self._moment)

    def _name_play(self) -> None:
        if self._playhead.is_playing:
            name_action(self._play, self.tr("Pause the past"), self.tr("Stand still at this moment"))
        else:
            about = self.tr("Let every panel go through the past by itself, from the moment that is looked at")
            name_action(self._play, self.tr("Play the past"), about)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._name_play()
        name_action(self._slower, self.tr("Play slower"), self.tr("Play the past half as fast"))
        name_action(self._faster, self.tr("Play faster"), self.tr("Play the past twice as fast"))
        name_action(self._now, self.tr("Look at now"), self.tr("Look again at the network as it is now"))
        describe(self._cancel, self.tr("Give the replay up"), self.tr("Stay at the moment that is seen."))
        on_hover(self.tr("How many iterations of the past are played in a second."), self._speed)
        self.refresh()


def _say(label: SteadyLabel, text: str) -> None:
    """Show a text; digits that count up move nothing."""
    label.reserve(re.sub(r"\d", "8", text))
    label.setText(text)


def _button(action: QAction) -> QWidget:
    button = tool_button("", f"button{action.objectName()}", side=_SIDE)
    button.setDefaultAction(action)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
