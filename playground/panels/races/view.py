"""Everything the races panel shows: the choice, what is to be read, the commands and the contestants."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QWidget

from nn.races.experiment import Paths
from playground.panels.races.boards import Boards
from playground.panels.races.choosing import Choosing
from playground.panels.races.course_bar import CourseBar
from playground.panels.races.own_race import Newcomer
from playground.panels.races.path_fields import PathFields
from playground.panels.races.reading import Introduction, Outcome
from playground.panels.races.sentences import standing_text
from playground.panels.races.shelf import CARDS
from playground.widgets.layouts import in_column
from playground.widgets.look.live_look import LiveLook
from playground.widgets.refreshing import Importance, Refreshing
from playground.widgets.text.steady_label import SteadyLabel
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from playground.session.session import Session

_NARROW = 620


class RacesView(Refreshing, LiveLook, QWidget):
    """Puts the parts together, and shows what the session tells in all of them."""

    importance = Importance.COURSE
    least_gap = 0.1

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._racing = session.racing
        self._has_news = self._is_narrow = False
        self.choosing, self.introduction = Choosing(session), Introduction(session)
        self._outcome, self._course = Outcome(session.racing), CourseBar(session.racing)
        self._paths, self._newcomer = PathFields(session.racing), Newcomer(session)
        self._standing = SteadyLabel()
        self._standing.setObjectName("raceStanding")
        self.boards = Boards()
        self._lay_out()
        self._connect()
        self.retranslate()
        if self._racing.experiment is None:
            self._racing.choose(next(iter(CARDS.values())))
        else:
            self._on_chosen()

    def _lay_out(self) -> None:
        words, right = QWidget(), QWidget()
        self._column = in_column(self.introduction, self._outcome, of=words, margins=(0, 0, 6, 0), spacing=8)
        self._column.addStretch(1)
        self._words = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        self._words.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._words.setWidget(words)
        contestants = (self.boards, 1)
        in_column(self._course, self._paths, self._standing, contestants, self._newcomer, of=right, spacing=4)
        sides = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        sides.addWidget(self._words)
        sides.addWidget(right)
        sides.setStretchFactor(1, 1)
        sides.setSizes([270, 500])
        self._whole = in_column(self.choosing, (sides, 1), of=self, spacing=4)

    def _connect(self) -> None:
        self.choosing.own_wanted.connect(self.introduction.varied.take)
        self.choosing.files.opened.connect(self.boards.let_go)
        self.introduction.question.answered.connect(self.out_of_date)
        self._course.begun.connect(self.boards.let_go)
        self._course.look_changed.connect(self.out_of_date)
        self._paths.steps_changed.connect(self.out_of_date)
        self.boards.paths.start_moved.connect(self._on_start_moved)
        self._racing.chosen.connect(self._on_chosen)
        self._racing.changed.connect(self._on_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words above the contestants where there is no room beside them, and below what can wait."""
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROW
        if self._is_narrow != is_narrow:
            self._is_narrow = is_narrow
            self._words.setVisible(not is_narrow)
            column, first, last = (self._whole, 1, 3) if is_narrow else (self._column, 0, 1)
            column.insertWidget(first, self.introduction)
            column.insertWidget(last, self._outcome)
            self.out_of_date()

    @Slot(float, float)
    def _on_start_moved(self, x: float, y: float) -> None:
        paths = self._racing.experiment
        if isinstance(paths, Paths):
            self._racing.vary(replace(paths, start=(x, y)))

    # ---- what the session tells

    @Slot()
    def _on_chosen(self) -> None:
        self.boards.hold()
        if self._racing.told:
            self.boards.let_go()
        for part in (self.choosing, self._course, self._paths):
            part.show_chosen()
        for words in (self.introduction, self._outcome):
            words.retranslate()
        self.out_of_date()

    @Slot()
    def _on_changed(self) -> None:
        self._has_news = True
        self.out_of_date()

    def refresh(self) -> None:
        """Show where everyone is."""
        racing = self._racing
        if racing.experiment is None:
            return
        for part in (self._course, self._newcomer, self._outcome):
            part.refresh()
        self.introduction.refresh(is_narrow=self._is_narrow)
        self._standing.setText(standing_text(racing))
        self.boards.show_racing(racing, self._course.look, self._paths.steps)
        if self._has_news:
            self._has_news = False
            racing.acknowledge()

    # ---- words

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        describe(self._standing, self.tr("How far the race is"))
        self.boards.retranslate()
        self.out_of_date()

    def restyle(self) -> None:
        """Draw the lines in the colours of the theme."""
        self.out_of_date()
