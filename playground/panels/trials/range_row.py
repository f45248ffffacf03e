"""One setting of a search with the values that are tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from nn.runs.ranges import parsed
from playground.panels.setting_words import setting_text
from playground.panels.trials.suggestions import suggested
from playground.session.phrase import said
from playground.widgets.fields.complaint import complain
from playground.widgets.fields.quiet_fields import ChoiceBox
from playground.widgets.fields.text_line import TextLine
from playground.widgets.fields.tool_button import tool_button
from playground.widgets.layouts import in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from nn.runs.ranges import Range


class RangeRow(LiveLook, QWidget):
    """A setting, its values as they are typed, and a button that takes it out of the search."""

    removed = Signal(object)
    """Itself."""

    def __init__(self, names: tuple[str, ...], name: str, values: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._setting = ChoiceBox()
        self._setting.setObjectName("searchSetting")
        self._setting.setMinimumContentsLength(10)
        for each in names:
            self._setting.addItem("", each)
        self._values = TextLine(objectName="searchValues")
        self._remove = tool_button("remove", "removeSearchSetting", clicked=self._on_remove)
        in_row((self._setting, 2), (self._values, 3), self._remove, of=self, spacing=4)
        self._setting.setCurrentIndex(max(0, self._setting.findData(name)))
        self.show_range(values or suggested(self.name))
        self._setting.activated.connect(self._on_setting_chosen)
        self.retranslate()

    @property
    def name(self) -> str:
        """The setting."""
        return str(self._setting.currentData())

    def range(self) -> Range | None:
        """Return what is to be tried; None where it cannot be, which is said at the field."""
        try:
            return parsed(f"{self.name}={self._values.text().replace(' ', '')}")
        except (TypeError, ValueError) as error:
            complain(self._values, said(error))
            return None

    def show_range(self, text: str) -> None:
        """Show other values, from the first one on where there is no room for all."""
        self._values.setText(text)
        self._values.setCursorPosition(0)

    @Slot()
    def _on_setting_chosen(self) -> None:
        self.show_range(suggested(self.name))

    @Slot()
    def _on_remove(self) -> None:
        self.removed.emit(self)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        for place, name in enumerate(self._names):
            self._setting.setItemText(place, setting_text(name))
        describe(self._setting, self.tr("Setting that the trials differ in"))
        about = self.tr(
            "The values that are tried: a range such as 0.001..1, a range on a logarithmic scale such as "
            "0.001..1:log, or a list such as 50,100,100x50 (100x50 are two hidden layers)."
        )
        describe(self._values, self.tr("Values that are tried"), about)
        describe(self._remove, self.tr("Take this setting out of the search"))
