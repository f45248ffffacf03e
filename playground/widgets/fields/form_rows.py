"""Two aligned columns, a label and a field a row, as every form of the window has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from playground.widgets.fields.log_slider import LogSlider
from playground.widgets.fields.quiet_fields import ChoiceBox
from playground.widgets.text.tooltips import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable

_GAP = 10  # px between a label and its field


class FormRows(QWidget):
    """Rows of a label and a named field.

    Several of these below each other look like one form once they share a label width, see
    `align_labels`.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, QWidget] = {}
        self._rows = QFormLayout(self, contentsMargins=QMargins(), horizontalSpacing=_GAP, verticalSpacing=6)
        self._rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

    def add_field(self, name: str, field: QWidget) -> None:
        """Append a row; its texts come with `set_texts`."""
        self._fields[name] = field
        label = QLabel()
        label.setBuddy(field)
        self._rows.addRow(label, field)

    def clear_fields(self) -> None:
        """Remove every row."""
        self._fields.clear()
        while self._rows.rowCount():
            self._rows.removeRow(0)

    def field(self, name: str) -> Any:
        """Find a field by its name."""
        return self._fields[name]

    def fields(self) -> dict[str, QWidget]:
        """Give all fields by name, from top to bottom."""
        return dict(self._fields)

    def set_texts(self, name: str, label: str, tooltip: str) -> None:
        """Name a row and explain it on hover, also for people who hear the form."""
        field = self._fields[name]
        field_label = self._label_of(field)
        field_label.setText(label)
        field_label.setToolTip(wrapped(tooltip))
        field.setAccessibleName(label)
        if isinstance(field, LogSlider):
            field.set_texts(label, tooltip)
        elif isinstance(field, ChoiceBox):
            field.explain(tooltip)
        else:
            field.setToolTip(wrapped(tooltip))

    def set_shown(self, name: str, shown: bool) -> None:
        """Show or hide a row."""
        self._rows.setRowVisible(self._fields[name], shown)

    def labels(self) -> list[QLabel]:
        """Give the labels, from top to bottom."""
        return [self._label_of(field) for field in self._fields.values()]

    def _label_of(self, field: QWidget) -> QLabel:
        label = self._rows.labelForField(field)
        assert isinstance(label, QLabel)
        return label


def align_labels(forms: Iterable[FormRows]) -> int:
    """Give the labels of several forms the width of the widest one; return where their fields begin, in px."""
    labels = [label for form in forms for label in form.labels()]
    width = max((label.sizeHint().width() for label in labels), default=0)
    for label in labels:
        label.setMinimumWidth(width)
    return width + _GAP
