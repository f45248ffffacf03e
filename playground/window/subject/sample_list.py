"""The list of samples: the drawing, and a row of the data by its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QLabel, QMenu, QWidget, QWidgetAction

from playground.session.looking.example import reads_digits
from playground.session.phrase import said
from playground.widgets.fields.quiet_fields import QuietSpinBox
from playground.widgets.layouts import STRETCH, in_row
from playground.widgets.text.tooltips import describe, on_hover, wrapped
from playground.window.subject.words import row_of

if TYPE_CHECKING:
    from playground.session.session import Session

_PARTS = ("test", "train")


class SampleList(QObject):
    """Fills a menu with what can go through the network that is looked at."""

    def __init__(self, session: Session, menu: QMenu) -> None:
        super().__init__(menu)
        self._session = session
        self._drawing = menu.addAction("")
        self._drawing.setObjectName("sampleDrawing")
        self._drawing.triggered.connect(self._on_drawing)
        menu.addSeparator()
        self._captions = {part: QLabel() for part in _PARTS}
        self._rows = {part: QuietSpinBox(0, 0) for part in _PARTS}
        for part in _PARTS:
            menu.addAction(self._row_entry(menu, part))
        self._rows["test"].value_edited.connect(self._on_test_row)
        self._rows["train"].value_edited.connect(self._on_train_row)
        menu.aboutToShow.connect(self._refresh)
        self.retranslate()

    def _row_entry(self, menu: QMenu, part: str) -> QWidgetAction:
        entry, line = QWidgetAction(menu), QWidget()
        self._rows[part].setObjectName(f"{part}Row")
        self._captions[part].setBuddy(self._rows[part])
        in_row(self._captions[part], STRETCH, self._rows[part], of=line, margins=(12, 3, 12, 3), spacing=12)
        entry.setDefaultWidget(line)
        return entry

    # ---- what a person does

    @Slot()
    def _on_drawing(self) -> None:
        looking = self._session.looking
        looking.show_example(looking.example)

    @Slot(object)
    def _on_test_row(self, row: int) -> None:
        self._show_row(row, "test")

    @Slot(object)
    def _on_train_row(self, row: int) -> None:
        self._show_row(row, "train")

    def _show_row(self, row: int, part: str) -> None:
        try:
            self._session.looking.show_row(row, part)
        except ValueError as error:  # other data came meanwhile
            self._session.status.emit(said(error))

    # ---- what is shown

    @Slot()
    def _refresh(self) -> None:
        looking = self._session.looking
        can_draw, is_drawn = reads_digits(looking.network.spec), looking.example is not None
        why_not = self.tr("Draw in the input on the left.") if can_draw else self.tr("This network takes no drawing.")
        self._drawing.setEnabled(can_draw and is_drawn)
        self._drawing.setToolTip(wrapped(self._about_drawing() if can_draw and is_drawn else why_not))
        self._drawing.setCheckable(True)
        self._drawing.setChecked(looking.shows_example and row_of(looking.sample) is None)
        self._refresh_rows()

    def _refresh_rows(self) -> None:
        looking, data = self._session.looking, self._session.library.data
        row = row_of(looking.sample)
        for part, field in self._rows.items():
            count = 0 if data is None else len(data.x_test if part == "test" else data.x)
            field.setEnabled(count > 0 and data is not None and self._fits())
            field.setRange(0, max(count - 1, 0))
            if row is not None and row[0] == part:
                field.show_value(row[1])

    def _fits(self) -> bool:
        data, spec = self._session.library.data, self._session.looking.network.spec
        return data is not None and _size(data.input_shape) == _size(spec.input_shape)

    # ---- texts

    def _about_drawing(self) -> str:
        return self.tr("Look at what you drew last.")

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._drawing.setText(self.tr("Your drawing"))
        texts = {
            "test": (
                self.tr("Test row"),
                self.tr("A row of the test data by its number, from 0: none was trained on."),
            ),
            "train": (self.tr("Training row"), self.tr("A row of the training data by its number, from 0.")),
        }
        for part, (name, about) in texts.items():
            self._captions[part].setText(name)
            on_hover(about, self._captions[part])
            describe(self._rows[part], name, about)


def _size(shape: tuple[int, ...]) -> int:
    size = 1
    for each in shape:
        size *= each
    return size
