"""The window in which a cause is found: what went wrong, when it was decided, and the suspects, tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFrame,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QWidget,
)

from nn.causes import updates_of
from playground.widgets.aside import stand_aside
from playground.widgets.fields.quiet_fields import QuietSpinBox
from playground.widgets.headed_dialog import Head, HeadedDialog
from playground.widgets.layouts import STRETCH, in_column, in_row
from playground.widgets.look.colors import chart_colors
from playground.widgets.look.fonts import bold
from playground.widgets.text.paragraph import Paragraph
from playground.widgets.text.tooltips import describe
from playground.window.causes import words
from playground.window.causes.course_plot import other_color
from playground.window.causes.suspect_row import SuspectRow

if TYPE_CHECKING:
    from nn.causes import Course, Suspect
    from playground.session.session import Session

_SIZE = QSize(860, 640)
_MOST_STREAMS = 20
_LEAD = 0.4  # of what is shown after the moment, before it


class CauseWindow(HeadedDialog):
    """Looks for the cause when it is opened; closing it gives up what is under way, and keeps what was found."""

    def __init__(self, session: Session, at: int | None, parent: QWidget | None = None) -> None:
        super().__init__("causeWindow", Head("find-bad", 32, 1.15), parent)
        self._session, self._causes = session, session.causes.finding
        self._rows: list[SuspectRow] = []
        self._rows_of: object = None  # what was found when they were made
        self.headline.setWordWrap(True)
        self._build()
        self.resize(_SIZE)
        self._causes.changed.connect(self._refresh)
        self.finished.connect(self._causes.cancel)
        self.retranslate()
        self._causes.look(at)

    def _build(self) -> None:
        self._verdict = Paragraph("", self)
        self._verdict.setObjectName("causeVerdict")
        self._cost = QLabel(objectName="causeCost", wordWrap=True)
        self._streams_label = QLabel()
        self._streams = QuietSpinBox(1, _MOST_STREAMS)
        self._streams.setObjectName("causeStreams")
        self._streams.show_value(self._causes.streams)
        self._streams.value_edited.connect(self._on_streams_edited)
        self._streams_label.setBuddy(self._streams)
        self._try = QPushButton(objectName="buttonTrySuspects")
        self._try.clicked.connect(self._on_try_clicked)
        self._earlier = QPushButton(objectName="buttonDecidedEarlier")
        self._earlier.clicked.connect(self._causes.look_earlier)
        self._cancel = QPushButton(objectName="buttonCancelCauses")
        self._cancel.clicked.connect(self._causes.cancel)
        self._progress = QProgressBar(objectName="causeProgress", textVisible=False)
        self._list = QWidget()
        in_column(STRETCH, of=self._list, spacing=0)
        self._legend = QLabel(objectName="causeLegend", textFormat=Qt.TextFormat.RichText)
        scroll = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        scroll.setWidget(self._list)
        controls = in_row(
            self._streams_label,
            self._streams,
            (self._cost, 1),
            self._progress,
            self._cancel,
            self._earlier,
            self._try,
            spacing=8,
        )
        body = QWidget(self)
        in_column(self._verdict, controls, self._legend, (scroll, 1), of=body, spacing=8)
        self._buttons = QDialogButtonBox(self)
        self._look = self._buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        self._debug = self._buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        self._close = self._buttons.addButton(QDialogButtonBox.StandardButton.Close)
        self._look.setObjectName("buttonLookAtCause")
        self._debug.setObjectName("buttonDebugCause")
        self._look.clicked.connect(self._on_look_clicked)
        self._debug.clicked.connect(self._on_debug_clicked)
        self._buttons.rejected.connect(self.reject)
        self.lay_out(body, self._buttons)

    def look(self, at: int | None) -> None:
        """Look for another cause."""
        self._causes.look(at)
        self.come_to_front()

    def come_to_front(self) -> None:
        """Be seen, with what was found by now."""
        self.show()
        self.raise_()
        self.activateWindow()

    # ---- what a person does

    @Slot()
    def _on_try_clicked(self) -> None:
        self._causes.try_suspects(self._streams.value())

    @Slot(object)
    def _on_streams_edited(self, _streams: int) -> None:
        self._refresh()

    @Slot()
    def _on_look_clicked(self) -> None:
        self._causes.go_to_moment()
        stand_aside(self, self.come_to_front)

    @Slot()
    def _on_debug_clicked(self) -> None:
        found = self._causes.found
        if found is not None and self._causes.way is not None:
            self._session.past.update_opening.step_into(self._causes.way, found.before.checkpoint.iteration + 1)
            stand_aside(self, self.come_to_front)

    @Slot(object)
    def _on_open_wanted(self, suspect: Suspect) -> None:
        self._causes.open(suspect, words.suspect_title(suspect))
        stand_aside(self, self.come_to_front)

    # ---- what is shown

    @Slot()
    def _refresh(self) -> None:
        causes = self._causes
        found, verdict = causes.found, causes.verdict
        self._refresh_head()
        self._verdict.setFont(bold(self.font()))
        told = "" if found is None or verdict is None else words.verdict_text(found, verdict)
        self._verdict.say(words.narrowing_text(causes.narrowing) or told or words.earlier_text(causes.earlier))
        is_trying = causes.state in ("trying", "earlier")
        self._earlier.setVisible(causes.can_look_earlier and causes.earlier is None)
        for part in (self._streams_label, self._streams, self._cost, self._try):
            part.setVisible(found is not None and not is_trying)
        for part in (self._progress, self._cancel):
            part.setVisible(causes.is_busy)
        self._progress.setRange(0, 1000 if is_trying else 0)
        self._progress.setValue(round(1000 * causes.share_done))
        for button in (self._look, self._debug):
            button.setEnabled(found is not None)
        self._legend.setVisible(found is not None)
        self._refresh_cost()
        self._refresh_rows()

    def _refresh_head(self) -> None:
        causes = self._causes
        if causes.found is not None:
            self.headline.setText(words.headline(causes.found))
            parts = (words.moment_text(causes.found), words.loss_range_text(causes.found))
            self.explanation.setText(" ".join(part for part in parts if part))
        elif causes.state == "finding":
            self.headline.setText(self.tr("Looking for the moment that decided …"))
            self.explanation.setText(self.tr("Training is gone through again, bit for bit, up to where it shows."))
        else:
            self.headline.setText(self.tr("No cause to find"))
            self.explanation.setText(causes.why_not)

    def _refresh_cost(self) -> None:
        found, streams = self._causes.found, self._streams.value()
        if found is None:
            return
        updates = updates_of(found, streams)
        text = self.tr("{suspects} trials on each, the true batches among them: {updates} updates, {time}")
        self._cost.setText(
            text.format(
                suspects=len(found.suspects),
                updates=f"{updates:,}",
                time=words.seconds_text(updates * found.seconds),
            )
        )
        self._try.setText(self.tr("Try again") if self._causes.courses else self.tr("Try the suspects"))

    def _refresh_rows(self) -> None:
        found = self._causes.found
        if self._rows_of is not found:
            self._rows_of = found
            self._make_rows(() if found is None else found.suspects)
        verdict = self._causes.verdict
        scores = {} if verdict is None else {score.suspect.kind: score for score in verdict.scores}
        mending = () if verdict is None else {each.kind for each in verdict.by}
        for row in self._rows:
            row.show_score(scores.get(row.suspect.kind), mends=row.suspect.kind in mending)
            self._show_curves(row)

    def _make_rows(self, suspects: tuple[Suspect, ...]) -> None:
        for row in self._rows:
            row.setParent(None)
            row.deleteLater()
        self._rows = [SuspectRow(suspect, self._list) for suspect in suspects]
        for place, row in enumerate(self._rows):
            row.open_wanted.connect(self._on_open_wanted)
            self._list.layout().insertWidget(place, row)

    def _show_curves(self, row: SuspectRow) -> None:
        found = self._causes.found
        start = row.suspect.start.checkpoint.iteration
        known = self._causes.losses(start - round(_LEAD * (found.end - start)), found.end)
        values = known.values
        if found.symptom.kind == "not_finite":
            values = np.append(values, np.nan)
        own = [each for each in self._causes.courses if each.suspect is row.suspect]
        row.plot.show_curves(start, (known.first, values), [_curve(each) for each in own])

    # ---- words

    def restyle(self) -> None:
        """Take the colours of a theme."""
        self._name_curves()

    def _name_curves(self) -> None:
        colors = chart_colors(self.palette())
        names = (
            (colors.diverged, self.tr("the run itself")),
            (colors.course, self.tr("tried on the true batches")),
            (other_color(colors), self.tr("on other streams")),
        )
        parts = (f'<span style="color:{color.name()}">▬</span> {name}' for color, name in names)
        self._legend.setText("&nbsp;&nbsp;&nbsp;".join(parts))

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.setWindowTitle(self.tr("Find the cause"))
        self._streams_label.setText(self.tr("Streams of batches"))
        describe(
            self._streams,
            self._streams_label.text(),
            self.tr(
                "Each suspect is tried on so many streams of batches: the true one, and others that a seed shuffles. "
                "What goes well on the true one alone may be chance."
            ),
        )
        describe(
            self._try,
            self._try.text(),
            self.tr("Train again from just before it began, with each suspect in turn, from an exact checkpoint."),
        )
        self._earlier.setText(self.tr("Was it decided earlier?"))
        describe(
            self._earlier,
            self._earlier.text(),
            self.tr(
                "Train on other streams of batches from moments further and further back, then from those between, for "
                "the very update from which all go wrong. From far back that takes its time; it can be cancelled."
            ),
        )
        self._cancel.setText(self.tr("Cancel"))
        describe(self._cancel, self._cancel.text(), self.tr("Give up; the trials that are over stay."))
        self._look.setText(self.tr("Look at the moment before"))
        describe(
            self._look,
            self._look.text(),
            self.tr("All panels show the network just before the update with which it began; nothing is edited."),
        )
        self._debug.setText(self.tr("Step through this update"))
        describe(
            self._debug,
            self._debug.text(),
            self.tr("Open this update in the debugger, number by number; your network stays as it is."),
        )
        self._close.setText(self.tr("Close"))
        self._progress.setAccessibleName(self.tr("Trials done"))
        self._name_curves()
        self._refresh()


def _curve(course: Course) -> tuple[int, np.ndarray]:
    return course.suspect.start.checkpoint.iteration + 1, course.losses
