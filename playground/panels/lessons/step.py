"""One step of a lesson: a heading that says how it stands, and below it what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from playground.panels.lessons.labels import Sign
from playground.panels.lessons.step_body import LessonStepBody
from playground.panels.lessons.texts import say
from playground.widgets.layouts import in_column, in_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nn.inspection.batch_race import Lap
    from playground.lessons.course import Standing
    from playground.lessons.lesson import Step
    from playground.lessons.readings import Reading
    from playground.panels.lessons.wishes import Wishes

DONE, HERE, AHEAD = "tick", "here", "ahead"
"""How a step stands; also the names of the signs that say so."""


class LessonStep(QWidget):
    """A step that is done, at hand or to come.

    Below its heading only the step at hand has a body. One that was done shows its text again when its heading
    is clicked. Bodies are made when they are first seen: a lesson opens at once.
    """

    def __init__(self, number: int, count: int, step: Step, wishes: Wishes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number, self._count = number, count
        self._step, self._wishes = step, wishes
        self._state = ""
        self._body: LessonStepBody | None = None
        self._sign = Sign(self)
        title = self.tr("Once more: {title}").format(title=say(step.title)) if step.is_again else say(step.title)
        self._heading = QToolButton(self, autoRaise=True, text=f"{number}. {title}", objectName="lessonHeading")
        self._heading.clicked.connect(self._on_heading_clicked)
        self._column = in_column(
            in_row(self._sign, (self._heading, 1, Qt.AlignmentFlag.AlignLeft), spacing=4), of=self, spacing=4
        )

    @property
    def is_open(self) -> bool:
        """Whether the text below the heading is to be seen."""
        return self._body is not None and not self._body.isHidden()

    def show_standing(self, state: str, standing: Standing | None) -> None:
        """Show how the step stands.

        Parameters
        ----------
        state
            `DONE`, `HERE` or `AHEAD`.
        standing
            How the person stands with the step at hand, None with any other.
        """
        if state != self._state:
            self._state = state
            self._take_place()
        is_done = standing.is_done if standing is not None else state == DONE
        words = self._standing(is_done)
        self._sign.show_sign(DONE if is_done else state, words)
        self._heading.setAccessibleDescription(words)
        if standing is not None:
            self._needed_body().show_standing(standing)

    def show_race(self, lap: Lap | None, is_running: bool) -> None:
        """Show how things stand in the race of the step at hand."""
        self._needed_body().show_race(lap, is_running)

    def show_numbers(self, numbers: Sequence[tuple[str, Reading]]) -> None:
        """Show the live numbers of the step at hand."""
        self._needed_body().show_numbers(numbers)

    def first_control(self) -> QWidget:
        """Give the widget that a person uses first in the step at hand."""
        return self._needed_body().first_control()

    def way_on(self) -> QWidget:
        """Give the button that goes on with the next step."""
        return self._needed_body().way_on()

    def _take_place(self) -> None:
        """Have a body with controls while the step is at hand, and only then."""
        is_here, is_done = self._state == HERE, self._state == DONE
        if is_here:
            self._needed_body().show()
        elif self._body is not None:
            self._body.rest()
            self._body.hide()
        font = self._heading.font()
        font.setBold(is_here)
        self._heading.setFont(font)
        self._heading.setEnabled(self._state != AHEAD)
        self._heading.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_done else Qt.FocusPolicy.NoFocus)
        self._heading.setToolTip(self.tr("Read this step again.") if is_done else "")

    def _needed_body(self) -> LessonStepBody:
        if self._body is None:
            is_last = self._number == self._count
            self._body = body = LessonStepBody(self._step, is_last, self._wishes, self)
            self._column.addWidget(body)
        return self._body

    def _on_heading_clicked(self) -> None:
        if self._state == DONE:
            wanted = not self.is_open
            self._needed_body().rest()
            self._needed_body().setVisible(wanted)

    def _standing(self, is_done: bool) -> str:
        if is_done:
            text = self.tr("Step {n} of {count}: done")
        elif self._state == HERE:
            text = self.tr("Step {n} of {count}: try this now")
        else:
            text = self.tr("Step {n} of {count}: to come")
        return text.format(n=self._number, count=self._count)
