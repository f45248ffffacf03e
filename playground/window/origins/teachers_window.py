"""The window of a question to the network: who taught it what it says of a sample, as two strips of pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from playground.session.past.teachers import WINDOW
from playground.widgets.aside import stand_aside
from playground.widgets.fields.quiet_fields import Choice, ChoiceBox
from playground.widgets.layouts import in_column, in_row
from playground.widgets.look.colors import is_dark
from playground.widgets.look.fonts import bold
from playground.widgets.look.live_look import LiveLook
from playground.widgets.picture.row_picture import picture_shape
from playground.widgets.picture.sample_picture import picture_sides, sample_image
from playground.widgets.text.tooltips import on_hover
from playground.window.origins.samples import Entry, SampleStrip
from playground.window.origins.teaching_words import TeachingWords, output_text
from playground.window.origins.words import inputs_text, label_text, signed
from playground.window.origins.work_row import Working, WorkRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nn.origins import Teacher
    from playground.session.past.teachers import Inquiry, Teachers

SHOWN = 12
"""Samples in a strip."""
_SIDE = 56  # px of the picture of the sample
_STRIP = 96  # px high


class TeachersWindow(LiveLook, QDialog):
    """Shows which training samples raised a score and which lowered it; a click looks at the update that did most."""

    def __init__(self, teachers: Teachers, parent: QWidget) -> None:
        super().__init__(parent, objectName=WINDOW)
        self._teachers = teachers
        self._words = TeachingWords(self)
        self._shown: tuple[tuple[Teacher, ...], tuple[Teacher, ...]] = ((), ())
        self._known: tuple[object, int] = (None, 0)  # whose answer is shown, and how many updates it knew of
        self._asked: Inquiry | None = None
        self._chosen: Teacher | None = None
        self.picture, self.headline = QLabel(), QLabel(wordWrap=True, objectName="teachersHeadline")
        self.headline.setTextFormat(Qt.TextFormat.PlainText)
        self.headline.setFont(bold(self.font()))
        self.outputs = ChoiceBox()
        self.outputs.setObjectName("teachersOutput")
        self.told = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText, objectName="teachersTold")
        self.raised, self.lowered = SampleStrip("teachersRaised"), SampleStrip("teachersLowered")
        self.about_raised, self.about_lowered = QLabel(), QLabel()
        self.work = WorkRow("teachers", teachers.cancel, teachers.refine)
        self.step = QPushButton(objectName="teachersStep", autoDefault=False)
        self._lay_out()
        self._connect()
        self.resize(850, 470)
        self.retranslate()

    def _lay_out(self) -> None:
        self.picture.setFixedSize(QSize(_SIDE, _SIDE))
        for strip in (self.raised, self.lowered):
            strip.setMinimumHeight(_STRIP)
        in_column(
            in_row(self.picture, (self.headline, 1), self.outputs, spacing=12),
            self.told,
            self.about_raised,
            (self.raised, 1),
            self.about_lowered,
            (self.lowered, 1),
            in_row((self.work, 1), self.step, spacing=8),
            of=self,
            margins=(12, 10, 12, 12),
            spacing=8,
        )

    def _connect(self) -> None:
        self._teachers.changed.connect(self.refresh)
        self.outputs.value_edited.connect(self._on_output_edited)
        self.raised.place_chosen.connect(self._on_raised_chosen)
        self.lowered.place_chosen.connect(self._on_lowered_chosen)
        self.step.clicked.connect(self._on_step_clicked)

    def come_to_front(self) -> None:
        """Be seen, with what is new."""
        self.show()
        self.refresh()
        self.raise_()
        self.activateWindow()

    # ---- what is shown

    @Slot()
    def refresh(self) -> None:
        """Show what is known by now."""
        asked, teaching = self._teachers.inquiry, self._teachers.teaching
        if asked is None or teaching is None:
            self.close()
        if asked is None or teaching is None or self.isHidden():
            return
        if asked is not self._asked:
            self._asked = asked
            self._show_question(asked)
        self.told.setText(self._words.told(asked, teaching))
        if (teaching, teaching.updates) != self._known:
            self._known, self._chosen = (teaching, teaching.updates), None
            self._shown = (tuple(teaching.raised(SHOWN)), tuple(teaching.lowered(SHOWN)))
            for strip, teachers in zip((self.raised, self.lowered), self._shown, strict=True):
                self._fill(strip, teachers)
        self.step.setEnabled(self._chosen is not None)
        self._show_work(asked)

    def _show_question(self, asked: Inquiry) -> None:
        self.headline.setText(self._words.question(asked))
        names = [output_text(asked, output) for output in range(asked.way.leg_of(asked.end).spec.outputs)]
        self.outputs.set_choices([Choice(str(output), name, "") for output, name in enumerate(names)])
        self.outputs.show_value(str(asked.label))
        self.outputs.setVisible(len(names) > 1)
        self._show_picture(asked)

    def _show_picture(self, asked: Inquiry) -> None:
        shape, data = picture_sides(asked.x.shape[1:]), asked.way.leg_of(asked.end).data
        if shape is None and data is not None and data.x[0].size == asked.x.size:
            shape = picture_shape(data)
        self.picture.setVisible(shape is not None)
        if shape is not None:
            values = np.asarray(asked.x, np.float64).reshape(shape)
            image = sample_image(values, dark=is_dark(self.palette()))
            scaled = image.scaled(QSize(_SIDE, _SIDE), Qt.AspectRatioMode.KeepAspectRatio)
            self.picture.setPixmap(QPixmap.fromImage(scaled))

    def _fill(self, strip: SampleStrip, teachers: Sequence[Teacher]) -> None:
        """Show samples; those of data that are no longer the same as the first's are left out."""
        if not teachers:
            strip.clear_entries()
            return
        strip.show_entries(teachers[0].data, [self._entry(each) for each in teachers if each.data is teachers[0].data])

    def _entry(self, teacher: Teacher) -> Entry:
        label = label_text(teacher.data, teacher.row)
        line = f"{label}  {signed(teacher.share, 2)}"
        if picture_shape(teacher.data) is None:
            line = f"{signed(teacher.share, 4)}   {inputs_text(teacher.data, teacher.row)} → {label}"
        return Entry(teacher.row, line, self._words.about(teacher, label))

    def _show_work(self, asked: Inquiry) -> None:
        teachers = self._teachers
        self.work.setEnabled(teachers.is_busy or not asked.is_exact_whole)
        text = self.tr("training again") if teachers.is_refining else self.tr("from the kept moments")
        if not teachers.is_busy:
            text = ""
        working = Working(
            teachers.share_done,
            text,
            self.tr("Refine"),
            self.tr("Train again and divide each update exactly; it can be given up, and what was found stays."),
        )
        self.work.show_work(teachers.is_busy, working, teachers.seconds_left)

    # ---- what a person does

    @Slot()
    def _on_output_edited(self) -> None:
        self._teachers.ask_about(int(self.outputs.value()))

    @Slot(int)
    def _on_raised_chosen(self, place: int) -> None:
        self._choose(self._shown[0][place])

    @Slot(int)
    def _on_lowered_chosen(self, place: int) -> None:
        self._choose(self._shown[1][place])

    def _choose(self, teacher: Teacher) -> None:
        self._chosen = teacher
        self.step.setEnabled(True)
        self._teachers.look_at(teacher)

    @Slot()
    def _on_step_clicked(self) -> None:
        if self._chosen is not None:
            self._teachers.step_through(self._chosen)
            stand_aside(self, self.come_to_front)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.setWindowTitle(self.tr("Who taught you that?"))
        self.about_raised.setText(self.tr("They raised it most:"))
        self.about_lowered.setText(self.tr("They lowered it most:"))
        self.raised.name(self.tr("Training samples that raised the score most"))
        self.lowered.name(self.tr("Training samples that lowered the score most"))
        self.outputs.setAccessibleName(self.tr("Score"))
        self.outputs.explain(
            self.tr("Which score is asked about: what the last layer puts out, before softmax or sigmoid.")
        )
        self.step.setText(self.tr("Step through the update"))
        on_hover(
            self.tr(
                "Open the pass of the chosen sample, in the update in which it did most, in the debugger; your network "
                "stays as it is."
            ),
            self.step,
        )
        self._known, self._asked = (None, 0), None  # all is written anew
        self.refresh()

    def restyle(self) -> None:
        """Take the colours of the moment."""
        if self._teachers.inquiry is not None and not self.isHidden():
            self._show_picture(self._teachers.inquiry)
