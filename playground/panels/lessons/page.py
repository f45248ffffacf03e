"""The lesson that is open: its title, its steps, and the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QToolButton, QVBoxLayout, QWidget

from playground.panels.lessons.astray_note import AstrayNote
from playground.panels.lessons.step import AHEAD, DONE, HERE, LessonStep
from playground.panels.lessons.texts import say
from playground.panels.lessons.wishes import Wishes
from playground.widgets.layouts import STRETCH, in_column, in_row
from playground.widgets.look.icons import icon
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.paragraph import Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import SignalInstance

    from nn.inspection.batch_race import Lap
    from playground.lessons.course import Standing
    from playground.lessons.lesson import Lesson, Step
    from playground.lessons.readings import Reading

_ICON = QSize(16, 16)
_ROOM_FOR_ASK = 72  # px above and below the field: what is asked, and what helps


class LessonPage(LiveLook, QWidget):
    """Shows a lesson and tells what the person clicked; knows nothing of what it is about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: list[LessonStep] = []
        self._position = 0
        self._is_done = False
        self._asked: int | None = None
        self.wishes = Wishes(self)
        self._back = self._tool("lessonBack", "previous", self.wishes.back)
        self._restart = self._tool("lessonRestart", "reset", self.wishes.restart)
        self._next = QPushButton(icon("next"), "", self, objectName="lessonNext")
        self._next.clicked.connect(self.wishes.next_lesson)
        self._astray = AstrayNote(self.wishes, self)
        self._title = Paragraph("", self)
        self._intro = Paragraph("", self)
        self._end = Paragraph("", self)
        self._scroll = QScrollArea(self, widgetResizable=True)
        self._into_sight = QTimer(self, singleShot=True, interval=0)  # when the layout knows where things are
        self._into_sight.timeout.connect(self._show_step)
        self._way_on_into_sight = QTimer(self, singleShot=True, interval=0)
        self._way_on_into_sight.timeout.connect(self._show_way_on)
        self._lay_out()
        self.retranslate()

    def _tool(self, name: str, drawing: str, wish: SignalInstance) -> QToolButton:
        button = QToolButton(self, objectName=name, icon=icon(drawing), iconSize=_ICON, autoRaise=True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(wish)
        return button

    def _lay_out(self) -> None:
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        in_column(
            in_row(self._back, STRETCH, self._restart),
            self._astray,
            (self._scroll, 1),
            of=self,
            margins=(8, 6, 0, 8),
            spacing=6,
        )

    # ---- showing

    def show_lesson(self, lesson: Lesson, steps: Sequence[Step]) -> None:
        """Show another lesson, or the same in another language or with more steps, from its first step."""
        content = QWidget()
        column = QVBoxLayout(content, spacing=10)
        column.setContentsMargins(0, 0, 8, 0)
        for part in (self._title, self._intro):
            column.addWidget(part)
        self._steps = [LessonStep(n, len(steps), step, self.wishes) for n, step in enumerate(steps, 1)]
        for step in self._steps:
            column.addWidget(step)
        column.addWidget(self._end)
        column.addWidget(self._next, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        self._title.say(f"### {say(lesson.title)}")
        self._intro.say(say(lesson.intro))
        self._replace(content)

    def _replace(self, content: QWidget) -> None:
        old = self._scroll.takeWidget()
        self._scroll.setWidget(content)
        content.show()  # a scroll area that can be seen already does not show what it is given
        if old is not None:
            old.deleteLater()

    def show_position(self, position: int, standing: Standing, has_next: bool) -> None:
        """Show which step is at hand.

        Parameters
        ----------
        position
            Counted from 0; as many as there are steps when the lesson is finished.
        standing
            How the person stands with the step at hand.
        has_next
            Whether there is a lesson to go on with.
        """
        moved, self._position = position != self._position, position
        if moved and self._scroll.isAncestorOf(self.focusWidget() or self):
            self._scroll.setFocus()  # else Qt looks for the next widget each time that it hides the one in focus
        for number, step in enumerate(self._steps):
            state = DONE if number < position else HERE if number == position else AHEAD
            step.show_standing(state, standing if state == HERE else None)
        is_finished = bool(self._steps) and position >= len(self._steps)
        self._end.say(self.tr("**The lesson is finished.** What you made in it is yours to go on with.") * is_finished)
        self._next.setVisible(is_finished and has_next)
        became_done = standing.is_done and not self._is_done and not moved
        asks_more = standing.asked is not None and standing.asked != self._asked
        self._is_done, self._asked = standing.is_done, standing.asked
        if moved:
            self._into_sight.start()
        elif (became_done or asks_more) and not is_finished:
            self._way_on_into_sight.start()

    def show_race(self, lap: Lap | None, is_running: bool) -> None:
        """Show how things stand in the race of the step at hand."""
        if self._position < len(self._steps):
            self._here.show_race(lap, is_running)

    def show_astray(self, is_astray: bool) -> None:
        """Say whether something else is looked at than the lesson is about."""
        self._astray.setVisible(is_astray)

    def show_numbers(self, numbers: Sequence[tuple[str, Reading]]) -> None:
        """Show the live numbers of the step at hand."""
        if self._position < len(self._steps):
            self._here.show_numbers(numbers)

    def take_focus(self) -> None:
        """Let the keyboard go on where the person does."""
        finished = self._position >= len(self._steps)
        target = (
            (self._next if self._next.isVisibleTo(self) else self._back) if finished else self._here.first_control()
        )
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _here(self) -> LessonStep:
        return self._steps[self._position]

    @Slot()
    def _show_step(self) -> None:
        if self._position < len(self._steps):
            self._scroll.ensureWidgetVisible(self._here, 0, 8)
        else:
            self._scroll.verticalScrollBar().setValue(self._scroll.verticalScrollBar().maximum())
        self.take_focus()

    @Slot()
    def _show_way_on(self) -> None:
        if self._position < len(self._steps):  # the focus stays: the person may be typing in another panel
            target = self._here.way_on() if self._asked is None else self._here.first_control()
            self._scroll.ensureWidgetVisible(target, 0, 8 if self._asked is None else _ROOM_FOR_ASK)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._back.setText(self.tr("All lessons"))
        self._back.setToolTip(self.tr("Go back to the list. What you made in this lesson stays as it is."))
        self._restart.setText(self.tr("Restart"))
        self._restart.setToolTip(self.tr("Open this lesson again from its beginning, as one step that can be undone."))
        self._next.setText(self.tr("Next lesson"))
        self._next.setToolTip(self.tr("Open the lesson that follows in the list."))
        self._scroll.setAccessibleName(self.tr("Lesson"))
